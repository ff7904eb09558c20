"""Where one is in the two articles: a side, a passage, perhaps a claim or a conflict in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.facts.model import Side

SIDES: tuple[Side, Side] = ("a", "b")


def other(side: Side) -> Side:
    """The side across."""
    return "b" if side == "a" else "a"


@dataclass(frozen=True, slots=True)
class Position:
    """What is in focus: a passage, and perhaps one claim or conflict in it."""

    side: Side = "a"
    passage: int = 0
    claim: int | None = None
    """Number, among the comparison's claims, of the claim in focus."""
    conflict: int | None = None
    """Number, among the comparison's conflicts, of the conflict in focus."""
