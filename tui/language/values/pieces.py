"""A text cut into pieces, each looked at closely only when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Pieces(Generic[Made]):
    """The tokens of a text, of which a grammar looks at few: each is made when it is first asked for."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take a text apart.

        Args:
            pieces: The text as a pattern split it: gap, token, gap, token, ..., gap.
        """
        bounds = list(accumulate(map(len, pieces)))
        self._starts, self._ends = bounds[0::2], bounds[1::2]
        self._words = pieces[1::2]
        self._made: dict[int, Made] = {}

    def __len__(self) -> int:
        return len(self._words)

    def __getitem__(self, index: int) -> Made:
        try:
            return self._made[index]
        except KeyError:
            made = self._made[index] = self._make(index)
            return made

    def _make(self, index: int) -> Made:
        raise NotImplementedError
