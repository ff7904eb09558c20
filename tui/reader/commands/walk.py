"""Walking from match to match, from claim to claim, from side to side."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.facts.model import Side
from tui.reader import walk
from tui.reader.index import Index
from tui.reader.place import Position, other

if TYPE_CHECKING:
    from tui.reader.screen import ReadingScreen

_Finder = Callable[[Index, Position, int], Position | None]


def next_match(screen: ReadingScreen) -> None:
    """To the next passage with a counterpart."""
    _walk(screen, walk.next_match, 1, "match")


def previous_match(screen: ReadingScreen) -> None:
    """To the previous passage with a counterpart."""
    _walk(screen, walk.next_match, -1, "match")


def next_unique(screen: ReadingScreen) -> None:
    """To the next claim that only this article makes."""
    _walk(screen, walk.next_unique, 1, "claim found only here")


def previous_unique(screen: ReadingScreen) -> None:
    """To the previous claim that only this article makes."""
    _walk(screen, walk.next_unique, -1, "claim found only here")


def next_conflict(screen: ReadingScreen) -> None:
    """To the next conflict."""
    _walk(screen, walk.next_conflict, 1, "conflict")


def previous_conflict(screen: ReadingScreen) -> None:
    """To the previous conflict."""
    _walk(screen, walk.next_conflict, -1, "conflict")


def other_pane(screen: ReadingScreen) -> None:
    """To the other article, where one was in it."""
    _to_side(screen, other(screen.session.position.side))


def left_pane(screen: ReadingScreen) -> None:
    """To article A."""
    _to_side(screen, "a")


def right_pane(screen: ReadingScreen) -> None:
    """To article B."""
    _to_side(screen, "b")


def counterpart(screen: ReadingScreen) -> None:
    """To the passage across that states the same."""
    index = screen.index_or_tell()
    if index is None:
        return
    found = walk.counterpart(index, screen.session.position)
    if found is None:
        screen.tell("No counterpart: the other article does not say this. Tab goes there anyway")
    else:
        screen.go(found, jump=True)


def back(screen: ReadingScreen) -> None:
    """To where one was before the last jump."""
    session = screen.session
    if not session.history:
        screen.tell("No jump to go back from")
        return
    screen.go(session.history.pop(), jump=False, far=True)


def _walk(screen: ReadingScreen, find: _Finder, direction: int, what: str) -> None:
    index = screen.index_or_tell()
    if index is None:
        return
    here = screen.session.position
    found = find(index, here, direction)
    if found is not None:
        screen.go(found, jump=True)
        return
    side, far = here.side.upper(), other(here.side).upper()
    if _none(index, here.side, what):
        elsewhere = "" if _none(index, other(here.side), what) else f"; Tab goes to {far}"
        screen.tell(f"No {what} in {side}{elsewhere}")
    else:
        screen.tell(f"{'Last' if direction > 0 else 'First'} {what} in {side}; Tab goes to {far}")


def _none(index: Index, side: Side, what: str) -> bool:
    here = index.sides[side]
    return not {"match": here.matched, "conflict": here.conflicts}.get(what, here.unique)


def _to_side(screen: ReadingScreen, side: Side) -> None:
    session = screen.session
    if side != session.position.side:
        screen.go(Position(side, session.beside[side]), jump=False, keep_beside=True)
