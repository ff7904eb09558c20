"""From bytes to a draft, by what the bytes are."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.articles.decode import decode, what_binary
from tui.articles.draft import Draft
from tui.articles.files import problem
from tui.articles.paragraphs import CUTTING, find_paragraphs
from tui.language.progress import Progress, Share, silent

if TYPE_CHECKING:
    from tui.articles.fetch import Fetched

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdtext"})
_PAGE = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_OPEN_TYPES = frozenset(
    {"", "application/octet-stream", "binary/octet-stream", "application/pdf", "application/zip",
     "application/epub+zip", "application/x-download", "application/force-download",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
)  # fmt: skip
"""Media types (besides `text/...`) whose bytes are looked at; others hold no article."""


def draft_of_file(data: bytes, source: str, progress: Progress = silent) -> Draft:
    """The draft of a file or of standard input.

    Raises:
        ArticleError: The bytes hold no article.
    """
    name = "standard input" if source == "-" else source
    return _checked(_draft(data, name, PurePath(source).suffix.lower(), progress), name)


def draft_of_fetched(fetched: Fetched, source: str, progress: Progress = silent) -> Draft:
    """The draft of what a server sent.

    Raises:
        ArticleError: It holds no article.
    """
    declared = fetched.media_type
    if not (declared.startswith("text/") or declared in _PAGE_TYPES or declared in _OPEN_TYPES):
        raise problem(source, f"it is {declared[:60]}, not an article", "give the address of the page itself")
    suffix = {"text/markdown": ".md", "text/x-markdown": ".md"}.get(declared, "")
    if declared in _PAGE_TYPES:
        suffix = ".html"
    return _checked(_draft(fetched.data, source, suffix, progress, fetched.charset, fetched.url), source)


def _draft(
    data: bytes,
    name: str,
    suffix: str,
    progress: Progress,
    charset: str | None = None,
    url: str | None = None,
) -> Draft:
    if not data:
        raise problem(name, "it is empty", "check that it is the file you mean")
    packed = _packed(data, name, progress)
    if packed is not None:
        return packed
    kind = what_binary(data)
    if kind:
        raise problem(name, f"it is {kind}, not text", "save the article as text, HTML or PDF")
    from tui.articles.webpage import looks_like_page, page_charset, read_page

    if suffix in _PAGE:
        return read_page(decode(data, charset or page_charset(data)), name, url)
    text = decode(data, charset)
    if looks_like_page(text):
        return read_page(decode(data, charset or page_charset(data)), name, url)
    if suffix in _MARKDOWN:
        from tui.articles.markdown import read_markdown

        return read_markdown(text)
    return Draft(text, find_paragraphs(text, Share(progress, CUTTING, 0.0, 0.3)))


def _packed(data: bytes, name: str, progress: Progress) -> Draft | None:
    """The draft of a PDF, a Word document or an e-book, whatever its name; None if it is none."""
    if data[:1024].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-"):
        from tui.articles.pdf import read_pdf

        return read_pdf(data, name, progress)
    if data.startswith(b"PK\x03\x04"):
        from tui.articles.archive import Archive

        archive = Archive(data, name)
        if "word/document.xml" in archive.names:
            from tui.articles.docx import read_docx

            return read_docx(archive)
        if "META-INF/container.xml" in archive.names:
            from tui.articles.epub import read_epub

            return read_epub(archive)
    return None


def _checked(draft: Draft, name: str) -> Draft:
    """The draft, if there is a word in it."""
    text = draft.text
    if not any(char.isalnum() for p in draft.paragraphs for char in text[p.start : p.end]):
        wrong = "it holds no words" if draft.paragraphs else "it holds only white space"
        raise problem(name, wrong, "check that it is the file you mean")
    return draft
