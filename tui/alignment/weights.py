"""The fitted weights of the two looks, and the probability they give."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from tui.alignment.terms import Floats, Ints

_FILE = Path(__file__).parent / "weights.json"
ROWS = 512
"""Rows that all trees are asked about at once: their tables stay small enough for the processor's cache."""


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


@dataclass(frozen=True)
class Boosted:
    """A logistic regression, and gradient-boosted oblivious trees that add to its log odds.

    The regression carries over to texts unlike those it was fitted on; the trees correct it where
    one thing counts only beside another. All trees are of one depth.
    """

    regression: Logistic
    trees: Sequence[Tree]

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """What the regression and the trees say together, for each row of the features."""
        total = self.regression.log_odds(features)
        for low in range(0, len(total), ROWS):
            rows = slice(low, low + ROWS)
            known = np.stack([features[name][rows] for name in self._names])
            feature, bound = self._questions
            answers = (known.take(feature, axis=0) > bound).view(np.uint8)
            first, *others = self._asked
            leaf = answers.take(first, axis=0)
            for asked in others:
                leaf <<= 1
                leaf |= answers.take(asked, axis=0)
            total[rows] += self._leaves.take(leaf + self._first_leaf).sum(axis=0)
        return total

    def probability(self, features: Mapping[str, Floats]) -> Floats:
        """The probability for each row of the features."""
        return logistic(self.log_odds(features))

    # The trees as tables, so that all of them are asked at once.

    @cached_property
    def _names(self) -> list[str]:
        return sorted({name for tree in self.trees for name, _ in tree.questions})

    @cached_property
    def _distinct(self) -> list[tuple[str, float]]:
        """The questions, each once: most are asked by several trees."""
        return sorted({question for tree in self.trees for question in tree.questions})

    @cached_property
    def _questions(self) -> tuple[Ints, Floats]:
        """The feature, by number, and the bound of each of them."""
        number = {name: n for n, name in enumerate(self._names)}
        return (
            np.array([number[name] for name, _ in self._distinct], np.int64),
            np.array([[bound] for _, bound in self._distinct], np.float64),
        )

    @cached_property
    def _asked(self) -> list[Ints]:
        """For each depth the question that each tree asks, by number."""
        number = {question: n for n, question in enumerate(self._distinct)}
        depths = zip(*(tree.questions for tree in self.trees), strict=True)
        return [np.array([number[question] for question in asked], np.int64) for asked in depths]

    @cached_property
    def _leaves(self) -> Floats:
        return np.concatenate([tree.leaves for tree in self.trees])

    @cached_property
    def _first_leaf(self) -> Ints:
        """Where the leaves of each tree begin among all."""
        sizes = np.array([len(tree.leaves) for tree in self.trees], np.int64)
        return (np.cumsum(sizes) - sizes)[:, np.newaxis]


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
