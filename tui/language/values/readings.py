"""A number as it is read: its hedge, its currency sign, and the second end of a range."""

from __future__ import annotations

from typing import NamedTuple

from tui.language.values.hedges import (
    FIRST_HEDGES,
    HEDGES_AFTER_ARTICLE,
    SECOND_HEDGES,
    Hedging,
    may_hedge,
    parse_hedge,
)
from tui.language.values.numbers import (
    DENOMINATORS,
    FEW,
    GLYPHS,
    NUMBER_WORDS,
    SCALES,
    Number,
    parse_number,
)
from tui.language.values.special import BARE_UNITS, BEFORE_BARE_UNIT, SINGLE, SPECIAL_WORDS
from tui.language.values.tables import word_set
from tui.language.values.tokens import Tokens
from tui.language.values.units import CURRENCIES, PREFIXED_DOLLARS, SPELLINGS


class Reading(NamedTuple):
    """A hedged number, with the currency sign before it."""

    first: int
    """Index of the first token."""
    hedge: Hedging
    number: Number
    at: int
    """Index of the number's first token."""
    next: int
    """Index of the token after it."""
    currency: str = ""
    upper: Number | None = None
    """Second end of a range (`between 40 and 50`)."""


def read_number(tokens: Tokens, i: int) -> Reading | None:
    """The hedged number, or range of numbers, that starts at token `i`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    ranged = tokens.lows[j] in {"between", "from"}
    k = j + 1 if ranged else j
    currency, k = _currency_before(tokens, k)
    number = parse_number(tokens, k)
    if number is None:
        return None
    upper = _upper(tokens, number, tokens.lows[j] if ranged else "")
    if ranged and upper is None:
        return None
    if upper is not None:
        number = _share_scale(number, upper)
    elif tokens.phrase(number.next, "or", "so"):
        hedge, number = Hedging("about", hedge.next), number._replace(next=number.next + 2)
    return Reading(i, hedge, number, k, (upper or number).next, currency, upper)


def _upper(tokens: Tokens, lower: Number, opener: str) -> Number | None:
    """The second end of a range, if this is one."""
    j = lower.next
    # the unit may stand at both ends: 40 percent to 70 percent
    percent = tokens.lows[j] in {"percent", "%"} and tokens.lows[j + 1] in {"to", "and", "-", "–"}
    if percent or _same_unit_follows(tokens, j):
        j += 1
    link = tokens.lows[j]
    if opener == "between" and link != "and":
        return None
    if opener == "from" and link != "to":
        return None
    if not opener and link == "to" and _changes(tokens, lower):
        return None
    if link not in {"and": opener == "between", "to": True, "or": True, "-": True, "–": True, "—": False}:
        return None
    if (link == "and" and opener != "between") or link in {"—"}:
        return None
    if link == "-" and not (tokens.glued(j) and tokens.glued(j + 1) and tokens.kind(j + 1) == "number"):
        return None
    _, k = _currency_before(tokens, j + 1)
    upper = parse_number(tokens, k)
    if upper is None or upper.vague or lower.vague:
        return None
    if _share_scale(lower, upper).value >= upper.value:
        return None
    if link == "or" and upper.value > 2 * lower.value + 1:
        return None
    return upper


_CHANGES = word_set("fell rose dropped gained lost climbed slipped added down up jumped slid grew by shrank")


def _changes(tokens: Tokens, lower: Number) -> bool:
    """Whether a number is an amount of change: `fell $2 to $70` is no range."""
    return any(tokens.lows[k] in _CHANGES for k in range(lower.next - 4, lower.next - 1))


def _same_unit_follows(tokens: Tokens, j: int) -> bool:
    """Whether a range names its unit at both ends: `200mm and 500mm`, `5 miles to 10 miles`."""
    if tokens.lows[j] not in SPELLINGS or tokens.lows[j + 1] not in {"to", "and", "-", "–"}:
        return False
    upper = parse_number(tokens, j + 2)
    return upper is not None and SPELLINGS.get(tokens.lows[upper.next]) is SPELLINGS[tokens.lows[j]]


def _share_scale(lower: Number, upper: Number) -> Number:
    """`3 to 4 million`: the scale of the second figure counts for the first."""
    if not upper.scaled or lower.scaled or lower.value >= 1000:
        return lower
    factor = next((f for f in (1e12, 1e9, 1e6, 1e3) if upper.value >= f), 1.0)
    return lower._replace(value=lower.value * factor, step=lower.step * factor)


def _currency_before(tokens: Tokens, k: int) -> tuple[str, int]:
    low = tokens.lows[k]
    if low in PREFIXED_DOLLARS and tokens.words[k + 1] == "$" and tokens.glued(k + 1):
        return PREFIXED_DOLLARS[low], k + 2
    if tokens.words[k] in {"$", "€", "£", "¥", "₹", "₽", "₴", "₩"}:
        return CURRENCIES[tokens.words[k]], k + 1
    if tokens.words[k] in {"USD", "EUR", "GBP", "INR", "JPY", "RUB", "Rs"} and tokens.kind(k + 1) == "number":
        return CURRENCIES[low], k + 1
    if tokens.words[k] == "Rs" and tokens.words[k + 1] == ".":
        return "inr", k + 2
    return "", k


_MARKS = frozenset(".$€£¥₹₽₴₩~≈><-−")
_STARTS = (
    NUMBER_WORDS
    | SPECIAL_WORDS
    | PREFIXED_DOLLARS.keys()
    | GLYPHS.keys()
    | _MARKS
    | word_set("between from usd eur gbp inr jpy rub rs")
)
"""What a quantity may start with, its hedge left aside."""
_LIKELY = (_STARTS | FIRST_HEDGES) - {"."}

_AFTER_ARTICLE = (
    HEDGES_AFTER_ARTICLE
    | SINGLE
    | FEW.keys()
    | SCALES.keys()
    | DENOMINATORS.keys()
    | {f"{word}s" for word in DENOMINATORS}
    | {"-"}
)
"""What an article that starts a quantity is followed by."""

_ONLY_BEFORE = (
    {low: seconds for low, seconds in SECOND_HEDGES.items() if low not in _STARTS}
    | dict.fromkeys(PREFIXED_DOLLARS, frozenset("$"))
    | dict.fromkeys(("a", "an"), _AFTER_ARTICLE)
)
"""What the words must be followed by that start a quantity only before few others."""

# After these words a figure is part of a name or label, whatever follows it.
_LABELS = word_set(
    "boeing airbus ak flight interstate route highway chapter title article section room no "
    "number channel apollo unit precinct district formula windows iphone type mark level phase "
    "page gate platform terminal stage act proposition sector apartment suite bus train exit "
    "division model version ward case covid psalm verse act scene figure table grade line"
)
_STREETS = word_set("street avenue road lane boulevard drive st ave rd blvd place square court terrace")


_BEFORE_NUMBER = word_set("between from minus - −")
"""Words that start a quantity only before its number."""


def starts(tokens: Tokens) -> list[int]:
    """Where a quantity may start: a quick look that spares most words of a text."""
    lows = tokens.lows
    found = [
        i
        for i, low in enumerate(lows[: tokens.size])
        if low[0].isdecimal()
        or (
            low in _LIKELY
            and (low not in _ONLY_BEFORE or lows[i + 1] in _ONLY_BEFORE[low])
            and _goes_on(tokens, i)
        )
    ]
    pointed = [i - 1 for i in found if lows[i - 1] == "." and lows[i][0].isdecimal()]  # . 38 caliber
    return sorted(found + pointed)


def _may_start(low: str) -> bool:
    return low in _STARTS or low[:1].isdecimal()


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether what stands beside a unit, a hedge or another word lets it start a quantity."""
    low, after = tokens.lows[i], tokens.lows[i + 1]
    if low in {"a", "an"} or low in PREFIXED_DOLLARS:
        return True
    if low in _BEFORE_NUMBER:
        return _may_start(after)
    if low in BARE_UNITS:
        return after == "-" or (i > 0 and tokens.lows[i - 1] in BEFORE_BARE_UNIT)
    if not may_hedge(low, after):
        return _may_start(low)
    return _may_start(tokens.lows[parse_hedge(tokens, i).next])


def part_of_name(tokens: Tokens, reading: Reading) -> bool:
    """Whether the figures belong to a name: `AK-47`, `Boeing 737`, `473 East 52nd Street`, `G7`."""
    at, after = reading.at, reading.next
    word, before = tokens.words[at], tokens.words[at - 1]
    if tokens.kind(at) == "number" and not reading.currency:
        named, glued = tokens.kind(at - 1) == "word", tokens.glued(at)
        if glued and (named or before in {"/", "_", "№"}):
            return True
        if glued and before in {"-", "–"} and tokens.glued(at - 1) and tokens.kind(at - 2) == "word":
            return True
        if tokens.lows[at - 1] in _LABELS and not glued and (not before.islower() or before == "no"):
            return True
        model = tokens.lows[at - 2] in {"a", "an", "the"} or tokens.lows[at - 2].endswith("'s")
        if model and named and before[0].isupper() and not glued:
            return True  # a Pixel 8
        if before == "." and tokens.lows[at - 2] in {"no", "nos"}:
            return True
        if word.isdecimal() and len(word) > 1 and word[0] == "0":
            return True
        if tokens.lows[after] == "block" and word.endswith("00"):  # the 1200 block of a street
            return True
        if not _STREETS.isdisjoint(tokens.lows[after : after + 4]) and _street(tokens, after):
            return True
    return tokens.lows[after] in {"st", "nd", "rd", "th"} and tokens.glued(after)


def _street(tokens: Tokens, i: int) -> bool:
    """Whether the name of a street starts at token `i`."""
    if not (tokens.words[i][:1].isupper() or tokens.kind(i) == "number"):
        return False
    return any(tokens.lows[k] in _STREETS and tokens.words[k][0].isupper() for k in range(i, i + 4))
