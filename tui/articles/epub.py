"""E-books and exported articles (.epub): zip and package by the standard library, chapters by lxml."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from tui.articles.archive import Archive, xml_events
from tui.articles.dates import find_date
from tui.articles.decode import decode
from tui.articles.draft import Draft, draft_of_blocks
from tui.articles.files import problem
from tui.articles.furniture import fold_line
from tui.articles.model import PassageKind
from tui.articles.webpage import Block, page_charset

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    "p div li dt dd blockquote section article header footer aside figure figcaption table tr td th pre hr "
    "ul ol dl body address center".split()
)
_UNREAD = frozenset({"script", "style", "head", "nav", "svg", "math", "template"})
_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


@dataclass(slots=True)
class _Package:
    """What the package file says: properties, and the chapters in reading order."""

    properties: dict[str, str] = field(default_factory=dict)
    chapters: dict[str, str] = field(default_factory=dict)
    """Path in the archive, by id."""
    order: list[str] = field(default_factory=list)


def read_epub(archive: Archive) -> Draft:
    """The draft of an e-book: its chapters in reading order, without navigation."""
    path = _package_path(archive)
    package = _package(archive, path)
    title = package.properties.get("title", "")
    blocks: list[Block] = []
    for identifier in package.order or list(package.chapters):
        chapter = package.chapters.get(identifier)
        if chapter in archive.names:
            blocks += _chapter(archive.read(chapter))
    if not blocks:
        locked = "META-INF/encryption.xml" in archive.names
        wrong = "it is copy-protected" if locked else "it has no chapters"
        raise problem(archive.source, wrong, "save the article as text, HTML or PDF")
    folded = fold_line(title)
    if folded:
        blocks = [block for k, block in enumerate(blocks) if k > 3 or fold_line(block[0]) != folded]
        blocks.insert(0, (title, "headline"))
    return draft_of_blocks(
        blocks,
        title=title,
        byline=package.properties.get("creator") or None,
        date=find_date(package.properties.get("date", "")),
        site=package.properties.get("publisher") or None,
        structured=True,
    )


def _package_path(archive: Archive) -> str:
    if "META-INF/container.xml" not in archive.names:
        raise archive.damaged()
    for event in xml_events(archive.read("META-INF/container.xml"), archive):
        if event.kind == "start" and event.name == "rootfile":
            path = event.attributes.get("full-path", "")
            if path in archive.names:
                return path
    raise archive.damaged()


def _package(archive: Archive, path: str) -> _Package:
    package = _Package()
    folder = posixpath.dirname(path)
    name = ""
    for event in xml_events(archive.read(path), archive):
        if event.kind == "text":
            if name in ("title", "creator", "date", "publisher") and event.name.strip():
                package.properties.setdefault(name, event.name.strip())
            continue
        name = event.name if event.kind == "start" else ""
        given = event.attributes
        if name == "item" and given.get("media-type") in _CHAPTERS:
            if "nav" not in given.get("properties", "").split():
                target = posixpath.join(folder, unquote(given.get("href", "")))
                package.chapters[given.get("id", "")] = posixpath.normpath(target)
        elif name == "itemref" and given.get("linear") != "no":
            package.order.append(given.get("idref", ""))
    return package


def _chapter(data: bytes) -> Iterator[Block]:
    """The paragraphs and headings of a chapter."""
    from lxml import etree  # its HTML parser takes anything, loads nothing and stays linear

    text = decode(data, page_charset(data)).replace("\0", "\N{REPLACEMENT CHARACTER}")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode(), parser)
    if root is None:
        return
    pieces: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        kind: PassageKind | None = "heading" if tag in _HEADINGS else "body" if tag == "li" else None
        if tag in _UNREAD:
            unread += 1 if event == "start" else -1
        elif tag in _BLOCKS or tag == "br":
            if tag != "br" and (block := _one_line(pieces)):
                yield block, kind if event == "end" else None
            if tag != "br":
                pieces.clear()
            pieces.append(" ")
        if not unread:
            pieces.append((element.text if event == "start" else element.tail) or "")
    if block := _one_line(pieces):
        yield block, None


def _one_line(pieces: list[str]) -> str:
    return " ".join("".join(pieces).split())
