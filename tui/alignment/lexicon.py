"""Both articles indexed: their joint vocabulary, and what each passage and clause says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from tui.alignment.blocks import blocks
from tui.alignment.index import Sayings, sayings
from tui.alignment.resemblance import Resemblance, resemblances
from tui.alignment.terms import Ints, Side, Terms, index_terms
from tui.language.clauses import clauses
from tui.language.progress import LETTERS, Progress, Share, silent
from tui.language.words import Word

MOST_CLAUSES = 60
"""Clauses of a passage; where there are more, neighbours count as one. All clauses of a pair are
compared with each other, so a page without a full stop would take the square of its length."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Grain:
    """Both articles at one grain: by their passages, or by the clauses of these."""

    a: Side
    b: Side
    said_a: Sayings
    said_b: Sayings


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that alignment and facts ask of the words of two articles."""

    terms: Terms
    resemblance: Resemblance
    passages: Grain
    clauses: Grain
    first_clause_a: Ints
    """Number of the first clause of each passage of A, and one more entry."""
    first_clause_b: Ints
    spans_a: Spans
    """Where each clause of A stands, as offsets into its passage."""
    spans_b: Spans


def make_lexicon(texts_a: Sequence[str], texts_b: Sequence[str], progress: Progress = silent) -> Lexicon:
    """Index two articles.

    Args:
        texts_a: A's passages; an empty text for one that is never matched.
        texts_b: B's passages.
        progress: Told how far the work is.
    """
    share = Share(progress, "aligning")
    terms = index_terms(texts_a, texts_b, share.part(0.0, 0.2))
    resemblance = resemblances(terms, share.part(0.2, 0.25))
    clauses_a, first_a, spans_a = _by_clause(terms.a, texts_a, share.part(0.25, 0.28))
    clauses_b, first_b, spans_b = _by_clause(terms.b, texts_b, share.part(0.28, 0.31))
    passages = _grain(terms.a, terms.b, terms, resemblance, share.part(0.31, 0.33))
    by_clause = _grain(clauses_a, clauses_b, terms, resemblance, share.part(0.33, 0.35))
    share.tell(0.35)
    return Lexicon(terms, resemblance, passages, by_clause, first_a, first_b, spans_a, spans_b)


def _grain(a: Side, b: Side, terms: Terms, resemblance: Resemblance, share: Share) -> Grain:
    said_a = sayings(a, terms, resemblance, share.part(0.0, 0.5))
    return Grain(a, b, said_a, sayings(b, terms, resemblance, share.part(0.5, 1.0)))


def _by_clause(side: Side, texts: Sequence[str], share: Share) -> tuple[Side, Ints, Spans]:
    """The article by clause, the first clause of each passage, and each clause's span."""
    starts: list[int] = []
    first = [0]
    spans: list[tuple[int, int]] = []
    cut: dict[str, tuple[list[tuple[int, int]], list[int]]] = {}
    for block, inside in blocks([len(text) for text in texts], LETTERS, share):
        starts_here = side.starts[block].tolist()
        for text, words, before in zip(texts[block], side.words[block], starts_here, strict=True):
            if text not in cut:  # passages of the same text have the same clauses
                cut[text] = _cut(text, words, inside)
            found, begins = cut[text]
            starts.extend(before + begin for begin in begins)
            spans.extend(found)
            first.append(len(starts))
    flat = np.array([*starts, len(side.terms)], np.int64)
    return Side(side.terms, flat, ()), np.array(first, np.int64), tuple(spans)


def _cut(text: str, words: Sequence[Word], share: Share) -> tuple[list[tuple[int, int]], list[int]]:
    """The spans of the clauses of a passage, and the number of each one's first word."""
    found = _fewer(clauses(text, words, share))
    return found, [bisect_left(words, start, key=attrgetter("start")) for start, _ in found]


def _fewer(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    step = -(-len(spans) // MOST_CLAUSES)
    groups = [spans[k : k + step] for k in range(0, len(spans), step)]
    return [(group[0][0], group[-1][1]) for group in groups]
