"""The gutter between the panes, with a ribbon for each match on screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.reader.layout.ribbons import Cell, Ribbon, draw_ribbons
from tui.reader.widgets.canvas import Canvas, inks_of, strip


@dataclass(frozen=True, slots=True)
class GutterView:
    """What the gutter shows now."""

    ribbons: Sequence[Ribbon]
    row: int = -1
    """The row of the passage in focus."""
    note: str = ""
    """Where a counterpart off screen is: an arrow and how far."""


class Gutter(Canvas):
    """Ribbons between the panes."""

    DEFAULT_CSS = "Gutter { width: 9; height: 1fr; }"

    @dataclass
    class Chosen(Message):
        """A ribbon was clicked."""

        link: tuple[int, int]

    def __init__(self, view: Callable[[int], GutterView]) -> None:
        """Make the gutter.

        Args:
            view: Gives what to show, for a height.
        """
        super().__init__(id="gutter")
        self._view = view
        self._shown = GutterView(())
        self._cells: list[list[Cell]] = []
        self._drawn_for = (0, 0)
        self.top = 0
        """Rows beside the mastheads, where nothing is drawn."""

    def redraw(self) -> None:
        """Draw the rows again that have changed with scrolling or a move of the focus."""
        before, cells = self._shown, self._cells
        self._look()
        if len(cells) != len(self._cells):
            self.refresh()
            return
        for row, (old, new) in enumerate(zip(cells, self._cells, strict=True)):
            noted = row in (before.row, self._shown.row) and before != self._shown
            if noted or old != new:
                self.refresh(Region(0, row + self.top, self.size.width, 1))

    def _look(self) -> None:
        width, height = self.size.width, max(0, self.size.height - self.top)
        view = self._view(height)
        if view != self._shown or self._drawn_for != (width, height):
            self._shown, self._cells = view, draw_ribbons(view.ribbons, width, height)
            self._drawn_for = width, height

    def draw(self, y: int, width: int) -> Strip:
        """One row of ribbons; none beside the mastheads."""
        if self._drawn_for != (width, max(0, self.size.height - self.top)):
            self._look()
        styles = self.inks
        ground = styles["text"]
        row = y - self.top
        if row < 0:
            return Strip.blank(width, inks_of(self, panel=True)["text"])
        if row >= len(self._cells):
            return Strip.blank(width, ground)
        if row == self._shown.row and self._shown.note:
            note = Segment(self._shown.note.center(width)[:width], styles["ribbon_focus"])
            return strip([note], width, ground)
        cells = [Segment(c.char, styles["ribbon_focus" if c.focus else "ribbon"]) for c in self._cells[row]]
        return strip(cells, width, ground)

    def on_click(self, event: events.Click) -> None:
        """Go to the match whose ribbon is under the pointer."""
        row = event.y - self.top
        if 0 <= row < len(self._cells) and 0 <= event.x < len(self._cells[row]):
            link = self._cells[row][event.x].link
            if link is not None:
                self.post_message(self.Chosen(link))
