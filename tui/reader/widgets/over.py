"""Screens over the reader that Escape closes."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.screen import ModalScreen

T = TypeVar("T")


class Over(ModalScreen[T]):
    """A screen that lies over the articles."""

    DEFAULT_CSS = """
    Over { align: center middle; background: $background 70%; }
    Over > .box {
        background: $panel; color: $foreground; border: round $primary; border-title-color: $foreground;
        width: 90%; max-width: 100; height: auto; max-height: 95%; padding: 0 1;
    }
    Over:ansi { background: ansi_default; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape,q", "dismiss", "Close")]
