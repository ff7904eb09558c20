"""Quantities with a form of their own: ages, votes, magnitudes, calibres, ordinals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from tui.language.values.clock import clock
from tui.language.values.hedges import parse_hedge
from tui.language.values.model import QuantityKind
from tui.language.values.nouns import head_after, looks_plural, singular
from tui.language.values.numbers import Number, parse_number
from tui.language.values.ordinals import ORDINALS, Found, Rule, ordinal, special
from tui.language.values.tables import word_set
from tui.language.values.tokens import Tokens
from tui.language.values.units import SPELLINGS


def _age(tokens: Tokens, i: int) -> Found:
    """`48-year-old`, `six-month-old`, `aged 48`, `48 years old`, `Comeaux, 49, was`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    if tokens.lows[j] in {"aged", "age"} and tokens.kind(j + 1) in {"number", "word"}:
        number = parse_number(tokens, j + 1)
        if number and number.value < 120 and not number.vague and number.value.is_integer():
            return _aged(tokens, i, j + 1, number, hedge.kind)
    number = parse_number(tokens, j)
    if number is None or number.vague or number.value > 120 or number.share:
        return None
    k = number.next
    dash = tokens.words[k] in {"-", "–", "‑"}
    unit = tokens.lows[k + dash]
    m = k + dash + 1
    if unit in {"year", "years", "month", "months", "week", "weeks", "day", "days"}:
        old = m + (tokens.words[m] in {"-", "–", "‑"})
        if tokens.lows[old] in {"old", "olds"}:
            return special(tokens, (i, old + 1), (j, k), "age", number.value, singular(unit), hedge.kind)
        if tokens.phrase(m, "of", "age"):
            return special(tokens, (i, m + 2), (j, k), "age", number.value, singular(unit), hedge.kind)
    if i == j and _age_after_name(tokens, j, k):
        return special(tokens, (j, k), (j, k), "age", number.value, "year")
    return None


def _aged(tokens: Tokens, i: int, at: int, number: Number, hedge: str) -> Found:
    """`aged 48`, `aged 18 to 65`."""
    end = number.next
    upper = parse_number(tokens, end + 1) if tokens.lows[end] in {"to", "-", "–", "and"} else None
    if upper is None or not number.value < upper.value < 120:
        return special(tokens, (i, end), (at, end), "age", number.value, "year", hedge)
    made, end = special(tokens, (i, upper.next), (at, upper.next), "age", number.value, "year")
    return replace(made, high=upper.value, hedge="between"), end


def _age_after_name(tokens: Tokens, j: int, k: int) -> bool:
    """`Comeaux, 49, was`: one or two digits between commas after a name."""
    word, name = tokens.words[j], j - 2
    if tokens.kind(j) != "number" or not word.isdecimal() or len(word) > 3 or word[0] == "0":
        return False
    if tokens.words[name] == "." and tokens.lows[j - 3] in {"jr", "sr"}:
        name = j - 3
    named = tokens.words[j - 1] == "," and tokens.kind(name) == "word" and tokens.words[name][0].isupper()
    month = tokens.lows[name][:3] in {
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    }
    closed = tokens.words[k] in {",", ".", ";", ")", "", "\n"} or (
        tokens.lows[k] == "of" and tokens.words[k + 1][:1].isupper()
    )
    return named and closed and not month and tokens.kind(k + 1) != "number"


def _ratio(tokens: Tokens, i: int) -> Found:
    """`one in five children`, `nine out of 10 doctors`: a share."""
    first = parse_number(tokens, i)
    if first is None or first.vague or first.share or tokens.lows[i] in {"a", "an"}:
        return None
    j = first.next
    if tokens.lows[j] == "in":
        j += 1
    elif tokens.phrase(j, "out", "of"):
        j += 2 + (tokens.lows[j + 2] == "every")
    else:
        return None
    whole = parse_number(tokens, j) if tokens.lows[j] not in {"a", "an", "half"} else None
    if (
        whole is None
        or whole.vague
        or not 0 < first.value < whole.value <= 1000
        or tokens.words[whole.next] == "-"
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
    first, link, last = tokens.words[i : i + 3]
    if not (first.isdecimal() and last.isdecimal()):
        return None
    dash = link in {"-", "–"} and tokens.glued(i + 1) and tokens.glued(i + 2)
    if not dash and tokens.lows[i + 1] != "to":
        return None
    if (
        len(first) > 3
        or len(last) > 3
        or (dash and tokens.words[i + 3] in {"-", "–"} and tokens.glued(i + 3))
    ):
        return None
    if tokens.glued(i) and tokens.words[i - 1] not in {"(", "“", '"'}:
        return None
    a, b = int(first), int(last)
    contest = any(tokens.lows[k] in _CONTEST for k in (i - 3, i - 2, i - 1, i + 3, i + 4))
    descending = a > b or (a == b and dash)
    if not (contest or (descending and tokens.lows[i - 1] != "from")) or (
        looks_plural(tokens.lows[i + 3]) and not contest
    ):
        return None
    return special(tokens, (i, i + 3), (i, i + 3), "score", float(a), "score", second=float(b))


def _magnitude(tokens: Tokens, i: int) -> Found:
    """`magnitude 6.1`, `a magnitude of 5.9`, `6.1-magnitude`, `6.0 on the Richter scale`."""
    if tokens.lows[i] == "magnitude":
        hedge = parse_hedge(tokens, i + 1 + (tokens.lows[i + 1] == "of"))
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
    if tokens.kind(j) != "number":
        return None
    number = parse_number(tokens, j)
    if number is None or not 0 < number.value < 10:
        return None
    k = number.next
    dash = tokens.words[k] in {"-", "–"}
    if tokens.lows[k + dash] == "magnitude":
        end = k + dash + 1
    elif tokens.phrase(k, "on", "the", "richter"):
        end = k + 4
    elif tokens.lows[k] == "degree" and tokens.lows[k + 1] in {"quake", "earthquake", "tremor"}:
        end = k + 1
    else:
        return None
    return special(tokens, (i, end), (j, k), "magnitude", number.value, "magnitude", hedge.kind, step=0.1)


def _temperature(tokens: Tokens, i: int) -> Found:
    """`28 degrees Celsius`, `-5°C`, `82F`: in degrees Celsius."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    minus = tokens.words[j] in {"-", "−"} or tokens.lows[j] == "minus"
    at = j + minus
    number = parse_number(tokens, at)
    if number is None:
        return None
    k = number.next
    sign = tokens.words[k] in {"°", "º"}
    k += sign or tokens.lows[k] in {"degrees", "degree"}
    scale = tokens.lows[k]
    spelled = scale in {"celsius", "fahrenheit", "centigrade"}
    glued = tokens.glued(k) and not (tokens.glued(k + 1) and tokens.kind(k + 1) in {"word", "number"})
    lettered = tokens.words[k] in {"C", "F"} and (sign or (glued and k == number.next and number.value < 140))
    if not spelled and not lettered:
        return None
    value = -number.value if minus else number.value
    if scale[0] == "f":
        value = (value - 32) / 1.8
    return special(tokens, (i, k + 1), (at, number.next), "temperature", round(value, 1), "°C", hedge.kind)


def _calibre(tokens: Tokens, i: int) -> Found:
    """`.38 caliber`, also `. 38 caliber`; `9mm pistol` is a calibre too."""
    point = tokens.words[i] == "."
    j = i + point
    if (
        tokens.kind(j) != "number"
        or not tokens.words[j].replace(".", "").isdecimal()
        or len(tokens.words[j]) > 4
    ):
        return None
    k = j + 1
    k += tokens.words[k] in {"-", "–"}
    value = float(tokens.words[j]) if tokens.words[j].count(".") < 2 else 0.0
    if tokens.lows[k] in {"caliber", "calibre", "cal"}:
        value = value / (1000 if value >= 100 else 100) if value >= 20 else value
        return special(tokens, (i, k + 1), (j, j + 1), "calibre", value, "calibre", step=0.001)
    if tokens.lows[k] == "mm" and tokens.lows[k + 1] in {
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
    low = tokens.lows[i]
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
    low = tokens.lows[i]
    if low in _LONG:
        unit, value = _LONG[low]
        return special(tokens, (i, i + 1), (i, i + 1), "duration", value, unit)
    if low in BARE_UNITS and tokens.words[i + 1] == "-" and tokens.lows[i + 2] == "long":
        return special(tokens, (i, i + 3), (i, i + 1), "duration", 1.0, low)
    if (
        low == "half"
        and tokens.lows[i + 1] in {"a", "an"}
        and tokens.lows[i + 2] in {"hour", "day", "year", "century", "mile"}
    ):
        kind: QuantityKind = "measure" if tokens.lows[i + 2] == "mile" else "duration"
        return special(tokens, (i, i + 3), (i, i + 3), kind, 0.5, tokens.lows[i + 2], step=0.5)
    if (
        low in BARE_UNITS
        and tokens.lows[i - 1] in BEFORE_BARE_UNIT
        and tokens.lows[i - 2] != low
        and tokens.lows[i + 1] in {"on", "in", "of", "at", "without"}
    ):  # a headline leaves the article out: captured after week on the run
        return special(tokens, (i, i + 1), (i, i + 1), "duration", 1.0, low)
    return _single(tokens, i)


SINGLE = word_set("minute hour day week month year decade")
"""Units that an article may count one of."""


def _single(tokens: Tokens, i: int) -> Found:
    """`for a week`, `a week on the run`; not `$5 a week`, `twice a week`, `a week ago`, `a year later`."""
    hedge = parse_hedge(tokens, i)
    j = hedge.next
    unit = tokens.lows[j + 1]
    if tokens.lows[j] not in {"a", "an", "one"} or unit not in SINGLE:
        return None
    before, after = tokens.lows[i - 1], tokens.lows[j + 2]
    if after in {"ago", "earlier", "later", "before", "after", "-", "'s"}:
        return None
    lasting = before in {"for", "after", "lasted", "lasting", "within", "spent", "took", "in", "over"}
    if not (hedge.kind or lasting or after in {"on", "of", "long"}):
        return None
    if tokens.lows[j] == "one" and after in {"of"}:
        return None
    return special(tokens, (i, j + 2), (j, j + 1), "duration", 1.0, unit, hedge.kind)


_AGES = word_set("year years month months week weeks day days - – ‑")
_SCALES = word_set("° º degrees degree celsius fahrenheit centigrade c f")
_TRIED: tuple[tuple[Rule, Set[str], Set[str]], ...] = (
    (clock, word_set("noon midday midnight"), word_set(": pm am p a gmt utc o'clock ( local")),
    (_score, frozenset(), word_set("to - –")),
    (_ratio, frozenset(), word_set("in out")),
    (_magnitude, frozenset({"magnitude"}), word_set("magnitude on degree - –")),
    (_temperature, word_set("minus - −"), _SCALES),
    (_calibre, frozenset("."), word_set("caliber calibre cal mm - –")),
    (_age, word_set("aged age"), _AGES),
    (ordinal, ORDINALS.keys(), word_set("st nd rd th")),
    (_multiplicity, _TIMES.keys(), frozenset()),
    (_long, _LONG.keys() | BARE_UNITS | {"half", "one", "a", "an"}, frozenset()),
)
"""The rules in the order in which they are tried, each with the words that it starts with, hedges left
aside, and those that follow the number when it starts with one."""


def _by_word(rows: Iterable[tuple[Rule, Set[str]]]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule, words in rows:
        for word in words:
            found.setdefault(word, []).append(rule)
    return found


_BY_FIRST = _by_word((rule, first) for rule, first, _ in _TRIED)
_BY_FOLLOWING = _by_word((rule, following) for rule, _, following in _TRIED)


def special_rules(tokens: Tokens, i: int) -> Sequence[Rule]:
    """The rules for what starts at token `i`; most words of a text need few of them."""
    j = parse_hedge(tokens, i).next
    first: Sequence[Rule] = _BY_FIRST.get(tokens.lows[j], ())
    number = parse_number(tokens, j)
    if number is None:
        return first
    following: Sequence[Rule] = _BY_FOLLOWING.get(tokens.lows[number.next], ())
    if tokens.words[j - 1] == "," and not following:
        following = [_age]  # `Comeaux, 49, was`
    if first and following:
        return [rule for rule, *_ in _TRIED if rule in first or rule in following]
    return first or following


SPECIAL_WORDS = (
    ORDINALS.keys()
    | _TIMES.keys()
    | _LONG.keys()
    | BARE_UNITS
    | word_set("noon midday midnight aged age magnitude minus")
)
"""Words that these quantities may start with."""
