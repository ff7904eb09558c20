"""The fitted weights of the two looks, and the probability they give."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from tui.alignment.terms import Floats

_FILE = Path(__file__).parent / "weights.json"


class Look(Protocol):
    """Fitted weights that turn features into a probability."""

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """The logarithm of the odds for each row of the features."""
        ...

    def probability(self, features: Mapping[str, Floats]) -> Floats:
        """The probability for each row of the features, 0 to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression: a weight for each named feature."""

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """The weighted sum for each row of the features."""
        total = sum((w * features[name] for name, w in self.weights.items()), np.float64(self.intercept))
        return np.asarray(total, np.float64)

    def probability(self, features: Mapping[str, Floats]) -> Floats:
        """The probability for each row of the features."""
        return logistic(self.log_odds(features))


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree that asks the same question of every row at each depth (Kohavi's oblivious tree).

    The answers, the first one the most significant bit, number the leaf.
    """

    questions: Sequence[tuple[str, float]]
    """A feature and a bound each: is it above?"""
    leaves: Floats
    """What each leaf adds to the log odds."""


@dataclass(frozen=True, slots=True)
class Boosted:
    """A logistic regression, and gradient-boosted oblivious trees that add to its log odds.

    The regression carries over to texts unlike those it was fitted on; the trees correct it where
    one thing counts only beside another.
    """

    regression: Logistic
    trees: Sequence[Tree]

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """What the regression and the trees say together, for each row of the features."""
        total = self.regression.log_odds(features)
        for tree in self.trees:
            leaf = np.zeros(len(total), np.uint8)
            for name, bound in tree.questions:
                leaf <<= 1
                leaf |= features[name] > bound
            total += tree.leaves[leaf]
        return total

    def probability(self, features: Mapping[str, Floats]) -> Floats:
        """The probability for each row of the features."""
        return logistic(self.log_odds(features))


@dataclass(frozen=True, slots=True)
class Weights:
    """Both looks."""

    first: Look
    """On the thing alone."""
    second: Look
    """On the thing and the first scores of those around it."""


@cache
def fitted() -> Weights:
    """The weights that scripts/fit_alignment.py wrote."""
    return read_weights(_FILE)


def read_weights(file: Path) -> Weights:
    """The weights in a file that one of the fitting scripts wrote."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return Weights(look_of(data["first"]), look_of(data["second"]))


def look_of(data: Mapping[str, Any]) -> Look:
    """The weights as one of the fitting scripts wrote them."""
    regression = Logistic(data["intercept"], data["weights"])
    if "trees" not in data:
        return regression
    trees = [Tree([(n, b) for n, b in questions], np.array(leaves)) for questions, leaves in data["trees"]]
    return Boosted(regression, trees)


def logistic(log_odds: Floats) -> Floats:
    """The probability that log odds stand for."""
    # A text of one word said a thousand times reaches sums that exp cannot hold.
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -500.0, 500.0)))
