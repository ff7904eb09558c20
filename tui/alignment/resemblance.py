"""Which terms may stand for one another: the same meaning, or the same name spelt otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np
from rapidfuzz import fuzz, process

from tui.alignment.blocks import blocks
from tui.alignment.terms import Floats, Ints, Terms
from tui.language.progress import UNTOLD, Share

MEANING_FLOOR = 0.45
"""Cosine of two words' vectors below which they are not taken for the same thing."""
SPELLING_FLOOR = 80.0
"""rapidfuzz ratio below which two spellings are not one name."""
PREFIX = 3
"""Letters that two spellings of one name begin with; keeps the search linear in practice."""
_CHUNK = 1024
_COMPARED = 1_000_000
"""Pairs of spellings that are compared between two calls of progress."""


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


def resemblances(terms: Terms, share: Share = UNTOLD) -> Resemblance:
    """All pairs of terms that may stand for one another.

    Args:
        terms: Both articles.
        share: Told how far the work is.
    """
    found = dict(_by_meaning(terms, share.part(0.0, 0.4)))
    for pair, spelling in _by_spelling(terms, share.part(0.4, 0.9)):
        found[pair] = max(spelling, found.get(pair, 0.0))
    share.tell(0.9)
    both = sorted([(t, u, s) for (t, u), s in found.items()] + [(u, t, s) for (t, u), s in found.items()])
    if not both:
        return Resemblance(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    first, second, strength = zip(*both, strict=True)
    return Resemblance(np.array(first, np.int64), np.array(second, np.int64), np.array(strength))


def _by_meaning(terms: Terms, share: Share) -> list[tuple[tuple[int, int], float]]:
    """Words close in meaning; numbers, names and function words mean only themselves."""
    known, vectors = terms.known, terms.vectors
    plain = ~(terms.is_number | terms.is_name | terms.is_common)[known]
    known, vectors = known[plain], vectors[plain]
    found = []
    for begin in range(0, len(known), _CHUNK):
        share.tell(begin / len(known))
        cosine = vectors[begin : begin + _CHUNK] @ vectors.T
        for row, column in np.argwhere(cosine >= MEANING_FLOOR):
            t, u = begin + row, column
            if t < u:
                found.append(((int(known[t]), int(known[u])), float(cosine[row, column])))
    return found


def _by_spelling(terms: Terms, share: Share) -> list[tuple[tuple[int, int], float]]:
    """Words with nearly the same letters: variants of a name, inflections the stemmer missed."""
    groups: dict[str, list[int]] = defaultdict(list)
    unknown = np.ones(len(terms.forms), bool)
    unknown[terms.known] = False
    for term, form in enumerate(terms.forms):
        if len(form) > PREFIX and form.isalpha():
            groups[form[:PREFIX]].append(term)
    several = [group for group in groups.values() if len(group) > 1]
    found = []
    for block, _ in blocks([len(group) ** 2 for group in several], _COMPARED, share):
        for group in several[block]:
            forms = [terms.forms[t] for t in group]
            ratio = process.cdist(forms, forms, scorer=fuzz.ratio, score_cutoff=SPELLING_FLOOR)
            for row, column in np.argwhere(ratio > 0):
                t, u = group[row], group[column]
                names = terms.is_name[t] and terms.is_name[u]
                if t < u and (names or (unknown[t] and unknown[u])):
                    found.append(((t, u), float(ratio[row, column]) / 100))
    return found
