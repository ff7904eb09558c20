"""Markdown: its paragraphs as the text a reader sees (markdown-it, which Rich and Textual bring)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.articles.dates import find_date
from tui.articles.draft import Draft, draft_of_blocks
from tui.articles.model import PassageKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){1,200}?)(?:---|\.\.\.)[ \t]*\n")
_FIELD = re.compile(r"([A-Za-z_-]{1,40})[ \t]*:[ \t]*(.*)")
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"<(script|style)\b[^<>]*>.*?</\1>|<!--.*?-->", re.IGNORECASE | re.DOTALL)


def read_markdown(text: str) -> Draft:
    """The draft of a Markdown text: headings, paragraphs, list items, quotations, table rows.

    Links stand as their text, pictures and raw HTML are left out, and a front matter's title, author
    and date are kept.
    """
    from markdown_it import MarkdownIt

    fields, body = _front_matter(text)
    blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(body)))
    title = fields.get("title", "")
    if blocks and blocks[0][1] == "heading" and not title:
        title = blocks[0][0]
        blocks[0] = (title, "headline")
    elif title:
        same = next((k for k, block in enumerate(blocks[:3]) if block[0] == title), None)
        blocks = blocks if same is None else blocks[:same] + blocks[same + 1 :]
        blocks.insert(0, (title, "headline"))
    return draft_of_blocks(
        blocks,
        title=title,
        byline=fields.get("author") or fields.get("authors") or None,
        date=find_date(fields.get("date", "")),
        site=fields.get("site") or fields.get("publication") or None,
        structured=True,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields: dict[str, str] = {}
    for line in found[1].splitlines():
        field = _FIELD.match(line)
        if field:
            fields[field[1].lower()] = field[2].strip().strip("\"'")
    return (fields, text[found.end() :]) if fields else ({}, text)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, PassageKind | None]]:
    heading = False
    items = 0
    row: list[str] = []
    for token in tokens:
        if token.type == "heading_open":
            heading = True
        elif token.type == "heading_close":
            heading = False
        elif token.type in ("th_open", "td_open"):
            row.append("")
        elif token.type == "tr_close":
            yield " · ".join(filter(None, row)), "body"
            row = []
        elif token.type == "inline" and row:
            row[-1] = _plain(token.children or ())
        elif token.type in ("list_item_open", "list_item_close"):
            items += 1 if token.type == "list_item_open" else -1
        elif token.type == "inline":
            yield _plain(token.children or ()), "heading" if heading else "body" if items else None
        elif token.type in ("fence", "code_block"):
            yield token.content.strip("\n"), "body"
        elif token.type == "html_block":
            yield " ".join(_TAG.sub(" ", _UNSEEN.sub(" ", token.content)).split()), None


def _plain(children: Sequence[Token]) -> str:
    pieces: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
    return "".join(pieces)
