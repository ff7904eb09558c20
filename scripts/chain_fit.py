"""Fitting the chain over words: the likelihood of what readers marked, climbed by its gradient.

The weights of words and gaps first, all together; then trees that correct those of words, gap weights
held (Dietterich, Ashenfelter and Bulatov, "Training conditional random fields via gradient tree
boosting", 2004).
"""

from __future__ import annotations

import numpy as np
from boosting import Shape, corrected
from scipy.optimize import minimize

from tui.alignment.weights import Logistic, logistic
from tui.facts.chain import Chain, finite, passes

PENALTY = 30.0
"""Ridge penalty on the standardised features of words; from 10 to 100 kappa hardly changes."""
GAP_PENALTY = 1.0
"""The same, on the features of gaps (not standardised)."""
TREES = Shape(trees=100, depth=3, penalty=30.0)
"""60 to 200 trees, a depth of 3 or 4, a penalty of 30 or 100: held out, kappa differs by under .008."""


def fit_chain(
    names: tuple[list[str], list[str]], x: np.ndarray, z: np.ndarray, y: np.ndarray, starts: np.ndarray
) -> Chain:
    """Fit the chain, trees and all.

    Args:
        names: Names of the features of words, and of gaps.
        x: Features of the words, a row each.
        z: Features of the gap before each word.
        y: Whether each word is unique, 0 or 1.
        starts: Where each passage begins among the words; one more entry than passages.
    """
    regression, begin, end = _fit_regressions(names, x, z, y, starts)
    gaps = dict(zip(names[1], z.T, strict=True))
    opening, closing = finite(begin, gaps), finite(end, gaps)

    def slope(word: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        forward, backward = passes(word, opening, closing, starts)
        p = logistic(forward + backward)
        return y - p, p * (1 - p)

    return Chain(corrected(regression, names[0], x, slope, TREES), begin, end)


def _fit_regressions(
    names: tuple[list[str], list[str]], x: np.ndarray, z: np.ndarray, y: np.ndarray, starts: np.ndarray
) -> tuple[Logistic, Logistic, Logistic]:
    """The regressions of words, of where runs begin and of where they end."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    x = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    many, gaps = x.shape[1], z.shape[1]
    penalty = np.repeat([PENALTY, 1e-3, GAP_PENALTY], [many - 1, 1, 2 * gaps])
    inside = np.ones(len(y), bool)
    inside[starts[:-1][np.diff(starts) > 0]] = False
    now = np.flatnonzero(inside)
    begun, ended = (y[now] > y[now - 1]), (y[now] < y[now - 1])
    last = starts[1:][np.diff(starts) > 0] - 1

    def loss(theta: np.ndarray) -> tuple[float, np.ndarray]:
        weights, begin, end = np.split(theta, [many, many + gaps])
        word, opening, closing = x @ weights, z @ begin, z @ end
        forward, backward = passes(word, opening, closing, starts)
        before, after = forward[now - 1], word[now] + backward[now]
        stay, leave = (
            np.logaddexp(0.0, before + after),
            np.logaddexp(opening[now] + after, before + closing[now]),
        )
        both = np.logaddexp(stay, leave)
        begins, ends = np.exp(opening[now] + after - both), np.exp(before + closing[now] - both)
        partition = np.logaddexp(0.0, before + closing[now]).sum() + np.logaddexp(0.0, forward[last]).sum()
        likelihood = word @ y + opening[now] @ begun + closing[now] @ ended - partition
        gradient = np.concatenate(
            [
                x.T @ (y - logistic(forward + backward)),
                z[now].T @ (begun - begins),
                z[now].T @ (ended - ends),
            ]
        )
        return -likelihood + 0.5 * penalty @ theta**2, penalty * theta - gradient

    begin_at = np.zeros(many + 2 * gaps)
    theta = minimize(loss, begin_at, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    weights, begin, end = np.split(theta, [many, many + gaps])
    plain = weights[:-1] / scale

    def named(listed: list[str], values: np.ndarray, intercept: float = 0.0) -> Logistic:
        return Logistic(intercept, dict(zip(listed, values.tolist(), strict=True)))

    word = named(names[0], plain, float(weights[-1] - plain @ mean))
    return word, named(names[1], begin), named(names[1], end)
