"""A conflict as data: two spans with clean edges, told in one plain sentence."""

from __future__ import annotations

from tui.facts.claims import trim
from tui.facts.context import Comparing, unwrapped
from tui.facts.model import Conflict, ConflictKind, Place

LEADS: dict[ConflictKind, str] = {
    "quantity": "The figures differ",
    "date": "The dates differ",
    "name": "The names differ",
    "polarity": "One says what the other denies",
    "quote": "The same words are quoted differently",
    "attribution": "The same is said by different speakers",
    "other": "The places differ",
}
"""How the explanation of each kind of conflict begins."""
WORDING: frozenset[ConflictKind] = frozenset({"polarity", "quote"})
"""Kinds whose spans are cut out of clauses; those of values have the edges of the value."""


def build_conflict(
    comparing: Comparing,
    kind: ConflictKind,
    a: Place,
    b: Place,
    confidence: float,
    *,
    lead: str = "",
    told: tuple[str, str] | None = None,
) -> Conflict:
    """Put a conflict together.

    Args:
        comparing: The two articles.
        kind: What differs.
        a: Where A says it.
        b: Where B says it.
        confidence: How sure it is, 0 to 1.
        lead: How the explanation begins, where it is not as for all of its kind.
        told: What the two say, where it is not the words of the spans (a speaker's name for `he`).
    """
    if kind in WORDING:
        a, b = _trimmed(comparing.a.text, a), _trimmed(comparing.b.text, b)
    says_a, says_b = told or (comparing.a.text[slice(*a.span)], comparing.b.text[slice(*b.span)])
    explanation = f"{lead or LEADS[kind]}: A has “{unwrapped(says_a)}”, B has “{unwrapped(says_b)}”."
    return Conflict(a, b, kind, explanation, round(confidence, 3))


def _trimmed(text: str, place: Place) -> Place:
    start, end = trim(text, place.start, place.end)
    return Place(place.passage, start, end) if start < end else place
