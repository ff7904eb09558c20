"""Ribbons: lines in the gutter from each passage on screen to its counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, RIGHT, UP, DOWN = 1, 2, 4, 8

_THIN = {
    0: " ",
    LEFT: "╴",
    RIGHT: "╶",
    UP: "╵",
    DOWN: "╷",
    LEFT | RIGHT: "─",
    UP | DOWN: "│",
    RIGHT | DOWN: "╭",
    LEFT | DOWN: "╮",
    RIGHT | UP: "╰",
    LEFT | UP: "╯",
    UP | DOWN | RIGHT: "├",
    UP | DOWN | LEFT: "┤",
    LEFT | RIGHT | DOWN: "┬",
    LEFT | RIGHT | UP: "┴",
    LEFT | RIGHT | UP | DOWN: "┼",
}

_DOTTED = {LEFT | RIGHT: "┄", UP | DOWN: "┆"}
_BOLD_DOTTED = {LEFT | RIGHT: "┅", UP | DOWN: "┇"}
"""The straight parts of a ribbon whose link is only possible."""

_BOLD = {
    LEFT: "╸",
    RIGHT: "╺",
    UP: "╹",
    DOWN: "╻",
    LEFT | RIGHT: "━",
    UP | DOWN: "┃",
    RIGHT | DOWN: "┏",
    LEFT | DOWN: "┓",
    RIGHT | UP: "┗",
    LEFT | UP: "┛",
}


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link as the gutter sees it."""

    a: int
    """Row of A's passage; below 0 or at least the height when it is off screen."""
    b: int
    """Row of B's passage."""
    link: tuple[int, int]
    focus: bool = False
    likely: bool = True
    """Whether the link is likely right; one that is only possible is drawn dotted."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of the gutter."""

    char: str = " "
    focus: bool = False
    link: tuple[int, int] | None = None
    """The link whose ribbon runs here."""


_EMPTY = Cell()


def draw_ribbons(ribbons: Sequence[Ribbon], width: int, height: int) -> list[list[Cell]]:
    """The gutter's characters.

    Each ribbon leaves its passage, runs up or down in a lane of its own, and enters the
    counterpart. Only ribbons with both ends on screen are drawn, so that the gutter stays calm;
    the one in focus goes to the edge when its other end is off screen. It is drawn last and
    bold.
    """
    bits = [[0] * width for _ in range(height)]
    cells = [[_EMPTY] * width for _ in range(height)]
    thin = [r for r in ribbons if not r.focus and 0 <= r.a < height and 0 <= r.b < height]
    for ribbon in thin:
        for x, y, way in _path(ribbon, _lane(ribbon, width), width, height):
            alone = not bits[y][x] and not ribbon.likely
            bits[y][x] |= way
            char = _THIN[bits[y][x]]
            cells[y][x] = Cell(_DOTTED.get(way, char) if alone else char, False, ribbon.link)
    for ribbon in ribbons:
        if ribbon.focus:
            for x, y, way in _path(ribbon, _lane(ribbon, width), width, height):
                char = _BOLD[way]
                cells[y][x] = Cell(char if ribbon.likely else _BOLD_DOTTED.get(way, char), True, ribbon.link)
    return cells


def _lane(ribbon: Ribbon, width: int) -> int:
    """The column a ribbon climbs in: neighbours get different ones."""
    inner = max(1, width - 2)
    return 1 + (ribbon.link[0] * 2 + ribbon.link[1]) % inner if width > 2 else 0


def _path(ribbon: Ribbon, lane: int, width: int, height: int) -> list[tuple[int, int, int]]:
    """The cells of a ribbon as (column, row, directions it connects)."""
    a_on, b_on = 0 <= ribbon.a < height, 0 <= ribbon.b < height
    if not a_on and not b_on:
        return []
    a = min(max(ribbon.a, 0), height - 1)
    b = min(max(ribbon.b, 0), height - 1)
    if a == b and a_on and b_on:
        return [(x, a, LEFT | RIGHT) for x in range(width)]
    found: list[tuple[int, int, int]] = []
    down = ribbon.b > ribbon.a
    if a_on:
        found += [(x, a, LEFT | RIGHT) for x in range(lane)]
        found.append((lane, a, LEFT | (DOWN if down else UP)))
    if b_on:
        found.append((lane, b, RIGHT | (UP if down else DOWN)))
        found += [(x, b, LEFT | RIGHT) for x in range(lane + 1, width)]
    low, high = min(a, b), max(a, b)
    rows = range(low + (1 if (a_on and a == low) or (b_on and b == low) else 0), high + 1)
    ends = {a if a_on else -1, b if b_on else -1}
    found += [(lane, y, UP | DOWN) for y in rows if y not in ends]
    return found
