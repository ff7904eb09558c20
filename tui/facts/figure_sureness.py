"""How sure it is that two figures that differ are of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.facts.conflict_context import Setting, opposed, setting, two_statements, two_times
from tui.facts.conflict_opposites import english_stem
from tui.facts.context import Comparing
from tui.facts.figure import Figure
from tui.facts.figure_roles import tells
from tui.language.values import Quantity
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
SAME_STATEMENT = 0.8
"""Link score of two passages whose counts are in conflict though the other article tells the count too,
of something else."""
SAME_PASSAGE = 0.8
"""Link score from which two passages surely tell the same: a figure that is the only one of its kind in
each is then of one thing, whatever the clauses around it say."""
SURE_SHARE = 0.9
"""The same for lone percentages: each may be of something else."""
TOLD_APART = frozenset({"time", "multiplicity", "calibre"})
"""Kinds of figures of which two may be of one thing in passages that are not linked; others only by their
noun, or by what became of the people."""
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


@dataclass(frozen=True, slots=True)
class Differing:
    """A figure of each article that differ, and the figures of the passages they stand in."""

    a: Figure
    b: Figure
    in_a: Sequence[Figure]
    in_b: Sequence[Figure]
    strength: float
    """How surely the two differ, as values."""
    frame: bool
    """Whether the two passages are the same words but for figures."""


@dataclass(frozen=True)
class _Around:
    """What stands around two figures, and how much of it is the same; found when it is asked for."""

    comparing: Comparing
    a: Figure
    b: Figure
    score: float
    """Link score of their passages."""

    @property
    def linked(self) -> bool:
        """Whether their passages are linked."""
        return self.score >= self.comparing.threshold

    @cached_property
    def words(self) -> int:
        """Words that both clauses say, no names."""
        return self.comparing.shared(self.a.words, self.b.words)

    @cached_property
    def common(self) -> int:
        """Those, and names."""
        return self.words + self.comparing.shared(self.a.around.names, self.b.around.names)

    @property
    def shorter(self) -> int:
        """Words and names of the shorter clause."""
        return min(len(one.words) + len(one.names) for one in (self.a.around, self.b.around))

    @property
    def much_common(self) -> bool:
        """Whether the clauses share so much that their figures are of one thing, whatever is counted."""
        return self.common >= max(COMMON_TERMS, COMMON_PART * self.shorter)

    @property
    def one_statement(self) -> bool:
        """Whether the clauses say the same but for the figures and one word."""
        return self.words >= COMMON_TERMS and self.common >= self.shorter - 1

    @property
    def one_act(self) -> bool:
        """Whether a word beside one figure, no name, stands beside the other too (`fired 11 rounds`)."""
        return not self.a.beside.isdisjoint(self.b.beside)

    def surer(self, strength: float) -> float:
        """How sure it is that figures of one noun differ: what stands around them makes it surer."""
        return min(0.95, strength * (0.9 + 0.2 * min(2, self.common)))


def same_frame(comparing: Comparing, i: int, j: int) -> bool:
    """Whether two passages are the same words but for figures."""
    left, right = comparing.passage_terms("a", i), comparing.passage_terms("b", j)
    if len(left) != len(right):
        return False
    number = comparing.lexicon.terms.is_number
    return [t for t in left if not number[t]] == [t for t in right if not number[t]]


def told_apart(a: Figure, b: Figure) -> bool:
    """Whether two figures of a kind may be of one thing where their passages are not linked."""
    p, q = a.value, b.value
    match p.kind:
        case "count":
            one_noun = p.unit and p.unit == q.unit and tells(p)
            return bool(one_noun or (p.state and p.state == q.state)) or (a.inhabitants and b.inhabitants)
        case "measure":
            return bool(a.distance_from)
    return p.kind in TOLD_APART


def sureness(comparing: Comparing, differing: Differing) -> float:
    """How sure it is that two figures that differ are of one thing; 0 where it is not.

    Args:
        comparing: The two articles.
        differing: The two figures.
    """
    a, b, strength = differing.a, differing.b, differing.strength
    score = comparing.scores[a.passage, b.passage]
    if _one_place(comparing, a, b, score) or _one_distance(comparing, a, b):
        return max(strength, OF_PLACE)
    if score < NEAR_SCORE:
        return 0.0
    one_unit = (a.value.kind, a.value.unit) == (b.value.kind, b.value.unit)
    if differing.frame and one_unit and not two_times(a.around, b.around):
        return 1.0
    if _of_many(a.value, b.value) or _no_totals(a, b):
        return 0.0
    sure = _by_surroundings(comparing, a, b, strength)
    if score >= SAME_PASSAGE and (_only_ones(comparing, differing) or _untold(comparing, a, b)):
        sure = max(sure, strength)
    return sure


def _no_totals(a: Figure, b: Figure) -> bool:
    """Whether either figure is a part of something, or one alone is some of a group."""
    return a.is_part or b.is_part or a.is_share != b.is_share


def _only_ones(comparing: Comparing, differing: Differing) -> bool:
    """Whether two figures of one unit are each the only such in its passage, and of one statement."""
    a, b = differing.a, differing.b
    if a.value.unit != b.value.unit or a.value.kind in {"age", "time"} or a.elsewhere or b.elsewhere:
        return False
    if a.value.kind == "percent" and comparing.scores[a.passage, b.passage] < SURE_SHARE:
        return False
    across = [comparing.related(a.value, other.value) for other in differing.in_b]
    across += [comparing.related(other.value, b.value) for other in differing.in_a]
    if sum(found.verdict != "not comparable" for found in across) > len((a, b)):
        return False
    return not (opposed(comparing, a.words, b.words) or two_times(*_passages(comparing, a, b)))


def _passages(comparing: Comparing, a: Figure, b: Figure) -> tuple[Setting, Setting]:
    """The whole passages of two figures."""
    whole_a, whole_b = comparing.a.passages[a.passage], comparing.b.passages[b.passage]
    one = setting(comparing, "a", a.passage, (whole_a.start, whole_a.end))
    return one, setting(comparing, "b", b.passage, (whole_b.start, whole_b.end))


def _untold(comparing: Comparing, a: Figure, b: Figure) -> bool:
    """Whether two figures of one noun or measure stand each in its own article alone, in one statement."""
    p, q = a.value, b.value
    if a.elsewhere or b.elsewhere or two_statements(comparing, a.around, b.around):
        return False
    if p.kind == "time":
        acts = {done for done in (a.done_at, b.done_at) if done}
        return len(acts) < 2 and abs(p.value - q.value) >= MINUTES
    named = bool(p.unit) if p.kind == "count" else p.kind not in {"age", "percent"}
    return (
        named and p.unit == q.unit and (p.modifiers == q.modifiers or bool({*p.modifiers} & {*q.modifiers}))
    )


def _of_many(p: Quantity, q: Quantity) -> bool:
    """Whether two figures count what a report counts several of, each of something else."""
    synonyms = p.unit != q.unit and _one_noun(p, q)  # a round is a shot, and a part of a match
    return p.kind == "ordinal" or (p.kind == "count" and bool({p.unit, q.unit} & MANY) and not synonyms)


def _by_surroundings(comparing: Comparing, a: Figure, b: Figure, strength: float) -> float:
    """The same, by what stands around them; 0 where that does not tell."""
    score, kind = comparing.scores[a.passage, b.passage], a.value.kind
    elsewhere = a.elsewhere or b.elsewhere
    if elsewhere and (kind != "count" or score < SAME_STATEMENT):
        return 0.0
    if kind == "age":
        return strength if _one_bearer(comparing, a, b) else 0.0
    around = _Around(comparing, a, b, score)
    sure = _by_kind(comparing, around, strength)
    if not sure or (elsewhere and not around.one_statement):
        return 0.0
    return 0.0 if two_statements(comparing, a.around, b.around) else sure


def _by_kind(comparing: Comparing, around: _Around, strength: float) -> float:
    """The same of two clauses that are not of two things; what tells most cheaply is asked first."""
    a, b = around.a, around.b
    p, q = a.value, b.value
    match p.kind:
        case "time":
            apart = abs(p.value - q.value) >= MINUTES
            return strength if apart and _one_hour(around) else 0.0
        case "score":
            # Both teams, or who voted on what.
            sides = around.linked and around.common - around.words >= COMMON_TERMS
            return strength if sides and around.words else 0.0
        case "multiplicity":
            return around.surer(strength) if around.words and around.common > 1 else 0.0
        case "calibre":
            return strength if around.words else 0.0
        case "count" if (
            p.modifiers and q.modifiers and p.unit != q.unit and not set(p.modifiers) & set(q.modifiers)
        ):
            return 0.0  # two speed boats, five merchant vessels
        case "count" if tells(p) and tells(q) and _one_noun(p, q):
            if p.unit != q.unit or a.is_whole or b.is_whole:
                return around.surer(strength) if around.linked and around.one_act else 0.0
            silent = not (a.around.words and b.around.words)
            return around.surer(strength) if silent or around.words or (a.alone and b.alone) else 0.0
        case "count" if p.state and p.state == q.state:
            return min(0.95, TOLL * strength) if _same_toll(comparing, around) and around.common else 0.0
        case "duration" if not _of_one_length(p, q):
            return 0.0
        case "measure" if around.linked and p.unit == q.unit and around.one_act:
            return strength  # at a depth of 11 kilometres
    if not around.linked or a.inhabitants != b.inhabitants:
        return 0.0
    places = {a.distance_from, b.distance_from} - {""}
    least = OTHER_NOUN if p.kind == "count" and p.unit != q.unit else 1
    near = len(places) < 2 and around.words >= least
    return strength if near and around.much_common else 0.0


def _same_toll(comparing: Comparing, around: _Around) -> bool:
    """Whether two numbers of the dead, or of the hurt, are totals of one event."""
    a, b = around.a, around.b
    if not one_toll(a.value, b.value) or a.one_of_several or b.one_of_several:
        return False
    # Where both clauses name somebody or some place, the passages must have a name in common.
    named = bool(a.around.names and b.around.names)
    return (around.linked and not named) or _common_name(comparing, a, b)


def _one_noun(p: Quantity, q: Quantity) -> bool:
    """Whether two nouns are used for the same thing (`11 rounds`, `seven bullets`)."""
    return bool(p.unit and q.unit) and same_thing(p.unit, q.unit) >= SYNONYM


def _one_hour(around: _Around) -> bool:
    """Whether two times of day are those of one act: the same verb before both, or much else in common."""
    done = around.a.done_at, around.b.done_at
    if all(done):
        return around.linked and done[0] == done[1]
    if around.score < SAME_HOUR:
        return False
    alike = around.words >= COMMON_TERMS and around.common > COMMON_TERMS
    return alike and around.much_common


def one_toll(p: Quantity, q: Quantity) -> bool:
    """Whether two numbers of the dead, or of the hurt, may be told of one event."""
    low, high = sorted((max(p.value, 1.0), max(q.value, 1.0)))
    return high <= SAME_TOLL * low


def _of_one_length(p: Quantity, q: Quantity) -> bool:
    """Whether two durations may be told of one thing: a stay of 90 days is not one of two minutes."""
    low, high = sorted((in_base(p.value, p.unit), in_base(q.value, q.unit)))
    return high <= SAME_LENGTH * low


def _one_bearer(comparing: Comparing, a: Figure, b: Figure) -> bool:
    """Whether two ages are one person's: both stand beside the name."""
    return bool(a.bearer and b.bearer) and comparing.one_person(a.bearer, b.bearer)


def _one_place(comparing: Comparing, a: Figure, b: Figure, score: float) -> bool:
    """Whether two figures are numbers of inhabitants, in passages that have a name in common, or are near."""
    if not (a.inhabitants and b.inhabitants):
        return False
    return score >= NEAR_SCORE or _common_name(comparing, a, b)


def _common_name(comparing: Comparing, a: Figure, b: Figure, but: str = "") -> bool:
    """Whether two passages have a name in common, other than one."""
    told = comparing.passage_terms("a", a.passage), comparing.passage_terms("b", b.passage)
    left_out = comparing.term_of.get(english_stem(but.casefold()))
    return not (comparing.names.intersection(told[0]) & set(told[1])).issubset({left_out})


def _one_distance(comparing: Comparing, a: Figure, b: Figure) -> bool:
    """Whether two figures tell how far from one place a thing lies that both passages name."""
    if a.value.kind != "measure":
        return False
    place = a.distance_from
    return bool(place) and place == b.distance_from and _common_name(comparing, a, b, place)
