"""Acronyms told in full: `UAE` where a text says `United Arab Emirates`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.language.words import Word

_LONGEST = 6
_ACRONYM = re.compile(rf"[A-Z]{{2,{_LONGEST}}}")
_BETWEEN = frozenset("of the and for on in to de du des la".split())
"""Words that a name may have inside without a letter in its acronym (`Bank of England`)."""
_SUBSTRING = 3
"""Letters from which an acronym may stand for a part of a longer row of capitals, as in a headline or
before a title; two letters fit too much."""

Names = Mapping[str, tuple[str, ...]]
"""The words of the full name, by acronym; all as they are compared."""


def acronyms(passages: Iterable[tuple[str, Sequence[Word]]]) -> Names:
    """The acronyms in these texts whose full name they tell too.

    Args:
        passages: Texts with their words.
    """
    told: set[str] = set()
    rows: Counter[tuple[str, ...]] = Counter()
    for text, found in passages:
        if not text.isupper():  # a headline in capitals has no acronyms that one could tell
            told |= {word.form for word in found if _is_acronym(word, text)}
            rows.update(_rows(text, found))
    names: dict[str, Counter[tuple[str, ...]]] = {}
    for row, times in rows.items():
        for acronym, name in _spelled(row, told):
            names.setdefault(acronym, Counter())[name] += times
    return {acronym: min(full, key=lambda name: (-full[name], name)) for acronym, full in names.items()}


def _is_acronym(word: Word, text: str) -> bool:
    return word.capital and _ACRONYM.fullmatch(text, word.start, word.end) is not None


def _rows(text: str, found: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """The rows of two or more capitalised words with nothing but spaces and small words between."""
    row: list[str] = []
    reached = 0
    for word in found:
        apart = row and text[reached : word.start].strip(" -")
        if word.capital and not apart:
            row.append(word.form)
        elif apart or word.form not in _BETWEEN:
            if len(row) > 1:
                yield tuple(row)
            row = [word.form] if word.capital else []
        reached = word.end
    if len(row) > 1:
        yield tuple(row)


def _spelled(row: tuple[str, ...], told: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The acronyms that the first letters of a row spell, with the words they stand for."""
    letters = "".join(form[0] for form in row)
    if letters in told:
        yield letters, row
    for size in range(_SUBSTRING, min(_LONGEST, len(row) - 1) + 1):
        for start in range(len(row) - size + 1):
            if letters[start : start + size] in told:
                yield letters[start : start + size], row[start : start + size]


def in_full(found: Sequence[Word], text: str, names: Names) -> tuple[Word, ...]:
    """The words of a text, each acronym as the words of its full name, all where the acronym stands."""
    if not names:
        return tuple(found)
    full: list[Word] = []
    for word in found:
        name = names.get(word.form)
        if name and _is_acronym(word, text):
            full.extend(Word(form, word.start, word.end, True) for form in name)
        else:
            full.append(word)
    return tuple(full)
