"""The typed values of an article, by passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from tui.articles.model import Article
from tui.language.values import (
    Attribution,
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


@lru_cache(maxsize=2)
def values_of(article: Article) -> Values:
    """All values of an article; offsets are into its text, furniture has none.

    A value counts where it begins. Those of the pair last compared are kept: they hang on the text
    alone, and finding them is most of the work of revising a comparison.
    """
    text = article.text
    found_names, drafted = names(text), drafts(text)
    people = SpeechNames(text, found_names)
    return Values(
        _by_passage(article, quantities(text, drafted)),
        _by_passage(article, dates(text, _published(article), drafted)),
        _by_passage(article, found_names),
        _by_passage(article, _cut_at_passages(article, quotations(text, people))),
        _by_passage(article, attributions(text, people)),
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
            if start < end:
                pieces.append(replace(span, start=start, end=end))
    return pieces


def _by_passage(article: Article, found: Sequence[Value]) -> tuple[tuple[Value, ...], ...]:
    starts = [passage.start for passage in article.passages]
    groups: dict[int, list[Value]] = {}
    for value in found:
        at = bisect_right(starts, value.start) - 1
        if at >= 0 and value.start < article.passages[at].end and article.passages[at].kind != "furniture":
            groups.setdefault(at, []).append(value)
    return tuple(tuple(groups.get(at, ())) for at in range(len(starts)))
