"""Gradient-boosted oblivious trees, as small as they can be fitted with NumPy.

Friedman, "Greedy function approximation: a gradient boosting machine" (2001), with Newton's step in
the leaves as in XGBoost, and every tree asking one question at each depth as in CatBoost: that
keeps trees from learning single pairs of texts by heart, and makes them quick to ask.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui.alignment.weights import Boosted, Logistic, Tree

TREES = 100
DEPTH = 4
RATE = 0.1
PENALTY = 10.0
"""80 to 300 trees, a depth of 3 to 5, a penalty of 5 to 20: cross-validated scores differ by under .005."""
PART = 0.3
"""Part of the features that a tree may ask about, drawn anew for each: unlike trees err less together."""
BINS = 32
"""Bounds that are tried for a feature: its quantiles."""
OFF_GRID = 5e-7
"""Added to rounded bounds: no ratio of small numbers lies on one, where the last bit would decide."""


@dataclass(frozen=True, slots=True)
class _Binned:
    """Features as the number of bounds below each value."""

    bounds: list[np.ndarray]
    above: np.ndarray
    """A row for each feature."""

    @property
    def asked(self) -> np.ndarray:
        """The features that tell any rows apart."""
        return np.array([n for n, bounds in enumerate(self.bounds) if len(bounds)])


def boosted(regression: Logistic, names: list[str], x: np.ndarray, y: np.ndarray) -> Boosted:
    """Fit trees that correct a regression.

    Args:
        regression: What the trees start from, fitted on the same.
        names: Names of the features.
        x: Features, a row an example.
        y: What is to be predicted, 0 to 1.
    """
    chance = np.random.RandomState(0)
    bounds = [_bounds(column) for column in x.T]
    above = np.stack([np.searchsorted(b, c, side="left") for b, c in zip(bounds, x.T, strict=True)])
    binned = _Binned(bounds, above)
    total = regression.log_odds(dict(zip(names, x.T, strict=True)))
    trees = []
    for _ in range(TREES):
        p = 1 / (1 + np.exp(-total))
        gradient, hessian = y - p, p * (1 - p)
        drawn = chance.choice(binned.asked, max(1, round(PART * len(binned.asked))), replace=False)
        leaf = np.zeros(len(y), np.int64)
        questions = []
        for depth in range(DEPTH):
            feature, bound = _best_question(binned, drawn, leaf, 2**depth, gradient, hessian)
            questions.append((names[feature], float(binned.bounds[feature][bound])))
            leaf = leaf * 2 + (binned.above[feature] > bound)
        sums = (np.bincount(leaf, weights, 2**DEPTH) for weights in (gradient, hessian))
        leaves = RATE * next(sums) / (next(sums) + PENALTY)
        total += leaves[leaf]
        trees.append(Tree(questions, leaves))
    return Boosted(regression, trees)


def _bounds(column: np.ndarray) -> np.ndarray:
    """Where a feature may be cut: its quantiles, but for those with nothing above."""
    inner = np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1])
    return np.array([b for b in np.unique(np.round(inner, 6) + OFF_GRID) if b < column.max()])


def _best_question(
    binned: _Binned,
    drawn: np.ndarray,
    leaf: np.ndarray,
    leaves: int,
    gradient: np.ndarray,
    hessian: np.ndarray,
) -> tuple[int, int]:
    """The feature and the number of its bound that fit best when asked in all leaves."""
    best = (-1.0, 0, 0)
    for feature in drawn:
        bins = len(binned.bounds[feature]) + 1
        cell = leaf * bins + binned.above[feature]
        g, h = (
            np.bincount(cell, weights, leaves * bins).reshape(leaves, bins).cumsum(1)
            for weights in (gradient, hessian)
        )
        below = g[:, :-1] ** 2 / (h[:, :-1] + PENALTY)
        above = (g[:, -1:] - g[:, :-1]) ** 2 / (h[:, -1:] - h[:, :-1] + PENALTY)
        gain = (below + above).sum(0)
        bound = int(gain.argmax())
        best = max(best, (float(gain[bound]), int(feature), bound))
    return best[1], best[2]
