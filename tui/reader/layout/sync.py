"""Scroll two pages in step by what is aligned, not by line number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.reader.layout.page import Page

Anchor = tuple[int, int]
"""A line of A and the line of B that belongs beside it."""


def anchors(a: Page, b: Page, pairs: Sequence[tuple[int, int]]) -> list[Anchor]:
    """The lines at which the two pages meet: their tops, each aligned pair, their ends.

    Args:
        a: The first page.
        b: The second page.
        pairs: Aligned passages that run in the order of both articles.
    """
    found = [(0, 0)]
    for i, j in pairs:
        point = (a.first[i], b.first[j])
        if point[0] > found[-1][0] and point[1] > found[-1][1]:
            found.append(point)
    end = (len(a.lines), len(b.lines))
    if end[0] > found[-1][0] and end[1] > found[-1][1]:
        found.append(end)
    return found


def across(points: Sequence[Anchor], y: float, *, backwards: bool = False) -> float:
    """The line of the other page that belongs beside a line of this one.

    Straight between anchors. `backwards` goes from B to A.
    """
    here, there = (1, 0) if backwards else (0, 1)
    k = bisect_right(points, y, key=lambda point: point[here]) - 1
    if k < 0:
        return float(points[0][there])
    low = points[k]
    if k + 1 == len(points):
        return float(low[there])
    high = points[k + 1]
    part = (y - low[here]) / (high[here] - low[here])
    return low[there] + part * (high[there] - low[there])
