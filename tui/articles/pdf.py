"""PDF: its text line by line from pypdf, made into paragraphs again.

pypdf runs in a process of its own with limits on time and memory: a PDF is a program of a kind, and a
hostile one may loop or unpack without end.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tui.articles.dates import find_date
from tui.articles.draft import Draft, draft_of_blocks
from tui.articles.files import problem
from tui.articles.furniture import fold_line
from tui.articles.model import ArticleError
from tui.articles.paragraphs import find_paragraphs
from tui.language.progress import Progress

PATIENCE = 60.0
"""Seconds that one PDF may take."""

_EDGE = 3  # lines at the top and bottom of a page that may be a running header or footer
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.)?\s*+(?:[-–—]\s*+)?\d{1,4}\s*+(?:[-–—]\s*+)?(?:(?:of|/|von)\s*+\d{1,4})?",
    re.IGNORECASE,
)
_HYPHENATED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)(?:-|\u00ad|\u2010)\n[^\S\n]*([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_pdf(data: bytes, source: str, progress: Progress, patience: float = PATIENCE) -> Draft:
    """The draft of a PDF, without its running headers and footers, its hyphenated words whole.

    Raises:
        ArticleError: pypdf is not installed, or the PDF is locked, damaged, endless or only pictures.
    """
    if importlib.util.find_spec("pypdf") is None:
        raise problem(source, "reading a PDF needs one more package", "pip install 'diptych[pdf]'")
    found = _extract(data, source, progress, patience)
    text = unwrap_hyphens("\n".join("\n".join(page) for page in without_running_lines(found["pages"])))
    paragraphs = find_paragraphs(text)
    blocks = [" ".join(text[p.start : p.end].split()) for p in paragraphs]
    if not blocks:
        raise problem(
            source, "it holds no text, only pictures", "run it through text recognition (OCR) first"
        )
    title = found["title"] or ""
    known = fold_line(title) in {fold_line(block) for block in blocks[:10]}
    return draft_of_blocks(
        [(block, None) for block in blocks],
        title=title if known else "",  # else it is mostly the name of some file
        byline=found["author"] or None,
        date=find_date(found["date"] or ""),
    )


def without_running_lines(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page, without page numbers and what stands at the edge of most pages."""
    lines = [[line.rstrip() for line in page.split("\n") if line.strip()] for page in pages]
    edges: Counter[str] = Counter()
    for page in lines:
        edges.update({_edge_form(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    often = max(2, len([page for page in lines if page]) // 2)
    running = {form for form, pages_with in edges.items() if pages_with >= often}

    def runs(line: str) -> bool:
        return _edge_form(line) in running or bool(_PAGE_NUMBER.fullmatch(line.strip()))

    kept = []
    for page in lines:
        first, last = 0, len(page)
        while first < min(_EDGE, last) and runs(page[first]):
            first += 1
        while last > max(first, len(page) - _EDGE) and runs(page[last - 1]):
            last -= 1
        kept.append(page[first:last])
    return kept


def _edge_form(line: str) -> str:
    """A line as it is compared from page to page: the page's number may differ."""
    return _DIGITS.sub("#", line.strip().casefold())


def unwrap_hyphens(text: str) -> str:
    """The text with words that a line's end parted made whole: `nego-` `tiations`.

    A hyphen stays where the word is written with it elsewhere, or where it joins names or capitals.
    """
    known = {word.casefold() for word in _WORD.findall(text)}

    def join(found: re.Match[str]) -> str:
        first, second = found[1], found[2]
        hyphened = f"{first}-{second}".casefold() in known
        whole = (first + second).casefold() in known
        if second[:1].isupper() or first.isupper() or (hyphened and not whole):
            return f"{first}-{second}"
        return first + second

    return _HYPHENATED.sub(join, text)


def _extract(data: bytes, source: str, progress: Progress, patience: float) -> dict[str, Any]:
    """Run the worker; its pages and properties."""
    command = [sys.executable, "-I", "-c", _start_worker()]
    give_up = time.monotonic() + patience
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as worker:
        answer: list[bytes] = []
        talk = threading.Thread(target=lambda: answer.append(worker.communicate(data)[0]), daemon=True)
        talk.start()
        try:
            while talk.is_alive():
                talk.join(0.05)
                progress("reading the PDF", min(1.0, 1 - (give_up - time.monotonic()) / patience))
                if time.monotonic() > give_up:
                    raise problem(
                        source, f"it took longer than {patience:g} seconds", "save it as text first"
                    )
        finally:
            worker.kill()
            talk.join()
    try:
        found: dict[str, Any] = json.loads(answer[0])
    except (ValueError, IndexError):
        raise problem(source, "it is damaged", "open it in a viewer and save its text") from None
    if found.get("locked"):
        raise _locked(source)
    return found


def _start_worker() -> str:
    """A program for a fresh interpreter that sees the same packages as this one."""
    return f"import sys; sys.path[:] = {sys.path!r}; from tui.articles.pdf_worker import main; main()"


def _locked(source: str) -> ArticleError:
    return problem(source, "it is locked with a password", "save it without one")
