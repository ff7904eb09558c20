"""Which words of a text are grammar and not content, and which language that tells it is written in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tui.language.words import words

_TABLE = Path(__file__).parent / "data" / "function_words.txt"
ENGLISH = "english"
LEAST_WORDS = 3
"""Different function words that make a language: two may be another's names or verbs (`met`, `son`)."""


def language_of(forms: Iterable[str]) -> str:
    """The language of which a text says the most different function words; English when in doubt.

    Args:
        forms: The different words of the text.
    """
    seen = frozenset(forms)
    said = {language: len(seen & table) for language, table in function_words().items()}
    most = max(said, key=lambda language: (said[language], language == ENGLISH))
    return most if said[most] >= LEAST_WORDS else ENGLISH


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The forms of each language's function words, by the language's name (as Snowball calls it)."""
    found: dict[str, frozenset[str]] = {}
    language = ""
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            language = line[:-1]
            found[language] = frozenset()
        elif not line.startswith("#"):
            found[language] |= {word.form for word in words(line)}
    return found
