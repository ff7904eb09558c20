"""How sure it is that two figures that differ are of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tui.facts.conflict_context import Setting, setting, two_statements, two_times
from tui.facts.conflict_opposites import english_stem
from tui.facts.context import Comparing
from tui.facts.figure_roles import (
    bearer,
    distance_from,
    done_at,
    inhabitants,
    is_part,
    is_share,
    is_whole,
    one_of_several,
    tells,
)
from tui.facts.model import Side
from tui.facts.values import Values
from tui.language.values import Quantity, compare_quantities
from tui.language.values.nouns import same_thing
from tui.language.values.tables import word_set
from tui.language.values.units import in_base

NEAR_SCORE = 0.05
"""Least link score at which two figures for one noun are compared (`15 villages`, `seven villages`):
the noun itself says that they speak of one thing."""
MANY = word_set(
    "season game match point round goal set inning lap loss title term session stage step part time percent"
)
"""Nouns of which one report counts several, each of something else: only passages of the same words are
of one of them."""
COMMON_TERMS = 2
"""Terms that the clauses of two figures must have in common where the noun tells too little."""
COMMON_PART = 0.5
"""And what part of the shorter one's: two figures in one story share a few words by chance."""
OTHER_NOUN = 3
"""Words, no names, that they need where the nouns are only akin (`four people`, `three victims`)."""
BESIDE = 3
"""Words before a figure, and after its noun, among which stands the verb it is told with."""
SAME_STATEMENT = 0.8
"""Link score of two passages whose counts are in conflict though the other article tells the count too,
of something else."""
SAME_PASSAGE = 0.9
"""Link score from which two passages surely tell the same: a figure that is the only one of its kind in
each is then of one thing, whatever the clauses around it say."""
SYNONYM = 0.9
"""How surely two nouns are the same thing where they are synonyms."""
MINUTES = 20
"""Minutes below which two times of day are told loosely (`shortly after 3:30`)."""
SAME_HOUR = 0.5
"""Link score of two passages whose times of day are compared: a report tells of many an hour."""
SAME_TOLL = 5.0
"""How many times as high one toll of an event may be told as another: beyond it they are two events'."""
SAME_LENGTH = 10.0
"""How many times as long one duration may be told as another."""
OF_PLACE = 0.6
"""How sure it is at least that two numbers of inhabitants, or two distances, are one place's: it has one."""
TOLL = 1.1
"""How much surer a difference is of two tolls than of their nouns alone."""

ByUnit = dict[str, list[Quantity]]


@dataclass(frozen=True, slots=True)
class Differing:
    """A figure of each article that differ, and the figures of the passages they stand in."""

    pair: tuple[int, int]
    """The two passages."""
    p: Quantity
    q: Quantity
    in_a: Sequence[Quantity]
    in_b: Sequence[Quantity]
    strength: float
    """How surely the two differ, as values."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around two figures, and how much of it is the same."""

    pair: tuple[int, int]
    score: float
    """Link score of their passages."""
    linked: bool
    a: Setting
    b: Setting
    words: int
    """Words that both clauses say, no names."""
    common: int
    """Those, and names."""

    @property
    def shorter(self) -> int:
        """Words and names of the shorter clause."""
        return min(len(self.a.words) + len(self.a.names), len(self.b.words) + len(self.b.names))

    @property
    def much_common(self) -> bool:
        """Whether the clauses share so much that their figures are of one thing, whatever is counted."""
        return self.common >= max(COMMON_TERMS, COMMON_PART * self.shorter)

    @property
    def one_statement(self) -> bool:
        """Whether the clauses say the same but for the figures and one word."""
        return self.words >= COMMON_TERMS and self.common >= self.shorter - 1


def by_unit(values: Values) -> ByUnit:
    """The quantities of an article by what they count or measure."""
    found: ByUnit = {}
    for passage in values.quantities:
        for quantity in passage:
            found.setdefault(quantity.unit, []).append(quantity)
    return found


def sureness(comparing: Comparing, differing: Differing, stated: tuple[ByUnit, ByUnit]) -> float:
    """How sure it is that two figures that differ are of one thing; 0 where it is not.

    Args:
        comparing: The two articles.
        differing: The two figures.
        stated: The figures of either article, by unit.
    """
    (i, j), p, q, strength = differing.pair, differing.p, differing.q, differing.strength
    score = comparing.scores[i, j]
    if _one_place(comparing, i, j, p, q) or _one_distance(comparing, i, j, p, q):
        return max(strength, OF_PLACE)
    if score < NEAR_SCORE:
        return 0.0
    if _one_frame(comparing, i, j, p, q):
        return 1.0
    if _no_totals(comparing, p, q) or _of_many(p, q):
        return 0.0
    sure = _by_surroundings(comparing, (i, j), p, q, strength, stated)
    if score >= SAME_PASSAGE and _only_ones(comparing, differing, stated):
        sure = max(sure, strength)
    return sure


def _no_totals(comparing: Comparing, p: Quantity, q: Quantity) -> bool:
    """Whether either figure is a part of something, or one alone is some of a group."""
    a, b = comparing.a.text, comparing.b.text
    return is_part(a, p) or is_part(b, q) or is_share(a, p) != is_share(b, q)


def _only_ones(comparing: Comparing, differing: Differing, stated: tuple[ByUnit, ByUnit]) -> bool:
    """Whether two figures of one unit are each the only such in its passage, and of one statement."""
    (i, j), p, q = differing.pair, differing.p, differing.q
    if p.unit != q.unit or p.kind in {"age", "time"} or _elsewhere(comparing, p, q, *stated):
        return False
    across = [comparing.related(p, other) for other in differing.in_b]
    across += [comparing.related(other, q) for other in differing.in_a]
    if sum(found.verdict != "not comparable" for found in across) > len((p, q)):
        return False
    whole_a, whole_b = comparing.a.passages[i], comparing.b.passages[j]
    one = setting(comparing, "a", i, (whole_a.start, whole_a.end))
    other = setting(comparing, "b", j, (whole_b.start, whole_b.end))
    return not two_statements(comparing, one, other)


def _elsewhere(comparing: Comparing, p: Quantity, q: Quantity, in_a: ByUnit, in_b: ByUnit) -> bool:
    """Whether the other article has either figure too, of the same thing: then it is no slip."""
    others = [(p, other) for other in in_b.get(p.unit, ()) if other.hedge != "vague"]
    others += [(other, q) for other in in_a.get(q.unit, ()) if other.hedge != "vague"]
    return any(comparing.related(*pair).verdict == "agree" for pair in others)


def _alone(p: Quantity, own: ByUnit) -> bool:
    """Whether its article has but one figure of a noun, however often."""
    return all(compare_quantities(p, other).verdict != "differ" for other in own.get(p.unit, ()))


def _one_frame(comparing: Comparing, i: int, j: int, p: Quantity, q: Quantity) -> bool:
    """Whether two passages are the same words but for figures, of one time."""
    if (p.kind, p.unit) != (q.kind, q.unit):
        return False
    terms = comparing.lexicon.terms
    left, right = terms.a.passage_terms(i), terms.b.passage_terms(j)
    if len(left) != len(right):
        return False
    if left[~terms.is_number[left]].tolist() != right[~terms.is_number[right]].tolist():
        return False
    one, other = setting(comparing, "a", i, (p.start, p.end)), setting(comparing, "b", j, (q.start, q.end))
    return not two_times(one, other)


def _around_both(comparing: Comparing, pair: tuple[int, int], p: Quantity, q: Quantity) -> _Around:
    """What stands around two figures."""
    one = setting(comparing, "a", pair[0], (p.start, p.end))
    other = setting(comparing, "b", pair[1], (q.start, q.end))
    words = comparing.shared(
        _words_around(comparing, "a", pair[0], p, one), _words_around(comparing, "b", pair[1], q, other)
    )
    common = words + comparing.shared(set(one.names), set(other.names))
    score = comparing.scores[pair]
    return _Around(pair, score, score >= comparing.threshold, one, other, words, common)


def _words_around(
    comparing: Comparing, side: Side, passage: int, value: Quantity, found: Setting
) -> set[int]:
    """The words around a figure, with those that stand between it and its noun (`hardest-hit villages`)."""
    if not value.modifiers:
        return set(found.words)
    forms, noun = comparing.lexicon.terms.forms, english_stem(value.unit)
    inside = comparing.terms_in(side, passage, value.number[1], value.end)
    return set(found.words) | {t for t in inside if forms[t] != noun}


def _of_many(p: Quantity, q: Quantity) -> bool:
    """Whether two figures count what a report counts several of, each of something else."""
    synonyms = p.unit != q.unit and _one_noun(p, q)  # a round is a shot, and a part of a match
    return p.kind == "ordinal" or (p.kind == "count" and bool({p.unit, q.unit} & MANY) and not synonyms)


def _by_surroundings(
    comparing: Comparing,
    pair: tuple[int, int],
    p: Quantity,
    q: Quantity,
    strength: float,
    stated: tuple[ByUnit, ByUnit],
) -> float:
    """The same, by what stands around them; 0 where that does not tell."""
    elsewhere = _elsewhere(comparing, p, q, *stated)
    if elsewhere and (p.kind != "count" or comparing.scores[pair] < SAME_STATEMENT):
        return 0.0
    if p.kind == "age":
        return _same_bearer(comparing, pair, p, q, strength)
    around = _around_both(comparing, pair, p, q)
    if (elsewhere and not around.one_statement) or two_statements(comparing, around.a, around.b):
        return 0.0
    words, common = around.words, around.common
    by_noun = strength * (0.9 + 0.2 * min(2, common))  # what stands around makes it surer
    match p.kind:
        case "time":
            apart = abs(p.value - q.value) >= MINUTES
            return strength if apart and _one_hour(comparing, around, p, q) else 0.0
        case "score":
            sides = common - words >= COMMON_TERMS  # both teams, or who voted on what
            return strength if sides and words and around.linked else 0.0
        case "multiplicity":
            return min(0.95, by_noun) if words and common > 1 else 0.0
        case "calibre":
            return strength if words else 0.0
        case "count" if (
            p.modifiers and q.modifiers and p.unit != q.unit and not set(p.modifiers) & set(q.modifiers)
        ):
            return 0.0  # two speed boats, five merchant vessels
        case "count" if tells(p) and tells(q) and _one_noun(p, q):
            if p.unit != q.unit or is_whole(comparing.a.text, p) or is_whole(comparing.b.text, q):
                return min(0.95, by_noun) if around.linked and _one_act(comparing, around, p, q) else 0.0
            alone = _alone(p, stated[0]) and _alone(q, stated[1])
            silent = not (around.a.words and around.b.words)
            return min(0.95, by_noun) if words or alone or silent else 0.0
        case "count" if p.state and p.state == q.state:
            named = bool(around.a.names and around.b.names)
            toll = common and _same_toll(comparing, around.pair, p, q, named=named)
            return min(0.95, TOLL * strength) if toll else 0.0
        case "duration" if not _of_one_length(p, q):
            return 0.0
        case "measure" if around.linked and p.unit == q.unit and _one_act(comparing, around, p, q):
            return strength  # at a depth of 11 kilometres
    if inhabitants(comparing.a.text, p) != inhabitants(comparing.b.text, q):
        return 0.0
    places = {distance_from(comparing.a.text, p), distance_from(comparing.b.text, q)} - {""}
    least = OTHER_NOUN if p.kind == "count" and p.unit != q.unit else 1
    near = around.linked and words >= least and len(places) < 2
    return strength if near and around.much_common else 0.0


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


def _one_noun(p: Quantity, q: Quantity) -> bool:
    """Whether two nouns are used for the same thing (`11 rounds`, `seven bullets`)."""
    return bool(p.unit and q.unit) and same_thing(p.unit, q.unit) >= SYNONYM


def _one_hour(comparing: Comparing, around: _Around, p: Quantity, q: Quantity) -> bool:
    """Whether two times of day are those of one act: the same verb before both, or much else in common."""
    done = done_at(comparing.a.text, p), done_at(comparing.b.text, q)
    if all(done):
        return around.linked and done[0] == done[1]
    alike = around.words >= COMMON_TERMS and around.common > COMMON_TERMS
    return alike and around.score >= SAME_HOUR and around.much_common


def _one_act(comparing: Comparing, around: _Around, p: Quantity, q: Quantity) -> bool:
    """Whether a word beside one figure, no name, stands beside the other too (`fired 11 rounds`)."""
    i, j = around.pair
    return bool(_beside(comparing, "a", i, p) & _beside(comparing, "b", j, q))


def _beside(comparing: Comparing, side: Side, passage: int, value: Quantity) -> set[int]:
    """The nearest content word before a figure, and after its noun, where it is no name."""
    indexed, offset = comparing.indexed(side), comparing.article(side).passages[passage].start
    told = list(zip(indexed.words[passage], indexed.passage_terms(passage).tolist(), strict=True))
    before = [term for word, term in told if word.end + offset <= value.start][::-1]
    after = [term for word, term in told if word.start + offset >= value.end]
    near = (next((t for t in terms[:BESIDE] if comparing.content[t]), None) for terms in (before, after))
    return {t for t in near if t is not None and not comparing.lexicon.terms.is_name[t]}


def one_toll(p: Quantity, q: Quantity) -> bool:
    """Whether two numbers of the dead, or of the hurt, may be told of one event."""
    low, high = sorted((max(p.value, 1.0), max(q.value, 1.0)))
    return high <= SAME_TOLL * low


def _of_one_length(p: Quantity, q: Quantity) -> bool:
    """Whether two durations may be told of one thing: a stay of 90 days is not one of two minutes."""
    low, high = sorted((in_base(p.value, p.unit), in_base(q.value, q.unit)))
    return high <= SAME_LENGTH * low


def _same_bearer(
    comparing: Comparing, pair: tuple[int, int], p: Quantity, q: Quantity, strength: float
) -> float:
    """How sure it is that two ages are one person's: both stand beside the name."""
    a = bearer(comparing.a.text, comparing.values_a.names[pair[0]], p)
    b = bearer(comparing.b.text, comparing.values_b.names[pair[1]], q)
    return strength if a and b and comparing.one_person(a, b) else 0.0


def _one_place(comparing: Comparing, i: int, j: int, p: Quantity, q: Quantity) -> bool:
    """Whether two figures are numbers of inhabitants, in passages that have a name in common, or are near."""
    if not (inhabitants(comparing.a.text, p) and inhabitants(comparing.b.text, q)):
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
    if p.kind != "measure":
        return False
    place = distance_from(comparing.a.text, p)
    if not place or place != distance_from(comparing.b.text, q):
        return False
    return _common_name(comparing, i, j, place)
