"""Where each key leads from where one is."""

from __future__ import annotations

from bisect import bisect_left

from tui.facts.model import Side
from tui.reader.index import Index, place_on, step
from tui.reader.place import Position, other


def next_match(index: Index, here: Position, direction: int) -> Position | None:
    """The next (or previous) passage of this side that has a counterpart."""
    matched = index.sides[here.side].matched
    k = step(matched, here.passage, direction)
    return None if k is None else Position(here.side, matched[k])


def next_unique(index: Index, here: Position, direction: int) -> Position | None:
    """The next (or previous) claim that only this side makes."""
    side = index.sides[here.side]
    k = _next_of(side.unique, side.unique_starts, here.claim, _start(index, here), direction)
    return None if k is None else claim_position(index, side.unique[k])


def next_conflict(index: Index, here: Position, direction: int) -> Position | None:
    """The next (or previous) conflict, in the order of this side."""
    side = index.sides[here.side]
    k = _next_of(side.conflicts, side.conflict_starts, here.conflict, _start(index, here), direction)
    return None if k is None else conflict_position(index, side.conflicts[k], here.side)


def claim_position(index: Index, number: int) -> Position:
    """The position of a claim."""
    claim = index.comparison.claims[number]
    return Position(claim.side, claim.passage, claim=number)


def conflict_position(index: Index, number: int, side: Side) -> Position:
    """The position of a conflict on one side."""
    place = place_on(index.comparison.conflicts[number], side)
    return Position(side, place.passage, conflict=number)


def counterpart(index: Index, here: Position) -> Position | None:
    """The surest counterpart of what is in focus; a conflict's own other end."""
    if here.conflict is not None:
        return conflict_position(index, here.conflict, other(here.side))
    found = index.counterparts(here.side, here.passage)
    return Position(other(here.side), found[0]) if found else None


def _start(index: Index, here: Position) -> int:
    passages = index.comparison.article(here.side).passages
    return passages[here.passage].start if here.passage < len(passages) else 0


def _next_of(
    numbers: list[int], starts: list[int], current: int | None, offset: int, direction: int
) -> int | None:
    """The place in a list in reading order of what follows the current one, or an offset."""
    if current is not None and current in numbers:
        k = numbers.index(current) + direction
    else:
        k = bisect_left(starts, offset) - (direction < 0)
    return k if 0 <= k < len(numbers) else None
