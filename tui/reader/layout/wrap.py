"""Wrap a passage's words to a width, in terminal cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import split_graphemes

_NARROW = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u2500-\u25fc\u2400-\u2426]*"
)
"""Characters that take one cell each in every terminal: their count is their width."""

_CROWDED = re.compile(r"[^\S ]|  ")
"""White space that is not a single space: the reason to squeeze a passage."""

_RUNS = re.compile(r"\s+")
_LONG_RUNS = re.compile(r"\s\s+")

Row = tuple[int, int]
"""First character of a wrapped row and one past its last, in the shown text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as it is shown, and where each of its characters comes from."""

    text: str
    starts: Sequence[int]
    """Offsets into the article's text from which on every character is shown, up to a long run of space."""
    places: Sequence[int]
    """For each of them, which shown character that is."""

    def span(self, start: int, end: int) -> Row:
        """A span of the article's text as a span of the shown text."""
        return self._place(start), self._place(end)

    def _place(self, offset: int) -> int:
        k = bisect_right(self.starts, offset) - 1
        if k < 0:
            return 0
        # Of a long run of space only the first is shown.
        last = self.places[k + 1] if k + 1 < len(self.places) else len(self.text)
        return min(self.places[k] + offset - self.starts[k], last)


def shown(text: str, start: int) -> Shown:
    """A passage's words as one line: runs of white space become single spaces.

    Args:
        text: The passage, already free of control characters.
        start: Its offset into the article's text.
    """
    if not _CROWDED.search(text):
        return Shown(text, (start,), (0,))
    starts, places = [start], [0]
    left_out = 0
    for run in _LONG_RUNS.finditer(text):
        left_out += run.end() - run.start() - 1
        starts.append(start + run.end())
        places.append(run.end() - left_out)
    return Shown(_RUNS.sub(" ", text), starts, places)


def is_narrow(text: str) -> bool:
    """Whether every character certainly takes one cell."""
    return _NARROW.fullmatch(text) is not None


def wrap(text: str, width: int) -> list[Row]:
    """Cut a text at spaces into rows of at most `width` cells.

    A word longer than a row is cut where the row is full, never within a character as seen
    (an emoji sequence, a letter with its accents). An empty text is one empty row.
    """
    width = max(1, width)
    return _wrap_narrow(text, width) if is_narrow(text) else _wrap_wide(text, width)


def _wrap_narrow(text: str, width: int) -> list[Row]:
    rows: list[Row] = []
    place, length = 0, len(text)
    while length - place > width:
        space = text.rfind(" ", place, place + width + 1)
        if space <= place:
            rows.append((place, place + width))
            place += width
        else:
            rows.append((place, space))
            place = space + 1
    rows.append((place, length))
    return rows


def _wrap_wide(text: str, width: int) -> list[Row]:
    rows: list[Row] = []
    start = cells = 0
    space = cells_at_space = -1
    graphemes, _ = split_graphemes(text)
    for first, _last, size in graphemes:
        if text[first] == " " and size == 1 and cells <= width:
            space, cells_at_space = first, cells
        if cells + size > width and text[first] != " ":
            if space > start:
                rows.append((start, space))
                start, cells = space + 1, cells - cells_at_space - 1
            elif cells:
                rows.append((start, first))
                start, cells = first, 0
            space = -1
        cells += size
    rows.append((start, len(text)))
    return rows
