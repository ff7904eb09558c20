"""The passage in focus explained: counterparts, why they match, what each has that the other lacks."""

from __future__ import annotations

from rich.text import Text

from tui.alignment.model import Link
from tui.facts.model import Side
from tui.language.visible import visible
from tui.marks.model import Marks, link_target
from tui.reader.describe import KINDS, describe, where, words_of
from tui.reader.highlight import differing
from tui.reader.index import Index
from tui.reader.paint import Inks
from tui.reader.palette import MEANINGS
from tui.reader.place import other
from tui.reader.session import Session

_EVIDENCE = {
    "words": "words",
    "name": "names",
    "quantity": "numbers",
    "date": "dates",
    "quote": "quoted words",
}


def explanation(session: Session, marks: Marks, styles: Inks) -> Text:
    """What there is to say about the passage in focus."""
    index, here = session.index, session.position
    said = Text()
    if index is None or not session.ready or not session.article(here.side).passages:
        return said.append("Not compared yet.")
    status = index.sides[here.side].statuses[here.passage]
    said.append(f"{here.side.upper()}, {where(session, here.side, here.passage)}: ", styles.mark("title"))
    said.append(f"{MEANINGS[status]}\n")
    if here.conflict is not None:
        _conflict(said, session, index, here.conflict, styles)
    elif here.claim is not None:
        claim = index.comparison.claims[here.claim]
        said.append(f"{describe(session)}: ", styles.mark("unique")).append(f"{words_of(session, claim)}\n")
        said.append(f"weight {claim.salience:.0%}\n", styles.mark("quiet"))
    links = index.sides[here.side].links.get(here.passage, [])
    if not links:
        said.append(f"No passage of {other(here.side).upper()} states the same.\n")
    for link in links:
        _link(said, session, index, link, marks, styles)
    _lacks(said, session, here.side, here.passage, styles)
    for target, note in marks.notes_on(here.side, *_span(session, here.side, here.passage)):
        said.append(f"✎ note on the {target.kind}: {visible(note, prose=True)}\n", styles.mark("note"))
    said.rstrip()
    return said


def _span(session: Session, side: Side, passage: int) -> tuple[int, int]:
    place = session.article(side).passages[passage]
    return place.start, place.end


def _conflict(said: Text, session: Session, index: Index, number: int, styles: Inks) -> None:
    conflict = index.comparison.conflicts[number]
    said.append(f"‼ {visible(conflict.explanation, prose=True)} ", styles.mark("conflict"))
    said.append(
        f"({KINDS.get(conflict.kind, conflict.kind)}, {conflict.confidence:.0%} sure)\n", styles.mark("quiet")
    )
    for side, place in (("A", conflict.a), ("B", conflict.b)):
        text = session.article("a" if side == "A" else "b").text[place.start : place.end]
        said.append(f"  {side}: “{visible(text, prose=True)}”\n")


def _link(said: Text, session: Session, index: Index, link: Link, marks: Marks, styles: Inks) -> None:
    side = session.position.side
    far = other(side)
    across = link.b if side == "a" else link.a
    pair = (link.a, link.b)
    by_hand = pair in marks.pinned
    said.append("= ", styles.mark("shared"))
    said.append(f"{far.upper()}, {where(session, far, across)}", styles.mark("title"))
    said.append(", pinned by you" if by_hand else f", {link.score:.0%} sure")
    if index.moved(link):
        said.append(", told at another point of the story")
    comparison = index.comparison
    target = link_target(comparison.a.passages[link.a], comparison.b.passages[link.b])
    if target in marks.checked:
        said.append(", checked")
    said.append("\n")
    shared: dict[str, list[str]] = {}
    for item in link.evidence:
        low, high = item.a if side == "a" else item.b
        words = visible(session.article(side).text[low:high], prose=True)
        if words not in shared.setdefault(_EVIDENCE[item.kind], []):
            shared[_EVIDENCE[item.kind]].append(words)
    for kind, found in shared.items():
        said.append(f"  same {kind}: ", styles.mark("quiet")).append(
            ", ".join(found), styles.mark("evidence")
        )
        said.append("\n")


def _lacks(said: Text, session: Session, side: Side, passage: int, styles: Inks) -> None:
    """The claims of each passage in focus that the other article does not make."""
    index = session.index
    assert index is not None
    places = [(side, passage)]
    if session.beside[other(side)] in session.companions(other(side)):
        places.append((other(side), session.beside[other(side)]))
    for where_, number in places:
        claims = [index.comparison.claims[k] for k in index.sides[where_].unique_by_passage.get(number, ())]
        for claim in claims:
            said.append(f"+ only in {where_.upper()} ", styles.mark("unique"))
            said.append(f"({KINDS[claim.kind]}) ", styles.mark("quiet")).append(
                f"{words_of(session, claim)}\n"
            )
        if not claims and len(places) > 1:
            spans = differing(session, where_, number)
            text = session.article(where_).text
            if spans:
                said.append(f"other words in {where_.upper()}: ", styles.mark("quiet"))
                words = ", ".join(visible(text[low:high], prose=True) for low, high in spans)
                said.append(f"{words}\n", styles.mark("differing"))
