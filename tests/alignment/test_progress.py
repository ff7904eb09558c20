"""Alignment tells how far it is in small steps, and stops at whichever call raises."""

from __future__ import annotations

import numpy as np
import pytest
from support.stopping import calls_until
from support.stories import long_text, reworded

from tui.alignment.align import align
from tui.alignment.blocks import blocks
from tui.alignment.lexicon import make_lexicon
from tui.alignment.model import Alignment
from tui.articles.model import Article
from tui.language.clauses import clauses
from tui.language.progress import LETTERS, Progress, Share, silent
from tui.language.words import words

LINES = 600
BLOCKS = {
    "tui.alignment.terms.LETTERS": 500,
    "tui.alignment.lexicon.LETTERS": 500,
    "tui.alignment.index._CHUNK_CELLS": 10 * LINES,
    "tui.alignment.index._SAID": 200,
    "tui.alignment.index._RANKED": 200,
    "tui.alignment.coverage.MOST_TERMS": 500,
    "tui.alignment.features.MOST_TERMS": 500,
}
"""A block of each kind of work, so small that a text of LINES has as many as a book has of the true size."""


def aligned(progress: Progress = silent) -> Alignment:
    lines = long_text(LINES)
    return align(Article.from_passages(lines), Article.from_passages(reworded(lines)), progress=progress)


def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in BLOCKS.items():
        monkeypatch.setattr(name, size)


def test_small_blocks_align_as_large_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = aligned()
    small_blocks(monkeypatch)
    assert aligned().candidates == whole.candidates


def test_a_long_text_is_told_of_in_small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    small_blocks(monkeypatch)
    told: list[float] = []
    aligned(lambda stage, done: told.append(done))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert max(np.diff(told)) <= 0.04
    assert len(told) >= LINES / 2


@pytest.mark.parametrize("part", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_it_stops_at_whichever_call_raises(part: float, monkeypatch: pytest.MonkeyPatch) -> None:
    small_blocks(monkeypatch)
    calls = calls_until(part, aligned)
    assert all(done < part for done in calls[:-1])


def test_one_endless_passage_is_told_of_too() -> None:
    text = "An endless passage, told without a full stop, goes on and on " * (2 * LETTERS // 60)
    told: list[float] = []
    share = Share(lambda stage, done: told.append(done), "aligning")
    found = words(text, share)
    assert len(told) >= len(found) / 25_000
    told.clear()
    assert clauses(text, found, share) == clauses(text, found)
    assert len(told) >= 2
    assert told == sorted(told)
    told.clear()
    make_lexicon([text], [text], lambda stage, done: told.append(done))
    assert told == sorted(told)
    assert len([done for done in told if done < 0.2]) >= len(found) / 25_000
    # Of each side, the words once, and the breaks between clauses once.
    assert len([done for done in told if 0.25 <= done < 0.31]) >= 4


@pytest.mark.parametrize(
    ("sizes", "cut"),
    [
        ([], [(0, 0)]),
        ([0, 0], [(0, 2)]),
        ([2, 3, 4, 1], [(0, 2), (2, 4)]),
        ([9, 1, 9, 9, 0], [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]),
    ],
)
def test_blocks_hold_everything_once(sizes: list[int], cut: list[tuple[int, int]]) -> None:
    told: list[float] = []
    share = Share(lambda stage, done: told.append(done), "aligning", 0.5, 1.0)
    assert [(some.start, some.stop) for some, _ in blocks(sizes, 5, share)] == cut
    assert len(told) == len(cut)
    assert told == sorted(told)
    assert told[0] == 0.5
