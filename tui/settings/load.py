"""Settings from flags, then the environment, then the configuration file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from tui.articles.model import Split
from tui.settings.model import Layout, Settings, SettingsError, Theme
from tui.xdg import config_file

PREFIX = "DIPTYCH_"
"""What names of environment variables begin with: `DIPTYCH_THEME` sets `theme`."""

_SWITCH = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def load_settings(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] = os.environ,
    path: Path | None = None,
) -> Settings:
    """Read the settings: a flag goes before the environment, the environment before the file.

    Args:
        flags: Options given on the command line, by name; None or left out where not given.
        environ: The environment.
        path: The configuration file; `$XDG_CONFIG_HOME/diptych/config.toml` when left out. It
            need not exist.

    Raises:
        SettingsError: An option is unknown or its value cannot be used.
    """
    path = path or config_file("config.toml")
    values = _from_file(path) | _from_environment(environ) | _from_flags(flags or {})
    return Settings(**values, colour=not environ.get("NO_COLOR"), keys_source=str(path))


def _from_file(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: not valid TOML: {_one_line(error)}") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    keys = table.pop("keys", {})
    values = {name: _checked(f"{path}: {name}", name, value) for name, value in table.items()}
    return values | {"keys": _keys(path, keys)}


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    given = ((name, environ.get(PREFIX + name.upper(), "")) for name in _CHECKS)
    return {name: _checked(PREFIX + name.upper(), name, _plain(name, text)) for name, text in given if text}


def _from_flags(flags: Mapping[str, object]) -> dict[str, Any]:
    return {name: _checked(f"--{name}", name, value) for name, value in flags.items() if value is not None}


def _plain(name: str, text: str) -> object:
    """A value of the environment, which knows text only, as the file would have it."""
    if name == "lock":
        return _SWITCH.get(text.lower(), text)
    if name == "threshold":
        try:
            return float(text)
        except ValueError:
            return text
    return text


def _checked(where: str, name: str, value: object) -> object:
    if name not in _CHECKS:
        near = get_close_matches(name, [*_CHECKS, "keys"], n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join([*_CHECKS, 'keys'])}"
        raise SettingsError(f"{where}: unknown option; {hint}")
    problem = _CHECKS[name](value)
    if problem:
        raise SettingsError(f"{where}: {problem}, not {value!r}")
    return float(value) if name == "threshold" and isinstance(value, int) else value


def _one_of(*names: str) -> Callable[[object], str | None]:
    return lambda value: None if value in names else f"needs one of {', '.join(names)}"


def _share(value: object) -> str | None:
    number = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1
    return None if number else "needs a number from 0 to 1"


def _switch(value: object) -> str | None:
    return None if isinstance(value, bool) else "needs true or false"


_CHECKS: Mapping[str, Callable[[object], str | None]] = {
    "theme": _one_of(*get_args(Theme)),
    "split": _one_of(*get_args(Split)),
    "threshold": _share,
    "layout": _one_of(*get_args(Layout)),
    "lock": _switch,
}
"""Every option, with what says what is wrong with a value, if anything."""


def _keys(path: Path, table: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: keys: needs a table: [keys] on a line of its own")
    keys = {}
    for action, given in table.items():
        listed = [given] if isinstance(given, str) else given
        if not isinstance(listed, list) or not all(isinstance(key, str) and key for key in listed):
            raise SettingsError(f"{path}: keys: {action}: needs a key or a list of keys, not {given!r}")
        keys[action] = tuple(listed)
    return MappingProxyType(keys)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
