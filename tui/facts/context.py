"""What stands around a value, so that two values are compared only where they speak of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

import numpy as np

from tui.alignment.lexicon import Lexicon
from tui.alignment.model import Link, Span
from tui.alignment.terms import Ints
from tui.alignment.terms import Side as Indexed
from tui.articles.model import Article, Passage
from tui.facts.conflict_opposites import contraries
from tui.facts.model import SIDES, Side
from tui.facts.values import Values
from tui.language.progress import UNTOLD, Share
from tui.language.values import (
    Agreement,
    Quantity,
    QuoteComparison,
    QuoteSpan,
    compare_quantities,
    compare_quoted,
    quoted_words,
    resolve_names,
)
from tui.language.values.model import AGREE, NOT_COMPARABLE
from tui.language.values.quote_compare import QuotedWord, letter_for_letter
from tui.language.values.tables import word_set

T = TypeVar("T")
_DENYING = re.compile(r"no(?:t|ne|body|thing)?\b|never|neither|without|refus|fail|declin|n['’]t\b")
"""English words that deny, or their beginnings, case-folded."""
SPEECH = word_set("said say told tell report accord ad announc confirm state media polic offici spokesman")
"""Stems of the words that tell who says it: they stand beside any statement."""
LEAST_CONTEXT = 8
"""Words around a value below which the clauses beside its own are looked at too."""


@dataclass(frozen=True)
class Comparing:
    """Two articles on the way to their conflicts: texts, values, words and links."""

    a: Article
    b: Article
    values_a: Values
    values_b: Values
    persons: dict[str, int]
    """A number for each name of either article; two names of one person have the same."""
    no_fact: tuple[list[bool], list[bool]]
    """Of each passage of A, and of B, whether it states nothing."""
    lexicon: Lexicon
    candidates: tuple[Link, ...]
    """Scored pairs of passages, the reader's own decisions applied."""
    threshold: float
    """Least score of a link."""
    _quoted: dict[str, list[QuotedWord]] = field(default_factory=dict)
    """The words of each quotation compared so far."""
    _compared: dict[tuple[int, int], QuoteComparison] = field(default_factory=dict)
    """The quotations compared so far: two stages ask for the same."""
    _related: dict[tuple[int, int], Agreement] = field(default_factory=dict)
    """The figures compared so far, by their starts."""

    @cached_property
    def scores(self) -> dict[tuple[int, int], float]:
        """Score of each candidate pair."""
        return {(c.a, c.b): c.score for c in self.candidates}

    @cached_property
    def unopposed(self) -> tuple[set[int], set[int]]:
        """The passages of A, and of B, that nothing contradicts.

        They state no fact, or the other article has them too, letter for letter: then it contradicts at
        most itself.
        """
        said = [[unwrapped(x.passage_text(p.index)) for p in x.passages] for x in (self.a, self.b)]
        both = set(said[0]) & set(said[1])
        in_a, in_b = (
            {k for k, text in enumerate(texts) if empty[k] or text in both}
            for texts, empty in zip(said, self.no_fact, strict=True)
        )
        return in_a, in_b

    @cached_property
    def disputable(self) -> dict[tuple[int, int], float]:
        """Score of each candidate pair that may be in conflict."""
        in_a, in_b = self.unopposed
        return {(i, j): score for (i, j), score in self.scores.items() if i not in in_a and j not in in_b}

    @cached_property
    def pairs(self) -> list[tuple[tuple[int, int], float]]:
        """The same as a list."""
        return list(self.disputable.items())

    @cached_property
    def linked(self) -> list[tuple[int, int]]:
        """Those of them that are linked."""
        return [pair for pair, score in self.pairs if score >= self.threshold]

    @cached_property
    def term_of(self) -> dict[str, int]:
        """The term of each stem."""
        forms = self.lexicon.terms.forms
        return dict(zip(forms, range(len(forms)), strict=True))

    def words_among(self, side: Side, terms: Iterable[int]) -> Ints:
        """The words of an article, numbered through all its passages, that are any of these terms."""
        listed = np.zeros(len(self.lexicon.terms.forms), bool)
        listed[list(terms)] = True
        return np.flatnonzero(listed[self.indexed(side).terms])

    def with_terms(self, side: Side, terms: Iterable[int]) -> set[int]:
        """The passages of an article that hold any of these terms."""
        words = self.words_among(side, terms)
        return set((np.searchsorted(self.indexed(side).starts, words, "right") - 1).tolist())

    @cached_property
    def content(self) -> list[bool]:
        """Of each term, whether it is neither a function word nor a number."""
        terms = self.lexicon.terms
        content: list[bool] = (~(terms.is_common | terms.is_number)).tolist()
        return content

    @cached_property
    def _telling(self) -> set[int]:
        """The same terms without single letters, which tell of nothing."""
        forms = self.lexicon.terms.forms
        return {t for t, content in enumerate(self.content) if content and len(forms[t]) > 1}

    @cached_property
    def names(self) -> set[int]:
        """The terms that are names."""
        return set(np.flatnonzero(self.lexicon.terms.is_name).tolist())

    @cached_property
    def speech(self) -> set[int]:
        """The terms that only tell who says it."""
        return {self.term_of[form] for form in SPEECH if form in self.term_of}

    @cached_property
    def contraries(self) -> dict[int, set[int]]:
        """The terms that say the contrary of a term, of those that have any."""
        number = {form: self.term_of[form] for form in contraries() if form in self.term_of}
        listed = {t: {number[s] for s in contraries()[form] if s in number} for form, t in number.items()}
        return {term: against for term, against in listed.items() if against}

    def one_person(self, name_a: str, name_b: str) -> bool:
        """Whether two names are of one person, or may be: a surname counts for all who bear it."""
        if name_a.split()[-1].casefold() == name_b.split()[-1].casefold():
            return True
        number = self.persons.get(name_a)
        return number is None or number == self.persons.get(name_b, number)

    @cached_property
    def fullest(self) -> dict[int, str]:
        """The fullest form of each person's name in either article, by number."""
        found: dict[int, str] = {}
        for name, number in self.persons.items():
            best = found.get(number, "")
            if (len(name.split()), name) > (len(best.split()), best):
                found[number] = name
        return found

    @cached_property
    def named(self) -> dict[Side, set[int]]:
        """The people, places and things that each article names, by number."""
        return {
            side: {self.persons[name.text] for found in self.values(side).names for name in found}
            for side in SIDES
        }

    def called(self, name: str) -> str:
        """The fullest form of a name in either article (`Gwen Pritchard` for `Pritchard`)."""
        return self.fullest.get(self.persons.get(name, -1), name)

    def related(self, p: Quantity, q: Quantity) -> Agreement:
        """How a figure of A and one of B relate."""
        if p.kind != q.kind:
            return NOT_COMPARABLE
        key = p.start, q.start
        if key not in self._related:
            self._related[key] = compare_quantities(p, q)
        return self._related[key]

    def quoted(self, p: QuoteSpan, q: QuoteSpan) -> QuoteComparison:
        """How a quotation of A and one of B relate."""
        key = p.start, q.start
        if key not in self._compared:
            one, other = self.a.text[p.start : p.end], self.b.text[q.start : q.end]
            self._compared[key] = (
                QuoteComparison(AGREE)
                if letter_for_letter(one, other)
                else compare_quoted(one, other, self._words_of(one), self._words_of(other))
            )
        return self._compared[key]

    def _words_of(self, quotation: str) -> list[QuotedWord]:
        if quotation not in self._quoted:
            self._quoted[quotation] = quoted_words(quotation)
        return self._quoted[quotation]

    def article(self, side: Side) -> Article:
        """The article on one side."""
        return self.a if side == "a" else self.b

    @property
    def _articles(self) -> tuple[tuple[Side, Article], ...]:
        return ("a", self.a), ("b", self.b)

    @cached_property
    def _folded(self) -> dict[Side, list[str]]:
        """The passages of each article, case-folded."""
        return {side: [x.passage_text(p.index).casefold() for p in x.passages] for side, x in self._articles}

    @cached_property
    def _folded_whole(self) -> dict[Side, str]:
        """The same passages as one text."""
        return {side: "\n".join(folded) for side, folded in self._folded.items()}

    def holding(self, side: Side, words: Iterable[str]) -> list[Passage]:
        """The passages of an article that have any of these words, case-folded, or parts of words in them."""
        folded, whole = self._folded[side], self._folded_whole[side]
        found = {k for word in words if word in whole for k, text in enumerate(folded) if word in text}
        return [self.article(side).passages[k] for k in sorted(found)]

    @cached_property
    def denying(self) -> dict[Side, list[Passage]]:
        """The passages of each article that may deny something, for they have such a word in them."""
        return {
            side: [p for p in x.passages if _DENYING.search(self._folded[side][p.index])]
            for side, x in self._articles
        }

    def matches(
        self, side: Side, pattern: re.Pattern[str], passages: Iterable[Passage]
    ) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a pattern matches inside a passage: the passage, and the match in the article's text.

        Args:
            side: Which article.
            pattern: What to look for.
            passages: Where to look: only passages that hold a word of the pattern, for a search is slow.
        """
        text = self.article(side).text
        for passage in passages:
            for match in pattern.finditer(text, passage.start, passage.end):
                yield passage.index, match

    def values(self, side: Side) -> Values:
        """The values of one article."""
        return self.values_a if side == "a" else self.values_b

    def indexed(self, side: Side) -> Indexed:
        """The words of one article, by passage, with their terms."""
        terms = self.lexicon.terms
        return terms.a if side == "a" else terms.b

    def span(self, side: Side, passage: int, first: int, end: int) -> Span:
        """Where a stretch of words of a passage stands in the article's text."""
        words = self.indexed(side).words[passage]
        offset = self.article(side).passages[passage].start
        return words[first].start + offset, words[end - 1].end + offset

    @cached_property
    def _passage_terms(self) -> dict[Side, list[list[int]]]:
        return {side: self.indexed(side).by_passage() for side in SIDES}

    def passage_terms(self, side: Side, passage: int) -> list[int]:
        """The terms of one passage, in order."""
        return self._passage_terms[side][passage]

    @cached_property
    def _clauses(self) -> dict[Side, list[Sequence[Span]]]:
        """The spans of the clauses of each passage, as offsets into it."""
        lexicon = self.lexicon
        return {
            "a": _pieces(lexicon.spans_a, lexicon.first_clause_a),
            "b": _pieces(lexicon.spans_b, lexicon.first_clause_b),
        }

    def clause(self, side: Side, passage: int, start: int, end: int) -> tuple[int, int]:
        """The span, in the article's text, of the clauses that a span touches."""
        article, listed = self.article(side), self._clauses[side][passage]
        offset = article.passages[passage].start
        touched = [span for span in listed if span[0] < end - offset and span[1] > start - offset]
        if not touched:
            return start, end
        low, high = touched[0][0], touched[-1][1]
        # A short phrase tells too little of what a value is about: its neighbours join it.
        while len(article.text[low + offset : high + offset].split()) < LEAST_CONTEXT:
            wider = [span for span in listed if span[1] == low or span[0] == high]
            if not wider:
                break
            low, high = min(low, wider[0][0]), max(high, wider[-1][1])
        return low + offset, high + offset

    def terms_in(self, side: Side, passage: int, start: int, end: int) -> set[int]:
        """The terms that stand in a span: no function words, single letters or numbers."""
        return self._telling.intersection(self._touched(side, passage, start, end))

    def terms_in_order(self, side: Side, passage: int, start: int, end: int) -> list[int]:
        """The same terms in reading order, each once."""
        found = dict.fromkeys(self._touched(side, passage, start, end))
        return [term for term in found if term in self._telling]

    def _touched(self, side: Side, passage: int, start: int, end: int) -> Sequence[int]:
        """The terms of the words that stand wholly in a span."""
        offset, words = self.article(side).passages[passage].start, self.indexed(side).words[passage]
        first = bisect_left(words, start - offset, key=attrgetter("start"))
        last = bisect_right(words, end - offset, lo=first, key=attrgetter("end"))
        return self.passage_terms(side, passage)[first:last]

    def shared(self, in_a: AbstractSet[int], in_b: AbstractSet[int]) -> int:
        """Number of terms of one set that the other holds or says in like words; the lesser way round."""
        return min(self._said(in_a, in_b), self._said(in_b, in_a))

    def _said(self, terms: AbstractSet[int], by: AbstractSet[int]) -> int:
        alike = self.lexicon.resemblance.by_term
        rest = terms - by
        return len(terms) - len(rest) + sum(t in alike and not by.isdisjoint(alike[t]) for t in rest)


def _pieces(listed: Sequence[T], starts: Ints) -> list[Sequence[T]]:
    """What is listed for a whole article, by passage; the starts have one entry more than passages."""
    return [listed[low:high] for low, high in pairwise(starts.tolist())]


def numbered_persons(a: Values, b: Values, share: Share = UNTOLD) -> dict[str, int]:
    """A number for each name of either article; two names of one person have the same."""
    names_a = [n for passage in a.names for n in passage]
    names_b = [n for passage in b.names for n in passage]
    found: dict[str, int] = {}
    for number, cluster in enumerate(resolve_names(names_a, names_b, share)):
        found[cluster.name] = number
        for k in cluster.a:
            found[names_a[k].text] = number
        for k in cluster.b:
            found[names_b[k].text] = number
    return found


def unwrapped(text: str) -> str:
    """The text with its line breaks and runs of spaces as single spaces."""
    if text.isprintable() and "  " not in text:  # no blanks but single spaces
        return text.strip(" ")
    return " ".join(text.split())
