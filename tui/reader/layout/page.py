"""Lay an article out as prose: which passage stands on which line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.articles.model import Article
from tui.language.visible import visible
from tui.reader.layout.wrap import Row, Shown, shown, wrap


class Line(NamedTuple):
    """One line of a page."""

    passage: int
    """The passage it shows; -1 on a blank line."""
    start: int
    """First character, as an index into the passage's shown text."""
    end: int


BLANK = Line(-1, 0, 0)


class Prose:
    """An article's passages as they are shown, and wrapped; each is worked out once."""

    def __init__(self, article: Article, safe: str) -> None:
        """Prepare an article.

        Args:
            article: The article.
            safe: Its text with the same length, control characters replaced by stand-ins.
        """
        self.article = article
        self._safe = safe
        self._shown: list[Shown | None] = [None] * len(article.passages)
        self._wrapped: dict[int, list[list[Row]]] = {}

    def shown(self, passage: int) -> Shown:
        """One passage as it is shown."""
        found = self._shown[passage]
        if found is None:
            place = self.article.passages[passage]
            found = shown(self._safe[place.start : place.end], place.start)
            self._shown[passage] = found
        return found

    def rows(self, width: int) -> list[list[Row]]:
        """Every passage wrapped to a width; the last three widths are kept."""
        if width not in self._wrapped:
            while len(self._wrapped) > 2:
                del self._wrapped[next(iter(self._wrapped))]
            self._wrapped[width] = [
                wrap(self.shown(k).text, width) for k in range(len(self.article.passages))
            ]
        return self._wrapped[width]


def prose_of(article: Article) -> Prose:
    """An article made ready to be shown."""
    return Prose(article, visible(article.text, prose=True))


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out at one width."""

    lines: Sequence[Line]
    first: Sequence[int]
    """For each passage, the number of its first line."""
    heights: Sequence[int]
    """For each passage, how many lines it takes."""

    def passage_at(self, y: int) -> int:
        """The passage on a line, or the nearest one above it, or the first; -1 on an empty page."""
        y = min(y, len(self.lines) - 1)
        while y >= 0:
            if self.lines[y].passage >= 0:
                return self.lines[y].passage
            y -= 1
        return min((line.passage for line in self.lines[:2] if line.passage >= 0), default=-1)

    def last(self, passage: int) -> int:
        """The number of a passage's last line."""
        return self.first[passage] + self.heights[passage] - 1


def lay_out(prose: Prose, width: int) -> Page:
    """The article in its own order: each passage on lines of its own, paragraphs set apart."""
    passages = prose.article.passages
    lines: list[Line] = []
    first: list[int] = []
    rows = prose.rows(width)
    for k, passage in enumerate(passages):
        if k and _apart(prose.article, k):
            lines.append(BLANK)
        first.append(len(lines))
        lines.extend([Line(k, start, end) for start, end in rows[passage.index]])
    return Page(lines, first, [len(r) for r in rows])


def lay_out_rows(prose: Prose, width: int, rows: Sequence[Sequence[int]], heights: Sequence[int]) -> Page:
    """The article in given rows, each of a given height, blank below what it shows.

    Args:
        prose: The article.
        width: Cells in a line.
        rows: The passages that each row shows; every passage stands in exactly one row.
        heights: Lines in each row, without the blank line that sets rows apart.
    """
    lines: list[Line] = []
    wrapped = prose.rows(width)
    first = [0] * len(wrapped)
    for shown_here, height in zip(rows, heights, strict=True):
        if lines:
            lines.append(BLANK)
        end = len(lines) + height
        for passage in shown_here:
            first[passage] = len(lines)
            lines.extend([Line(passage, start, stop) for start, stop in wrapped[passage]])
        lines.extend([BLANK] * (end - len(lines)))
    return Page(lines, first, [len(r) for r in wrapped])


def row_heights(prose: Prose, width: int, rows: Sequence[Sequence[int]]) -> list[int]:
    """How many lines the passages of each row take."""
    wrapped = prose.rows(width)
    return [sum(len(wrapped[passage]) for passage in row) for row in rows]


def _apart(article: Article, k: int) -> bool:
    """Whether a blank line stands before passage `k`: a new paragraph, but furniture keeps together."""
    before, here = article.passages[k - 1], article.passages[k]
    if before.kind == here.kind == "furniture":
        return False
    return before.paragraph != here.paragraph or before.kind != here.kind
