"""Lay an article out as prose: which passage stands on which line."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from typing import NamedTuple, overload

from tui.articles.model import Article
from tui.language.visible import visible
from tui.reader.layout.wrap import Shown, shown, wrap


class Line(NamedTuple):
    """One line of a page."""

    passage: int
    """The passage it shows; -1 on a blank line."""
    start: int
    """First character, as an index into the passage's shown text."""
    end: int


class Lines(Sequence[Line]):
    """The lines of a page, in three arrays: a book in narrow columns has half a million of them.

    As many tuples would take ten times the memory, and hold up keys while garbage is looked for.
    """

    def __init__(self) -> None:
        """Make an empty page."""
        self.passages = array("i")
        """What passage each line shows; -1 on a blank one."""
        self._starts, self._ends = array("i"), array("i")

    def __len__(self) -> int:
        return len(self.passages)

    @overload
    def __getitem__(self, number: int) -> Line: ...

    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...

    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        line = self.passages[number], self._starts[number], self._ends[number]
        if isinstance(number, slice):
            return list(map(Line, *line))  # type: ignore[arg-type]
        return Line(*line)  # type: ignore[arg-type]

    def add_passage(self, passage: int, wrapped: Wrapped) -> None:
        """Put a passage below what is there."""
        low, high = wrapped.first[passage], wrapped.first[passage + 1]
        self.passages.extend(repeat(passage, high - low))
        self._starts.extend(wrapped.starts[low:high])
        self._ends.extend(wrapped.ends[low:high])

    def add_blanks(self, count: int) -> None:
        """Put blank lines below what is there."""
        self.passages.extend(repeat(-1, count))
        self._starts.extend(repeat(0, count))
        self._ends.extend(repeat(0, count))


class Wrapped:
    """The passages of an article wrapped to one width."""

    def __init__(self, passages: Sequence[Shown], width: int) -> None:
        """Wrap all of them."""
        self.starts, self.ends = array("i"), array("i")
        """Of each row, its first character and one past its last, in the passage's shown text."""
        self.first = array("i", [0])
        """The number of each passage's first row, and how many rows there are."""
        for passage in passages:
            starts, ends = zip(*wrap(passage.text, width), strict=True)
            self.starts.extend(starts)
            self.ends.extend(ends)
            self.first.append(len(self.starts))

    @property
    def heights(self) -> list[int]:
        """How many rows each passage takes."""
        return [end - first for first, end in pairwise(self.first)]


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
        self._wrapped: dict[int, Wrapped] = {}

    def shown(self, passage: int) -> Shown:
        """One passage as it is shown."""
        found = self._shown[passage]
        if found is None:
            place = self.article.passages[passage]
            found = shown(self._safe[place.start : place.end], place.start)
            self._shown[passage] = found
        return found

    def wrapped(self, width: int) -> Wrapped:
        """Every passage wrapped to a width; the last three widths are kept."""
        if width not in self._wrapped:
            while len(self._wrapped) > 2:
                del self._wrapped[next(iter(self._wrapped))]
            self._wrapped[width] = Wrapped([self.shown(p.index) for p in self.article.passages], width)
        return self._wrapped[width]


def prose_of(article: Article) -> Prose:
    """An article made ready to be shown."""
    return Prose(article, visible(article.text, prose=True))


@dataclass(frozen=True, slots=True)
class Page:
    """An article laid out at one width."""

    lines: Lines
    first: Sequence[int]
    """For each passage, the number of its first line."""
    heights: Sequence[int]
    """For each passage, how many lines it takes."""

    def passage_at(self, y: int) -> int:
        """The passage on a line, or the nearest one above it, or the first; -1 on an empty page."""
        passages = self.lines.passages
        y = min(y, len(passages) - 1)
        while y >= 0:
            if passages[y] >= 0:
                return passages[y]
            y -= 1
        return min((passage for passage in passages[:2] if passage >= 0), default=-1)

    def last(self, passage: int) -> int:
        """The number of a passage's last line."""
        return self.first[passage] + self.heights[passage] - 1


def lay_out(prose: Prose, width: int) -> Page:
    """The article in its own order: each passage on lines of its own, paragraphs set apart."""
    lines, first = Lines(), []
    wrapped = prose.wrapped(width)
    for k in range(len(prose.article.passages)):
        if k and _apart(prose.article, k):
            lines.add_blanks(1)
        first.append(len(lines))
        lines.add_passage(k, wrapped)
    return Page(lines, first, wrapped.heights)


def lay_out_rows(prose: Prose, width: int, rows: Sequence[Sequence[int]], heights: Sequence[int]) -> Page:
    """The article in given rows, each of a given height, blank below what it shows.

    Args:
        prose: The article.
        width: Cells in a line.
        rows: The passages that each row shows; every passage stands in exactly one row.
        heights: Lines in each row, without the blank line that sets rows apart.
    """
    lines, wrapped = Lines(), prose.wrapped(width)
    first = [0] * len(prose.article.passages)
    for shown_here, height in zip(rows, heights, strict=True):
        if lines:
            lines.add_blanks(1)
        end = len(lines) + height
        for passage in shown_here:
            first[passage] = len(lines)
            lines.add_passage(passage, wrapped)
        lines.add_blanks(end - len(lines))
    return Page(lines, first, wrapped.heights)


def row_heights(prose: Prose, width: int, rows: Sequence[Sequence[int]]) -> list[int]:
    """How many lines the passages of each row take."""
    heights = prose.wrapped(width).heights
    return [sum(heights[passage] for passage in row) for row in rows]


def _apart(article: Article, k: int) -> bool:
    """Whether a blank line stands before passage `k`: a new paragraph, but furniture keeps together."""
    before, here = article.passages[k - 1], article.passages[k]
    if before.kind == here.kind == "furniture":
        return False
    return before.paragraph != here.paragraph or before.kind != here.kind
