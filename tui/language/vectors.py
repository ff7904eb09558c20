"""What English words mean, as vectors: two words for one thing lie close together.

The table is made by scripts/make_word_vectors.py. It is a help, not a need: a word that is not in
it, in any language, is compared by its letters alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

_TABLE = Path(__file__).parent / "data" / "word_vectors.npz"


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A vector for each of some 20,000 English words."""

    rows: Mapping[str, int]
    """Row of each word; the commonest words come first."""
    vectors: npt.NDArray[np.int8]

    def lookup(self, forms: Sequence[str]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Unit vectors of those forms that the table has.

        Returns:
            Which of the forms are there, as indices into `forms`, and their vectors, a row each.
        """
        known = np.array([k for k, form in enumerate(forms) if form in self.rows], np.int64)
        vectors = self.vectors[[self.rows[forms[k]] for k in known]].astype(np.float32)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return known, vectors / np.maximum(norms, 1e-6)


@cache
def word_vectors() -> WordVectors:
    """The table, read once."""
    with np.load(_TABLE) as data:
        listed = bytes(data["words"]).decode().split("\n")
        # The commoner word of two that share a spelling comes first, and stays.
        return WordVectors({word: k for k, word in reversed(list(enumerate(listed)))}, data["vectors"])
