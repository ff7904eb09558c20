"""What someone meets who opens the reader and tries the keys of the footer."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from support.reading import PATIENCE, SEEDS, SMALL, reading

from tui.reader.app import DiptychApp
from tui.settings.model import Settings, Theme


async def test_footer_keys_lead_through_the_seed_pair() -> None:
    async with reading(*SEEDS) as reader:
        await reader.press("]")
        assert reader.status.startswith("match ")
        await reader.press("}")
        assert reader.status.startswith("only in A, ")
        await reader.press("tab")
        assert reader.session.position.side == "b"
        await reader.press("}")
        assert reader.status.startswith("only in B, ")
        assert reader.screen.status.right.startswith("checked 0 of ")


async def test_articles_are_on_screen_before_they_are_compared() -> None:
    app = DiptychApp(*SEEDS)
    async with app.run_test(size=(120, 40)) as pilot:
        patience = time.monotonic() + PATIENCE
        while not (app.session.ready and app.reading.panes["a"].view) and time.monotonic() < patience:
            await pilot.pause(0.002)
        assert app.reading.panes["a"].view is not None
        await pilot.press("j")


async def test_no_color_draws_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(*SMALL, settings=Settings(colour=False)) as reader:
        assert "The mayor of Leeds" in reader.shown()
        styles = [s.style for row in reader.app.screen._compositor.render_strips() for s in row if s.style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert any(style.underline or style.bold or style.reverse for style in styles)


async def test_going_through_all_themes() -> None:
    async with reading(*SMALL) as reader:
        for _ in get_args(Theme):
            await reader.press("t")
            assert "The mayor of Leeds" in reader.shown()
        assert reader.app.palette.name == "dark"
