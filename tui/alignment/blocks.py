"""Cutting long work into blocks, between which progress is told."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from tui.language.progress import Share


def blocks(sizes: npt.ArrayLike, most: int, share: Share) -> Iterator[tuple[slice, Share]]:
    """Cut a row of things into blocks, telling before each how much is done.

    Args:
        sizes: The size of each thing, a whole number.
        most: What the things of a block have together at most; a larger thing is a block alone.
        share: The work on all of them.

    Returns:
        Which things are in each block, and the share that the work on these is. There is always one
        block, be it empty.
    """
    ends = np.cumsum(np.asarray(sizes, np.int64))
    total = int(ends[-1]) if len(ends) else 0
    begin = done = 0
    while True:
        end = min(len(ends), max(begin + 1, int(np.searchsorted(ends, done + most, "right"))))
        held = int(ends[end - 1]) if end else 0
        inside = share.part(done / max(1, total), held / max(1, total))
        inside.tell(0.0)
        yield slice(begin, end), inside
        begin, done = end, held
        if begin >= len(ends):
            return
