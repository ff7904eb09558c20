"""Align two articles: score the pairs of passages that may state the same fact."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui.alignment.context import context
from tui.alignment.features import features
from tui.alignment.index import candidates, wordings
from tui.alignment.lexicon import Lexicon, make_lexicon
from tui.alignment.model import Alignment, Link
from tui.alignment.terms import Flags, Floats, Ints
from tui.alignment.weights import Weights, fitted
from tui.articles.model import Article
from tui.language.progress import UNTOLD, Progress, Share, silent

DEFAULT_THRESHOLD = 0.30
"""Least score of a link. Of the thresholds that scripts/fit_alignment.py tries by cross-validation,
the highest with the best mean over the sets; F1 is best below one half."""
LEAST_SCORE = 0.05
"""Pairs below this are forgotten: no threshold of use to a reader is as low."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The candidate pairs with their features, before any is scored."""

    a: Ints
    b: Ints
    features: dict[str, Floats]
    same: Flags
    """Those of the same words in the same order."""
    lexicon: Lexicon


def candidate_pairs(texts_a: list[str], texts_b: list[str], progress: Progress = silent) -> Pairs:
    """The pairs of passages worth scoring, with what speaks for each.

    Args:
        texts_a: A's passages; an empty text for one that is never matched.
        texts_b: B's passages.
        progress: Told how far the work is.
    """
    lexicon = make_lexicon(texts_a, texts_b, progress)
    wording = wordings(lexicon.terms)
    a, b = candidates(lexicon.terms, lexicon.passages.said_b, wording, progress)
    found = features(a, b, lexicon, Share(progress, "aligning", 0.65, 0.93))
    progress("aligning", 0.93)
    # What has no word in common, like words counted, is no match, whatever stands around it.
    same = wording[0][a] == wording[1][b]
    some = same | (found["like terms"] > 0)
    kept = {name: values[some] for name, values in found.items()}
    return Pairs(a[some], b[some], kept, same[some], lexicon)


def score(pairs: Pairs, weights: Weights, share: Share = UNTOLD) -> Floats:
    """The calibrated probability of each candidate pair."""
    share.tell(0.0)
    first = weights.first.probability(pairs.features)
    terms = pairs.lexicon.terms
    around = context(pairs.a, pairs.b, first, terms.a.passages, terms.b.passages, share.part(0.1, 0.6))
    share.tell(0.6)
    return np.round(weights.second.probability(pairs.features | around), 6)


def align(a: Article, b: Article, *, progress: Progress = silent) -> Alignment:
    """Score every pair of passages that may state the same fact.

    Args:
        a: The first article.
        b: The second article.
        progress: Told how far the work is; it cancels by raising.
    """
    pairs = candidate_pairs(matched_texts(a), matched_texts(b), progress)
    scores = score(pairs, fitted(), Share(progress, "aligning", 0.93, 0.98))
    progress("aligning", 0.98)
    scores[pairs.same] = 1.0  # word for word the same: nothing surer
    kept = scores >= LEAST_SCORE
    progress("aligning", 1.0)
    found = zip(pairs.a[kept].tolist(), pairs.b[kept].tolist(), scores[kept].tolist(), strict=True)
    return Alignment(tuple(Link(i, j, s) for i, j, s in found), pairs.lexicon)


def matched_texts(article: Article) -> list[str]:
    """The text of each passage, empty for furniture: that is never matched."""
    return ["" if p.kind == "furniture" else article.text[p.start : p.end] for p in article.passages]
