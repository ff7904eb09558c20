"""What every report tells, in the order it tells it; the formats only dress it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tui.alignment.model import Span
from tui.articles.model import Article
from tui.comparison.model import Comparison
from tui.facts.model import Claim, Quotation, Side, Status
from tui.marks.model import Marks, Target, claim_target, conflict_target

WHOLE = 0.8
"""From this part of its words on, a passage counts as unique as a whole: marking nearly every word
of a sentence tells a reader less than the sentence itself."""

STATUS_WORDS: dict[Status, str] = {
    "shared": "shared",
    "mixed": "partly shared",
    "unique": "only here",
    "conflicting": "conflicting",
    "none": "without a fact",
}
"""The words for a status, as the reader's screen has them."""

GLYPHS: dict[Status, str] = {"shared": "=", "mixed": "±", "unique": "+", "conflicting": "‼", "none": ""}
"""The mark before a passage, as in the reader's margin: its status without any colour."""

MATCHES = {True: ("=", "Both say"), False: ("≈", "Perhaps both say")}
"""The mark before, and what to call the links that are likely right, and those that are only possible."""

SIDES: tuple[Side, Side] = ("a", "b")


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """A passage that says something the other article does not."""

    side: Side
    passage: int
    spans: tuple[Span, ...]
    """The words only this article has, in order and without overlap."""
    whole: bool
    """Whether that is, but for a few words, the whole passage."""
    claims: tuple[Claim, ...]
    checked: bool
    """Whether the reader has reviewed each of its claims."""
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Passages of A and of B that state the same fact."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    scores: tuple[float, float]
    """Of the least sure and the surest link among them."""
    by_hand: bool
    """Whether the reader pinned it."""
    conflicting: bool
    """Whether these passages also contradict each other somewhere."""

    @property
    def grounds(self) -> str:
        """Why they are taken to match, in a few words."""
        least, most = (f"{score:.2f}" for score in self.scores)
        scores = f"score {most}" if least == most else f"scores {least} to {most}"
        why = "linked by hand" if self.by_hand else scores
        return f"{why}, but with a conflict" if self.conflicting else why


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who is quoted, with where."""

    name: str | None
    """None gathers the quotations whose speaker is not clear."""
    a: tuple[Quotation, ...]
    b: tuple[Quotation, ...]

    def quotations(self, side: Side) -> tuple[Quotation, ...]:
        """The speaker's quotations in one article."""
        return self.a if side == "a" else self.b


def name_of(article: Article, side: Side) -> str:
    """What to call an article: its title, else its source, else its letter."""
    return article.title or article.source or side.upper()


def origin_of(article: Article) -> list[str]:
    """Where an article is from: source, publication, byline and date, those that are known."""
    known = (article.source, article.site, article.byline, article.date)
    return [part for part in dict.fromkeys(known) if part and part != article.title]


def ref(side: Side, passage: int) -> str:
    """The passage's id, as in the JSON report."""
    return f"{side}{passage}"


def counts(comparison: Comparison, side: Side) -> str:
    """One line on an article: `44 passages: 9 shared, 28 only here`."""
    summary = comparison.summary()[side]
    parts = [f"{summary[status]} {words}" for status, words in STATUS_WORDS.items() if summary[status]]
    total = plural(summary["passages"], "passage")
    return f"{total}: {', '.join(parts)}" if parts else total


def plural(number: int, noun: str, nouns: str = "") -> str:
    """`1 passage`, `2 passages`, or with their own plural `2 matches`."""
    return f"{number} {noun}" if number == 1 else f"{number} {nouns or noun + 's'}"


def only_here(comparison: Comparison, side: Side, marks: Marks) -> list[OnlyHere]:
    """The passages of one article that say something only it says, in reading order."""
    article = comparison.article(side)
    by_passage: dict[int, list[Claim]] = defaultdict(list)
    for claim in comparison.claims:
        if claim.side == side and claim.status == "unique":
            by_passage[claim.passage].append(claim)
    found = []
    for passage, claims in sorted(by_passage.items()):
        spans = union([(c.start, c.end) for c in claims])
        targets = [claim_target(c) for c in claims]
        found.append(
            OnlyHere(
                side,
                passage,
                spans,
                _covers(article, passage, spans),
                tuple(claims),
                all(t in marks.checked for t in targets),
                notes_in(comparison, marks, side, passage),
            )
        )
    return found


def matches(comparison: Comparison, marks: Marks, *, likely: bool) -> list[Match]:
    """What both say: the links, passages of A that share their counterparts told together.

    Args:
        comparison: Whose links to tell.
        marks: The reader's own marks.
        likely: Whether to tell the links that are likely right, or those that are only possible.
    """
    partners: dict[int, list[int]] = defaultdict(list)
    scores: dict[tuple[int, int], float] = {}
    for link in comparison.links:
        if link.likely is not likely:
            continue
        partners[link.a].append(link.b)
        scores[link.a, link.b] = link.score
    together: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for passage, counterparts in sorted(partners.items()):
        together[tuple(sorted(counterparts))].append(passage)
    pinned = comparison.pinned | marks.pinned
    at_odds = {(c.a.passage, c.b.passage) for c in comparison.conflicts}
    found = []
    for b, a in together.items():
        pairs = [(i, j) for i in a for j in b]
        between = [scores[pair] for pair in pairs]
        by_hand, conflicting = not pinned.isdisjoint(pairs), not at_odds.isdisjoint(pairs)
        extremes = min(between), max(between)
        found.append(Match(tuple(a), b, extremes, by_hand, conflicting))
    return sorted(found, key=lambda match: (match.a, match.b))


def speakers(comparison: Comparison) -> list[Speaker]:
    """Who is quoted where: those quoted in both articles first, the unknown last."""
    said: dict[str | None, dict[Side, list[Quotation]]] = {}
    for quotation in comparison.quotations:
        said.setdefault(quotation.speaker, {"a": [], "b": []})[quotation.side].append(quotation)
    found = [Speaker(name, tuple(by["a"]), tuple(by["b"])) for name, by in said.items()]
    return sorted(found, key=lambda s: (s.name is None, not (s.a and s.b)))


def quoted(comparison: Comparison, quotation: Quotation) -> str:
    """The words of a quotation, in quotation marks."""
    words = comparison.article(quotation.side).text[quotation.start : quotation.end].strip('“”"')
    return f"“{words}”"


def also_in(comparison: Comparison, quotation: Quotation) -> str:
    """Where the other article has the same words: `also in b3`, or nothing."""
    if quotation.counterpart is None:
        return ""
    other = comparison.quotations[quotation.counterpart]
    return f"also in {ref(other.side, other.passage)}"


def taken_apart(comparison: Comparison, marks: Marks) -> list[tuple[int, int]]:
    """The pairs of passages the reader cut."""
    return sorted(comparison.cut | marks.cut)


def reviewed(comparison: Comparison, marks: Marks) -> tuple[int, int]:
    """How many of the unique claims and conflicts the reader has checked, and how many there are."""
    targets: list[Target] = [claim_target(c) for c in comparison.claims if c.status == "unique"]
    targets += [conflict_target(c) for c in comparison.conflicts]
    return sum(t in marks.checked for t in targets), len(targets)


def notes_in(comparison: Comparison, marks: Marks, side: Side, passage: int) -> tuple[str, ...]:
    """The reader's notes that touch a passage, but for those that are told with a conflict."""
    place = comparison.article(side).passages[passage]
    notes = tuple(marks.notes_on(side, place.start, place.end))
    if not notes:  # as with nearly all: no need to look through all conflicts for each passage
        return ()
    told = {conflict_target(conflict) for conflict in comparison.conflicts}
    return tuple(note for target, note in notes if target not in told)


def other_notes(comparison: Comparison, marks: Marks) -> list[tuple[str, str]]:
    """The notes on what stands in both articles, or is no fact: where each is, and what it says.

    Together with those on conflicts and on what only one article says, these are all notes: a note
    is never left out because what it was on is seen otherwise now.
    """
    told = {conflict_target(conflict) for conflict in comparison.conflicts}
    for side in SIDES:
        for item in only_here(comparison, side, Marks()):
            place = comparison.article(side).passages[item.passage]
            told |= {target for target, _ in marks.notes_on(side, place.start, place.end)}
    left = [(target, note) for target, note in marks.notes.items() if target not in told]
    return [
        (_where(comparison, t), note) for t, note in sorted(left, key=lambda n: (n[0].a or (), n[0].b or ()))
    ]


def _where(comparison: Comparison, target: Target) -> str:
    """The ids of the passages that a mark touches."""
    spans: tuple[tuple[Side, Span | None], ...] = (("a", target.a), ("b", target.b))
    return " ".join(
        ref(side, p.index)
        for side, span in spans
        for p in comparison.article(side).passages
        if span is not None and p.start < span[1] and span[0] < p.end
    )


def union(spans: list[Span]) -> tuple[Span, ...]:
    """The same stretches of text without overlap, in order."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _covers(article: Article, passage: int, spans: tuple[Span, ...]) -> bool:
    whole = article.passages[passage]
    return sum(end - start for start, end in spans) >= WHOLE * (whole.end - whole.start)
