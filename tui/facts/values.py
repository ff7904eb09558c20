"""The typed values of an article, by passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from tui.articles.model import Article
from tui.language.progress import UNTOLD, Share
from tui.language.values import (
    Attribution,
    CasedWords,
    DateValue,
    Name,
    Quantity,
    QuoteSpan,
    SpeechNames,
    attributions,
    dates,
    drafts,
    names,
    quantities,
    quotations,
)

Value = TypeVar("Value", Quantity, DateValue, Name, QuoteSpan, Attribution)


@dataclass(frozen=True, slots=True)
class Values:
    """What one article says in values; for each kind a tuple for each passage, in reading order."""

    quantities: tuple[tuple[Quantity, ...], ...]
    dates: tuple[tuple[DateValue, ...], ...]
    names: tuple[tuple[Name, ...], ...]
    quotations: tuple[tuple[QuoteSpan, ...], ...]
    attributions: tuple[tuple[Attribution, ...], ...]


def values_of(article: Article, share: Share = UNTOLD) -> Values:
    """All values of an article; offsets are into its text, furniture has none.

    A value counts where it begins.

    Args:
        article: The article.
        share: Told how far the work is.
    """
    kept = kept_values(article)
    if not kept:
        kept.append(_find(article, share))
    return kept[0]


@lru_cache(maxsize=2)
def kept_values(article: Article) -> list[Values]:
    """A list for the values of an article, once they are found.

    Those of the pair last compared are kept: they hang on the text alone, and finding them is most of
    the work of revising a comparison.
    """
    return []


def _find(article: Article, share: Share) -> Values:
    text = article.text
    words = CasedWords(text, share.part(0.0, 0.15))
    found_names = names(text, words, share.part(0.15, 0.4))
    share.tell(0.4)
    drafted = drafts(text, words)
    people = SpeechNames(text, found_names, share.part(0.5, 0.55))
    found_quantities = quantities(text, drafted, share.part(0.55, 0.75))
    found_dates = dates(text, _published(article), drafted, share.part(0.75, 0.8))
    found_quotations = quotations(text, people, share.part(0.8, 0.85))
    found_attributions = attributions(text, people, share.part(0.85, 0.9))
    places = _Places(article)
    return Values(
        places.part(found_quantities, share.part(0.9, 0.92)),
        places.part(found_dates, share.part(0.92, 0.94)),
        places.part(found_names, share.part(0.94, 0.96)),
        places.part(_cut_at_passages(article, found_quotations), share.part(0.96, 0.98)),
        places.part(found_attributions, share.part(0.98, 1.0)),
    )


def _published(article: Article) -> date | None:
    if article.date is None:
        return None
    try:
        return date.fromisoformat(article.date[:10])
    except ValueError:
        return None


def _cut_at_passages(article: Article, found: Sequence[QuoteSpan]) -> list[QuoteSpan]:
    """A quotation of several sentences as a piece in each passage it runs through."""
    ends = [passage.end for passage in article.passages]
    pieces = []
    for span in found:
        for number in range(bisect_right(ends, span.start), len(ends)):
            passage = article.passages[number]
            if passage.start >= span.end:
                break
            start, end = max(span.start, passage.start), min(span.end, passage.end)
            if (start, end) == (span.start, span.end):
                pieces.append(span)
            elif start < end:
                pieces.append(replace(span, start=start, end=end))
    return pieces


class _Places:
    """Where the passages of an article stand that have values."""

    def __init__(self, article: Article) -> None:
        self._starts = [passage.start for passage in article.passages]
        # No value begins in furniture: it ends where it begins.
        self._ends = [p.start if p.kind == "furniture" else p.end for p in article.passages]

    def part(self, found: Sequence[Value], share: Share) -> tuple[tuple[Value, ...], ...]:
        """Values by the passage in which they begin."""
        groups: list[list[Value]] = [[] for _ in self._starts]
        for value in share.each(found):
            at = bisect_right(self._starts, value.start) - 1
            if at >= 0 and value.start < self._ends[at]:
                groups[at].append(value)
        return tuple(map(tuple, groups))
