"""Quantities in a text: a small grammar over tokens.

Reading goes from left to right and looks ahead a bounded number of tokens, so the time is linear in
the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tui.language.progress import UNTOLD, Share
from tui.language.values.dates import Drafts, drafts
from tui.language.values.hedges import bounds
from tui.language.values.model import Hedge, Quantity, QuantityKind, State
from tui.language.values.nouns import STATE_NOUNS, head_after, looks_plural, singular, state_of
from tui.language.values.readings import Reading, part_of_name, read_number, starts
from tui.language.values.special import special_rules
from tui.language.values.tables import word_set
from tui.language.values.tokens import Tokens
from tui.language.values.units import (
    BY_NAME,
    CURRENCIES,
    DOLLAR_COUNTRIES,
    SPELLINGS,
    SQUARE,
)

TABLE = 200
"""Tokens in a row without a word among them after which figures are a table and no longer read."""


def quantities(text: str, drafted: Drafts | None = None, share: Share = UNTOLD) -> list[Quantity]:
    """The quantities of a text, in order; no two overlap.

    Dates, telephone numbers, street addresses and the figures in names (`Boeing 737`, `AK-47`) are
    left out.

    Args:
        text: Any text; offsets in the result are into it.
        drafted: The `drafts` of its dates, when they are known already.
        share: Told how far the work is.
    """
    tokens = Tokens(text, share.part(0.0, 0.5))
    share.tell(0.5)
    taken = _Taken([match.span() for match, _ in (drafts(text) if drafted is None else drafted)])
    words_near = _WordsNear(tokens)
    found: list[Quantity] = []
    resume = 0
    for i in share.part(0.7, 1.0).each(starts(tokens)):
        if i < resume or not words_near.before(i, resume) or taken.covers(tokens.starts[i]):
            continue
        read = _quantity(tokens, i)
        if read is None or taken.covers_span(*read[0].number):
            continue
        quantity, resume = read
        found.append(_as_magnitude(text, quantity))
    return found


_QUAKE = re.compile(r"\b(?:magnitude|richter|quake|earthquake|temblor|tremor|aftershock)s?\b", re.I)


def _as_magnitude(text: str, q: Quantity) -> Quantity:
    """A bare figure such as 6.1 that stands near an earthquake is its magnitude."""
    if q.kind != "count" or q.step != 0.1 or not 0 < q.value < 10 or looks_plural(q.unit):
        return q
    around = text[max(0, q.start - 110) : q.end + 30].rpartition("\n")[2]
    if not _QUAKE.search(around):
        return q
    low, high = q.low, q.high
    if q.hedge == "about":
        low, high = q.value - q.step, q.value + q.step
    end = q.number[1] if q.unit else q.end
    return replace(q, kind="magnitude", unit="magnitude", low=low, high=high, end=end, modifiers=())


class _Taken:
    """Spans that are already something else, asked for in reading order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = spans
        self._at = 0

    def covers(self, place: int) -> bool:
        while self._at < len(self._spans) and self._spans[self._at][1] <= place:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] <= place

    def covers_span(self, start: int, end: int) -> bool:
        for a, b in self._spans[self._at : self._at + 3]:
            if start < b:
                return a < end
        return False


class _WordsNear:
    """Whether a word stands near enough before a figure for it not to be one of a table."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._looked = self._last = 0

    def before(self, i: int, resume: int) -> bool:
        """Asked in reading order; nothing inside a quantity, which ends at `resume`, is looked at."""
        k, looked = i, max(self._looked, resume - 1)
        while k > looked and self._tokens.kind(k - 1) != "word":
            k -= 1
        if k > looked:
            self._last = k
        self._looked = i
        return i - self._last <= TABLE


def _quantity(tokens: Tokens, i: int) -> tuple[Quantity, int] | None:
    for rule in special_rules(tokens, i):
        special = rule(tokens, i)
        if special is not None:
            return special
    reading = read_number(tokens, i)
    if reading is None or part_of_name(tokens, reading):
        return None
    return (
        _money(tokens, reading)
        or _percent(tokens, reading)
        or _measure(tokens, reading)
        or _count(tokens, reading)
    )


def _build(
    tokens: Tokens,
    reading: Reading,
    end: int,
    kind: QuantityKind,
    unit: str,
    *,
    of: str = "",
    modifiers: tuple[str, ...] = (),
    state: State = "",
) -> Quantity:
    """Put a quantity together from a hedged number and its unit."""
    number, upper, hedge = reading.number, reading.upper, reading.hedge.kind
    value, step = number.value, number.step
    firm: Hedge
    if upper is not None:
        low, high, firm = number.value, upper.value, "between"
        value, step = (low + high) / 2, min(step, upper.step)
    elif number.vague is not None:
        low, high = number.vague
        high = float("inf") if hedge in {"over", "at least"} else high
        value, firm = low, "vague"
    else:
        low, high, firm = bounds(hedge, value, step, discrete=False)
    start, stop = tokens.starts[reading.first], tokens.ends[end - 1]
    span = (tokens.starts[reading.at], tokens.ends[reading.next - 1])
    return Quantity(start, stop, span, kind, value, low, high, step, firm, unit, of, modifiers, state)


def _money(tokens: Tokens, reading: Reading) -> tuple[Quantity, int] | None:
    j = reading.next
    currency = reading.currency
    k = j + 1 if tokens.words[j] == "-" and tokens.glued(j) and tokens.glued(j + 1) else j
    if reading.number.vague and tokens.lows[j] == "of":  # billions of euros
        k = j + 1
    if tokens.lows[k] in DOLLAR_COUNTRIES and tokens.lows[k + 1] in {"dollars", "dollar"}:
        return _build(tokens, reading, k + 2, "money", DOLLAR_COUNTRIES[tokens.lows[k]]), k + 2
    if tokens.lows[k] == "pounds" and tokens.lows[k + 1] == "sterling":
        return _build(tokens, reading, k + 2, "money", "gbp"), k + 2
    if (
        tokens.lows[k] in CURRENCIES
        and (not currency or CURRENCIES[tokens.lows[k]] == currency)
        and (tokens.lows[k] not in {"won", "rs", "cent"} or currency)
    ):
        return _build(tokens, reading, k + 1, "money", currency or CURRENCIES[tokens.lows[k]]), k + 1
    return (_build(tokens, reading, j, "money", currency), j) if currency else None


def _percent(tokens: Tokens, reading: Reading) -> tuple[Quantity, int] | None:
    j = reading.next
    if tokens.phrase(j, "per", "cent"):
        end = j + 2
    elif tokens.lows[j] in {"%", "percent", "pct", "percentage"}:
        end = j + 1
    elif tokens.words[j] == "-" and tokens.lows[j + 1] in {"percent", "percentage"}:
        end = j + 2
    elif reading.number.share or (reading.upper and reading.upper.share):
        return _share(tokens, reading, j)
    else:
        return None
    if tokens.lows[end] in {"point", "points"}:
        end += 1
    return _build(tokens, reading, end, "percent", "percent", of=_share_of(tokens, end)), end


def _share(tokens: Tokens, reading: Reading, end: int) -> tuple[Quantity, int]:
    """`two-thirds of the homes` as a percentage."""
    made = _build(tokens, reading, end, "percent", "percent")
    return (
        replace(
            made,
            value=made.value * 100,
            low=made.low * 100,
            high=made.high * 100,
            step=1.0,
            of=_share_of(tokens, end),
        ),
        end,
    )


def _share_of(tokens: Tokens, i: int) -> str:
    if tokens.lows[i] not in {"of", "the", "its", "their", "his", "her"}:
        return ""
    j = i + 1 if tokens.lows[i] == "of" else i
    while tokens.lows[j] in {"the", "its", "their", "his", "her", "all", "those"}:
        j += 1
    return head_after(tokens, j, one=False).noun or (
        singular(tokens.lows[j]) if tokens.kind(j) == "word" else ""
    )


def _measure(tokens: Tokens, reading: Reading) -> tuple[Quantity, int] | None:
    j = reading.next
    k = j + 1 if tokens.words[j] in {"-", "–"} and tokens.glued(j) and tokens.glued(j + 1) else j
    scaled = _glued_million(tokens, reading, k)
    if scaled is not None:
        return scaled
    modifier = ""
    if tokens.lows[k] in {"square", "sq"}:
        modifier = "square"
        k += 1
        k += tokens.words[k] in {".", "-"}
    elif tokens.lows[k] in {
        "full",
        "straight",
        "consecutive",
        "long",
        "short",
        "more",
        "extra",
        "additional",
    }:
        if tokens.lows[k + 1] not in SPELLINGS:
            return None
        modifier = tokens.lows[k]
        k += 1
    if tokens.phrase(k, "nautical", "miles"):
        return _build(tokens, reading, k + 2, "measure", "nautical mile"), k + 2
    if tokens.lows[k] in {"half", "in"} or tokens.lows[k] not in SPELLINGS or tokens.words[k] == "Ha":
        return None
    unit = SPELLINGS[tokens.lows[k]]
    # Words that are units only in the plural or when glued: `a second man`, `two min`, `5 in`
    end = k + 1
    name = unit.name
    if modifier == "square":
        name = SQUARE.get(name, name)
    elif tokens.lows[end] in {"per", "/", "an"} and unit.dimension == "length":
        per = end + 1
        if tokens.lows[per] in {"hour", "h"}:
            name, end = {"km": "km/h", "mile": "mph"}.get(name, name), per + 1
    kind = BY_NAME[name].kind
    if (
        kind == "duration"
        and tokens.words[k - 1] == "-"
        and tokens.words[end] == "-"
        and tokens.lows[end + 1] == "old"
    ):
        return None
    words = (modifier,) if modifier and modifier != "square" else ()
    return _build(tokens, reading, end, kind, name, modifiers=words), end


def _glued_million(tokens: Tokens, reading: Reading, k: int) -> tuple[Quantity, int] | None:
    """`100m` is metres, unless money or a plural noun says millions (`5m people`)."""
    number = reading.number
    if tokens.lows[k - 1] != "m" or not number.scaled or reading.currency:
        return None
    if looks_plural(tokens.lows[k]) or tokens.lows[k] in CURRENCIES:
        return None
    metres = reading._replace(number=number._replace(value=number.value / 1e6, step=number.step / 1e6))
    return _build(tokens, metres, k, "measure", "metre"), k


def _count(tokens: Tokens, reading: Reading) -> tuple[Quantity, int] | None:
    number, j = reading.number, reading.next
    at, before = reading.at, tokens.words[reading.at - 1]
    one = number.value == 1 and reading.upper is None
    if tokens.lows[j] in {"times"}:
        return _build(tokens, reading, j + 1, "multiplicity", "time"), j + 1
    if tokens.words[j] == "-" and tokens.glued(j) and tokens.glued(j + 1) and tokens.kind(j + 1) == "word":
        return _hyphened(tokens, reading, j)
    head = head_after(tokens, j, one=one)
    end = head.next if head.noun else j
    said = state_of(tokens, reading.first - 1, end)
    counted = head.noun or said
    if tokens.lows[at] == "one" and (not counted or _pronoun(tokens, at)):
        return None
    named = tokens.kind(at - 1) == "word" and before[0].isupper()
    if named and tokens.kind(at) == "number" and not counted:
        return None  # a figure after a name: `Apollo 11`
    if not counted and not _bare_count(tokens, reading):
        return None
    noun, state = STATE_NOUNS.get(head.noun, (head.noun, said))
    if not noun and (told := _told_before(tokens, reading.first)) is not None:
        noun, state = told
        said = state
    state = state or said
    return _build(tokens, reading, end, "count", noun, modifiers=head.modifiers, state=state), end


_PEOPLE_BEFORE = word_set("population crowd audience turnout workforce congregation membership")


_LEADS_TO_COUNT = word_set("of at was is to the stood rose from reached reaches put")
"""Words between such a noun and its number (`the toll reaches 21`, `a crowd put at 38,400`)."""


def _told_before(tokens: Tokens, first: int) -> tuple[str, State] | None:
    """What a bare number counts when the noun stands before it: `a population of 120,000`."""
    for k in range(first - 1, first - 4, -1):
        if tokens.lows[k] in _PEOPLE_BEFORE:
            return "person", ""
        if tokens.lows[k] in {"mother", "father", "mum", "mom", "dad", "parents"}:
            return "child", ""
        if tokens.lows[k] == "toll":
            return "person", "dead"
        if tokens.lows[k] not in _LEADS_TO_COUNT:
            break
    return None


def _hyphened(tokens: Tokens, reading: Reading, j: int) -> tuple[Quantity, int] | None:
    """`a five-boat attack`; also `one-sided`, which counts nothing."""
    noun = tokens.lows[j + 1]
    if reading.number.value == 1 or noun.endswith(("ed", "ing", "ly", "way", "fold")) or len(noun) < 3:
        return None
    if noun in {"time", "thirds", "old", "and", "something"}:
        return None
    return _build(tokens, reading, j + 2, "count", singular(noun)), j + 2


def _pronoun(tokens: Tokens, at: int) -> bool:
    """Whether `one` stands for something rather than counting it (`no one`, `one another`, `one day`)."""
    before, after = tokens.lows[at - 1], tokens.lows[at + 1]
    return before in {
        "no",
        "any",
        "every",
        "some",
        "this",
        "that",
        "the",
        "which",
        "each",
        "-",
        "only",
    } or after in {
        "another",
        "day",
        "of",
        "side",
        "thing",
        "way",
        "hand",
        "time",
        "more",
        "point",
        "such",
        "done",
    }


def _bare_count(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number without a noun is a count all the same: `killing two`, `a crowd of 70`."""
    number, j = reading.number, reading.next
    before = tokens.lows[reading.first - 1]
    after = tokens.lows[j]
    if _told_before(tokens, reading.first) is not None:
        return True
    if number.vague is not None or (number.words and number.value < 2):
        return False
    if (
        reading.hedge.kind not in {"", "exact"}
        or reading.upper is not None
        or number.scaled
        or number.value >= 1000
    ):
        return True
    if after in {"of", "others", "other", "more"} or before in {"all", "other", "another", "the"}:
        return True
    return not number.words and before in {
        "of",
        "at",
        "to",
        "from",
        "with",
        "killing",
        "wounding",
        "were",
        "was",
        "measured",
        "measuring",
        "registered",
        "registering",
    }
