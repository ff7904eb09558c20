"""Dates in a text, absolute and relative to the day of writing."""

from __future__ import annotations

import re
from datetime import date

from tui.language.progress import UNTOLD, Share
from tui.language.values.calendar import LEADS, MONTHS, PARTED, REACH, SEASONS, WEEKDAYS, Draft, resolve
from tui.language.values.casing import CasedWords
from tui.language.values.model import DateValue
from tui.language.values.nouns import looks_plural
from tui.language.values.numbers import parse_number
from tui.language.values.tables import word_set
from tui.language.values.tokens import Tokens
from tui.language.values.units import SPELLINGS

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:morning|afternoon|evening|night)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]|20)\d\d"
_COUNT = (
    r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|a hundred|a couple of|a few|several|half a)"
)
_UNIT = r"(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?"
_GAP = r"[ \u00a0\n]{1,2}"

# Tried only where `_beginnings` says so: each begins with a figure or a word of `REACH` or `LEADS`.
_FORMS = re.compile(
    "|".join(
        (
            rf"(?P<iso>\b{_YEAR}-(?:0[1-9]|1[0-2])-{_DAY}\b)",
            rf"(?P<mdy>\b(?:{_WEEKDAY},? )?{_MONTH}{_GAP}{_NTH},?{_GAP}{_YEAR}\b)",
            rf"(?P<dmy>\b(?:{_WEEKDAY},? )?{_NTH}{_GAP}(?:of )?{_MONTH},?{_GAP}{_YEAR}\b)",
            rf"(?P<span>\b{_MONTH}{_GAP}{_DAY} ?[-–] ?{_DAY}\b(?:, {_YEAR}\b)?)",
            rf"(?P<my>\b{_MONTH}(?: of|,)? {_YEAR}\b)",
            rf"(?P<md>\b(?:{_WEEKDAY},? )?{_MONTH}{_GAP}{_NTH}\b(?![.,:]\d| ?[ap]\.?m| ?%| per))",
            r"(?P<dm>(?<![\d.:$£€] )(?<![\d.,:$£€-])"
            rf"\b(?:{_WEEKDAY},? )?{_NTH}{_GAP}(?:of )?{_MONTH}(?![A-Za-z]))",
            rf"(?P<slash>(?<![\d/.]){_DAY} ?/ ?{_DAY} ?/ ?(?:{_YEAR}|\d\d)\b(?!/))",
            rf"(?P<years>(?<![\d,.$£€-]){_YEAR} ?[-–] ?(?:{_YEAR}|\d\d)(?![\d-]|,\d))",
            r"(?P<decade>(?:\b(?:early|mid|late)[ -])?(?:\bthe )?(?<!\d)(?:1[0-9]|20)\d0[’']?s\b)",
            r"(?P<century>\b(?:\d{1,2}(?:st|nd|rd|th)|nineteenth|twentieth|twenty-first)[ -]century\b)",
            rf"(?P<ago>\b{_COUNT}(?: and a half)?(?: or {_COUNT})? {_UNIT} ago\b)",
            rf"(?P<relday>(?<!USA )\b(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)(?: {_PART})?\b"
            rf"|\b[Ll]ast night\b|\b[Tt]his {_PART}\b)",
            r"(?P<relunit>\b(?:[Ll]ast|[Tt]his|[Nn]ext|earlier this|later this) "
            r"(?:week(?:end)?|month|year|spring|summer|autumn|winter)\b)",
            rf"(?P<weekday>\b(?:(?:[Ll]ast|[Nn]ext|[Tt]his) )?{_WEEKDAY}(?: {_PART})?\b)",
            rf"(?P<month>\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Oo]f|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate"
            rf"|[Mm]id-?|[Bb]efore|[Aa]fter|and|to|[Ff]rom|[Tt]ill) {_MONTH}(?![A-Za-z]|,? (?:of )?\d)"
            rf"|\b(?:[Tt]he|that|their|its) {_MONTH}(?= [a-z])(?! for\b))",
            rf"(?P<year>(?<![\d.,$£€¥#/:+-])(?<![$£€] )\b{_YEAR}\b(?![,.:/]\d|%|-\d|-[A-Za-z]))",
        )
    )
)
_HEDGED = re.compile(
    r"(?:about|around|nearly|almost|roughly|some|over|more than|circa|c\.|at least|up to) $", re.I
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|and|the|through|to|between|season|"
    r"year|circa|his|her|its|their|our|’s|'s|back in|as of|for|spring|summer|autumn|winter|election)[ -]$",
    re.I,
)
_WORD_AFTER = re.compile(r"[ -]([^\W\d_]+)")


Drafts = list[tuple[re.Match[str], Draft]]
"""Where dates stand in a text, each with what it says."""


def drafts(text: str, words: CasedWords | None = None) -> Drafts:
    """The dates of a text, not yet fixed on the calendar.

    Args:
        text: Any text.
        words: Its words, when they are known already.
    """
    found: Drafts = []
    end = 0
    for start in _beginnings(CasedWords(text) if words is None else words):
        match = _FORMS.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            draft = _draft(match)
            if draft is not None:
                found.append((match, draft))
    return found


def _beginnings(words: CasedWords) -> list[int]:
    """Where a date may begin: the few places of a text that are worth a closer look."""
    starts = words.starts
    found: set[int] = set()
    for i in words.dated:
        word = words[i]
        found.add(starts[i])
        reach = REACH.get(word.low, 1)
        if word.kind == "word" and not word.text.isalpha():
            reach = REACH.get(PARTED.split(word.low, 1)[0], 1)
            found.update(starts[i] + mark.end() for mark in PARTED.finditer(word.text))
        for k in range(max(0, i - reach), i):
            if words[k].kind == "number" or words.lows[k] in LEADS:
                found.add(starts[k])
    return sorted(found)


def dates(
    text: str, published: date | None = None, drafted: Drafts | None = None, share: Share = UNTOLD
) -> list[DateValue]:
    """The dates of a text, in order; no two overlap.

    Args:
        text: Any text; offsets in the result are into it.
        published: The day of writing. With it, relative dates (`Tuesday`, `last August`, `11 years
            ago`) are fixed on the calendar; without it they keep what they say.
        drafted: The `drafts` of the text, when they are known already.
        share: Told how far the work is.
    """
    found = []
    for match, draft in share.each(drafts(text) if drafted is None else drafted):
        before = text[max(0, match.start() - 12) : match.start()]
        draft.approximate |= bool(_HEDGED.search(before))
        # only a date told from the day of writing hangs on it
        relative = published is not None and draft.year is None
        future = relative and _is_future(text, match.start(), match.end())
        found.append(resolve(draft, *_span(match), published, future=future))
    return found


def _span(match: re.Match[str]) -> tuple[int, int]:
    """Where the date stands, without the preposition that showed a bare month to be one."""
    start = match.start()
    if match.lastgroup == "month":
        opening = match.group().split(maxsplit=1)[0].lower()
        if opening not in {"last", "next", "this", "early", "late"} and not opening.startswith("mid"):
            start += len(opening) + 1
    return start, match.end()


_FUTURE = re.compile(
    r"\b(?:will|would|due|scheduled|set to|expected|planned|plans?|coming|upcoming|starts?|begins?)\b", re.I
)


def _is_future(text: str, start: int, end: int) -> bool:
    """Whether the words before, in the same sentence, speak of something still to come."""
    before = text[max(0, start - 70) : start]
    return (
        bool(_FUTURE.search(before.rpartition(". ")[2].rpartition("\n")[2]))
        or text[start:end][:4].lower() == "next"
    )


_BEFORE_NAME = word_set("of and to after before by until from till")
"""After these May is as likely a name."""
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
_PARTS = word_set("morning afternoon evening night tonight")


def _draft(match: re.Match[str]) -> Draft | None:
    rule = match.lastgroup or ""
    words = match.group()
    numbers = [int(n) for n in _DIGITS.findall(words)]
    named = _LETTERS.findall(words.lower())
    month = weekday = None
    part = ""
    for word in reversed(named):  # the first of each counts
        month = MONTHS.get(word, month)
        weekday = WEEKDAYS.get(word, weekday)
        part = word if word in _PARTS else part
    draft = Draft(weekday=weekday, part="night" if part == "tonight" else part)
    match rule:
        case "iso":
            draft.year, draft.month, draft.day = numbers
        case "mdy":
            draft.month, draft.day, draft.year = month, *numbers
        case "dmy":
            draft.month, draft.day, draft.year = month, *numbers
        case "span":
            draft.month, draft.day, draft.until = month, numbers[0], numbers[1]
            draft.year = numbers[2] if len(numbers) > 2 else None
        case "my":
            draft.month, draft.year = month, numbers[0]
        case "md" | "dm":
            draft.month, draft.day = month, numbers[0]
        case "slash":
            return _slash(draft, *numbers)
        case "years":
            return _years(draft, *numbers)
        case "decade":
            draft.precision, draft.year = "decade", numbers[0]
        case "century":
            draft.precision = "century"
            number = {"nineteenth": 19, "twentieth": 20, "twenty": 21}.get(named[0]) or numbers[0]
            draft.year = 100 * (number - 1)
        case "ago":
            return _ago(draft, words)
        case "relday":
            draft.shift, draft.shift_unit = _relative_day(words.lower()), "day"
        case "relunit":
            return _relative_unit(draft, named)
        case "weekday":
            draft.direction = named[0] if named[0] in {"last", "next", "this"} else ""
        case "month":
            draft.month = month
            draft.direction = named[0] if named[0] in {"last", "next", "this"} else ""
            if month == 5 and named[0] in _BEFORE_NAME:
                return None  # `and May` may be a name
            if month == 3 and words.endswith("MARCH"):
                return None  # `TO MARCH` may be a verb
        case "year":
            return _year(draft, match, numbers[0])
    return draft


def _slash(draft: Draft, first: int, second: int, year: int) -> Draft | None:
    """4/9/2007: month first unless that cannot be."""
    draft.month, draft.day = (first, second) if first <= 12 else (second, first)
    if draft.month > 12:
        return None
    draft.year = year if year > 99 else year + (2000 if year < 70 else 1900)
    return draft


def _years(draft: Draft, first: int, second: int) -> Draft | None:
    second = second if second > 99 else first - first % 100 + second
    if second <= first:
        return None
    draft.year, draft.until_year = first, second
    return draft


_UNIT_OF = re.compile(r"(second|minute|hour|day|week|month|year|decade|centur)")


def _ago(draft: Draft, words: str) -> Draft | None:
    unit = _UNIT_OF.findall(words.lower())[-1].replace("centur", "century")
    low = words.lower()
    if low.startswith(("a few", "several", "a couple")):
        draft.approximate = True
        count: float = 2 if "couple" in low else 4
    elif low.startswith(("a ", "an ", "half ")):
        count = 100 if low.startswith("a hundred") else 1
        draft.approximate = low.startswith("half")
    else:
        number = parse_number(Tokens(words), 0)
        if number is None:
            return None
        count = number.value
        draft.approximate = " or " in low or count != int(count)
    draft.shift, draft.shift_unit = -int(count), unit
    return draft


def _relative_day(low: str) -> int:
    if low.startswith("yesterday") or low == "last night":
        return -1
    return 1 if low.startswith("tomorrow") else 0


def _relative_unit(draft: Draft, named: list[str]) -> Draft:
    direction, unit = named[-2], named[-1]
    draft.direction = direction
    if unit in SEASONS:
        draft.season = unit
        return draft
    draft.shift = {"last": -1, "this": 0, "next": 1}[direction]
    draft.shift_unit = "week" if unit == "weekend" else unit
    return draft


# A four-figure number after or before one of these is a count or a time of day, not a year.
_BEFORE_COUNT = re.compile(r"\b(?:at|No\.|number|of about|than|about|over) $")
_CLOCK_AFTER = re.compile(r" \(\d{4} GMT")
_COUNTED = word_set("people troops soldiers men women children homes houses jobs gmt utc hours feet km")


def _year(draft: Draft, match: re.Match[str], year: int) -> Draft | None:
    text, end = match.string, match.end()
    before = text[max(0, match.start() - 12) : match.start()]
    following = _WORD_AFTER.match(text, end)
    after = following.group(1) if following else ""
    led = bool(_BEFORE_YEAR.search(before))
    if after.lower() in _COUNTED or (after.lower() in SPELLINGS and after.islower()):
        return None
    if text[end : end + 1] in {"°", "%"}:
        return None
    if _CLOCK_AFTER.match(text, end):
        return None
    if not led and _BEFORE_COUNT.search(before):
        return None
    plausible = 1900 <= year < 2060
    if not led and not plausible:
        return None
    if not led and after.islower() and looks_plural(after):
        return None
    draft.year = year
    return draft
