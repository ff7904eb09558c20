"""Words of a text, with their places and the forms they are compared in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from tui.language.progress import UNTOLD, Share

_LETTERS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese, Khmer: letters without spaces between words."""
_SIGNS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
"""Japanese, Chinese: syllables and words without spaces."""
_NO_SPACES = _LETTERS + _SIGNS
_CUT = {"letters": 3, "signs": 2}
"""Characters in a piece of a script without spaces: a word has one or two signs, but some four letters,
and any two texts share pairs of letters."""
_ELIDED = r"(?<!\b[cdjlmnst])(?<!\b(?:qu|un))(?<!\ball)(?<!\b(?:dell|dall|nell|sull))"
"""Not after an article or the like that lost its vowel (l’eau, d’un, qu’elle, dell’anno): two words."""
_TOKEN = re.compile(
    rf"(?P<letters>[{_LETTERS}]+)|(?P<signs>[{_SIGNS}]+)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,})"  # U.S., a.m.
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    rf"|(?P<word>[^\W_{_NO_SPACES}]+(?:(?i:{_ELIDED})[’'][^\W_{_NO_SPACES}]+)*)"
)
_POSSESSIVE = re.compile(r"[’']s?$")

SAME_NAME = {
    ("united", "states"): "usa",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
}
"""Pairs of words that stand for one name that is as often written as initials."""

_SECOND = frozenset(second for _, second in SAME_NAME)

INITIALS = {"US": "usa", "USA": "usa", "UK": "uk", "UN": "un", "EU": "eu"}
"""Initials that would otherwise be read as another word (`us`)."""

NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
"""English number words, compared as figures (`thirty days`, `30-day`)."""

BRITISH = {
    "defence": "defense", "offence": "offense", "licence": "license", "sceptic": "skeptic",
    "sceptical": "skeptical", "scepticism": "skepticism", "programme": "program", "grey": "gray",
    "tyre": "tire", "kerb": "curb", "plough": "plow", "cheque": "check", "jewellery": "jewelry",
    "aluminium": "aluminum", "gaol": "jail", "sulphur": "sulfur", "storey": "story",
    "travelled": "traveled", "cancelled": "canceled", "travelling": "traveling", "whilst": "while",
    "okay": "ok",
}  # fmt: skip
"""British spellings that the general rules of `one_spelling` do not reach, with the American ones."""


class Word(NamedTuple):
    """One word: the form it is compared in and where it stands.

    A named tuple, for a book has a million of them and these are made in half the time.
    """

    form: str
    """Case-folded, without accents or possessive, British and American spelling made one."""
    start: int
    """Offset in code points into the text that was given."""
    end: int
    capital: bool = False
    """Whether it is written with a capital first letter."""


def words(text: str, share: Share = UNTOLD) -> list[Word]:
    """The words of a text in order.

    Any language written in words is cut at its own word boundaries; runs of a script without
    spaces are cut into overlapping pieces of two or three characters.

    Args:
        text: Any text.
        share: Told how far a long text is read.
    """
    found: list[Word] = []
    for match in share.matches(_TOKEN, text):
        surface = match.group()
        start, end = match.span()
        kind = match.lastgroup
        if kind in _CUT:
            size = _CUT[kind]
            pieces = range(max(1, len(surface) - size + 1))
            found.extend(Word(surface[k : k + size], start + k, min(start + k + size, end)) for k in pieces)
        elif kind == "number":
            found.append(Word(_plain_number(surface), start, end))
        else:
            form = _form(surface) if kind == "word" else _form(surface.replace(".", ""))
            if form in _SECOND and found and (merged := SAME_NAME.get((found[-1].form, form))):
                found[-1] = Word(merged, found[-1].start, end, True)
            else:
                found.append(Word(form, start, end, surface[0].isupper()))
    return found


def fold(text: str) -> str:
    """Case-folded, accents removed, straight quotes."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_IZE = re.compile(r"(?<=[a-z]{3})is(?=(?:e[drs]?|ing|ation|ations)$)")
_OUR = re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ite|hood|al|er|ers)?$)")
_TRE = re.compile(r"(?<=[a-z]{2})tre(?=s?$)")


def one_spelling(form: str) -> str:
    """A folded word in one spelling for both sides of the Atlantic: `organise`, `labour`, `centre`.

    Not a correct spelling (`hour` stays, `four` stays, `advise` becomes `advize`): only the same for
    both, so that they compare as one.
    """
    return _TRE.sub("ter", _OUR.sub("or", _IZE.sub("iz", form)))


@lru_cache(maxsize=1 << 16)  # a text says the same words again and again
def _form(surface: str) -> str:
    if surface in INITIALS:
        return INITIALS[surface]
    form = _POSSESSIVE.sub("", fold(surface)) or surface
    return NUMBER_WORDS.get(form) or one_spelling(BRITISH.get(form, form))


def _plain_number(surface: str) -> str:
    """`55,000` as `55000`; a decimal comma or point stays a point."""
    whole, *rest = re.split("[.,]", surface)
    if rest and all(len(part) == 3 for part in rest) and whole.strip("0"):
        return whole + "".join(rest)
    return surface.replace(",", ".")
