"""Conflicts of what two reports of one event tell first: how many died, how strong the quake was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.figure_conflicts import LEAST_STRENGTH
from tui.facts.figure_roles import one_of_several
from tui.facts.figure_sureness import one_toll
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import Quantity

LEAD = 6
"""First passages of an article: a toll that is first told here is that of the event it reports."""
SAME_LEAD = 0.6
"""Link score of two of them from which both articles report one event ..."""
COMMON_TERMS = 3
"""... if they have so many terms in common: two date lines are alike too."""
SURE = 0.5
"""How sure a conflict is of two figures in passages that may tell little else in common."""
TOLD_FIRST = (
    ("count", "dead"),
    ("count", "hurt"),
    ("count", "missing"),
    ("count", "homeless"),
    ("magnitude", ""),
)
"""Kinds of figures, and what became of the people counted, of which an event has one."""


def lead_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Tolls and magnitudes that differ where each of two articles on one event first tells of them."""
    if not _one_event(comparing):
        return
    for kind, state in TOLD_FIRST:
        first, second = _first(comparing, "a", kind, state), _first(comparing, "b", kind, state)
        if first is None or second is None:
            continue
        (i, p), (j, q) = first, second
        verdict = comparing.related(p, q)
        if verdict.verdict != "differ" or verdict.strength < LEAST_STRENGTH or not one_toll(p, q):
            continue
        if not _settled(comparing, p, q, comparing.values_a.quantities[i], comparing.values_b.quantities[j]):
            yield build_conflict(
                comparing, "quantity", Place(i, p.start, p.end), Place(j, q.start, q.end), SURE
            )


def _one_event(comparing: Comparing) -> bool:
    """Whether a passage at the start of one article says what one at the start of the other does."""
    for i, j in product(range(LEAD), range(LEAD)):
        if comparing.scores.get((i, j), 0.0) >= SAME_LEAD:
            a, b = comparing.a.passages[i], comparing.b.passages[j]
            common = comparing.shared(
                comparing.terms_in("a", i, a.start, a.end), comparing.terms_in("b", j, b.start, b.end)
            )
            if common >= COMMON_TERMS:
                return True
    return False


def _first(comparing: Comparing, side: Side, kind: str, state: str) -> tuple[int, Quantity] | None:
    """The first figure of a kind in the lead of an article, with its passage."""
    values = comparing.values(side)
    for passage, found in enumerate(values.quantities[:LEAD]):
        for quantity in found:
            if quantity.kind == kind and quantity.state == state:
                told = one_of_several(comparing.article(side).text, found, quantity)
                return None if told else (passage, quantity)
    return None


def _settled(
    comparing: Comparing, p: Quantity, q: Quantity, in_a: Sequence[Quantity], in_b: Sequence[Quantity]
) -> bool:
    """Whether either figure agrees with another one of the other passage."""
    return any(comparing.related(p, other).verdict == "agree" for other in in_b) or any(
        comparing.related(other, q).verdict == "agree" for other in in_a
    )
