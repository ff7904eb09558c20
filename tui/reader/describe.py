"""What the line above the keys says: where one is, in words."""

from __future__ import annotations

from bisect import bisect_left

from tui.facts.model import Claim, Side
from tui.language.visible import visible
from tui.reader.index import Index
from tui.reader.place import Position, other
from tui.reader.session import Session

KINDS = {"statement": "statement", "quantity": "number", "date": "date", "name": "name", "quote": "quotation"}
"""Kinds of claim, as the reader calls them."""


def words_of(session: Session, claim: Claim) -> str:
    """A claim in its own words, on one line, safe to show."""
    text = session.article(claim.side).text[claim.start : claim.end]
    return " ".join(visible(text, prose=True).split())


def describe(session: Session) -> str:
    """Where one is: a conflict, a claim, a match, or plain text."""
    index, here = session.index, session.position
    if session.search is not None:
        found = _search(session)
        if found:
            return found
    if index is None or not session.article(here.side).passages:
        return ""
    if here.conflict is not None:
        return _conflict(index, here)
    if here.claim is not None:
        return _claim(index, here)
    return _passage(session, index, here)


def _search(session: Session) -> str:
    """What was found, while one stands on it or while nothing was found."""
    search, here = session.search, session.position
    assert search is not None
    words = f"“{visible(search.query, prose=True)}”"
    if session.hit is None:
        return f"{words} not found" if search.query.strip() else ""
    hit = search.hit(session.hit)
    if (hit.side, hit.passage) != (here.side, here.passage):
        return ""
    counts = f"{search.count('a')} in A, {search.count('b')} in B"
    return f"{words} {session.hit + 1} of {search.total} · {counts}"


def _conflict(index: Index, here: Position) -> str:
    assert here.conflict is not None
    numbers = index.sides[here.side].conflicts
    conflict = index.comparison.conflicts[here.conflict]
    place = numbers.index(here.conflict) + 1
    kind = KINDS.get(conflict.kind, conflict.kind)
    return f"conflict {place} of {len(numbers)} · {kind} · {visible(conflict.explanation, prose=True)}"


def _claim(index: Index, here: Position) -> str:
    assert here.claim is not None
    unique = index.sides[here.side].unique
    claim = index.comparison.claims[here.claim]
    place = unique.index(here.claim) + 1 if here.claim in unique else 0
    return f"only in {here.side.upper()}, {place} of {len(unique)} · {KINDS[claim.kind]}"


def _passage(session: Session, index: Index, here: Position) -> str:
    side = index.sides[here.side]
    passage = session.article(here.side).passages[here.passage]
    if passage.kind == "furniture":
        return "part of the page, not of the article: not compared"
    links = side.links.get(here.passage)
    if not links:
        if side.statuses[here.passage] == "none":
            return f"passage {here.passage + 1} of {len(side.statuses)} · states no fact"
        return f"passage {here.passage + 1} of {len(side.statuses)} · only in {here.side.upper()}"
    place = bisect_left(side.matched, here.passage) + 1
    perhaps = "" if links[0].likely else "perhaps, "
    said = f"match {place} of {len(side.matched)} · {perhaps}{links[0].score:.0%} sure"
    if len(links) > 1:
        said += f" · {len(links)} counterparts"
    if index.moved(links[0]):
        said += (
            f" · {moved(session, here.side, here.passage, index.counterparts(here.side, here.passage)[0])}"
        )
    return said


def moved(session: Session, side: Side, passage: int, across: int) -> str:
    """Where a passage stands here and there: `lead here, paragraph 14 there`."""
    return f"{where(session, side, passage)} here, {where(session, other(side), across)} there"


def where(session: Session, side: Side, passage: int) -> str:
    """Where in its article a passage stands: the headline, the lead, or a paragraph's number."""
    passages = session.article(side).passages
    here = passages[passage]
    if here.kind in ("headline", "heading"):
        return here.kind
    body = session.index.sides[side].body if session.index else []
    number = bisect_left(body, here.paragraph) + 1
    return "lead" if number == 1 else f"paragraph {number}"
