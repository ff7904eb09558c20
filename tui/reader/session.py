"""What the reader knows while it runs: the articles, the comparison, the place in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.reader.place import SIDES, Position, other

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.facts.model import Side
    from tui.reader.index import Index
    from tui.reader.layout.page import Page, Prose
    from tui.reader.search import Search

View = Literal["side", "rows", "stacked"]
"""Side by side in each article's own order; aligned rows; one above the other."""

VIEWS: tuple[View, ...] = ("side", "rows", "stacked")

VIEW_NAMES: dict[View, str] = {"side": "side by side", "rows": "aligned rows", "stacked": "stacked"}

HISTORY = 200
"""Jumps that Backspace can take back."""


@dataclass(slots=True)
class Session:
    """The state of one reading. The screen draws it; commands change it."""

    prose: dict[Side, Prose] = field(default_factory=dict)
    """The articles once they are read."""
    index: Index | None = None
    """The comparison once it is made."""
    position: Position = field(default_factory=Position)
    beside: dict[Side, int] = field(default_factory=lambda: {"a": 0, "b": 0})
    """The passage in focus on each side; on the active side, that of the position."""
    changed: frozenset[Side] = frozenset()
    """The articles that were saved anew since they were read."""
    history: list[Position] = field(default_factory=list)
    widths: tuple[int, ...] = ()
    """Cells that the words of a line have in each pane, once there are panes."""
    view: View = "side"
    leading: Side = "a"
    """Whose order the aligned rows follow."""
    locked: bool = True
    """Whether the panes scroll in step."""
    evidence: bool = False
    """Whether shared and differing words are marked in the passage in focus."""
    search: Search | None = None
    hit: int | None = None
    """Number of the search hit in focus."""

    @property
    def ready(self) -> bool:
        """Whether both articles are here."""
        return len(self.prose) == len(SIDES)

    def article(self, side: Side) -> Article:
        """The article on one side."""
        return self.prose[side].article

    def begin(self, prose: dict[Side, Prose], *, again: bool) -> None:
        """Take articles that were just read.

        Args:
            prose: The articles.
            again: Whether they are those that are here already, read again: then one stays in place.
        """
        side = self.position.side if again else "a"
        for each in SIDES:
            there = prose[each].article
            self.beside[each] = (
                _same_place(self.article(each), self.beside[each], there) if again else _first(there)
            )
        self.prose, self.index, self.search, self.hit = prose, None, None, None
        self.history, self.changed = [], frozenset()
        self.position = Position(side, self.beside[side])

    def remember(self, position: Position) -> None:
        """Let Backspace lead back to a place."""
        self.history.append(position)
        del self.history[:-HISTORY]

    def go(self, position: Position, *, jump: bool) -> None:
        """Move the focus.

        Args:
            position: Where to.
            jump: Whether Backspace shall lead back to where one was.
        """
        if jump and position != self.position:
            self.remember(self.position)
        self.position = position
        self.beside[position.side] = position.passage
        if self.index is not None:
            found = self._across(position)
            if found is not None:
                self.beside[other(position.side)] = found

    def go_near(self, page: Page, top: int, height: int) -> None:
        """Keep the focus on screen after scrolling: to the nearest passage that begins there."""
        here = self.position
        first = page.first[here.passage] if here.passage < len(page.first) else 0
        if top <= first < top + height:
            return
        rows = range(top, top + height) if first < top else range(top + height - 1, top - 1, -1)
        for row in rows:
            passage = page.lines.passages[row] if 0 <= row < len(page.lines) else -1
            if passage >= 0 and page.first[passage] == row:
                self.go(Position(here.side, passage), jump=False)
                return
        passage = page.passage_at(top)
        if passage >= 0:
            self.go(Position(here.side, passage), jump=False)

    def linked(self, a: int, b: int) -> bool:
        """Whether two passages are linked."""
        return self.index is not None and any(k.b == b for k in self.index.sides["a"].links.get(a, ()))

    def companions(self, side: Side) -> frozenset[int]:
        """Passages of one side that belong to the focus on the other."""
        if self.index is None or side == self.position.side:
            return frozenset()
        found = set(self.index.counterparts(self.position.side, self.position.passage))
        across = self._across(self.position)
        if across is not None:
            found.add(across)
        return frozenset(found)

    def _across(self, position: Position) -> int | None:
        assert self.index is not None
        if position.conflict is not None:
            conflict = self.index.comparison.conflicts[position.conflict]
            return conflict.b.passage if position.side == "a" else conflict.a.passage
        found = self.index.counterparts(position.side, position.passage)
        return found[0] if found else None


def _first(article: Article) -> int:
    """The passage to begin with: the first that is not what the page left behind."""
    return next((p.index for p in article.passages if p.kind != "furniture"), 0)


def _same_place(before: Article, passage: int, article: Article) -> int:
    """The passage of another version that says the same, the nearest one; else the one in its place."""
    last = max(0, len(article.passages) - 1)
    if passage >= len(before.passages):
        return min(passage, last)
    words = before.passage_text(passage)
    same = [p.index for p in article.passages if article.text[p.start : p.end] == words]
    return min(same, key=lambda k: abs(k - passage), default=min(passage, last))
