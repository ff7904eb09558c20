"""The fitted weights of the two looks, and the probability they give."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tui.alignment.terms import Floats

_FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic regression: a weight for each named feature."""

    intercept: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, Floats]) -> Floats:
        """The probability for each row of the features."""
        total = sum((w * features[name] for name, w in self.weights.items()), np.float64(self.intercept))
        # A text of one word said a thousand times reaches sums that exp cannot hold.
        return 1.0 / (1.0 + np.exp(-np.clip(np.asarray(total, np.float64), -500.0, 500.0)))


@dataclass(frozen=True, slots=True)
class Weights:
    """Both looks."""

    first: Logistic
    """On the thing alone."""
    second: Logistic
    """On the thing and the first scores of those around it."""


@cache
def fitted() -> Weights:
    """The weights that scripts/fit_alignment.py wrote."""
    return read_weights(_FILE)


def read_weights(file: Path) -> Weights:
    """The weights in a file that one of the fitting scripts wrote."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return Weights(*(Logistic(data[k]["intercept"], data[k]["weights"]) for k in ("first", "second")))
