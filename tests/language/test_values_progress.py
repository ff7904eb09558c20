"""Finding values is told of in small steps, with the same results, and stops at whichever call raises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from tui.language.progress import UNTOLD, Share
from tui.language.values import (
    Name,
    SpeechNames,
    attributions,
    dates,
    names,
    quantities,
    quotations,
    resolve_names,
)

STEP = 10
SENTENCES = 200
TEXT = "".join(
    f"“Nobody was hurt in that fire,” said Ann Reed of Leeds on 4 May 2021, after {k} houses burnt. "
    for k in range(100, 100 + SENTENCES)
)
PEOPLE = SpeechNames(TEXT, names(TEXT))
FINDERS: dict[str, Callable[[Share], Sequence[object]]] = {
    "names": lambda share: names(TEXT, share=share),
    "quantities": lambda share: quantities(TEXT, share=share),
    "dates": lambda share: dates(TEXT, share=share),
    "quotations": lambda share: quotations(TEXT, PEOPLE, share),
    "attributions": lambda share: attributions(TEXT, PEOPLE, share),
}


LOOKS = {"names": 3.5, "quantities": 1, "dates": 1, "quotations": 2, "attributions": 1}
"""How often each goes through all that it finds; of five words with a capital two are names."""


class Stopped(Exception):
    pass


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.language.progress.LINES", STEP)


@pytest.mark.parametrize("kind", FINDERS)
def test_values_are_told_of_in_small_steps(kind: str) -> None:
    told: list[float] = []
    found = FINDERS[kind](Share(lambda stage, done: told.append(done), kind))
    assert found == FINDERS[kind](UNTOLD)
    assert len(found) >= SENTENCES
    assert len(told) >= LOOKS[kind] * len(found) / STEP
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1
    assert max(after - before for before, after in pairwise(told)) <= 0.25


@pytest.mark.parametrize("kind", FINDERS)
@pytest.mark.parametrize("at", [1, 3, SENTENCES // STEP])
def test_it_stops_at_whichever_call_raises(kind: str, at: int) -> None:
    calls: list[float] = []

    def stop(stage: str, done: float) -> None:
        calls.append(done)
        if len(calls) == at:
            raise Stopped

    with pytest.raises(Stopped):
        FINDERS[kind](Share(stop, kind))
    assert len(calls) == at


def test_names_that_are_compared_with_all_others_are_told_of_in_smaller_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.language.progress.LINES", 10_000)
    people = [Name(0, 0, f"Ann {letter}ed{k}", "person") for letter in "RTW" for k in range(200)]
    told: list[float] = []
    resolve_names(people, [], Share(lambda stage, done: told.append(done)))
    assert told == sorted(told)
    assert len([done for done in told if 0.3 <= done < 0.8]) == len(people) / 100
