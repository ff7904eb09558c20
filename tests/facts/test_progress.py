"""Finding facts is told of in small steps, with the same results, and stops at whichever call raises."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from support.stopping import calls_until
from support.stories import PEOPLE, PLACES

from tui.alignment.align import align
from tui.alignment.model import Alignment
from tui.articles.model import Article
from tui.facts.find import find_facts
from tui.facts.model import Facts
from tui.facts.values import kept_values
from tui.language.progress import Progress, silent

STEP = 10
LINES = 120
A, B = (
    Article.from_passages(
        [
            f"“Nobody was hurt in house {k},” said {PEOPLE[k % 12]} of {PLACES[k % 11]} {k} days {when}."
            for k in range(100, 100 + LINES)
        ]
    )
    for when in ("later", "afterwards")
)
STEPS = LINES / STEP
PARTS = {
    "values of A": (0.0, 0.23, 17 * STEPS),
    "values of B": (0.23, 0.46, 17 * STEPS),
    "who is who": (0.46, 0.5, 8 * STEPS),
    "no fact in A": (0.5, 0.51, STEPS),
    "no fact in B": (0.51, 0.52, STEPS),
    "conflicts": (0.52, 0.7, 9 * STEPS),  # four finders have nothing here to lay side by side
    "quotations": (0.7, 0.73, 3 * STEPS),
    "what is unique": (0.73, 0.88, 2 + 2 * 10),
    "claims of A": (0.88, 0.922, STEPS),
    "status of A": (0.934, 0.94, STEPS),
    "claims of B": (0.94, 0.982, STEPS),
    "status of B": (0.994, 1.0, STEPS),
}
"""Where each piece of the work begins and ends, and how many calls it makes at least."""


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return align(A, B)


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    kept_values.cache_clear()
    yield
    kept_values.cache_clear()


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.language.progress.LINES", STEP)
    monkeypatch.setattr("tui.facts.claims.TOGETHER", STEP)


def found(alignment: Alignment, progress: Progress = silent) -> Facts:
    assert alignment.lexicon is not None
    return find_facts(A, B, alignment.lexicon, alignment.candidates, 0.3, progress=progress)


@pytest.mark.usefixtures("small_steps")
def test_each_piece_of_the_work_is_told_of_in_small_steps(alignment: Alignment) -> None:
    told: list[float] = []
    found(alignment, lambda stage, done: told.append(done))
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1
    for piece, (begin, end, least) in PARTS.items():
        assert len([done for done in told if begin <= done < end]) >= least, piece


def test_small_steps_find_the_same(alignment: Alignment, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = found(alignment)
    kept_values.cache_clear()
    monkeypatch.setattr("tui.language.progress.LINES", STEP)
    assert found(alignment) == whole


@pytest.mark.usefixtures("small_steps")
@pytest.mark.parametrize("part", [0.0, 0.1, 0.3, 0.47, 0.51, 0.6, 0.71, 0.9, 0.995])
def test_it_stops_at_whichever_call_raises(part: float, alignment: Alignment) -> None:
    calls = calls_until(part, partial(found, alignment))
    assert all(done < part for done in calls[:-1])
    assert calls[-1] < part + 0.02


def test_what_was_stopped_is_found_anew(alignment: Alignment) -> None:
    whole = found(alignment)
    kept_values.cache_clear()
    calls_until(0.2, partial(found, alignment))
    assert found(alignment) == whole
