"""The joint vocabulary of two articles: its terms, their weights, and where each occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from Stemmer import Stemmer

from tui.language.function_words import ENGLISH, function_words, language_of
from tui.language.vectors import word_vectors
from tui.language.words import Word, words

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

COMMONEST = 200
"""English words that count as function words too: the first of the vector table, in order of frequency."""
RAREST_WEIGHT = 3.0
"""About the weight of a term that stands in one passage only, however long the texts are: weights
are divided by the greatest there can be, so that scores mean the same in a brief and in a book."""
COMMON_WEIGHT = 0.25
"""What of its weight a function word keeps; fitted with the other weights (scripts/fit_alignment.py)."""


@dataclass(frozen=True, slots=True)
class Side:
    """One article's terms, passage by passage, as one flat array."""

    terms: Ints
    """Term of each word, in reading order."""
    starts: Ints
    """Where each passage begins in `terms`; one more entry than passages."""
    words: tuple[tuple[Word, ...], ...]
    """The words themselves, by passage."""

    @property
    def passages(self) -> int:
        """Number of passages."""
        return len(self.starts) - 1

    def passage_terms(self, index: int) -> Ints:
        """The terms of one passage, in order."""
        return self.terms[self.starts[index] : self.starts[index + 1]]


@dataclass(frozen=True, slots=True)
class Terms:
    """The joint vocabulary, and both articles told in it."""

    forms: tuple[str, ...]
    """The stem of each term."""
    weight: Floats
    """How much sharing a term says: its inverse document frequency, less for function words."""
    frequency: Floats
    """In how many passages of the two articles together each term stands."""
    is_number: Flags
    is_name: Flags
    """Terms written with a capital wherever they stand inside a sentence."""
    is_common: Flags
    """Function words."""
    surfaces: tuple[str, ...]
    """The commonest written form of each term, for looking up its meaning."""
    language: str
    """The language both articles are written in, as far as their function words tell."""
    known: Ints
    """The terms whose meaning is known, English ones only."""
    vectors: npt.NDArray[np.float32]
    """The meaning of each of these, a unit vector a row."""
    a: Side
    b: Side


def index_terms(a: Sequence[str], b: Sequence[str]) -> Terms:
    """Read the passages of both articles into one vocabulary.

    Args:
        a: Texts of A's passages; an empty one for a passage that is never matched.
        b: Texts of B's passages.
    """
    sides = [[tuple(words(text)) for text in texts] for texts in (a, b)]
    seen = Counter(word.form for side in sides for passage in side for word in passage)
    language = language_of(seen)
    stem = Stemmer(language).stemWord
    stems = {form: stem(form) for form in seen}
    numbers: dict[str, int] = {}
    capitals: dict[int, list[int]] = {}
    flat: list[list[int]] = []
    for side in sides:
        ids: list[int] = []
        for passage in side:
            for position, word in enumerate(passage):
                term = numbers.setdefault(stems[word.form], len(numbers))
                tally = capitals.setdefault(term, [0, 0, 0])
                tally[2 if position == 0 else word.capital] += 1
                ids.append(term)
        flat.append(ids)
    # Terms are numbered by their letters: then all that follows, to the last bit of every sum, is the
    # same when A and B change places.
    forms = tuple(sorted(numbers))
    renumbered = np.empty(len(forms), np.int64)
    renumbered[[numbers[form] for form in forms]] = np.arange(len(forms))
    capital_counts = [capitals[numbers[form]] for form in forms]
    # English words mean what the table says; those of another language that look alike do not.
    rows = word_vectors().rows if language == ENGLISH else {}
    surfaces = _surfaces(seen, stems, forms, rows)
    known, vectors = word_vectors().lookup(surfaces if rows else [])
    function = function_words()[language]
    common = np.array(
        [surface in function or rows.get(surface, COMMONEST) < COMMONEST for surface in surfaces], bool
    )
    total = sum(len(side) for side in sides)
    indexed = [
        _side(renumbered[np.array(ids, np.int64)], side) for ids, side in zip(flat, sides, strict=True)
    ]
    frequency = _frequency(indexed, len(forms))
    rarity = np.maximum(np.log((total + 1) / (frequency + 0.5)), 0.01) / np.log(total + 2)
    return Terms(
        forms,
        RAREST_WEIGHT * rarity * np.where(common, COMMON_WEIGHT, 1.0),
        frequency,
        np.array([form[0].isdigit() for form in forms], bool),
        np.array([_is_name(*told, rows) for told in zip(capital_counts, surfaces, strict=True)], bool),
        common,
        tuple(surfaces),
        language,
        known,
        vectors,
        *indexed,
    )


def _surfaces(
    counts: Mapping[str, int], stems: dict[str, str], forms: tuple[str, ...], rows: Mapping[str, int]
) -> list[str]:
    """The commonest written form of each term; of equals the commonest in the language, then by letters."""
    best: dict[str, tuple[int, int, str]] = {}
    for form, count in counts.items():
        key = -count, rows.get(form, len(rows)), form
        stem = stems[form]
        if stem not in best or key < best[stem]:
            best[stem] = key
    return [best[form][2] for form in forms]


def _side(ids: Ints, passages: list[tuple[Word, ...]]) -> Side:
    starts = np.zeros(len(passages) + 1, np.int64)
    np.cumsum([len(p) for p in passages], out=starts[1:])
    return Side(ids, starts, tuple(passages))


def _frequency(sides: list[Side], size: int) -> Floats:
    frequency = np.zeros(size)
    for side in sides:
        owner = np.repeat(np.arange(side.passages), np.diff(side.starts))
        pairs = np.unique(owner * max(1, size) + side.terms)
        frequency += np.bincount(pairs % max(1, size), minlength=size)
    return frequency


def _is_name(tally: list[int], surface: str, rows: Mapping[str, int]) -> bool:
    """Whether a term is a name: capital inside sentences, or known only from their beginnings."""
    lower, capital, first = tally
    if lower or capital:
        return capital > lower
    return first > 0 and surface.isalpha() and surface not in rows
