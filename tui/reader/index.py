"""A comparison arranged for reading: what stands in each passage and what comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.alignment.model import Link, Span
from tui.comparison.model import Comparison
from tui.facts.model import Conflict, Place, Side
from tui.marks.model import claim_target, conflict_target
from tui.reader.layout.order import Pair, chain
from tui.reader.place import SIDES


def place_on(conflict: Conflict, side: Side) -> Place:
    """Where a conflict stands on one side."""
    return conflict.a if side == "a" else conflict.b


class SideIndex:
    """One article's part of a comparison, by passage and in reading order."""

    def __init__(self, comparison: Comparison, side: Side) -> None:
        """Arrange one side of a comparison."""
        self.statuses = comparison.statuses(side)
        self.body = sorted({p.paragraph for p in comparison.article(side).passages if p.kind == "body"})
        """Numbers of the paragraphs that the article itself is made of."""
        self.links: dict[int, list[Link]] = {}
        for link in comparison.links:
            self.links.setdefault(link.a if side == "a" else link.b, []).append(link)
        for found in self.links.values():
            found.sort(key=lambda link: -link.score)
        self.matched = sorted(self.links)
        """Passages with a counterpart, in order."""

        claims = comparison.claims
        self.unique = sorted(
            (k for k, c in enumerate(claims) if c.side == side and c.status == "unique"),
            key=lambda k: (claims[k].start, claims[k].end),
        )
        """Numbers of the claims found only here, in reading order."""
        self.unique_starts = [claims[k].start for k in self.unique]
        self.unique_by_passage: dict[int, list[int]] = {}
        for k in self.unique:
            self.unique_by_passage.setdefault(claims[k].passage, []).append(k)

        places = [(place_on(c, side), k) for k, c in enumerate(comparison.conflicts)]
        places.sort(key=lambda item: (item[0].start, item[0].end))
        self.conflicts = [k for _, k in places]
        """Numbers of the conflicts in reading order."""
        self.conflict_starts = [place.start for place, _ in places]
        self.conflicts_by_passage: dict[int, list[int]] = {}
        for place, k in places:
            self.conflicts_by_passage.setdefault(place.passage, []).append(k)


class Index:
    """A comparison arranged for reading, both sides."""

    def __init__(self, comparison: Comparison) -> None:
        """Arrange a comparison; linear in its size."""
        self.comparison = comparison
        self.summary = comparison.summary()
        self.sides: dict[Side, SideIndex] = {side: SideIndex(comparison, side) for side in SIDES}
        self.chain: list[Pair] = chain(comparison.links)
        self._in_order = frozenset(self.chain)
        self.reviewable = frozenset(
            [claim_target(c) for c in comparison.claims if c.status == "unique"]
            + [conflict_target(c) for c in comparison.conflicts]
        )
        """What there is to check: every claim that only one side makes, every conflict."""

    def counterparts(self, side: Side, passage: int) -> list[int]:
        """Passages of the other article that state the same, the surest first."""
        return [link.b if side == "a" else link.a for link in self.sides[side].links.get(passage, ())]

    def moved(self, link: Link) -> bool:
        """Whether the two passages stand at different points of the two stories."""
        if (link.a, link.b) in self._in_order:
            return False
        # Beside the backbone is not moved: one passage told by two neighbours there.
        at = bisect_left(self.chain, (link.a, -1))
        low = self.chain[at - 1][1] if at else -1
        after = bisect_right(self.chain, (link.a, 1 << 60))
        high = self.chain[after][1] if after < len(self.chain) else 1 << 60
        return not low <= link.b <= high

    def unique_spans(self, side: Side, passage: int) -> list[Span]:
        """Spans of what only this article says in a passage."""
        claims = self.comparison.claims
        return [(claims[k].start, claims[k].end) for k in self.sides[side].unique_by_passage.get(passage, ())]

    def conflict_spans(self, side: Side, passage: int) -> list[Span]:
        """Spans that conflict with the other article in a passage."""
        conflicts = self.comparison.conflicts
        numbers = self.sides[side].conflicts_by_passage.get(passage, ())
        return [place_on(conflicts[k], side).span for k in numbers]


def step(values: Sequence[int], here: int, direction: int) -> int | None:
    """The position, in sorted values, of the next one after (or before) `here`; None at the end."""
    if direction > 0:
        k = bisect_right(values, here)
        return k if k < len(values) else None
    k = bisect_left(values, here) - 1
    return k if k >= 0 else None
