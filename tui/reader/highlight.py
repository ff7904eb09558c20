"""What is marked in each passage: unique words, conflicts, evidence, search hits."""

from __future__ import annotations

from collections.abc import Iterable

from tui.alignment.model import Link, Span
from tui.facts.model import Side
from tui.language.words import words
from tui.reader.paint import Mark
from tui.reader.palette import Role
from tui.reader.session import Session


def highlights(session: Session, side: Side, passage: int) -> list[Mark]:
    """The marks on one passage, the most important last (it is laid over the others)."""
    spans: list[tuple[Span, Role]] = []
    index = session.index
    if index is not None:
        if session.evidence and session.beside[side] == passage:
            spans += [(span, "differing") for span in differing(session, side, passage)]
        else:
            spans += _unique(session, side, passage)
        if session.evidence:
            spans += [(span, "evidence") for span in _evidence(session, side, passage)]
        spans += [(span, "conflict_words") for span in index.conflict_spans(side, passage)]
        spans += [(span, "unique_focus") for span in _in_focus(session, side, passage)]
    if session.search is not None:
        here = session.search.hit(session.hit) if session.hit is not None else None
        for hit in session.search.in_passage(side, passage):
            spans.append(((hit.start, hit.end), "found_here" if hit == here else "found"))
    shown = session.prose[side].shown(passage)
    return [Mark(*shown.span(*span), role) for span, role in spans]


def _unique(session: Session, side: Side, passage: int) -> list[tuple[Span, Role]]:
    """What only this article says: underlined, unless it is the whole passage.

    Pages of underlined sentences tire the eye; there the mark in the margin says it.
    """
    assert session.index is not None
    place = session.article(side).passages[passage]
    whole = session.index.sides[side].statuses[passage] == "unique"
    found: list[tuple[Span, Role]] = []
    for start, end in session.index.unique_spans(side, passage):
        most = end - start >= 0.8 * (place.end - place.start)
        found.append(((start, end), "unique_passage" if whole and most else "unique_words"))
    return sorted(found, key=lambda item: item[1])


def link_in_focus(session: Session) -> Link | None:
    """The link between the passages in focus on the two sides."""
    if session.index is None:
        return None
    for link in session.index.sides["a"].links.get(session.beside["a"], ()):
        if link.b == session.beside["b"]:
            return link
    return None


def differing(session: Session, side: Side, passage: int) -> list[Span]:
    """Words of a passage that its counterpart in focus does not have, neighbours joined."""
    link = link_in_focus(session)
    if link is None:
        return []
    covered = [e.a if side == "a" else e.b for e in link.evidence]
    article = session.article(side)
    across = session.article("b" if side == "a" else "a")
    there = {w.form for w in words(across.passage_text(link.b if side == "a" else link.a))}
    start = article.passages[passage].start
    found: list[Span] = []
    joined = False
    for word in words(article.passage_text(passage)):
        low, high = start + word.start, start + word.end
        if word.form in there or any(s <= low and high <= e for s, e in covered):
            joined = False
            continue
        found[-1:] = [(found[-1][0], high)] if joined else [*found[-1:], (low, high)]
        joined = True
    return found


def _evidence(session: Session, side: Side, passage: int) -> Iterable[Span]:
    link = link_in_focus(session)
    if link is None or passage != (link.a if side == "a" else link.b):
        return ()
    return [e.a if side == "a" else e.b for e in link.evidence]


def _in_focus(session: Session, side: Side, passage: int) -> Iterable[Span]:
    """The claim in focus stands out from the other claims of its passage."""
    index, here = session.index, session.position
    if index is None or here.claim is None or (here.side, here.passage) != (side, passage):
        return ()
    claim = index.comparison.claims[here.claim]
    return [(claim.start, claim.end)]
