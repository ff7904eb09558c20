"""A sparse index of what each passage says, and the pairs of passages worth scoring.

Memory grows with the texts: pairs are accumulated for a chunk of A's passages at a time, and only
the best few of each passage are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui.alignment.resemblance import Resemblance
from tui.alignment.terms import Flags, Floats, Ints, Side, Terms
from tui.language.progress import Progress

BEST = 12
"""Candidates kept for each passage of either article."""
LONG_BEST = 4
"""The same in a long text."""
LONG_FLOOR = 0.15
"""Soft cosine below which, in a long text, a pair is not worth scoring."""
FREQUENT = 0.05
"""In a long text, the part of passages above which a term proposes no candidates: it is in too
many to tell one from another, and would make the work quadratic."""
LONG = 400
"""Passages from which a text counts as long."""
_CHUNK_CELLS = 4_000_000
"""Cells of one chunk of scores: bounds memory (8 bytes each)."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """For one side, how well each passage says each term: sorted by (term, passage).

    A passage says the terms it holds with 1 and those its terms resemble with less.
    """

    keys: Ints
    """term * passages + passage."""
    strength: Floats
    """How well: the strength of the best resemblance."""
    weight: Floats
    """The weights of the passage's terms that resemble the term, each times its strength, added."""
    starts: Ints
    """Where each term begins in `keys`; one more entry than terms."""
    passages: int

    def of(self, terms: Ints, passages: Ints) -> Floats:
        """How well each passage says the term beside it; 0 where it does not."""
        if not len(self.keys):
            return np.zeros(len(terms))
        wanted = terms * self.passages + passages
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[at] == wanted, self.strength[at], 0.0)

    def anywhere(self, size: int) -> Floats:
        """How well the article says each of `size` terms, in the passage that says it best."""
        best = np.zeros(size)
        np.maximum.at(best, self.keys // max(1, self.passages), self.strength)
        return best


def sayings(side: Side, terms: Terms, resemblance: Resemblance) -> Sayings:
    """What one side's passages say, by term."""
    size = len(terms.forms)
    passage, term = bag(side, size)
    begin = np.searchsorted(resemblance.first, term, "left")
    count = np.searchsorted(resemblance.first, term, "right") - begin
    at = np.repeat(begin, count) + ranges(count)
    keys = np.concatenate([term, resemblance.second[at]]) * side.passages
    keys += np.concatenate([passage, np.repeat(passage, count)])
    strength = np.concatenate([np.ones(len(term)), resemblance.strength[at]])
    weight = strength * np.concatenate([terms.weight[term], np.repeat(terms.weight[term], count)])
    order = np.lexsort((-strength, keys))
    keys, strength, weight = keys[order], strength[order], weight[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    keys, strength = keys[first], strength[first]
    weight = np.add.reduceat(weight, first) if len(first) else weight
    starts = np.searchsorted(keys, np.arange(size + 1) * side.passages)
    return Sayings(keys, strength, weight, starts, side.passages)


def ranges(counts: Ints) -> Ints:
    """0, 1, … n-1 for each n of `counts`, one after the other."""
    ends = np.cumsum(counts)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - counts, counts)


def bag(side: Side, size: int) -> tuple[Ints, Ints]:
    """The distinct terms of each passage: (passage, term), sorted.

    Args:
        side: The article.
        size: Number of terms in the vocabulary.
    """
    owner = np.repeat(np.arange(side.passages), np.diff(side.starts))
    held = np.unique(owner * max(1, size) + side.terms)
    return held // max(1, size), held % max(1, size)


def candidates(terms: Terms, said_b: Sayings, progress: Progress) -> tuple[Ints, Ints]:
    """Pairs (a, b) of passages that say enough of the same, sorted.

    A pair's closeness is the cosine of its passages' weighted terms, where terms that resemble
    each other are not orthogonal ("soft cosine"). The BEST pairs of each passage are kept.
    """
    rows, columns = terms.a.passages, terms.b.passages
    owner, term = bag(terms.a, len(terms.forms))
    long = rows + columns > LONG
    floor, best = (LONG_FLOOR, LONG_BEST) if long else (0.0, BEST)
    usable = ~terms.is_common
    if long:
        usable &= terms.frequency <= FREQUENT * (rows + columns)
    owner, term = owner[usable[term]], term[usable[term]]
    length_a, length_b = _lengths(terms.a, terms), _lengths(terms.b, terms)
    chunk = max(1, _CHUNK_CELLS // max(1, columns))
    keys: list[Ints] = [np.zeros(0, np.int64)]
    close: list[Ints] = [np.zeros(0, np.int64)]
    for begin in range(0, rows, chunk):
        progress("aligning", 0.25 + 0.35 * begin / rows)
        end = min(rows, begin + chunk)
        low, high = np.searchsorted(owner, (begin, end))
        first = said_b.starts[term[low:high]]
        count = said_b.starts[term[low:high] + 1] - first
        at = np.repeat(first, count) + ranges(count)
        cell = np.repeat((owner[low:high] - begin) * columns, count) + said_b.keys[at] % columns
        share = np.repeat(terms.weight[term[low:high]], count) * said_b.weight[at]
        product = np.bincount(cell, share, minlength=(end - begin) * columns)
        scale = np.outer(length_a[begin:end], length_b).ravel()
        found = np.flatnonzero(product >= floor * scale)
        found = found[product[found] > 0]
        keys.append(begin * columns + found)
        # Whole millionths, so that rounding in another order of summing makes no difference.
        close.append(np.round(1e6 * product[found] / scale[found]).astype(np.int64))
    key, closeness = np.concatenate(keys), np.concatenate(close)
    row, column = key // max(1, columns), key % max(1, columns)
    kept = _best(row, column, closeness, best) | _best(column, row, closeness, best)
    found = np.concatenate([row[kept] * max(1, columns) + column[kept], _repeated(terms)])
    found = np.unique(found)
    return found // max(1, columns), found % max(1, columns)


def wordings(terms: Terms) -> tuple[Ints, Ints]:
    """A number for the words of each passage of A and of B: the same for the same words in order.

    A passage without words has -1.
    """
    numbers: dict[tuple[str, ...], int] = {(): -1}
    of_a, of_b = (
        np.array(
            [numbers.setdefault(tuple(w.form for w in words), len(numbers)) for words in side.words], np.int64
        )
        for side in (terms.a, terms.b)
    )
    return of_a, of_b


def _repeated(terms: Terms) -> Ints:
    """Pairs of passages of the same words, as keys: of a refrain the first with the first, and so on."""
    of_a, of_b = wordings(terms)
    places: dict[int, list[int]] = {}
    for j, wording in enumerate(of_b.tolist()):
        places.setdefault(wording, []).append(j)
    taken: dict[int, int] = {-1: len(of_b)}
    keys = []
    for i, wording in enumerate(of_a.tolist()):
        spots, number = places.get(wording, []), taken.get(wording, 0)
        if number < len(spots):
            keys.append(i * max(1, len(of_b)) + spots[number])
        taken[wording] = number + 1
    return np.array(keys, np.int64)


def _best(group: Ints, other: Ints, closeness: Ints, best: int) -> Flags:
    """Which pairs are among the best of their group; of equals, those with the lower other."""
    order = np.lexsort((other, -closeness, group))
    rank = np.empty(len(group), np.int64)
    _, counts = np.unique(group, return_counts=True)
    rank[order] = ranges(counts)
    return rank < best


def _lengths(side: Side, terms: Terms) -> Floats:
    """The length of each passage's vector of term weights; an empty passage has a length of 1."""
    passage, term = bag(side, len(terms.forms))
    square = np.bincount(passage, terms.weight[term] ** 2, minlength=side.passages)
    return np.where(square > 0, np.sqrt(square), 1.0)
