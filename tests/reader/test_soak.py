"""Random use of the reader, for a short while; `make soak` goes on for longer and on a larger pair."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

import pytest
from support.reading import reading
from support.soak import LEFT_OUT, Soak, news_pair
from textual._styles_cache import StylesCache

from tui.comparison.model import Comparison
from tui.reader.actions import ACTIONS
from tui.reader.widgets.ledger import Ledger
from tui.reader.widgets.prompt import Prompt

KINDS = (Comparison, Ledger, Prompt)


def alive() -> Counter[str]:
    """How many things of each kind there are."""
    gc.collect()
    return Counter(type(thing).__name__ for thing in gc.get_objects() if isinstance(thing, KINDS))


async def test_a_hundred_random_actions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(*news_pair(200, seed=3)) as reader:
        soak = Soak(reader, seed=3)
        await soak.run(100)
        await soak.rest()
        assert soak.actions == 100
        tried = {action.id for action in ACTIONS} - set(LEFT_OUT)
        assert tried <= set(soak.done)
        assert not [path for path in tmp_path.iterdir() if path.suffix]


async def test_a_closed_prompt_holds_no_comparison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press("-")  # the first one is kept for other tests
        await reader.settle()
        index = reader.session.index
        assert index is not None
        before = id(index.comparison)
        await reader.press("w", "escape")
        await reader.press("-")
        await reader.settle()
        assert reader.session.index is not index
        del index
        gc.collect()
        assert before not in {id(thing) for thing in gc.get_objects() if isinstance(thing, Comparison)}


async def test_what_closed_widgets_drew_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.reader.app.EVERY", 0.02)

    def drawings() -> int:
        gc.collect()
        return sum(isinstance(thing, StylesCache) for thing in gc.get_objects())

    async with reading() as reader:
        await reader.press("question_mark", "escape")
        before = drawings()
        for _ in range(6):
            await reader.press("question_mark", "escape")
        await reader.pilot.pause(0.1)
        # Each help screen is three widgets and more; the last one may still be held.
        assert drawings() <= before + 6


async def test_what_is_closed_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = alive()  # comparisons that these tests make once and keep
    async with reading() as reader:
        for _ in range(5):
            await reader.press("slash", "a", "enter")
            await reader.press("o", "f", "x", "enter", "escape")
            await reader.press("p")
            await reader.settle()
            await reader.press("r", "escape")
        await reader.pilot.pause()
        kept = alive() - before
        # The last ones may still be held for a moment; five would be one for each round.
        assert kept["Comparison"] <= 3 and kept["Prompt"] <= 2 and kept["Ledger"] <= 2, kept
