"""From the journal of a reader's decisions to the marks that stand now. Pure: no database here."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Literal

from tui.alignment.model import Span
from tui.articles.model import Article
from tui.marks.model import Marks, Target

MarkKind = Literal["link", "checked", "note"]
"""What kind of decision a change records."""

PINNED = "pinned"
CUT = "cut"
CHECKED = "checked"


@dataclass(frozen=True, slots=True)
class Change:
    """One decision of the reader. The journal only ever grows; undoing a change sets it aside."""

    kind: MarkKind
    target: Target
    value: str | None
    """`pinned` or `cut`; `checked`; the words of a note; None where the mark was taken away."""

    def mirrored(self) -> Change:
        """The same decision with the two articles swapped."""
        target = Target(self.target.kind, self.target.b, self.target.a)
        return Change(self.kind, target, self.value)

    def describe(self) -> str:
        """What was done, for the reader: `pinned link`, `note on a claim`."""
        if self.kind == "link":
            return f"{self.value or 'released'} link"
        if self.kind == "checked":
            return f"{'checked' if self.value else 'unchecked'} {self.target.kind}"
        return f"{'note' if self.value else 'removed note'} on a {self.target.kind}"


def text_digest(article: Article) -> str:
    """What tells an article's text from every other; where it was read from does not matter."""
    # Lone surrogates cannot be encoded as UTF-8, yet a hostile text may hold them.
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


class PassageIndex:
    """Finds an article's passages by their place in its text."""

    def __init__(self, article: Article) -> None:
        self._exact = {(p.start, p.end): p.index for p in article.passages}
        self._starts = [p.start for p in article.passages]
        self._ends = [p.end for p in article.passages]

    def at(self, span: Span) -> int | None:
        """The passage that is exactly this span."""
        return self._exact.get(span)

    def around(self, span: Span) -> range:
        """The passages that hold the whole span: one at most, as passages do not overlap."""
        last = bisect_right(self._starts, span[0]) - 1
        holds = last >= 0 and span[1] <= self._ends[last]
        return range(last, last + 1) if holds else range(0)

    def inside(self, span: Span) -> range:
        """The passages that lie within the span."""
        return range(bisect_left(self._starts, span[0]), bisect_right(self._ends, span[1]))


def standing(changes: Iterable[Change], a: PassageIndex, b: PassageIndex) -> Marks:
    """The marks that stand after all changes: on each target the last word counts.

    Args:
        changes: The changes in the order they were made, without those undone.
        a: The passages of the article that the changes call A.
        b: The passages of the article that the changes call B.
    """
    last: dict[tuple[MarkKind, Target], str | None] = {}
    for change in changes:
        key = change.kind, change.target
        last.pop(key, None)  # so that a target's place in the order is that of its last change
        last[key] = change.value
    links = ((target, value) for (kind, target), value in last.items() if kind == "link")
    decisions = _on_passages(links, a, b)
    notes = {target: value for (kind, target), value in last.items() if kind == "note" and value}
    return Marks(
        pinned=frozenset(pair for pair, value in decisions.items() if value == PINNED),
        cut=frozenset(pair for pair, value in decisions.items() if value == CUT),
        checked=frozenset(target for (kind, target), value in last.items() if kind == "checked" and value),
        notes=MappingProxyType(notes),
    )


def _on_passages(
    links: Iterable[tuple[Target, str | None]], a: PassageIndex, b: PassageIndex
) -> dict[tuple[int, int], str | None]:
    """Decisions about links, as pairs of passage indices of the texts as they are cut now.

    A text may be cut otherwise than when the decision was made. What is then still true is kept:
    a fact shared by two sentences is shared by the paragraphs around them, and two paragraphs
    with no fact in common have no sentences with one. The other way round nobody can know. A
    decision on exactly these passages goes before one carried over.
    """
    exact: dict[tuple[int, int], str | None] = {}
    carried: dict[tuple[int, int], str | None] = {}
    for target, value in links:
        if target.a is None or target.b is None:
            continue
        ours, theirs = a.at(target.a), b.at(target.b)
        if ours is not None and theirs is not None:
            exact[ours, theirs] = value
        elif value == PINNED:
            carried.update(dict.fromkeys(product(a.around(target.a), b.around(target.b)), value))
        elif value == CUT:
            carried.update(dict.fromkeys(product(a.inside(target.a), b.inside(target.b)), value))
    return carried | exact
