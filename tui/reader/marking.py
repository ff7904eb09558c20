"""The reader's own hand, as the screen needs it: marks kept on disk and the progress they make."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.marks.model import Marks, Target, claim_target, conflict_target, passage_target

if TYPE_CHECKING:
    from tui.articles.model import Article
    from tui.facts.model import Side
    from tui.marks.store import MarkStore
    from tui.reader.index import Index
    from tui.reader.session import Session


@dataclass(slots=True)
class Marking:
    """The marks on the open pair; none until the pair is read."""

    store: MarkStore | None = None

    @property
    def marks(self) -> Marks:
        """The marks as they stand."""
        return self.store.marks if self.store else Marks()

    def any_stay_behind(self, store: MarkStore) -> bool:
        """Whether there are marks, and none of them in another store: that of a changed text."""
        return self.marks != Marks() and store.marks == Marks()


def target_in_focus(session: Session) -> Target | None:
    """What a mark made now is on: the conflict, claim or passage in focus."""
    if session.index is None or not session.ready:
        return None
    here, comparison = session.position, session.index.comparison
    if here.conflict is not None:
        return conflict_target(comparison.conflicts[here.conflict])
    if here.claim is not None:
        return claim_target(comparison.claims[here.claim])
    passages = comparison.article(here.side).passages
    return passage_target(here.side, passages[here.passage]) if here.passage < len(passages) else None


def claims_in_passage(session: Session) -> list[Target]:
    """The unique claims and the conflicts of the passage in focus."""
    index, here = session.index, session.position
    if index is None:
        return []
    side, comparison = index.sides[here.side], index.comparison
    found = [claim_target(comparison.claims[k]) for k in side.unique_by_passage.get(here.passage, ())]
    return found + [
        conflict_target(comparison.conflicts[k]) for k in side.conflicts_by_passage.get(here.passage, ())
    ]


def progress(index: Index, marks: Marks) -> tuple[int, int]:
    """How many of the unique claims and conflicts are checked, and how many there are."""
    targets = index.reviewable
    return len(targets & marks.checked), len(targets)


def noted_passages(marks: Marks, article: Article, side: Side) -> frozenset[int]:
    """Passages of one article that hold a note."""
    starts = [p.start for p in article.passages] if marks.notes else []
    found: set[int] = set()
    for target in marks.notes:
        span = target.a if side == "a" else target.b
        if span is not None:
            found.add(bisect_right(starts, span[0]) - 1)
    return frozenset(found)
