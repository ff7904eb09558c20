"""Completion of file paths."""

from __future__ import annotations

import os
from pathlib import Path

from textual.suggester import Suggester


def complete(typed: str) -> str | None:
    """The first path that begins with what was typed, folders with a slash; None if there is none."""
    if not typed or typed.startswith(("http://", "https://")):
        return None
    folder, _, start = typed.rpartition("/")
    place = Path(os.path.expanduser(folder + "/" if folder or typed.startswith("/") else "."))
    try:
        with os.scandir(place) as entries:
            found = sorted(
                (e.name, e.is_dir())
                for e in entries
                if e.name.startswith(start) and (start or not e.name.startswith("."))
            )
    except (OSError, ValueError):
        return None
    for name, is_folder in found:
        whole = typed[: len(typed) - len(start)] + name + ("/" if is_folder else "")
        if whole != typed and whole.isprintable():
            return whole
    return None


class PathSuggester(Suggester):
    """Completes paths in an input; the right arrow takes the completion."""

    def __init__(self) -> None:
        """Complete case-sensitively; folders change, so nothing is kept."""
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """What to complete a path to."""
        return complete(value)
