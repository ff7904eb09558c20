"""Words of a text with what their capitals tell: the ground that names are found on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.language.values import gazetteer as gaz
from tui.language.values.pieces import Pieces
from tui.language.values.tables import word_set

LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(\b(?:[^\W\d_a-z]\.){2,}(?:[A-Z]\b)?"  # dotted
    r"|\b[A-Z]\.(?=[ \u00a0][A-Z])"  # initial
    rf"|{LETTERS}+(?:[’'](?![sS]\b){LETTERS}+)*(?:-{LETTERS}+(?:[’'](?![sS]\b){LETTERS}+)*)*"  # word
    r"|[’']\s?[sS]\b"  # own
    r"|\d+"
    r"|\n"
    r"|[^\s\w])"
)
ABBREVIATED = word_set(
    "mr mrs ms dr prof lt sgt capt cmdr gen col maj cpl adm rev sen rep gov jr sr st mt no"
)
_CARRIES = frozenset("([-–—'’")
"""Marks after which a sentence opens where it did before them."""
_OPENS = frozenset('.!?:“”"„«»‘•|*…')
_LONG_WORD = re.compile(rf"{LETTERS}{{3,}}")
_TITLE_SHARE = 0.8  # of the longer words of a line: above it, capitals tell nothing


class CasedWord(NamedTuple):
    """A word or mark."""

    kind: str
    """`word`, `dotted` (`U.S.`), `initial`, `own` (a possessive `'s`), `number` or `mark`."""
    text: str
    low: str
    """Case-folded, without a point at its end."""
    start: int
    end: int
    spaced: bool
    """Whether a space stands before it."""
    capital: bool
    """Whether it is written with a capital."""


@dataclass(frozen=True, slots=True)
class Case:
    """How often each word stands capitalised inside sentences, and how often in lower case."""

    capital: Counter[str]
    lower: Counter[str]

    def is_name(self, word: str) -> bool:
        """Whether a word whose capital tells nothing here is a name elsewhere in the article."""
        return self.capital[word] > 0 and self.capital[word] >= self.lower[word]

    def is_common(self, word: str) -> bool:
        """Whether a word is an ordinary one: often at the start of sentences, or in lower case here."""
        return word in gaz.STARTERS or self.lower[word] > self.capital[word]


class CasedWords(Pieces[CasedWord]):
    """The words and marks of a text, with what their place says of their capitals."""

    def __init__(self, text: str) -> None:
        super().__init__(_cut_at_hyphens(_TOKEN.split(text)))
        self._text = text
        lines = text.split("\n")
        self._line_ends = list(accumulate(len(line) + 1 for line in lines))
        self._line_titled = [_is_title_case(line) for line in lines]

    @cached_property
    def capitals(self) -> list[int]:
        """Where the words with a capital stand."""
        capital = {word for word in set(self._words) if _shape(word).capital}
        return [i for i, word in enumerate(self._words) if word in capital]

    def case(self) -> Case:
        """How the text writes each word where its capital is its own."""
        own = (_shape(self._words[i]) for i in self.capitals if not self.opens(i) and not self.titled(i))
        capital = Counter(shape.low for shape in own if shape.kind == "word")
        counts = Counter(self._words)
        lower = Counter(
            {word: count for word, count in counts.items() if word[0].islower() and word[1:2] != "."}
        )
        for word in [word for word in lower if word != word.casefold()]:  # iPhone
            lower[word.casefold()] += lower.pop(word)
        return Case(capital, lower)

    def _make(self, i: int) -> CasedWord:
        text, start = self._words[i], self._starts[i]
        kind, low, capital = _shape(text)
        spaced = text == "\n" or start == 0 or self._text[start - 1].isspace()
        return CasedWord(kind, text, low, start, self._ends[i], spaced, capital)

    def low(self, i: int) -> str:
        """A word as `CasedWord.low` has it."""
        return _shape(self._words[i]).low

    def plain(self, i: int) -> bool:
        """Whether this is a word in small letters."""
        kind, _, capital = _shape(self._words[i])
        return kind == "word" and not capital

    def titled(self, i: int) -> bool:
        """Whether a word stands in a line set in title case."""
        return self._line_titled[bisect_right(self._line_ends, self._starts[i])]

    def opens(self, i: int) -> bool:
        """Whether a sentence or quotation starts at a word, so that its capital tells nothing.

        The marks before it tell.
        """
        while i:
            before = self._words[i - 1]
            if before == "\n":
                return True
            if before in _OPENS:
                return before != "." or not self._abbreviated(i - 2)
            # The second half of `US-Russia` is as the first.
            if before not in _CARRIES and not (before[0].isalnum() and self._joined(i)):
                return False
            i -= 1
        return True

    def _joined(self, i: int) -> bool:
        """Whether a word was cut off the one before it at a hyphen."""
        start, end = self._starts[i], self._ends[i - 1]
        return start - end == 1 and self._text[end] == "-"

    def _abbreviated(self, i: int) -> bool:
        """Whether a point after this word is that of an abbreviation or an initial."""
        if i < 0:
            return False
        word = self._words[i]
        return word.casefold().rstrip(".") in ABBREVIATED or (len(word) == 1 and _shape(word).capital)


class _Shape(NamedTuple):
    """What a word is wherever it stands."""

    kind: str
    low: str
    capital: bool


@lru_cache(maxsize=1 << 16)  # a text says the same words again and again
def _shape(word: str) -> _Shape:
    kind = _kind(word)
    capital = kind in {"dotted", "initial"} or (kind == "word" and word[0].isupper())
    return _Shape(kind, word.casefold().rstrip("."), capital)


def _kind(word: str) -> str:
    """What kind of word or mark this is."""
    first = word[0]
    if first.isdecimal():
        return "number"
    if not first.isalnum():
        return "own" if len(word) > 1 else "mark"
    if "." not in word:
        return "word"
    return "initial" if len(word) == 2 else "dotted"


def _cut_at_hyphens(pieces: list[str]) -> list[str]:
    joined = {word: parts for word in set(pieces[1::2]) if "-" in word and len(parts := _parts(word)) > 1}
    if not joined:
        return pieces
    cut: list[str] = []
    done = 0
    for k in [k for k, piece in enumerate(pieces) if piece in joined]:
        cut += pieces[done:k]
        cut += joined[pieces[k]]
        done = k + 1
    return cut + pieces[done:]


def _parts(piece: str) -> list[str]:
    """A word, cut at its hyphens when it joins two names (`US-Russia`) or a name and a word.

    The hyphens become gaps between the parts.
    """
    parts = piece.split("-")
    if len(parts) == 1 or not piece[0].isalnum():
        return [piece]
    named = [part in gaz.COUNTRY_OF or (part.isupper() and len(part) > 1) for part in parts]
    if not any(named) and not (parts[0][:1].isupper() and parts[-1][:1].islower()):
        return [piece]
    return [piece for part in parts for piece in (part, "-")][:-1]


def _is_title_case(line: str) -> bool:
    """Whether most words of a line are capitalised, as in an English headline."""
    if len(line) > 250 or line.lstrip()[:1].islower() or line.rstrip().endswith((".", ".”", '."')):
        return False
    long: list[str] = [w for w in _LONG_WORD.findall(line) if w.lower() not in {"the", "and", "for", "with"}]
    capitals: int = sum(word[0].isupper() for word in long)
    return capitals >= (_TITLE_SHARE * len(long) if len(long) > 2 else 2.0)


def surely_name(words: CasedWords, i: int, case: Case) -> bool:
    """Whether a word is a name whatever its place."""
    word = words[i]
    return (
        word.kind in {"dotted", "initial"}
        or word.text in gaz.COUNTRY_OF
        or word.text in gaz.CITIES
        or (
            len(word.text) > 1
            and word.text.isupper()
            and word.low not in gaz.STARTERS
            and not words.titled(i)
        )
        or (case.is_name(word.low) and not (word.low in gaz.STARTERS and words.opens(i)))
    )
