"""Conflicts of figures: two numbers for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import Setting, setting, two_statements, two_times
from tui.facts.conflict_opposites import english_stem
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.facts.nofact import states_no_fact
from tui.facts.values import Values
from tui.language.values import Name, Quantity, compare_quantities, few
from tui.language.values.nouns import is_person
from tui.language.values.tables import word_set

NEAR_SCORE = 0.05
"""Least link score at which two figures for one noun are compared (`15 villages`, `seven villages`):
the noun itself says that they speak of one thing."""
LEAST_STRENGTH = 0.5
"""How sure it must be that two figures differ, and are of one thing."""
FIGURE_ALONE = 0.9
"""How sure a conflict is of two figures that are all in which two passages differ."""
MANY = word_set(
    "season game match point round goal set inning lap loss title term session stage step part time percent"
)
"""Nouns of which one report counts several, each of something else: only passages of the same words are
of one of them."""
SOME = word_set("win vote seat award medal film movie book episode chapter page day week month year hour")
"""Nouns of which it may: what stands around must be the same too, as for people."""
COMMON_TERMS = 2
"""Terms that the clauses of two figures must have in common where the noun tells too little."""
COMMON_PART = 0.5
"""And what part of the shorter one's: two figures in one story share a few words by chance."""
OTHER_NOUN = 3
"""Words, no names, that they need where the nouns are only akin (`four people`, `three victims`)."""
MINUTES = 20
"""Minutes below which two times of day are told loosely (`shortly after 3:30`)."""
SAME_HOUR = 0.5
"""Link score of two passages whose times of day are compared: a report tells of many an hour."""
SAME_TOLL = 5.0
"""How many times as high one toll of an event may be told as another: beyond it they are two events'."""
OF_PLACE = 0.6
"""How sure it is at least that two numbers of inhabitants, or two distances, are one place's: it has one."""
TOLL = 1.1
"""How much surer a difference is of two tolls than of their nouns alone."""
_INHABITANTS = re.compile(r"\b(?:population|home to|inhabitants|inhabited by|residents)\b", re.IGNORECASE)
_REST = word_set("other others another more further additional extra remaining rest")
"""Words of a number that is only a part of the whole, told beside another part."""
_REST_BEFORE = re.compile(
    r"\b(?:other|another|additional|further|extra|remaining|first|last|next)\s$", re.IGNORECASE
)
_OF_TOTAL = re.compile(
    r"\bof (?:the|its|their|those|these|all) (?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)",
    re.IGNORECASE,
)
"""What stands in a number that is told as a part of another (`three of the seven bullets`)."""
_FROM = re.compile(
    r"(?:\s\([^)\n]{1,30}\))?\s(?:to\sthe\s)?(?:(?:north|south|east|west)\w*\s(?:of|from)|(?:away\s)?from|off|outside)"
    r"\s(?P<place>[A-Z]\w+)"
)
"""What stands after a distance."""
_APPOSED = re.compile(r"(?:,? \(?(?:aged )?|, who is )")
"""What stands between a name and an age told of it (`Orozco, 27`)."""


ByUnit = dict[str, list[Quantity]]


def quantity_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """Figures that differ, of one thing, in passages near to each other."""
    stated = _by_unit(comparing.values_a), _by_unit(comparing.values_b)
    for (i, j), score in comparing.disputable.items():
        in_a, in_b = few(comparing.values_a.quantities[i]), few(comparing.values_b.quantities[j])
        for p in in_a:
            for q in in_b:
                verdict = compare_quantities(p, q)
                if verdict.verdict != "differ" or settled(p, q, in_a, in_b):
                    continue
                if _one_place(comparing, i, j, p, q) or _one_distance(comparing, i, j, p, q):
                    sure = max(verdict.strength, OF_PLACE)
                elif score < NEAR_SCORE:
                    continue
                elif _one_frame(comparing, i, j, p, q):
                    sure = 1.0
                elif _part_of_whole(comparing, p, q) or _elsewhere(p, stated[1]) or _elsewhere(q, stated[0]):
                    continue
                else:
                    alone = _alone(p, stated[0]) and _alone(q, stated[1])
                    sure = _sureness(comparing, (i, j), p, q, verdict.strength, alone=alone)
                if sure >= LEAST_STRENGTH:
                    places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                    yield build_conflict(comparing, "quantity", *places, sure)


def _by_unit(values: Values) -> ByUnit:
    """The quantities of an article by what they count or measure."""
    found: ByUnit = {}
    for passage in values.quantities:
        for quantity in passage:
            found.setdefault(quantity.unit, []).append(quantity)
    return found


def bare_figure_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """Figures that differ in passages of otherwise the same words, where the grammar reads no value."""
    terms = comparing.lexicon.terms
    for (i, j), score in comparing.disputable.items():
        left, right = terms.a.passage_terms(i), terms.b.passage_terms(j)
        if score < comparing.threshold or len(left) != len(right):
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


def settled(p: Quantity, q: Quantity, in_a: Sequence[Quantity], in_b: Sequence[Quantity]) -> bool:
    """Whether either figure agrees with another one of the other passage."""
    return any(compare_quantities(p, other).verdict == "agree" for other in in_b) or any(
        compare_quantities(other, q).verdict == "agree" for other in in_a
    )


def _elsewhere(p: Quantity, others: ByUnit) -> bool:
    """Whether the other article has the figure too, of the same thing: then it is no slip."""
    return any(
        other.hedge != "vague" and compare_quantities(p, other).verdict == "agree"
        for other in others.get(p.unit, ())
    )


def _alone(p: Quantity, own: ByUnit) -> bool:
    """Whether its article has but one figure of a noun, however often."""
    return all(compare_quantities(p, other).verdict != "differ" for other in own[p.unit])


def _one_frame(comparing: Comparing, i: int, j: int, p: Quantity, q: Quantity) -> bool:
    """Whether two passages are the same words but for figures, of one time, and tell more than a date."""
    if (p.kind, p.unit) != (q.kind, q.unit):
        return False
    terms = comparing.lexicon.terms
    left, right = terms.a.passage_terms(i), terms.b.passage_terms(j)
    if len(left) != len(right):
        return False
    if left[~terms.is_number[left]].tolist() != right[~terms.is_number[right]].tolist():
        return False
    one, other = setting(comparing, "a", i, (p.start, p.end)), setting(comparing, "b", j, (q.start, q.end))
    if two_times(one, other):
        return False
    passage = comparing.a.passages[i]
    text = comparing.a.passage_text(i)
    return not states_no_fact(text, passage.kind, comparing.values_a.dates[i], passage.start)


def _part_of_whole(comparing: Comparing, p: Quantity, q: Quantity) -> bool:
    """Whether either figure is no total: `the other two`, `one witness`, `four others`."""
    return any(
        v.kind == "count"
        and (
            v.unit in _REST
            or bool(_REST & set(v.modifiers))
            or bool(_REST_BEFORE.search(text, max(0, v.start - 12), v.start))
            or bool(_OF_TOTAL.search(text, v.number[0], v.end))
            or (v.value == 1 and v.hedge == "exact" and not v.state)
        )
        for v, text in ((p, comparing.a.text), (q, comparing.b.text))
    )


def _sureness(
    comparing: Comparing, pair: tuple[int, int], p: Quantity, q: Quantity, strength: float, *, alone: bool
) -> float:
    """How sure it is that two differing figures are of one thing; 0 where it is not."""
    if p.kind == "ordinal" or (p.kind == "count" and {p.unit, q.unit} & MANY):
        return 0.0
    if p.kind == "age":
        return _same_bearer(comparing, pair, p, q, strength)
    one = setting(comparing, "a", pair[0], (p.start, p.end))
    other = setting(comparing, "b", pair[1], (q.start, q.end))
    if two_statements(comparing, one, other):
        return 0.0
    if p.kind == "count" and p.unit != q.unit and p.modifiers and not set(p.modifiers) & set(q.modifiers):
        return 0.0  # two speed boats, five merchant vessels
    words = comparing.shared(
        _around(comparing, "a", pair[0], p, one), _around(comparing, "b", pair[1], q, other)
    )
    common = words + comparing.shared(set(one.names), set(other.names))
    score = comparing.scores[pair]
    if p.kind == "time":
        apart = abs(p.value - q.value) >= MINUTES and words >= COMMON_TERMS and common > COMMON_TERMS
        return strength if apart and score >= SAME_HOUR and _much_common(one, other, common) else 0.0
    if p.kind == "score":
        sides = common - words >= COMMON_TERMS  # both teams, or who voted on what
        return strength if sides and words and score >= comparing.threshold else 0.0
    by_noun = strength * (0.9 + 0.2 * min(2, common))  # what stands around makes it surer
    if p.kind == "count" and p.unit and p.unit == q.unit and _tells(p):
        return min(0.95, by_noun) if words or alone or not (one.words and other.words) else 0.0
    if p.kind == "multiplicity":
        return min(0.95, by_noun) if words and common > 1 else 0.0
    if p.kind == "calibre":
        return strength if words else 0.0
    if p.kind == "count" and p.state and p.state == q.state:
        named = bool(one.names and other.names)
        return (
            min(0.95, TOLL * strength) if common and _same_toll(comparing, pair, p, q, named=named) else 0.0
        )
    if _inhabitants(comparing.a.text, p) != _inhabitants(comparing.b.text, q):
        return 0.0
    a, b = _FROM.match(comparing.a.text, p.end), _FROM.match(comparing.b.text, q.end)
    if a and b and a["place"] != b["place"]:
        return 0.0
    least = OTHER_NOUN if p.kind == "count" and p.unit != q.unit else 1
    near = score >= comparing.threshold and words >= least
    return strength if near and _much_common(one, other, common) else 0.0


def _same_toll(comparing: Comparing, pair: tuple[int, int], p: Quantity, q: Quantity, *, named: bool) -> bool:
    """Whether two numbers of the dead, or of the hurt, are totals of one event.

    Args:
        comparing: The two articles.
        pair: The two passages.
        p: The number in A.
        q: The number in B.
        named: Whether both clauses name somebody or some place: then the passages must have a name in common.
    """
    if one_of_several(comparing.a.text, comparing.values_a.quantities[pair[0]], p):
        return False
    if one_of_several(comparing.b.text, comparing.values_b.quantities[pair[1]], q):
        return False
    near = comparing.scores[pair] >= comparing.threshold and not named
    return one_toll(p, q) and (near or _common_name(comparing, *pair))


def _around(comparing: Comparing, side: Side, passage: int, value: Quantity, found: Setting) -> set[int]:
    """The words around a figure, with those that stand between it and its noun (`hardest-hit villages`)."""
    if not value.modifiers:
        return set(found.words)
    forms, noun = comparing.lexicon.terms.forms, english_stem(value.unit)
    inside = comparing.terms_in(side, passage, value.number[1], value.end)
    return set(found.words) | {t for t in inside if forms[t] != noun}


def _much_common(one: Setting, other: Setting, common: int) -> bool:
    """Whether two clauses share so much that their figures are of one thing, whatever is counted."""
    shorter = min(len(one.words) + len(one.names), len(other.words) + len(other.names))
    return common >= max(COMMON_TERMS, COMMON_PART * shorter)


def _tells(p: Quantity) -> bool:
    """Whether the noun alone tells what is counted: a report speaks of one number of aftershocks."""
    return not is_person(p.unit) and p.unit not in SOME


def one_toll(p: Quantity, q: Quantity) -> bool:
    """Whether two numbers of the dead, or of the hurt, may be told of one event."""
    low, high = sorted((max(p.value, 1.0), max(q.value, 1.0)))
    return high <= SAME_TOLL * low


def one_of_several(text: str, quantities: Sequence[Quantity], toll: Quantity) -> bool:
    """Whether a number of people is told beside another (`two women and one man`): neither is the toll."""
    return any(
        other.kind == "count" and is_person(other.unit) and text[low:high].strip(" ,") in {"and", ""}
        for other in quantities
        for low, high in ((other.end, toll.start), (toll.end, other.start))
        if low < high
    )


def _same_bearer(
    comparing: Comparing, pair: tuple[int, int], p: Quantity, q: Quantity, strength: float
) -> float:
    """How sure it is that two ages are one person's: both stand beside the name."""
    a = _named_beside(comparing.a.text, comparing.values_a.names[pair[0]], p)
    b = _named_beside(comparing.b.text, comparing.values_b.names[pair[1]], q)
    return strength if a and b and comparing.one_person(a, b) else 0.0


def _named_beside(text: str, names: Sequence[Name], age: Quantity) -> str:
    """The name an age is told of (`Orozco, 27, …`, `27-year-old Jose Orozco`); `` where it is none."""
    for name in names:
        if name.end <= age.start and _APPOSED.fullmatch(text, name.end, age.start):
            return name.text
        if name.start >= age.end and text[age.end : name.start].strip() in {"", name.role, name.role + " "}:
            return name.text
    return ""


def _one_place(comparing: Comparing, i: int, j: int, p: Quantity, q: Quantity) -> bool:
    """Whether two figures are numbers of inhabitants, in passages that have a name in common, or are near."""
    if not (_inhabitants(comparing.a.text, p) and _inhabitants(comparing.b.text, q)):
        return False
    return comparing.scores[i, j] >= NEAR_SCORE or _common_name(comparing, i, j)


def _common_name(comparing: Comparing, i: int, j: int, but: str = "") -> bool:
    """Whether two passages have a name in common, other than one."""
    terms = comparing.lexicon.terms
    common = np.intersect1d(terms.a.passage_terms(i), terms.b.passage_terms(j))
    left_out = english_stem(but.casefold())
    return any(terms.is_name[t] and terms.forms[t] != left_out for t in common.tolist())


def _one_distance(comparing: Comparing, i: int, j: int, p: Quantity, q: Quantity) -> bool:
    """Whether two figures tell how far from one place a thing lies that both passages name."""
    a, b = _FROM.match(comparing.a.text, p.end), _FROM.match(comparing.b.text, q.end)
    if p.kind != "measure" or a is None or b is None or a["place"] != b["place"]:
        return False
    return _common_name(comparing, i, j, a["place"])


def _inhabitants(text: str, quantity: Quantity) -> bool:
    """Whether a number of people is that of a place: there is one such number, not many."""
    return quantity.kind == "count" and bool(
        _INHABITANTS.search(text, max(0, quantity.start - 24), quantity.end + 24)
    )
