"""Notices that an article was saved anew while it is being read."""

from __future__ import annotations

import os
from collections.abc import Sequence

Stamp = tuple[int, int]
"""When a file was last written, in nanoseconds, and its size."""

EVERY = 2.0
"""Seconds from one look to the next; also at the marks that another reader saves."""


def stamp(source: object) -> Stamp | None:
    """What tells a file from a later version of itself; None for whatever is no file."""
    if not isinstance(source, str) or source == "-" or "://" in source:
        return None
    try:
        found = os.stat(source)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size


def changed(sources: Sequence[object], stamps: Sequence[Stamp | None]) -> list[bool]:
    """Which of the sources are another version now. One that is gone has not changed: it may be
    about to come back, as when an editor saves.
    """
    found = []
    for source, before in zip(sources, stamps, strict=True):
        now = stamp(source)
        found.append(before is not None and now is not None and now != before)
    return found
