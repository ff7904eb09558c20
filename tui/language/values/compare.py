"""Comparing two quantities or two dates: do they agree, differ, or not speak of the same thing?"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from tui.language.values.model import NOT_COMPARABLE, Agreement, DateValue, Quantity
from tui.language.values.nouns import same_thing
from tui.language.values.units import dimension, in_base

BEYOND_BOUND = 1.5
"""`more than 100,000` is said of 101,000 or 140,000; of 200,000 another word would be chosen. A soft
disagreement begins at one and a half times the bound."""
ROUNDING = 0.05
"""A round number stands for others up to a twentieth away (31,000 for 31,423), never more than half
its last digit."""
CONVERTED = 0.075
"""Converted units are rounded on both sides: 1,300 km² is 500 square miles, a month 30 days."""

_FINE_ROUNDING = {"percent": 0.5, "temperature": 0.6}
"""Part of the last digit that rounding moves: two-thirds is 67 percent, 82 °F is 28 °C."""

_EXACT, _HEDGED, _SOFT = 0.95, 0.8, 0.4
_DIFFER = Agreement("differ", _EXACT)


@dataclass(frozen=True, slots=True)
class _Converted:
    """What a quantity allows, in the base unit of its dimension."""

    low: float
    high: float
    value: float
    step: float
    hedge: str


_Span = Quantity | _Converted


def compare_quantities(a: Quantity, b: Quantity) -> Agreement:
    """Whether two quantities agree.

    Rounding (612 and 600 unhedged: weakly), bounds (`over 400` and 404), vague words (`dozens` and
    36) and conversions are no disagreement. Symmetric.

    The strength of `differ` is how sure the disagreement is: about 0.95 for two exact numbers of
    one noun, 0.8 when one is hedged, 0.4 when only a soft bound is far exceeded; less when the nouns
    are only akin or the numbers close.
    """
    if a.kind != b.kind:
        return NOT_COMPARABLE
    if a.kind == "score":
        same = (a.value, a.second) == (b.value, b.second)
        return Agreement("agree") if same else Agreement("differ", 0.9)
    if a.kind == "time":
        return _times(a, b)
    kinship = _kinship(a, b)
    if not kinship:
        return NOT_COMPARABLE
    if not a.unit and not b.unit and _scale_lost(a.value, b.value):
        return NOT_COMPARABLE
    x, y = _span(a), _span(b)
    verdict = _spans(x, y, converted=a.unit != b.unit and a.kind in {"measure", "duration"}, kind=a.kind)
    if kinship == 1.0:
        return verdict
    return Agreement(verdict.verdict, round(verdict.strength * kinship, 3), verdict.reason)


def far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities of one kind and unit are further apart than their last digits: they never agree.

    A cheap test of those of which only an agreement is of interest.
    """
    return a.kind != "time" and max(a.low, b.low) - min(a.high, b.high) > max(a.step, b.step)


def _scale_lost(a: float, b: float) -> bool:
    """Whether one bare number is the other in thousands, millions or billions (`110`, `110 billion`)."""
    low, high = sorted((abs(a), abs(b)))
    return low > 0 and round(high / low, 6) in {1e3, 1e6, 1e9}


def _kinship(a: Quantity, b: Quantity) -> float:
    """How surely the two count or measure the same thing, 0 to 1, by their nouns alone."""
    if a.state and b.state and a.state != b.state:
        return 0.0
    state = 1.0 if a.state == b.state else 0.7
    if a.kind == "count":
        shared = same_thing(a.unit, b.unit)
        if a.state and a.state == b.state and not (a.unit and b.unit):
            shared = max(shared, 0.8)
        return shared * state * _modified(a.modifiers, b.modifiers)
    if a.kind in {"measure", "duration", "age"} and a.unit != b.unit:
        return 1.0 if dimension(a.unit) and dimension(a.unit) == dimension(b.unit) else 0.0
    if a.kind == "percent":
        return 0.6 if a.of and b.of and not same_thing(a.of, b.of) else 1.0
    if a.kind == "ordinal":
        return same_thing(a.unit, b.unit)
    return 1.0 if a.unit == b.unit else 0.0


def _modified(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Less sure when each noun has a modifier that the other lacks (`armed men`, `wounded men`)."""
    if not a or not b or set(a) & set(b):
        return 1.0
    return 0.7


def _span(q: Quantity) -> _Span:
    """What a quantity allows, to set against another: the quantity itself where nothing is converted."""
    if not dimension(q.unit):
        return q
    return _Converted(
        in_base(q.low, q.unit),
        in_base(q.high, q.unit),
        in_base(q.value, q.unit),
        in_base(q.step, q.unit),
        q.hedge,
    )


def _spans(x: _Span, y: _Span, *, converted: bool, kind: str) -> Agreement:
    if x.low > y.low or (x.low == y.low and x.high > y.high):
        x, y = y, x  # x starts lower, whichever came first: the comparison is symmetric
    if x.high >= y.low:
        return _overlap(x, y)
    both_exact = x.hedge == y.hedge == "exact"
    gap = y.low - x.high
    size = max(abs(x.high), abs(y.low))
    if converted and gap <= CONVERTED * size:
        return Agreement("agree", 0.9, "converted units")
    if converted and kind == "duration":  # a week is often said of six days, or of eight
        return Agreement("differ", _graded(x, y, 0.5, _EXACT))
    if kind in {"percent", "temperature"} and gap <= _FINE_ROUNDING[kind] * max(x.step, y.step):
        return Agreement("agree", 0.9, "rounding")
    if kind not in {"magnitude", "temperature", "age", "ordinal", "calibre", "multiplicity"}:
        if size >= 100 and gap <= min(max(_rounding(x, y), _rounding(y, x)), ROUNDING * size):
            return Agreement("agree", 0.5 if both_exact else 0.8, "rounding")
    elif gap <= 1e-9:
        return Agreement("agree")
    if both_exact:
        return _DIFFER
    if "vague" in {x.hedge, y.hedge}:
        return Agreement("differ", _graded(x, y, 0.3, 0.7), "outside the usual range of the word")
    return Agreement("differ", _graded(x, y, 0.5, _HEDGED))


def _rounding(rough: _Span, fine: _Span) -> float:
    """Half the last digit of the rounder number; nothing when both are equally round."""
    return rough.step / 2 if rough.step > fine.step else 0.0


def _overlap(x: _Span, y: _Span) -> Agreement:
    """Ranges meet: agreement, unless a bound is met only by far."""
    for bound, other in ((x, y), (y, x)):
        if bound.hedge == "at least" and other.hedge not in {"at least", "at most"} and bound.low > 0:
            ratio = other.low / bound.low
            if ratio > BEYOND_BOUND:
                return Agreement("differ", round(min(0.6, _SOFT * ratio / 2), 3), "far above the bound")
        if bound.hedge == "at most" and other.hedge not in {"at least", "at most"} and bound.high > 0:
            ratio = other.high / bound.high
            if ratio < 1 / (BEYOND_BOUND * 1.5):
                return Agreement("differ", 0.3, "far below the bound")
    same = (x.low, x.high) == (y.low, y.high)
    return Agreement("agree", 1.0 if same else 0.85)


def _graded(x: _Span, y: _Span, least: float, most: float) -> float:
    """Surer the further apart, reaching the most at a factor of two."""
    if x.high <= 0 or y.low == inf:
        return most
    return round(min(most, least + (most - least) * (y.low / x.high - 1)), 3)


def _times(a: Quantity, b: Quantity) -> Agreement:
    """Times of day; `2:56` may be either half of the day, and another zone is another clock."""
    if a.modifiers and b.modifiers and a.modifiers != b.modifiers:
        return NOT_COMPARABLE
    apart = abs(a.value - b.value)
    if a.unit != b.unit:
        apart = min(apart % 720, 720 - apart % 720)
    apart = min(apart, 1440 - apart)
    slack = 60.0 if "about" in {a.hedge, b.hedge} else 0.0
    if apart <= slack:
        return Agreement("agree", 1.0 if not apart else 0.8)
    if bool(a.modifiers) != bool(b.modifiers):
        return Agreement("differ", 0.4, "time zone given for one only")
    return Agreement("differ", 0.9 if apart > 30 else 0.7)


def compare_dates(a: DateValue, b: DateValue) -> Agreement:
    """Whether two dates can be the same; another level of detail is no disagreement. Symmetric."""
    if a.first and a.last and b.first and b.last:
        return _calendar(a, b)
    known = [
        (p, q)
        for p, q in ((a.year, b.year), (a.month, b.month), (a.day, b.day))
        if p is not None and q is not None
    ]
    if (a.month is not None and b.month is not None) or (a.year is not None and b.year is not None):
        if any(p != q for p, q in known):
            return Agreement("differ", 0.6 if a.approximate or b.approximate else 0.9)
        return Agreement("agree", 1.0 if a.normal == b.normal else 0.8)
    if a.weekday is not None and b.weekday is not None:
        if a.weekday != b.weekday:
            return Agreement("differ", 0.75)
        return Agreement("agree", 0.8 if a.relative == b.relative else 0.5)
    if a.relative and b.relative:
        return _relative(a, b)
    return NOT_COMPARABLE


def _calendar(a: DateValue, b: DateValue) -> Agreement:
    assert a.first and a.last and b.first and b.last
    told = bool(a.relative or b.relative)
    if a.first <= b.last and b.first <= a.last:
        return Agreement("agree", 1.0 if (a.first, a.last) == (b.first, b.last) else 0.8)
    gap = max((b.first - a.last).days, (a.first - b.last).days)
    coarse = max((a.last - a.first).days, (b.last - b.first).days)
    if (a.approximate or b.approximate or told) and gap <= max(1, coarse):
        # a week ago, 11 years ago: the neighbouring week or year is meant as often
        return (
            Agreement("differ", 0.3, "told from the day of writing") if gap > 1 else Agreement("differ", 0.4)
        )
    return Agreement("differ", 0.7 if told else 0.9)


def _relative(a: DateValue, b: DateValue) -> Agreement:
    if a.relative == b.relative:
        return Agreement("agree", 0.7)
    if a.relative.split()[-1] == b.relative.split()[-1] and a.relative.lstrip("+-")[:1].isdigit():
        return Agreement("differ", 0.6)
    return NOT_COMPARABLE
