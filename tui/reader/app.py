"""The reader as a Textual app: starts jobs, takes their results, holds settings and theme."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable
from time import monotonic
from typing import ClassVar, Literal

from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from tui.articles.model import Article, Split
from tui.reader import memory, work
from tui.reader.keys import keymap, spoken
from tui.reader.marking import Marking
from tui.reader.palette import PALETTES, Palette, palette
from tui.reader.place import SIDES, Position
from tui.reader.screen import ReadingScreen
from tui.reader.session import Session
from tui.reader.theme import theme, theme_name
from tui.reader.watch import EVERY
from tui.settings.model import Settings

BLINK = 0.3
"""Seconds that a comparison may take before its progress is shown."""

GRACE = 1.0
"""Seconds that a job is given to stop when one quits."""

Group = Literal["job", "later"]
"""What is done in threads: the reading or comparing under way; what else is made meanwhile, as a report."""


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
        self.watched: work.Versions | None = None
        self.progress_words = ""
        self.outdated = False
        """Whether a comparison was begun that is not on screen yet."""
        self._job: Worker[None] | None = None
        self._early: list[events.Key] | None = []
        """Keys that came before the first frame; None after it."""
        self._at_work: set[tuple[Group, int]] = set()
        self._look: threading.Thread | None = None
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

    async def on_event(self, event: events.Event) -> None:
        """Let each key do what it does before the next one is looked at.

        Textual hands a key to who has the focus, and does what it is bound to when it comes back. Of keys
        that come at once, typed fast or over a slow line, all would go where the first one went:
        `/quit` would ask for words and quit.
        """
        if isinstance(event, events.Key) and not event.is_forwarded and self.app_focus:
            if self._early is not None:
                # What it may open would cover the first frame, and all that follows it.
                self._early.append(event)
                return
            screen = self.screen
            if not screen.is_mounted:
                screen.call_later(self.post_message, event)  # once it can take keys
                return
            typing = self.focused is not None and self.focused is self.reading.prompt
            if screen is self.reading and not typing and await self._check_bindings(event.key):
                return
        await super().on_event(event)

    def on_ready(self) -> None:
        """Start reading once the first frame is on screen."""
        # After fg the terminal is blank, and Textual would draw only what has changed.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
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

    def action_help_quit(self) -> None:
        """What ctrl+c does here, where it has nothing to copy: somebody may want to leave."""
        [key, *_] = [*self.keymap.keys["quit"], "ctrl+q"]
        self.notify(f"Nothing is selected to copy. {spoken(key)} quits", markup=False)

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

    def compare_again(self) -> bool:
        """Begin a stopped comparison again; False when there is none, or the files are others now."""
        if not self.stopped or self.session.changed:
            return False
        self._compare()
        return True

    def reload(self) -> bool:
        """Read the articles again; False when neither was read from a place that is still there."""
        if not self.session.ready and "-" not in self.sources:
            self.open_pair(*self.sources)  # as that was stopped
            return True
        if self.watched is None:
            return False
        read = zip(SIDES, self.watched.sources, strict=True)
        # Standard input is read once; what was given as an article stands for itself.
        a, b = (self.session.article(side) if source == "-" else source for side, source in read)
        if not (isinstance(a, str) or isinstance(b, str)):
            return False
        self.articles = a, b
        self._load(again=True)
        return True

    def later(self, make: Callable[[], Callable[[], None]]) -> None:
        """Make something in a thread.

        Args:
            make: Makes it, and gives what is then to be done with it here.
        """
        self._in_thread("later", lambda: self.post_message(work.Made(make())))

    def on_made(self, message: work.Made) -> None:
        """Let who asked for it have it."""
        message.take()

    def revise(self, threshold: float | None = None) -> None:
        """Find links and facts anew: another threshold, or other links of the reader's own."""
        index, store = self.session.index, self.marking.store
        if index is None or store is None:
            return
        if threshold is not None:
            self.threshold = threshold
        wanted, marks, comparison = self.threshold_now, store.marks, index.comparison
        self.outdated = True
        self._run(lambda: work.revise_pair(comparison, wanted, marks, store, _stopped(), self.post_message))

    @property
    def stopped(self) -> bool:
        """Whether a comparison was stopped, and none has come since."""
        return self.outdated and not self.busy

    @property
    def busy(self) -> bool:
        """Whether a job runs, or is about to."""
        return self._job is not None and not self._job.is_finished

    def cancel(self) -> bool:
        """Stop the job that runs; False when there is none."""
        running = self.busy
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self.progress_words = ""
        return running

    def _begin(self) -> None:
        memory.begin()
        self.reading.furnish()
        self._load()
        early, self._early = self._early or [], None
        for key in early:
            self.post_message(key)
        self.set_interval(EVERY, self._look_around)

    def _load(self, *, again: bool = False) -> None:
        sources, split, session = self.articles, self.split, self.session

        def job() -> None:
            work.load(sources, split, again, lambda: session.widths, _stopped(), self.post_message)

        self._run(job)

    def _compare(self) -> None:
        store = self.marking.store
        assert store is not None
        a, b = (self.session.article(side) for side in SIDES)
        self.outdated = True
        self._run(lambda: work.compare_pair(a, b, self.threshold, store, _stopped(), self.post_message))

    def _run(self, job: Callable[[], None]) -> None:
        self.cancel()
        self._job_began = monotonic()
        self._job = self._in_thread("job", job)

    def _in_thread(self, group: Group, task: Callable[[], object]) -> Worker[None]:
        """Do something in a thread, in place of what the last one of its group does."""
        # Threads remember the last thing they did, and that the comparison it began with: give it away.
        pending = [task]

        def run() -> None:
            mark = group, threading.get_ident()
            self._at_work.add(mark)
            try:
                pending.pop()()
            finally:
                self._at_work.discard(mark)

        return self.run_worker(run, thread=True, exclusive=True, group=group, exit_on_error=False)

    async def at_rest(self) -> bool:
        """Wait for what is being written, and a moment for a job to notice that nobody waits for it.

        Returns:
            Whether nothing is done any more. A job stops between steps; of a huge text one takes a minute.
        """
        end = monotonic() + GRACE
        while any(group == "later" or monotonic() < end for group, _ in self._at_work):
            await asyncio.sleep(0.02)
        return not self._at_work

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A job that broke leaves a reader that can be used, and says what happened."""
        mine = event.worker is self._job or event.worker.group == "later"
        if mine and event.state is WorkerState.ERROR:
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
        left = message.again and self.marking.any_stay_behind(message.store)
        self.marking.store, self.watched = message.store, message.versions
        self.session.begin(dict(zip(SIDES, message.prose, strict=True)), again=message.again)
        self.reading.lay_out()
        if self.reading.ledger is not None:
            self.reading.ledger.reload()
        if message.again:
            self.reading.tell("Read again; marks on the earlier text stay with it" if left else "Read again")
        if message.store.message:
            self.notify(message.store.message, severity="warning", markup=False, timeout=10)
        self._compare()

    def on_compared(self, message: work.Compared) -> None:
        """Show what was found; the focus stays on its passage."""
        if message.store is not self.marking.store:
            return
        self.progress_words, self.outdated = "", False
        session = self.session
        here = session.position
        session.index = message.index
        session.history = [Position(p.side, p.passage) for p in session.history]
        session.go(Position(here.side, here.passage), jump=False)
        self.reading.lay_out()
        if self.reading.ledger is not None:
            self.reading.ledger.reload()

    def _look_around(self) -> None:
        """Take in marks that another reader has saved; look whether the files have changed."""
        memory.let_go_of_closed()
        store = self.marking.store
        if store is None or self.busy:
            return
        before, saved = store.marks, store.saved
        if store.reload():
            if (before.pinned, before.cut) != (store.marks.pinned, store.marks.cut):
                self.revise()
            self.reading.refresh_all()
            if store.saved and not saved:
                self.reading.tell("Marks are saved again")
        if self.watched is not None and (self._look is None or not self._look.is_alive()):
            watched = self.watched
            # A thread of its own, not a worker: a network that does not answer must not hold up quitting.
            self._look = threading.Thread(target=work.look, args=(watched, self.post_message), daemon=True)
            self._look.start()

    def on_files_changed(self, message: work.FilesChanged) -> None:
        """Say once that an article was saved anew; its masthead goes on saying it."""
        which = frozenset(side for side, new in zip(SIDES, message.which, strict=True) if new)
        if message.versions is self.watched and which != self.session.changed:
            self.session.changed = which
            self.reading.tell_changed()

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


def _source(article: Article | str) -> str:
    return article if isinstance(article, str) else article.source or article.title
