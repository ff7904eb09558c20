"""The whole comparison of two articles, as data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tui.alignment.model import Alignment, Link
from tui.articles.model import Article
from tui.facts.model import Claim, Conflict, Facts, Quotation, Side, Status

SCHEMA = "diptych/1"
"""Version of the JSON report; a change of meaning needs a new number."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, the links between their passages, and the facts that follow from them."""

    a: Article
    b: Article
    alignment: Alignment
    links: tuple[Link, ...]
    facts: Facts
    threshold: float
    """Least score of a link."""
    pinned: frozenset[tuple[int, int]] = frozenset()
    """Pairs of passages that the reader linked by hand."""
    cut: frozenset[tuple[int, int]] = frozenset()
    """Pairs of passages that the reader took apart."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims: A's in reading order, then B's."""
        return self.facts.claims

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """All conflicts, the surest first."""
        return self.facts.conflicts

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations, with their speakers."""
        return self.facts.quotations

    def article(self, side: Side) -> Article:
        """The article on one side."""
        return self.a if side == "a" else self.b

    def statuses(self, side: Side) -> tuple[Status, ...]:
        """The status of each passage of one article."""
        return self.facts.status_a if side == "a" else self.facts.status_b

    def summary(self) -> dict[str, Any]:
        """Counts: of each side's passages by status and unique claims, of links and conflicts.

        Furniture is not counted: it is not part of what the article says.
        """
        counts: dict[str, Any] = {"a": self._side_counts("a"), "b": self._side_counts("b")}
        counts["links"] = len(self.links)
        counts["conflicts"] = len(self.conflicts)
        return counts

    def _side_counts(self, side: Side) -> dict[str, int]:
        statuses = [
            status
            for passage, status in zip(self.article(side).passages, self.statuses(side), strict=True)
            if passage.kind != "furniture"
        ]
        by_status = Counter(statuses)
        unique_claims = sum(c.side == side and c.status == "unique" for c in self.claims)
        return {
            "passages": len(statuses),
            **{name: by_status[name] for name in ("shared", "mixed", "unique", "conflicting", "none")},
            "unique_claims": unique_claims,
        }

    def to_dict(self) -> dict[str, Any]:
        """The JSON report, as plain data (schema `diptych/1`)."""
        from tui.comparison.serialise import to_dict

        return to_dict(self)
