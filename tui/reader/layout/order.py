"""Which links run in the order of both articles, and which passages have moved."""

from __future__ import annotations

from collections.abc import Sequence

from tui.alignment.model import Link

Pair = tuple[int, int]


def chain(links: Sequence[Link]) -> list[Pair]:
    """The run of links that goes forward in both articles and is the surest in sum.

    The backbone that scrolling follows; a link outside it joins passages that stand at
    different points of the two stories. Heaviest strictly increasing subsequence, O(n log n).
    """
    ordered = sorted(links, key=lambda link: (link.a, -link.b))
    places = {b: place for place, b in enumerate(sorted({link.b for link in links}))}
    surest = _Surest(len(places))
    before: list[int] = []
    for k, link in enumerate(ordered):
        weight, last = surest.below(places[link.b])
        before.append(last)
        surest.add(places[link.b], weight + link.score, k)
    found: list[Pair] = []
    k = surest.below(len(places))[1]
    while k >= 0:
        found.append((ordered[k].a, ordered[k].b))
        k = before[k]
    return found[::-1]


class _Surest:
    """The heaviest run that ends below a place, found in O(log n) (Fenwick's tree, with greatest for sum)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        """The weight of the heaviest run whose last link is below `place`, and that link's number or -1."""
        best = (0.0, -1)
        while place > 0:
            if self._tree[place][0] > best[0]:
                best = self._tree[place]
            place &= place - 1
        return best

    def add(self, place: int, weight: float, number: int) -> None:
        """A run of this weight ends at `place`, with this link."""
        place += 1
        while place < len(self._tree):
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, number)
            place += place & -place
