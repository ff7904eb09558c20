"""How much of one passage another says: the ground of most features."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from tui.alignment.blocks import blocks
from tui.alignment.index import Sayings, bag, ranges
from tui.alignment.terms import Flags, Floats, Ints, Side, Terms
from tui.language.progress import UNTOLD, Share

MOST_TERMS = 1_000_000
"""Terms of passages that are looked up at once: bounds memory, and the time between calls of progress."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of each passage the one beside it says; weights unless told otherwise."""

    mass: Floats
    """Of all its terms."""
    soft: Floats
    """Of its terms that the other says, in the same or in like words (in part, then)."""
    plain: Floats
    """The same, of words that are neither names nor numbers nor function words."""
    names: Floats
    """The same, of names."""
    names_left: Floats
    """Of the names that the other does not hold."""
    numbers: Floats
    numbers_left: Floats
    rarest: Floats
    """Of the heaviest of its terms that the other says."""
    same: Floats
    """Number of terms, function words left out, that the other holds."""
    like: Floats
    """Number of terms, function words left out, that the other says."""


def coverage(
    passages: Ints, others: Ints, side: Side, said: Sayings, terms: Terms, share: Share = UNTOLD
) -> Coverage:
    """How much of each of `passages` (of `side`) is said by the one beside it in `others`."""
    found = [_coverage(held, terms) for held in _held(passages, others, side, said, share)]
    return Coverage(*(np.concatenate([getattr(c, f.name) for c in found]) for f in fields(Coverage)))


def _coverage(of: _Held, terms: Terms) -> Coverage:
    pair, held, strength = of.pair, of.term, of.strength
    weight = terms.weight[held]
    name, number, content = terms.is_name[held], terms.is_number[held], ~terms.is_common[held]
    same = strength >= 1.0

    def total(values: Floats | Flags) -> Floats:
        return grouped(pair, values, of.pairs)

    rarest = np.zeros(of.pairs)
    said_weight = weight * strength
    np.maximum.at(rarest, pair, said_weight)
    return Coverage(
        mass=total(weight),
        soft=total(said_weight),
        plain=total(said_weight * (content & ~name & ~number)),
        names=total(said_weight * name),
        names_left=total(weight * (name & ~same)),
        numbers=total(weight * (number & same)),
        numbers_left=total(weight * (number & ~same)),
        rarest=rarest,
        same=total(content & same),
        like=total(content & (strength > 0)),
    )


def weight_said(
    passages: Ints, others: Ints, side: Side, said: Sayings, terms: Terms, share: Share = UNTOLD
) -> tuple[Floats, Floats]:
    """Of each of `passages`, the weight of all its terms and of those said by the one beside it."""
    mass, soft = [], []
    for held in _held(passages, others, side, said, share):
        weight = terms.weight[held.term]
        mass.append(grouped(held.pair, weight, held.pairs))
        soft.append(grouped(held.pair, weight * held.strength, held.pairs))
    return np.concatenate(mass), np.concatenate(soft)


@dataclass(frozen=True, slots=True)
class _Held:
    """The different terms of the passages of some pairs, pair by pair."""

    pairs: int
    """How many pairs there are."""
    pair: Ints
    """Number of each term's pair."""
    term: Ints
    strength: Floats
    """How well the other passage says each term."""


def _held(passages: Ints, others: Ints, side: Side, said: Sayings, share: Share) -> Iterator[_Held]:
    """What the passages hold, for a block of pairs after another."""
    owner, term = bag(side, said.size)
    first = np.searchsorted(owner, np.arange(side.passages + 1))
    begin = first[passages]
    count = first[passages + 1] - begin
    for some, _ in blocks(count, MOST_TERMS, share):
        held = term[np.repeat(begin[some], count[some]) + ranges(count[some])]
        pair = np.repeat(np.arange(len(count[some])), count[some])
        yield _Held(len(count[some]), pair, held, said.of(held, others[some][pair]))


def grouped(group: Ints, values: Floats | Flags, size: int) -> Floats:
    """The sum of the values of each group."""
    return np.asarray(np.bincount(group, values.astype(np.float64), minlength=size), np.float64)


def dice(forward: Coverage, backward: Coverage) -> Floats:
    """Weight that both passages say, as a part of all their weight, 0 to 1."""
    return shared_part(forward.soft + backward.soft, forward.mass + backward.mass)


def shared_part(soft: Floats, mass: Floats) -> Floats:
    """What is said of all there is, rounded: summing in another order changes no order of scores."""
    return np.round(soft / np.maximum(mass, 1e-9), 9)
