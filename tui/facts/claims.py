"""Claims: the clauses of each passage as facts that one article has or both have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tui.alignment.lexicon import Lexicon
from tui.alignment.model import Link
from tui.alignment.terms import Floats, Ints
from tui.alignment.weights import Weights, read_weights
from tui.articles.model import Article
from tui.facts.model import Claim, ClaimKind, Side
from tui.facts.novelty import Clauses, around, clause_features, clauses_of
from tui.facts.salience import salience
from tui.facts.values import Values
from tui.language.clauses import WITHIN

UNIQUE = 0.4
"""Least probability at which a clause counts as a fact only its article has. Chosen by
scripts/fit_facts.py: kappa and status F1 together are best there."""
_OPENING, _CLOSING = "“„«([", "”»)]"
"""Marks that a claim does not end with, and does not begin with."""
ONE_CLAUSE = 0.2
"""Difference of two phrases' probabilities below which the clause they make up is judged as one."""
_EDGE = " \t\n\r,;:—–-"
"""What is left off at the edges of a claim."""
_FILE = Path(__file__).parent / "weights.json"
_TAIL = re.compile(r"(?:[^\s,;:—]+ ){0,2}[^\s,;:—]+[,;:—](?= ?\S)")
"""Up to three words before a comma at the start of a claim inside a passage: they end what came before."""
SHORT = 10
"""Words up to which a claim with a single value is a claim about that value."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The clauses of one article with the probability that each is a fact only it has."""

    texts: tuple[str, ...]
    """The passages."""
    clauses: Clauses
    probability: Floats

    def of(self, passage: int) -> list[tuple[int, int, bool]]:
        """The clauses of a passage: start and end in the passage, and whether it is unique."""
        low, high = self.clauses.first[passage], self.clauses.first[passage + 1]
        spans, probability = self.clauses.spans[low:high], self.probability[low:high].tolist()
        found: list[tuple[int, int, bool]] = []
        group: list[int] = []
        for k, (_, end) in enumerate(spans):
            group.append(k)
            if (
                k + 1 < len(spans)
                and self._goes_on(passage, end)
                and _near(probability[k], probability[k + 1])
            ):
                continue
            sizes = [spans[g][1] - spans[g][0] for g in group]
            mean = sum(probability[g] * n for g, n in zip(group, sizes, strict=True)) / max(1, sum(sizes))
            found.extend((*spans[g], mean >= UNIQUE) for g in group)
            group = []
        return found

    def _goes_on(self, passage: int, end: int) -> bool:
        """Whether a phrase ends there within its clause: no comma before, a preposition after."""
        text = self.texts[passage]
        following = text[end : end + 12].split(maxsplit=1)
        return text[:end].rstrip()[-1:].isalnum() and bool(following) and following[0].lower() in WITHIN


def _near(p: float, q: float) -> bool:
    """Whether the phrases of a clause are new alike; where they are not, it is cut between them."""
    return abs(p - q) < ONE_CLAUSE


@cache
def fitted() -> Weights:
    """The weights that scripts/fit_facts.py wrote."""
    return read_weights(_FILE)


def judge(side: Side, article: Article, lexicon: Lexicon, candidates: Sequence[Link]) -> Judged:
    """Tell of each clause of one article how likely only it states that fact.

    Args:
        side: Which article.
        article: The article.
        lexicon: Both articles, indexed.
        candidates: Scored pairs of passages, the reader's own decisions applied.
    """
    clauses = clauses_of(side, lexicon)
    texts = [article.passage_text(p.index) for p in article.passages]
    pairs = _pairs(side, candidates)
    found = clause_features(clauses, texts, pairs, lexicon.terms)
    first = fitted().first.probability(found)
    probability = fitted().second.probability(found | around(clauses, first))
    probability = np.where(_said_whole(side, lexicon, pairs)[clauses.passage], 0.0, probability)
    return Judged(tuple(texts), clauses, np.round(probability, 6))


def _pairs(side: Side, candidates: Sequence[Link]) -> tuple[Ints, Ints, Floats]:
    a, b = (np.array([getattr(c, name) for c in candidates], np.int64) for name in "ab")
    own, other = (a, b) if side == "a" else (b, a)
    score = np.array([c.score for c in candidates], np.float64)
    order = np.lexsort((other, own))
    return own[order], other[order], score[order]


def _said_whole(side: Side, lexicon: Lexicon, pairs: tuple[Ints, Ints, Floats]) -> np.ndarray:
    """Which passages stand, word for word, in the other article too: nothing in them is unique."""
    terms = lexicon.terms
    own, other = (terms.a, terms.b) if side == "a" else (terms.b, terms.a)
    same = np.zeros(own.passages, bool)
    for i, j in zip(pairs[0].tolist(), pairs[1].tolist(), strict=True):
        if not same[i]:
            same[i] = np.array_equal(own.passage_terms(i), other.passage_terms(j))
    return same


def claims_of(
    side: Side,
    article: Article,
    judged: Judged,
    values: Values,
    partners: dict[int, list[int]],
    empty: Sequence[bool],
) -> list[Claim]:
    """The claims of one article in reading order.

    Neighbouring clauses of a passage that are both unique, or both shared, are one claim.

    Args:
        side: Which article.
        article: The article.
        judged: Its clauses.
        values: Its values.
        partners: For each linked passage, the passages of the other article it is linked to.
        empty: For each passage, whether it states no fact.
    """
    found = []
    for passage in article.passages:
        if empty[passage.index]:
            continue
        linked = tuple(partners.get(passage.index, ()))
        for start, end, unique in _runs(judged.of(passage.index)):
            start, end = readable(article.text, passage.start, passage.start + start, passage.start + end)
            start = _past_dateline(article, start)
            if start >= end:
                continue
            kind, value = _kind(article.text, start, end, passage.index, values)
            weight = salience(article, passage.index, start, end, values, unique=unique)
            status = "unique" if unique else "shared"
            counterparts = () if unique else linked
            found.append(
                Claim(side, passage.index, start, end, kind, status, weight, value, counterparts)  # type: ignore[arg-type]
            )
    return found


def _runs(clauses: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    joined: list[tuple[int, int, bool]] = []
    for start, end, unique in clauses:
        if joined and joined[-1][2] == unique:
            joined[-1] = (joined[-1][0], end, unique)
        else:
            joined.append((start, end, unique))
    return joined


def _past_dateline(article: Article, start: int) -> int:
    """Where a claim begins when the place the report was filed from is left out of it."""
    if article.dateline is None or not article.dateline[0] <= start < article.dateline[1]:
        return start
    end = article.dateline[1]
    return end + len(article.text[end:]) - len(article.text[end:].lstrip(_EDGE))


def readable(text: str, passage_start: int, start: int, end: int) -> tuple[int, int]:
    """The span without commas at its edges, nor the tail of the phrase that was cut before it."""
    start, end = trim(text, start, end)
    tail = _TAIL.match(text, start, end) if start > passage_start else None
    return trim(text, tail.end(), end) if tail else (start, end)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks and commas at its edges."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_EDGE + _CLOSING))
    end -= len(piece) - len(piece.rstrip(_EDGE + _OPENING))
    return min(start, end), end


def _kind(text: str, start: int, end: int, passage: int, values: Values) -> tuple[ClaimKind, str | None]:
    """What a claim is about: a single value where it is short, else a statement or a quotation."""

    def inside(found: Sequence[object]) -> list[object]:
        return [v for v in found if v.start >= start and v.end <= end]  # type: ignore[attr-defined]

    quoted = sum(max(0, min(q.end, end) - max(q.start, start)) for q in values.quotations[passage])
    if quoted > (end - start) / 2:
        return "quote", None
    if len(text[start:end].split()) <= SHORT:
        kinds: tuple[tuple[ClaimKind, Sequence[object]], ...] = (
            ("quantity", values.quantities[passage]),
            ("date", values.dates[passage]),
        )
        for kind, listed in kinds:
            found = inside(listed)
            if len(found) == 1:
                return kind, found[0].normal  # type: ignore[attr-defined]
    return "statement", None
