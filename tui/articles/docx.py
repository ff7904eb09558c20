"""Word documents (.docx), by the standard library alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles.archive import Archive, xml_events
from tui.articles.dates import find_date
from tui.articles.draft import Draft, draft_of_blocks
from tui.articles.model import PassageKind

_HEADING = re.compile(r"heading\s*\d|subtitle", re.IGNORECASE)
_TITLE = re.compile(r"title$", re.IGNORECASE)
# What word processors fill in when nobody did.
_NO_TITLE = re.compile(r"(?:microsoft word|untitled|document\s*\d*|unknown|word document)\b", re.IGNORECASE)
_NOBODY = frozenset(
    "user admin administrator author unknown owner root windows microsoft office python-docx".split()
)


def read_docx(archive: Archive) -> Draft:
    """The draft of a Word document: its paragraphs, headings and properties."""
    styles = _heading_styles(archive)
    blocks = list(_paragraphs(archive, styles))
    properties = _properties(archive)
    title = properties.get("title", "")
    creator = properties.get("creator", "")
    structured = any(kind is not None for _, kind in blocks)
    if not any(kind == "headline" for _, kind in blocks):
        blocks = _first_heading_is_headline(blocks)
    return draft_of_blocks(
        blocks,
        title=next((text for text, kind in blocks if kind == "headline"), "")
        or ("" if _NO_TITLE.match(title) else title),
        byline=None if not creator or creator.lower() in _NOBODY else creator,
        date=find_date(properties.get("created", "")[:10]),
        structured=structured,
    )


def _first_heading_is_headline(
    blocks: list[tuple[str, PassageKind | None]],
) -> list[tuple[str, PassageKind | None]]:
    if blocks and blocks[0][1] == "heading":
        return [(blocks[0][0], "headline"), *blocks[1:]]
    return blocks


def _heading_styles(archive: Archive) -> dict[str, PassageKind]:
    """What the document's styles stand for, by their id; names are English whatever the language."""
    kinds: dict[str, PassageKind] = {}
    if "word/styles.xml" not in archive.names:
        return kinds
    style = ""
    for event in xml_events(archive.read("word/styles.xml"), archive):
        if event.kind != "start":
            continue
        if event.name == "style":
            style = event.attributes.get("styleId", "")
        elif event.name == "name" and style:
            name = event.attributes.get("val", "")
            if _HEADING.match(name):
                kinds[style] = "heading"
            elif _TITLE.match(name):
                kinds[style] = "headline"
    return kinds


def _paragraphs(archive: Archive, styles: dict[str, PassageKind]) -> Iterator[tuple[str, PassageKind | None]]:
    """The paragraphs in reading order; those in a text box come before the one that holds it."""
    open_paragraphs: list[tuple[list[str], list[PassageKind | None]]] = []
    skipped = 0  # depth inside an alternative that repeats what was said
    in_text = False
    headlines = 0
    for event in xml_events(archive.read("word/document.xml"), archive):
        if event.name in ("Fallback", "del", "moveFrom") and event.kind != "text":
            skipped += 1 if event.kind == "start" else -1
        elif skipped:
            continue
        elif event.kind == "text":
            if in_text and open_paragraphs:
                open_paragraphs[-1][0].append(event.name)
        elif event.kind == "end":
            in_text = in_text and event.name != "t"
            if event.name == "p" and open_paragraphs:
                pieces, kind = open_paragraphs.pop()
                found = kind[-1]
                headlines += found == "headline"
                yield "".join(pieces), "heading" if found == "headline" and headlines > 1 else found
        elif event.name == "p":
            open_paragraphs.append(([], [None]))
        elif event.name == "t":
            in_text = True
        elif open_paragraphs:
            _inside(event.name, event.attributes, open_paragraphs[-1], styles)


def _inside(
    name: str,
    attributes: dict[str, str],
    paragraph: tuple[list[str], list[PassageKind | None]],
    styles: dict[str, PassageKind],
) -> None:
    pieces, kinds = paragraph
    if name == "pStyle":
        kinds.append(styles.get(attributes.get("val", "")))
    elif name == "outlineLvl" and attributes.get("val", "9") < "9":
        kinds.append("heading")
    elif name in ("tab", "br", "cr"):
        pieces.append(" ")
    elif name == "noBreakHyphen":
        pieces.append("-")


def _properties(archive: Archive) -> dict[str, str]:
    """Title, creator and date of creation, where the document has them."""
    found: dict[str, str] = {}
    if "docProps/core.xml" not in archive.names:
        return found
    name = ""
    for event in xml_events(archive.read("docProps/core.xml"), archive):
        if event.kind == "text" and name:
            found[name] = found.get(name, "") + event.name.strip()
        else:
            name = event.name if event.kind == "start" else ""
    return found
