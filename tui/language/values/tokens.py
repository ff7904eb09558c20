"""Tokens for the value grammar: numbers, words and single marks, with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.language.values.pieces import Pieces

if TYPE_CHECKING:
    from tui.language.values.hedges import Hedging
    from tui.language.values.numbers import Number

_GLYPHS = frozenset("¼½¾⅓⅔⅛")
_TOKEN = re.compile(
    r"([¼½¾⅓⅔⅛]"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_¼½¾⅓⅔⅛]+(?:[’'][^\W\d_¼½¾⅓⅔⅛]+)*"
    r"|\S|\n(?![ \t]{0,8}[a-z]))"  # the end of a paragraph, not of a wrapped line
)

# Addresses, handles and telephone numbers: their digits count nothing.
_MAIL = r"(?<![\w.@-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
_PAGE = r"https?://\S{1,2000}|www\.\S{1,2000}"
_OTHER = (
    r"[@#]\w{1,64}"
    r"|(?<![\w.,])\+\d{1,3}(?:[ ./-]?\(?\d{1,5}\)?){2,6}"
    r"|(?<![\w.,-])(?:1-)?\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}\b"
    r"|(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}\b"
)
# Every word may be the beginning of an address, so that is tried only where a text has any; what the
# others begin with is said once in front, which spares most places of a text the trial of each.
_OPAQUE = {
    True: re.compile(f"{_PAGE}|{_MAIL}|{_OTHER}"),
    False: re.compile(rf"(?=[hw@#+(\d])(?:{_PAGE}|{_OTHER})"),
}


class Token(NamedTuple):
    """One token."""

    kind: str
    """`number`, `word`, `glyph` (a fraction sign) or `mark`."""
    text: str
    low: str
    """Case-folded, with straight apostrophes."""
    start: int
    end: int


END = Token("end", "", "", -1, -1)
"""Stands before the first token and after the last, so that looking around needs no bounds."""


class Tokens(Pieces[Token]):
    """The tokens of a text; an index out of range gives `END`."""

    def __init__(self, text: str) -> None:
        super().__init__(_TOKEN.split(_hide(text)))
        self.text = text
        self.numbers: dict[int, Number | None] = {}
        """The number that starts at a token, where one was asked for; `parse_number` keeps it."""
        self.hedges: dict[int, Hedging] = {}
        """The same for hedges."""
        lows = {word: word.casefold().replace("’", "'") for word in set(self._words)}
        self.lows = [lows[word] for word in self._words]
        """Every token as `Token.low` has it."""

    def _make(self, index: int) -> Token:
        if not 0 <= index < self.size:
            return END
        word = self._words[index]
        return Token(_kind(word[0]), word, self.lows[index], self._starts[index], self._ends[index])

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < index < self.size and self._starts[index] == self._ends[index - 1]

    def phrase(self, index: int, *words: str) -> bool:
        """Whether these case-folded tokens stand here in a row."""
        return tuple(self.lows[index : index + len(words)]) == words


@lru_cache(maxsize=1 << 10)  # words begin with few characters
def _kind(first: str) -> str:
    """What kind of token begins with this character."""
    if first in _GLYPHS:
        return "glyph"
    if first.isdecimal():
        return "number"
    return "word" if first.isalnum() else "mark"


def _hide(text: str) -> str:
    return _OPAQUE["@" in text].sub(lambda m: " " * len(m.group()), text)
