"""Reading tells how far it is in small steps, and stops at whichever call raises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tui
from tui.articles.model import Split
from tui.language.progress import LINES

LINE = "The council of the town voted on line {k}. Nobody was against it.\n"
MANY = 4 * LINES


class Stopped(Exception):
    pass


@pytest.fixture
def book(tmp_path: Path) -> str:
    path = tmp_path / "book.txt"
    path.write_text("".join(LINE.format(k=k) for k in range(MANY)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("split", "passages"), [("sentence", 2 * MANY), ("line", MANY), ("paragraph", MANY)])
def test_many_lines_are_told_of_on_the_way(book: str, split: Split, passages: int) -> None:
    told: dict[str, list[float]] = {}
    article = tui.read(book, split, lambda stage, done: told.setdefault(stage, []).append(done))
    assert len(article.passages) == passages
    assert list(told) == ["reading", "finding passages"]
    for parts in told.values():
        assert parts == sorted(parts)
        assert 0 <= parts[0] <= parts[-1] <= 1
    looks = 4  # at lines; at what each paragraph holds, whether it is furniture, whether repeated
    assert len(told["finding passages"]) >= (looks * MANY + passages) / LINES


def test_one_endless_line_is_told_of_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    path.write_text(" ".join(LINE.format(k=k).strip() for k in range(MANY)), encoding="utf-8")
    told: list[float] = []
    tui.read(str(path), "sentence", lambda stage, done: told.append(done))
    assert len(told) >= 2 * MANY / LINES


def stopper(at: int) -> tuple[list[float], Callable[[str, float], None]]:
    calls: list[float] = []

    def stop(stage: str, done: float) -> None:
        calls.append(done)
        if len(calls) == at:
            raise Stopped

    return calls, stop


@pytest.mark.parametrize("at", [1, 5, 15, 25, 30])
def test_it_stops_at_whichever_call_raises(book: str, at: int) -> None:
    calls, stop = stopper(at)
    with pytest.raises(Stopped):
        tui.read(book, "sentence", stop)
    assert len(calls) == at
