"""How long work tells how far it is, and how it is cancelled."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Called with a stage's name (`aligning`, `finding facts`) and the part of it done, 0 to 1.

Long work calls it between chunks. Whoever wants to cancel raises an exception of their own from
it; the work passes it on untouched.
"""


def silent(stage: str, done: float) -> None:
    """A progress that tells nobody."""
