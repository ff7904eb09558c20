"""Which links run in the order of both articles, and which passages have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tui.alignment.model import Link

Pair = tuple[int, int]


def chain(links: Sequence[Link]) -> list[Pair]:
    """The longest run of links that goes forward in both articles.

    The backbone that scrolling follows; a link outside it joins passages that stand at
    different points of the two stories. Longest strictly increasing subsequence, O(n log n).
    """
    pairs = sorted(((link.a, link.b) for link in links), key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []
    owners: list[int] = []
    before: list[int] = []
    for k, (_, b) in enumerate(pairs):
        place = bisect_left(ends, b)
        before.append(owners[place - 1] if place else -1)
        ends[place : place + 1] = [b]
        owners[place : place + 1] = [k]
    found: list[Pair] = []
    k = owners[-1] if owners else -1
    while k >= 0:
        found.append(pairs[k])
        k = before[k]
    return found[::-1]
