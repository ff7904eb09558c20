"""Find facts (a first version: whole unmatched sentences)."""

from __future__ import annotations

from collections.abc import Sequence

from tui.alignment.model import Link
from tui.articles.model import Article
from tui.facts.model import Claim, Facts, Side, Status
from tui.language.progress import Progress, silent


def find_facts(a: Article, b: Article, links: Sequence[Link], *, progress: Progress = silent) -> Facts:
    """What each passage states, and whether the other article states it too."""
    progress("finding facts", 0.0)
    partners_a: dict[int, list[int]] = {}
    partners_b: dict[int, list[int]] = {}
    for link in links:
        partners_a.setdefault(link.a, []).append(link.b)
        partners_b.setdefault(link.b, []).append(link.a)
    claims_a, status_a = _one_side("a", a, partners_a)
    claims_b, status_b = _one_side("b", b, partners_b)
    return Facts(status_a, status_b, (*claims_a, *claims_b), (), ())


def _one_side(
    side: Side, article: Article, partners: dict[int, list[int]]
) -> tuple[list[Claim], tuple[Status, ...]]:
    claims: list[Claim] = []
    statuses: list[Status] = []
    for passage in article.passages:
        if passage.kind == "furniture" or passage.start == passage.end:
            statuses.append("none")
            continue
        found = partners.get(passage.index, [])
        status: Status = "shared" if found else "unique"
        statuses.append(status)
        claims.append(
            Claim(
                side,
                passage.index,
                passage.start,
                passage.end,
                "statement",
                "shared" if found else "unique",
                salience=1 / (1 + passage.index),
                counterparts=tuple(found),
            )
        )
    return claims, tuple(statuses)
