"""The joint vocabulary of two articles: its terms, their weights, and where each occurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from Stemmer import Stemmer

from tui.alignment.blocks import blocks
from tui.language.acronyms import acronyms, in_full
from tui.language.function_words import ENGLISH, function_words, language_of
from tui.language.progress import LETTERS, UNTOLD, Share
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

    def by_passage(self) -> list[list[int]]:
        """The terms of all passages as lists: numpy is slow where few are asked for at a time."""
        terms = self.terms.tolist()
        return [terms[low:high] for low, high in pairwise(self.starts.tolist())]


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


def index_terms(a: Sequence[str], b: Sequence[str], share: Share = UNTOLD) -> Terms:
    """Read the passages of both articles into one vocabulary.

    Args:
        a: Texts of A's passages; an empty one for a passage that is never matched.
        b: Texts of B's passages.
        share: Told how far the work is.
    """
    sides = _words_in_full(a, b, share.part(0.0, 0.8))
    share.tell(0.8)
    told = [[word.form for passage in side for word in passage] for side in sides]
    share.tell(0.83)
    seen = Counter(told[0])
    seen.update(told[1])
    language = language_of(seen)
    stem = Stemmer(language).stemWord
    stems = {form: stem(form) for form in seen}
    # Terms are numbered by their letters: then all that follows, to the last bit of every sum, is the
    # same when A and B change places.
    forms = tuple(sorted(set(stems.values())))
    share.tell(0.85)
    place = {root: number for number, root in enumerate(forms)}
    number = {form: place[root] for form, root in stems.items()}
    flat = [np.array([number[form] for form in side], np.int64) for side in told]
    share.tell(0.88)
    indexed = [_side(ids, side) for ids, side in zip(flat, sides, strict=True)]
    share.tell(0.9)
    # English words mean what the table says; those of another language that look alike do not.
    rows = word_vectors().rows if language == ENGLISH else {}
    surfaces = _surfaces(seen, stems, forms, rows)
    known, vectors = word_vectors().lookup(surfaces if rows else [])
    function = function_words()[language]
    common = np.array(
        [surface in function or rows.get(surface, COMMONEST) < COMMONEST for surface in surfaces], bool
    )
    share.tell(0.95)
    total = sum(len(side) for side in sides)
    frequency = _frequency(indexed, len(forms))
    share.tell(0.97)
    rarity = np.maximum(np.log((total + 1) / (frequency + 0.5)), 0.01) / np.log(total + 2)
    return Terms(
        forms,
        RAREST_WEIGHT * rarity * np.where(common, COMMON_WEIGHT, 1.0),
        frequency,
        np.array([form[0].isdigit() for form in forms], bool),
        _names(indexed, surfaces, rows),
        common,
        tuple(surfaces),
        language,
        known,
        vectors,
        *indexed,
    )


def _words_in_full(a: Sequence[str], b: Sequence[str], share: Share) -> list[list[tuple[Word, ...]]]:
    """The words of each passage, an acronym as the full name that either article tells.

    Passages of the same text share theirs.
    """
    both = [*a, *b]
    different = list(dict.fromkeys(both))
    told = {text: words(text, inside) for text, inside in _texts(different, share.part(0.0, 0.8))}
    names = acronyms((text, told[text]) for text, _ in _texts(both, share.part(0.8, 0.95)))
    full = {text: in_full(told[text], text, names) for text, _ in _texts(different, share.part(0.95, 1.0))}
    return [[full[text] for text in texts] for texts in (a, b)]


def _texts(texts: Sequence[str], share: Share) -> Iterator[tuple[str, Share]]:
    """The texts one by one, each with the share that reading it is; progress is told between them."""
    for block, inside in blocks([len(text) for text in texts], LETTERS, share):
        for text in texts[block]:
            yield text, inside


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
        pairs = np.sort(owner * max(1, size) + side.terms)
        pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=-1))]
        frequency += np.bincount(pairs % max(1, size), minlength=size)
    return frequency


def _names(sides: list[Side], surfaces: list[str], rows: Mapping[str, int]) -> Flags:
    """Terms that are names: with a capital inside sentences, or known only from their beginnings."""
    size = len(surfaces)
    inside = np.zeros((2, size))
    for side in sides:
        capital = np.array([word.capital for passage in side.words for word in passage], np.int64)
        starts = side.starts[:-1][np.diff(side.starts) > 0]
        within = np.ones(len(side.terms), bool)
        within[starts] = False
        told = side.terms[within] + size * capital[within]
        inside += np.bincount(told, minlength=2 * size).reshape(2, size)
    unknown = [surface.isalpha() and surface not in rows for surface in surfaces]
    lower, upper = inside
    return np.where(lower + upper > 0, upper > lower, np.array(unknown, bool))
