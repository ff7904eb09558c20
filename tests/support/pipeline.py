"""The whole way from bytes to every report, and what must hold of its outcome whatever the bytes."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from types import MappingProxyType

from support.contract import broken_promises

import tui
from tui.articles.model import Article, ArticleError
from tui.marks.model import Marks, Target
from tui.reports import REPORTS

LIMIT = 2.0
"""Seconds of computing that any one step may take for articles of up to 100 kB."""

STEERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What can steer a terminal, turn a line of text around, or is no text at all."""

ACTIVE = {"script", "iframe", "object", "embed", "img", "svg", "link", "meta", "base", "form", "input"}
"""Elements that load, run or send something."""

LEADS_AWAY = {"href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "background"}
"""Attributes whose value a browser follows."""


class TooSlow(AssertionError):
    """A step that took longer than a person waits."""


def through(
    a: bytes,
    b: bytes,
    folder: Path,
    suffix: str = ".txt",
    split: str = "sentence",
    *,
    contract: bool = True,
    limit: float = LIMIT,
    took: list[float] | None = None,
) -> bool:
    """Read two files, compare them and make every report; fails where the outcome is not valid.

    Args:
        a: The bytes of one file.
        b: The bytes of the other.
        folder: Where to put the files.
        suffix: What their names end in.
        split: How they are cut into passages.
        contract: Whether to hold the JSON report to its contract, which takes longer than making it.
        limit: Seconds of computing that any one step may take.
        took: Is given the seconds that each step took.

    Returns:
        Whether there was anything to compare: some bytes hold no article, and are refused.
    """
    articles: list[Article] = []
    for name, data in (("a", a), ("b", b)):
        path = folder / f"{name}{suffix}"
        path.write_bytes(data)
        try:
            with within(limit, "reading", took):
                articles.append(tui.read(str(path), split))  # type: ignore[arg-type]
        except ArticleError as error:
            assert str(error) and not STEERS.search(str(error)) and "\n" not in str(error), repr(error)
            return False
    check(*articles, contract=contract, limit=limit, took=took)
    return True


def check(
    a: Article, b: Article, *, contract: bool = True, limit: float = LIMIT, took: list[float] | None = None
) -> None:
    """Compare two articles and make every report; fails where the outcome is not valid."""
    with within(limit, "comparing", took):
        comparison = tui.compare(a, b)
    note = f"{a.text[:200]} \x1b]0;title\x07 =1+1"
    marks = Marks(
        notes=MappingProxyType({Target("passage", (p.start, p.end), None): note for p in a.passages[:1]})
    )
    for name, make in REPORTS.items():
        with within(limit, f"the {name} report", took):
            report = make(comparison, marks)
        assert not (found := STEERS.search(report)), f"{name} report holds {found!r}"
        report.encode("utf-8")
        if name == "json" and contract:
            assert (broken := broken_promises(json.loads(report))) == [], broken
        if name == "html":
            _check_html(report)


@contextmanager
def within(limit: float, what: str, took: list[float] | None = None) -> Iterator[None]:
    """Fail if something takes more computing than this many seconds."""
    began = time.process_time()
    yield
    taken = time.process_time() - began
    if took is not None:
        took.append(taken)
    if taken > limit:
        raise TooSlow(f"{what} took {taken:.1f} s")


class _Elements(HTMLParser):
    """Counts the elements of a page that could do harm, and refuses what does."""

    def __init__(self) -> None:
        super().__init__()
        self.active: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ACTIVE:
            self.active.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), f"<{tag} {name}>"
            runs = (value or "").strip().lower().startswith(("javascript:", "vbscript:", "data:"))
            assert not (runs and name in LEADS_AWAY), f"<{tag} {name}={value!r}>"


def active_elements(page: str) -> list[str]:
    """The elements of a page that load, run or send something."""
    parser = _Elements()
    parser.feed(page)
    parser.close()
    return parser.active


@cache
def _own_elements() -> list[str]:
    """What stands in every HTML report, whatever the articles."""
    nothing = Article.from_passages(["One."])
    return active_elements(REPORTS["html"](tui.compare(nothing, nothing), Marks()))


def _check_html(page: str) -> None:
    found, expected = active_elements(page), _own_elements()
    assert set(found) <= set(expected), f"the page has {set(found) - set(expected)}"
    assert found.count("script") == expected.count("script"), "an article brought a script along"
