"""Fitted looks: what they say of features, and how they are kept."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tui.alignment.weights import Boosted, Logistic, fitted, read_weights

LOGISTIC = Logistic(-1.0, {"alike": 2.0, "far": -0.5})
KEPT = {
    "first": {"intercept": -1.0, "weights": {"alike": 2.0, "far": -0.5}},
    "second": {
        "intercept": 0.0,
        "weights": {"alike": 1.0},
        "trees": [
            [[["alike", 0.5000005], ["far", 1.0000005]], [0.0, -1.0, 3.0, 1.0]],
            [[["far", 4.0000005], ["alike", 0.2000005]], [0.0, 0.5, 0.0, 0.25]],
        ],
    },
}
ROWS = {"alike": np.array([0.1, 0.3, 0.9, 0.9]), "far": np.array([0.0, 2.0, 0.0, 5.0])}


def odds(p: np.ndarray) -> list[float]:
    return np.round(np.log(p / (1 - p)), 6).tolist()


def test_a_regression_weighs() -> None:
    assert odds(LOGISTIC.probability(ROWS)) == [-0.8, -1.4, 0.8, -1.7]


def test_trees_ask_and_add_to_what_the_regression_says(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    file.write_text(json.dumps(KEPT))
    weights = read_weights(file)
    assert weights.first == LOGISTIC
    assert odds(weights.second.probability(ROWS)) == [0.1, -0.2, 4.4, 2.15]


def test_sums_beyond_all_bounds_are_sure() -> None:
    most = {"alike": np.array([1e9, -1e9]), "far": np.zeros(2)}
    assert LOGISTIC.probability(most).tolist() == pytest.approx([1.0, 0.0])


def test_no_ratio_of_small_numbers_lies_on_a_bound() -> None:
    """Otherwise noise in the last bit, as from another order of adding, would turn a score over."""
    look = fitted().second
    assert isinstance(look, Boosted)
    ratios = np.unique([n / d for d in range(1, 60) for n in range(d * 3)])
    bounds = np.array([bound for tree in look.trees for _, bound in tree.questions])
    near = np.abs(bounds[:, None] - ratios[None, :]).min(1)
    assert near.min() > 1e-9
