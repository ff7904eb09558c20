"""What an article keeps of a sentence that the other has too, and what it puts in.

Fitted weights see how like two passages are as wholes; a sentence with one phrase more is very like. Where
nearly all its words stand in the other's in the same order, the words themselves tell what was put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

import numpy as np

from tui.alignment.model import Link
from tui.alignment.terms import Flags, Ints
from tui.facts.side_by_side import common_words, differences

LEAST_SCORE = 0.5
"""Least link score of two versions of one sentence."""
KEPT = 0.9
"""Part of the words of the shorter version that the longer one has, in the same order ..."""
SAME_WORDS = 6
"""... and how many these are at least."""
OF_LONGER = 0.5
"""Part of the longer version that these words are at least: more is no sentence with a phrase put in."""
PUT_IN = 2
"""Words by which a stretch is longer than what stands in its place, for it to be put in."""
UNSAID = 2
"""Content words of such a stretch that the other article nowhere says ..."""
MOST = 0.6
"""... and what part of its content words these are at least."""

Told = Sequence[list[int]]
"""The terms of each passage of an article, in order."""
_Version = tuple[int, list[int], list[int]]
"""How many words two versions have in common, the terms of the passage itself, and those of the other."""


@dataclass(frozen=True, slots=True)
class Edits:
    """Of each word of A, and then of B, what it is in another version of its sentence."""

    kept: Flags
    """The other version has it in the same place."""
    put_in: Flags
    """The other has less there, or nothing."""

    def part(self, first: int, end: int | None) -> Edits:
        """The same of some of the words."""
        return Edits(self.kept[first:end], self.put_in[first:end])

    def new(self, passage: Ints, content: Flags, unsaid: Flags, glued: Flags) -> Flags:
        """Which words were put in, in a stretch of which the other article nowhere says most.

        A part of a figure or of a name is no such stretch (`per cent`, `%`).

        Args:
            passage: The passage of each word.
            content: Whether it is no function word.
            unsaid: Whether it is none, and the other article says it nowhere.
            glued: Whether it is one thing with the word before.
        """
        begins = self.put_in & (np.diff(self.put_in, prepend=False) | (np.diff(passage, prepend=-1) != 0))
        stretch = np.cumsum(begins)
        after = np.diff(self.put_in, prepend=False) & ~self.put_in
        told, all_, part = (
            np.bincount(stretch, flags, minlength=1)
            for flags in (unsaid & self.put_in, content & self.put_in, glued & (begins | after))
        )
        new = (told >= UNSAID) & (told >= MOST * all_) & (part == 0)
        return np.asarray(self.put_in & new[stretch], np.bool_)


def edits(told_a: Told, told_b: Told, candidates: Sequence[Link]) -> Edits:
    """What each article keeps of the other's sentences, and puts in.

    Args:
        told_a: The terms of each passage of A.
        told_b: Those of B's.
        candidates: Scored pairs of passages.
    """
    *starts, many = accumulate(map(len, [*told_a, *told_b]), initial=0)
    found = Edits(np.zeros(many, bool), np.zeros(many, bool))
    for number, (_, own, other) in _versions(told_a, told_b, candidates).items():
        place = starts[number]
        found.kept[place : place + len(own)] = True
        for difference in differences(own, other):
            (low, high), (begin, end) = difference.a, difference.b
            found.kept[place + low : place + high] = False
            found.put_in[place + low : place + high] = high - low >= end - begin + PUT_IN
    return found


def _versions(told_a: Told, told_b: Told, candidates: Sequence[Link]) -> dict[int, _Version]:
    """The closest other version of each passage that has any, by its number; B's come after A's."""
    found: dict[int, _Version] = {}
    for link in candidates:
        if link.score < LEAST_SCORE:
            continue
        left, right = told_a[link.a], told_b[link.b]
        same = _kept(left, right)
        if same:
            own, other = link.a, len(told_a) + link.b
            for passage, version in ((own, (same, left, right)), (other, (same, right, left))):
                found[passage] = max(version, found.get(passage, version))
    return found


def _kept(left: list[int], right: list[int]) -> int:
    """How many words two passages have in the same order, if they are versions of one sentence; else 0."""
    shorter, longer = sorted((len(left), len(right)))
    least = max(SAME_WORDS, ceil(KEPT * shorter), ceil(OF_LONGER * longer))
    return common_words(left, right, least) if shorter >= least else 0
