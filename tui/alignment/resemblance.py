"""Which terms may stand for one another: the same meaning, or the same name spelt otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from rapidfuzz import fuzz, process

from tui.alignment.terms import Floats, Ints, Terms

MEANING_FLOOR = 0.45
"""Cosine of two words' vectors below which they are not taken for the same thing."""
SPELLING_FLOOR = 80.0
"""rapidfuzz ratio below which two spellings are not one name."""
PREFIX = 3
"""Letters that two spellings of one name begin with; keeps the search linear in practice."""
_CHUNK = 1024


@dataclass(frozen=True)
class Resemblance:
    """Pairs of different terms that resemble each other, both ways round, sorted by the first."""

    first: Ints
    second: Ints
    strength: Floats
    """0 to 1; a term resembles itself with 1 (not listed)."""

    def of(self, term: int) -> Mapping[int, float]:
        """The terms that resemble one, with the strength of each."""
        return self.by_term.get(term, _NONE)

    @cached_property
    def by_term(self) -> dict[int, dict[int, float]]:
        """For each term that resembles any, those it resembles, with the strength of each."""
        found: dict[int, dict[int, float]] = {}
        listed = zip(self.first.tolist(), self.second.tolist(), self.strength.tolist(), strict=True)
        for term, other, strength in listed:
            found.setdefault(term, {})[other] = strength
        return found


_NONE: Mapping[int, float] = MappingProxyType({})


def resemblances(terms: Terms) -> Resemblance:
    """All pairs of terms that may stand for one another."""
    found = dict(_by_meaning(terms))
    for pair, spelling in _by_spelling(terms):
        found[pair] = max(spelling, found.get(pair, 0.0))
    both = sorted([(t, u, s) for (t, u), s in found.items()] + [(u, t, s) for (t, u), s in found.items()])
    if not both:
        return Resemblance(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    first, second, strength = zip(*both, strict=True)
    return Resemblance(np.array(first, np.int64), np.array(second, np.int64), np.array(strength))


def _by_meaning(terms: Terms) -> list[tuple[tuple[int, int], float]]:
    """Words close in meaning; numbers, names and function words mean only themselves."""
    known, vectors = terms.known, terms.vectors
    plain = ~(terms.is_number | terms.is_name | terms.is_common)[known]
    known, vectors = known[plain], vectors[plain]
    found = []
    for begin in range(0, len(known), _CHUNK):
        cosine = vectors[begin : begin + _CHUNK] @ vectors.T
        for row, column in np.argwhere(cosine >= MEANING_FLOOR):
            t, u = begin + row, column
            if t < u:
                found.append(((int(known[t]), int(known[u])), float(cosine[row, column])))
    return found


def _by_spelling(terms: Terms) -> list[tuple[tuple[int, int], float]]:
    """Words with nearly the same letters: variants of a name, inflections the stemmer missed."""
    groups: dict[str, list[int]] = defaultdict(list)
    unknown = np.ones(len(terms.forms), bool)
    unknown[terms.known] = False
    for term, form in enumerate(terms.forms):
        if len(form) > PREFIX and form.isalpha():
            groups[form[:PREFIX]].append(term)
    found = []
    for group in groups.values():
        forms = [terms.forms[t] for t in group]
        if len(forms) < 2:
            continue
        ratio = process.cdist(forms, forms, scorer=fuzz.ratio, score_cutoff=SPELLING_FLOOR)
        for row, column in np.argwhere(ratio > 0):
            t, u = group[row], group[column]
            names = terms.is_name[t] and terms.is_name[u]
            if t < u and (names or (unknown[t] and unknown[u])):
                found.append(((t, u), float(ratio[row, column]) / 100))
    return found
