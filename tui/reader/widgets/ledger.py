"""The ledger: a list over the right half of the screen, two lines for each entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.marks.model import Marks
from tui.reader.ledger import Entry, Show, Sort, checked, entries, matching, summary
from tui.reader.palette import Role
from tui.reader.session import Session
from tui.reader.widgets.canvas import clip, inks_of

HEAD = 2
"""Lines of the ledger's own heading."""

_ROLE: dict[str, Role] = {"conflict": "conflict", "claim": "unique", "quotation": "shared"}
_GLYPH = {"conflict": "‼", "claim": "+", "quotation": "“"}


class Ledger(ScrollView, can_focus=True):
    """Every claim found in one article only, and every conflict."""

    DEFAULT_CSS = """
    Ledger {
        layer: over; dock: right; width: 50%; height: 1fr; margin: 2 0 0 0;
        border-left: tall $primary; background: $panel;
        scrollbar-size: 1 1; overflow-x: hidden;
    }
    Ledger.-full { width: 100%; margin: 0; }
    """
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j,down", "step(1)", "Next"),
        ("k,up", "step(-1)", "Previous"),
        ("space,pagedown,ctrl+d", "page(1)", "Page down"),
        ("b,pageup,ctrl+u", "page(-1)", "Page up"),
        ("g,home", "edge(0)", "First"),
        ("G,end", "edge(1)", "Last"),
        ("enter", "choose", "Go there"),
        ("S", "sort", "Sort"),
        ("v", "speakers", "Speakers"),
        ("f,slash", "screen.act('filter')", "Filter"),
        ("m", "check", "Checked"),
        ("a", "screen.note_entry", "Note"),
        ("tab,shift+tab", "leave", "Back to the articles"),
    ]

    @dataclass
    class Chosen(Message):
        """An entry to go to."""

        entry: Entry

    @dataclass
    class Check(Message):
        """An entry to mark as checked."""

        entry: Entry

    def __init__(self, session: Session, marks: Callable[[], Marks]) -> None:
        """Make a ledger of the session's comparison."""
        super().__init__()
        self.session = session
        self._marks = marks
        self.shown: Show = "claims"
        self.sort: Sort = "weight"
        self.query_text = ""
        self.all: list[Entry] = []
        self.listed: list[Entry] = []
        self.cursor = 0
        self._checked: tuple[Marks | None, int] = (None, 0)

    def on_mount(self) -> None:
        """List at once."""
        self.reload()

    def on_unmount(self) -> None:
        """Let go of the entries: Textual remembers closed widgets for a while."""
        self.all = self.listed = []

    def reload(self) -> None:
        """List anew: another comparison or order. The cursor stays on its entry."""
        index = self.session.index
        self.all = entries(self.session, index, self.shown, self.sort) if index else []
        self._checked = (None, 0)
        self._list()

    def _list(self) -> None:
        """Show what the filter lets through. In a book this is thousands, at each key that is typed."""
        before = self.current.position if self.current else None
        self.listed = matching(self.all, self.query_text)
        places = [k for k, entry in enumerate(self.listed) if entry.position == before]
        self.cursor = places[0] if places else 0
        self.virtual_size = Size(self.size.width, HEAD + 2 * len(self.listed))
        self._reveal()
        self.refresh()

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.listed[self.cursor] if self.cursor < len(self.listed) else None

    def filter(self, query: str) -> None:
        """List what holds these words only."""
        self.query_text = query
        self._list()

    def action_step(self, by: int) -> None:
        """Move the cursor."""
        self.cursor = max(0, min(len(self.listed) - 1, self.cursor + by))
        self._reveal()
        self.refresh()

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.action_step(by * max(1, (self.size.height - HEAD) // 2 - 1))

    def action_edge(self, end: int) -> None:
        """Move the cursor to the first or last entry."""
        self.action_step(len(self.listed) if end else -len(self.listed))

    def action_choose(self) -> None:
        """Go to the entry in the article."""
        if self.current:
            self.post_message(self.Chosen(self.current))

    def action_sort(self) -> None:
        """By weight, or in the order of the articles."""
        self.sort = "order" if self.sort == "weight" else "weight"
        self.reload()

    def action_speakers(self) -> None:
        """Claims and conflicts, or who is quoted."""
        self.shown = "speakers" if self.shown == "claims" else "claims"
        self.cursor = 0
        self.reload()

    def action_check(self) -> None:
        """Mark as checked, and on to the next."""
        if self.current:
            self.post_message(self.Check(self.current))
            self.action_step(1)

    def action_leave(self) -> None:
        """Give the keys back to the articles; the ledger stays open."""
        self.screen.set_focus(None)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Dim the cursor."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the pointer."""
        number = (round(self.scroll_y) + event.y - HEAD) // 2
        if event.y >= HEAD and 0 <= number < len(self.listed):
            self.cursor = number
            self.refresh()
            self.action_choose()

    def _reveal(self) -> None:
        rows = max(2, self.size.height - HEAD)
        top, low = round(self.scroll_y), 2 * self.cursor
        if low < top:
            self.scroll_to(y=low, animate=False)
        elif low + 2 > top + rows:
            self.scroll_to(y=low + 2 - rows, animate=False)

    def render_line(self, y: int) -> Strip:
        """The heading, then the entries on screen."""
        width = self.scrollable_content_region.width
        styles = inks_of(self, panel=True)
        panel = styles["text"]
        if y < HEAD:
            return self._heading(y, width)
        row = round(self.scroll_y) + y - HEAD
        number, second = divmod(row, 2)
        if number >= len(self.listed):
            empty = "Nothing listed. f filters, v shows who is quoted." if number == 0 and not second else ""
            return clip([Segment(f" {empty}", panel)], width, panel)
        entry = self.listed[number]
        here = number == self.cursor
        ground = panel + styles.mark("selected") if here and self.has_focus else panel
        bar = Segment("▌" if here else " ", ground + styles.mark("focus_bar"))
        if second:
            return clip([bar, Segment(f"   {entry.words}", ground)], width, ground)
        marks = self._marks()
        done = "✓" if entry.target in marks.checked else " "
        note = " ✎" if entry.target in marks.notes else ""
        label = f"{_GLYPH[entry.what]} {entry.label}{note}"
        return clip(
            [bar, Segment(f"{done} ", ground), Segment(label, ground + styles.mark(_ROLE[entry.what]))],
            width,
            ground,
        )

    def _count_checked(self) -> int:
        """How many of all entries are checked, counted when the marks have changed."""
        marks = self._marks()
        if marks is not self._checked[0]:
            self._checked = (marks, checked(self.all, marks))
        return self._checked[1]

    def _heading(self, y: int, width: int) -> Strip:
        styles = inks_of(self, panel=True)
        ground = styles["text"]
        if y == 0:
            name = "Who is quoted" if self.shown == "speakers" else "Ledger"
            order = "" if self.shown == "speakers" else f" · by {self.sort}"
            said = f"{summary(len(self.listed), len(self.all), self._count_checked())}{order}"
            return clip(
                [
                    Segment(f"  {name} ", ground + styles.mark("title")),
                    Segment(f" {said}", ground + styles.mark("quiet")),
                ],
                width,
                ground,
            )
        words = (
            f"filter: {self.query_text}"
            if self.query_text
            else "Enter go · f filter · S sort · v speakers · m checked · o close"
        )
        return clip([Segment(f"  {words}", ground + styles.mark("quiet"))], width, ground)
