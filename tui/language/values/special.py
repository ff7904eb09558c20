"""Quantities with a form of their own: ages, votes, times of day, magnitudes, calibres, ordinals."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from tui.language.values.hedges import FIRST_HEDGES, parse_hedge
from tui.language.values.model import QuantityKind
from tui.language.values.nouns import head_after, looks_plural, singular
from tui.language.values.numbers import GLYPHS, NUMBER_WORDS, Number, parse_number
from tui.language.values.ordinals import ORDINALS, Found, Rule, ordinal, special
from tui.language.values.tables import word_set
from tui.language.values.tokens import Token, Tokens
from tui.language.values.units import SPELLINGS


def _age(tokens: Tokens, i: int) -> Found:
    """`48-year-old`, `six-month-old`, `aged 48`, `48 years old`, `Comeaux, 49, was`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    if tokens[j].low in {"aged", "age"} and tokens[j + 1].kind in {"number", "word"}:
        number = parse_number(tokens, j + 1)
        if number and number.value < 120 and not number.vague and number.value.is_integer():
            return _aged(tokens, i, j + 1, number, hedge.kind)
    number = parse_number(tokens, j)
    if number is None or number.vague or number.value > 120 or number.share:
        return None
    k = number.next
    dash = tokens[k].text in {"-", "–", "‑"}
    unit = tokens[k + dash].low
    m = k + dash + 1
    if unit in {"year", "years", "month", "months", "week", "weeks", "day", "days"}:
        old = m + (tokens[m].text in {"-", "–", "‑"})
        if tokens[old].low in {"old", "olds"}:
            return special(tokens, (i, old + 1), (j, k), "age", number.value, singular(unit), hedge.kind)
        if tokens.phrase(m, "of", "age"):
            return special(tokens, (i, m + 2), (j, k), "age", number.value, singular(unit), hedge.kind)
    if i == j and _age_after_name(tokens, j, k):
        return special(tokens, (j, k), (j, k), "age", number.value, "year")
    return None


def _aged(tokens: Tokens, i: int, at: int, number: Number, hedge: str) -> Found:
    """`aged 48`, `aged 18 to 65`."""
    end = number.next
    upper = parse_number(tokens, end + 1) if tokens[end].low in {"to", "-", "–", "and"} else None
    if upper is None or not number.value < upper.value < 120:
        return special(tokens, (i, end), (at, end), "age", number.value, "year", hedge)
    made, end = special(tokens, (i, upper.next), (at, upper.next), "age", number.value, "year")
    return replace(made, high=upper.value, hedge="between"), end


def _age_after_name(tokens: Tokens, j: int, k: int) -> bool:
    """`Comeaux, 49, was`: one or two digits between commas after a name."""
    token, name = tokens[j], tokens[j - 2]
    if token.kind != "number" or not token.text.isdecimal() or len(token.text) > 3 or token.text[0] == "0":
        return False
    if name.text == "." and tokens[j - 3].low in {"jr", "sr"}:
        name = tokens[j - 3]
    named = tokens[j - 1].text == "," and name.kind == "word" and name.text[:1].isupper()
    month = name.low[:3] in {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
    closed = tokens[k].text in {",", ".", ";", ")", "", "\n"} or (
        tokens[k].low == "of" and tokens[k + 1].text[:1].isupper()
    )
    return named and closed and not month and tokens[k + 1].kind != "number"


def _clock(tokens: Tokens, i: int) -> Found:
    """`3 p.m.`, `10am`, `2:56`, `14.30 GMT`, `noon`, `midnight`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    token = tokens[j]
    if token.low in {"noon", "midday", "midnight"}:
        noon = 0.0 if token.low == "midnight" else 720.0
        near = {"before": "about", "after": "about"}.get(tokens[j - 1].low, hedge.kind)
        return special(tokens, (i, j + 1), (j, j + 1), "time", noon, "clock", near)
    if token.kind != "number" or len(token.text) > 5:
        return None
    if (written := _military(tokens, j)) is not None:
        return special(tokens, (i, j + 1), (j, j + 1), "time", written, "clock?", hedge.kind)
    hours, minutes, k = token.text, "0", j + 1
    if tokens[k].text == ":" and tokens[k + 1].kind == "number" and len(tokens[k + 1].text) == 2:
        minutes, k = tokens[k + 1].text, k + 2
        colon = True
    else:
        colon = False
        if "." in hours:
            hours, _, minutes = hours.partition(".")
    if not (hours.isdecimal() and minutes.isdecimal() and int(hours) < 25 and int(minutes) < 60):
        return None
    half, k = _half_of_day(tokens, k)
    if not half and not colon and tokens[k].low not in {"gmt", "utc", "o'clock"}:
        return None
    if not half and "." in token.text and tokens[k].low not in {"gmt", "utc"}:
        return None
    if tokens[k].low == "o'clock":
        k += 1
    value = int(hours) % 12 if half else int(hours)
    zone = tokens[k].text if tokens[k].text in {"GMT", "UTC", "ET", "EST", "EDT", "PT", "CET", "BST"} else ""
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
    text, k = tokens[j].text, j + 1
    if len(text) != 4 or not text.isdecimal() or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    if tokens[k].text == "(" and tokens[k + 1].kind == "number":
        k += 2
    if tokens[k].low in {"gmt", "utc"} or tokens.phrase(k, "local", "time"):
        return int(text[:2]) * 60.0 + int(text[2:])
    return None


def _half_of_day(tokens: Tokens, k: int) -> tuple[str, int]:
    """`p` or `a` for p.m. and a.m., and the token after it."""
    low = tokens[k].low
    if low in {"pm", "am"}:
        return low[0], k + 1
    if low in {"p", "a"} and tokens[k + 1].text == "." and tokens[k + 2].low == "m":
        return low, k + 3 + (tokens[k + 3].text == ".")
    return "", k


def _ratio(tokens: Tokens, i: int) -> Found:
    """`one in five children`, `nine out of 10 doctors`: a share."""
    first = parse_number(tokens, i)
    if first is None or first.vague or first.share or tokens[i].low in {"a", "an"}:
        return None
    j = first.next
    if tokens[j].low == "in":
        j += 1
    elif tokens.phrase(j, "out", "of"):
        j += 2 + (tokens[j + 2].low == "every")
    else:
        return None
    whole = parse_number(tokens, j) if tokens[j].low not in {"a", "an", "half"} else None
    if (
        whole is None
        or whole.vague
        or not 0 < first.value < whole.value <= 1000
        or tokens[whole.next].text == "-"
    ):
        return None
    head = head_after(tokens, whole.next, one=False)
    if not head.noun or head.noun in SPELLINGS:
        return None  # two in 36 hours
    value = 100 * first.value / whole.value
    made, end = special(tokens, (i, whole.next), (i, whole.next), "percent", round(value, 3), "percent")
    return replace(made, of=head.noun), end


_CONTEST = word_set(
    "vote voted votes voting won win wins beat beats defeated lost loss victory defeat record "
    "margin score scored lead led draw passed approved rejected ruled decision"
)


def _score(tokens: Tokens, i: int) -> Found:
    """`396-9`, `396 to 9`, a record such as `58-3`."""
    first, link, last = tokens[i], tokens[i + 1], tokens[i + 2]
    if first.kind != "number" or last.kind != "number" or not (first.text + last.text).isdecimal():
        return None
    dash = link.text in {"-", "–"} and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not dash and link.low != "to":
        return None
    if (
        len(first.text) > 3
        or len(last.text) > 3
        or (dash and tokens[i + 3].text in {"-", "–"} and tokens.glued(i + 3))
    ):
        return None
    if tokens.glued(i) and tokens[i - 1].text not in {"(", "“", '"'}:
        return None
    a, b = int(first.text), int(last.text)
    contest = any(tokens[k].low in _CONTEST for k in (i - 3, i - 2, i - 1, i + 3, i + 4))
    descending = a > b or (a == b and dash)
    if not (contest or (descending and tokens[i - 1].low != "from")) or (
        looks_plural(tokens[i + 3].low) and not contest
    ):
        return None
    return special(tokens, (i, i + 3), (i, i + 3), "score", float(a), "score", second=float(b))


def _magnitude(tokens: Tokens, i: int) -> Found:
    """`magnitude 6.1`, `a magnitude of 5.9`, `6.1-magnitude`, `6.0 on the Richter scale`."""
    if tokens[i].low == "magnitude":
        hedge = parse_hedge(tokens, i + 1 + (tokens[i + 1].low == "of"))
        number = parse_number(tokens, hedge.next)
        if number and 0 < number.value < 10:
            span = (i, number.next)
            return special(
                tokens,
                span,
                (hedge.next, number.next),
                "magnitude",
                number.value,
                "magnitude",
                hedge.kind,
                step=0.1,
            )
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    if tokens[j].kind != "number":
        return None
    number = parse_number(tokens, j)
    if number is None or not 0 < number.value < 10:
        return None
    k = number.next
    dash = tokens[k].text in {"-", "–"}
    if tokens[k + dash].low == "magnitude":
        end = k + dash + 1
    elif tokens.phrase(k, "on", "the", "richter"):
        end = k + 4
    elif tokens[k].low == "degree" and tokens[k + 1].low in {"quake", "earthquake", "tremor"}:
        end = k + 1
    else:
        return None
    return special(tokens, (i, end), (j, k), "magnitude", number.value, "magnitude", hedge.kind, step=0.1)


def _temperature(tokens: Tokens, i: int) -> Found:
    """`28 degrees Celsius`, `-5°C`, `82F`: in degrees Celsius."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    minus = tokens[j].text in {"-", "−"} or tokens[j].low == "minus"
    at = j + minus
    number = parse_number(tokens, at)
    if number is None:
        return None
    k = number.next
    sign = tokens[k].text in {"°", "º"}
    k += sign or tokens[k].low in {"degrees", "degree"}
    scale = tokens[k].low
    spelled = scale in {"celsius", "fahrenheit", "centigrade"}
    glued = tokens.glued(k) and not (tokens.glued(k + 1) and tokens[k + 1].kind in {"word", "number"})
    lettered = tokens[k].text in {"C", "F"} and (sign or (glued and k == number.next and number.value < 140))
    if not spelled and not lettered:
        return None
    value = -number.value if minus else number.value
    if scale[0] == "f":
        value = (value - 32) / 1.8
    return special(tokens, (i, k + 1), (at, number.next), "temperature", round(value, 1), "°C", hedge.kind)


def _calibre(tokens: Tokens, i: int) -> Found:
    """`.38 caliber`, also `. 38 caliber`; `9mm pistol` is a calibre too."""
    point = tokens[i].text == "."
    j = i + point
    if (
        tokens[j].kind != "number"
        or not tokens[j].text.replace(".", "").isdecimal()
        or len(tokens[j].text) > 4
    ):
        return None
    k = j + 1
    k += tokens[k].text in {"-", "–"}
    value = float(tokens[j].text) if tokens[j].text.count(".") < 2 else 0.0
    if tokens[k].low in {"caliber", "calibre", "cal"}:
        value = value / (1000 if value >= 100 else 100) if value >= 20 else value
        return special(tokens, (i, k + 1), (j, j + 1), "calibre", value, "calibre", step=0.001)
    if tokens[k].low == "mm" and tokens[k + 1].low in {
        "pistol",
        "handgun",
        "gun",
        "rounds",
        "round",
        "ammunition",
    }:
        return special(
            tokens, (i, k + 1), (j, j + 1), "calibre", round(value / 25.4, 3), "calibre", step=0.001
        )
    return None


_TIMES = {"twice": 2.0, "thrice": 3.0}


def _multiplicity(tokens: Tokens, i: int) -> Found:
    """`twice`, `fourfold`; `11 times` is read as a count of times."""
    low = tokens[i].low
    if low in _TIMES:
        return special(tokens, (i, i + 1), (i, i + 1), "multiplicity", _TIMES[low], "time")
    return None


_LONG = {
    "daylong": ("day", 1.0),
    "weeklong": ("week", 1.0),
    "monthlong": ("month", 1.0),
    "yearlong": ("year", 1.0),
}


BARE_UNITS = word_set("hour day week month year")
"""Units that stand without a number (`week-long`), or in a headline ..."""
BEFORE_BARE_UNIT = frozenset({"after", "for"})
"""... after one of these (`captured after week on the run`)."""


def _long(tokens: Tokens, i: int) -> Found:
    """`weeklong`, `a week-long hunt`, `after a week on the run`, `half an hour`."""
    low = tokens[i].low
    if low in _LONG:
        unit, value = _LONG[low]
        return special(tokens, (i, i + 1), (i, i + 1), "duration", value, unit)
    if low in BARE_UNITS and tokens[i + 1].text == "-" and tokens[i + 2].low == "long":
        return special(tokens, (i, i + 3), (i, i + 1), "duration", 1.0, low)
    if (
        low == "half"
        and tokens[i + 1].low in {"a", "an"}
        and tokens[i + 2].low in {"hour", "day", "year", "century", "mile"}
    ):
        kind: QuantityKind = "measure" if tokens[i + 2].low == "mile" else "duration"
        return special(tokens, (i, i + 3), (i, i + 3), kind, 0.5, tokens[i + 2].low, step=0.5)
    if (
        low in BARE_UNITS
        and tokens[i - 1].low in BEFORE_BARE_UNIT
        and tokens[i - 2].low != low
        and tokens[i + 1].low in {"on", "in", "of", "at", "without"}
    ):  # a headline leaves the article out: captured after week on the run
        return special(tokens, (i, i + 1), (i, i + 1), "duration", 1.0, low)
    return _single(tokens, i)


SINGLE = word_set("minute hour day week month year decade")
"""Units that an article may count one of."""


def _single(tokens: Tokens, i: int) -> Found:
    """`for a week`, `a week on the run`; not `$5 a week`, `twice a week`, `a week ago`, `a year later`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    unit = tokens[j + 1].low
    if tokens[j].low not in {"a", "an", "one"} or unit not in SINGLE:
        return None
    before, after = tokens[i - 1].low, tokens[j + 2].low
    if after in {"ago", "earlier", "later", "before", "after", "-", "'s"}:
        return None
    lasting = before in {"for", "after", "lasted", "lasting", "within", "spent", "took", "in", "over"}
    if not (hedge.kind or lasting or after in {"on", "of", "long"}):
        return None
    if tokens[j].low == "one" and after in {"of"}:
        return None
    return special(tokens, (i, j + 2), (j, j + 1), "duration", 1.0, unit, hedge.kind)


_HEDGES = FIRST_HEDGES - {"a", "an", "~", "≈", "<", ">"}
_NUMBERS = NUMBER_WORDS - {"a", "an"}
_TRIED: tuple[tuple[Rule, Set[str]], ...] = (
    (_clock, _HEDGES | {"noon", "midday", "midnight"}),
    (_score, frozenset()),
    (_ratio, _NUMBERS),
    (_magnitude, _HEDGES | {"magnitude"}),
    (_temperature, _HEDGES | _NUMBERS | GLYPHS.keys() | {"minus", "-", "−"}),
    (_calibre, frozenset(".")),
    (_age, _HEDGES | _NUMBERS | {"aged", "age"}),
    (ordinal, ORDINALS.keys()),
    (_multiplicity, _TIMES.keys()),
    (_long, _HEDGES | _LONG.keys() | BARE_UNITS | {"half", "one", "a", "an"}),
)
"""The rules in the order in which they are tried, each with what it may start with beside figures."""
_BY_FIRST = {
    first: tuple(rule for rule, starts in _TRIED if first in starts)
    for first in frozenset[str]().union(*(starts for _, starts in _TRIED))
}
_OF_FIGURES = (_clock, _score, _ratio, _magnitude, _temperature, _calibre, _age, ordinal)


def special_rules(token: Token) -> tuple[Rule, ...]:
    """The rules that a token may be the start for; most words of a text need few of them."""
    return _OF_FIGURES if token.kind == "number" else _BY_FIRST.get(token.low, ())


SPECIAL_WORDS = (
    ORDINALS.keys()
    | _TIMES.keys()
    | _LONG.keys()
    | BARE_UNITS
    | word_set("noon midday midnight aged age magnitude minus")
)
"""Words that these quantities may start with."""
