"""Conflicts of values: two figures, dates or names for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from tui.alignment.model import Span
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.facts.values import Values, few
from tui.language.values import (
    DateValue,
    Name,
    Quantity,
    compare_dates,
    compare_names,
    compare_quantities,
)
from tui.language.words import words

NEAR_SCORE = 0.1
"""Least link score at which two figures for one rare noun are compared (`15 villages`, `seven
villages`): the noun itself says that they speak of one thing."""
LEAST_STRENGTH = 0.5
"""How sure it must be that two values differ."""
LEAST_DATE_STRENGTH = 0.6
"""The same for dates: two sentences on one thing often name the days of two events."""
PEOPLE = frozenset(
    {
        "person",
        "people",
        "man",
        "woman",
        "child",
        "victim",
        "other",
        "officer",
        "official",
        "resident",
        "year",
    }
)
"""Nouns that are counted many times in one report, each time others of them."""
FIGURE_ALONE = 0.9
"""How sure a conflict is of two figures that are all in which two passages differ."""
COMMON_TERMS = 2
"""Terms that the clauses of two figures must have in common where the noun tells too little."""
_INHABITANTS = re.compile(r"\b(?:population|home to|inhabitants|inhabited by)\b", re.IGNORECASE)
COMMON_PART = 0.5
"""And what part of the shorter one's: two figures in one story share a few words by chance."""
SELF_TELLING = frozenset({"count", "calibre", "multiplicity"})
"""Kinds of quantity whose noun can tell what is counted."""


def quantity_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """Figures that differ, of things of one name in passages near to each other."""
    seen_a = _stated(comparing.values_a.quantities)
    seen_b = _stated(comparing.values_b.quantities)
    for (i, j), score in comparing.scores.items():
        if score < NEAR_SCORE:
            continue
        in_a, in_b = few(comparing.values_a.quantities[i]), few(comparing.values_b.quantities[j])
        for p in in_a:
            for q in in_b:
                frame = _one_frame(comparing, i, j, p, q)
                if not frame and (p.kind in {"time", "score"} or not p.unit or not q.unit):
                    continue
                verdict = compare_quantities(p, q)
                if verdict.verdict != "differ" or _settled(p, q, in_a, in_b):
                    continue
                if not frame and (_elsewhere(p, seen_b) or _elsewhere(q, seen_a)):
                    continue
                sure = 1.0 if frame else _sureness(comparing, (i, j), score, p, q, verdict.strength)
                if sure >= LEAST_STRENGTH:
                    yield _conflict(comparing, i, j, (p.start, p.end), (q.start, q.end), "quantity", sure)


def bare_figure_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """Figures that differ in passages of otherwise the same words, where the grammar reads no value."""
    terms = comparing.lexicon.terms
    for (i, j), score in comparing.scores.items():
        left, right = terms.a.passage_terms(i), terms.b.passage_terms(j)
        if score < comparing.threshold or len(left) != len(right):
            continue
        differ = np.flatnonzero(left != right)
        if not len(differ) or not terms.is_number[[*left[differ], *right[differ]]].all():
            continue
        for k in differ.tolist():
            a, b = _placed(comparing, "a", i, k), _placed(comparing, "b", j, k)
            if not (_read(comparing.values_a, i, a) or _read(comparing.values_b, j, b)):
                yield _conflict(comparing, i, j, a, b, "quantity", FIGURE_ALONE)


def _placed(comparing: Comparing, side: Side, passage: int, word: int) -> Span:
    """Where a word of a passage stands in the text."""
    terms = comparing.lexicon.terms
    found = (terms.a if side == "a" else terms.b).words[passage][word]
    offset = comparing.article(side).passages[passage].start
    return found.start + offset, found.end + offset


def _read(values: Values, passage: int, span: Span) -> bool:
    """Whether a span is part of a quantity or a date."""
    read = [(q.start, q.end) for q in values.quantities[passage]]
    read += [(d.start, d.end) for d in values.dates[passage]]
    return any(start < span[1] and span[0] < end for start, end in read)


def _stated(by_passage: tuple[tuple[Quantity, ...], ...]) -> tuple[Quantity, ...]:
    return tuple(q for passage in by_passage for q in passage)


def _settled(p: Quantity, q: Quantity, in_a: Sequence[Quantity], in_b: Sequence[Quantity]) -> bool:
    """Whether either figure agrees with another one of the other passage."""
    return any(compare_quantities(p, other).verdict == "agree" for other in in_b) or any(
        compare_quantities(other, q).verdict == "agree" for other in in_a
    )


def _elsewhere(p: Quantity, others: tuple[Quantity, ...]) -> bool:
    """Whether the other article has the figure too, of the same thing: then it is no slip."""
    return any(other.unit == p.unit and compare_quantities(p, other).verdict == "agree" for other in others)


def _one_frame(comparing: Comparing, i: int, j: int, p: Quantity, q: Quantity) -> bool:
    """Whether the two passages are the same words but for figures."""
    terms = comparing.lexicon.terms

    def frame(ids: list[int]) -> list[int]:
        return [t for t in ids if not terms.is_number[t]]

    left, right = terms.a.passage_terms(i).tolist(), terms.b.passage_terms(j).tolist()
    return len(left) == len(right) and frame(left) == frame(right) and (p.kind, p.unit) == (q.kind, q.unit)


def _sureness(
    comparing: Comparing, pair: tuple[int, int], score: float, p: Quantity, q: Quantity, strength: float
) -> float:
    """How sure it is that two differing figures are of one thing."""
    clause_a = comparing.clause("a", pair[0], p.start, p.end)
    clause_b = comparing.clause("b", pair[1], q.start, q.end)
    around_a = comparing.terms_in("a", pair[0], *clause_a) - comparing.terms_in("a", pair[0], p.start, p.end)
    around_b = comparing.terms_in("b", pair[1], *clause_b) - comparing.terms_in("b", pair[1], q.start, q.end)
    common = comparing.shared(around_a, around_b)
    of_place = _inhabitants(comparing.a.text, p) and _inhabitants(comparing.b.text, q)
    if p.kind in SELF_TELLING and (of_place or not {p.unit, q.unit} & PEOPLE):
        # The noun alone tells what is counted; what stands around it makes it surer.
        return min(0.95, strength * (0.9 + 0.2 * min(2, common)))
    enough = max(COMMON_TERMS, COMMON_PART * min(len(around_a), len(around_b)))
    if common >= enough and p.kind != "ordinal" and score >= comparing.threshold / 2:
        return strength
    return 0.0


def _inhabitants(text: str, quantity: Quantity) -> bool:
    """Whether a number of people is that of a place: there is one such number, not many."""
    return bool(_INHABITANTS.search(text, max(0, quantity.start - 24), quantity.end + 24))


def date_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """Dates that differ, where both are the only date of clauses that tell the same."""
    for (i, j), score in comparing.scores.items():
        in_a, in_b = few(comparing.values_a.dates[i]), few(comparing.values_b.dates[j])
        if score < comparing.threshold or _no_prose(comparing, i, j):
            continue
        for p in in_a:
            for q in in_b:
                verdict = compare_dates(p, q)
                settled = any(compare_dates(p, other).verdict == "agree" for other in in_b) or any(
                    compare_dates(other, q).verdict == "agree" for other in in_a
                )
                if verdict.verdict == "differ" and not settled and p.precision == q.precision:
                    sure = verdict.strength * _same_clause(comparing, i, j, p, q)
                    if sure >= LEAST_DATE_STRENGTH:
                        yield _conflict(comparing, i, j, (p.start, p.end), (q.start, q.end), "date", sure)


def _no_prose(comparing: Comparing, i: int, j: int) -> bool:
    """Whether either passage is a date line, which tells of the report and not of the event."""
    terms = comparing.lexicon.terms
    return min(len(terms.a.passage_terms(i)), len(terms.b.passage_terms(j))) < SHORTEST_PROSE


SHORTEST_PROSE = 8
"""Words below which a passage with a date is a date line."""


def _same_clause(comparing: Comparing, i: int, j: int, p: DateValue, q: DateValue) -> float:
    """How much the clauses of two dates have in common, 0 to 1."""
    around_a = comparing.terms_in("a", i, *comparing.clause("a", i, p.start, p.end))
    around_b = comparing.terms_in("b", j, *comparing.clause("b", j, q.start, q.end))
    around_a -= comparing.terms_in("a", i, p.start, p.end)
    around_b -= comparing.terms_in("b", j, q.start, q.end)
    if not around_a or not around_b:
        return 0.0
    common = comparing.shared(around_a, around_b)
    if common < COMMON_TERMS:
        return 0.0
    return min(1.0, 1.4 * common / min(len(around_a), len(around_b)))


def name_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """One name spelt in two ways, each article keeping to its own; told once, where it is surest."""
    written_a = {n.text for names in comparing.values_a.names for n in names}
    written_b = {n.text for names in comparing.values_b.names for n in names}
    best: dict[tuple[str, str], Conflict] = {}
    misspelt: dict[tuple[str, str], bool] = {}
    for (i, j), score in comparing.scores.items():
        if score < NEAR_SCORE:
            continue
        for p in few(comparing.values_a.names[i]):
            for q in few(comparing.values_b.names[j]):
                pair = p.text, q.text
                if pair not in misspelt:
                    misspelt[pair] = not (p.text in written_b and q.text in written_a) and _misspelt(p, q)
                if not misspelt[pair]:
                    continue
                sure = 0.55 + 0.3 * min(1.0, score)
                found = _conflict(comparing, i, j, (p.start, p.end), (q.start, q.end), "name", sure)
                if pair not in best or best[pair].confidence < found.confidence:
                    best[pair] = found
    yield from best.values()


def _misspelt(p: Name, q: Name) -> bool:
    if any(character.isdigit() for character in p.text + q.text):
        return False  # 115th Street and 117th Street are two streets
    verdict = compare_names(p, q)
    if verdict.verdict != "differ" or verdict.reason != "spelled differently":
        return False
    # Accents, and British and American spelling, are no other name.
    return [w.form for w in words(p.text)] != [w.form for w in words(q.text)]


def _conflict(
    comparing: Comparing, i: int, j: int, a: Span, b: Span, kind: str, confidence: float
) -> Conflict:
    says_a, says_b = comparing.a.text[a[0] : a[1]], comparing.b.text[b[0] : b[1]]
    lead = {"quantity": "The figures differ", "date": "The dates differ", "name": "The names differ"}[kind]
    explanation = f"{lead}: A has “{one_line(says_a)}”, B has “{one_line(says_b)}”."
    return Conflict(Place(i, *a), Place(j, *b), kind, explanation, round(confidence, 3))  # type: ignore[arg-type]


def one_line(text: str) -> str:
    """The text with its line breaks and runs of spaces as single spaces."""
    return " ".join(text.split())
