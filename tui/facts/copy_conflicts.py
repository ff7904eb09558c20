"""Conflicts of copies: one sentence in both articles, but for a figure, a date, a name or a negation.

Where nearly all words are the same and in the same order, it is one statement: what differs in it needs
no further sign that both speak of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from rapidfuzz import fuzz

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import of_edition, opposed, told_ahead
from tui.facts.context import Comparing
from tui.facts.date_conflicts import by_days
from tui.facts.figure_sureness import MINUTES
from tui.facts.model import SIDES, Conflict, Place, Side
from tui.facts.side_by_side import POSSESSIVE, Difference, common_words, differences, name_at
from tui.language.progress import UNTOLD, Share
from tui.language.values import (
    DateValue,
    Name,
    Quantity,
    QuoteSpan,
    compare_dates,
    compare_names,
    compare_quantities,
    few,
)
from tui.language.values.model import Verdict
from tui.language.values.tables import word_list, word_set

Value = TypeVar("Value", DateValue, Quantity)

LEAST_SCORE = 0.5
"""Least link score of a passage and its copy."""
ALIKE = 0.75
"""Part of the words of the longer of two passages that are the same, in the same order."""
CONTENT_TERMS = 2
"""Terms, no function words and no numbers, that must be among them ..."""
SAME_WORDS = 6
"""... or words of any kind: less may be said of anything."""
MOST_WORDS = 4
"""Words of a stretch in place of which the other article has another."""
SURE = 0.9
"""How sure it is that what differs between a sentence and its copy is a conflict."""
QUOTED = 0.5
"""The same of a quotation: where all of it is compared with all of the other, that tells more."""
BEFORE, AFTER = 1, 2
"""Words beside a negation with which it is told."""
LEAD = "The descriptions differ"
SPELLING = 85.0
"""rapidfuzz ratio from which two quoted words are one, otherwise spelt or printed."""
BOUNDS = frozenset({"about", "at least", "at most"})
"""Hedges of which two are set against each other by their numbers."""
NO = word_set("not no never neither nor none nobody nothing without cannot")
WITH_NO = word_set(
    "be am is are was were been being do does did has have had will would can could shall should may might "
    "must a an any the some ever and or with somebody someone everybody everyone something everything"
)
"""Words that come or go with a negation (`did not name`, `named`; `no arrests`, `some arrests`)."""
ONLY = word_set("only just merely")
"""After a negation: `not only` denies nothing."""
_OPEN = re.compile(r"\b(?:if|whether|unless|until)\b[^,.;:!?]*$", re.IGNORECASE)
"""What before a negation leaves open what is said: `unclear whether it will`."""
EITHER = (
    "son daughter", "brother sister", "father mother", "husband wife", "uncle aunt", "nephew niece",
    "grandson granddaughter", "grandfather grandmother", "boy girl", "man woman", "men women",
    "north south east west", "northern southern eastern western", "first second third last",
    "before after", "above below", "inside outside", "more less fewer", "most least", "maximum minimum",
)  # fmt: skip
"""Words of which one sentence can have but one. Our own list; of any two sentences it would say too much."""


def copy_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """What differs between a sentence and its copy: a figure, a date, a name, a negation or a contrary."""
    for (i, j), score in share.each(comparing.pairs):
        if score < LEAST_SCORE:
            continue
        pair = _Pair(comparing, i, j)
        found = pair.difference()
        if found is None or pair.two_tenses():
            continue
        told = (kind(pair, found) for kind in (_figure, _date, _name, _negation, _contrary, _quoted))
        conflict = next(filter(None, told), None)
        if conflict is not None:
            yield conflict


@dataclass(frozen=True, slots=True)
class _Pair:
    """A passage of A and one of B."""

    comparing: Comparing
    i: int
    j: int

    def difference(self) -> Difference | None:
        """Where the two differ, if one is a copy of the other but for that.

        Words that only one has are a detail, unless they deny; where two things differ, two things may
        be told (`closed 40 stations`, `opened 15 stations`).
        """
        left = self.comparing.passage_terms("a", self.i)
        right = self.comparing.passage_terms("b", self.j)
        shorter, longer = sorted((len(left), len(right)))
        common = common_words(left, right) if shorter >= ALIKE * longer else 0
        if common < ALIKE * longer:
            return None
        found = differences(left, right)
        if common < SAME_WORDS:
            changed = {k for difference in found for k in range(*difference.a)}
            same = [term for k, term in enumerate(left) if k not in changed]
            if sum(self.comparing.content[term] for term in same) < CONTENT_TERMS:
                return None
        telling = [
            d for d in found if _replaces(d) or any(map(denies, self.forms("a", d) + self.forms("b", d)))
        ]
        if len(telling) != 1 or max(end - first for first, end in (telling[0].a, telling[0].b)) > MOST_WORDS:
            return None
        return telling[0]

    def two_tenses(self) -> bool:
        """Whether one of the two tells what will be, or may, where the other tells what has been."""
        in_a, in_b = self.comparing.a.passage_text(self.i), self.comparing.b.passage_text(self.j)
        return told_ahead(in_a) != told_ahead(in_b)

    def passage(self, side: Side) -> int:
        """The passage on one side."""
        return self.i if side == "a" else self.j

    def forms(self, side: Side, found: Difference) -> list[str]:
        """The words of one side's stretch."""
        words = self.comparing.indexed(side).words[self.passage(side)]
        return [word.form for word in words[slice(*_of(found, side))]]

    def terms(self, side: Side, found: Difference) -> set[int]:
        """Its terms: no function words, single letters or numbers."""
        first, end = _of(found, side)
        if first == end:
            return set()
        return self.comparing.terms_in(side, self.passage(side), *self.span(side, found))

    def tells_more(self, side: Side, found: Difference, value: DateValue | Quantity | Name) -> bool:
        """Whether the stretch says more than a value that stands in it (`closed 40 stations`)."""
        inside = self.comparing.terms_in(side, self.passage(side), value.start, value.end + POSSESSIVE)
        return bool(self.terms(side, found) - inside)

    def span(self, side: Side, found: Difference) -> Span:
        """Where the stretch stands in the article's text; where nothing is, the word after (or before) it."""
        passage, (first, end) = self.passage(side), _of(found, side)
        if first == end:
            last = len(self.comparing.indexed(side).words[passage])
            first, end = (first, first + 1) if first < last else (first - 1, first)
        return self.comparing.span(side, passage, first, end)

    def denial(self, found: Difference) -> Conflict:
        """The words around the difference, of which one side says what the other denies."""
        places = Place(self.i, *self._beside("a", found)), Place(self.j, *self._beside("b", found))
        return build_conflict(self.comparing, "polarity", *places, SURE)

    def _beside(self, side: Side, found: Difference) -> Span:
        """Where the stretch stands with a word before it and two after: `had not been packed`."""
        passage, (first, end) = self.passage(side), _of(found, side)
        last = len(self.comparing.indexed(side).words[passage])
        return self.comparing.span(side, passage, max(0, first - BEFORE), min(last, end + AFTER))


def _of(found: Difference, side: Side) -> Span:
    return found.a if side == "a" else found.b


def _replaces(found: Difference) -> bool:
    """Whether there are words on both sides."""
    return found.a[0] < found.a[1] and found.b[0] < found.b[1]


def _figure(pair: _Pair, found: Difference) -> Conflict | None:
    comparing = pair.comparing
    in_a, in_b = comparing.values_a.quantities[pair.i], comparing.values_b.quantities[pair.j]
    told = _two_values(pair, found, in_a, in_b, _figures)
    return told and build_conflict(comparing, "quantity", *told, SURE)


def _figures(p: Quantity, q: Quantity) -> Verdict:
    """How two figures relate; of two with one hedge the numbers tell: `over 20`, `over 64`."""
    if p.kind == q.kind == "time" and abs(p.value - q.value) < MINUTES:
        return "not comparable"
    if p.hedge == q.hedge and p.hedge in BOUNDS:
        return compare_quantities(_firm(p, p.value), _firm(q, q.value)).verdict
    if p.hedge == q.hedge == "between" and p.kind == q.kind:
        ends = (compare_quantities(_firm(p, m), _firm(q, n)) for m, n in ((p.low, q.low), (p.high, q.high)))
        return max((end.verdict for end in ends), key=("not comparable", "agree", "differ").index)
    return compare_quantities(p, q).verdict


def _firm(found: Quantity, value: float) -> Quantity:
    """A figure as if it were told without a hedge."""
    return replace(found, value=value, low=value, high=value, hedge="exact")


def _date(pair: _Pair, found: Difference) -> Conflict | None:
    comparing = pair.comparing
    in_a, in_b = comparing.values_a.dates[pair.i], comparing.values_b.dates[pair.j]
    told = _two_values(pair, found, in_a, in_b, _dates)
    if told is None or of_edition(comparing.a.text, told[0].end) or of_edition(comparing.b.text, told[1].end):
        return None
    return build_conflict(comparing, "date", *told, SURE)


def _dates(p: DateValue, q: DateValue) -> Verdict:
    """How two dates relate; told from the days of writing they may be one."""
    return "not comparable" if by_days(p, q) else compare_dates(p, q).verdict


def _two_values(
    pair: _Pair,
    found: Difference,
    in_a: Sequence[Value],
    in_b: Sequence[Value],
    verdict: Callable[[Value, Value], Verdict],
) -> tuple[Place, Place] | None:
    """The two values at a difference, if they differ and neither passage has the other's as well."""
    if not _replaces(found):
        return None
    in_a, in_b = few(in_a), few(in_b)
    p, q = _at(in_a, pair.span("a", found)), _at(in_b, pair.span("b", found))
    if p is None or q is None or verdict(p, q) != "differ":
        return None
    if pair.tells_more("a", found, p) or pair.tells_more("b", found, q):
        return None
    if any(verdict(p, other) == "agree" for other in in_b) or any(verdict(o, q) == "agree" for o in in_a):
        return None
    return Place(pair.i, p.start, p.end), Place(pair.j, q.start, q.end)


def _at(values: Sequence[Value], span: Span) -> Value | None:
    """The first value that a span of text touches."""
    return next((v for v in values if v.start < span[1] and span[0] < v.end), None)


def _name(pair: _Pair, found: Difference) -> Conflict | None:
    """Two names of which each passage has but one, and which nobody takes for one."""
    comparing = pair.comparing
    if not _replaces(found):
        return None
    p = name_at(few(comparing.values_a.names[pair.i]), pair.span("a", found))
    q = name_at(few(comparing.values_b.names[pair.j]), pair.span("b", found))
    if p is None or q is None or compare_names(p, q).verdict == "agree":
        return None
    if comparing.one_person(p.text, q.text):
        return None
    if pair.tells_more("a", found, p) or pair.tells_more("b", found, q):
        return None
    if p.text in comparing.b.passage_text(pair.j) or q.text in comparing.a.passage_text(pair.i):
        return None
    places = Place(pair.i, p.start, p.end), Place(pair.j, q.start, q.end)
    return build_conflict(comparing, "name", *places, SURE)


def _quoted(pair: _Pair, found: Difference) -> Conflict | None:
    """Other words inside a quotation, which are not the same otherwise written, nor function words alone."""
    comparing = pair.comparing
    if not _replaces(found) or not (pair.terms("a", found) or pair.terms("b", found)):
        return None
    a, b = pair.span("a", found), pair.span("b", found)
    inside = _within(comparing.values_a.quotations[pair.i], a) and _within(
        comparing.values_b.quotations[pair.j], b
    )
    written = (_letters(comparing.a.text[slice(*a)]), _letters(comparing.b.text[slice(*b)]))
    if not inside or fuzz.ratio(*written) >= SPELLING:
        return None
    return build_conflict(comparing, "quote", Place(pair.i, *a), Place(pair.j, *b), QUOTED)


def _within(quotations: Sequence[QuoteSpan], span: Span) -> bool:
    """Whether a span of text is quoted."""
    return any(q.start <= span[0] and span[1] <= q.end for q in quotations)


def _letters(text: str) -> str:
    """A text without its marks and spaces."""
    return "".join(filter(str.isalnum, text))


def _negation(pair: _Pair, found: Difference) -> Conflict | None:
    """A negation on one side, where nothing else differs that tells anything."""
    denying = [[denies(form) for form in pair.forms(side, found)] for side in SIDES]
    if sum(denying[0]) % 2 == sum(denying[1]) % 2:
        return None
    if any(not denies(form) and form not in WITH_NO for side in SIDES for form in pair.forms(side, found)):
        return None
    side: Side = "a" if any(denying[0]) else "b"
    passage, comparing = pair.passage(side), pair.comparing
    start = comparing.article(side).passages[passage].start
    if _OPEN.search(comparing.article(side).text, start, pair.span(side, found)[0]):
        return None
    following = comparing.indexed(side).words[passage][_of(found, side)[1] :][:1]
    if any(word.form in ONLY for word in following):
        return None
    return pair.denial(found)


def denies(form: str) -> bool:
    """Whether a word denies."""
    return form in NO or form.endswith("n't")


def _contrary(pair: _Pair, found: Difference) -> Conflict | None:
    """Two words of which one says the contrary of the other, and no other word with them."""
    words = pair.forms("a", found), pair.forms("b", found)
    if any(form[0].isdigit() for form in words[0] + words[1]):
        return None
    if opposed(pair.comparing, pair.terms("a", found), pair.terms("b", found)):
        return pair.denial(found)
    if len(words[0]) == len(words[1]) == 1 and words[1][0] in _others().get(words[0][0], ()):
        places = Place(pair.i, *pair.span("a", found)), Place(pair.j, *pair.span("b", found))
        return build_conflict(pair.comparing, "other", *places, SURE, lead=LEAD)
    return None


@cache
def _others() -> dict[str, frozenset[str]]:
    """The words that cannot stand where one does."""
    groups = [word_list(group) for group in EITHER]
    return {word: frozenset(group) - {word} for group in groups for word in group}
