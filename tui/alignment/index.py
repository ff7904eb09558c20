"""A sparse index of what each passage says, and the pairs of passages worth scoring.

Memory grows with the texts: pairs are accumulated for a chunk of A's passages at a time, and only
the best few of each passage are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui.alignment.blocks import blocks
from tui.alignment.resemblance import Resemblance
from tui.alignment.terms import Floats, Ints, Side, Terms
from tui.language.progress import UNTOLD, Progress, Share

BEST = 12
"""Candidates kept for each passage of either article."""
LONG_BEST = 3
"""The same in a long text."""
LONG_FLOOR = 0.2
"""Soft cosine below which, in a long text, a pair is not worth scoring."""
FREQUENT = 0.05
"""In a long text, the part of passages above which a term proposes no candidates: it is in too
many to tell one from another, and would make the work quadratic."""
LONG = 400
"""Passages from which a text counts as long."""
TABLE_CELLS = 1_000_000
"""Passages times terms up to which what passages say is looked up in a table of both: it is quicker than a
search, and no larger than a few megabytes."""
_CHUNK_CELLS = 4_000_000
"""Cells of one chunk of scores: bounds memory (8 bytes each)."""
_RANKED = 1_000_000
"""Pairs that are ranked at once."""
_SAID = 250_000
"""Terms of passages for which what resembles them is sorted at once."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """For one side, how well each passage says each term: sorted by (passage, term).

    A passage says the terms it holds with 1 and those its terms resemble with less.
    """

    keys: Ints
    """passage * size + term."""
    strength: Floats
    """How well: the strength of the best resemblance."""
    weight: Floats
    """The weights of the passage's terms that resemble the term, each times its strength, added."""
    size: int
    """Number of terms, at least 1."""

    def of(self, terms: Ints, passages: Ints) -> Floats:
        """How well each passage says the term beside it; 0 where it does not."""
        if not len(self.keys):
            return np.zeros(len(terms))
        wanted = passages * self.size + terms
        if (cells := int(max(self.keys[-1], wanted.max(initial=0))) + 1) <= TABLE_CELLS:
            table = np.zeros(cells)
            table[self.keys] = self.strength
            return np.asarray(table[wanted], np.float64)
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[at] == wanted, self.strength[at], 0.0)

    def anywhere(self) -> Floats:
        """How well the article says each term, in the passage that says it best."""
        best = np.zeros(self.size)
        np.maximum.at(best, self.keys % self.size, self.strength)
        return best

    def by_term(self) -> ByTerm:
        """The same, sorted by (term, passage)."""
        passage, term = np.divmod(self.keys, self.size)
        order = np.argsort(term, kind="stable")
        starts = np.searchsorted(term[order], np.arange(self.size + 1))
        return ByTerm(passage[order], self.strength[order], starts)


@dataclass(frozen=True, slots=True)
class ByTerm:
    """What one side's passages say, by term: those of term t from `starts[t]` to `starts[t + 1]`."""

    passages: Ints
    strength: Floats
    starts: Ints


def sayings(side: Side, terms: Terms, resemblance: Resemblance, share: Share = UNTOLD) -> Sayings:
    """What one side's passages say, by passage.

    Args:
        side: The article, by passage or by clause.
        terms: Both articles.
        resemblance: Which terms may stand for one another.
        share: Told how far the work is.
    """
    size = max(1, len(terms.forms))
    passage, term = bag(side, size)
    starts = np.searchsorted(resemblance.first, np.arange(size + 1))
    held = np.searchsorted(passage, np.arange(side.passages + 1))
    found = []
    for some, _ in blocks(np.diff(held), _SAID, share):
        here = slice(held[some.start], held[some.stop])
        found.append(_said(passage[here], term[here], starts, terms, resemblance))
    keys, strength, weight = (np.concatenate(arrays) for arrays in zip(*found, strict=True))
    return Sayings(keys, strength, weight, size)


def _said(
    passage: Ints, term: Ints, starts: Ints, terms: Terms, resemblance: Resemblance
) -> tuple[Ints, Floats, Floats]:
    """Keys, strengths and weights of the sayings of passages that hold these terms.

    Args:
        passage: Passage of each different term of each passage.
        term: That term.
        starts: Where in `resemblance` those that each term resembles begin.
        terms: Both articles.
        resemblance: Which terms may stand for one another.
    """
    size = max(1, len(terms.forms))
    count = np.diff(starts)[term]
    at = np.repeat(starts[term], count) + ranges(count)
    keys = np.concatenate([passage, np.repeat(passage, count)]) * size
    keys += np.concatenate([term, resemblance.second[at]])
    strength = np.concatenate([np.ones(len(term)), resemblance.strength[at]])
    weight = strength * np.concatenate([terms.weight[term], np.repeat(terms.weight[term], count)])
    order = np.lexsort((-strength, keys))
    keys, strength, weight = keys[order], strength[order], weight[order]
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    weight = np.add.reduceat(weight, first) if len(first) else weight
    return keys[first], strength[first], weight


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
    held = distinct(owner * max(1, size) + side.terms)
    return held // max(1, size), held % max(1, size)


def candidates(
    terms: Terms, said_b: Sayings, wordings: tuple[Ints, Ints], progress: Progress
) -> tuple[Ints, Ints]:
    """Pairs (a, b) of passages that say enough of the same, sorted.

    A pair's closeness is the cosine of its passages' weighted terms, where terms that resemble
    each other are not orthogonal ("soft cosine"). The BEST pairs of each passage are kept. In a
    long text those next to two passages that are each other's best are proposed too: stories are
    mostly told in one order, at least for a stretch.

    Args:
        terms: Both articles.
        said_b: What B's passages say.
        wordings: The number of each passage's wording (see `wordings`); repeated ones are candidates.
        progress: Told how far the work is.
    """
    rows, columns = terms.a.passages, max(1, terms.b.passages)
    long = rows + columns > LONG
    share = Share(progress, "aligning", 0.35, 0.65)
    share.tell(0.0)
    key, closeness = _close(terms, said_b, long, share.part(0.0, 0.7))
    share.tell(0.7)
    row, column = key // columns, key % columns
    rank_a = _rank(row, rows, closeness, share.part(0.7, 0.8))
    rank_b = _rank(column, columns, closeness, share.part(0.8, 0.9))
    share.tell(0.9)
    best = LONG_BEST if long else BEST
    found = [key[(rank_a < best) | (rank_b < best)], _repeated(*wordings)]
    if long:
        sure = (rank_a == 0) & (rank_b == 0)
        found.append(_beside(row[sure], column[sure], rows, columns))
    pairs = distinct(np.concatenate(found))
    return pairs // columns, pairs % columns


def _close(terms: Terms, said_b: Sayings, long: bool, share: Share) -> tuple[Ints, Ints]:
    """The pairs that say any of the same, as keys, and how close each is, in whole millionths.

    Whole, so that rounding in another order of summing makes no difference.
    """
    rows, columns = terms.a.passages, max(1, terms.b.passages)
    floor = LONG_FLOOR if long else 0.0
    owner, term = bag(terms.a, len(terms.forms))
    usable = ~terms.is_common
    if long:
        usable &= terms.frequency <= FREQUENT * (rows + columns)
    owner, term = owner[usable[term]], term[usable[term]]
    length_a, length_b = _lengths(terms.a, terms), _lengths(terms.b, terms)
    share.tell(0.02)
    # What B says by term, to find for each term of A the passages that say it.
    said_term = said_b.keys % said_b.size
    by_term = np.argsort(said_term, kind="stable")
    share.tell(0.04)
    starts = np.searchsorted(said_term[by_term], np.arange(said_b.size + 1))
    passage, weight = said_b.keys[by_term] // said_b.size, said_b.weight[by_term]
    chunk = max(1, _CHUNK_CELLS // columns)
    keys: list[Ints] = [np.zeros(0, np.int64)]
    close: list[Ints] = [np.zeros(0, np.int64)]
    for begin in range(0, rows, chunk):
        share.tell(0.05 + 0.95 * begin / rows)
        low, high = np.searchsorted(owner, (begin, begin + chunk))
        some = term[low:high]
        first = starts[some]
        count = starts[some + 1] - first
        at = ranges(count) + np.repeat(first, count)
        cell = np.repeat((owner[low:high] - begin) * columns, count) + passage[at]
        product = np.bincount(cell, np.repeat(terms.weight[some], count) * weight[at])
        found = np.flatnonzero(product)
        cosine = product[found] / (length_a[begin + found // columns] * length_b[found % columns])
        enough = cosine >= floor
        keys.append(begin * columns + found[enough])
        close.append(np.round(1e6 * cosine[enough]).astype(np.int64))
    return np.concatenate(keys), np.concatenate(close)


def _beside(a: Ints, b: Ints, rows: int, columns: int) -> Ints:
    """The pairs one passage on, and one back, in both articles, as keys."""
    next_a, next_b = np.concatenate([a + 1, a - 1]), np.concatenate([b + 1, b - 1])
    inside = (next_a >= 0) & (next_a < rows) & (next_b >= 0) & (next_b < columns)
    return np.asarray(next_a[inside] * columns + next_b[inside])


def distinct(keys: Ints) -> Ints:
    """The different ones of the keys, sorted; numpy's `unique` hashes, which is slower here."""
    ordered = np.sort(keys)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]


def wordings(terms: Terms) -> tuple[Ints, Ints]:
    """A number for the words of each passage of A and of B: the same for the same words in order.

    A passage without words has -1.
    """
    numbers: dict[tuple[str, ...], int] = {(): -1}
    of_a, of_b = (
        np.array(
            [numbers.setdefault(tuple([w.form for w in words]), len(numbers)) for words in side.words],
            np.int64,
        )
        for side in (terms.a, terms.b)
    )
    return of_a, of_b


def _repeated(of_a: Ints, of_b: Ints) -> Ints:
    """Pairs of passages of the same words, as keys: of a refrain the first with the first, and so on."""
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


def _rank(group: Ints, groups: int, closeness: Ints, share: Share) -> Ints:
    """The rank of each pair in its group, the closest first; of equals, the one that is listed first."""
    rank = np.empty(len(group), np.int64)
    span = closeness.max(initial=0) + 1
    # Some groups at a time: to sort all pairs of a book would take seconds.
    for block, _ in blocks(np.bincount(group, minlength=groups), _RANKED, share):
        some = np.flatnonzero((group >= block.start) & (group < block.stop))
        order = some[np.argsort(group[some] * span - closeness[some], kind="stable")]
        first = np.flatnonzero(np.diff(group[order], prepend=-1))
        rank[order] = ranges(np.diff(np.append(first, len(order))))
    return rank


def _lengths(side: Side, terms: Terms) -> Floats:
    """The length of each passage's vector of term weights; an empty passage has a length of 1."""
    passage, term = bag(side, len(terms.forms))
    square = np.bincount(passage, terms.weight[term] ** 2, minlength=side.passages)
    return np.where(square > 0, np.sqrt(square), 1.0)
