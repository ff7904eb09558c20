"""Work that is stopped from its progress."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tui.language.progress import Progress


class Stopped(Exception):
    """What the progress raises."""


def calls_until(part: float, work: Callable[[Progress], object]) -> list[float]:
    """How far the work was at each call, the last one of which stopped it: the first at `part` or beyond."""
    calls: list[float] = []

    def stop(stage: str, done: float) -> None:
        calls.append(done)
        if done >= part:
            raise Stopped

    with pytest.raises(Stopped):
        work(stop)
    return calls
