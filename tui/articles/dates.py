"""Bylines, dates of publication and datelines, where a text states them clearly."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b{_YEAR}/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)\b",
        rf"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.{_YEAR}\b",
    )
)
_SLASHED = re.compile(r"\b(\d{1,2})\s?/\s?(\d{1,2})\s?/\s?((?:19|20)\d\d)\b")

# Everything that may stand on a line that says when an article appeared, besides the date itself.
_DATE_WORDS = re.compile(
    r"(?:published|posted|updated|modified|last|first|created|on|at|date|time|by|of|and|the|"
    r"mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"a\.?\s?m|p\.?\s?m|gmt|utc|est|edt|et|cst|cdt|ct|mst|mdt|pst|pdt|pt|ist|bst|cet|cest|msk|hkt|hrs?|"
    r"ago|local|z|t|h)\b\.?|[\d\s:.,|@·•+()/–—-]+",
    re.IGNORECASE,
)
_SAYS_WHEN = re.compile(r"(?:first |last )?(?:published|posted|updated|modified)\b", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÞŁŚŻŞİ][\w’'.-]*"
_BYLINE = re.compile(
    rf"(?:By|BY|Written by|Reported by|From|Von|Par|Por|Story by)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:\s+(?:{_NAME}|de|da|van|von|der|al|el|bin|and|und|et|y|&|in|for|,))*+"
    rf"(?:\s*,\s*{_NAME}(?:\s+(?:{_NAME}|and|&|in|for|of|the))*+){{0,6}}+)\s*"
    r"(?P<rest>(?:[|•·–—-].*|,?\s*\(?\d.*|[|]?\s*(?:Published|Updated|Posted).*)?)$"
)
_PASTED = re.compile(r"(?<=[a-z]{4})(?=[A-Z][a-z]{3})")  # By Jane DoeWorld editor
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w’'.-]*(?:[ /-][A-ZÀ-Þa-z][\w’'.-]*){0,3}"
    r"(?:,\s?[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2}){0,2})"
    r"(?P<when>,?\s(?:\w{3,9}\.?\s\d{1,2}|\d{1,2}\s\w{3,9}))?"
    r"(?P<agency>\s?\([\w .,/&-]{2,30}\))?"
    r"\s?(?P<mark>—|–|--|-(?=\s)|:)\s*(?=[\"“‘'«]?[A-ZÀ-Þ0-9])"
)
_NOT_A_PLACE = frozenset(
    """
    analysis opinion exclusive update breaking video watch live explainer editorial comment review
    correction note question answer q a summary background context factbox timeline warning interview
    profile feature report news editor's column commentary fact-check photos listen
    """.split()
)


def find_date(line: str) -> str | None:
    """The first date with day, month and year in a short line, as ISO 8601; None if none is clear."""
    for form in _FORMS:
        found = form.search(line)
        if found:
            month = found["month"].lower()
            return _iso(found["year"], _MONTHS.get(month) or month, found["day"])
    slashed = _SLASHED.search(line)
    if slashed:
        first, second, year = (int(part) for part in slashed.groups())
        if first > 12:
            return _iso(year, second, first)
        if second > 12 or first == second:
            return _iso(year, first, second)
    return None


def is_date_line(line: str) -> bool:
    """Whether a line says nothing but when the article appeared."""
    if len(line) > 120 or not any(char.isdigit() for char in line):
        return False
    if find_date(line) is None and not _SLASHED.search(line) and not _SAYS_WHEN.match(line):
        return False
    rest = line
    for form in (*_FORMS, _SLASHED):
        rest = form.sub(" ", rest)
    return not _DATE_WORDS.sub("", rest).strip()


def find_byline(line: str) -> str | None:
    """The names on a line that is a byline: `By Jane Doe and John Roe`."""
    if len(line) > 160:
        return None
    found = _BYLINE.match(_PASTED.split(line, maxsplit=1)[0])
    if not found or line.rstrip().endswith((".", "!", "?")):
        return None
    names = found["names"].strip(" ,")
    return names if len(names.split()) <= 16 else None


def find_dateline(head: str) -> int | None:
    """How long the dateline is that opens an article's first paragraph; None if there is none.

    Args:
        head: The first hundred or so code points of the paragraph.
    """
    found = _DATELINE.match(head[:120])
    if not found or found["place"].lower() in _NOT_A_PLACE:
        return None
    place = found["place"]
    sure = place.isupper() or found["agency"] or found["when"]
    if found["mark"] == "-" and not sure:
        return None  # `Jean - Who had` may be anything
    if not sure and len(place.split()) > 3:
        return None
    return found.end("mark")


def _iso(year: int | str, month: int | str, day: int | str) -> str | None:
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
