"""Search both articles for words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from tui.articles.model import Article
from tui.facts.model import Side
from tui.reader.place import SIDES, Position


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words stand."""

    side: Side
    passage: int
    start: int
    """Offset into the article's text."""
    end: int


@dataclass(frozen=True, slots=True)
class Search:
    """What was searched for, and every place it was found, A's first."""

    query: str
    hits: tuple[Hit, ...]

    def count(self, side: Side) -> int:
        """How often the words stand in one article."""
        return sum(hit.side == side for hit in self.hits)

    def in_passage(self, side: Side, passage: int) -> list[Hit]:
        """The hits in one passage."""
        low = bisect_left(self.hits, (side, passage), key=_order)
        high = bisect_right(self.hits, (side, passage), key=_order)
        return list(self.hits[low:high])

    def after(self, here: Position, current: int | None, direction: int) -> int | None:
        """The number of the next hit from where one is, going round at the end."""
        if not self.hits:
            return None
        if current is not None:
            return (current + direction) % len(self.hits)
        k = bisect_left(self.hits, (here.side, here.passage), key=_order)
        return (k if direction > 0 else k - 1) % len(self.hits)


def _order(hit: Hit) -> tuple[Side, int]:
    return hit.side, hit.passage


def search(articles: Mapping[Side, Article], query: str) -> Search:
    """Find words in both articles.

    Case counts only where the query holds a capital letter, as in less and vim; straight quotes
    find curly ones, and a space finds any white space.
    """
    words = query.split()
    if not words:
        return Search(query, ())
    pattern = r"\s+".join(_loose(word) for word in words)
    flags = re.IGNORECASE if query == query.lower() else 0
    compiled = re.compile(pattern, flags)
    hits: list[Hit] = []
    for side in SIDES:
        article = articles[side]
        for passage in article.passages:
            for match in compiled.finditer(article.text, passage.start, passage.end):
                hits.append(Hit(side, passage.index, match.start(), match.end()))
    return Search(query, tuple(hits))


def _loose(word: str) -> str:
    return re.escape(word).replace("'", "['’‘]").replace('"', '["“”]')
