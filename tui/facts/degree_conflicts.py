"""Conflicts of degree: nearly destroyed here and destroyed there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import setting, two_times
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import few

_ADVERBS = ("nearly", "almost", "virtually", "practically", "partly", "partially", "half")
_NEARLY = re.compile(rf"(?=[navph])\b(?:{'|'.join(_ADVERBS)})\s(?P<told>[a-z]{{3,}})", re.IGNORECASE)
"""What was not quite done. Of what was tried no more is said: a report tells of the trial, and elsewhere
how it came out."""
LEAST_TERMS = 3
"""Terms that the two clauses must have in common beside the word itself ..."""
LEAST_COMMON = 0.6
"""... and what part of the terms of the shorter one these must be, with the word."""
SURE = 0.6
LEAD = "One says in part what the other says in full"


def degree_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """What one article says was nearly so and the other was so."""
    nearly_a, nearly_b = _nearly(comparing, "a"), _nearly(comparing, "b")
    if not nearly_a and not nearly_b:
        return
    for i, j in share.each(comparing.linked):
        if (i in nearly_a) == (j in nearly_b):
            continue
        for term, span in few(nearly_a.get(i, ())):
            for other in _first(comparing, "b", j, term):
                yield from _conflict(comparing, Place(i, *span), Place(j, *other))
        for term, span in few(nearly_b.get(j, ())):
            for other in _first(comparing, "a", i, term):
                yield from _conflict(comparing, Place(i, *other), Place(j, *span))


def _nearly(comparing: Comparing, side: Side) -> dict[int, list[tuple[int, Span]]]:
    """What each passage says was nearly so, of those that do: the term and the span."""
    found: dict[int, list[tuple[int, Span]]] = {}
    for passage, match in comparing.matches(side, _NEARLY, comparing.holding(side, _ADVERBS)):
        for term in comparing.terms_in_order(side, passage, *match.span("told")):
            found.setdefault(passage, []).append((term, match.span()))
    return found


def _first(comparing: Comparing, side: Side, passage: int, term: int) -> Iterator[Span]:
    """Where a passage first has a term, if it has it."""
    terms = comparing.passage_terms(side, passage)
    if term in terms:
        k = terms.index(term)
        yield comparing.span(side, passage, k, k + 1)


def _conflict(comparing: Comparing, a: Place, b: Place) -> Iterator[Conflict]:
    """The conflict of two places, if their clauses otherwise tell the same."""
    one, other = setting(comparing, "a", a.passage, a.span), setting(comparing, "b", b.passage, b.span)
    in_a, in_b = set(one.words | one.names), set(other.words | other.names)
    common, shorter = comparing.shared(in_a, in_b), min(len(in_a), len(in_b))
    if common >= LEAST_TERMS and 1 + common >= LEAST_COMMON * (1 + shorter) and not two_times(one, other):
        yield build_conflict(comparing, "polarity", a, b, SURE, lead=LEAD)
