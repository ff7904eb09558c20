"""Ordinals that rank something: `the fifth operation`, `his 10th title`."""

from __future__ import annotations

from collections.abc import Callable

from tui.language.values.hedges import bounds
from tui.language.values.model import Quantity, QuantityKind
from tui.language.values.nouns import head_after, is_function_word, singular
from tui.language.values.tables import word_list, word_set
from tui.language.values.tokens import Tokens

Found = tuple[Quantity, int] | None
Rule = Callable[[Tokens, int], Found]


def special(
    tokens: Tokens,
    span: tuple[int, int],
    number: tuple[int, int],
    kind: QuantityKind,
    value: float,
    unit: str,
    hedge: str = "",
    *,
    step: float = 1.0,
    modifiers: tuple[str, ...] = (),
    second: float | None = None,
) -> tuple[Quantity, int]:
    """A quantity over tokens `span`, with its figure over tokens `number`."""
    low, high, firm = bounds(hedge, value, step, discrete=kind in {"magnitude", "temperature", "time", "age"})
    made = Quantity(
        tokens.starts[span[0]],
        tokens.ends[span[1] - 1],
        (tokens.starts[number[0]], tokens.ends[number[1] - 1]),
        kind,
        value,
        low,
        high,
        step,
        firm,
        unit,
        modifiers=modifiers,
        second=second,
    )
    return made, span[1]


ORDINALS = {
    w: n
    for n, w in enumerate(
        word_list(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
            "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
}
_NOT_RANKED = word_set(
    "time place lady family half degree person people amendment thing day week month year century "
    "party hand street avenue road precinct district floor class name minister secretary and or "
    "of to in at on"
)


def ordinal(tokens: Tokens, i: int) -> Found:
    """`the fifth operation`, `his 10th title`; not `at first`, `117th Street`, `First Amendment`."""
    word, low, figures = tokens.words[i], tokens.lows[i], tokens.kind(i) == "number"
    if figures and tokens.glued(i + 1) and tokens.lows[i + 1] in {"st", "nd", "rd", "th"}:
        if not word.isdecimal() or len(word) > 4:
            return None
        value, k = float(word), i + 2
    elif low in ORDINALS:
        value, k = float(ORDINALS[low]), i + 1
        if not _determined(tokens.lows[i - 1]) or not word.islower():
            return None
    else:
        return None
    ranked = tokens.kind(k) == "word" and tokens.lows[k] not in _NOT_RANKED
    if not ranked or (tokens.kind(i) == "word" and not tokens.words[k].islower()):
        return None
    head = _ordinal_noun(tokens, k)
    return special(tokens, (i, k + 1), (i, k), "ordinal", value, head) if head else None


_ADJECTIVE = ("ful", "ous", "ive", "al", "ic", "able", "ible", "ent", "ant", "ary", "ly", "ed", "or")


def _ordinal_noun(tokens: Tokens, k: int) -> str:
    """The noun an ordinal ranks: a near plural, else the first word that does not look an adjective."""
    plural = head_after(tokens, k, one=False)
    if plural.noun and plural.next - k <= 2:
        return plural.noun
    for _ in range(4):
        low, after = tokens.lows[k], tokens.words[k + 1]
        if after == "-" and tokens.glued(k + 2) and tokens.kind(k + 2) == "word":
            if tokens.kind(k + 3) != "word":
                return f"{low}-{singular(tokens.lows[k + 2])}"
            k += 3
        elif low.endswith(_ADJECTIVE) and tokens.kind(k + 1) == "word" and after.islower():
            k += 1
        else:
            break
    return (
        singular(tokens.lows[k]) if tokens.kind(k) == "word" and not is_function_word(tokens.lows[k]) else ""
    )


def _determined(before: str) -> bool:
    return before in {"the", "a", "his", "her", "its", "their", "our"} or before.endswith("'s")
