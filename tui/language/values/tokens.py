"""Tokens for the value grammar: numbers, words and single marks, with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.language.progress import UNTOLD, Share

if TYPE_CHECKING:
    from tui.language.values.hedges import Hedging
    from tui.language.values.numbers import Number

_GLYPHS = frozenset("¼½¾⅓⅔⅛")
_TOKEN = re.compile(
    r"([A-Za-z]++(?=[ .,\n])"  # most words; the others are looked at more closely
    r"|[¼½¾⅓⅔⅛]"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_¼½¾⅓⅔⅛]+(?:'[^\W\d_¼½¾⅓⅔⅛]+)*"
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
# Every word may be the beginning of a mail address, so that is tried only where a text has any; what the
# others begin with is said once in front, which spares most places of a text the trial of each.
_OPAQUE = {
    True: re.compile(f"{_PAGE}|{_MAIL}|{_OTHER}"),
    False: re.compile(rf"(?=[hw@#+(\d])(?:{_PAGE}|{_OTHER})"),
}
# What each of them has; few texts have any.
_SIGNS = ("@", "#", "+", "://", "www.")
_DIALLED = re.compile(r"[.-](?<=\d.)\d(?:\d{3}|\d{0,2}\.\d)")
_MAILED = re.compile(r"@(?<=[\w.+-]@)[\w-]")

AROUND = 16
"""Empty tokens after the last and so, by negative index, before the first: looking around needs no bounds."""


class Tokens:
    """The tokens of a text by number, as lists of what is asked of them."""

    def __init__(self, text: str, share: Share = UNTOLD) -> None:
        self.text = text
        share.tell(0.0)
        pieces = _TOKEN.split(_hide(text).replace("’", "'"))  # gap, token, gap, ..., token, gap
        share.tell(0.5)
        bounds = list(accumulate(map(len, pieces)))
        self.size = len(pieces) // 2
        """Number of tokens."""
        self.starts = bounds[0:-1:2] + [-1] * AROUND
        self.ends = bounds[1::2] + [-1] * AROUND
        self.words = pieces[1::2] + [""] * AROUND
        self.lows = [word.casefold() for word in self.words]
        """Every token case-folded."""
        self.numbers: dict[int, Number | None] = {}
        """The number that starts at a token, where one was asked for; `parse_number` keeps it."""
        self.hedges: dict[int, Hedging] = {}
        """The same for hedges."""

    def kind(self, index: int) -> str:
        """`number`, `word`, `glyph` (a fraction sign), `mark`, or `` beyond the ends of the text."""
        return _kind(self.words[index][:1])

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def phrase(self, index: int, first: str, *others: str) -> bool:
        """Whether these case-folded tokens stand here in a row."""
        return self.lows[index] == first and tuple(self.lows[index + 1 : index + 1 + len(others)]) == others


@lru_cache(maxsize=1 << 10)  # words begin with few characters
def _kind(first: str) -> str:
    """What kind of token begins with this character."""
    if not first:
        return ""
    if first in _GLYPHS:
        return "glyph"
    if first.isdecimal():
        return "number"
    return "word" if first.isalnum() else "mark"


def _hide(text: str) -> str:
    """The text with addresses and telephone numbers blanked out."""
    if not any(sign in text for sign in _SIGNS) and not _DIALLED.search(text):
        return text
    return _OPAQUE[_MAILED.search(text) is not None].sub(lambda m: " " * len(m.group()), text)
