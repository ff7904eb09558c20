"""Why two passages are linked: the quotations, dates, quantities, names and words they share.

Dates and quantities that agree come first, however each is written ("3 March", "March 3"). The other
words are matched in runs; a run is told by what it is made of, inside quotation marks as a quote.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TypeVar

import numpy as np

from tui.alignment.lexicon import Lexicon
from tui.alignment.matching import OUT, match_words
from tui.alignment.model import Evidence, EvidenceKind, Link, Span
from tui.alignment.resemblance import Resemblance
from tui.alignment.terms import Side, Terms
from tui.articles.model import Article
from tui.language.progress import Progress, silent
from tui.language.values import (
    Agreement,
    DateValue,
    Quantity,
    QuoteSpan,
    compare_dates,
    compare_quantities,
    few,
)
from tui.language.words import Word

LEAST_AGREEMENT = 0.8
"""Strength of two values' agreement below which it explains nothing: one may be the other, rounded."""

Value = TypeVar("Value", DateValue, Quantity)


@dataclass(frozen=True, slots=True)
class Told:
    """An article and what it tells in values, by passage; their spans are offsets into its text."""

    article: Article
    dates: Sequence[Sequence[DateValue]]
    quantities: Sequence[Sequence[Quantity]]
    quotations: Sequence[Sequence[QuoteSpan]]


@dataclass(frozen=True, slots=True)
class _Half:
    """One passage of a link."""

    terms: list[int]
    words: Sequence[Word]
    offset: int
    """Where the passage, and with it the places of its words, begins in the article's text."""
    quoted: list[bool]
    """Of each word, whether it stands in quotation marks."""
    dates: Sequence[DateValue]
    quantities: Sequence[Quantity]

    def across(self, first: int, length: int) -> Span:
        """Where some words that follow each other stand in the article's text."""
        return self.offset + self.words[first].start, self.offset + self.words[first + length - 1].end

    def touched(self, span: Span) -> slice:
        """Which words, in reading order, a span of the article's text overlaps."""
        first = bisect_right(self.words, span[0] - self.offset, key=attrgetter("end"))
        return slice(first, bisect_left(self.words, span[1] - self.offset, lo=first, key=attrgetter("start")))


@dataclass(frozen=True, slots=True)
class TermKinds:
    """What each term is, as lists: they are asked word by word, at which numpy is slow."""

    common: list[bool]
    kinds: list[EvidenceKind]

    @classmethod
    def of(cls, terms: Terms) -> TermKinds:
        """The kinds of all terms."""
        kinds = np.select([terms.is_number, terms.is_name], ["quantity", "name"], "words")
        return cls(terms.is_common.tolist(), kinds.tolist())

    def of_run(self, run: Sequence[int]) -> EvidenceKind | None:
        """What a run of terms is made of; None where it is of function words alone."""
        content = [self.kinds[t] for t in run if not self.common[t]]
        if not content:
            return None
        if "quantity" in [self.kinds[t] for t in run]:
            return "quantity"
        return "words" if "words" in content else "name"


def explained(
    links: Sequence[Link], lexicon: Lexicon, a: Told, b: Told, progress: Progress = silent
) -> tuple[Link, ...]:
    """The links with their evidence, which is looked for only now: most candidates never need it.

    Args:
        links: Links between the two articles.
        lexicon: Both articles, indexed.
        a: What A tells in values.
        b: What B tells in values.
        progress: Told how far the work is.
    """
    found = []
    kinds = TermKinds.of(lexicon.terms)
    for number, link in enumerate(links):
        if number % 1000 == 0:
            progress("explaining matches", number / len(links))
        one, other = _half(lexicon.terms.a, link.a, a), _half(lexicon.terms.b, link.b, b)
        found.append(Link(link.a, link.b, link.score, _evidence(one, other, kinds, lexicon.resemblance)))
    return tuple(found)


def _evidence(one: _Half, other: _Half, kinds: TermKinds, resemblance: Resemblance) -> tuple[Evidence, ...]:
    """What the two passages of a link share, as spans in reading order of A."""
    found = same_values("date", one.dates, other.dates, compare_dates)
    found += apart_from(found, same_values("quantity", one.quantities, other.quantities, compare_quantities))
    found = [e for e in found if not (_in_quote(one, e.a) and _in_quote(other, e.b))]
    one, other = _without(one, [e.a for e in found]), _without(other, [e.b for e in found])
    found += same_words(one, other, kinds, resemblance)
    return tuple(sorted(found, key=lambda e: e.a))


def same_values(
    kind: EvidenceKind, a: Sequence[Value], b: Sequence[Value], compare: Callable[[Value, Value], Agreement]
) -> list[Evidence]:
    """The values that agree, one with one: the surest first, of equals the first with the first."""
    if not a or not b:
        return []
    pairs = []
    for i, one in enumerate(few(a)):
        for j, other in enumerate(few(b)):
            agreement = compare(one, other)
            if agreement.verdict == "agree" and agreement.strength >= LEAST_AGREEMENT:
                pairs.append((-agreement.strength, i + j, i, j))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for _, _, i, j in sorted(pairs):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            found.append(Evidence(kind, (a[i].start, a[i].end), (b[j].start, b[j].end)))
    return found


def apart_from(taken: Sequence[Evidence], found: Sequence[Evidence]) -> list[Evidence]:
    """What was found that overlaps nothing taken before, in either text."""
    return [e for e in found if not any(_overlap(e.a, t.a) or _overlap(e.b, t.b) for t in taken)]


def in_quotation(words: Sequence[Span], quotations: Sequence[Span]) -> list[bool]:
    """Of each word, whether it stands in one of the quotations; both are in reading order."""
    starts = [start for start, _ in quotations]
    before = (bisect_right(starts, low) - 1 for low, _ in words)
    return [at >= 0 and high <= quotations[at][1] for at, (_, high) in zip(before, words, strict=True)]


def same_words(a: _Half, b: _Half, kinds: TermKinds, resemblance: Resemblance) -> list[Evidence]:
    """The runs of words that both say; those in quotation marks of both are quotes."""
    # The match is made from the shorter passage, so that it stays when A and B change places.
    if (len(a.terms), a.terms) <= (len(b.terms), b.terms):
        matched = match_words(a.terms, b.terms, resemblance)
    else:
        matched = {i: j for j, i in match_words(b.terms, a.terms, resemblance).items()}
    found = []
    for i, j, length in _runs(matched, a.quoted, b.quoted):
        kind = kinds.of_run(a.terms[i : i + length])
        if kind is not None:
            kind = "quote" if a.quoted[i] and b.quoted[j] else kind
            found.append(Evidence(kind, a.across(i, length), b.across(j, length)))
    return found


def _runs(
    matched: Mapping[int, int], quoted_a: Sequence[bool], quoted_b: Sequence[bool]
) -> Iterator[tuple[int, int, int]]:
    """Words that follow each other in both passages: where in each, and how many.

    A run goes on as long as it is quoted in both, or is not.
    """
    first, place, length, quoted = 0, 0, 0, False
    for i in sorted(matched):
        j = matched[i]
        both = quoted_a[i] and quoted_b[j]
        if length and i == first + length and j == place + length and both == quoted:
            length += 1
            continue
        if length:
            yield first, place, length
        first, place, length, quoted = i, j, 1, both
    if length:
        yield first, place, length


def _half(side: Side, number: int, told: Told) -> _Half:
    passage, words = told.article.passages[number], side.words[number]
    inside = passage.start, passage.end
    quotations = [(q.start - passage.start, q.end - passage.start) for q in told.quotations[number]]
    return _Half(
        side.passage_terms(number).tolist(),
        words,
        passage.start,
        in_quotation([(w.start, w.end) for w in words], quotations) if quotations else [False] * len(words),
        [d for d in told.dates[number] if _within((d.start, d.end), inside)],
        [q for q in told.quantities[number] if _within((q.start, q.end), inside)],
    )


def _without(half: _Half, spans: Sequence[Span]) -> _Half:
    """The passage with the words in these spans left out of the matching."""
    if not spans:
        return half
    terms = list(half.terms)
    for span in spans:
        touched = half.touched(span)
        terms[touched] = [OUT] * len(terms[touched])
    return replace(half, terms=terms)


def _in_quote(half: _Half, span: Span) -> bool:
    inside = half.quoted[half.touched(span)]
    return bool(inside) and all(inside)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(span: Span, whole: Span) -> bool:
    return whole[0] <= span[0] and span[1] <= whole[1]
