"""Values are found in a long text as in a short one, and no reading of it grows without end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tui.language.values import DateValue, Name, Quantity, dates, names, quantities
from tui.language.values.names import LONGEST
from tui.language.values.pieces import KEPT

SENTENCE = "On 3 March 2021 the mayor, Ann Reed, told 40 people in Leeds that over 1,200 homes were lost. "
TIMES = KEPT // 4
"""Far more tokens than are kept at a time."""


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
