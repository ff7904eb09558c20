"""Turn marks on a passage into styled segments of one line."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from tui.reader.palette import Palette, Role


class Mark(NamedTuple):
    """A stretch of a passage's shown text and what it is."""

    start: int
    end: int
    role: Role


class Inks:
    """A palette's roles as Rich styles."""

    def __init__(self, palette: Palette, *, panel: bool = False) -> None:
        """Parse a palette.

        Args:
            palette: The look.
            panel: Whether they are for what lies over or beside the articles.
        """
        self.palette = palette
        self._styles = {role: Style.parse(text) for role, text in palette.roles.items()}
        background = palette.panel if panel else palette.background
        self._ground = Style() if palette.ansi else Style.parse(f"{palette.foreground} on {background}")

    def __getitem__(self, role: Role) -> Style:
        """The style of a role on its background."""
        return self._ground + self._styles[role]

    def mark(self, role: Role) -> Style:
        """The style of a role, to be laid over another."""
        return self._styles[role]


@lru_cache(maxsize=16)
def inks(palette: Palette, *, panel: bool = False) -> Inks:
    """The inks of a palette, parsed once."""
    return Inks(palette, panel=panel)


def segments(
    text: str, start: int, end: int, base: Style, marks: Sequence[Mark], styles: Inks
) -> list[Segment]:
    """The characters from `start` to `end`, with marks laid over the base in the order given."""
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    if not here:
        return [Segment(text[start:end], base)] if end > start else []
    cuts = sorted({start, end, *_inside(here, start, end)})
    found: list[Segment] = []
    for low, high in itertools.pairwise(cuts):
        style = base
        for mark in here:
            if mark.start <= low and mark.end >= high:
                style = style + styles.mark(mark.role)
        found.append(Segment(text[low:high], style))
    return found


def _inside(marks: Iterable[Mark], start: int, end: int) -> Iterable[int]:
    for mark in marks:
        if mark.start > start:
            yield mark.start
        if mark.end < end:
            yield mark.end
