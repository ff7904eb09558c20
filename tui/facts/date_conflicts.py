"""Conflicts of dates: two days, months or years for one event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import Setting, of_saying, setting, two_tenses
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import DateValue, Quantity, compare_dates, few

LEAST_STRENGTH = 0.6
"""How sure it must be that two dates differ and are of one event: two sentences on one thing often
name the days of two events."""
COMMON_TERMS = 2
"""Terms that the clauses of two dates must have in common, one of them no name."""
WORDS_OF_SLIP = 5
"""Terms that two passages must have in common where their dates are the same but for the year."""
SURE_LINK = 0.6
"""Link score from which two passages tell of one event, where neither's date stands anywhere in the other
article. Of pairs of dates that agree in linked passages two in three would be told if one were another,
and 1 in 100 of those that differ and are of two events (news, reports and written pairs)."""
ONE_EVENT = 0.85
"""How surely they do."""
SHORTEST_PROSE = 8
"""Words below which a passage with a date is a date line."""
Dated = tuple[int, DateValue, Setting]
"""A passage, a date in it, and what stands around that."""
Detail = tuple[str, int | str, int | None]
"""What of a date is told (`month`), and which it is."""


def date_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Dates that differ, in clauses that tell the same."""
    events = cache(partial(_of_events, comparing))
    told = cache(partial(_told, comparing))
    for i, j in share.each(comparing.linked):
        if not (comparing.values_a.dates[i] and comparing.values_b.dates[j]):
            continue
        in_a, in_b = events("a", i), events("b", j)
        for p in in_a:
            for q in in_b:
                verdict = compare_dates(p, q)
                if (
                    verdict.verdict != "differ"
                    or _settled(p, in_b)
                    or _settled(q, in_a)
                    or p.precision != q.precision
                    or by_days(p, q)
                ):
                    continue
                one = setting(comparing, "a", i, (p.start, p.end))
                other = setting(comparing, "b", j, (q.start, q.end))
                sure = verdict.strength * max(
                    _same_event(comparing, (i, p, one), (j, q, other)),
                    _only_here(comparing, told, (i, p, one), (j, q, other)),
                )
                if sure >= LEAST_STRENGTH:
                    places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                    yield build_conflict(comparing, "date", *places, sure)


def _told(comparing: Comparing, side: Side) -> set[Detail]:
    """The dates that an article tells anywhere, in all detail and in less."""
    return {detail for told in comparing.values(side).dates for d in told for detail in _details(d)}


def _details(found: DateValue) -> list[Detail]:
    """What a date tells, the finest first."""
    told: list[Detail] = []
    if found.weekday is not None:
        told.append(("weekday", found.weekday, None))
    if found.month is not None and found.day is not None:
        told.append(("day", found.month, found.day))
    if found.month is not None:
        told.append(("month", found.month, None))
    if found.year is not None:
        told.append(("year", found.year, None))
    return told or [("relative", found.relative, None)]


def _only_here(comparing: Comparing, told: Callable[[Side], set[Detail]], a: Dated, b: Dated) -> float:
    """How surely two dates are of one event that neither article tells with the other's date, 0 to 1."""
    (i, p, one), (j, q, other) = a, b
    if comparing.scores[i, j] < SURE_LINK or _details(p)[0] in told("b") or _details(q)[0] in told("a"):
        return 0.0
    apart = two_tenses(one, other) or (
        p.precision == "year" and _two_figures(comparing, (i, one), (j, other))
    )
    return 0.0 if apart else ONE_EVENT


def _two_figures(comparing: Comparing, a: tuple[int, Setting], b: tuple[int, Setting]) -> bool:
    """Whether two clauses have figures, and none the other's: a row of years has one for each."""
    in_a = _counted(comparing, "a", *a)
    in_b = _counted(comparing, "b", *b)
    return bool(in_a or in_b) and not any(
        comparing.related(p, q).verdict == "agree" for p in in_a for q in in_b
    )


def _settled(found: DateValue, others: list[DateValue]) -> bool:
    """Whether the other passage has a date too, told in as much detail; a mere year may be of anything."""
    return any(
        compare_dates(found, other).verdict == "agree"
        and (other.precision != "year" or found.precision == "year")
        for other in others
    )


def _of_events(comparing: Comparing, side: Side, passage: int) -> list[DateValue]:
    """The dates of a passage that are told of an event: not of the report, nor of who says it."""
    article = comparing.article(side)
    values = comparing.values(side)
    found, kept = values.dates[passage], article.passages[passage]
    words = comparing.indexed(side).passage_terms(passage)
    text = article.text
    if len(words) < SHORTEST_PROSE:
        return []
    return [d for d in few(found) if not of_saying(text, d) and not _date_line(text, kept.start, d)]


def _date_line(text: str, start: int, found: DateValue) -> bool:
    """Whether a date opens a passage as that of the report: `27 / 09 / 2013 - Turkmenistan …`."""
    return not text[start : found.start].strip(" (") and text[found.end : found.end + 2].strip(" )")[:1] in {
        "-",
        "–",
        "—",
        ":",
        "|",
    }


def by_days(p: DateValue, q: DateValue) -> bool:
    """Whether both are told from the day of writing, in days: two reports may be of two days."""
    return bool(p.relative and q.relative) and p.precision == "day"


def _same_event(comparing: Comparing, a: Dated, b: Dated) -> float:
    """How surely the clauses of two dates tell of one event, 0 to 1."""
    (i, p, one), (j, q, other) = a, b
    if p.precision == "year" and (_counted(comparing, "a", i, one) or _counted(comparing, "b", j, other)):
        return 0.0
    found = _common(comparing, one, other)
    return found or (_same_passage(comparing, i, j) if _slip(p, q) else 0.0)


def _counted(comparing: Comparing, side: Side, passage: int, found: Setting) -> list[Quantity]:
    """The figures of a clause: with a year it may be one of a row of years, each with its figure."""
    quantities = comparing.values(side).quantities[passage]
    return [q for q in few(quantities) if q.kind != "ordinal" and found.start <= q.start < found.end]


def _slip(p: DateValue, q: DateValue) -> bool:
    """Whether two dates are the same but for the year (`June 1998`, `June 1999`)."""
    return p.month is not None and (p.month, p.day) == (q.month, q.day) and p.year != q.year


def _same_passage(comparing: Comparing, i: int, j: int) -> float:
    """How surely two passages tell of one event, 0 to 1, by their words as a whole."""
    in_a = comparing.terms_in("a", i, comparing.a.passages[i].start, comparing.a.passages[i].end)
    in_b = comparing.terms_in("b", j, comparing.b.passages[j].start, comparing.b.passages[j].end)
    common = comparing.shared(in_a, in_b)
    if common < WORDS_OF_SLIP:
        return 0.0
    return min(1.0, 2 * common / min(len(in_a), len(in_b)))


def _common(comparing: Comparing, one: Setting, other: Setting) -> float:
    words = comparing.shared(set(one.words), set(other.words))
    common = words + comparing.shared(set(one.names), set(other.names))
    if not words or common < COMMON_TERMS or two_tenses(one, other):
        return 0.0
    shorter = min(len(one.words) + len(one.names), len(other.words) + len(other.names))
    return min(1.0, 1.4 * common / shorter)
