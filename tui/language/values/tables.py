"""Tables of words, written as one string each so that they read as the lists they are."""

from __future__ import annotations


def word_list(words: str) -> list[str]:
    """The words of a table, in order."""
    return words.split()


def word_set(words: str) -> frozenset[str]:
    """The words of a table, to look up."""
    return frozenset(words.split())
