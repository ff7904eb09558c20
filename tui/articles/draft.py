"""A draft: an article's text with its paragraphs, before it is cut into passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.articles.model import PassageKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a draft."""

    start: int
    end: int
    kind: PassageKind | None = None
    """What the format says it is; None where that is still to be found out."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What reading a format gives: text, paragraphs, and what the format says about itself."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    byline: str | None = None
    date: str | None = None
    site: str | None = None
    structured: bool = False
    """Whether the format says itself what is a heading, so that none need be guessed."""


def draft_of_blocks(
    blocks: Iterable[tuple[str, PassageKind | None]],
    *,
    title: str = "",
    byline: str | None = None,
    date: str | None = None,
    site: str | None = None,
    structured: bool = False,
) -> Draft:
    """A draft of paragraphs that a format gives one by one; the text is made by joining them."""
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    start = 0
    for block, kind in blocks:
        text = block.strip()
        if text:
            paragraphs.append(Paragraph(start, start + len(text), kind))
            pieces.append(text)
            start += len(text) + 2
    return Draft("\n\n".join(pieces), tuple(paragraphs), title, byline, date, site, structured)
