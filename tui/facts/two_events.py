"""Whether two articles report two events of one kind, whose figures cannot contradict each other."""

from __future__ import annotations

from tui.facts.context import Comparing
from tui.language.values import Quantity, few

LEAST_DIFFERING = 2
"""Figures of each article that must differ from the other's, and none agree: one may be an error."""
SURE_AGREEMENT = 0.8
"""How surely a figure must agree to be the same one; a round number agrees with many."""
LEAST_DIFFERENCE = 0.5
"""How surely figures must differ to count."""
NAMES_IN_COMMON = 0.5
"""Part of its names, those of the article with fewer, from more of which on it reports the same event."""


def two_events(comparing: Comparing) -> bool:
    """Whether no figure of the articles agrees, several differ, and most names are other names.

    Reports of one event agree in some figures, whatever they differ in; reports of two quakes are as
    like in their words, but not in their figures, and name other places and people.
    """
    differing: tuple[set[Quantity], set[Quantity]] = set(), set()
    for (i, j), score in comparing.scores.items():
        if score < comparing.threshold:
            continue
        for p in few(comparing.values_a.quantities[i]):
            for q in few(comparing.values_b.quantities[j]):
                found = comparing.related(p, q)
                if _same(p, q) and found.verdict == "agree" and found.strength >= SURE_AGREEMENT:
                    return False
                if found.verdict == "differ" and found.strength >= LEAST_DIFFERENCE:
                    differing[0].add(p)
                    differing[1].add(q)
    if min(map(len, differing)) < LEAST_DIFFERING:
        return False
    named_a, named_b = comparing.named["a"], comparing.named["b"]
    fewer = min(len(named_a), len(named_b))
    return fewer > 0 and len(named_a & named_b) <= NAMES_IN_COMMON * fewer


def _same(p: Quantity, q: Quantity) -> bool:
    """Whether two figures are of one noun or unit, and more than `one`."""
    return p.unit == q.unit and p.value != 1
