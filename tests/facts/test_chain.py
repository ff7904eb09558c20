"""The chain over words: its odds against every way to cut a passage, one by one."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.alignment.weights import Logistic
from tui.facts.chain import fitted, passes

SIZES = st.lists(st.integers(0, 5), min_size=1, max_size=4)


def enumerated(word: list[float], begin: list[float], end: list[float]) -> list[float]:
    """The log odds of each word of one passage, summed over all the ways there are."""
    total = [[0.0, 0.0] for _ in word]
    for states in product((0, 1), repeat=len(word)):
        weight = sum(w for w, on in zip(word, states, strict=True) if on)
        for at, (before, now) in enumerate(pairwise(states), start=1):
            weight += begin[at] if now > before else end[at] if now < before else 0.0
        for at, on in enumerate(states):
            total[at][on] += np.exp(weight)
    return [float(np.log(on / off)) for off, on in total]


@settings(max_examples=60, deadline=None)
@given(SIZES, st.integers(0, 10_000))
def test_the_odds_of_each_word_are_those_of_all_cuts(sizes: list[int], seed: int) -> None:
    starts = np.concatenate([[0], np.cumsum(sizes)])
    word, begin, end = np.random.RandomState(seed).normal(0, 2, (3, int(starts[-1])))
    found = sum(passes(word, begin, end, starts))
    for low, high in pairwise(starts.tolist()):
        expected = enumerated(word[low:high].tolist(), begin[low:high].tolist(), end[low:high].tolist())
        assert np.allclose(found[low:high], expected)


def test_runs_begin_and_end_at_phrases_rather_than_inside_them() -> None:
    chain = fitted().chain
    for look in (chain.begin, chain.end):
        assert isinstance(look, Logistic)
        assert look.weights["mark"] > 0 > look.weights["always"]
        assert look.weights["preposition"] > look.weights["within phrase"]
