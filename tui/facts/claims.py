"""Claims: the clauses of each passage as facts that one article has or both have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal

import numpy as np

from tui.alignment.index import ranges
from tui.alignment.lexicon import Lexicon
from tui.alignment.model import Link
from tui.alignment.terms import Flags, Floats, Ints
from tui.articles.model import Article
from tui.facts.chain import fitted
from tui.facts.edits import Edits, Told, edits
from tui.facts.model import Claim, ClaimKind, Side
from tui.facts.novelty import Words, gap_features, passage_features, together, word_features, words_of
from tui.facts.phrases import phrases, runs
from tui.facts.salience import salience
from tui.facts.values import Values
from tui.language.progress import UNTOLD, Share

UNIQUE = 0.5
"""Least probability at which a word counts as part of a fact only its article has. Chosen by
scripts/fit_facts.py, as the two below: kappa, or status F1, is best there."""
SOME = 0.6
"""Least probability that a passage states any such fact at which it is not wholly shared."""
EVERY = 0.65
"""Least probability that all a passage states are such facts at which it is wholly unique."""
UNIQUE_AT_ALL = 0.35
"""The same as UNIQUE in a passage that states some such fact and has no word that reaches it."""
_OPENING, _CLOSING = "“„«([", "”»)]"
"""Marks that a claim does not end with, and does not begin with."""
_EDGE = " \t\n\r,;:—–-"
"""What is left off at the edges of a claim."""
_LEFT_OFF = _EDGE + _CLOSING, _EDGE + _OPENING
"""The same, with these marks: before it, and after it."""
SURE = 0.95
"""How likely words are part of such a fact that its article put into a sentence of the other's."""
TOGETHER = 20_000
"""Words of both articles up to which they are judged at once: numpy is slow on few, and many fill memory."""
SHORT = 10
"""Words up to which a claim with a single value is a claim about that value."""


@dataclass(frozen=True)
class Judged:
    """The words of one article, and how likely each is part of a fact that only it has."""

    words: Words
    probability: Floats
    some: Floats
    """For each passage, how likely it states any such fact."""
    every: Floats
    """How likely it states no other."""
    glued: Flags
    """Whether each word is one thing with the word before: a phrase holds both or neither."""
    _runs: dict[int, list[tuple[int, int, bool]]] = field(default_factory=dict)
    """The runs of each passage asked for so far."""

    def status(self, passage: int) -> Literal["shared", "mixed", "unique"]:
        """What the facts of a passage are."""
        runs = [unique for _, _, unique in self.of(passage)]
        if not any(runs):
            return "shared"
        return "unique" if all(runs) or self._wholly[passage] else "mixed"

    def of(self, passage: int) -> list[tuple[int, int, bool]]:
        """The runs of words of a passage: start and end in the passage, and whether they are unique."""
        if passage not in self._runs:
            first, (start, end) = self._starts[passage], self._spans
            self._runs[passage] = [
                (start[first + i], end[first + j - 1], unique) for i, j, unique in runs(self.unique(passage))
            ]
        return self._runs[passage]

    def unique(self, passage: int) -> list[bool]:
        """Which words of a passage are unique: none where it states no such fact."""
        low, high = self._starts[passage], self._starts[passage + 1]
        every = self._wholly[passage]
        if not every and not self._partly[passage]:
            return [False] * (high - low)
        unique = self._phrases(low, self._likely[low:high])
        if True not in unique:
            return [found or every for found in self._phrases(low, self._possible[low:high])]
        if every:  # all it states is unique, so what stands between two unique phrases is too
            first, last = unique.index(True), len(unique) - unique[::-1].index(True)
            unique[first:last] = [True] * (last - first)
        return unique

    def _phrases(self, low: int, unique: list[bool]) -> list[bool]:
        if True not in unique or False not in unique:
            return unique
        some = slice(low, low + len(unique))
        surfaces = self.words.terms.surfaces
        forms = [surfaces[term] for term in self.words.own.terms[some].tolist()]
        return phrases(unique, forms, self.glued[some].tolist())

    # As lists: passages are short, and numpy is slow on few words.

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self.words.own.starts.tolist()
        return starts

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        """Where the words start in their passages, and where they end."""
        return self.words.start.tolist(), self.words.end.tolist()

    @cached_property
    def _likely(self) -> list[bool]:
        return _at_least(self.probability, UNIQUE)

    @cached_property
    def _possible(self) -> list[bool]:
        return _at_least(self.probability, UNIQUE_AT_ALL)

    @cached_property
    def _partly(self) -> list[bool]:
        return _at_least(self.some, SOME)

    @cached_property
    def _wholly(self) -> list[bool]:
        return _at_least(self.every, EVERY)


def _at_least(values: Floats, bound: float) -> list[bool]:
    found: list[bool] = (values >= bound).tolist()
    return found


def judge(
    articles: tuple[Article, Article],
    lexicon: Lexicon,
    candidates: Sequence[Link],
    values: tuple[Values, Values],
    share: Share = UNTOLD,
) -> tuple[Judged, Judged]:
    """Tell of each word of A, and of B, how likely it is part of a fact that only its article has.

    Args:
        articles: A and B.
        lexicon: Both articles, indexed.
        candidates: Scored pairs of passages, the reader's own decisions applied.
        values: The values of A and of B.
        share: Told how far the work is.
    """
    share.tell(0.0)
    texts_a, texts_b = (tuple(x.passage_text(p.index) for p in x.passages) for x in articles)
    words_a, words_b = words_of("a", lexicon, texts_a), words_of("b", lexicon, texts_b)
    share.tell(0.1)
    own, other, score = _pairs(len(texts_a), candidates)
    told = lexicon.terms.a.by_passage(), lexicon.terms.b.by_passage()
    same, edited = _said_whole(*told, candidates), edits(*told, candidates)
    if len(words_a.start) + len(words_b.start) <= TOGETHER:
        words = together(words_a, words_b)
        in_a, in_b = _judge(
            words, (words_a, words_b), articles, values, (own, other, score), same, edited, share
        )
        return in_a, in_b
    size = len(words_a.start)
    many, cut = len(texts_a), int(np.searchsorted(own, len(texts_a)))
    pairs_a = own[:cut], other[:cut], score[:cut]
    pairs_b = own[cut:] - many, other[cut:], score[cut:]
    (in_a,) = _judge(
        words_a,
        (words_a,),
        articles[:1],
        values[:1],
        pairs_a,
        same[:many],
        edited.part(slice(0, size)),
        share.part(0.2, 0.6),
    )
    (in_b,) = _judge(
        words_b,
        (words_b,),
        articles[1:],
        values[1:],
        pairs_b,
        same[many:],
        edited.part(slice(size, len(edited.kept))),
        share.part(0.6, 1.0),
    )
    return in_a, in_b


def _judge(
    words: Words,
    parts: Sequence[Words],
    articles: Sequence[Article],
    values: Sequence[Values],
    pairs: tuple[Ints, Ints, Floats],
    same: Flags,
    edited: Edits,
    share: Share,
) -> list[Judged]:
    """The same of one article, or of both.

    Args:
        words: Their words.
        parts: The words of each.
        articles: The articles.
        values: The values of each.
        pairs: Candidate pairs: passage of these (sorted), of the other article, and score.
        same: Which passages stand, word for word, in the other article too.
        edited: Which of their words another version of their sentence has, and has not.
        share: Told how far the work is.
    """
    weights = fitted()
    found = word_features(words, pairs, share.part(0.0, 0.4))
    share.tell(0.4)
    gaps = gap_features(words)
    share.tell(0.5)
    probability = weights.chain.probability(found, gaps, words.own.starts, share.part(0.5, 0.7))
    share.tell(0.7)
    glued = words.glued | _inside_values(words, articles, values)
    kept, new = edited.told(words, glued)
    probability = np.where(kept, 0.0, np.where(new, SURE, probability))
    rows = passage_features(words, found, probability, pairs)
    share.tell(0.8)
    some, every = (
        np.where(same, 0.0, np.round(look.probability(rows), 6)) for look in (weights.some, weights.every)
    )
    some[words.passage[new]] = SURE
    probability = np.round(probability, 6)
    return [
        Judged(own, probability[part.words], some[part.passages], every[part.passages], glued[part.words])
        for own, part in zip(parts, words.parts, strict=True)
    ]


def _inside_values(words: Words, articles: Sequence[Article], values: Sequence[Values]) -> Flags:
    """Whether each word stands in one figure, date or name with the word before."""
    # B's places are told as if its text came after A's.
    shifts = list(accumulate((len(article.text) for article in articles[:-1]), initial=0))
    offset = [passage.start + s for x, s in zip(articles, shifts, strict=True) for passage in x.passages]
    start = np.array(offset, np.int64)[words.passage] + words.start
    spans = [
        place + shift
        for told, shift in zip(values, shifts, strict=True)
        for kind in (told.quantities, told.dates, told.names)
        for passage in kind
        for value in passage
        for place in (value.start, value.end)
    ]
    first, end = np.searchsorted(start, np.array(spans, np.int64)).reshape(-1, 2).T
    # The first word of a value is not held by the one before it.
    held = np.maximum(0, end - first - 1)
    inside = np.zeros(len(start), bool)
    inside[np.repeat(first + 1, held) + ranges(held)] = True
    return inside


def _pairs(passages_a: int, candidates: Sequence[Link]) -> tuple[Ints, Ints, Floats]:
    """Each candidate pair as one of either article's passages, those of B after A's, with the other's."""
    a, b = np.array([c.a for c in candidates], np.int64), np.array([c.b for c in candidates], np.int64)
    score = np.array([c.score for c in candidates], np.float64)
    own, other = np.concatenate([a, b + passages_a]), np.concatenate([b, a])
    order = np.lexsort((other, own))
    return own[order], other[order], np.concatenate([score, score])[order]


def _said_whole(told_a: Told, told_b: Told, candidates: Sequence[Link]) -> Flags:
    """Which passages stand, word for word, in the other article too: nothing in them is unique."""
    same = np.zeros(len(told_a) + len(told_b), bool)
    whole = [(c.a, c.b) for c in candidates if told_a[c.a] == told_b[c.b]]
    same[[place for a, b in whole for place in (a, len(told_a) + b)]] = True
    return same


def claims_of(
    side: Side,
    article: Article,
    judged: Judged,
    values: Values,
    partners: dict[int, list[int]],
    empty: Sequence[bool],
    share: Share = UNTOLD,
) -> list[Claim]:
    """The claims of one article in reading order.

    Neighbouring words of a passage that are all unique, or all shared, are one claim.

    Args:
        side: Which article.
        article: The article.
        judged: Its words.
        values: Its values.
        partners: For each linked passage, the passages of the other article it is linked to.
        empty: For each passage, whether it states no fact.
        share: Told how far the work is.
    """
    found = []
    for passage in share.each(article.passages):
        if empty[passage.index]:
            continue
        linked = tuple(partners.get(passage.index, ()))
        low, offset = passage.start, passage.start
        runs = judged.of(passage.index)
        for number, (start, end, unique) in enumerate(runs):
            high = offset + runs[number + 1][0] if number + 1 < len(runs) else passage.end
            start, end = whole(article.text, low, offset + start, offset + end, high)
            low = end
            start = _past_dateline(article, start)
            if start >= end:
                continue
            words = len(article.text[start:end].split())
            kind, value = _kind(values, passage.index, start, end, words)
            weight = salience(values, passage.index, start, end, words, unique=unique)
            status = "unique" if unique else "shared"
            counterparts = () if unique else linked
            found.append(
                Claim(side, passage.index, start, end, kind, status, weight, value, counterparts)  # type: ignore[arg-type]
            )
    return found


def _past_dateline(article: Article, start: int) -> int:
    """Where a claim begins when the place the report was filed from is left out of it."""
    if article.dateline is None or not article.dateline[0] <= start < article.dateline[1]:
        return start
    end = article.dateline[1]
    return end + len(article.text[end:]) - len(article.text[end:].lstrip(_EDGE))


def whole(text: str, low: int, start: int, end: int, high: int) -> tuple[int, int]:
    """A run of words with the signs that stand at it (`$`, `%`, a quotation mark), within two bounds."""
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return trim(text, start, end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks and commas at its edges."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_LEFT_OFF[0]))
    end -= len(piece) - len(piece.rstrip(_LEFT_OFF[1]))
    return min(start, end), end


def _kind(values: Values, passage: int, start: int, end: int, words: int) -> tuple[ClaimKind, str | None]:
    """What a claim is about: a single value where it is short, else a statement or a quotation."""
    quotations = values.quotations[passage]
    if quotations:
        quoted = sum(max(0, min(q.end, end) - max(q.start, start)) for q in quotations)
        if quoted > (end - start) / 2:
            return "quote", None
    if words <= SHORT:
        if len(figures := [q for q in values.quantities[passage] if q.start >= start and q.end <= end]) == 1:
            return "quantity", figures[0].normal
        if len(dates := [d for d in values.dates[passage] if d.start >= start and d.end <= end]) == 1:
            return "date", dates[0].normal
    return "statement", None
