"""What a figure is told of, by the words beside it: a part, a whole, inhabitants, somebody's age."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.language.values import Name, Quantity, quantities
from tui.language.values.nouns import is_person
from tui.language.values.tables import word_set

KIN = word_set("daughter son brother sister grandchild grandson granddaughter wife husband")
"""Nouns of people of which a report mostly tells one number: somebody's."""
SOME = word_set("win vote seat award medal film movie book episode chapter page day week month year hour")
"""Nouns of which one report may count several, each of something else, as it does of people."""
_INHABITANTS = re.compile(r"\b(?:population|home to|inhabitants|inhabited by|residents)\b", re.IGNORECASE)
_REST = word_set("other others another more further additional extra remaining rest")
"""Words of a number that is only a part of the whole, told beside another part."""
_REST_BEFORE = re.compile(
    r"\b(?:other|another|additional|further|extra|remaining|first|last|next)\s$", re.IGNORECASE
)
_OF = r"\bof (?:the|its|their|those|these|all)\s"
_OF_WHOLE = re.compile(
    rf"{_OF}(?P<whole>\d|two|three|four|five|six|seven|eight|nine|ten|dozen)", re.IGNORECASE
)
"""What stands in a number that is told as a part of another (`three of the seven bullets`)."""
_OF_GROUP = re.compile(r"\sof (?:the|those|these|them|us)\b", re.IGNORECASE)
"""What stands after a number of some of a group."""
_AFTER_OF = re.compile(rf"{_OF}$", re.IGNORECASE)
_FROM = re.compile(
    r"(?:\s\([^)\n]{1,30}\))?\s(?:to\sthe\s)?(?:(?:north|south|east|west)\w*\s(?:of|from)|(?:away\s)?from|off|outside)"
    r"\s(?P<place>[A-Z]\w+)"
)
"""What stands after a distance."""
_APPOSED = re.compile(r"(?:,? \(?(?:aged )?|, who is )")
"""What stands between a name and an age told of it (`Orozco, 27`)."""
_CALLED = re.compile(r"\s*")
"""What stands between an age and the name it is told of, but for a title (`27-year-old Jose Orozco`)."""
_DESCRIBED = re.compile(r", (?:an? |the )(?:(?:[a-z-]+ ){1,2}(?:of|aged) )?")
_TITLED = re.compile(r" (?:[a-z-]+ ){1,2}")
"""The same where more is said of somebody (`Roux, a 31-year-old`, `27-year-old bank clerk Jose Orozco`)."""
_TIMED = re.compile(r"\b(\w{4,}) (at|by|until|till|before|after|since)\s$", re.IGNORECASE)
"""What stands before a time of day: what was done, and the preposition (`extinguished by 7 a.m.`)."""


def with_wholes(text: str, listed: Sequence[Quantity]) -> list[Quantity]:
    """Figures, and those that they are parts of (`seven bullets` in `three of the seven bullets`)."""
    wholes = []
    for part in listed:
        found = _OF_WHOLE.search(text, part.number[1], part.end) if part.kind == "count" else None
        if found is not None:
            at = found.start("whole")
            wholes += [
                replace(q, start=q.start + at, end=q.end + at, number=(q.number[0] + at, q.number[1] + at))
                for q in quantities(text[at : part.end])
            ]
    return [*listed, *wholes]


def is_whole(text: str, value: Quantity) -> bool:
    """Whether a figure is told as the whole of which another is a part."""
    return bool(_AFTER_OF.search(text, max(0, value.start - 10), value.start))


def is_share(text: str, value: Quantity) -> bool:
    """Whether a figure is told as some of a group: `two of the injured`, `three of them`."""
    return value.kind == "count" and bool(_OF_GROUP.match(text, value.number[1]))


def is_part(text: str, value: Quantity) -> bool:
    """Whether a figure is no total: `the other two`, `one witness`, `four others`."""
    return value.kind == "count" and (
        value.unit in _REST
        or bool(_REST & set(value.modifiers))
        or bool(_REST_BEFORE.search(text, max(0, value.start - 12), value.start))
        or bool(_OF_WHOLE.search(text, value.number[0], value.end))
        or (value.value == 1 and value.hedge == "exact" and not value.state)
    )


def one_of_several(text: str, quantities: Sequence[Quantity], toll: Quantity) -> bool:
    """Whether a number of people is told beside another (`two women and one man`): neither is the toll."""
    return any(
        other.kind == "count" and is_person(other.unit) and text[low:high].strip(" ,") in {"and", ""}
        for other in quantities
        for low, high in ((other.end, toll.start), (toll.end, other.start))
        if low < high
    )


def tells(value: Quantity) -> bool:
    """Whether the noun alone tells what is counted: a report speaks of one number of aftershocks."""
    return value.unit in KIN or not (is_person(value.unit) or value.unit in SOME)


def inhabitants(text: str, value: Quantity) -> bool:
    """Whether a number of people is that of a place: there is one such number, not many."""
    return value.kind == "count" and bool(_INHABITANTS.search(text, max(0, value.start - 24), value.end + 24))


def distance_from(text: str, value: Quantity) -> str:
    """The place from which a distance is told; `` for none."""
    found = _FROM.match(text, value.end)
    return found["place"] if found else ""


def bearer(text: str, names: Sequence[Name], age: Quantity) -> str:
    """The name an age is told of (`Orozco, 27, …`, `27-year-old Jose Orozco`); `` where it is none."""
    for apposed, called in ((_APPOSED, _CALLED), (_DESCRIBED, _TITLED)):
        for name in names:
            if name.end <= age.start and apposed.fullmatch(text, name.end, age.start):
                return name.text
            between = (
                text[age.end : name.start].removesuffix(f"{name.role} ") if name.start >= age.end else ""
            )
            if between and called.fullmatch(between):
                return name.text
    return ""


def done_at(text: str, time: Quantity) -> tuple[str, ...]:
    """What was done at a time of day, and the preposition; nothing where other words stand before it."""
    found = _TIMED.search(text, max(0, time.start - 40), time.start)
    return tuple(word.casefold() for word in found.groups()) if found else ()
