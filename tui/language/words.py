"""Words of a text, with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its folded form and where it stands."""

    form: str
    """Case-folded, without accents."""
    start: int
    """Offset in code points into the text that was given."""
    end: int


def words(text: str) -> list[Word]:
    """The words of a text in order."""
    return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def fold(text: str) -> str:
    """The text in the form words are compared in: case-folded, accents removed, straight quotes."""
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
