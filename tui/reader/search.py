"""Search both articles for words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
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


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """What was searched for, and where it stands, A's passages first.

    Only how often the words stand in each passage is kept: one letter stands in a book so often that
    to write down every place would hold up the next key. Places are made when they are shown.
    """

    query: str
    articles: Mapping[Side, Article]
    pattern: re.Pattern[str] | None = None
    """None while nothing is searched for."""
    passages: tuple[tuple[Side, int], ...] = ()
    """The passages that hold the words, in order."""
    ends: tuple[int, ...] = ()
    """How many hits there are up to the end of each of them."""

    @property
    def total(self) -> int:
        """How often the words stand in both articles."""
        return self.ends[-1] if self.ends else 0

    def count(self, side: Side) -> int:
        """How often the words stand in one article."""
        in_a = self._before("b", -1)
        return in_a if side == "a" else self.total - in_a

    def in_passage(self, side: Side, passage: int) -> list[Hit]:
        """The hits in one passage."""
        if self.pattern is None:
            return []
        article = self.articles[side]
        place = article.passages[passage]
        found = self.pattern.finditer(article.text, place.start, place.end)
        return [Hit(side, passage, match.start(), match.end()) for match in found]

    def hit(self, number: int) -> Hit:
        """One of the hits, by its number from 0."""
        at = bisect_right(self.ends, number)
        before = self.ends[at - 1] if at else 0
        return self.in_passage(*self.passages[at])[number - before]

    def after(self, here: Position, current: int | None, direction: int) -> int | None:
        """The number of the next hit from where one is, going round at the end."""
        if not self.total:
            return None
        if current is not None:
            return (current + direction) % self.total
        number = self._before(here.side, here.passage)
        return (number if direction > 0 else number - 1) % self.total

    def _before(self, side: Side, passage: int) -> int:
        """How many hits there are before a passage."""
        at = bisect_left(self.passages, (side, passage))
        return self.ends[at - 1] if at else 0


def search(articles: Mapping[Side, Article], query: str, earlier: Search | None = None) -> Search:
    """Find words in both articles.

    Case counts only where the query holds a capital letter, as in less and vim; straight quotes
    find curly ones, and a space finds any white space.

    Args:
        articles: Where to look.
        query: What to look for.
        earlier: A search in the same articles; where it is for the beginning of the query, only the
            passages that it found are looked at again.
    """
    words = query.split()
    if not words:
        return Search(query, articles)
    pattern = r"\s+".join(_loose(word) for word in words)
    compiled = re.compile(pattern, re.IGNORECASE if query == query.lower() else 0)
    narrows = earlier is not None and earlier.pattern is not None and query.startswith(earlier.query)
    places = earlier.passages if earlier is not None and narrows else _everywhere(articles)
    passages: list[tuple[Side, int]] = []
    ends: list[int] = []
    total = 0
    for side, passage in places:
        article = articles[side]
        place = article.passages[passage]
        found = len(compiled.findall(article.text, place.start, place.end))
        if found:
            total += found
            passages.append((side, passage))
            ends.append(total)
    return Search(query, articles, compiled, tuple(passages), tuple(ends))


def _everywhere(articles: Mapping[Side, Article]) -> Iterable[tuple[Side, int]]:
    return ((side, passage.index) for side in SIDES for passage in articles[side].passages)


def _loose(word: str) -> str:
    return re.escape(word).replace("'", "['’‘]").replace('"', '["“”]')
