"""A line at the bottom that asks for words."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType
from textual.suggester import Suggester
from textual.widgets import Input


class Prompt(Input):
    """Asks for one line; Enter takes it, Escape leaves."""

    DEFAULT_CSS = """
    Prompt {
        height: 1; border: none; padding: 0 1; background: $panel; color: $foreground;
        &:focus { border: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave"), ("tab", "complete", "Complete")]

    def __init__(
        self,
        label: str,
        done: Callable[[str | None], None],
        typed: Callable[[str], None] | None,
        value: str,
        suggester: Suggester | None,
    ) -> None:
        """Make a prompt.

        Args:
            label: What is asked for.
            done: Given the answer, or None when the user left.
            typed: Given every change.
            value: What stands there at first.
            suggester: Completes what is typed.
        """
        super().__init__(value=value, placeholder=label, suggester=suggester, id="prompt", compact=True)
        self.label = label
        self._done = done
        self._typed = typed

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    def on_unmount(self) -> None:
        """Let go of what was asked for: the screen keeps every input that subscribes to it."""
        self.screen.text_selection_started_signal.unsubscribe(self)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of a change."""
        event.stop()
        if self._typed is not None:
            self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the answer."""
        event.stop()
        self._finish(event.value)

    def action_leave(self) -> None:
        """Leave without an answer."""
        self._finish(None)

    def action_complete(self) -> None:
        """Take the completion."""
        self.action_cursor_right()

    def _finish(self, answer: str | None) -> None:
        done = self._done
        self.screen.set_focus(None)
        self.remove()
        done(answer)
