"""What an article keeps of a sentence that the other has too, and what it puts in.

Fitted weights see how like two passages are as wholes; a sentence with one phrase more is very like. Where
nearly all its words stand in the other's in the same order, the words themselves tell what was put in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

import numpy as np

from tui.alignment.coverage import grouped
from tui.alignment.index import ByTerm, ranges
from tui.alignment.model import Link, Span
from tui.alignment.terms import Flags, Floats, Ints
from tui.facts.novelty import Words
from tui.facts.side_by_side import common_words, differences

LEAST_SCORE = 0.5
"""Least link score of two versions of one sentence."""
KEPT = 0.9
"""Part of the words of the shorter version that the longer one has, in the same order ..."""
OF_LONGER = 0.35
"""... and what part of the longer one they are at least: more is no sentence with a phrase put in."""
SAME_WORDS = 6
"""How many they are at least ..."""
UNQUOTED = 2
"""... and how many of them stand outside quotation marks: one quotation is put into many a sentence."""
PUT_IN = 2
"""Words by which a stretch is longer than what stands in its place, for it to be put in."""
CONTENT_TERMS = 2
"""Terms of such a stretch, no function words, for it to tell anything."""
SAID = 0.6
"""Part of their weight that some passage of the other article says, from which it tells the same."""

SAME_TEXT = 0.5
"""Part of an article's sentences with another version from which the articles are versions of one text:
what is linked to nothing was put in, or left out."""
Told = Sequence[list[int]]
"""The terms of each passage of an article, in order."""
_Version = tuple[int, list[int], list[int]]
"""How many words two versions have in common, the terms of the passage itself, and those of the other."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What some words, in reading order, are in another version of their sentence."""

    kept: Flags
    """Whether the other version has each in the same place."""
    put_in: tuple[Span, ...]
    """Stretches where the other has less, or nothing: number of the first word, and of the one after."""
    whole: tuple[Span, ...] = ()
    """Passages that stand in one of two versions of a text alone."""

    def part(self, some: slice) -> Edits:
        """The same of some of the words."""
        put_in, whole = (
            tuple(
                (low - some.start, high - some.start) for low, high in spans if some.start <= low < some.stop
            )
            for spans in (self.put_in, self.whole)
        )
        return Edits(self.kept[some], put_in, whole)

    def told(self, words: Words, glued: Flags) -> tuple[Flags, Flags]:
        """Which words tell nothing new, and which tell something that the other article nowhere says.

        Args:
            words: These words.
            glued: Whether each is one thing with the word before: a part of a figure or of a name is
                nothing that was put in (`per cent`, `%`).
        """
        kept, new = self.kept.copy(), np.zeros(len(self.kept), bool)
        enough = grouped(words.passage, kept & ~words.quoted, words.own.passages) >= UNQUOTED
        kept &= enough[words.passage]
        said: dict[int, ByTerm] = {}
        inside = [(low, high) for low, high in self.put_in if enough[words.passage[low]]]
        for low, high in sorted([*inside, *self.whole]):
            if glued[low] or (high < len(glued) and glued[high]):
                continue
            terms = np.unique(words.own.terms[low:high])
            terms = terms[~words.terms.is_common[terms]]
            part = int(words.part[low])
            if len(terms) >= CONTENT_TERMS:
                said[part] = said.get(part) or words.parts[part].said.by_term()
                new[low:high] = _best_said(terms, words.terms.weight[terms], said[part]) < SAID
        return kept, new


def _best_said(terms: Ints, weight: Floats, said: ByTerm) -> float:
    """What part of some terms, by weight, the passage says that says most of them."""
    count = said.starts[terms + 1] - said.starts[terms]
    at = np.repeat(said.starts[terms], count) + ranges(count)
    by_passage = np.bincount(said.passages[at], said.strength[at] * np.repeat(weight, count), minlength=1)
    return float(by_passage.max() / weight.sum())


def edits(told_a: Told, told_b: Told, candidates: Sequence[Link]) -> Edits:
    """What each article keeps of the other's sentences, and puts in: of the words of A, and then of B.

    Args:
        told_a: The terms of each passage of A.
        told_b: Those of B's.
        candidates: Scored pairs of passages.
    """
    *starts, many = accumulate(map(len, [*told_a, *told_b]), initial=0)
    kept = np.zeros(many, bool)
    put_in = []
    versions = _versions(told_a, told_b, candidates)
    for number, (_, own, other) in sorted(versions.items()):
        place = starts[number]
        kept[place : place + len(own)] = True
        for difference in differences(own, other):
            (low, high), (begin, end) = difference.a, difference.b
            kept[place + low : place + high] = False
            if high - low >= end - begin + PUT_IN:
                put_in.append((place + low, place + high))
    alone = [
        number
        for first, told in ((0, told_a), (len(told_a), told_b))
        for number in _alone(first, told, versions)
    ]
    linked = {passage for c in candidates if c.score >= LEAST_SCORE for passage in (c.a, len(told_a) + c.b)}
    both = [*told_a, *told_b]
    whole = tuple((starts[k], starts[k] + len(both[k])) for k in alone if k not in linked)
    return Edits(kept, tuple(put_in), whole)


def _alone(first: int, told: Told, versions: Mapping[int, _Version]) -> list[int]:
    """The passages of an article without another version, if most of its sentences have one.

    Args:
        first: The number of its first passage.
        told: The terms of each of its passages.
        versions: The other version of each passage that has any.
    """
    sentences = [k for k, terms in enumerate(told, first) if len(terms) >= SAME_WORDS]
    found = [k for k in sentences if k in versions]
    if not sentences or len(found) < SAME_TEXT * len(sentences):
        return []
    return [k for k, terms in enumerate(told, first) if terms and k not in versions]


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
