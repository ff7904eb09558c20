"""The map of a whole article at the outer edge of its pane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.facts.model import Side, Status
from tui.reader.layout.overview import line_of, squeeze, window
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
        self._rows: list[Status] = []
        self._of: object = None

    def draw(self, y: int, width: int) -> Strip:
        """One row of the map."""
        styles = self.inks
        ground = styles["text"]
        view = self.pane.view
        if view is None or view.statuses is None:
            return Strip.blank(width, ground)
        key = (view.page, view.statuses, self.size.height)
        if self._of != (id(view.page), id(view.statuses), self.size.height):
            self._rows = squeeze(*key)
            self._of = (id(view.page), id(view.statuses), self.size.height)
        status = self._rows[y] if y < len(self._rows) else "none"
        total = len(view.page.lines)
        seen = y in window(round(self.pane.scroll_y), self.pane.size.height, total, self.size.height)
        edges = "▕▏" if seen else "  "
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
