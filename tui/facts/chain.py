"""A chain over the words of each passage: runs of words that are unique, not single ones.

Each word is unique or not, by its own features; from one word to the next that changes seldom,
and more readily where a phrase may begin (a linear-chain conditional random field of two states).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from pathlib import Path

import numpy as np

from tui.alignment.index import ranges
from tui.alignment.terms import Floats, Ints
from tui.alignment.weights import Look, logistic, look_of
from tui.language.progress import UNTOLD, Share

FEW = 2
"""Passages up to which plain numbers are quicker than arrays of so few: one of each article goes on."""
_FILE = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True)
class Chain:
    """What makes a word unique, and what makes a run of unique words begin and end before one."""

    word: Look
    begin: Look
    end: Look

    def probability(
        self,
        found: Mapping[str, Floats],
        gaps: Mapping[str, Floats],
        starts: Ints,
        share: Share = UNTOLD,
    ) -> Floats:
        """How likely each word is unique, all the words of its passage considered.

        Args:
            found: The features of each word.
            gaps: The features of the gap before each word.
            starts: Where each passage begins among the words; one more entry than passages.
            share: Told how far the work is.
        """
        word = finite(self.word, found)
        share.tell(0.3)
        begin, end = finite(self.begin, gaps), finite(self.end, gaps)
        share.tell(0.5)
        forward, backward = passes(word, begin, end, starts)
        return logistic(forward + backward)


def finite(look: Look, found: Mapping[str, Floats]) -> Floats:
    """The log odds for each row of the features, within what `exp` can hold."""
    return np.clip(look.log_odds(found), -500.0, 500.0)


def passes(word: Floats, begin: Floats, end: Floats, starts: Ints) -> tuple[Floats, Floats]:
    """The log odds of each word to be unique by the words up to it, and by those after it.

    Added they are its log odds, all ways to cut its passage into runs considered.

    Args:
        word: What each word itself says, as log odds.
        begin: What is gained when a unique run begins before the word (a loss, mostly).
        end: What is gained when one ends there.
        starts: Where each passage begins among the words; one more entry than passages.
    """
    size = np.diff(starts)
    order = np.argsort(-size, kind="stable")
    first, size = starts[:-1][order], size[order]
    # Step by step through all passages at once: those with words left are the first ones.
    left = np.searchsorted(-size, -np.arange(size[0] if len(size) else 0), "left")
    # Where only the longest passages go on, their words are taken one by one.
    together = max(1, int(np.count_nonzero(left > FEW)))
    many = left[:together]
    at = first[ranges(many)] + np.repeat(np.arange(len(many)), many)
    own, begins, ends = word[at], begin[at], end[at]
    steps = np.concatenate([[0], np.cumsum(many)]).tolist()
    # Of each step, its words and the words before them.
    pairs = [
        (slice(steps[k], steps[k + 1]), slice(steps[k - 1], steps[k - 1] + steps[k + 1] - steps[k]))
        for k in range(1, len(many))
    ]
    ahead = own.copy()
    for here, before in pairs:
        done = ahead[before]
        ahead[here] += np.logaddexp(begins[here], done) - np.logaddexp(0.0, done + ends[here])
    forward, backward = word.copy(), np.zeros(len(word))
    forward[at] = ahead
    for k in range(int(left[together]) if len(left) > together else 0):
        rest = slice(first[k] + together - 1, first[k] + size[k])
        forward[rest], backward[rest] = _alone(word[rest], begin[rest], end[rest], float(forward[rest][0]))
    back = backward[at]
    for here, before in reversed(pairs):
        after = back[here] + own[here]
        back[before] = np.logaddexp(ends[here], after) - np.logaddexp(0.0, after + begins[here])
    backward[at] = back
    return forward, backward


def _alone(word: Floats, begin: Floats, end: Floats, first: float) -> tuple[list[float], list[float]]:
    """The same for the rest of one passage, from a word on whose log odds by the words up to it are known."""
    own, begins, ends = word.tolist(), begin.tolist(), end.tolist()
    forward, backward = [first], [0.0]
    for k in range(1, len(own)):
        forward.append(own[k] + _carried(begins[k], forward[-1], ends[k]))
    for k in range(len(own) - 1, 0, -1):
        backward.append(_carried(ends[k], backward[-1] + own[k], begins[k]))
    return forward, backward[::-1]


def _carried(changes: float, stays: float, back: float) -> float:
    """What the log odds of one word say of the word beside it."""
    return _either(changes, stays) - _either(0.0, stays + back)


def _either(x: float, y: float) -> float:
    """`np.logaddexp` of two numbers."""
    return max(x, y) + log1p(exp(-abs(x - y)))


@dataclass(frozen=True, slots=True)
class Weights:
    """All that scripts/fit_facts.py fits."""

    chain: Chain
    some: Look
    """Whether a passage states any fact that only its article has."""
    every: Look
    """Whether all its facts are such."""


@cache
def fitted() -> Weights:
    """The weights that scripts/fit_facts.py wrote."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    named = {name: look_of(look) for name, look in data.items()}
    return Weights(Chain(named["word"], named["begin"], named["end"]), named["some"], named["every"])
