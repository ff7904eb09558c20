"""Values are found in a long text as in a short one, and no reading of it grows without end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tui.language.values import DateValue, Name, Quantity, dates, names, quantities
from tui.language.values.casing import CasedWords
from tui.language.values.names import LONGEST

SENTENCE = "On 3 March 2021 the mayor, Ann Reed, told 40 people in Leeds that over 1,200 homes were lost. "
TIMES = 256
"""Far more sentences than any rule looks across."""


@pytest.mark.parametrize("find", [names, quantities, dates])
def test_every_sentence_of_a_long_text_is_read_as_the_first(
    find: Callable[[str], Sequence[Name | Quantity | DateValue]],
) -> None:
    once, often = find(SENTENCE), find(SENTENCE * TIMES)
    assert len(once) >= 1
    places = [
        (value.start + n * len(SENTENCE), value.end + n * len(SENTENCE))
        for n in range(TIMES)
        for value in once
    ]
    assert [(value.start, value.end) for value in often] == places


def test_a_text_of_nothing_but_capitals_is_not_one_name() -> None:
    found = names("Reed " * 10 * LONGEST)
    assert max(len(name.text.split()) for name in found) <= LONGEST


def test_halves_of_hyphened_words_without_end_are_each_asked_once_or_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = 0
    joined = CasedWords._joined

    def counted(words: CasedWords, i: int) -> bool:
        nonlocal asked
        asked += 1
        return joined(words, i)

    monkeypatch.setattr(CasedWords, "_joined", counted)
    halves = 4000
    names("Reed-hale-" * (halves // 2) + "end")
    assert halves / 2 < asked < 4 * halves
