"""From what a date says to the days it can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tui.language.values.model import DatePrecision, DateValue
from tui.language.values.tables import word_list, word_set

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: n for n, name in enumerate(word_list("monday tuesday wednesday thursday friday saturday sunday"))
}
SEASONS = ("spring", "summer", "autumn", "winter")
REACH = {
    **dict.fromkeys(word_list("last next this mid early late earlier later nineteenth twentieth"), 0),
    **dict.fromkeys(word_list("yesterday today tonight tomorrow"), 0),
    **dict.fromkeys(WEEKDAYS, 0),
    "/": 1,
    "century": 2,
    **dict.fromkeys(MONTHS, 3),  # 3rd of March
    "ago": 11,  # a couple of and a half or a couple of years ago
}
"""Words and marks of which every date without a year has one, each with how many of its words may
stand before that."""
LEADS = word_set(
    "the that their its in since until till from by during of before after and to "
    "a an one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty "
    "sixty several half"
)
"""Words other than those of `REACH` that a date may begin with."""
PARTED = re.compile("[-’']")
"""What stands between the parts of a word: `mid-March`, `April-May`, `19th-century`."""
_SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


@dataclass(slots=True)
class Draft:
    """What was read of a date, before it is fixed on the calendar."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    until: int | None = None
    """Last day of the month in a range (`March 3-5`)."""
    until_year: int | None = None
    precision: DatePrecision | None = None
    """Given for decade and century only; the rest follows from the fields."""
    shift: int | None = None
    """How many `shift_unit` from the day of writing."""
    shift_unit: str = ""
    direction: str = ""
    """`last`, `next`, `this` or ``."""
    season: str = ""
    approximate: bool = False


def resolve(draft: Draft, start: int, end: int, published: date | None, *, future: bool) -> DateValue:
    """Fix a date on the calendar as far as it can be.

    Args:
        draft: What was read.
        start: Where it stands.
        end: Where it ends.
        published: The day of writing, if known.
        future: Whether the sentence speaks of something to come.
    """
    relative = _relative(draft)
    days = _days(draft, published, future)
    precision = _precision(draft)
    year, month, day = draft.year, draft.month, draft.day
    if days is not None and not draft.until and not draft.until_year:
        first = days[0]
        if precision in {"day", "month", "year"}:
            year = first.year
        if precision in {"day", "month"}:
            month = first.month
        if precision == "day":
            day = first.day
    return DateValue(
        start,
        end,
        precision,
        year,
        month,
        day,
        draft.weekday if days is None or precision != "day" else days[0].weekday(),
        days[0] if days else None,
        days[1] if days else None,
        relative,
        draft.part,
        draft.approximate,
    )


def _precision(draft: Draft) -> DatePrecision:
    if draft.precision:
        return draft.precision
    if draft.shift_unit:
        unit = "day" if draft.shift_unit in {"second", "minute", "hour"} else draft.shift_unit
        return unit  # type: ignore[return-value]
    if draft.season:
        return "season"
    if draft.day is not None or draft.weekday is not None:
        return "day"
    return "month" if draft.month is not None else "year"


def _relative(draft: Draft) -> str:
    if draft.shift is not None:
        return f"{draft.shift:+d} {draft.shift_unit}"
    if draft.season:
        return f"{draft.direction} {draft.season}"
    return draft.direction


def _days(draft: Draft, published: date | None, future: bool) -> tuple[date, date] | None:
    """First and last day it can mean."""
    try:
        if draft.precision == "decade" and draft.year:
            return date(draft.year, 1, 1), date(draft.year + 9, 12, 31)
        if draft.precision == "century" and draft.year:
            return date(draft.year, 1, 1), date(draft.year + 99, 12, 31)
        if draft.year is not None:
            return _absolute(draft, draft.year)
        if published is not None:
            return _from(draft, published, future)
    except (ValueError, OverflowError):  # 30 February, or a year before 1
        pass
    return None


def _absolute(draft: Draft, year: int) -> tuple[date, date]:
    if draft.until_year:
        return date(year, 1, 1), date(draft.until_year, 12, 31)
    if draft.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if draft.day is None:
        return _month(year, draft.month)
    first = date(year, draft.month, draft.day)
    return first, date(year, draft.month, draft.until) if draft.until else first


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _from(draft: Draft, published: date, future: bool) -> tuple[date, date] | None:
    """Fix a relative date from the day of writing."""
    if draft.shift is not None:
        return _shifted(draft.shift, draft.shift_unit, published)
    if draft.season:
        return _season(draft, published)
    if draft.month is not None:
        return _nearest(draft, published, future)
    if draft.weekday is not None:
        return _weekday(draft.weekday, draft.direction, published, future)
    return None


def _shifted(shift: int, unit: str, published: date) -> tuple[date, date]:
    if unit in {"second", "minute", "hour"}:
        return published - timedelta(days=1 if unit == "hour" and shift < -10 else 0), published
    if unit == "day":
        day = published + timedelta(days=shift)
        return day, day
    if unit == "week":
        monday = published + timedelta(days=7 * shift - published.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        index = published.year * 12 + published.month - 1 + shift
        return _month(index // 12, index % 12 + 1)
    years = {"decade": 10, "century": 100}.get(unit, 1) * shift
    return date(published.year + years, 1, 1), date(published.year + years, 12, 31)


def _season(draft: Draft, published: date) -> tuple[date, date]:
    opening, closing = _SEASON_MONTHS[draft.season]
    year = published.year
    if draft.direction == "last" and published.month <= max(opening, closing):
        year -= 1
    if draft.direction == "next" and published.month >= opening:
        year += 1
    wraps = closing < opening
    return date(year, opening, 1), _month(year + wraps, closing)[1]


def _nearest(draft: Draft, published: date, future: bool) -> tuple[date, date]:
    """A month or day without a year: the latest past one, unless the sentence looks ahead."""
    spans = []
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            spans.append(_absolute(draft, year))
        except ValueError:  # 29 February
            continue
    if not spans:  # no leap year is near, or the day is none (`June 31`)
        raise ValueError
    if draft.direction == "last":
        past = [span for span in spans if span[1] < published]
        return past[-1] if past else spans[0]
    if future or draft.direction == "next":
        ahead = [span for span in spans if span[1] >= published]
        return ahead[0] if ahead else spans[-1]
    behind = [span for span in spans if span[0] <= published + timedelta(days=1)]
    return behind[-1] if behind else spans[0]


def _weekday(weekday: int, direction: str, published: date, future: bool) -> tuple[date, date]:
    """A bare weekday in news is the last one, the day of writing included."""
    back = (published.weekday() - weekday) % 7
    if direction == "next" or (future and direction != "last"):
        day = published + timedelta(days=(weekday - published.weekday()) % 7 or 7)
    elif direction == "last":
        day = published - timedelta(days=back or 7)
    else:
        day = published - timedelta(days=back)
    return day, day


def tells_date(word: str) -> bool:
    """Whether a date may begin or end in a word of several parts, case-folded."""
    return any(part in REACH or part in LEADS for part in PARTED.split(word))
