"""Times of day: `3 p.m.`, `14.30 GMT`, `noon`."""

from __future__ import annotations

from tui.language.values.hedges import parse_hedge
from tui.language.values.ordinals import Found, special
from tui.language.values.tokens import Tokens


def clock(tokens: Tokens, i: int) -> Found:
    """`3 p.m.`, `10am`, `2:56`, `14.30 GMT`, `noon`, `midnight`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    word, low = tokens.words[j], tokens.lows[j]
    if low in {"noon", "midday", "midnight"}:
        noon = 0.0 if low == "midnight" else 720.0
        near = {"before": "about", "after": "about"}.get(tokens.lows[j - 1], hedge.kind)
        return special(tokens, (i, j + 1), (j, j + 1), "time", noon, "clock", near)
    if tokens.kind(j) != "number" or len(word) > 5:
        return None
    if (written := _military(tokens, j)) is not None:
        return special(tokens, (i, j + 1), (j, j + 1), "time", written, "clock?", hedge.kind)
    hours, minutes, k = word, "0", j + 1
    if tokens.words[k] == ":" and tokens.kind(k + 1) == "number" and len(tokens.words[k + 1]) == 2:
        minutes, k = tokens.words[k + 1], k + 2
        colon = True
    else:
        colon = False
        if "." in hours:
            hours, _, minutes = hours.partition(".")
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 25 and int(minutes) < 60):
        return None
    half, k = _half_of_day(tokens, k)
    if not half and not colon and tokens.lows[k] not in {"gmt", "utc", "o'clock"}:
        return None
    if not half and "." in word and tokens.lows[k] not in {"gmt", "utc"}:
        return None
    if tokens.lows[k] == "o'clock":
        k += 1
    value = int(hours) % 12 if half else int(hours)
    zone = (
        tokens.words[k] if tokens.words[k] in {"GMT", "UTC", "ET", "EST", "EDT", "PT", "CET", "BST"} else ""
    )
    total = (value + (12 if half == "p" else 0)) * 60.0 + int(minutes)
    made = special(
        tokens,
        (i, k + bool(zone)),
        (j, k),
        "time",
        total,
        "clock" if half else "clock?",
        hedge.kind,
        modifiers=(zone.lower(),) if zone else (),
    )
    return made


def _military(tokens: Tokens, j: int) -> float | None:
    """`1353 (1023 GMT)`, `0830 local time`: minutes since midnight."""
    text, k = tokens.words[j], j + 1
    if len(text) != 4 or not text.isdecimal() or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    if tokens.words[k] == "(" and tokens.kind(k + 1) == "number":
        k += 2
    if tokens.lows[k] in {"gmt", "utc"} or tokens.phrase(k, "local", "time"):
        return int(text[:2]) * 60.0 + int(text[2:])
    return None


def _half_of_day(tokens: Tokens, k: int) -> tuple[str, int]:
    """`p` or `a` for p.m. and a.m., and the token after it."""
    low = tokens.lows[k]
    if low in {"pm", "am"}:
        return low[0], k + 1
    if low in {"p", "a"} and tokens.words[k + 1] == "." and tokens.lows[k + 2] == "m":
        return low, k + 3 + (tokens.words[k + 3] == ".")
    return "", k
