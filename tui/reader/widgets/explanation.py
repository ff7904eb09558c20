"""The panel that explains the passage in focus."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.reader.explain import explanation
from tui.reader.marking import Marking
from tui.reader.session import Session
from tui.reader.widgets.canvas import inks_of


class Explanation(VerticalScroll, can_focus=False):
    """Below the articles, so that it covers none of them."""

    DEFAULT_CSS = """
    Explanation {
        height: auto; max-height: 45%; padding: 0 1;
        border-top: solid $primary; background: $panel;
    }
    """

    def __init__(self, session: Session, marking: Marking) -> None:
        """Make the panel of a session."""
        super().__init__()
        self.session = session
        self.marking = marking
        self._said = Static()

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._said

    def on_mount(self) -> None:
        """Explain at once."""
        self.show()

    def show(self) -> None:
        """Explain what is in focus now."""
        self._said.update(explanation(self.session, self.marking.marks, inks_of(self)))
