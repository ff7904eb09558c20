"""The two lines at the bottom: where one is, and the keys that matter here."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.reader.widgets.canvas import Canvas, clip, spread


class StatusBar(Canvas):
    """Where one is, in words; at the right how much is checked."""

    DEFAULT_CSS = "StatusBar { height: 1; }"

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__(id="status")
        self.left = ""
        self.right = ""
        self.brief = ""

    def say(self, left: str, right: str, brief: str = "") -> None:
        """Show other words.

        Args:
            left: Where one is.
            right: How much is checked.
            brief: The same, for where both would not fit.
        """
        if (left, right, brief) != (self.left, self.right, self.brief):
            self.left, self.right, self.brief = left, right, brief
            self.refresh()

    def draw(self, y: int, width: int) -> Strip:
        """The line."""
        styles = self.inks
        ground = styles["text"]
        fits = cell_len(self.left) + cell_len(self.right) + 4 <= width
        said = self.right if fits or not self.brief else self.brief
        right = [Segment(f"{said} ", styles["quiet"])] if said else []
        return spread([Segment(f" {self.left}", styles["title"])], right, width, ground)


class KeyBar(Canvas):
    """Keys and what they do; a click does it."""

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__(id="keys")
        self.hints: Sequence[tuple[str, str, str]] = ()

    def show(self, hints: Sequence[tuple[str, str, str]]) -> None:
        """Show other keys.

        Args:
            hints: Keys as shown, what they do, and the action a click runs; the most important first.
        """
        self.hints = tuple(hints)
        self.refresh()

    def draw(self, y: int, width: int) -> Strip:
        """The line: as many hints as there is room for."""
        styles = self.inks
        parts: list[Segment] = []
        room = width
        for keys, words, action in self.hints:
            size = len(keys) + len(words) + 4
            if size > room:
                continue
            room -= size
            click = {"@click": f"screen.act('{action}')"}
            from rich.style import Style

            meta = Style.from_meta(click)
            parts += [
                Segment(f" {keys}", styles["key"] + meta),
                Segment(f" {words}  ", styles["quiet"] + meta),
            ]
        return clip(parts, width, styles["text"])
