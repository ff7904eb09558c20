"""Numbers in figures and in English words: `1,300`, `1.2bn`, `half a million`, `tens of thousands`."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.language.values.tables import word_list
from tui.language.values.tokens import Tokens

UNITS = {
    word: n
    for n, word in enumerate(
        word_list(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "lakh": 1e5,
    "crore": 1e7,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
# Written against the figure: 10k, 5m, 1.2bn. `m` may also be metres: see `quantities`.
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
PLURAL_SCALES = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 1999.0),
    "thousands": (2e3, 19999.0),
    "millions": (2e6, 2e7),
    "billions": (2e9, 2e10),
    "trillions": (2e12, 2e13),
}
"""What a plural of scale covers in news prose: from twice the word to just below the next word."""
TENS_OF = {"tens": (20.0, 99.0), "scores": (40.0, 199.0), "hundreds": (200.0, 999.0)}
FEW = {"several": (3.0, 9.0), "few": (2.0, 9.0), "couple": (2.0, 3.0), "handful": (3.0, 9.0)}
DENOMINATORS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
GLYPHS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}

NUMBER_WORDS = frozenset({*UNITS, *TENS, *PLURAL_SCALES, *TENS_OF, *FEW, "a", "an", "half"})
"""Words that a spelled-out number may start with."""

_LONGEST = 18  # digits; more is an identifier, not an amount
_COMMAS = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")
_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}\.\d{3},\d+")
_ONE_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


class Number(NamedTuple):
    """A number read from the tokens."""

    value: float
    step: float
    """Size of the last digit that is not zero."""
    next: int
    """Index of the token after it."""
    vague: tuple[float, float] | None = None
    """The range that `dozens` or `several` covers."""
    share: bool = False
    """Whether it is a part of one: `half`, `two-thirds`."""
    words: bool = False
    """Whether it is spelled out."""
    scaled: bool = False
    """Whether a scale (`million`, `bn`) is part of it."""


def parse_number(tokens: Tokens, i: int) -> Number | None:
    """The number that starts at token `i`, or None."""
    if i not in tokens.numbers:  # every rule asks for it anew
        tokens.numbers[i] = _parse_number(tokens, i)
    return tokens.numbers[i]


def _parse_number(tokens: Tokens, i: int) -> Number | None:
    kind = tokens.kind(i)
    if kind == "number":
        return _figures(tokens, i)
    if kind == "glyph":
        return Number(GLYPHS[tokens.words[i]], 0.01, i + 1, share=True)
    if tokens.lows[i] not in NUMBER_WORDS:
        return None
    return _fraction(tokens, i) or _vague(tokens, i) or _article(tokens, i) or _spelled(tokens, i)


def _figures(tokens: Tokens, i: int) -> Number | None:
    text = tokens.words[i]
    j = i + 1
    # 1 300 000: groups of three after a space, as in French or Swedish news
    if tokens.words[j].isdecimal() and text.isdecimal() and len(text) <= 3 and text[0] != "0":
        while _is_group(tokens, j):
            text += tokens.words[j]
            j += 1
    read = _read_figures(text, tokens, j)
    if read is None:
        return None
    value, step = read
    if tokens.words[j] in GLYPHS:
        return Number(value + GLYPHS[tokens.words[j]], 0.01, j + 1)
    return _scaled(tokens, j, value, step)


def _is_group(tokens: Tokens, j: int) -> bool:
    word = tokens.words[j]
    return (
        len(word) == 3
        and word.isdecimal()
        and tokens.starts[j] - tokens.ends[j - 1] == 1
        and not tokens.lows[j + 1].startswith("-")
    )


def _read_figures(text: str, tokens: Tokens, j: int) -> tuple[float, float] | None:
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        pass  # most of them
    elif _COMMAS.fullmatch(text):
        text = text.replace(",", "")
    elif _POINTS.fullmatch(text):
        text = text.replace(".", "").replace(",", ".")
    elif _ONE_POINT.fullmatch(text) and not _decimal_follows(tokens, j):
        text = text.replace(".", "")  # 1.300 is thirteen hundred in most of Europe
    elif _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not _PLAIN.fullmatch(text):
        return None
    return float(text), last_digit(text)


def _decimal_follows(tokens: Tokens, j: int) -> bool:
    """Whether a scale or percent sign says that the point before was a decimal one."""
    return tokens.lows[j] in SCALES or tokens.lows[j] in SUFFIXES or tokens.lows[j] in {"%", "percent", "per"}


def last_digit(text: str) -> float:
    """Size of the last digit that is not zero (all decimals count): 100 for `1300`, 0.1 for `6.0`."""
    whole, _, decimals = text.partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    if not whole.endswith("0"):
        return 1.0
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0 ** min(zeros, max(0, len(whole) - 1))


def _scaled(tokens: Tokens, j: int, value: float, step: float, words: bool = False) -> Number:
    """Add scale words (`million`) or a glued suffix (`bn`)."""
    scaled = False
    if tokens.lows[j] in SUFFIXES and tokens.glued(j) and not _word_goes_on(tokens, j + 1):
        factor = SUFFIXES[tokens.lows[j]]
        return Number(value * factor, step * factor, j + 1, scaled=True)
    while True:
        k = j + 1 if tokens.words[j] == "-" and tokens.glued(j) and tokens.glued(j + 1) else j
        if tokens.lows[k] not in SCALES:
            return Number(value, step, j, words=words, scaled=scaled)
        factor = SCALES[tokens.lows[k]]
        value, step, j, scaled = value * factor, step * factor, k + 1, True


def _word_goes_on(tokens: Tokens, j: int) -> bool:
    return tokens.glued(j) and tokens.kind(j) in {"word", "number"}


def _spelled(tokens: Tokens, i: int) -> Number | None:
    """A cardinal in words: `one hundred and five`, `forty-eight`, `two dozen`."""
    total = current = 0.0
    step = 1.0
    j, seen = i, False
    while True:
        k = j
        if (seen and tokens.words[j] == "-" and tokens.glued(j) and tokens.glued(j + 1)) or (
            seen and tokens.lows[j] == "and" and (total or current >= 100) and _small(tokens, j + 1)
        ):
            k = j + 1
        low = tokens.lows[k]
        if (
            low in UNITS
            and current % 10 == 0
            and current % 100 != 10
            and (UNITS[low] < 10 or current % 100 == 0)
        ):
            current += UNITS[low]
            step = 1.0
        elif low in TENS and current % 100 == 0:
            current += TENS[low]
            step = 10.0
        elif low in SCALES and seen:
            factor = SCALES[low]
            if factor >= 1e3:
                total, current = total + (current or 1) * factor, 0.0
            else:
                current *= factor
            step = factor
        else:
            break
        seen, j = True, k + 1
    if not seen:
        return None
    if tokens.phrase(j, "and", "a", "half") and not total:
        factor = SCALES.get(tokens.lows[j + 3], 1.0)
        return Number(
            (current + 0.5) * factor, factor / 2, j + 3 + (factor != 1), words=True, scaled=factor != 1
        )
    return Number(total + current, step, j, words=True, scaled=bool(total))


def _small(tokens: Tokens, k: int) -> bool:
    return tokens.lows[k] in UNITS or tokens.lows[k] in TENS


def _article(tokens: Tokens, i: int) -> Number | None:
    """`a dozen`, `a hundred`, `half a million`."""
    j, value = i, 1.0
    if tokens.lows[j] == "half":
        j, value = j + 1, 0.5
    if tokens.lows[j] not in {"a", "an"} or tokens.lows[j + 1] not in SCALES:
        return None
    scaled = _scaled(tokens, j + 1, value, value)
    rest = _spelled(tokens, scaled.next + 1) if tokens.lows[scaled.next] == "and" else None
    if rest is not None and rest.value < 100 <= scaled.value:
        return Number(scaled.value + rest.value, rest.step, rest.next, words=True)
    return Number(scaled.value, scaled.step, scaled.next, words=True, scaled=scaled.value >= 1e3)


def _vague(tokens: Tokens, i: int) -> Number | None:
    """`dozens`, `tens of thousands`, `several hundred`, `a few`, `a couple of`."""
    low = tokens.lows[i]
    if (
        low in TENS_OF
        and tokens.lows[i + 1] == "of"
        and tokens.lows[i + 2] in {"thousands", "millions", "billions"}
    ):
        factor = SCALES[tokens.lows[i + 2][:-1]]
        bottom, top = TENS_OF[low]
        return _range(bottom * factor, top * factor, i + 3)
    if low in PLURAL_SCALES:
        return _range(*PLURAL_SCALES[low], i + 1)
    j = i + 1 if low == "a" else i
    if tokens.lows[j] not in FEW or (tokens.lows[j] != "several") != (low == "a"):
        return None
    if (
        tokens.lows[j] in {"couple", "handful"}
        and tokens.lows[j + 1] != "of"
        and tokens.lows[j + 1] not in SCALES
    ):
        return None
    bottom, top = FEW[tokens.lows[j]]
    k = j + 2 if tokens.lows[j + 1] == "of" and tokens.lows[j] in {"couple", "handful"} else j + 1
    if tokens.lows[k] in SCALES:
        factor = SCALES[tokens.lows[k]]
        return _range(bottom * factor, top * factor, k + 1)
    return _range(bottom, top, k)


def _range(low: float, high: float, end: int) -> Number:
    return Number(low, low, end, vague=(low, high), words=True)


def _fraction(tokens: Tokens, i: int) -> Number | None:
    """`two-thirds`, `a quarter of`; `three-quarters of a million` is a number, not a share."""
    part = _part(tokens, i)
    if part is None or not (tokens.lows[part.next] == "of" and tokens.lows[part.next + 1] == "a"):
        return part
    factor = SCALES.get(tokens.lows[part.next + 2], 0.0)
    if not factor:
        return part
    return Number(part.value * factor, factor / 100, part.next + 3, words=True, scaled=True)


def _part(tokens: Tokens, i: int) -> Number | None:
    """A share of one: `two-thirds`, `a quarter of`, `half of`, `half the`."""
    low = tokens.lows[i]
    if low == "half":
        return _half(tokens, i)
    j = i + 1
    if tokens.words[j] == "-":
        j += 1
    denominator = _denominator(tokens.lows[j])
    if denominator is None:
        return None
    hyphen = j == i + 2
    if low in {"a", "one"} and (hyphen or tokens.lows[j + 1] == "of"):
        return Number(1 / denominator, 0.01, j + 1, share=True, words=True)
    if low in UNITS and 1 < UNITS[low] < denominator and tokens.lows[j].endswith("s"):
        return Number(UNITS[low] / denominator, 0.01, j + 1, share=True, words=True)
    return None


def _denominator(word: str) -> int | None:
    return DENOMINATORS.get(word) or DENOMINATORS.get(word.removesuffix("s"))


# Words after which `half` is a share of something, not a period of a match or a year.
_HALF_OF = {"of", "the", "its", "their", "his", "her", "our", "all", "that", "those", "these"}


def _half(tokens: Tokens, i: int) -> Number | None:
    after, before = tokens.lows[i + 1], tokens.lows[i - 1]
    if after in _HALF_OF and before not in {"the", "first", "second", "other", "latter", "-"}:
        return Number(0.5, 0.01, i + 1, share=True, words=True)
    if before in {"between", "nearly", "almost", "than", "about", "over", "roughly", "by", "around"} and (
        after not in {"a", "an", "-"}
    ):
        return Number(0.5, 0.01, i + 1, share=True, words=True)
    return None
