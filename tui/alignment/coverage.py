"""How much of one passage another says: the ground of most features."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tui.alignment.index import Sayings, bag, ranges
from tui.alignment.terms import Flags, Floats, Ints, Side, Terms


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


def coverage(passages: Ints, others: Ints, side: Side, said: Sayings, terms: Terms) -> Coverage:
    """How much of each of `passages` (of `side`) is said by the one beside it in `others`."""
    pair, held, strength = _held(passages, others, side, said)
    weight = terms.weight[held]
    name, number, content = terms.is_name[held], terms.is_number[held], ~terms.is_common[held]
    same = strength >= 1.0

    def total(values: Floats | Flags) -> Floats:
        return grouped(pair, values, len(passages))

    rarest = np.zeros(len(passages))
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
    passages: Ints, others: Ints, side: Side, said: Sayings, terms: Terms
) -> tuple[Floats, Floats]:
    """Of each of `passages`, the weight of all its terms and of those said by the one beside it."""
    pair, held, strength = _held(passages, others, side, said)
    weight = terms.weight[held]
    return grouped(pair, weight, len(passages)), grouped(pair, weight * strength, len(passages))


def _held(passages: Ints, others: Ints, side: Side, said: Sayings) -> tuple[Ints, Ints, Floats]:
    """Each different term of each of `passages`: the pair's number, the term, how well the other says it."""
    owner, term = bag(side, said.size)
    first = np.searchsorted(owner, np.arange(side.passages + 1))
    begin = first[passages]
    count = first[passages + 1] - begin
    held = term[np.repeat(begin, count) + ranges(count)]
    pair = np.repeat(np.arange(len(passages)), count)
    return pair, held, said.of(held, others[pair])


def grouped(group: Ints, values: Floats | Flags, size: int) -> Floats:
    """The sum of the values of each group."""
    return np.asarray(np.bincount(group, values.astype(np.float64), minlength=size), np.float64)


def dice(forward: Coverage, backward: Coverage) -> Floats:
    """Weight that both passages say, as a part of all their weight, 0 to 1."""
    return shared_part(forward.soft + backward.soft, forward.mass + backward.mass)


def shared_part(soft: Floats, mass: Floats) -> Floats:
    """What is said of all there is, rounded: summing in another order changes no order of scores."""
    return np.round(soft / np.maximum(mass, 1e-9), 9)
