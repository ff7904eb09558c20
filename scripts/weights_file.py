"""Writing fitted weights as the product reads them, rounded, in lines that a person can compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from tui.alignment.weights import Boosted, Logistic, Look


def write(target: Path, looks: Mapping[str, Look]) -> None:
    """Write named looks as JSON: each one's regression on a line, each of its trees on another."""
    told = ",\n".join(f'"{name}":\n{_lines(look)}' for name, look in looks.items())
    target.write_text(f"{{\n{told}\n}}\n", encoding="utf-8")
    print(f"wrote {target.name}")


def _lines(look: Look) -> str:
    if isinstance(look, Logistic):
        return json.dumps(_regression(look))
    assert isinstance(look, Boosted)
    trees = ",\n".join(json.dumps([tree.questions, np.round(tree.leaves, 5).tolist()]) for tree in look.trees)
    return f'{json.dumps(_regression(look.regression))[:-1]}, "trees": [\n{trees}\n]}}'


def _regression(look: Logistic) -> dict[str, Any]:
    weights = {name: round(weight, 5) for name, weight in look.weights.items()}
    return {"intercept": round(look.intercept, 5), "weights": weights}
