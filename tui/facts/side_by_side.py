"""Two passages laid side by side: where they differ between words that are the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from tui.alignment.model import Span
from tui.language.values import Name

LONGEST = 1_000
"""Words of a passage up to which it is laid beside another: the work is their product."""
POSSESSIVE = 2
"""Letters of a possessive, which is no part of a name."""


class Difference(NamedTuple):
    """A stretch of words of A in place of one of B; either may be empty, not both.

    A named tuple, for there are many and these are made in a third of the time.
    """

    a: Span
    """Numbers of the first word of the stretch and of the one after it, in A's passage."""
    b: Span
    ahead: int
    """Words before it, up to the difference before, that are the same."""
    behind: int
    """Words after it, up to the next difference, that are the same."""
    begins: bool
    """Whether both passages begin with it, or with the words ahead."""
    ends: bool
    """Whether both passages end with it, or with the words behind."""


def common_words(left: Sequence[int], right: Sequence[int], least: int = 0) -> int:
    """How many terms of two passages are the same, in the same order; none of endless ones.

    Args:
        left: The terms of one passage, in order.
        right: Those of the other.
        least: How many there must be; fewer count as none.
    """
    return LCSseq.similarity(left, right, score_cutoff=least) if max(len(left), len(right)) <= LONGEST else 0


def differences(left: Sequence[int], right: Sequence[int], most: int = LONGEST) -> list[Difference]:
    """Where two passages differ, in reading order; nothing of endless ones.

    Args:
        left: The terms of the passage of A, in order.
        right: Those of B's.
        most: Words of a stretch up to which it is listed.
    """
    if max(len(left), len(right)) > LONGEST:
        return []
    found = []
    for (a, b, ahead), (next_a, next_b, behind) in pairwise([(0, 0, 0), *_same(left, right)]):
        first_a, first_b = a + ahead, b + ahead
        if 0 < max(next_a - first_a, next_b - first_b) <= most:
            begins = a == b == 0
            ends = (next_a + behind, next_b + behind) == (len(left), len(right))
            found.append(Difference((first_a, next_a), (first_b, next_b), ahead, behind, begins, ends))
    return found


def _same(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int, int]]:
    """The stretches of terms that are the same: where in each, and how many; an empty one at the ends."""
    # Always from the shorter: ways of aligning words are not symmetric.
    swapped = (len(left), left) > (len(right), right)
    found = Indel.editops(*((right, left) if swapped else (left, right))).as_matching_blocks()
    return [(m.b, m.a, m.size) if swapped else (m.a, m.b, m.size) for m in found]


def name_at(names: Sequence[Name], stretch: Span) -> Name | None:
    """The name of which a stretch of text is the whole or a part, its title left aside."""
    for name in names:
        start = name.start - len(name.role) - 1 if name.role else name.start
        if start <= stretch[0] < name.end and stretch[1] <= name.end + POSSESSIVE:
            return name
    return None
