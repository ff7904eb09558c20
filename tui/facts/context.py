"""What stands around a value, so that two values are compared only where they speak of one thing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

import numpy as np

from tui.alignment.lexicon import Lexicon
from tui.alignment.model import Link, Span
from tui.alignment.terms import Ints
from tui.alignment.terms import Side as Indexed
from tui.articles.model import Article, Passage
from tui.facts.model import Side
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
from tui.language.values.model import NOT_COMPARABLE
from tui.language.values.quote_compare import QuotedWord

_DENYING = re.compile(
    r"no(?:t|ne|body|thing)?\b|never|neither|without|refus|fail|declin|n['’]t\b"
    "|un(?:hurt|injured|harmed|scathed)"
)
"""English words that deny, or their beginnings, case-folded."""
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
    _quoted: dict[tuple[Side, int], list[QuotedWord]] = field(default_factory=dict)
    """The words of each quotation compared so far, by its start."""
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
    def term_of(self) -> dict[str, int]:
        """The term of each stem."""
        return {form: term for term, form in enumerate(self.lexicon.terms.forms)}

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
            in_a, in_b = self._quoted_words("a", p), self._quoted_words("b", q)
            said = self.a.text[p.start : p.end], self.b.text[q.start : q.end]
            self._compared[key] = compare_quoted(*said, in_a, in_b)
        return self._compared[key]

    def _quoted_words(self, side: Side, span: QuoteSpan) -> list[QuotedWord]:
        key = side, span.start
        if key not in self._quoted:
            self._quoted[key] = quoted_words(self.article(side).text[span.start : span.end])
        return self._quoted[key]

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

    def holding(self, side: Side, words: Iterable[str]) -> list[Passage]:
        """The passages of an article that have any of these words, case-folded, or parts of words in them."""
        folded = self._folded[side]
        found = {k for word in words for k, text in enumerate(folded) if word in text}
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

    def clauses(self, side: Side, passage: int) -> list[tuple[int, int]]:
        """The spans, in the article's text, of the clauses of a passage."""
        first = self.lexicon.first_clause_a if side == "a" else self.lexicon.first_clause_b
        spans = self.lexicon.spans_a if side == "a" else self.lexicon.spans_b
        offset = self.article(side).passages[passage].start
        return [(low + offset, high + offset) for low, high in spans[first[passage] : first[passage + 1]]]

    def clause(self, side: Side, passage: int, start: int, end: int) -> tuple[int, int]:
        """The span, in the article's text, of the clauses that a span touches."""
        listed = self.clauses(side, passage)
        touched = [(low, high) for low, high in listed if low < end and high > start]
        if not touched:
            return start, end
        low, high = touched[0][0], touched[-1][1]
        # A short phrase tells too little of what a value is about: its neighbours join it.
        article = self.article(side)
        while len(article.text[low:high].split()) < LEAST_CONTEXT:
            wider = [span for span in listed if span[1] == low or span[0] == high]
            if not wider:
                break
            low, high = min(low, wider[0][0]), max(high, wider[-1][1])
        return low, high

    def terms_in(self, side: Side, passage: int, start: int, end: int) -> set[int]:
        """The terms that stand in a span: no function words, single letters or numbers."""
        return set(self.terms_in_order(side, passage, start, end))

    def terms_in_order(self, side: Side, passage: int, start: int, end: int) -> list[int]:
        """The same terms in reading order, each once."""
        forms, indexed = self.lexicon.terms.forms, self.indexed(side)
        offset = self.article(side).passages[passage].start
        words = indexed.words[passage]
        first = bisect_left(words, start - offset, key=attrgetter("start"))
        last = bisect_right(words, end - offset, key=attrgetter("end"))
        found = indexed.passage_terms(passage)[first : max(first, last)].tolist()
        return [term for term in dict.fromkeys(found) if self.content[term] and len(forms[term]) > 1]

    def shared(self, in_a: set[int], in_b: set[int]) -> int:
        """Number of terms of one set that the other holds or says in like words; the lesser way round."""
        return min(self._said(in_a, in_b), self._said(in_b, in_a))

    def _said(self, terms: set[int], by: set[int]) -> int:
        return sum(t in by or bool(self.lexicon.resemblance.of(t).keys() & by) for t in terms)


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
    return " ".join(text.split())
