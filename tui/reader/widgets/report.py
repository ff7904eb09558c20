"""The text report, on a screen of its own."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Log

from tui.reader.widgets.over import Over


class Lines(Log):
    """Lines that are measured at once.

    Textual measures them in a thread, and the thread remembers its last job: a whole report.
    """

    def _update_size(self, updates: int, lines: list[str]) -> None:  # type: ignore[override]
        self._update_maximum_width(updates, max(map(cell_len, lines), default=0))


class ReportScreen(Over[None]):
    """The same report that the command line prints."""

    DEFAULT_CSS = """
    ReportScreen > .box { width: 100%; max-width: 100%; height: 100%; max-height: 100%; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("r", "dismiss", "Close"),
        ("j", "scroll_by(1)", "Down"),
        ("k", "scroll_by(-1)", "Up"),
        ("space", "page(1)", "Page down"),
        ("b", "page(-1)", "Page up"),
        ("g", "edge(0)", "Top"),
        ("G", "edge(1)", "End"),
        ("y", "copy", "Copy all"),
    ]

    def __init__(self, text: str) -> None:
        """Show a report."""
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        """The lines."""
        log = Lines(auto_scroll=False, classes="box")
        log.border_title = "Text report · y copies it · Esc closes"
        yield log

    def on_mount(self) -> None:
        """Fill in the lines."""
        log = self.query_one(Log)
        log.write_lines(self.text.splitlines())
        log.focus()

    def on_unmount(self) -> None:
        """Let go of the lines."""
        self.text = ""

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        log = self.query_one(Log)
        log.scroll_to(y=log.scroll_y + lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by pages."""
        self.action_scroll_by(pages * max(1, self.query_one(Log).size.height - 1))

    def action_edge(self, end: int) -> None:
        """To the first or last line."""
        log = self.query_one(Log)
        log.scroll_to(y=log.max_scroll_y if end else 0, animate=False)

    def action_copy(self) -> None:
        """Copy the whole report."""
        self.app.copy_to_clipboard(self.text)
        self.notify("Copied the whole report")
