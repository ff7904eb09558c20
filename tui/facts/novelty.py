"""How new each word is: features of what of it, and of the words around it, the other article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, pairwise
from operator import attrgetter
from typing import Literal

import numpy as np
import numpy.typing as npt

from tui.alignment.coverage import grouped
from tui.alignment.index import Sayings, ranges
from tui.alignment.lexicon import Lexicon
from tui.alignment.terms import Flags, Floats, Ints, Side, Terms
from tui.language.progress import UNTOLD, Share

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


@dataclass(frozen=True, slots=True)
class Part:
    """One of the articles whose words are looked at together."""

    passages: slice
    words: slice
    said: Sayings
    """What the other article's passages say."""


@dataclass(frozen=True)
class Words:
    """The words of one article in reading order, beside the other article; or those of both.

    Both are looked at together because numpy is slow on few words. Places are told in all the passages put
    one after the other.
    """

    own: Side
    parts: tuple[Part, ...]
    terms: Terms
    texts: tuple[str, ...]
    """The passages."""
    start: Ints
    """Where each word starts in its passage."""
    end: Ints

    @cached_property
    def passage(self) -> Ints:
        """The passage of each word."""
        return np.repeat(np.arange(self.own.passages), np.diff(self.own.starts))

    @cached_property
    def part(self) -> Ints:
        """The number of the article of each word."""
        return np.repeat(np.arange(len(self.parts)), [p.words.stop - p.words.start for p in self.parts])

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
        return dict(zip(self.terms.surfaces, range(len(self.terms.surfaces)), strict=True))

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
    part = Part(slice(0, own.passages), slice(0, many), said)
    return Words(own, (part,), terms, tuple(texts), start, end)


def together(a: Words, b: Words) -> Words:
    """The words of A and then those of B."""
    passages, many = a.own.passages, len(a.start)
    own = Side(
        np.concatenate([a.own.terms, b.own.terms]),
        np.concatenate([a.own.starts, b.own.starts[1:] + many]),
        a.own.words + b.own.words,
    )
    part = Part(slice(passages, passages + b.own.passages), slice(many, many + len(b.start)), b.parts[0].said)
    start, end = np.concatenate([a.start, b.start]), np.concatenate([a.end, b.end])
    return Words(own, (a.parts[0], part), a.terms, a.texts + b.texts, start, end)


def word_features(words: Words, pairs: tuple[Ints, Ints, Floats], share: Share = UNTOLD) -> dict[str, Floats]:
    """The features of each word, by name.

    Args:
        words: The words of one article, or of both.
        pairs: Candidate pairs: passage of these (sorted), of the other article, and score.
        share: Told how far the work is.
    """
    share.tell(0.0)
    terms, passage, term = words.terms, words.passage, words.own.terms
    weight = terms.weight[term]
    first, last = words.own.starts[passage], words.own.starts[passage + 1] - 1
    number = np.arange(len(term))
    anywhere = np.concatenate([part.said.anywhere()[term[part.words]] for part in words.parts])
    share.tell(0.2)
    linked, best = _beside_candidates(words, pairs)
    share.tell(0.4)
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
    share.tell(0.7)
    found |= _windows(words, linked, anywhere)
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
    term, others = words.own.terms[word], np.repeat(other, count)
    strength = np.concatenate(
        [
            part.said.of(term[some], others[some])
            for part, some in zip(words.parts, _cut(words, word), strict=True)
        ]
    )
    many = len(words.own.terms)
    trusted = strength * np.repeat(np.sqrt(score), count)
    return highest(word, trusted, many), highest(word, strength, many)


def _cut(words: Words, word: Ints) -> list[slice]:
    """For each article which of some words are its own; A's come first."""
    ends = [int(np.count_nonzero(word < part.words.stop)) for part in words.parts]
    return [slice(low, high) for low, high in pairwise([0, *ends])]


def _windows(words: Words, linked: Floats, anywhere: Floats) -> dict[str, Floats]:
    """The means, by weight, of how well the other article says the words of a passage near to each."""
    weight = words.terms.weight[words.own.terms] + 1e-6
    whole, by_linked, by_any = (_totals(words, x) for x in (weight, weight * linked, weight * anywhere))
    number = np.arange(len(weight))
    begin, end = words.own.starts[words.passage], words.own.starts[words.passage + 1]
    found = {}
    for reach in WINDOWS:
        # The totals have one entry more for each article than it has words.
        low = np.maximum(begin, number - reach) + words.part
        high = np.minimum(end, number + reach + 1) + words.part
        size = np.maximum(whole[high] - whole[low], 1e-9)
        found[f"said by linked within {reach}"] = (by_linked[high] - by_linked[low]) / size
        if reach in WIDE_WINDOWS:
            found[f"said anywhere within {reach}"] = (by_any[high] - by_any[low]) / size
    return found


def _totals(words: Words, amounts: Floats) -> Floats:
    """The sums of the amounts of each article's first words: of none, of one, and so on."""
    nothing = np.zeros(1)
    return np.concatenate(
        [total for part in words.parts for total in (nothing, np.cumsum(amounts[part.words]))]
    )


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
        words: The words of one article, or of both.
        found: Their features.
        probability: How likely each is part of a fact that only its article has.
        pairs: Candidate pairs: passage of these (sorted), of the other article, and score.
    """
    passage, many = words.passage, words.own.passages
    weight, size = found["weight"], np.maximum(1, np.diff(words.own.starts))
    odds = logit(probability)

    def mean(values: Floats) -> Floats:
        return np.asarray(grouped(passage, values, many) / size)

    def weighted(values: Floats) -> Floats:
        return grouped(passage, values * weight, many) / np.maximum(grouped(passage, weight, many), 1e-9)

    worded = np.flatnonzero(np.diff(words.own.starts))
    begin = words.own.starts[worded]

    def most(values: Floats) -> Floats:
        """The highest of each passage; 0 where it has no word."""
        out = np.zeros(many)
        out[worded] = np.maximum.reduceat(values, begin)
        return out

    sizes = np.array([part.passages.stop - part.passages.start for part in words.parts], np.int64)
    number, of = ranges(sizes), np.repeat(sizes, sizes)
    article_said = [_average(found["said by linked"][p.words], weight[p.words] + 1e-6) for p in words.parts]
    return {
        "linked": logit(highest(pairs[0], pairs[2], many)),
        "links": np.log1p(grouped(pairs[0], pairs[2], many)),
        "said by linked": weighted(found["said by linked"]),
        "said best": weighted(found["said best"]),
        "said anywhere": weighted(found["said anywhere"]),
        "new": mean(found["new"]),
        "length": np.log(size),
        "weight": np.log1p(grouped(passage, weight, many)),
        "late": number / of,
        "lead": np.exp(-number / NEAR_EDGE),
        "most said": most(found["said by linked within 4"]),
        "least said": -most(-found["said by linked within 4"]),
        "most said, wide": most(found["said by linked within 8"]),
        "least said, wide": -most(-found["said by linked within 8"]),
        "speech": highest(passage, found["speech"], many),
        "quoted": mean(found["quoted"]),
        "article said": np.repeat(np.array(article_said, np.float64), sizes),
        "unique": mean(probability),
        "unique, odds": mean(odds),
        "most unique": most(odds),
        "least unique": -most(-odds),
    }


def _average(values: Floats, weights: Floats) -> float:
    """The mean by weight; 0 of none."""
    return float(np.average(values, weights=weights)) if len(values) else 0.0


def highest(group: Ints, values: Floats, size: int) -> Floats:
    """The highest value of each group, 0 for none."""
    out = np.zeros(size)
    np.maximum.at(out, group, values)
    return out


def logit(p: Floats) -> Floats:
    """Log odds, kept finite."""
    p = np.clip(p, 0.01, 0.99)
    return np.asarray(np.log(p / (1 - p)))
