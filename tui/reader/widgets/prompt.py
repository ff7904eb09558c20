"""A line at the bottom that asks for words."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
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
    BINDINGS: ClassVar[list[BindingType]] = [("tab", "complete", "Complete")]

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
        super().__init__(value=value, placeholder=label, suggester=suggester, compact=True)
        self.label = label
        self._done: Callable[[str | None], None] | None = done
        self._typed = typed
        self._told = value

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    def on_unmount(self) -> None:
        """Let go of what was asked for: the screen keeps every input that subscribes to it."""
        self.screen.text_selection_started_signal.unsubscribe(self)

    async def on_key(self, event: events.Key) -> None:
        """Do at once what a key does here, so that what is typed ahead of an answer is no part of it."""
        if self._done is None:
            self.app.post_message(events.Key(event.key, event.character))
        elif event.key == "enter":
            self._finish(self.value)
        elif event.key == "escape":
            self._finish(None)
        elif not await self._do_bound(event.key):
            return
        event.stop()
        event.prevent_default()

    async def _do_bound(self, key: str) -> bool:
        """Edit the line as a key is bound to; False when it is bound to nothing here."""
        for binding in self._bindings.key_to_bindings.get(key, ()):
            if await self.app.run_action(binding.action, self):
                return True
        return False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell of a change."""
        event.stop()
        self._tell()

    def leave(self) -> None:
        """Leave without an answer."""
        self._finish(None)

    def action_complete(self) -> None:
        """Take the completion."""
        self.action_cursor_right()

    def _tell(self) -> None:
        if self._typed is not None and self.value != self._told:
            self._told = self.value
            self._typed(self.value)

    def _finish(self, answer: str | None) -> None:
        done = self._done
        if done is None:
            return
        if answer is not None:
            self._tell()
        # Textual remembers the widget that was closed last, and these whoever asked, with what they hold.
        self._done = self._typed = None
        self.remove()
        done(answer)
