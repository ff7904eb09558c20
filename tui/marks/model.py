"""What a reader adds to a comparison: links pinned or cut, things checked, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.alignment.model import Span
    from tui.articles.model import Passage
    from tui.facts.model import Claim, Conflict, Side

TargetKind = Literal["claim", "conflict", "passage", "link"]
"""What can bear a mark."""


class MarkError(Exception):
    """A mark that could not be saved; it is not among the marks.

    Its message is one line that says what is wrong and what helps.
    """


@dataclass(frozen=True, slots=True)
class Target:
    """What a mark is on, told by its place in the texts so that it outlives a new comparison."""

    kind: TargetKind
    a: Span | None
    """Span in A's text; None for what stands in B only."""
    b: Span | None
    """Span in B's text; None for what stands in A only."""


def claim_target(claim: Claim) -> Target:
    """The target of a mark on a claim."""
    return _one_sided("claim", claim.side, (claim.start, claim.end))


def conflict_target(conflict: Conflict) -> Target:
    """The target of a mark on a conflict."""
    return Target("conflict", conflict.a.span, conflict.b.span)


def passage_target(side: Side, passage: Passage) -> Target:
    """The target of a mark on a passage."""
    return _one_sided("passage", side, (passage.start, passage.end))


def link_target(a: Passage, b: Passage) -> Target:
    """The target of a mark on two passages taken together."""
    return Target("link", (a.start, a.end), (b.start, b.end))


def _one_sided(kind: Literal["claim", "passage"], side: Side, span: Span) -> Target:
    return Target(kind, span, None) if side == "a" else Target(kind, None, span)


@dataclass(frozen=True, slots=True)
class Marks:
    """All that the reader has marked in one pair of articles."""

    pinned: frozenset[tuple[int, int]] = frozenset()
    """Pairs of passage indices (a, b) linked by hand."""
    cut: frozenset[tuple[int, int]] = frozenset()
    """Pairs of passage indices (a, b) taken apart by hand."""
    checked: frozenset[Target] = frozenset()
    """Claims and conflicts the reader has reviewed."""
    notes: Mapping[Target, str] = field(default_factory=lambda: MappingProxyType({}))
    """The reader's own words on a claim, a conflict, a passage or a link."""

    def notes_on(self, side: Side, start: int, end: int) -> tuple[tuple[Target, str], ...]:
        """Every note that touches a stretch of one article, in reading order.

        A passage shows the notes on the claims inside it this way, also those written when the
        text was cut into other passages.

        Args:
            side: The article.
            start: First character of the stretch.
            end: One past its last character.
        """
        found = [
            (span, target, text)
            for target, text in self.notes.items()
            if (span := target.a if side == "a" else target.b) and span[0] < end and span[1] > start
        ]
        return tuple((target, text) for _, target, text in sorted(found, key=lambda note: note[0]))
