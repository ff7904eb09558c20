"""The second look: what the first scores of the other pairs say about a pair.

Features, again symmetric, made of the first score of every candidate.
"""

from __future__ import annotations

import numpy as np

from tui.alignment.features import beside, in_long_texts
from tui.alignment.terms import Floats, Ints
from tui.language.progress import UNTOLD, Share

REACH = 4
"""Passages on and back that `around` looks; from 3 to 6 the cross-validated scores hardly change."""
SLACK = 2
"""How far from the diagonal it looks, for what one tells in two passages and the other in one."""
FADE = 0.8
"""What each passage further off counts for."""


def context(
    a: Ints, b: Ints, score: Floats, rows: int, columns: int, share: Share = UNTOLD
) -> dict[str, Floats]:
    """The features of each candidate pair, by name.

    Args:
        a: Passage of A of each pair, sorted.
        b: Passage of B of each pair, sorted within those of the same `a`.
        score: First score of each pair, a probability.
        rows: Passages of A.
        columns: Passages of B.
        share: Told how far the work is.
    """
    score = np.round(score, 9)
    clipped = np.clip(score, 1e-4, 1 - 1e-4)
    rival_a, rival_b = rival(a, score, rows), rival(b, score, columns)
    sum_a, sum_b = np.bincount(a, score, minlength=rows), np.bincount(b, score, minlength=columns)
    share.tell(0.1)
    before = beside(a, b, score, columns, -1, -1)
    after = beside(a, b, score, columns, 1, 1)
    across = np.maximum(beside(a, b, score, columns, 0, -1), beside(a, b, score, columns, 0, 1))
    down = np.maximum(beside(a, b, score, columns, -1, 0), beside(a, b, score, columns, 1, 0))
    best_a, best_b = best(a, score, rows), best(b, score, columns)
    means = best_a.mean() if rows else 0.0, best_b.mean() if columns else 0.0
    found = {
        "first": np.log(clipped / (1 - clipped)),
        "rival": np.minimum(rival_a, rival_b),
        "rival far": np.maximum(rival_a, rival_b),
        "others": sum_a[a] + sum_b[b] - 2 * score,
        "fewer": np.minimum(sum_a[a], sum_b[b]),
        "beside": np.maximum(before, after),
        "both sides": before + after,
        "next door": across + down,
        "around": around(a, b, score, columns, share.part(0.3, 1.0)),
        "linked least": np.full(len(a), min(means)),
        "linked most": np.full(len(a), max(means)),
        "bests": (score >= best_a[a]).astype(float) + (score >= best_b[b]),
    }
    tells = {
        name: found[name]
        for name in ("first", "rival", "rival far", "others", "both sides", "around", "bests")
    }
    return found | in_long_texts(tells, rows, columns)


def around(a: Ints, b: Ints, score: Floats, columns: int, share: Share = UNTOLD) -> Floats:
    """How well both stories go on together, and came there: the best score at each step near the diagonal."""
    total = np.zeros(len(a))
    for number, step in enumerate((*range(1, REACH + 1), *range(-REACH, 0))):
        share.tell(number / (2 * REACH))
        found = beside(a, b, score, columns, step, step)
        for aside in range(-SLACK, SLACK + 1):
            if aside:
                found = np.maximum(found, beside(a, b, score, columns, step, step + aside))
                found = np.maximum(found, beside(a, b, score, columns, step + aside, step))
        total += found * FADE ** (abs(step) - 1)
    return total


def best(group: Ints, score: Floats, size: int) -> Floats:
    """The highest score of each group."""
    out = np.zeros(size)
    np.maximum.at(out, group, score)
    return out


def rival(group: Ints, score: Floats, size: int) -> Floats:
    """For each pair, the highest score among the others of its group."""
    top = best(group, score, size)
    is_top = score >= top[group]
    below = best(group[~is_top], score[~is_top], size)
    several = np.bincount(group[is_top], minlength=size) > 1
    return np.where(is_top & ~several[group], below[group], top[group])
