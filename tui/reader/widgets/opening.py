"""Asks which two articles to open."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from tui.reader.paths import PathSuggester
from tui.reader.widgets.over import Over


class _PathInput(Input):
    """An input in which Tab takes the completion, and else goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [("tab", "complete", "Complete")]

    def action_complete(self) -> None:
        """Take the completion, or go to the next input."""
        before = self.value
        self.action_cursor_right()
        if self.value == before:
            self.screen.focus_next()


class OpenScreen(Over[tuple[str, str] | None]):
    """Two paths or URLs."""

    DEFAULT_CSS = """
    OpenScreen Input { border: none; height: 1; padding: 0 1; margin-bottom: 1; background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "Close")]

    def __init__(self, sources: tuple[str, str]) -> None:
        """Start from what is open now."""
        super().__init__()
        self.sources = sources

    def compose(self) -> ComposeResult:
        """Two inputs."""
        with Vertical(classes="box") as box:
            box.border_title = "Open two articles"
            for side, source in zip("ab", self.sources, strict=True):
                yield Label(f"Article {side.upper()}: a path or an http(s) address", markup=False)
                yield _PathInput(value=source, suggester=PathSuggester(), id=f"open-{side}", compact=True)
            yield Label("Tab completes · Enter goes on and opens · Esc closes", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the second, then open."""
        a, b = self.query_one("#open-a", Input), self.query_one("#open-b", Input)
        if event.input is a and not (a.value.strip() and b.value.strip() and b.value != self.sources[1]):
            b.focus()
        elif a.value.strip() and b.value.strip():
            self.dismiss((a.value.strip(), b.value.strip()))
