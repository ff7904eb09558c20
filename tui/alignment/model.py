"""What alignment finds: links between passages, each with a score and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.alignment.lexicon import Lexicon

EvidenceKind = Literal["words", "name", "quantity", "date", "quote"]
"""What kind of thing two passages share."""

LIKELY = 0.5
"""From this score on, a link is more likely right than wrong; below it, it is a possibility to check."""

Span = tuple[int, int]
"""Start and end (exclusive) as offsets in code points into an article's text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that both passages of a link say, as a span in each text."""

    kind: EvidenceKind
    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A passage of A and a passage of B that state at least one same fact.

    A passage may stand in several links: that is how many-to-many matches are told.
    """

    a: int
    """Index of the passage in article A."""
    b: int
    """Index of the passage in article B."""
    score: float
    """Calibrated probability, 0 to 1, that a careful reader would link the two."""
    evidence: tuple[Evidence, ...] = ()

    @property
    def likely(self) -> bool:
        """Whether the link is more likely right than wrong; if not, it is shown as a possibility."""
        return self.score >= LIKELY


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every pair of passages worth considering, with its score.

    Kept beside the links so that moving the threshold needs no new comparison.
    """

    candidates: tuple[Link, ...]
    """Scored pairs, sorted by (a, b), without evidence; those far below any threshold are left out."""
    lexicon: Lexicon | None = field(default=None, repr=False, compare=False)
    """The words of both articles, indexed: finding facts asks them again."""

    def links(
        self,
        threshold: float,
        pinned: frozenset[tuple[int, int]] = frozenset(),
        cut: frozenset[tuple[int, int]] = frozenset(),
    ) -> tuple[Link, ...]:
        """The links at a threshold, with the reader's own decisions applied.

        Args:
            threshold: Least score of a link, 0 to 1.
            pinned: Pairs (a, b) the reader linked by hand; they get the score 1.
            cut: Pairs (a, b) the reader took apart; they are never links.
        """
        return tuple(c for c in self.decided(pinned, cut) if c.score >= threshold)

    def decided(
        self, pinned: frozenset[tuple[int, int]] = frozenset(), cut: frozenset[tuple[int, int]] = frozenset()
    ) -> tuple[Link, ...]:
        """The candidates with the reader's own decisions applied: pinned ones sure, cut ones gone."""
        found = {(c.a, c.b): c for c in self.candidates}
        for pair in pinned:
            found[pair] = Link(*pair, score=1.0)
        return tuple(found[pair] for pair in sorted(found) if pair not in cut)
