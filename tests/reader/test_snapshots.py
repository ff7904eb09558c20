"""The screen as it is drawn: a class for each feature, every size in dark, light, ANSI and NO_COLOR.

One reader is drawn at all sizes in turn, which shows besides that a change of size loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import pytest
from pytest_textual_snapshot import SVGImageExtension, normalize_svg
from support.pairs import by_hand
from syrupy import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input

from tui.articles.model import Article
from tui.reader.app import DiptychApp
from tui.reader.index import Index
from tui.settings.model import Settings, Theme

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
LOOKS = ("dark", "light", "ansi", "no-color")
EVERY_LOOK = pytest.mark.parametrize("theme", LOOKS)


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
def pictures(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(SVGImageExtension)


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


async def picture(pilot: Pilot[int]) -> str:
    """The screen, once it has come to rest."""
    before: object = None
    for _ in range(100):
        await pilot.pause(0.02)
        now = pilot.app.screen._compositor.render_strips()
        if now == before:
            return normalize_svg(pilot.app.export_screenshot())
        before = now
    raise AssertionError("the screen does not come to rest")


async def draw(
    pictures: SnapshotAssertion, theme: str, *keys: str, sizes: Sequence[tuple[int, int]] = SIZES
) -> None:
    """Press keys in a reader of the first size, and compare its screen at every size."""
    app = StillApp(theme)
    async with app.run_test(size=sizes[0]) as pilot:
        for _ in range(6000):
            await pilot.pause(0.01)
            if app.session.index is not None:
                break
        else:
            raise AssertionError("nothing was drawn")
        await picture(pilot)
        for key in keys:
            await pilot.press(key)
        for size in sizes:
            if pilot.app.size != size:
                await pilot.resize_terminal(*size)
            assert await picture(pilot) == pictures(name=f"{size[0]}x{size[1]}")


@EVERY_LOOK
class TestReading:
    async def test_match(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "right_square_bracket")

    async def test_conflict(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "c", sizes=[(120, 40)])

    async def test_claim(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "right_curly_bracket", sizes=[(80, 24)])


class TestOtherLooks:
    @pytest.mark.parametrize("theme", sorted({*get_args(Theme)} - {*LOOKS}))
    async def test_theme(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "c", sizes=[(120, 40)])

    async def test_hardly_any_room(self, pictures: SnapshotAssertion) -> None:
        await draw(pictures, "dark", sizes=[(20, 5), (38, 12)])


@EVERY_LOOK
class TestViews:
    async def test_aligned_rows(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "s", "c", sizes=SIZES[2:] + SIZES[:2])

    async def test_stacked(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "s", "s", sizes=[(120, 40)])


@EVERY_LOOK
class TestEvidence:
    async def test_shared_and_differing_words(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "right_square_bracket", "e")


@EVERY_LOOK
class TestLedger:
    async def test_claims_and_conflicts(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "o", "j", "m")

    async def test_speakers(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "o", "v", sizes=[(120, 40)])


@EVERY_LOOK
class TestExplanation:
    async def test_match(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "right_square_bracket", "i")


@EVERY_LOOK
class TestSearch:
    async def test_found(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "slash", *"boats", "enter")

    async def test_asking(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "slash", *"nowhere", sizes=[(80, 24)])


@EVERY_LOOK
class TestHelp:
    async def test_keys_and_marks(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "question_mark")


@EVERY_LOOK
class TestOpen:
    async def test_asking(self, pictures: SnapshotAssertion, theme: str) -> None:
        await draw(pictures, theme, "O")
