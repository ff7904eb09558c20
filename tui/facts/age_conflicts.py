"""Conflicts of age: a person has one, wherever the two articles tell it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.figure import Figure, Told
from tui.facts.model import Conflict, Place
from tui.language.values.few import few

SURE = 0.75
"""How sure it is that two ages beside one name are one person's."""


def age_conflicts(comparing: Comparing, told_a: Told, told_b: Told) -> Iterator[Conflict]:
    """Two ages told of one name, where neither article tells the other's too.

    Args:
        comparing: The two articles.
        told_a: The figures of each passage of A.
        told_b: Those of B's.
    """
    of_a, of_b = _by_person(comparing, told_a), _by_person(comparing, told_b)
    for person in sorted(of_a.keys() & of_b.keys()):
        pairs = list(product(few(of_a[person]), few(of_b[person])))
        if all(comparing.related(p.value, q.value).verdict == "differ" for p, q in pairs):
            p, q = max(pairs, key=lambda pair: comparing.scores.get((pair[0].passage, pair[1].passage), 0.0))
            places = Place(p.passage, *p.span), Place(q.passage, *q.span)
            yield build_conflict(comparing, "quantity", *places, SURE)


def _by_person(comparing: Comparing, told: Told) -> dict[int, list[Figure]]:
    """The ages that an article tells of each person, by the number of the person."""
    found: dict[int, list[Figure]] = {}
    for figures in told:
        for figure in figures:
            if figure.value.kind == "age" and figure.bearer in comparing.persons:
                found.setdefault(comparing.persons[figure.bearer], []).append(figure)
    return found
