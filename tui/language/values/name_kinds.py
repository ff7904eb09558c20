"""What kind of thing a name names, and what an acronym stands for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from tui.language.progress import UNTOLD, Share
from tui.language.values import gazetteer as gaz
from tui.language.values.model import Name, NameKind

_PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|across|around|from|at)\s$")
_SAID_AFTER = re.compile(
    r"(?:,[^,.\n]{1,80},)?\s(?:said|says|told|added|asked|wrote|testified|denied|insisted|argued|warned|who\b)"
    r"|,\s\d{1,2}[,.]"
)
_INITIAL = re.compile(r"[A-Z]\.")


class BareName(NamedTuple):
    """A name before its kind is told: where it stands, what it says, its title."""

    start: int
    end: int
    text: str
    role: str


def with_kinds(text: str, found: list[BareName], share: Share = UNTOLD) -> list[Name]:
    """Tell people, places and organisations apart where form or neighbours show it."""
    kinds = [_kind(text, name) for name in share.part(0.0, 0.6).each(found)]
    share.tell(0.6)
    votes = Counter(
        (_surname(name.text) if kind == "person" else name.text, kind)
        for name, kind in zip(found, kinds, strict=True)
        if kind not in {"other", "group"}
    )
    most_last = sorted(votes.items(), key=lambda vote: (vote[1], vote[0][1]))
    known = {form: kind for (form, kind), _ in most_last}
    return [
        Name(
            name.start,
            name.end,
            name.text,
            kind if kind in {"group", "person"} else _like_others(name.text, known),
            name.role,
        )
        for name, kind in zip(found, kinds, strict=True)
    ]


def _like_others(name: str, known: dict[str, NameKind]) -> NameKind:
    """The kind that other mentions show: `Bradley Bowman` where `Bowman said`."""
    return known.get(name) or ("person" if known.get(_surname(name)) == "person" else "other")


@lru_cache(maxsize=1 << 12)
def _surname(name: str) -> str:
    words = [word for word in name.split() if word.casefold().rstrip(".") not in gaz.SUFFIXES]
    return words[-1] if words else name


def _kind(text: str, name: BareName) -> NameKind:
    words = name.text.split()
    first, last = words[0], words[-1].casefold().rstrip(".")
    if name.text in gaz.COUNTRY_OF:
        return "place" if gaz.COUNTRY_OF[name.text] == name.text or name.text.isupper() else "group"
    if last in gaz.ORGANISATION or (first.casefold() in gaz.ORGANISATION and len(words) > 1):
        return "organisation"
    if name.role or (first in gaz.GIVEN and len(words) > 1) or last in {"jr", "sr"}:
        return "person"
    if last in gaz.PLACE or first.casefold() in gaz.PLACE or name.text in gaz.CITIES:
        return "place"
    if len(words) == 1 and _PLACE_BEFORE.search(text[max(0, name.start - 9) : name.start]):
        return "place"
    if name.text.isupper() and 1 < len(name.text) < 6:
        return "organisation"
    if _SAID_AFTER.match(text, name.end) and len(words) < 4 and not words[-1].isupper():
        return "person"
    if len(words) in {2, 3} and _INITIAL.search(name.text):
        return "person"
    return "other"


def with_acronyms(found: list[Name], text: str) -> list[Name]:
    """Note what an acronym stands for, where its long form is beside it or in the same text."""
    long_forms = {initials(name.text): name.text for name in reversed(found) if len(name.text.split()) > 2}
    long_forms |= {
        initials(one.text): one.text
        for one, two in pairwise(found)
        if text[one.end : two.start] in {" (", " ( "} and initials(one.text) == two.text.replace(".", "")
    }
    return [_expanded(name, long_forms) if name.text.isupper() else name for name in found]


def _expanded(name: Name, long_forms: dict[str, str]) -> Name:
    short = name.text.replace(".", "")
    if len(short) < 2 or short not in long_forms:
        return name
    kind = "organisation" if name.kind == "other" else name.kind
    return replace(name, kind=kind, acronym_of=long_forms[short])


@lru_cache(maxsize=1 << 12)  # each name is asked for as often as it stands in a text
def initials(name: str) -> str:
    """The capitals of a name's words: `IAEA` of `International Atomic Energy Agency`."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
