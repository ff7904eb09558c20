"""Keys: the keymap in use, and how keys are named on screen."""

from __future__ import annotations

from textual.keys import format_key

from tui.reader.actions import ACTIONS
from tui.settings.keymap import Keymap, resolve_keymap
from tui.settings.model import Settings

_SPOKEN = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "backspace": "Bksp",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "space": "space",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def keymap(settings: Settings) -> Keymap:
    """The default keys with the user's own laid over them.

    Raises:
        SettingsError: An action or key is unknown, or one key serves two actions.
    """
    registry = [(action.id, action.keys) for action in ACTIONS]
    return resolve_keymap(registry, settings.keys, source=settings.keys_source)


def spoken(key: str) -> str:
    """A key as people name it."""
    if key in _SPOKEN:
        return _SPOKEN[key]
    return key if key.startswith("ctrl+") else format_key(key)
