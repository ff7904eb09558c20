"""Readers to drive in tests."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tui.articles.model import Article
from tui.comparison.compare import compare
from tui.reader.app import DiptychApp
from tui.reader.index import Index
from tui.reader.layout.page import prose_of
from tui.reader.screen import ReadingScreen
from tui.reader.session import Session
from tui.settings.model import Settings

SEEDS = tuple(str(p) for p in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt")))

SMALL = (
    Article.from_passages(
        [
            "The mayor of Leeds said on Monday that the bridge will close for repairs.",
            "Engineers found 12 cracks in the northern pier.",
            "A local baker, Ruth Holm, fears for her trade.",
            "The work will cost 40 million pounds, the council said.",
        ],
        title="Bridge to close",
        source="one.txt",
    ),
    Article.from_passages(
        [
            "The bridge will close for repairs, the mayor of Leeds said on Monday.",
            "Buses will take another route through the old town.",
            "The council said the work will cost 55 million pounds.",
        ],
        title="Repairs announced",
        source="two.txt",
    ),
)
"""A pair small enough to know by heart: two matches, claims of one side only."""


def session_of(a: Article, b: Article) -> Session:
    """A session with its comparison made, and no screen."""
    session = Session(prose={"a": prose_of(a), "b": prose_of(b)})
    session.index = Index(compare(a, b))
    return session


PATIENCE = 300.0
"""Seconds to wait for a comparison: a large one on a busy machine takes minutes."""


@dataclass(slots=True)
class Reading:
    """A reader that a test drives."""

    app: DiptychApp
    pilot: Pilot[int]

    @property
    def screen(self) -> ReadingScreen:
        return self.app.reading

    @property
    def session(self) -> Session:
        return self.app.session

    @property
    def status(self) -> str:
        return self.screen.status.left

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type_ahead(self, *keys: str) -> None:
        """Press keys at once, as they come over a slow line: before anything is done about the first."""
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else None))
        for _ in range(3):
            await self.pilot.pause()

    async def settle(self, source: str = "") -> None:
        """Wait until the comparison (of the article from `source`) is on screen and no job runs."""
        patience = time.monotonic() + PATIENCE
        while time.monotonic() < patience:
            await self.pilot.pause(0.01)
            busy = any(worker.is_running for worker in self.app.workers)
            index = self.session.index
            if index is not None and not busy and source in index.comparison.a.source:
                break
        else:
            raise AssertionError("the comparison did not come")
        await self.pilot.pause()

    async def until(self, there: Callable[[], bool]) -> None:
        """Wait until something is so."""
        for _ in range(6000):
            if there():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"it did not come; status: {self.status}")

    def lines(self) -> list[str]:
        """The screen as text."""
        width, height = self.app.size
        rows = self.app.screen._compositor.render_strips()
        return [row.text[:width] for row in rows][:height]

    def shown(self) -> str:
        return "\n".join(self.lines())


@asynccontextmanager
async def reading(
    a: Article | str = SMALL[0],
    b: Article | str = SMALL[1],
    size: tuple[int, int] = (120, 40),
    settings: Settings | None = None,
) -> AsyncIterator[Reading]:
    """A reader on a pair, with its comparison made."""
    app = DiptychApp(a, b, settings=settings)
    async with app.run_test(size=size) as pilot:
        found = Reading(app, pilot)
        await found.settle()
        yield found
