"""How new each word is: features of what of it, and of the words around it, the other article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from typing import Literal

import numpy as np
import numpy.typing as npt

from tui.alignment.coverage import grouped
from tui.alignment.index import Sayings, ranges
from tui.alignment.lexicon import Lexicon
from tui.alignment.terms import Flags, Floats, Ints, Side, Terms

WINDOWS = (1, 2, 4, 8)
"""Words to either side of one over which is averaged how well the linked passages say them."""
WIDE_WINDOWS = (2, 8)
"""The same, of what the other article says anywhere."""
NEAR_EDGE = 3.0
"""Words after which the nearness to a passage's start or end has fallen to about a third."""
_QUOTATION, _MARK, _GLUE, _APOSTROPHE, _S = 1, 2, 4, 8, 16
"""Kinds of sign; one sign may be of several."""
_SIGNS = {
    _QUOTATION: '“”"«»„',  # open or close a quotation: after an odd number of them a word is inside
    _MARK: ',;:—–()“”"«»„。、，；：',  # a phrase may begin at them
    _GLUE: "-‐‑/.:’'&",  # with no blank beside them they make one thing of two words (`stay-at-home`, `9:25`)
    _APOSTROPHE: "'’",
    _S: "s",
}

# English words by which phrases begin, by their commonest written form; elsewhere marks alone tell.
_SPEECH = frozenset(
    "said says say told tells according added stated announced reported confirmed wrote".split()
)
_PRONOUNS = frozenset("he she it they i we you his her their its who which that".split())
_PREPOSITIONS = frozenset(
    "or with for by in on at from during into near off over between through under until about against".split()
)
_CONJUNCTIONS = frozenset(
    "and but who which that as while after before when because where whose since although though if".split()
)
_HOLDS_ON = frozenset("the a an his her their its of in on at by for to with".split())
"""Words that no phrase ends with."""


@dataclass(frozen=True)
class Words:
    """The words of one article in reading order, beside the other article.

    Places are told in all its passages put one after the other.
    """

    own: Side
    said: Sayings
    """What the other article's passages say."""
    terms: Terms
    texts: tuple[str, ...]
    """The article's passages."""
    start: Ints
    """Where each word starts in its passage."""
    end: Ints

    @cached_property
    def passage(self) -> Ints:
        """The passage of each word."""
        return np.repeat(np.arange(self.own.passages), np.diff(self.own.starts))

    @cached_property
    def offset(self) -> Ints:
        """The place where the passage of each word begins."""
        return np.cumsum([0, *map(len, self.texts)], dtype=np.int64)[self.passage]

    @cached_property
    def place(self) -> Ints:
        """The place where each word starts."""
        return self.offset + self.start

    @cached_property
    def reached(self) -> Ints:
        """The place where the word before each ends; before the first of a passage, where that begins."""
        return self.offset + np.where(self._follows, np.roll(self.end, 1), 0)

    @cached_property
    def glued(self) -> Flags:
        """Whether no blank stands between each word and the one before it, or that one owns it (`Ann's`)."""
        glue = self._places(_GLUE)
        between = np.searchsorted(glue, self.place) - np.searchsorted(glue, self.reached)
        owner = self._follows & (self.reached - self.offset >= len("'s"))
        owned = owner.copy()
        at = self.reached[owner]
        owned[owner] = (self._signs[at - 1] & _S > 0) & (self._signs[at - 2] & _APOSTROPHE > 0)
        gap = self.place - self.reached
        return np.asarray(self._follows & (owned | (gap <= 0) | (between == gap)), np.bool_)

    @cached_property
    def term_of(self) -> dict[str, int]:
        """The term of each commonest written form."""
        return {surface: term for term, surface in enumerate(self.terms.surfaces)}

    @cached_property
    def quoted(self) -> Flags:
        """Whether each word stands inside quotation marks."""
        marks = self._places(_QUOTATION)
        before = np.searchsorted(marks, self.place, "right") - np.searchsorted(marks, self.offset)
        return np.asarray(before % 2 == 1, np.bool_)

    @cached_property
    def after_mark(self) -> Flags:
        """Whether a mark stands between each word and the one before it in its passage."""
        marks = self._places(_MARK)
        return np.searchsorted(marks, self.place) > np.searchsorted(marks, self.reached)

    def _places(self, kind: int) -> Ints:
        """The places where signs of a kind stand, in order."""
        return np.flatnonzero(self._signs & kind)

    @cached_property
    def _follows(self) -> Flags:
        """Whether a word stands before each in its passage."""
        return np.asarray(np.diff(self.passage, prepend=-1) == 0, np.bool_)

    @cached_property
    def _signs(self) -> npt.NDArray[np.uint8]:
        """The kinds of sign that each character is, in bits."""
        kinds = _sign_kinds()
        text = "".join(self.texts).encode("utf-32-le", "surrogatepass")
        return kinds[np.minimum(np.frombuffer(text, np.uint32), len(kinds) - 1)]


@cache
def _sign_kinds() -> npt.NDArray[np.uint8]:
    """The kinds of sign that each code point is, in bits; the last, none, stands for all after it."""
    kinds = np.zeros(max(map(ord, "".join(_SIGNS.values()))) + 2, np.uint8)
    for kind, signs in _SIGNS.items():
        kinds[[ord(sign) for sign in signs]] |= kind
    return kinds


def words_of(side: Literal["a", "b"], lexicon: Lexicon, texts: Sequence[str]) -> Words:
    """The words of article A or B, whose passages these are."""
    passages, terms = lexicon.passages, lexicon.terms
    own, said = (terms.a, passages.said_b) if side == "a" else (terms.b, passages.said_a)
    many = len(own.terms)
    start, end = (
        np.fromiter(map(attrgetter(name), chain.from_iterable(own.words)), np.int64, many)
        for name in ("start", "end")
    )
    return Words(own, said, terms, tuple(texts), start, end)


def word_features(words: Words, pairs: tuple[Ints, Ints, Floats]) -> dict[str, Floats]:
    """The features of each word, by name.

    Args:
        words: The words of one article.
        pairs: Candidate pairs: passage of this article (sorted), of the other, and score.
    """
    terms, passage, term = words.terms, words.passage, words.own.terms
    weight = terms.weight[term]
    first, last = words.own.starts[passage], words.own.starts[passage + 1] - 1
    number = np.arange(len(term))
    anywhere = words.said.anywhere()[term]
    linked, best = _beside_candidates(words, pairs)
    found = {
        "said by linked": linked,
        "said best": best,
        "said anywhere": anywhere,
        "new": (anywhere < 0.5) & ~terms.is_common[term],
        "weight": weight,
        "function word": terms.is_common[term],
        "name": terms.is_name[term],
        "number": terms.is_number[term],
        "near start": np.exp((first - number) / NEAR_EDGE),
        "near end": np.exp((number - last) / NEAR_EDGE),
        "place": (number - first) / np.maximum(1, last - first + 1),
        "length": np.log(np.maximum(1, last - first + 1)),
        "speech": _among(words, _SPEECH),
        "pronoun": _among(words, _PRONOUNS),
        "quoted": words.quoted,
        "after mark": words.after_mark,
        "linked": logit(highest(pairs[0], pairs[2], words.own.passages))[passage],
    }
    for reach in WINDOWS:
        around = _Window(words, reach)
        found[f"said by linked within {reach}"] = around.mean(linked)
        if reach in WIDE_WINDOWS:
            found[f"said anywhere within {reach}"] = around.mean(anywhere)
    return {name: np.asarray(values, np.float64) for name, values in found.items()}


def gap_features(words: Words) -> dict[str, Floats]:
    """The features of the gap before each word, at which a phrase may begin, by name."""
    terms, term = words.terms, words.own.terms
    mark, conjunction = words.after_mark, _among(words, _CONJUNCTIONS)
    name = terms.is_name[term]
    found = {
        "always": np.ones(len(term)),
        "mark": mark,
        "preposition": _among(words, _PREPOSITIONS),
        "conjunction": conjunction,
        "mark and conjunction": mark & conjunction,
        "of": _among(words, frozenset({"of"})),
        "to": _among(words, frozenset({"to"})),
        "within phrase": _before(_among(words, _HOLDS_ON)),
        "within name": name & _before(name),
        "speech": _among(words, _SPEECH),
    }
    return {name: np.asarray(values, np.float64) for name, values in found.items()}


def _beside_candidates(words: Words, pairs: tuple[Ints, Ints, Floats]) -> tuple[Floats, Floats]:
    """How well a passage that its own may be linked to says each word: by trust in the link, and at best."""
    own, other, score = pairs
    begin = words.own.starts[own]
    count = words.own.starts[own + 1] - begin
    word = np.repeat(begin, count) + ranges(count)
    strength = words.said.of(words.own.terms[word], np.repeat(other, count))
    many = len(words.own.terms)
    trusted = strength * np.repeat(np.sqrt(score), count)
    return highest(word, trusted, many), highest(word, strength, many)


class _Window:
    """The words of its passage that are no further off from each word."""

    def __init__(self, words: Words, reach: int) -> None:
        self._weight = words.terms.weight[words.own.terms] + 1e-6
        number = np.arange(len(self._weight))
        self._low = np.maximum(words.own.starts[words.passage], number - reach)
        self._high = np.minimum(words.own.starts[words.passage + 1], number + reach + 1)
        self._all = np.maximum(self._total(self._weight), 1e-9)

    def mean(self, values: Floats) -> Floats:
        """The mean of the values over them, by weight."""
        return np.asarray(self._total(self._weight * values) / self._all, np.float64)

    def _total(self, amounts: Floats) -> Floats:
        added = np.concatenate([[0.0], np.cumsum(amounts)])
        return np.asarray(added[self._high] - added[self._low], np.float64)


def _among(words: Words, listed: frozenset[str]) -> Flags:
    """Which words are, in the commonest written form of their terms, among those listed."""
    flags = np.zeros(len(words.terms.surfaces), bool)
    flags[[words.term_of[word] for word in listed if word in words.term_of]] = True
    return flags[words.own.terms]


def _before(flags: Flags) -> Flags:
    """The flag of the word before each."""
    return np.concatenate([np.zeros(min(1, len(flags)), bool), flags[:-1]])


def passage_features(
    words: Words, found: dict[str, Floats], probability: Floats, pairs: tuple[Ints, Ints, Floats]
) -> dict[str, Floats]:
    """The features of each passage, by name: of its words, and of how sure they are to be unique.

    Args:
        words: The words of one article.
        found: Their features.
        probability: How likely each is part of a fact that only this article has.
        pairs: Candidate pairs: passage of this article (sorted), of the other, and score.
    """
    passage, many = words.passage, words.own.passages
    weight, size = found["weight"], np.maximum(1, np.diff(words.own.starts))
    odds = logit(probability)

    def mean(values: Floats) -> Floats:
        return np.asarray(grouped(passage, values, many) / size)

    def weighted(values: Floats) -> Floats:
        return grouped(passage, values * weight, many) / np.maximum(grouped(passage, weight, many), 1e-9)

    def most(values: Floats) -> Floats:
        """The highest of each passage; 0 where it has no word."""
        out = np.full(many, -np.inf)
        np.maximum.at(out, passage, values)
        return np.where(np.isfinite(out), out, 0.0)

    number = np.arange(many)
    return {
        "linked": logit(highest(pairs[0], pairs[2], many)),
        "links": np.log1p(grouped(pairs[0], pairs[2], many)),
        "said by linked": weighted(found["said by linked"]),
        "said best": weighted(found["said best"]),
        "said anywhere": weighted(found["said anywhere"]),
        "new": mean(found["new"]),
        "length": np.log(size),
        "weight": np.log1p(grouped(passage, weight, many)),
        "late": number / max(1, many),
        "lead": np.exp(-number / NEAR_EDGE),
        "most said": most(found["said by linked within 4"]),
        "least said": -most(-found["said by linked within 4"]),
        "most said, wide": most(found["said by linked within 8"]),
        "least said, wide": -most(-found["said by linked within 8"]),
        "speech": highest(passage, found["speech"], many),
        "quoted": mean(found["quoted"]),
        "article said": np.full(
            many, np.average(found["said by linked"], weights=weight + 1e-6) if len(weight) else 0
        ),
        "unique": mean(probability),
        "unique, odds": mean(odds),
        "most unique": most(odds),
        "least unique": -most(-odds),
    }


def highest(group: Ints, values: Floats, size: int) -> Floats:
    """The highest value of each group, 0 for none."""
    out = np.zeros(size)
    np.maximum.at(out, group, values)
    return out


def logit(p: Floats) -> Floats:
    """Log odds, kept finite."""
    p = np.clip(p, 0.01, 0.99)
    return np.asarray(np.log(p / (1 - p)))
