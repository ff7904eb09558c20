"""Whether two clauses make the same statement, so that what differs in them is a conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.alignment.model import Span
from tui.facts.context import Comparing
from tui.facts.model import Side
from tui.language.values import DateValue, compare_dates

# The first letters of all the words are said once in front: that spares most places the trial of the rest.
_AHEAD = re.compile(
    r"\b(?=[wsgapehimc])(?:will|won[’']t|shall|would(?:n[’']t)?|going to|about to|plan(?:s|ned|ning)? to"
    r"|expect(?:s|ed|ing)? to|set to|hop(?:es|ed|ing) to|aim(?:s|ed|ing)? to|intend(?:s|ed|ing)? to"
    r"|(?-i:may)|might|could(?:n[’']t)?)\b",
    re.IGNORECASE,
)
"""English words that tell of what is to come, or may: it does not contradict what has been.
May is a month."""
_SAID = re.compile(
    r"\b(?=[stracwpuib])"
    r"(?:said|says|told(?: \w+){1,2}|reported|announced|confirmed|wrote|posted|published|updated"
    r"|(?:statement|release|interview|conference|briefing)(?: issued| released)?)"
    r"(?:,? (?:on|late|early|in a statement))*,?\s*$",
    re.IGNORECASE,
)
"""What stands before the date of a saying, which is not that of the event."""
_EDITION = re.compile(r"(?:[’']s)? (?:column|edition|issue|newspaper|paper|report|story|statement)s?\b", re.I)
"""What stands after it."""
_COARSE = frozenset({"month", "season", "year", "decade", "century"})


@dataclass(frozen=True)
class Setting:
    """What stands around a value: the clauses it is in, and their words; each found when it is asked for."""

    comparing: Comparing
    side: Side
    passage: int
    value: Span
    start: int
    end: int

    @property
    def text(self) -> str:
        """The clauses."""
        return self.comparing.article(self.side).text[self.start : self.end]

    @cached_property
    def ahead(self) -> bool:
        """Whether it tells what will be, or may."""
        return _AHEAD.search(self.text) is not None

    @cached_property
    def words(self) -> set[int]:
        """Content words; no names, no numbers, none that only tell who says it."""
        return self._terms - self.comparing.names - self.comparing.speech

    @cached_property
    def names(self) -> set[int]:
        """The names in it."""
        return self._terms & self.comparing.names

    @cached_property
    def _terms(self) -> set[int]:
        around = self.comparing.terms_in(self.side, self.passage, self.start, self.end)
        return around - self.comparing.terms_in(self.side, self.passage, *self.value)

    @cached_property
    def dates(self) -> Sequence[DateValue]:
        """The dates of the clauses; of the whole passage where they have none."""
        text = self.comparing.article(self.side).text
        listed = [d for d in self.comparing.values(self.side).dates[self.passage] if not of_saying(text, d)]
        return [d for d in listed if self.start <= d.start < self.end] or listed


def setting(comparing: Comparing, side: Side, passage: int, span: Span) -> Setting:
    """What stands around a span of a passage.

    Args:
        comparing: The two articles.
        side: Which article.
        passage: Which passage of it.
        span: The value, as offsets into the article's text.
    """
    return Setting(comparing, side, passage, span, *comparing.clause(side, passage, *span))


def of_saying(text: str, found: DateValue) -> bool:
    """Whether a date tells when somebody said it (`police said Friday`, `in its Tuesday edition`)."""
    before = _SAID.search(text, max(0, found.start - 60), found.start)
    return before is not None or of_edition(text, found.end)


def of_edition(text: str, end: int) -> bool:
    """Whether a date that ends there is that of a newspaper or the like (`its Tuesday edition`)."""
    return _EDITION.match(text, end) is not None


def two_statements(comparing: Comparing, one: Setting, other: Setting) -> bool:
    """Whether two clauses tell of two things, whatever words they share.

    They do when one tells what will be and the other what has been, when their verbs are each
    other's contrary, or when they are of two months or years.
    """
    return opposed(comparing, one.words, other.words) or two_times(one, other)


def two_times(one: Setting, other: Setting) -> bool:
    """Whether one clause tells what will be and the other what has been, or each of its own year."""
    return two_tenses(one, other) or _dated_apart(one.dates, other.dates)


def two_tenses(one: Setting, other: Setting) -> bool:
    """Whether one clause tells what will be, or may, and the other what has been."""
    return one.ahead != other.ahead


def told_ahead(text: str) -> int:
    """How often a text tells of what will be, or may."""
    return len(_AHEAD.findall(text))


def opposed(comparing: Comparing, in_a: set[int], in_b: set[int]) -> bool:
    """Whether a word of one clause is the contrary of one of the other, and not in both."""
    only_a, only_b = in_a - in_b, in_b - in_a
    contraries = comparing.contraries
    return any(not contraries[term].isdisjoint(only_b) for term in contraries.keys() & only_a)


def _dated_apart(in_a: Sequence[DateValue], in_b: Sequence[DateValue]) -> bool:
    verdicts = [compare_dates(p, q).verdict for p in in_a for q in in_b if _far(p) or _far(q)]
    return "differ" in verdicts and "agree" not in verdicts


def _far(found: DateValue) -> bool:
    """Whether a date tells a month or a year: days of the week differ from report to report."""
    return found.precision in _COARSE or found.year is not None or "year" in found.relative
