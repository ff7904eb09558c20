"""The reader as a Textual app: starts jobs, takes their results, holds settings and theme."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from tui.articles.model import Article, Split
from tui.reader import work
from tui.reader.keys import keymap
from tui.reader.marking import Marking
from tui.reader.palette import PALETTES, Palette, palette
from tui.reader.place import SIDES, Position
from tui.reader.screen import ReadingScreen
from tui.reader.session import Session
from tui.reader.theme import theme, theme_name
from tui.settings.model import Settings, SettingsError

if TYPE_CHECKING:
    from tui.facts.model import Side
    from tui.reader.layout.page import Prose

BLINK = 0.3
"""Seconds that a comparison may take before its progress is shown."""


class DiptychApp(App[int]):
    """The reader."""

    TITLE = "Diptych"
    ENABLE_COMMAND_PALETTE = True
    CSS = """
    Toast { background: $panel; }
    """
    INLINE_PADDING: ClassVar[int] = 0

    def __init__(
        self,
        a: Article | str,
        b: Article | str,
        *,
        settings: Settings | None = None,
        split: Split = "sentence",
        threshold: float | None = None,
    ) -> None:
        """Make a reader.

        Args:
            a: The first article, or where to read it.
            b: The second one.
            settings: Theme, keys and the like; the defaults when left out.
            split: The unit of a passage, for articles yet to be read.
            threshold: Least score of a link.

        Raises:
            SettingsError: The user's keys clash.
        """
        self.settings = settings or Settings()
        self.keymap = keymap(self.settings)
        self.palette: Palette = palette("plain" if not self.settings.colour else self.settings.theme)
        super().__init__(ansi_color=self.palette.ansi)
        for look in PALETTES:
            self.register_theme(theme(look))
        self.theme = theme_name(self.palette)
        self.articles = (a, b)
        self.sources = (_source(a), _source(b))
        self.split: Split = split
        self.threshold = threshold if threshold is not None else self.settings.threshold
        view = self.settings.layout
        self.session = Session(view="side" if view == "auto" else view, locked=self.settings.lock)
        self.marking = Marking()
        self.progress_words = ""
        self._job: Worker[None] | None = None
        self._job_began = 0.0

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        return ReadingScreen(self.session, self.marking, self.sources)

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, also while another lies over it."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReadingScreen)
        return screen

    @property
    def threshold_now(self) -> float:
        """The threshold asked for last."""
        index = self.session.index
        return self.threshold if self.threshold is not None else index.comparison.threshold if index else 0.5

    def on_load(self) -> None:
        """End as on `q` when told to by a signal, so that the terminal is given back."""
        if self.is_headless or threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(number, self.exit, 128 + number)

    def on_ready(self) -> None:
        """Start reading once the first frame is on screen."""
        self.call_after_refresh(self._begin)

    def get_system_commands(self, screen: Screen[object]) -> list[SystemCommand]:
        """The palette: every action of the registry."""
        from tui.reader.actions import ACTIONS

        return [
            SystemCommand(
                action.title, action.group, lambda chosen=action.id: self.reading.action_act(chosen)
            )
            for action in ACTIONS
            if action.id not in ("palette", "close")
        ]

    def use_palette(self, name: str) -> None:
        """Change the theme."""
        self.palette = palette(name)
        self.ansi_color = self.palette.ansi
        self.theme = theme_name(self.palette)
        self.reading.desk.redraw()
        self.reading.refresh_all()

    # Jobs

    def open_pair(self, a: str, b: str) -> None:
        """Read and show two other articles."""
        self.cancel()
        self.articles = self.sources = (a, b)
        self.reading.show_sources(self.sources, "reading")
        self._load()

    def revise(self, threshold: float | None = None) -> None:
        """Find links and facts anew: another threshold, or other links of the reader's own."""
        index, store = self.session.index, self.marking.store
        if index is None or store is None:
            return
        if threshold is not None:
            self.threshold = threshold
        wanted, marks, comparison = self.threshold_now, store.marks, index.comparison
        self._run(lambda: work.revise_pair(comparison, wanted, marks, store, _stopped(), self.post_message))

    def cancel(self) -> bool:
        """Stop the job that runs; False when there is none."""
        running = self._job is not None and self._job.is_running
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress_words = ""
        return running

    def _begin(self) -> None:
        if not gc.isenabled():
            # The command line started without: what is loaded by now stays, and need not be looked through.
            gc.freeze()
            gc.enable()
        self.reading.furnish()
        self._load()

    def _load(self) -> None:
        a, b = self.articles
        if isinstance(a, Article) and isinstance(b, Article):
            first, second = a, b
            self._run(lambda: work.ready(first, second, self.post_message))
        else:
            self._run(lambda: work.load(self.sources, self.split, _stopped(), self.post_message))

    def _compare(self) -> None:
        store = self.marking.store
        assert store is not None
        a, b = (self.session.article(side) for side in SIDES)
        self._run(lambda: work.compare_pair(a, b, self.threshold, store, _stopped(), self.post_message))

    def _run(self, job: Callable[[], None]) -> None:
        self.cancel()
        self._job_began = monotonic()
        self._job = self.run_worker(job, thread=True, exclusive=True, group="job", exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A job that broke leaves a reader that can be used, and says what happened."""
        if event.worker is self._job and event.state is WorkerState.ERROR:
            error = event.worker.error
            self.progress_words = ""
            self.on_failed(work.Failed(f"This is a fault in Diptych: {type(error).__name__}: {error}"))

    def on_progressed(self, message: work.Progressed) -> None:
        """Show how far a comparison is, once it takes longer than a blink."""
        if self._job is not None and monotonic() - self._job_began > BLINK:
            self.progress_words = f"{message.stage} {message.done:.0%} · Esc stops"
            self.reading.refresh_status()

    def on_loaded(self, message: work.Loaded) -> None:
        """Show the articles, and begin to compare."""
        if self.marking.store is not None:
            self.marking.store.close()
        sides: dict[Side, Prose] = dict(zip(SIDES, message.prose, strict=True))
        session = self.session
        session.prose, session.index, session.search, session.hit = sides, None, None, None
        session.history = []
        session.beside.update({side: _first(sides[side].article) for side in SIDES})
        session.position = Position("a", session.beside["a"])
        self.marking.store = message.store
        self.reading.lay_out()
        if message.store.message:
            self.notify(message.store.message, severity="warning", markup=False, timeout=10)
        self._compare()

    def on_compared(self, message: work.Compared) -> None:
        """Show what was found; the focus stays on its passage."""
        if message.store is not self.marking.store:
            return
        self.progress_words = ""
        session = self.session
        here = session.position
        session.index = message.index
        session.history = [Position(p.side, p.passage) for p in session.history]
        session.go(Position(here.side, here.passage), jump=False)
        self.reading.lay_out()
        if self.reading.ledger is not None:
            self.reading.ledger.reload()

    def on_failed(self, message: work.Failed) -> None:
        """Leave with a message when there is nothing to read, else say it and stay."""
        if self.session.ready:
            self.reading.tell(message.reason)
        else:
            self.exit(2, message=None)
            self.failure = message.reason

    failure: str | None = None
    """Why the reader had nothing to show."""


def _stopped() -> Callable[[], bool]:
    worker = get_current_worker()
    return lambda: worker.is_cancelled


def _first(article: Article) -> int:
    """The passage to begin with: the first that is not what the page left behind."""
    return next((p.index for p in article.passages if p.kind != "furniture"), 0)


def _source(article: Article | str) -> str:
    return article if isinstance(article, str) else article.source or article.title


def run_reader(
    source_a: str,
    source_b: str,
    *,
    split: Split = "sentence",
    threshold: float | None = None,
    settings: Settings | None = None,
) -> int:
    """Open the reader on two articles.

    Args:
        source_a: Path or URL of the first article.
        source_b: Path or URL of the second one.
        split: The unit of a passage.
        threshold: Least score of a link; None for the settings' or the comparison's own.
        settings: Theme, keys and the like; read from environment and configuration when left out.

    Returns:
        The exit status: 0, or 2 when an article or a setting cannot be used.
    """
    try:
        if settings is None:
            from tui.settings.load import load_settings

            settings = load_settings()
        app = DiptychApp(source_a, source_b, settings=settings, split=split, threshold=threshold)
    except SettingsError as error:
        sys.stderr.write(f"diptych: {error}\n")
        return 2
    status = app.run()
    if app.marking.store is not None:
        app.marking.store.close()
    if app.failure is not None:
        sys.stderr.write(f"diptych: {app.failure}\n")
    return status if status is not None else app.return_code or 0
