"""What a user can set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from tui.articles.model import Split

Theme = Literal["dark", "light", "ansi", "ansi-light", "colour-blind"]
"""Colours of the reader: `ansi` takes the terminal's own sixteen, `ansi-light` on a light ground."""

Layout = Literal["auto", "side", "rows", "stacked"]
"""How the articles stand: side by side, in aligned rows, one above the other; `auto` goes by width."""


class SettingsError(Exception):
    """A setting that cannot be used.

    Its message is one line that names where the setting stands, says what is wrong and what helps.
    """


@dataclass(frozen=True, slots=True)
class Settings:
    """Every option, after flags, environment and configuration file have been heard."""

    theme: Theme = "dark"
    split: Split = "sentence"
    threshold: float | None = None
    """Least score of a link; None for the comparison's own default."""
    layout: Layout = "auto"
    lock: bool = True
    """Whether the two panes scroll in step."""
    colour: bool = True
    """False where NO_COLOR is set: glyph and style only."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The user's own keys, by action id; see `tui.settings.keymap.resolve_keymap`."""
    keys_source: str = "keys"
    """Where `keys` were read, for messages."""
