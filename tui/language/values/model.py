"""What a text says in values: quantities, dates, names and quotations, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

QuantityKind = Literal[
    "count",
    "money",
    "percent",
    "age",
    "ordinal",
    "score",
    "time",
    "temperature",
    "measure",
    "duration",
    "multiplicity",
    "calibre",
    "magnitude",
]
"""What a quantity measures; only quantities of one kind are ever compared."""

Hedge = Literal["exact", "about", "at least", "at most", "between", "vague"]
"""How firmly the writer commits to the number (`vague`: dozens, several)."""

State = Literal["", "dead", "hurt", "missing", "held", "homeless"]
"""What is said of the people counted; the dead are not the injured."""

Verdict = Literal["agree", "differ", "not comparable"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two values relate, and how sure that is."""

    verdict: Verdict
    strength: float = 1.0
    """0 to 1: how sure the verdict is. Two exact numbers of one noun differ with about 0.95, a soft
    bound that is far exceeded with about 0.4."""
    reason: str = ""
    """Why, in a few words, where it is not plain (`rounding`, `far above the bound`)."""


NOT_COMPARABLE = Agreement("not comparable")
AGREE = Agreement("agree")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts or measures."""

    start: int
    """Start of the whole phrase, hedge and noun included (`over 400 Palestinians`)."""
    end: int
    number: tuple[int, int]
    """Where the bare number stands (`400`)."""
    kind: QuantityKind
    value: float
    """The number as written, its scale multiplied out, in `unit`."""
    low: float
    """Least value that the words allow, rounding left aside."""
    high: float
    """Greatest value that the words allow; infinite after `more than`."""
    step: float
    """Size of the last digit that is not zero: 100 for 1,300, 0.1 for 5.9."""
    hedge: Hedge = "exact"
    unit: str = ""
    """Normalised unit (`km²`, `usd`, `day`) or head noun in the singular (`village`); `` when bare."""
    of: str = ""
    """What a share is a share of (`building` in `40 percent of the buildings`)."""
    modifiers: tuple[str, ...] = ()
    """Words between number and noun (`strong` in `three strong aftershocks`), case-folded."""
    state: State = ""
    second: float | None = None
    """The other figure of a score or vote (`396-9`)."""

    @property
    def normal(self) -> str:
        """The value in its normalised form: `30 day`, `USD 1.2e9`, `>400 palestinian`."""
        from tui.language.values.normal import quantity_normal

        return quantity_normal(self)


DatePrecision = Literal["day", "week", "month", "season", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A point or stretch of the calendar, as far as the text tells it."""

    start: int
    end: int
    precision: DatePrecision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    first: date | None = None
    """First day it can mean, when it is fixed on the calendar."""
    last: date | None = None
    """Last day it can mean."""
    relative: str = ""
    """A date told from the day of writing (`-11 year`, `-1 day`, `last august`); `` for others."""
    part: str = ""
    """Part of the day (`morning`, `night`)."""
    approximate: bool = False
    """Whether it is hedged (`around 2005`, `about a year ago`)."""

    @property
    def normal(self) -> str:
        """The value in its normalised form: `2025-02-28`, `--02-28`, `tuesday`, `2007-06`."""
        from tui.language.values.normal import date_normal

        return date_normal(self)


NameKind = Literal["person", "place", "organisation", "group", "other"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in the text."""

    start: int
    """Start of the name itself, its title left out."""
    end: int
    """End, a possessive `'s` left out."""
    text: str
    """The name with spaces normalised: `Volodymyr Zelenskyy`."""
    kind: NameKind = "other"
    role: str = ""
    """Title before it (`President`, `Undersheriff`), as written; `` when there is none."""
    acronym_of: str = ""
    """The name this acronym stands for, where the text says so."""

    @property
    def normal(self) -> str:
        """The value in its normalised form."""
        return self.acronym_of or self.text


@dataclass(frozen=True, slots=True)
class NameCluster:
    """All mentions, in two texts, that name one person, place or organisation."""

    name: str
    """The fullest form."""
    kind: NameKind
    a: tuple[int, ...]
    """Indices into the first list of names."""
    b: tuple[int, ...]
    """Indices into the second list of names."""


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Words in quotation marks."""

    start: int
    """First character inside the opening mark."""
    end: int
    """One past the last character inside the closing mark."""
    speaker: str = ""
    """The speaker's name; `` where it is not clear."""
    speaker_span: tuple[int, int] | None = None
    """Where the words that name the speaker stand (a name, a pronoun or a noun phrase)."""
    group: int = 0
    """Quotations of one utterance, broken by `he said` or by paragraphs, share a number."""
    fragment: bool = False
    """Whether it is a title or a few words lifted out, rather than a sentence spoken."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A sentence that is told as somebody's words, without quotation marks or with them."""

    start: int
    """Start of the sentence."""
    end: int
    speaker: str
    """The speaker's name; `` where it is none (`the officer said`) or not clear."""
    speaker_span: tuple[int, int]
    """Where the words that name the speaker stand."""
