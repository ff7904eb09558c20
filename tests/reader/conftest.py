"""Each test's marks and settings stand in folders of its own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from tui.alignment.align import DEFAULT_THRESHOLD
from tui.articles.model import Article
from tui.comparison import compare as comparing
from tui.comparison.model import Comparison

COMPARE = comparing.compare


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep marks and settings of the person who runs the tests out of them."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@lru_cache(maxsize=4)
def _compared(a: Article, b: Article, threshold: float) -> Comparison:
    return COMPARE(a, b, threshold=threshold)


@pytest.fixture(autouse=True)
def compare_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare the pairs that many tests open only once: a comparison depends on nothing else."""

    def compare(a: Article, b: Article, threshold: float = DEFAULT_THRESHOLD, **_: object) -> Comparison:
        return _compared(a, b, threshold)

    monkeypatch.setattr(comparing, "compare", compare)
