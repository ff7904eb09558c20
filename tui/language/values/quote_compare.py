"""Comparing two quotations: are they the same words, and where do they part?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tui.language.values.model import NOT_COMPARABLE, Agreement
from tui.language.values.tables import word_set
from tui.language.words import one_spelling, words

SAME = 0.6
"""Least share of words that two wordings of one quotation have in common, in order."""
_SHORTEST = 4
"""Fewer words than this are no ground to call two quotations one."""
_LONGEST = 400
"""Only so many words are compared: the time grows with the product of both lengths."""

_CONTRACTED = {
    "n't": "not",
    "'s": "is",
    "'re": "are",
    "'m": "am",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
}
_FUSED = {"can't": "cann't", "cannot": "cann't", "won't": "willn't", "shan't": "shalln't"}
_SAME = {"ok": "okay", "yeah": "yes", "til": "until", "till": "until", "gonna": "going", "an": "a"}
"""Words that one reporter spells in one way and another in another."""
_GLUED = re.compile(r"(?<=[^\W\d_]{3})'(?=[^\W\d_]{3})")
"""A quotation mark between two words whose space was lost (`they said'close your door`)."""
_NEGATIONS = word_set("not no never none nothing nobody neither nor without cannot")
_BRACKETS = re.compile(r"\[[^\]\n]{0,60}\]|\.\.\.|…")


@dataclass(frozen=True, slots=True)
class QuoteComparison:
    """Two quotations, and the words in which they differ."""

    agreement: Agreement
    a: tuple[tuple[int, int], ...] = ()
    """Spans of the first, as offsets into it, whose words the second has not."""
    b: tuple[tuple[int, int], ...] = ()
    """Spans of the second whose words the first has not."""


class QuotedWord(NamedTuple):
    """A word of a quotation in the form it is compared in."""

    form: str
    start: int
    end: int


def compare_quotations(a: str, b: str) -> QuoteComparison:
    """Whether two quotations are the same words, with the words in which they differ.

    A part of a longer quotation agrees with it, and so do contractions, spelling of either side of
    the Atlantic, and what stands in square brackets. A negation in one alone makes the
    disagreement sure. Symmetric.

    Args:
        a: The words of one quotation.
        b: The words of the other.
    """
    return compare_quoted(a, b, quoted_words(a), quoted_words(b))


def compare_quoted(a: str, b: str, one: list[QuotedWord], two: list[QuotedWord]) -> QuoteComparison:
    """The same for quotations whose words are known: those of one may be compared with many."""
    if _order(one) > _order(two):  # always from the shorter: ways of aligning words are not symmetric
        swapped = _compare(b, a, two, one)
        return QuoteComparison(swapped.agreement, swapped.b, swapped.a)
    return _compare(a, b, one, two)


def letter_for_letter(a: str, b: str) -> bool:
    """Whether two quotations are the same words to the letter: then no word need be read to know it."""
    return a == b and "[" not in a and any(map(str.isalnum, a))


def _order(pieces: list[QuotedWord]) -> tuple[int, list[str]]:
    return len(pieces), [piece.form for piece in pieces]


def _compare(a: str, b: str, one: list[QuotedWord], two: list[QuotedWord]) -> QuoteComparison:
    left, right = [p.form for p in one], [p.form for p in two]
    if not left:
        return QuoteComparison(NOT_COMPARABLE)
    if _contains(right, left):
        return QuoteComparison(Agreement("agree", 1.0 if len(left) == len(right) else 0.9))
    if len(left) < _SHORTEST:
        return QuoteComparison(NOT_COMPARABLE)
    shared = _overlap(left, right)
    if shared is None:
        return QuoteComparison(NOT_COMPARABLE)
    first, last = shared
    # what one source quotes before or after the shared stretch is only more, not other
    window_a, window_b = slice(first[0], last[0]), slice(first[1], last[1])
    similarity = Indel.normalized_similarity(left[window_a], right[window_b])
    if similarity < SAME or min(last[0] - first[0], last[1] - first[1]) < _SHORTEST:
        return QuoteComparison(NOT_COMPARABLE)
    if left[window_a] == right[window_b]:
        return QuoteComparison(Agreement("agree", 0.8))
    only_a, only_b = _differing(one[window_a], two[window_b])
    return QuoteComparison(_verdict(only_a, only_b, similarity), _spans(a, only_a), _spans(b, only_b))


def _verdict(only_a: list[QuotedWord], only_b: list[QuotedWord], similarity: float) -> Agreement:
    negated = [any(p.form in _NEGATIONS for p in side) for side in (only_a, only_b)]
    if negated[0] != negated[1]:
        return Agreement("differ", 0.95, "negation")
    return Agreement("differ", round(0.4 + 0.5 * (similarity - SAME) / (1 - SAME), 3), "wording")


def quoted_words(text: str) -> list[QuotedWord]:
    """The words of a quotation in the form they are compared in, contractions taken apart."""
    hidden = _BRACKETS.sub(lambda m: " " * len(m.group()), text)
    return [
        QuotedWord(form, word.start, word.end)
        for word in words(hidden)[:_LONGEST]
        for form in _taken_apart(word.form)
    ]


@lru_cache(maxsize=1 << 12)  # quotations say the same words again and again
def _taken_apart(form: str) -> tuple[str, ...]:
    form = _FUSED.get(form, form)
    for ending, whole in _CONTRACTED.items():
        if form.endswith(ending) and len(form) > len(ending):
            stem = form[: -len(ending)]
            return stem, whole
    return tuple(one_spelling(_SAME.get(part, part)) for part in _GLUED.split(form))


def _contains(longer: list[str], shorter: list[str]) -> bool:
    """Whether the words of the shorter stand in a row in the longer."""
    return f" {' '.join(shorter)} " in f" {' '.join(longer)} "


def _overlap(a: list[str], b: list[str]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """First and last (exclusive) places in both that are shared words: the stretch quoted by both."""
    blocks = [op for op in Indel.opcodes(a, b) if op.tag == "equal"]
    if not blocks:
        return None
    begin, end = blocks[0], blocks[-1]
    lead, tail = min(begin.src_start, begin.dest_start), min(len(a) - end.src_end, len(b) - end.dest_end)
    return (
        (begin.src_start - lead, begin.dest_start - lead),
        (end.src_end + tail, end.dest_end + tail),
    )


def _differing(a: list[QuotedWord], b: list[QuotedWord]) -> tuple[list[QuotedWord], list[QuotedWord]]:
    only_a: list[QuotedWord] = []
    only_b: list[QuotedWord] = []
    for op in Indel.opcodes([p.form for p in a], [p.form for p in b]):
        if op.tag != "equal":
            only_a += a[op.src_start : op.src_end]
            only_b += b[op.dest_start : op.dest_end]
    return only_a, only_b


def _spans(text: str, pieces: list[QuotedWord]) -> tuple[tuple[int, int], ...]:
    """Neighbouring words as one span."""
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        if spans and not text[spans[-1][1] : piece.start].strip(" ,;:.!?-–—"):
            spans[-1] = (spans[-1][0], max(spans[-1][1], piece.end))
        else:
            spans.append((piece.start, piece.end))
    return tuple(spans)
