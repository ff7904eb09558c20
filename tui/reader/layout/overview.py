"""The overview: a whole article squeezed to the height of the pane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.facts.model import Status
from tui.reader.layout.page import Page

_RANK: dict[Status, int] = {"none": 0, "shared": 1, "mixed": 2, "unique": 3, "conflicting": 4}


def squeeze(page: Page, statuses: Sequence[Status], height: int) -> list[Status]:
    """For each row of the map, what most matters in the lines it stands for.

    A conflict shows wherever there is one. Otherwise a row is what most of its lines are.
    """
    total = len(page.lines)
    rows: list[Status] = []
    for y in range(height):
        low, high = line_of(y, total, height), line_of(y + 1, total, height)
        passages = page.lines.passages[low : max(high, low + 1)]
        here = Counter([statuses[passage] for passage in passages if passage >= 0])
        if "conflicting" in here:
            rows.append("conflicting")
        else:
            rows.append(max(here, key=lambda s: (here[s], _RANK[s]), default="none"))
    return rows


def line_of(y: int, total: int, height: int) -> int:
    """The first line that a row of the map stands for; short articles are not stretched."""
    return y if total <= height else y * total // max(1, height)


def window(scroll: int, visible: int, total: int, height: int) -> range:
    """The rows of the map that stand for the lines on screen."""
    if total <= height:
        return range(scroll, min(total, scroll + visible))
    low = scroll * height // total
    high = -(-min(total, scroll + visible) * height // total)
    return range(min(low, height - 1), max(high, low + 1))
