"""Random use of the reader, for as long as wanted: every action of the registry, typing, mouse, sizes."""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import os
import random
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from support.reading import Reading
from support.stories import PEOPLE, PLACES, SENTENCES, long_text, reworded
from textual import events
from textual.errors import NoWidget

from tui.articles.model import Article
from tui.reader.actions import ACTIONS, Action
from tui.reader.widgets.prompt import Prompt
from tui.settings.keymap import key_name

LEFT_OUT = ("quit", "suspend")
"""Actions that end the reader, or hand the terminal to a shell."""

QUERIES = ("bridge", "fire chief", "a", "-number", "name conflict", "zzz", "(", "ä“", "7", "in the year")
"""What is typed where the reader asks for words."""

SIZES = ((120, 40), (200, 60), (100, 30), (80, 24), (60, 20), (38, 12), (20, 5), (160, 45))

PANEL_KEYS = ("j", "k", "space", "b", "G", "g", "S", "v", "enter", "m", "down", "pageup")
"""Keys of the ledger and of the screens over the reader; none of them types or leaves the reader."""


RUSHED = [
    key_name(action.keys[0]) or action.keys[0]
    for action in ACTIONS
    if action.id not in (*LEFT_OUT, "counterpart", "close")
]
"""Keys that may come in any order at once; without Enter, which writes reports, and Escape."""

BEAT = 0.02
"""Seconds between two looks at whether the reader is held up."""

BLINK = 0.003
"""Seconds that a key is given before the next; messages that it sends are waited for besides."""


def news_pair(passages: int, seed: int) -> tuple[Article, Article]:
    """Two accounts of as many passages; about two thirds are retold, some with other figures."""
    chance = random.Random(seed)
    a = long_text(passages, seed)
    b = reworded(a, seed + 1)
    for k in range(passages):
        if k % 4 == 0:
            make = chance.choice(SENTENCES)
            words = {"place": chance.choice(PLACES), "person": chance.choice(PEOPLE)}
            n = chance.randint(3, 997)
            a[k] = make.format(**words, n=n)
            b[k] = make.format(**words, n=n + chance.choice((0, 0, 1, 40)))
        elif k % 3 == 0:
            b[k] = chance.choice(SENTENCES).format(
                place=chance.choice(PLACES), person=chance.choice(PEOPLE), n=chance.randint(3, 997)
            )
    return (
        Article.from_passages(a, title="First account", source="first.txt"),
        Article.from_passages(b, title="Second account", source="second.txt"),
    )


def resident() -> float:
    """Resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


async def _blink(*_: float) -> None:
    """Let messages through.

    Pilot's own way is to wait until the processor has nothing to do: for a second and more after
    each key while a comparison runs, which is just when a reader should be tried.
    """
    await asyncio.sleep(BLINK)


@dataclass(slots=True)
class Soak:
    """A reader in the hands of somebody who presses anything."""

    reader: Reading
    seed: int
    done: Counter[str] = field(default_factory=Counter)
    """How often each thing was done."""
    slowest: tuple[float, str] = (0.0, "nothing")
    """Seconds that the slowest one took, and its name."""
    held_up: tuple[float, str] = (0.0, "nothing")
    """Seconds for which nothing could be drawn or typed, the longest, and what was done then."""
    told_after: float = 0.0
    """Seconds of being held up after which standard error says where; 0 for never."""
    _doing: str = ""
    _chance: random.Random = field(init=False)
    _bag: list[Action] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        app = self.reader.app
        # A job that breaks is said in the status line, where a later message would hide it.
        app.on_failed = self._failed  # type: ignore[method-assign]

    @property
    def actions(self) -> int:
        """How many things were done."""
        return sum(self.done.values())

    async def run(self, actions: int) -> None:
        """Do so many things more.

        Raises:
            Exception: What the reader raised; AssertionError when it was left or a job broke.
        """
        kinds: tuple[tuple[int, Callable[[], Awaitable[str]]], ...] = (
            (78, self._act),
            (4, self._rush),
            (8, self._click),
            (5, self._wheel),
            (4, self._resize),
            (1, self._wait),
        )
        with patch("textual.pilot.wait_for_idle", _blink), patch("textual.app.wait_for_idle", _blink):
            async with self._watched():
                await self._run(actions, kinds)

    @asynccontextmanager
    async def _watched(self) -> AsyncIterator[None]:
        """Notice for how long the reader is held up."""
        task = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            task.cancel()
            faulthandler.cancel_dump_traceback_later()

    async def _watch(self) -> None:
        while True:
            if self.told_after:
                faulthandler.dump_traceback_later(self.told_after, file=sys.__stderr__)
            start = time.perf_counter()
            await asyncio.sleep(BEAT)
            self.held_up = max(self.held_up, (time.perf_counter() - start - BEAT, self._doing))

    async def _run(self, actions: int, kinds: tuple[tuple[int, Callable[[], Awaitable[str]]], ...]) -> None:
        for _ in range(actions):
            [kind] = self._chance.choices([kind for _, kind in kinds], [weight for weight, _ in kinds])
            start = time.perf_counter()
            self._doing = kind.__name__.strip("_")
            name = await kind()
            took = time.perf_counter() - start
            self.done[name] += 1
            # A wait lasts as long as the comparison it waits for.
            if name != "wait":
                self.slowest = max(self.slowest, (took, name))
            self._check(name)

    async def rest(self) -> float:
        """Bring the reader to the same state each time, and give the memory in use in MB."""
        await self.reader.settle()  # a report that is still made would open later
        await self._close_all()
        await self.reader.pilot.resize_terminal(*SIZES[0])
        self.reader.screen.session.search = self.reader.screen.session.hit = None
        await self.reader.settle()
        self._check("rest")
        gc.collect()
        return resident()

    def _check(self, name: str) -> None:
        app = self.reader.app
        if app._exception is not None:
            raise app._exception
        assert app.is_running and not app._exit, f"{name} left the reader"

    def _failed(self, message: object) -> None:
        raise AssertionError(f"a job broke: {message}")

    async def _act(self) -> str:
        # A shuffled registry at a time, so that nothing is left to luck in a short run.
        if not self._bag:
            self._bag = [action for action in ACTIONS if action.id not in LEFT_OUT]
            self._chance.shuffle(self._bag)
        action = self._bag.pop()
        self._doing = action.id
        key = self._chance.choice(action.keys)
        await self.reader.press(key_name(key) or key)
        self._check(action.id)
        await self._answer(action.id)
        return action.id

    async def _answer(self, asked: str) -> None:
        """Use what has opened; leave it open sometimes, when it takes no words."""
        app = self.reader.app
        if app.screen is not self.reader.screen:
            if asked == "palette":
                await self.reader.press(*self._words())
            else:
                await self.reader.press(*self._chance.choices(("down", "up", "pagedown"), k=2))
            await self._close_all()
        elif isinstance(app.focused, Prompt):
            writes_a_file = "report" in app.focused.label
            await self.reader.press(*self._words())
            await self.reader.press("escape" if writes_a_file or self._chance.random() < 0.3 else "enter")
        elif self.reader.screen.ledger is not None and app.focused is self.reader.screen.ledger:
            await self.reader.press(*self._chance.choices(PANEL_KEYS, k=3))
            if self._chance.random() < 0.5:
                await self.reader.press("tab")

    def _words(self) -> list[str]:
        named = {" ": "space", "-": "minus", "(": "left_parenthesis"}
        return [named.get(letter, letter) for letter in self._chance.choice(QUERIES)]

    async def _close_all(self) -> None:
        for _ in range(6):
            if self.reader.app.screen is self.reader.screen and self.reader.screen.ledger is None:
                break
            await self.reader.press("escape")
        else:
            raise AssertionError(f"Escape does not close {self.reader.app.screen}")

    async def _rush(self) -> str:
        """Keys that come before anything is done about the first of them."""
        await self.reader.type_ahead(*self._chance.choices(RUSHED, k=self._chance.randint(2, 8)))
        self._check("rush")
        await self._answer("rush")
        return "rush"

    async def _click(self) -> str:
        width, height = self.reader.app.size
        # Not on the lowest line: the footer can be clicked too, and says how to quit.
        where = self._chance.randrange(width), self._chance.randrange(max(1, height - 1))
        # Right after a change of size nothing has been laid out there yet.
        with suppress(NoWidget):
            await self.reader.pilot.click(offset=where, times=self._chance.choice((1, 1, 1, 2)))
        await self.reader.pilot.pause()
        return "click"

    async def _wheel(self) -> str:
        screen = self.reader.screen
        widget = self._chance.choice((*screen.panes.values(), screen.ledger or screen.panes["a"]))
        kind = self._chance.choice((events.MouseScrollDown, events.MouseScrollUp))
        for _ in range(self._chance.randint(1, 8)):
            widget.post_message(kind(widget, 2, 2, 0, 0, 0, False, False, False))
        await self.reader.pilot.pause()
        return "wheel"

    async def _resize(self) -> str:
        await self.reader.pilot.resize_terminal(*self._chance.choice(SIZES))
        await self.reader.pilot.pause()
        return "resize"

    async def _wait(self) -> str:
        await self.reader.settle()
        return "wait"
