"""The reading screen: puts widgets together and turns keys and messages into actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.suggester import Suggester

from tui.reader.actions import BY_ID
from tui.reader.hints import hints
from tui.reader.keys import spoken
from tui.reader.marking import Marking, progress
from tui.reader.place import SIDES, Position
from tui.reader.session import Session
from tui.reader.widgets.bars import KeyBar, StatusBar
from tui.reader.widgets.masthead import Masthead

if TYPE_CHECKING:
    from tui.facts.model import Side
    from tui.reader.app import DiptychApp
    from tui.reader.desk import Desk
    from tui.reader.index import Index
    from tui.reader.widgets.explanation import Explanation
    from tui.reader.widgets.gutter import Gutter
    from tui.reader.widgets.ledger import Ledger
    from tui.reader.widgets.overview import Overview
    from tui.reader.widgets.pane import ArticlePane
    from tui.reader.widgets.prompt import Prompt

STACK_BELOW = 100
"""Columns below which the panes stand one above the other."""


class ReadingScreen(Screen[None]):
    """Two articles side by side."""

    DEFAULT_CSS = """
    ReadingScreen { overflow: hidden; }
    ReadingScreen #panes { height: 1fr; layers: base over; }
    ReadingScreen .column { width: 1fr; height: 1fr; }
    ReadingScreen .body { height: 1fr; }
    ReadingScreen.-stacked #panes { layout: vertical; }
    ReadingScreen.-stacked Gutter { display: none; }
    ReadingScreen.-empty #column-b { margin-left: 9; }
    ReadingScreen.-empty.-stacked #column-b { margin-left: 0; }
    ReadingScreen.-bare Overview { display: none; }
    ReadingScreen.-bare Masthead { height: 1; }
    ReadingScreen.-tiny Masthead, ReadingScreen.-tiny KeyBar { display: none; }
    """

    def __init__(self, session: Session, marking: Marking, sources: tuple[str, str]) -> None:
        """Make the screen of a session."""
        super().__init__(classes="-empty")
        self.session = session
        self.marking = marking
        self.heads = {
            side: Masthead(side, session, source) for side, source in zip(SIDES, sources, strict=True)
        }
        self.status, self.keys = StatusBar(), KeyBar()
        self.narrow = False
        self.ledger: Ledger | None = None
        """The ledger, while it is open."""
        self.explanation: Explanation | None = None
        """The explanation, while it is open."""
        self.prompt: Prompt | None = None
        """The line that asks for words, while it does."""
        self._told = ""
        self._laid_out: tuple[object, ...] = ()

    @property
    def reader(self) -> DiptychApp:
        """The app."""
        return cast("DiptychApp", self.app)

    @cached_property
    def desk(self) -> Desk:
        """The two pages and what joins them; loaded after the first frame."""
        from tui.reader.desk import Desk

        return Desk(self.session, self.marking)

    @property
    def panes(self) -> Mapping[Side, ArticlePane]:
        """The pane of each article."""
        return self.desk.panes

    def compose(self) -> ComposeResult:
        """A column for each article, two lines below: all that the first frame needs."""
        with Horizontal(id="panes"):
            for side in SIDES:
                with Vertical(classes="column", id=f"column-{side}"):
                    yield self.heads[side]
        yield self.status
        yield self.keys

    def furnish(self) -> None:
        """Put panes, maps and gutter where the articles are to be."""
        desk = self.desk
        with self.app.batch_update():
            self.query_one("#column-a").mount(Horizontal(desk.maps["a"], desk.panes["a"], classes="body"))
            self.query_one("#column-b").mount(Horizontal(desk.panes["b"], desk.maps["b"], classes="body"))
            self.query_one("#panes").mount(desk.gutter, before="#column-b")
            self.remove_class("-empty")
        self.fit()

    def on_mount(self) -> None:
        """Bind the keys in use."""
        self._bindings = BindingsMap(
            Binding(",".join(keys), f"act('{action}')", BY_ID[action].title, show=False)
            for action, keys in self.reader.keymap.keys.items()
            if keys
        )
        self._bindings.bind("ctrl+c,super+c", "copy_text", show=False)
        self.keys.show(hints(self.reader.keymap.keys))

    def action_act(self, action: str) -> None:
        """Run an action of the registry."""
        self._told = ""
        BY_ID[action].run(self)
        self.refresh_status()

    # Showing

    def on_resize(self, event: events.Resize) -> None:
        """Choose what fits; what stands in focus stays where it is."""
        self.fit()

    def fit(self) -> None:
        """Choose the view and the parts that fit the terminal, then lay out."""
        width, height = self.app.size
        self.narrow = width < STACK_BELOW
        stacked = self.session.view == "stacked" or (self.narrow and self.session.view == "side")
        self.set_class(stacked, "-stacked")
        bare, tiny = width < 40 or height < 14, height < 8
        self.set_class(bare, "-bare")
        self.set_class(tiny, "-tiny")
        if not self.has_class("-empty"):
            self.desk.gutter.top = 0 if tiny else 1 if bare else 2
            self.call_after_refresh(self.lay_out)

    def lay_out(self) -> None:
        """Lay the articles out, if anything that counts for it has changed."""
        sizes = tuple(self.panes[side].size for side in SIDES)
        if not all(sizes):
            return  # the panes are not on screen yet
        self.session.widths = tuple(self.panes[side].text_width for side in SIDES)
        if not self.session.ready:
            return
        index = self.session.index
        wanted = (*sizes, self.session.view, self.session.leading, index, *self.session.prose.values())
        if wanted != self._laid_out:
            self._laid_out = wanted
            self.desk.lay_out()
        self.refresh_all()

    def refresh_all(self) -> None:
        """Draw everything again from the session."""
        if self.session.ready:
            self.desk.refresh()
        for head in self.heads.values():
            head.refresh()
        self._refresh_panels()
        self.refresh_status()

    def refresh_status(self) -> None:
        """Say where one is and how much is checked."""
        session = self.session
        left = self._told or self.reader.progress_words
        if session.ready and not left:
            from tui.reader.describe import describe

            left = describe(session) or (self.not_compared("Not compared") if self.reader.stopped else "")
        right, brief = [], ""
        if session.index is not None:
            done, total = progress(session.index, self.marking.marks)
            right.append(f"checked {done} of {total}")
            brief = f"✓ {done}/{total}"
        if not session.locked:
            right.insert(0, "own scrolling")
        self.status.say(left, " · ".join(right), brief)

    def show_sources(self, sources: tuple[str, str], doing: str) -> None:
        """Say over each pane what is being done with an article that is not there yet."""
        for side, source in zip(SIDES, sources, strict=True):
            self.heads[side].source, self.heads[side].doing = source, doing
            self.heads[side].refresh()

    def tell(self, words: str) -> None:
        """Say something in the status line until the next key."""
        self._told = words
        self.refresh_status()

    def tell_changed(self) -> None:
        """Say that articles were saved anew by somebody, and how to have them."""
        changed = [self.heads[side] for side in SIDES if side in self.session.changed]
        names = " and ".join(head.name_of_source for head in changed)
        self.tell(f"{names} changed on disk{self.key_hint('reload', 'reads again')}")
        for head in changed:
            head.refresh()

    def index_or_tell(self) -> Index | None:
        """The comparison, or word that it is not there yet."""
        if self.session.index is None:
            self.tell(self.reader.progress_words or self.not_compared("Not compared"))
        return self.session.index

    def not_compared(self, why: str) -> str:
        """What can be done without a comparison, and how to have one."""
        hint = self.key_hint("reload", "compares") if self.reader.stopped else ""
        return f"{why}: both articles can be read and searched{hint}"

    def key_hint(self, action: str, does: str) -> str:
        """The key of an action and what it does, to stand behind other words; nothing where it has none."""
        keys = self.reader.keymap.keys[action]
        return f"; {spoken(keys[0])} {does}" if keys else ""

    def go(self, position: Position, *, jump: bool, far: bool = False, keep_beside: bool = False) -> None:
        """Move the focus and bring it on screen.

        Args:
            position: Where to.
            jump: Whether Backspace shall lead back here.
            far: Whether to show it with room around it, as after a jump.
            keep_beside: Whether the other side keeps its focus.
        """
        session = self.session
        if not session.ready or position.passage >= len(session.article(position.side).passages):
            return
        kept = dict(session.beside)
        session.go(position, jump=jump)
        if keep_beside:
            session.beside.update(kept)
        self.desk.refresh()
        self.desk.reveal(jump=jump or far)
        self.refresh_all()

    # Panels

    def toggle_ledger(self) -> None:
        """Open the ledger or give it the keys; close it when it has them."""
        if self.ledger is not None and self.focused is self.ledger:
            self.close_ledger()
        else:
            self.open_ledger()

    def close_ledger(self) -> None:
        """Close the ledger; the articles have the keys again."""
        if self.ledger is not None:
            self.set_focus(None)
            self.ledger.remove()
            self.ledger = None

    def open_ledger(self) -> Ledger:
        """Open the ledger, if need be, and give it the keys."""
        from tui.reader.widgets.ledger import Ledger

        if self.ledger is None:
            self.ledger = Ledger(self.session, lambda: self.marking.marks)
            self.ledger.set_class(self.narrow, "-full")
            self.query_one("#panes").mount(self.ledger)
        self.set_focus(self.ledger)
        return self.ledger

    def toggle_explanation(self) -> None:
        """Open or close the explanation."""
        from tui.reader.widgets.explanation import Explanation

        if self.explanation is not None:
            self.explanation.remove()
            self.explanation = None
        else:
            self.explanation = Explanation(self.session, self.marking)
            self.mount(self.explanation, before=self.status)
        self.call_after_refresh(self.lay_out)
        self.call_after_refresh(lambda: self.desk.reveal(jump=False))

    def close_topmost(self) -> bool:
        """Close what is on top of the articles; False when nothing is."""
        if self.get_selected_text():
            self.clear_selection()
            return True
        if self.ledger is not None:
            self.close_ledger()
            return True
        if self.explanation is not None:
            self.toggle_explanation()
            return True
        return False

    def ask(
        self,
        label: str,
        done: Callable[[str | None], None],
        typed: Callable[[str], None] | None = None,
        *,
        value: str = "",
        suggester: Suggester | None = None,
    ) -> None:
        """Ask for a line of words at the bottom; see `Prompt`."""
        from tui.reader.widgets.prompt import Prompt

        if self.prompt is not None:
            self.prompt.leave()
        focused = self.focused

        def finished(answer: str | None) -> None:
            self.prompt = None
            self.set_focus(None)
            done(answer)
            if focused is not None and focused.is_attached:
                self.set_focus(focused)
            self.refresh_status()

        self.prompt = Prompt(label, finished, typed, value, suggester)
        self.mount(self.prompt, before=self.status)
        # At once: what is typed next is for it.
        self.set_focus(self.prompt)

    def _refresh_panels(self) -> None:
        if self.explanation is not None:
            self.explanation.show()
        if self.ledger is not None:
            self.ledger.refresh()

    # Messages

    def on_article_pane_scrolled(self, message: ArticlePane.Scrolled) -> None:
        """Keep the other pane in step with the wheel."""
        self.desk.follow(message.side)

    def on_article_pane_resized(self) -> None:
        """Lay out for the room there is."""
        self.lay_out()

    def on_article_pane_chosen(self, message: ArticlePane.Chosen) -> None:
        """Focus the passage that was clicked."""
        self._told = ""
        self.set_focus(None)
        self.go(Position(message.side, message.passage), jump=True)

    def on_gutter_chosen(self, message: Gutter.Chosen) -> None:
        """Go to the match whose ribbon was clicked."""
        side = self.session.position.side
        a, b = message.link
        self.go(Position(side, a if side == "a" else b), jump=True)
        self.session.beside.update({"a": a, "b": b})
        self.desk.reveal(jump=True)
        self.refresh_all()

    def on_overview_chosen(self, message: Overview.Chosen) -> None:
        """Go to the place on the map."""
        page = self.desk.pages.get(message.side)
        if page is not None and page.first:
            self.go(Position(message.side, page.passage_at(message.line)), jump=True, far=True)

    def on_ledger_chosen(self, message: Ledger.Chosen) -> None:
        """Go to an entry of the ledger, which stays open; a conflict on the side one is on."""
        position = message.entry.position
        if position.conflict is not None and self.session.index is not None:
            from tui.reader.walk import conflict_position

            position = conflict_position(self.session.index, position.conflict, self.session.position.side)
        self._told = ""
        self.go(position, jump=True)

    def on_ledger_check(self, message: Ledger.Check) -> None:
        """Mark an entry of the ledger as checked."""
        from tui.reader.commands import mark

        if message.entry.target is not None:
            mark.check_targets(self, [message.entry.target])

    def action_note_entry(self) -> None:
        """Write a note on the ledger's entry under the cursor."""
        from tui.reader.commands import mark

        entry = self.ledger.current if self.ledger is not None else None
        if entry is not None and entry.target is not None:
            mark.note_on(self, entry.target)

    def filter_ledger(self) -> None:
        """Filter the ledger while one types; opens it first."""
        ledger = self.open_ledger()
        before = ledger.query_text
        self.ask(
            "Filter: words, a or b, number, name, quotation, conflict, -not",
            lambda answer: ledger.filter(before if answer is None else answer),
            ledger.filter,
            value=before,
        )
