"""Where a user's own files belong, by the XDG base directory specification."""

from __future__ import annotations

import os
from pathlib import Path


def config_file(name: str) -> Path:
    """A file in the user's configuration folder for Diptych."""
    return _base("XDG_CONFIG_HOME", ".config") / "diptych" / name


def state_file(name: str) -> Path:
    """A file in the user's state folder for Diptych."""
    return _base("XDG_STATE_HOME", ".local/state") / "diptych" / name


def _base(variable: str, below_home: str) -> Path:
    # The specification says that a relative path in a variable counts as not set.
    named = os.environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else Path(os.path.expanduser("~")) / below_home
