"""Words before a number that say how firmly it is meant: `over`, `nearly`, `at least`."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from tui.language.values.model import Hedge
from tui.language.values.tokens import Tokens

ABOUT = 0.1
"""What `about` allows either way: a tenth. `about 50` covers 48, not 70."""

_PHRASES: dict[tuple[str, ...], str] = {
    **dict.fromkeys(
        [
            ("about",),
            ("around",),
            ("roughly",),
            ("approximately",),
            ("approx",),
            ("circa",),
            ("some",),
            ("estimated",),
            ("an", "estimated"),
            ("close", "to"),
            ("in", "the", "region", "of"),
            ("~",),
            ("≈",),
            ("like",),
        ],
        "about",
    ),
    **dict.fromkeys(
        [
            ("nearly",),
            ("almost",),
            ("just", "under"),
            ("just", "below"),
            ("just", "short", "of"),
            ("not", "quite"),
        ],
        "below",
    ),
    **dict.fromkeys(
        [("just", "over"), ("a", "little", "over"), ("slightly", "over"), ("slightly", "more", "than")],
        "above",
    ),
    **dict.fromkeys(
        [
            ("over",),
            ("more", "than"),
            ("above",),
            ("exceeding",),
            ("greater", "than"),
            ("in", "excess", "of"),
            ("upwards", "of"),
            (">",),
        ],
        "over",
    ),
    **dict.fromkeys(
        [("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"), ("a", "minimum", "of")], "at least"
    ),
    **dict.fromkeys(
        [
            ("up", "to"),
            ("at", "most"),
            ("as", "many", "as"),
            ("as", "much", "as"),
            ("no", "more", "than"),
            ("a", "maximum", "of"),
        ],
        "at most",
    ),
    **dict.fromkeys([("fewer", "than"), ("less", "than"), ("under",), ("below",), ("<",)], "under"),
    **dict.fromkeys([("exactly",), ("precisely",), ("only",), ("just",), ("a", "total", "of")], "exact"),
}
FIRST_HEDGES = frozenset(phrase[0] for phrase in _PHRASES)
"""Words that a hedge may start with."""
HEDGES_AFTER_ARTICLE = frozenset(phrase[1] for phrase in _PHRASES if phrase[0] in {"a", "an"})
"""Second words of those that start with an article."""
_BY_FIRST = {
    first: sorted(
        ((list(p[1:]), kind) for p, kind in _PHRASES.items() if p[0] == first), key=lambda item: -len(item[0])
    )
    for first in FIRST_HEDGES
}
"""What follows the first word of each hedge, by that word, the longest first."""
SECOND_HEDGES = {
    first: frozenset(rest[0] for rest, _ in hedges if rest)
    for first, hedges in _BY_FIRST.items()
    if all(rest for rest, _ in hedges)
}
"""Second words of the hedges that are never one word alone, by the first."""


class Hedging(NamedTuple):
    """Hedges before a number."""

    kind: str
    """`about`, `below`, `above`, `over`, `at least`, `at most`, `under`, `exact` or `` for none."""
    next: int
    """Index of the token after them."""


def may_hedge(low: str, after: str) -> bool:
    """Whether a hedge may start with these two tokens; most words such as `in` start none."""
    return low in FIRST_HEDGES and (low not in SECOND_HEDGES or after in SECOND_HEDGES[low])


def parse_hedge(tokens: Tokens, i: int) -> Hedging:
    """The hedges that start at token `i`; of several in a row the last counts (`over nearly 100`)."""
    if i not in tokens.hedges:  # every rule asks for them anew
        tokens.hedges[i] = _parse_hedge(tokens, i)
    return tokens.hedges[i]


def _parse_hedge(tokens: Tokens, i: int) -> Hedging:
    kind = ""
    for _ in range(3 if tokens.lows[i] in FIRST_HEDGES else 0):
        found = _one(tokens, i)
        if found is None:
            break
        kind, i = found
    return Hedging(kind, i)


def _one(tokens: Tokens, i: int) -> tuple[str, int] | None:
    for rest, kind in _BY_FIRST.get(tokens.lows[i], ()):
        end = i + 1 + len(rest)
        if tokens.lows[i + 1 : end] == rest:
            return kind, end
    return None


def bounds(kind: str, value: float, step: float, *, discrete: bool) -> tuple[float, float, Hedge]:
    """What a hedged number allows: least, greatest, and how it is hedged.

    Args:
        kind: The hedge as `parse_hedge` tells it.
        value: The number.
        step: Size of its last digit.
        discrete: Whether it is on a fine scale (a magnitude, a temperature), where a tenth is too much.
    """
    if not kind:
        return value, value, "exact"
    slack = max(abs(value) * ABOUT, 0.0) if not discrete else step
    unit = step if discrete else min(step, 1.0)
    match kind:
        case "about":
            return value - slack, value + slack, "about"
        case "below":
            return value - slack, value, "about"
        case "above":
            return value, value + slack, "about"
        case "over":
            return value + (unit if step >= 1 and value < 10 else 0.0), inf, "at least"
        case "at least":
            return value, inf, "at least"
        case "at most":
            return 0.0, value, "at most"
        case "under":
            return 0.0, value, "at most"
    return value, value, "exact"
