"""Strangers' text made fit to be shown: nothing in it can steer a terminal or break a line."""

from __future__ import annotations

from tui.language.visible import visible


def one_line(text: str) -> str:
    """The text on one line, what cannot be seen as visible stand-ins; of the same length."""
    return visible(text, prose=True)
