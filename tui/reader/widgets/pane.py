"""One article as prose: draws only the lines on screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.facts.model import Side, Status
from tui.reader.layout.page import Page, Prose
from tui.reader.paint import Mark, segments
from tui.reader.palette import GLYPHS, STATUS_ROLE
from tui.reader.widgets.canvas import inks_of, strip

MARGIN = 3
"""Cells at the left of the words: the bar of the focus, the mark of the status, a space."""

FOCUS_BAR, COMPANION_BAR = "▌", "▏"
"""In front of the passage in focus, and of those across that belong to it."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """All that a pane needs to draw its article."""

    prose: Prose
    page: Page
    statuses: Sequence[Status] | None = None
    """None until the comparison is made."""
    focus: int = -1
    companions: frozenset[int] = frozenset()
    active: bool = False
    noted: frozenset[int] = frozenset()
    """Passages with a note of the reader's own."""
    look: object = None
    """Whatever else decides how words are marked; when it changes, all are drawn again."""

    def changed(self, before: View) -> set[int] | None:
        """The passages that look another way than in an earlier view; None for all of them."""
        same = self.prose is before.prose and self.page is before.page and self.statuses is before.statuses
        if not same or self.look != before.look:
            return None
        # Claims and evidence are marked in the passages in focus, also when the focus itself stays.
        focus = {self.focus, before.focus} | self.companions | before.companions
        return focus | (self.noted ^ before.noted)


KEPT_LINES = 192
"""Drawn lines that are kept: some screens of them. Each also keeps what Textual cut and rendered of it,
about ten times as much."""


class ArticlePane(ScrollView, can_focus=False):
    """An article, laid out and marked. It takes no focus: keys are the reader's."""

    DEFAULT_CSS = """
    ArticlePane { width: 1fr; height: 1fr; scrollbar-size: 0 0; overflow-x: hidden; overflow-y: scroll; }
    """
    ALLOW_SELECT = True

    @dataclass
    class Scrolled(Message):
        """The pane was scrolled by hand."""

        side: Side

    class Resized(Message):
        """The pane has another size, so its lines are others too."""

    @dataclass
    class Chosen(Message):
        """A passage was clicked."""

        side: Side
        passage: int

    def __init__(self, side: Side, marks: Callable[[int], list[Mark]]) -> None:
        """Make an empty pane.

        Args:
            side: Which article it shows.
            marks: What is marked in a passage.
        """
        super().__init__(id=f"pane-{side}")
        self.side: Side = side
        self.view: View | None = None
        self._marks_of = marks
        self._strips: LRUCache[int, Strip] = LRUCache(KEPT_LINES)
        self._marks: LRUCache[int, list[Mark]] = LRUCache(256)
        self._following = False

    @property
    def text_width(self) -> int:
        """Cells that the words of a line have."""
        return max(1, self.size.width - MARGIN - 1)

    def show(self, view: View) -> None:
        """Draw an article, or the same one with other marks."""
        changed = view.changed(self.view) if self.view is not None else None
        self.view = view
        self.virtual_size = Size(self.size.width, len(view.page.lines))
        if changed is None:
            self.redraw()
        else:
            self._redraw_passages(view.page, changed)

    def redraw(self) -> None:
        """Draw again what is on screen."""
        self._strips.clear()
        self._marks.clear()
        self.refresh()

    def _redraw_passages(self, page: Page, passages: Iterable[int]) -> None:
        top, height = round(self.scroll_y), self.size.height
        for passage in passages:
            if not 0 <= passage < len(page.first):
                continue
            self._marks.discard(passage)
            first, last = page.first[passage], page.last(passage)
            for number in range(first, last + 1):
                self._strips.discard(number)
            low, high = max(first, top), min(last + 1, top + height)
            if low < high:
                self.refresh_lines(low, high - low)

    def follow(self, y: float) -> None:
        """Scroll in step with the other pane, without telling it so."""
        self._following = True
        self.scroll_to(y=round(y), animate=False)
        self._following = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that the pane was scrolled."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value) and not self._following:
            self.post_message(self.Scrolled(self.side))

    def on_resize(self) -> None:
        """Tell of another size."""
        self.post_message(self.Resized())

    def notify_style_update(self) -> None:
        """Draw again in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Choose the passage under the pointer, unless words were selected."""
        if self.view is None or self.text_selection is not None:
            return
        passage = self.view.page.passage_at(round(self.scroll_y) + event.y)
        if passage >= 0:
            self.post_message(self.Chosen(self.side, passage))

    def render_line(self, y: int) -> Strip:
        """One line of what is on screen."""
        number = round(self.scroll_y) + y
        width = self.size.width
        if self.view is None or number >= len(self.view.page.lines):
            return Strip.blank(width, inks_of(self)["text"])
        made = self._strips.get(number)
        if made is None:
            made = self._draw(self.view, number, width)
            self._strips[number] = made
        return made

    def _draw(self, view: View, number: int, width: int) -> Strip:
        styles = inks_of(self)
        ground = styles["text"]
        line = view.page.lines[number]
        if line.passage < 0:
            return Strip.blank(width, ground)
        k = line.passage
        kind = view.prose.article.passages[k].kind
        base = styles["quiet" if kind == "furniture" else "text"]
        if kind in ("headline", "heading"):
            base = styles["heading"]
        focused = k == view.focus
        if focused and view.active:
            base, ground = base + styles.mark("focus"), ground + styles.mark("focus")
        bar = (
            FOCUS_BAR
            if focused and view.active
            else COMPANION_BAR
            if k in view.companions or focused
            else " "
        )
        status: Status = view.statuses[k] if view.statuses and kind != "furniture" else "none"
        first = number == view.page.first[k]
        glyph = GLYPHS[status] if first else "│" if status != "none" else " "
        pencil = "✎" if first and k in view.noted else " "
        margin = [
            Segment(bar, ground + styles.mark("focus_bar")),
            Segment(glyph, ground + styles.mark(STATUS_ROLE[status])),
            Segment(pencil, ground + styles.mark("note")),
        ]
        words = self._words(view, number, base)
        return Strip.join([Strip(margin), strip(words, width - MARGIN, ground).apply_offsets(0, number)])

    def _words(self, view: View, number: int, base: Style) -> list[Segment]:
        line = view.page.lines[number]
        marks = self._marks.get(line.passage)
        if marks is None:
            marks = self._marks_of(line.passage)
            self._marks[line.passage] = marks
        selection = self.text_selection
        span = None if selection is None else selection.get_span(number)
        if span is not None:
            low = line.start + span[0]
            high = line.end if span[1] == -1 else min(line.end, line.start + span[1])
            marks = [*marks, Mark(low, high, "selected")]
        text = view.prose.shown(line.passage).text
        return segments(text, line.start, line.end, base, marks, inks_of(self))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that the mouse has selected, unwrapped: paragraphs apart, no line breaks within."""
        if self.view is None:
            return None
        pieces: list[str] = []
        before = -1
        lines = self.view.page.lines
        low = 0 if selection.start is None else max(0, selection.start.y)
        high = len(lines) - 1 if selection.end is None else min(selection.end.y, len(lines) - 1)
        for number in range(low, high + 1):
            line, span = lines[number], selection.get_span(number)
            if line.passage < 0 or span is None:
                continue
            words = self.view.prose.shown(line.passage).text[line.start : line.end]
            words = words[span[0] :] if span[1] == -1 else words[span[0] : span[1]]
            if pieces:
                passages = self.view.prose.article.passages
                same = passages[before].paragraph == passages[line.passage].paragraph
                pieces.append(" " if same else "\n\n")
            pieces.append(words)
            before = line.passage
        return "".join(pieces), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show the selection as it changes."""
        self._strips.clear()
        self.refresh()
