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
        tokens[span[0]].start,
        tokens[span[1] - 1].end,
        (tokens[number[0]].start, tokens[number[1] - 1].end),
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
    token = tokens[i]
    if token.kind == "number" and tokens.glued(i + 1) and tokens[i + 1].low in {"st", "nd", "rd", "th"}:
        if not token.text.isdecimal() or len(token.text) > 4:
            return None
        value, k = float(token.text), i + 2
    elif token.low in ORDINALS:
        value, k = float(ORDINALS[token.low]), i + 1
        if not _determined(tokens[i - 1].low) or not token.text.islower():
            return None
    else:
        return None
    noun = tokens[k]
    if noun.kind != "word" or noun.low in _NOT_RANKED or (token.kind == "word" and not noun.text.islower()):
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
        word, after = tokens[k], tokens[k + 1]
        if after.text == "-" and tokens.glued(k + 2) and tokens[k + 2].kind == "word":
            if tokens[k + 3].kind != "word":
                return f"{word.low}-{singular(tokens[k + 2].low)}"
            k += 3
        elif word.low.endswith(_ADJECTIVE) and after.kind == "word" and after.text.islower():
            k += 1
        else:
            break
    return singular(tokens[k].low) if tokens[k].kind == "word" and not is_function_word(tokens[k].low) else ""


def _determined(before: str) -> bool:
    return before in {"the", "a", "his", "her", "its", "their", "our"} or before.endswith("'s")
