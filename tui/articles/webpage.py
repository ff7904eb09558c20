"""The article in a web page, by trafilatura (imported only here, when there is a page to read)."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.articles.draft import Draft, draft_of_blocks
from tui.articles.files import problem, too_big
from tui.articles.furniture import fold_line
from tui.articles.model import PassageKind

if TYPE_CHECKING:
    from lxml.etree import _Element

Block = tuple[str, PassageKind | None]

MAX_PAGE = 8_000_000
"""The most characters of a page; larger ones are no articles and take minutes to look through."""
LEAST_WORDS = 20
"""A page with fewer words of main text holds no article: a script's empty shell, a wall."""

_META_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"""<\?xml[^<>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_LOOKS_LIKE_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_BLANKS = re.compile(r"\s+")


def looks_like_page(text: str) -> bool:
    """Whether a text opens as an HTML page does, whatever its name."""
    return bool(_LOOKS_LIKE_PAGE.match(text[:4000]))


def page_charset(data: bytes) -> str | None:
    """The charset that a page declares in its head."""
    head = data[:4096]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def read_page(text: str, source: str, url: str | None = None) -> Draft:
    """The draft of the article in a page.

    Args:
        text: The page's HTML.
        source: What to call it in a complaint.
        url: Where it was fetched from, if it was.

    Raises:
        ArticleError: There is no article in the page.
    """
    if len(text) > MAX_PAGE:
        raise too_big(source, MAX_PAGE)
    for name in ("trafilatura", "htmldate"):  # they log what we report ourselves
        logging.getLogger(name).addHandler(logging.NullHandler())
    import trafilatura

    found = trafilatura.bare_extraction(
        _XML_DECLARATION.sub("", text[:300], count=1) + text[300:],
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    blocks: list[Block] = []
    if isinstance(found, trafilatura.settings.Document) and found.body is not None:
        blocks = list(_blocks(found.body))
    if sum(len(block.split()) for block, _ in blocks) < LEAST_WORDS and not _wide(blocks):
        raise problem(source, "no article was found in the page", "open it in a browser and save its text")
    assert isinstance(found, trafilatura.settings.Document)
    title = _one_line(found.title)
    return draft_of_blocks(
        _with_headline(blocks, title),
        title=title,
        byline=_one_line(found.author).replace("; ", ", ") or None,
        date=_iso_or_none(found.date),
        site=_one_line(found.sitename) or None,
        structured=True,
    )


def _wide(blocks: list[Block]) -> bool:
    """Whether the text is in a script without blanks, where words cannot be counted."""
    return sum(char > "\u2e7f" for block, _ in blocks for char in block) > 2 * LEAST_WORDS


def _blocks(body: _Element) -> Iterator[Block]:
    """The paragraphs of trafilatura's tree: p, head, list/item, quote, table/row/cell, code."""
    for element in body:
        if not isinstance(element.tag, str):
            continue
        if element.tag == "head":
            yield _text(element), "heading"
        elif element.tag == "table":
            yield from _table(element)
        elif element.tag in ("list", "quote", "div") and len(element):
            if element.text and element.text.strip():
                yield _one_line(element.text), None
            yield from _blocks(element)
        elif element.tag != "graphic":
            for part in _broken(element):
                yield part, None
        if element.tail and element.tail.strip():
            yield _one_line(element.tail), None


def _table(table: _Element) -> Iterator[Block]:
    """A row of short cells is a paragraph; cells that hold paragraphs only lay out the page."""
    for row in table.iter("row"):
        cells = list(row.iter("cell"))
        if any(cell.find("p") is not None or len(_text(cell).split()) > LEAST_WORDS for cell in cells):
            for cell in cells:
                yield from ((part, None) for part in _broken(cell))
        else:
            yield " · ".join(filter(None, map(_text, cells))), None


def _broken(element: _Element) -> Iterator[str]:
    """The text of an element, parted at its line breaks."""
    parts = [""]
    for piece in _pieces(element):
        if piece is None:
            parts.append("")
        else:
            parts[-1] += piece
    yield from (part for part in map(_one_line, parts) if part)


def _pieces(element: _Element) -> Iterator[str | None]:
    """The strings in an element; None where a line breaks."""
    for event, node in _walk(element):
        if event == "start":
            if node.tag in ("lb", "p", "head", "item"):
                yield None
            if isinstance(node.tag, str) and node.text:
                yield node.text
        elif node is not element:
            if node.tag in ("p", "head", "item"):
                yield None
            if node.tail:
                yield node.tail


def _walk(element: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml.etree import iterwalk

    yield from iterwalk(element, events=("start", "end"))


def _text(element: _Element) -> str:
    return _one_line(" ".join("" if piece is None else piece for piece in _pieces(element)))


def _with_headline(blocks: list[Block], title: str) -> list[Block]:
    """The blocks with the title in front as headline, unless it stands among the first anyway."""
    folded = fold_line(title)
    for k, (text, _) in enumerate(blocks[:5]):
        if folded and fold_line(text) == folded:
            return [*blocks[:k], (text, "headline"), *blocks[k + 1 :]]
    return [(title, "headline"), *blocks] if title else blocks


def _one_line(text: str | None) -> str:
    return _BLANKS.sub(" ", text or "").strip()


def _iso_or_none(date: str | None) -> str | None:
    return date if date and re.fullmatch(r"\d{4}-\d\d-\d\d", date) else None
