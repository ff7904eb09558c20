"""Random use of the reader, for a short while; `make soak` goes on for longer and on a larger pair."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.reading import reading
from support.soak import LEFT_OUT, Soak, news_pair

from tui.reader.actions import ACTIONS


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
