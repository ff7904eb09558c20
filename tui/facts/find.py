"""Find facts: what each passage states, and whether the other article states it too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.alignment.lexicon import Lexicon
from tui.alignment.model import Link
from tui.articles.model import Article
from tui.facts.claims import Judged, claims_of, judge, trim
from tui.facts.conflicts import find_conflicts
from tui.facts.context import Comparing, numbered_persons
from tui.facts.model import Claim, Conflict, Facts, Side, Status
from tui.facts.nofact import without_fact
from tui.facts.quotations import find_quotations
from tui.facts.values import Values, values_of
from tui.language.progress import Progress, Share, silent

VALUE_KINDS = frozenset({"quantity", "date", "name"})
"""Kinds of conflict whose spans are single values: these are left out of unique claims."""
LEAST_REST = 3
"""Words that must be left of a unique claim from which a conflicting value was taken."""


def find_facts(
    a: Article,
    b: Article,
    lexicon: Lexicon,
    candidates: Sequence[Link],
    threshold: float,
    *,
    progress: Progress = silent,
) -> Facts:
    """Claims, conflicts, quotations and the status of each passage.

    Args:
        a: The first article.
        b: The second article.
        lexicon: Both articles, indexed.
        candidates: Scored pairs of passages, the reader's own decisions applied.
        threshold: Least score of a link.
        progress: Told how far the work is; it cancels by raising.
    """
    share = Share(progress, "finding facts")
    values_a = values_of(a, share.part(0.0, 0.23))
    share.tell(0.23)
    values_b = values_of(b, share.part(0.23, 0.46))
    persons = numbered_persons(values_a, values_b, share.part(0.46, 0.5))
    empty_a = without_fact(a, values_a.dates, share.part(0.5, 0.51))
    empty_b = without_fact(b, values_b.dates, share.part(0.51, 0.52))
    no_fact = empty_a, empty_b
    comparing = Comparing(a, b, values_a, values_b, persons, no_fact, lexicon, tuple(candidates), threshold)
    conflicts = find_conflicts(comparing, share.part(0.52, 0.7))
    quotations = find_quotations(comparing, share.part(0.7, 0.73))
    judged_a, judged_b = judge((a, b), lexicon, candidates, (values_a, values_b), share.part(0.73, 0.88))
    share.tell(0.88)
    found: list[tuple[list[Claim], tuple[Status, ...]]] = []
    sides: tuple[tuple[Side, Article, Judged, Values, list[bool], Share], ...] = (
        ("a", a, judged_a, values_a, empty_a, share.part(0.88, 0.94)),
        ("b", b, judged_b, values_b, empty_b, share.part(0.94, 1.0)),
    )
    for side, article, judged, values, empty, part in sides:
        partners = _partners(side, candidates, threshold)
        claims = claims_of(side, article, judged, values, partners, empty, part.part(0.0, 0.7))
        part.tell(0.7)
        claims = _without_conflicts(side, article, claims, conflicts)
        found.append((claims, _statuses(side, article, judged, empty, conflicts, part.part(0.9, 1.0))))
    return Facts(found[0][1], found[1][1], (*found[0][0], *found[1][0]), conflicts, quotations)


def _partners(side: Side, candidates: Sequence[Link], threshold: float) -> dict[int, list[int]]:
    partners: dict[int, list[int]] = {}
    for link in candidates:
        if link.score >= threshold:
            own, other = (link.a, link.b) if side == "a" else (link.b, link.a)
            partners.setdefault(own, []).append(other)
    return {passage: sorted(others) for passage, others in partners.items()}


def _statuses(
    side: Side,
    article: Article,
    judged: Judged,
    empty: Sequence[bool],
    conflicts: Sequence[Conflict],
    share: Share,
) -> tuple[Status, ...]:
    at_odds = {(c.a if side == "a" else c.b).passage for c in conflicts}
    return tuple(
        _status(judged, p.index, empty=empty[p.index], at_odds=p.index in at_odds)
        for p in share.each(article.passages)
    )


def _status(judged: Judged, passage: int, *, empty: bool, at_odds: bool) -> Status:
    if at_odds:
        return "conflicting"
    if empty:
        return "none"
    return judged.status(passage)


def _without_conflicts(
    side: Side, article: Article, claims: list[Claim], conflicts: Sequence[Conflict]
) -> list[Claim]:
    """The claims, with what conflicts marked as such.

    A claim that a conflict of wording covers for the most part is told as conflicting; all else that
    conflicts is taken out of the unique claim it stands in.
    """
    by_passage: dict[int, list[Conflict]] = {}
    for conflict in conflicts:
        by_passage.setdefault((conflict.a if side == "a" else conflict.b).passage, []).append(conflict)
    made: list[Claim] = []
    for claim in claims:
        pieces = [claim]
        for conflict in by_passage.get(claim.passage, ()):
            place, other = (conflict.a, conflict.b) if side == "a" else (conflict.b, conflict.a)
            pieces = [
                p for c in pieces for p in _against(article, c, place.span, conflict.kind, other.passage)
            ]
        made.extend(pieces)
    return made


def _against(article: Article, claim: Claim, span: tuple[int, int], kind: str, other: int) -> list[Claim]:
    start, end = max(claim.start, span[0]), min(claim.end, span[1])
    if start >= end or claim.status == "conflicting":
        return [claim]
    if kind not in VALUE_KINDS and end - start >= (claim.end - claim.start) / 2:
        return [replace(claim, status="conflicting", counterparts=(other,))]
    if claim.status != "unique":
        return [claim]
    pieces = []
    for low, high in ((claim.start, start), (end, claim.end)):
        low, high = trim(article.text, low, high)
        if len(article.text[low:high].split()) >= LEAST_REST:
            pieces.append(replace(claim, start=low, end=high))
    return pieces
