"""Logistic regression by Newton's method: all the learning that the product's weights need."""

from __future__ import annotations

import numpy as np

from tui.alignment.weights import Logistic

PENALTY = 10.0
"""Ridge penalty on standardised features; from 3 to 30 the cross-validated scores hardly change."""


def logistic_regression(names: list[str], x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> Logistic:
    """Fit a logistic regression.

    Args:
        names: Names of the features.
        x: Features, a row an example.
        y: What is to be predicted, 0 to 1.
        weight: How much each example counts.
    """
    mean, scale = x.mean(0), x.std(0) + 1e-9
    design = np.hstack([(x - mean) / scale, np.ones((len(x), 1))])
    penalty = np.array([PENALTY] * len(names) + [1e-3])
    beta = np.zeros(design.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (weight * (y - p)) - penalty * beta
        hessian = (design * (weight * p * (1 - p))[:, None]).T @ design + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    weights = beta[:-1] / scale
    return Logistic(float(beta[-1] - weights @ mean), dict(zip(names, weights.tolist(), strict=True)))
