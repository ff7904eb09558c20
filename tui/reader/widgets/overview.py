"""The map of a whole article at the outer edge of its pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.facts.model import Side, Status
from tui.reader.layout.overview import line_of, squeeze, window
from tui.reader.layout.page import Page
from tui.reader.palette import STATUS_ROLE
from tui.reader.widgets.canvas import Canvas, strip
from tui.reader.widgets.pane import ArticlePane

FILLS: Mapping[Status, str] = MappingProxyType(
    {"shared": "│", "mixed": "▎", "unique": "▌", "conflicting": "█", "none": " "}
)
"""Width as well as colour: the wider, the more there is that the other article does not say."""


class Overview(Canvas):
    """One cell per stretch of the article; the lines on screen in brackets."""

    DEFAULT_CSS = "Overview { width: 3; height: 1fr; }"

    @dataclass
    class Chosen(Message):
        """A place on the map was clicked."""

        side: Side
        line: int

    def __init__(self, side: Side, pane: ArticlePane) -> None:
        """Make the map of a pane's article."""
        super().__init__(id=f"map-{side}")
        self.side: Side = side
        self.pane = pane
        self._page: Page | None = None
        self._statuses: Sequence[Status] | None = None
        self._rows: list[Status] = []
        self._seen = range(0)

    def redraw(self) -> None:
        """Draw again if the article is another, or what is on screen of it."""
        rows, seen = self._picture()
        if rows is not self._rows or seen != self._seen:
            self._rows, self._seen = rows, seen
            self.refresh()

    def _picture(self) -> tuple[list[Status], range]:
        """The rows of the map, and those that stand for the lines on screen."""
        view, height = self.pane.view, self.size.height
        if view is None or view.statuses is None:
            return [], range(0)
        rows = self._rows
        if view.page is not self._page or view.statuses is not self._statuses or len(rows) != height:
            self._page, self._statuses = view.page, view.statuses
            rows = squeeze(view.page, view.statuses, height)
        total = len(view.page.lines)
        return rows, window(round(self.pane.scroll_y), self.pane.size.height, total, height)

    def draw(self, y: int, width: int) -> Strip:
        """One row of the map."""
        if len(self._rows) != self.size.height:
            self._rows, self._seen = self._picture()
        styles = self.inks
        ground = styles["text"]
        if y >= len(self._rows):
            return Strip.blank(width, ground)
        status = self._rows[y]
        edges = "▕▏" if y in self._seen else "  "
        return strip(
            [
                Segment(edges[0], styles["window"]),
                Segment(FILLS[status], styles[STATUS_ROLE[status]]),
                Segment(edges[1], styles["window"]),
            ],
            width,
            ground,
        )

    def on_click(self, event: events.Click) -> None:
        """Go to the place under the pointer."""
        if self.pane.view is not None:
            total = len(self.pane.view.page.lines)
            self.post_message(self.Chosen(self.side, line_of(event.y, total, self.size.height)))
