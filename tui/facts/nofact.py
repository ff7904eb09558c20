"""Passages that state no fact of their own."""

from __future__ import annotations

import re

from tui.language.values import DateValue
from tui.language.words import words

_LINE_WORDS = frozenset(
    (
        "posted published updated last modified first filed created by on at the edt est pdt pst et pt ist "
        "gmt utc hrs am pm a p m story staff reporter reuters ap afp"
    ).split()
)
"""Words of a line that tells when and by whom a report was made. English; elsewhere the date decides."""
_SPEECH_ONLY = re.compile(
    r"^\W*+(?:\S+\s){0,3}?(?:said|says|added|told \w+|asked|replied|stated)\W*$", re.IGNORECASE
)


def states_no_fact(text: str, kind: str, found_dates: tuple[DateValue, ...], offset: int) -> bool:
    """Whether a passage states nothing: furniture, a heading, a date line, a bare `he said`.

    Args:
        text: The passage.
        kind: What it is in its article.
        found_dates: Its dates, as offsets into the article.
        offset: Where it starts in the article.
    """
    if kind in {"furniture", "heading"}:
        return True
    if not any(character.isalnum() for character in text) or _SPEECH_ONLY.match(text):
        return True
    if not found_dates:
        return False
    rest = [
        word
        for word in words(text)
        if not any(d.start - offset <= word.start < d.end - offset for d in found_dates)
        and not word.form[0].isdigit()
        and word.form not in _LINE_WORDS
    ]
    return not rest
