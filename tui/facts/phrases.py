"""Runs of unique words made phrases that a person can read."""

from __future__ import annotations

from collections.abc import Sequence

LEAST_RUN = 2
"""Words below which a run of unique words is no phrase."""
MOST_BETWEEN = 1
"""Words between two unique runs up to which the two are one phrase."""

# English words, by their commonest written form; in other languages phrases keep the edges they have.
_DETERMINERS = frozenset("the a an his her their its my our your this these those".split())
_PREPOSITIONS = frozenset(
    "of in on at by for to with from into near over between through under against without than during "
    "about as".split()
)
_AUXILIARIES = frozenset(
    "is was were are be been being has had have having do does did will would shall should can could may "
    "might must not".split()
)
_JOINERS = frozenset("and or but who which that when while where because if nor how why".split())
OPENING = _DETERMINERS | _PREPOSITIONS | _AUXILIARIES
"""Words that belong to what comes after them: a phrase that begins after one begins with it."""
NEVER_LAST = OPENING | _JOINERS
"""Words that no phrase inside a passage ends with."""


def runs(flags: Sequence[bool]) -> list[tuple[int, int, bool]]:
    """The runs of equal flags: start, end, flag."""
    if not flags:
        return []
    ended = [*flags, not flags[-1]]
    found = []
    start = 0
    while start < len(flags):
        end = ended.index(not ended[start], start)
        found.append((start, end, ended[start]))
        start = end
    return found


def phrases(unique: Sequence[bool], forms: Sequence[str], glued: Sequence[bool]) -> list[bool]:
    """Runs of unique words as phrases: near ones joined, edges where a phrase has them, no single word.

    Args:
        unique: Which words of a passage are unique.
        forms: The commonest written form of each.
        glued: Whether each is one thing with the one before it (`stay-at-home`, `the club's manager`).
    """
    made = list(unique)
    for start, end, found in runs(unique):
        if not found and start > 0 and end < len(unique) and end - start <= MOST_BETWEEN:
            made[start:end] = [True] * (end - start)
    for start, end, found in runs(made):
        if found:
            low, high = _edges(start, end, forms, glued)
            made[start:end] = [False] * (end - start)
            made[low:high] = [high - max(start, low) >= LEAST_RUN] * (high - low)
    return made


def _edges(start: int, end: int, forms: Sequence[str], glued: Sequence[bool]) -> tuple[int, int]:
    """Where a phrase of these words begins and ends."""
    while start > 0 and (glued[start] or forms[start - 1] in OPENING):
        start -= 1
    while end < len(forms) and glued[end]:
        end += 1
    while start < end < len(forms) and forms[end - 1] in NEVER_LAST:
        end -= 1
    return start, end
