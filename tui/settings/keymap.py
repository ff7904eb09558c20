"""Which keys do what: the reader's registry of actions with the user's own keys laid over it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from tui.settings.model import SettingsError

_NAMED = {
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("insert", "delete", "backspace", "enter", "escape", "tab", "space"),
    *(f"f{number}" for number in range(1, 25)),
}

_MODIFIERS = ("alt", "ctrl", "shift", "super", "hyper", "meta")

_SPOKEN = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "bksp": "backspace",
}
"""Other names in wide use, to Textual's."""

_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Unicode's names of characters, to Textual's names of their keys."""

_SAME_IN_A_TERMINAL = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}
"""Keys that a terminal sends as the same byte."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every action, by Textual's names."""

    keys: Mapping[str, tuple[str, ...]]
    """Action id to its keys, in the order given; empty for an action without a key."""

    def action(self, key: str) -> str | None:
        """The action that a key does, if any."""
        return next((action for action, keys in self.keys.items() if key in keys), None)


def resolve_keymap(
    registry: Iterable[tuple[str, str | Sequence[str]]],
    user_keys: Mapping[str, Sequence[str]],
    *,
    source: str = "keys",
) -> Keymap:
    """Lay the user's keys over the default ones.

    What the user gives an action replaces all of its default keys. A key may serve one action
    only: to give it to another, its present action needs another key, or none (`[]`).

    Args:
        registry: Each action's id with its default key or keys.
        user_keys: The keys the user gives to actions, by id.
        source: Where the user's keys come from, for messages.

    Raises:
        SettingsError: An action or key is unknown, or one key serves two actions. The message
            names every one of them.
    """
    defaults = {action: (keys,) if isinstance(keys, str) else tuple(keys) for action, keys in registry}
    problems = [_unknown("action", action, defaults) for action in user_keys if action not in defaults]
    keys: dict[str, tuple[str, ...]] = {}
    for action, standard in defaults.items():
        named = [(key, key_name(key)) for key in user_keys.get(action, standard)]
        problems += [f"{action}: {_unknown('key', key, _NAMED)}" for key, name in named if name is None]
        keys[action] = tuple(dict.fromkeys(name for _, name in named if name is not None))
    problems += _clashes(keys)
    if problems:
        raise SettingsError(f"{source}: " + "; ".join(problems))
    return Keymap(keys)


def key_name(key: str) -> str | None:
    """Textual's name of a key as people write it (`]`, `Ctrl+D`, `PgDn`), or None if there is none."""
    *modifiers, base = [key] if len(key) == 1 else re.split(r"\+(?=.)", key)
    base = _character_name(base) if len(base) == 1 else _word_name(base)
    held = {"ctrl" if m.lower() == "control" else m.lower() for m in modifiers}
    if base is None or not held <= set(_MODIFIERS):
        return None
    if held == {"shift"} and len(base) == 1:
        return base.upper()  # a terminal sends the capital, without saying that shift is held
    if held and len(base) == 1:
        base = base.lower()
    name = "+".join([*(m for m in _MODIFIERS if m in held), base])
    return _SAME_IN_A_TERMINAL.get(name, name)


def _word_name(word: str) -> str | None:
    name = _SPOKEN.get(word.lower(), word.lower())
    if name in _NAMED or name in _RENAMED.values():
        return name
    try:
        return _character_name(unicodedata.lookup(name.replace("_", " ")))
    except KeyError:
        return None


def _character_name(character: str) -> str | None:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name) or None


def _clashes(keys: Mapping[str, tuple[str, ...]]) -> list[str]:
    holders: dict[str, list[str]] = defaultdict(list)
    for action, own in keys.items():
        for key in own:
            holders[key].append(action)
    return [f"{key} is the key of {' and of '.join(who)}" for key, who in holders.items() if len(who) > 1]


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f"unknown {what} {name!r}" + (f" (did you mean {near[0]!r}?)" if near else "")
