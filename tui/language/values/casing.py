"""Words of a text with what their capitals tell: the ground that names are found on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from tui.language.progress import UNTOLD, Share
from tui.language.values import gazetteer as gaz
from tui.language.values.calendar import REACH, tells_date
from tui.language.values.tables import word_set

LETTERS = r"[^\W\d_]"
# Each way begins with the letters it can begin with, what may not stand before it comes after: where
# none can, at every space, that is soon told.
_TOKEN = re.compile(
    r"([A-Za-z][a-z]+(?![’'\-\w])"  # a word without more; most are, so that is tried first
    r"|[^\W\d_a-z]\.(?<!\w..)(?:[^\W\d_a-z]\.)+(?:[A-Z]\b)?"  # dotted
    r"|[A-Z]\.(?<!\w..)(?=[ \u00a0][A-Z])"  # initial
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
_OPENS = frozenset('.!?:“”"„«»‘•|*…\n')
_LONG_WORD = re.compile(rf"{LETTERS}{{3,}}")
_ENDED = (".", ".”", '."')
_TITLE_SHARE = 0.8  # of the longer words of a line: above it, capitals tell nothing


class CasedWord(NamedTuple):
    """A word or mark, wherever it stands."""

    kind: str
    """`word`, `dotted` (`U.S.`), `initial`, `own` (a possessive `'s`), `number` or `mark`."""
    text: str
    low: str
    """Case-folded, without a point at its end."""
    capital: bool
    """Whether it is written with a capital."""
    dated: bool
    """Whether a date may stand here: at a word of `REACH`, a year, or a word with such a part."""
    joined: bool
    """Whether its hyphens join two names (`US-Russia`) or a name and a word: it is to be cut there."""
    plain: bool
    """Whether it is none of these, as most are."""


@dataclass(frozen=True, slots=True)
class Case:
    """How often each word with a capital anywhere has one inside sentences, and how often it has none."""

    capital: Counter[str]
    lower: Counter[str]

    def is_name(self, word: str) -> bool:
        """Whether a word whose capital tells nothing here is a name elsewhere in the article."""
        return self.capital[word] > 0 and self.capital[word] >= self.lower[word]

    def is_common(self, word: str) -> bool:
        """Whether a word is an ordinary one: often at the start of sentences, or in lower case here."""
        return word in gaz.STARTERS or self.lower[word] > self.capital[word]


class CasedWords(list[CasedWord]):
    """The words and marks of a text, with what their place says of their capitals."""

    def __init__(self, text: str, share: Share = UNTOLD) -> None:
        share.tell(0.0)
        pieces = _TOKEN.split(text)
        share.tell(0.5)
        super().__init__(map(_cased, pieces[1::2]))
        self.text = text
        share.tell(0.7)
        telling = [i for i, word in enumerate(self) if not word.plain]
        if joined := [i for i in telling if self[i].joined]:
            pieces = _cut_at_hyphens(pieces, joined)
            self[:] = map(_cased, pieces[1::2])
            telling = [i for i, word in enumerate(self) if not word.plain]
        self.texts = pieces[1::2]
        """Each word as it is written."""
        self.lows = [word.low for word in self]
        """Each word case-folded."""
        bounds = list(accumulate(map(len, pieces)))
        self.starts, self.ends = bounds[0::2], bounds[1::2]
        """Where each word starts and ends."""
        self.capitals = [i for i in telling if self[i].capital]
        """Where the words with a capital stand."""
        self.dated = [i for i in telling if self[i].dated]
        """Where the words stand by which dates are found."""
        self.titled = _titled(text, self.starts)
        """Which words stand in a line set in title case."""
        self._opening: dict[int, bool] = {}

    def case(self) -> Case:
        """How the text writes each word where its capital is its own."""
        own = [i for i in self.capitals if self[i].kind == "word" and i not in self.titled]
        anywhere = {self.lows[i] for i in self.capitals}
        return Case(
            Counter([self.lows[i] for i in own if not self.opens(i)]),
            Counter([low for i, low in enumerate(self.lows) if low in anywhere and not self[i].capital]),
        )

    def opens(self, i: int) -> bool:
        """Whether a sentence or quotation starts at a word, so that its capital tells nothing."""
        known = self._opening.get(i)
        if known is None:
            known = self._opening[i] = self._is_opening(i)
        return known

    def _is_opening(self, i: int) -> bool:
        """The same, told by the marks before it."""
        while i:
            before = self.texts[i - 1]
            if before[0].isalnum():
                if not self._joined(i):
                    return False  # the second half of `US-Russia` is as the first
            elif before in _OPENS:
                return before != "." or not self._abbreviated(i - 2)
            elif before not in _CARRIES:
                return False
            i -= 1
            if i in self._opening:  # of a hundred halves in a row each is asked for once
                return self._opening[i]
        return True

    def _joined(self, i: int) -> bool:
        """Whether a word was cut off the one before it at a hyphen, which elsewhere is a mark by itself."""
        return self.text[self.starts[i] - 1] == "-"

    def _abbreviated(self, i: int) -> bool:
        """Whether a point after this word is that of an abbreviation or an initial."""
        if i < 0:
            return False
        word = self[i]
        return word.low in ABBREVIATED or (len(word.text) == 1 and word.capital)


@lru_cache(maxsize=1 << 16)  # a text says the same words again and again
def _cased(word: str) -> CasedWord:
    kind = _kind(word)
    capital = kind in {"dotted", "initial"} or (kind == "word" and word[0].isupper())
    low = word.casefold().rstrip(".")
    parted = kind == "word" and not word.isalpha()
    dated = low in REACH or (parted and tells_date(low)) or (kind == "number" and len(word) == 4)
    joined = parted and _is_joined(word.split("-"))
    return CasedWord(kind, word, low, capital, dated, joined, not (capital or dated or joined))


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


def _cut_at_hyphens(pieces: list[str], words: list[int]) -> list[str]:
    """The gaps and words of a text with some words cut: their hyphens become gaps between the parts."""
    cut: list[str] = []
    done = 0
    for k in [2 * i + 1 for i in words]:
        cut += pieces[done:k]
        cut += re.split("(-)", pieces[k])
        done = k + 1
    return cut + pieces[done:]


def _is_joined(parts: list[str]) -> bool:
    """Whether these parts of a word are two names (`US-Russia`) or a name and a word."""
    named = any(part in gaz.COUNTRY_OF or (part.isupper() and len(part) > 1) for part in parts)
    return len(parts) > 1 and (named or (parts[0][:1].isupper() and parts[-1][:1].islower()))


def _titled(text: str, starts: list[int]) -> set[int]:
    """The words, told by where they start, whose line is set in title case."""
    found: set[int] = set()
    at = 0
    for line in text.split("\n"):
        after = at + len(line) + 1
        if line and not line.endswith(_ENDED) and _is_title_case(line):
            found.update(range(bisect_left(starts, at), bisect_left(starts, after)))
        at = after
    return found


def _is_title_case(line: str) -> bool:
    """Whether most words of a line are capitalised, as in an English headline."""
    if len(line) > 250 or line.lstrip()[:1].islower() or line.rstrip().endswith(_ENDED):
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
            and i not in words.titled
        )
        or (case.is_name(word.low) and not (word.low in gaz.STARTERS and words.opens(i)))
    )
