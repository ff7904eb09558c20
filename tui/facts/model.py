"""What the facts stage finds: claims, conflicts, quotations, and each passage's status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.alignment.model import Span

Side = Literal["a", "b"]
"""Which of the two articles."""
SIDES: tuple[Side, ...] = ("a", "b")
BOTH_WAYS: tuple[tuple[Side, Side], ...] = ("a", "b"), ("b", "a")
"""Each side with the other, for what is asked from A to B and from B to A."""

Status = Literal["shared", "mixed", "unique", "conflicting", "none"]
"""Of the facts a passage states: all stated in the other article too, some, none; or one is
contradicted there; or the passage states no fact at all."""

ClaimKind = Literal["statement", "quantity", "date", "name", "quote"]
ClaimStatus = Literal["unique", "shared", "conflicting"]
ConflictKind = Literal["quantity", "date", "name", "quote", "attribution", "polarity", "other"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact stated by one passage, as a readable stretch of its words."""

    side: Side
    passage: int
    start: int
    """Offset in code points into the article's text."""
    end: int
    kind: ClaimKind
    status: ClaimStatus
    salience: float
    """How much it matters to a reader with one minute, 0 to 1."""
    value: str | None = None
    """The normalised value, for a quantity, date or name (`30 day`, `2025-02-28`)."""
    counterparts: tuple[int, ...] = ()
    """Passages of the other article that state (or contradict) it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a passage of one article."""

    passage: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Start and end as a pair."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two spans, one in each article, that cannot both be right."""

    a: Place
    b: Place
    kind: ConflictKind
    explanation: str
    """One plain sentence for the reader."""
    confidence: float
    """0 to 1; conflicts are listed with the surest first."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, with who is said to have spoken them."""

    side: Side
    passage: int
    start: int
    end: int
    speaker: str | None
    """The speaker's name as the articles resolve it, or None where it is not clear."""
    counterpart: int | None = None
    """Index, among the comparison's quotations, of the same words in the other article."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found about what the two articles say."""

    status_a: tuple[Status, ...]
    status_b: tuple[Status, ...]
    claims: tuple[Claim, ...]
    """In reading order: all of A's, then all of B's."""
    conflicts: tuple[Conflict, ...]
    """The surest first."""
    quotations: tuple[Quotation, ...]
