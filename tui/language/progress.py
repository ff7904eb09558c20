"""How long work tells how far it is, and how it is cancelled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

Progress = Callable[[str, float], None]
"""Called with a stage's name (`aligning`, `finding facts`) and the part of it done, 0 to 1.

Long work calls it between chunks. Whoever wants to cancel raises an exception of their own from
it; the work passes it on untouched.
"""

T = TypeVar("T")
LETTERS = 250_000
"""Code points of text that are worked on between two calls: about a tenth of a second."""
LINES = 5_000
"""Lines, or passages, that are looked at between two calls."""
_MATCHES = 25_000
"""Matches of a pattern in one text between two calls: about as long."""


def silent(stage: str, done: float) -> None:
    """A progress that tells nobody."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a stage's work: told how far that part is, it tells how far the stage is."""

    progress: Progress = silent
    stage: str = ""
    begin: float = 0.0
    end: float = 1.0

    def tell(self, done: float) -> None:
        """Tell that so much of this part, 0 to 1, is done."""
        # Rounded, so that one part never begins below the end of the one before it.
        self.progress(self.stage, round(self.begin + (self.end - self.begin) * done, 9))

    def part(self, begin: float, end: float) -> Share:
        """A part of this part."""
        width = self.end - self.begin
        return Share(self.progress, self.stage, self.begin + width * begin, self.begin + width * end)

    def each(self, items: Sequence[T], few: int = 0) -> Iterator[T]:
        """The items one by one, telling on the way: after so many of them, after LINES where that is 0."""
        step = few or LINES
        for begin in range(0, len(items), step):
            self.tell(begin / len(items))
            yield from items[begin : begin + step]

    def matches(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern, telling on the way through a text of more than LETTERS."""
        found = pattern.finditer(text)
        return found if len(text) <= LETTERS else self._told(found, len(text))

    def _told(self, found: Iterator[re.Match[str]], length: int) -> Iterator[re.Match[str]]:
        for number, match in enumerate(found):
            if number % _MATCHES == 0:
                self.tell(match.start() / length)
            yield match


UNTOLD = Share()
"""The share of work that tells nobody."""
