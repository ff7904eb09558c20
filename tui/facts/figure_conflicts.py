"""Conflicts of figures: two numbers for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.figure_roles import with_wholes
from tui.facts.figure_sureness import Differing, by_unit, sureness
from tui.facts.model import Conflict, Place
from tui.facts.values import Values
from tui.language.progress import UNTOLD, Share
from tui.language.values import Quantity, few

Figure = tuple[str, float, str, str]
"""Kind, value, unit and state of a figure, wherever it stands."""
LEAST_STRENGTH = 0.5
"""How sure it must be that two figures differ, and are of one thing."""
TOLD_AGAIN = 0.5
"""Link score of two passages that tell two figures again of which a conflict is known."""
FIGURE_ALONE = 0.9
"""How sure a conflict is of two figures that are all in which two passages differ."""


Told = list[list[Quantity]]
"""The figures of each passage of an article."""


def quantity_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Figures that differ, of one thing, in passages near to each other; and where both are told again."""
    stated = by_unit(comparing.values_a), by_unit(comparing.values_b)
    told_a: Told = [with_wholes(comparing.a.text, few(q)) for q in comparing.values_a.quantities]
    told_b: Told = [with_wholes(comparing.b.text, few(q)) for q in comparing.values_b.quantities]
    found: list[tuple[Quantity, Quantity, float]] = []
    for (i, j), _ in share.each(comparing.pairs):
        in_a, in_b = told_a[i], told_b[j]
        for p in in_a:
            for q in in_b:
                if p.kind != q.kind:
                    continue
                verdict = comparing.related(p, q)
                if verdict.verdict != "differ" or settled(comparing, p, q, in_a, in_b):
                    continue
                differing = Differing((i, j), p, q, in_a, in_b, verdict.strength)
                sure = sureness(comparing, differing, stated)
                if sure >= LEAST_STRENGTH:
                    found.append((p, q, sure))
                    places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                    yield build_conflict(comparing, "quantity", *places, sure)
    if found:
        yield from _told_again(comparing, told_a, told_b, {(_figure(p), _figure(q)): s for p, q, s in found})


def _told_again(
    comparing: Comparing, told_a: Told, told_b: Told, found: dict[tuple[Figure, Figure], float]
) -> Iterator[Conflict]:
    """The conflicts of figures that are known, in linked passages that tell the same two again."""
    known_a, known_b = ({figures[k] for figures in found} for k in (0, 1))
    again_a = [[p for p in told if _figure(p) in known_a] for told in told_a]
    again_b = [[q for q in told if _figure(q) in known_b] for told in told_b]
    for (i, j), score in comparing.disputable.items():
        if score < TOLD_AGAIN:
            continue
        for p, q in product(again_a[i], again_b[j]):
            sure = found.get((_figure(p), _figure(q)))
            if sure is not None:
                places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                yield build_conflict(comparing, "quantity", *places, sure)


def _figure(value: Quantity) -> Figure:
    return value.kind, value.value, value.unit, value.state


def bare_figure_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Figures that differ in passages of otherwise the same words, where the grammar reads no value."""
    terms = comparing.lexicon.terms
    for (i, j), score in share.each(comparing.pairs):
        if score < comparing.threshold:
            continue
        left, right = terms.a.passage_terms(i), terms.b.passage_terms(j)
        if len(left) != len(right):
            continue
        differ = np.flatnonzero(left != right)
        if not len(differ) or not terms.is_number[[*left[differ], *right[differ]]].all():
            continue
        for k in differ.tolist():
            a, b = comparing.span("a", i, k, k + 1), comparing.span("b", j, k, k + 1)
            if not (_read(comparing.values_a, i, a) or _read(comparing.values_b, j, b)):
                yield build_conflict(comparing, "quantity", Place(i, *a), Place(j, *b), FIGURE_ALONE)


def _read(values: Values, passage: int, span: Span) -> bool:
    """Whether a span is part of a quantity or a date."""
    read = [(q.start, q.end) for q in values.quantities[passage]]
    read += [(d.start, d.end) for d in values.dates[passage]]
    return any(start < span[1] and span[0] < end for start, end in read)


def settled(
    comparing: Comparing, p: Quantity, q: Quantity, in_a: Sequence[Quantity], in_b: Sequence[Quantity]
) -> bool:
    """Whether either figure agrees with another one of the other passage."""
    return any(comparing.related(p, other).verdict == "agree" for other in in_b) or any(
        comparing.related(other, q).verdict == "agree" for other in in_a
    )
