"""Matching the words of two passages, one with one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.alignment.resemblance import Resemblance

LEAST_STRENGTH = 0.5
"""Resemblance of two words below which a reader would not see at a glance why."""
OUT = -1
"""In place of a term: a word that is not to be matched."""


def match_words(left: Sequence[int], right: Sequence[int], resemblance: Resemblance) -> dict[int, int]:
    """For each word of the left passage that the right one says, where: runs before single words.

    Args:
        left: The terms of a passage, in order; OUT for a word that is not to be matched.
        right: The terms of the other.
        resemblance: Which terms may stand for one another.
    """
    # Where each term still stands unmatched, the first place last. What was matched out of turn is
    # dropped when its turn comes, so that a word said thousands of times is not looked for as often.
    places: dict[int, list[int]] = {}
    for j in range(len(right) - 1, -1, -1):
        if right[j] != OUT:
            places.setdefault(right[j], []).append(j)
    free = {j for j, term in enumerate(right) if term != OUT}

    def first_free(spots: list[int]) -> int | None:
        while spots and spots[-1] not in free:
            spots.pop()
        return spots[-1] if spots else None

    matched: dict[int, int] = {}
    following = OUT  # the place after that of the word before, where that is matched
    for i, term in enumerate(left):
        spot = None
        if spots := places.get(term):
            spot = following if following in free and right[following] == term else first_free(spots)
        if spot is None:
            following = OUT
            continue
        matched[i] = spot
        free.discard(spot)
        following = spot + 1
    for i, term in enumerate(left):
        if i in matched or not (alike := resemblance.of(term)):
            continue
        like = [
            (strength, first_free(places.get(t, [])))
            for t, strength in alike.items()
            if strength >= LEAST_STRENGTH
        ]
        best = max(((strength, -j) for strength, j in like if j is not None), default=None)
        if best is not None:
            matched[i] = -best[1]
            free.discard(matched[i])
    return matched
