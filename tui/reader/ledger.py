"""What the ledger lists: claims of one side only, conflicts, quotations; sorted and filtered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tui.facts.model import Conflict, Side
from tui.language.visible import visible
from tui.language.words import fold
from tui.marks.model import Marks, Target, claim_target, conflict_target
from tui.reader.describe import KINDS, words_of
from tui.reader.index import Index, place_on
from tui.reader.place import Position
from tui.reader.session import Session
from tui.reader.walk import claim_position, conflict_position

Show = Literal["claims", "speakers"]
Sort = Literal["weight", "order"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    what: Literal["conflict", "claim", "quotation"]
    label: str
    """Side and kind: `A number`."""
    words: str
    side: Side | None
    """None for what stands on both sides."""
    kind: str
    weight: float
    position: Position
    target: Target | None
    """What a mark on it is on."""
    folded: str = field(init=False, repr=False, compare=False)
    """Its kind and words as a filter looks through them: folded once, not at each key."""

    def __post_init__(self) -> None:
        """Fold what a filter looks through."""
        object.__setattr__(self, "folded", fold(f"{self.kind}\n{self.words}"))


def entries(session: Session, index: Index, show: Show, sort: Sort) -> list[Entry]:
    """Everything the ledger can list, before filtering."""
    if show == "speakers":
        return _speakers(session, index)
    conflicts = [_conflict(session, index, k) for k in range(len(index.comparison.conflicts))]
    claims = [_claim(session, index, k) for side in index.sides.values() for k in side.unique]
    if sort == "weight":
        claims.sort(key=lambda entry: -entry.weight)
    else:
        conflicts.sort(key=lambda entry: entry.position.passage)
    return conflicts + claims


def matching(found: list[Entry], query: str) -> list[Entry]:
    """The entries that hold every word of a query.

    `a` or `b` alone means the side; the name of a kind (`number`, `name`, `conflict`) the kind;
    a word with `-` in front, entries without it; any other word is looked for in the claim.
    """
    wanted = fold(query).split()
    return [entry for entry in found if all(_holds(entry, word) for word in wanted)]


def checked(of: list[Entry], marks: Marks) -> int:
    """How many entries are checked."""
    return sum(entry.target in marks.checked for entry in of if entry.target)


def summary(listed: int, of: int, checked: int) -> str:
    """How many are listed, of how many, and how many of all are checked."""
    return f"{listed if listed == of else f'{listed} of {of}'} listed · {checked} checked"


def _holds(entry: Entry, word: str) -> bool:
    if word.startswith("-") and len(word) > 1:
        return not _holds(entry, word[1:])
    if word in ("a", "b"):
        return entry.side in (word, None)
    return word in entry.folded or word == entry.what


def _claim(session: Session, index: Index, number: int) -> Entry:
    claim = index.comparison.claims[number]
    kind = KINDS[claim.kind]
    return Entry(
        "claim",
        f"{claim.side.upper()} {kind}",
        words_of(session, claim),
        claim.side,
        kind,
        claim.salience,
        claim_position(index, number),
        claim_target(claim),
    )


def _conflict(session: Session, index: Index, number: int) -> Entry:
    conflict = index.comparison.conflicts[number]
    words = f"A: {_said(session, conflict, 'a')} · B: {_said(session, conflict, 'b')}"
    side = session.position.side
    return Entry(
        "conflict",
        f"conflict, {KINDS.get(conflict.kind, conflict.kind)}",
        words,
        None,
        f"conflict {KINDS.get(conflict.kind, conflict.kind)}",
        1 + conflict.confidence,
        conflict_position(index, number, side),
        conflict_target(conflict),
    )


def _said(session: Session, conflict: Conflict, side: Side) -> str:
    place = place_on(conflict, side)
    return " ".join(visible(session.article(side).text[place.start : place.end], prose=True).split())


def _speakers(session: Session, index: Index) -> list[Entry]:
    """Quotations, a speaker's together; who speaks in both articles first."""
    quotations = index.comparison.quotations
    voices: dict[str, set[Side]] = {}
    for quotation in quotations:
        voices.setdefault(quotation.speaker or "", set()).add(quotation.side)
    ordered = sorted(
        quotations,
        key=lambda q: (not q.speaker, -len(voices[q.speaker or ""]), q.speaker or "", q.side, q.start),
    )
    found = []
    for quotation in ordered:
        speaker = visible(quotation.speaker, prose=True) if quotation.speaker else "speaker not clear"
        text = session.article(quotation.side).text[quotation.start : quotation.end]
        also = " (in both)" if quotation.counterpart is not None else ""
        found.append(
            Entry(
                "quotation",
                f"{quotation.side.upper()} {speaker}{also}",
                " ".join(visible(text, prose=True).split()),
                quotation.side,
                f"quotation {speaker}",
                0.0,
                Position(quotation.side, quotation.passage),
                None,
            )
        )
    return found
