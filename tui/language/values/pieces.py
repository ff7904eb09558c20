"""A text cut into pieces, each looked at closely only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

Made = TypeVar("Made")

KEPT = 1024
"""Tokens that are kept: what is asked for again stands near, and the millions of a book would fill memory."""


class Pieces(dict[int, Made]):
    """The tokens of a text by number; a grammar looks at few, so each is made when it is first asked for.

    A dictionary, for a long text is asked for its tokens millions of times.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take a text apart.

        Args:
            pieces: The text as a pattern split it: gap, token, gap, token, ..., gap.
        """
        super().__init__()
        bounds = list(accumulate(map(len, pieces)))
        self._starts, self._ends = bounds[0::2], bounds[1::2]
        self._words = pieces[1::2]
        self.size = len(self._words)
        """Number of tokens."""

    def __missing__(self, index: int) -> Made:
        if len(self) >= KEPT:
            self.clear()
        made = self[index] = self._make(index)
        return made

    def _make(self, index: int) -> Made:
        raise NotImplementedError
