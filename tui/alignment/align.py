"""Align two articles: score the pairs of passages that may state the same fact."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui.alignment.context import context
from tui.alignment.evidence import evidence
from tui.alignment.features import clause_sides, features, index
from tui.alignment.index import candidates
from tui.alignment.model import Alignment, Link
from tui.alignment.resemblance import Resemblance, resemblances
from tui.alignment.terms import Floats, Ints, Terms, index_terms
from tui.alignment.weights import Weights, fitted
from tui.articles.model import Article
from tui.language.clauses import clauses
from tui.language.progress import Progress, silent

DEFAULT_THRESHOLD = 0.3
"""Least score of a link. Of the thresholds that scripts/fit_alignment.py tries by cross-validation,
the one with the best mean over the sets; F1 is best below one half."""
LEAST_SCORE = 0.05
"""Pairs below this are forgotten: no threshold of use to a reader is as low."""
MOST_CLAUSES = 60
"""Clauses of a passage; where there are more, neighbours count as one. All clauses of a pair are
compared with each other, so a page without a full stop would take the square of its length."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The candidate pairs with their features, before any is scored."""

    a: Ints
    b: Ints
    features: dict[str, Floats]
    terms: Terms
    resemblance: Resemblance


def candidate_pairs(texts_a: list[str], texts_b: list[str], progress: Progress = silent) -> Pairs:
    """The pairs of passages worth scoring, with what speaks for each.

    Args:
        texts_a: A's passages; an empty text for one that is never matched.
        texts_b: B's passages.
        progress: Told how far the work is.
    """
    progress("aligning", 0.0)
    terms = index_terms(texts_a, texts_b)
    progress("aligning", 0.2)
    resemblance = resemblances(terms)
    passages = index(terms.a, terms.b, terms, resemblance)
    a, b = candidates(terms, passages.said_b, progress)
    starts = [[_clause_starts(t) for t in texts] for texts in (texts_a, texts_b)]
    progress("aligning", 0.6)
    sides, parents = clause_sides((terms.a, terms.b), (starts[0], starts[1]))
    by_clause = index(*sides, terms, resemblance)
    found = features(a, b, terms, passages, by_clause, parents)
    progress("aligning", 0.8)
    return Pairs(a, b, found, terms, resemblance)


def score(pairs: Pairs, weights: Weights) -> Floats:
    """The calibrated probability of each candidate pair."""
    first = weights.first.probability(pairs.features)
    around = context(pairs.a, pairs.b, first, pairs.terms.a.passages, pairs.terms.b.passages)
    return np.round(weights.second.probability(pairs.features | around), 6)


def align(a: Article, b: Article, *, progress: Progress = silent) -> Alignment:
    """Score every pair of passages that may state the same fact.

    Args:
        a: The first article.
        b: The second article.
        progress: Told how far the work is; it cancels by raising.
    """
    texts_a, texts_b = matched_texts(a), matched_texts(b)
    pairs = candidate_pairs(texts_a, texts_b, progress)
    scores = score(pairs, fitted())
    kept = np.flatnonzero(scores >= LEAST_SCORE)
    progress("aligning", 0.9)
    found = []
    for number, k in enumerate(kept):
        if number % 5000 == 0:
            progress("aligning", 0.9 + 0.1 * number / len(kept))
        i, j = int(pairs.a[k]), int(pairs.b[k])
        spans = evidence(i, j, pairs.terms, pairs.resemblance, a.passages[i].start, b.passages[j].start)
        found.append(Link(i, j, float(scores[k]), spans))
    return Alignment(tuple(found))


def _clause_starts(text: str) -> list[int]:
    starts = [start for start, _ in clauses(text)]
    return starts[:: -(-len(starts) // MOST_CLAUSES)]


def matched_texts(article: Article) -> list[str]:
    """The text of each passage, empty for furniture: that is never matched."""
    return ["" if p.kind == "furniture" else article.text[p.start : p.end] for p in article.passages]
