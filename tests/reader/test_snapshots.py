"""The screen as it is drawn, a class for each feature. Every size in dark, every theme at 120x40."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest
from support.pairs import by_hand
from textual.pilot import Pilot

from tui.articles.model import Article
from tui.reader.app import DiptychApp
from tui.reader.index import Index
from tui.settings.model import Settings, Theme

Snap = Callable[..., bool]

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
EVERY_THEME = pytest.mark.parametrize("theme", [*get_args(Theme), "no-color"])


class StillApp(DiptychApp):
    """A reader with a comparison made by hand, so that a picture changes only with the reader."""

    def __init__(self, theme: str = "dark") -> None:
        settings = Settings(colour=False) if theme == "no-color" else Settings(theme=theme)  # type: ignore[arg-type]
        self.made = by_hand()
        a, b = self.made.a, self.made.b
        super().__init__(
            _named(a, "Storm closes the harbour", "storm.txt"),
            _named(b, "Boats lost", "boats.txt"),
            settings=settings,
        )

    def _compare(self) -> None:
        self.session.index = Index(self.made)
        self.call_after_refresh(self.reading.lay_out)


def _named(article: Article, title: str, source: str) -> Article:
    from dataclasses import replace

    return replace(article, title=title, source=source, site=None, byline="Ruth Adeyemi", date="2026-03-01")


@pytest.fixture
def draw(snap_compare: Snap) -> Snap:
    def drawn(*keys: str, size: tuple[int, int] = (120, 40), theme: str = "dark") -> bool:
        async def ready(pilot: Pilot[Any]) -> None:
            app = pilot.app
            assert isinstance(app, StillApp)
            for _ in range(500):
                await pilot.pause(0.01)
                if app.session.index is not None:
                    break
            else:
                raise AssertionError("nothing was drawn")
            await pilot.pause(0.05)
            for key in keys:
                await pilot.press(key)
            await pilot.pause(0.05)

        return snap_compare(StillApp(theme), terminal_size=size, run_before=ready)

    return drawn


class TestReading:
    @EVERY_SIZE
    def test_size(self, draw: Snap, size: tuple[int, int]) -> None:
        assert draw("right_square_bracket", size=size)

    @EVERY_THEME
    def test_theme(self, draw: Snap, theme: str) -> None:
        assert draw("c", theme=theme)

    def test_twenty_by_five(self, draw: Snap) -> None:
        assert draw(size=(20, 5))


class TestLedger:
    @EVERY_SIZE
    def test_size(self, draw: Snap, size: tuple[int, int]) -> None:
        assert draw("o", "j", "m", size=size)

    def test_speakers(self, draw: Snap) -> None:
        assert draw("o", "v")

    def test_no_color(self, draw: Snap) -> None:
        assert draw("o", theme="no-color")


class TestExplanation:
    @EVERY_SIZE
    def test_size(self, draw: Snap, size: tuple[int, int]) -> None:
        assert draw("right_square_bracket", "i", size=size)


class TestViews:
    def test_aligned_rows(self, draw: Snap) -> None:
        assert draw("s")

    def test_stacked(self, draw: Snap) -> None:
        assert draw("s", "s")

    def test_evidence(self, draw: Snap) -> None:
        assert draw("right_square_bracket", "e")


class TestSearch:
    def test_found(self, draw: Snap) -> None:
        assert draw("slash", *"boats", "enter")

    def test_asking(self, draw: Snap) -> None:
        assert draw("slash", *"nowhere", size=(80, 24))


class TestHelp:
    @EVERY_SIZE
    def test_size(self, draw: Snap, size: tuple[int, int]) -> None:
        assert draw("question_mark", size=size)


class TestOpen:
    def test_asking(self, draw: Snap) -> None:
        assert draw("O", size=(80, 24))
