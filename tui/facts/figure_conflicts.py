"""Conflicts of figures: two numbers for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from tui.alignment.model import Span
from tui.facts.age_conflicts import age_conflicts
from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.figure import Figure, Told, figures_told
from tui.facts.figure_sureness import SAME_PASSAGE, Differing, same_frame, sureness, told_apart
from tui.facts.model import Conflict, Place
from tui.facts.values import Values
from tui.language.progress import UNTOLD, Share
from tui.language.values import Quantity

Written = tuple[str, float, str, str]
"""Kind, value, unit and state of a figure, wherever it stands."""
LEAST_STRENGTH = 0.5
"""How sure it must be that two figures differ, and are of one thing."""
TOLD_AGAIN = 0.5
"""Link score of two passages that tell two figures again of which a conflict is known."""
FIGURE_ALONE = 0.9
"""How sure a conflict is of two figures that are all in which two passages differ."""


def quantity_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Figures that differ, of one thing, in passages near to each other; and where both are told again."""
    told_a, told_b = figures_told(comparing)
    found: dict[tuple[Written, Written], float] = {}
    for (i, j), score in share.each(comparing.pairs):
        if not (told_a[i] and told_b[j]):
            continue
        frame = same_frame(comparing, i, j)
        linked = frame or score >= min(comparing.threshold, SAME_PASSAGE)
        for a, b, strength in _differing(comparing, told_a[i], told_b[j], linked=linked):
            differing = Differing(a, b, told_a[i], told_b[j], strength, frame)
            sure = sureness(comparing, differing)
            if sure >= LEAST_STRENGTH:
                found[_written(a.value), _written(b.value)] = sure
                places = Place(i, *a.span), Place(j, *b.span)
                yield build_conflict(comparing, "quantity", *places, sure)
    yield from age_conflicts(comparing, told_a, told_b)
    if found:
        yield from _told_again(comparing, told_a, told_b, found)


def _differing(
    comparing: Comparing, in_a: Sequence[Figure], in_b: Sequence[Figure], *, linked: bool
) -> Iterator[tuple[Figure, Figure, float]]:
    """The figures that differ and may be of one thing, neither settled by another; and how surely they do."""
    for a in in_a:
        for b in in_b:
            if a.value.kind == b.value.kind and (linked or told_apart(a, b)):
                found = comparing.related(a.value, b.value)
                if found.verdict == "differ" and not (a.agrees(in_b) or b.agrees(in_a)):
                    yield a, b, found.strength


def _told_again(
    comparing: Comparing, told_a: Told, told_b: Told, found: dict[tuple[Written, Written], float]
) -> Iterator[Conflict]:
    """The conflicts of figures that are known, in linked passages that tell the same two again."""
    known_a, known_b = ({figures[k] for figures in found} for k in (0, 1))
    again_a, again_b = _among(told_a, known_a), _among(told_b, known_b)
    for (i, j), score in comparing.disputable.items():
        if score < TOLD_AGAIN:
            continue
        for p, q in product(again_a[i], again_b[j]):
            sure = found.get((_written(p), _written(q)))
            if sure is not None:
                places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                yield build_conflict(comparing, "quantity", *places, sure)


def _among(told: Told, known: set[Written]) -> list[list[Quantity]]:
    """The figures of each passage that are any of those known."""
    numbers = {number for _, number, _, _ in known}  # most figures show by their number that they are none
    return [
        [f.value for f in figures if f.value.value in numbers and _written(f.value) in known]
        for figures in told
    ]


def _written(value: Quantity) -> Written:
    return value.kind, value.value, value.unit, value.state


def bare_figure_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Figures that differ in passages of otherwise the same words, where the grammar reads no value."""
    number = comparing.lexicon.terms.is_number
    for i, j in share.each(comparing.linked):
        left, right = comparing.passage_terms("a", i), comparing.passage_terms("b", j)
        if len(left) != len(right):
            continue
        differ = [k for k, (p, q) in enumerate(zip(left, right, strict=True)) if p != q]
        if not all(number[left[k]] and number[right[k]] for k in differ):
            continue
        for k in differ:
            a, b = comparing.span("a", i, k, k + 1), comparing.span("b", j, k, k + 1)
            if not (_read(comparing.values_a, i, a) or _read(comparing.values_b, j, b)):
                yield build_conflict(comparing, "quantity", Place(i, *a), Place(j, *b), FIGURE_ALONE)


def _read(values: Values, passage: int, span: Span) -> bool:
    """Whether a span is part of a quantity or a date."""
    read = [(q.start, q.end) for q in values.quantities[passage]]
    read += [(d.start, d.end) for d in values.dates[passage]]
    return any(start < span[1] and span[0] < end for start, end in read)
