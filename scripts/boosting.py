"""Gradient-boosted oblivious trees, as small as they can be fitted with NumPy.

Friedman, "Greedy function approximation: a gradient boosting machine" (2001), with Newton's step in
the leaves as in XGBoost, and every tree asking one question at each depth as in CatBoost: that
keeps trees from learning single pairs of texts by heart, and makes them quick to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tui.alignment.weights import Boosted, Logistic, Tree, logistic

RATE = 0.1
PART = 0.3
"""Part of the features that a tree may ask about, drawn anew for each: unlike trees err less together."""
BINS = 32
"""Bounds that are tried for a feature: its quantiles."""
OFF_GRID = 5e-7
"""Added to rounded bounds: no ratio of small numbers lies on one, where the last bit would decide."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How many trees there are, of what depth, and the ridge penalty on their leaves."""

    trees: int
    depth: int
    penalty: float


Slope = Callable[[np.ndarray], tuple[np.ndarray, np.ndarray]]
"""The first derivative of the likelihood by each row's log odds, and the second one's negative."""


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


def boosted(regression: Logistic, names: list[str], x: np.ndarray, y: np.ndarray, shape: Shape) -> Boosted:
    """Fit trees that correct a regression.

    Args:
        regression: What the trees start from, fitted on the same.
        names: Names of the features.
        x: Features, a row an example.
        y: What is to be predicted, 0 to 1.
        shape: How many trees, and of what kind.
    """

    def slope(log_odds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        p = logistic(log_odds)
        return y - p, p * (1 - p)

    return corrected(regression, names, x, slope, shape)


def corrected(regression: Logistic, names: list[str], x: np.ndarray, slope: Slope, shape: Shape) -> Boosted:
    """Fit trees that correct a regression, whatever the likelihood is made of.

    Args:
        regression: What the trees start from.
        names: Names of the features.
        x: Features, a row an example.
        slope: Tells from the log odds so far where the likelihood rises.
        shape: How many trees, and of what kind.
    """
    chance = np.random.RandomState(0)
    bounds = [_bounds(column) for column in x.T]
    above = np.stack([np.searchsorted(b, c, side="left") for b, c in zip(bounds, x.T, strict=True)])
    binned = _Binned(bounds, above)
    total = regression.log_odds(dict(zip(names, x.T, strict=True)))
    trees = []
    for _ in range(shape.trees):
        gradient, hessian = slope(total)
        drawn = chance.choice(binned.asked, max(1, round(PART * len(binned.asked))), replace=False)
        leaf = np.zeros(len(total), np.int64)
        questions = []
        for depth in range(shape.depth):
            feature, bound = _best_question(binned, drawn, leaf, 2**depth, gradient, hessian, shape.penalty)
            questions.append((names[feature], float(binned.bounds[feature][bound])))
            leaf = leaf * 2 + (binned.above[feature] > bound)
        rises, bends = (np.bincount(leaf, weights, 2**shape.depth) for weights in (gradient, hessian))
        leaves = RATE * rises / (bends + shape.penalty)
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
    penalty: float,
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
        below = g[:, :-1] ** 2 / (h[:, :-1] + penalty)
        above = (g[:, -1:] - g[:, :-1]) ** 2 / (h[:, -1:] - h[:, :-1] + penalty)
        gain = (below + above).sum(0)
        bound = int(gain.argmax())
        best = max(best, (float(gain[bound]), int(feature), bound))
    return best[1], best[2]
