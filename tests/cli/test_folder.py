"""A folder in place of two articles."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from support.command import SEEDS, diptych
from support.terminal import Terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    stories = tmp_path / "stories"
    stories.mkdir()
    for name, source in zip(("one.txt", "two.txt"), SEEDS, strict=True):
        shutil.copy(source, stories / name)
    (stories / "bread.txt").write_text(
        "How to bake bread\n\nKnead flour, water and salt for ten minutes. Let the dough rise for an hour.\n",
        encoding="utf-8",
    )
    (stories / "picture.png").write_bytes(b"\x89PNG")
    return stories


def test_a_pipe_gets_the_pairs_the_most_alike_first(folder: Path) -> None:
    done = diptych(str(folder))
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()[:2]
    assert first.split()[0] == "1"
    assert "one.txt" in first
    assert "two.txt" in second
    assert len(done.stdout.splitlines()) == 6
    assert "picture" not in done.stdout


def test_a_report_is_about_the_most_alike(folder: Path) -> None:
    report = json.loads(diptych(str(folder), "--format", "json").stdout)
    assert [os.path.basename(article["source"]) for article in report["articles"]] == ["one.txt", "two.txt"]


def test_a_folder_without_two_articles_is_told_in_one_line(tmp_path: Path) -> None:
    done = diptych(str(tmp_path))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "fewer than two" in done.stderr


def offer(folder: Path) -> Terminal:
    command = [sys.executable, "-m", "tui", str(folder)]
    return Terminal(command, {**os.environ, "TERM": "xterm-256color"}, size=(40, 120))


def test_the_chosen_pair_is_opened(folder: Path) -> None:
    with offer(folder) as terminal:
        assert "Which pair?" in terminal.wait_for("[1] ")
        terminal.send("9\n")
        assert "There is no pair '9'." in terminal.wait_for("no pair '9'.")
        terminal.send("\n")
        assert "Washington" in terminal.wait_for("Washington")
        terminal.send("q")
        assert terminal.wait() == 0


def test_none_may_be_chosen(folder: Path) -> None:
    with offer(folder) as terminal:
        terminal.wait_for("[1] ")
        terminal.send("q\n")
        assert terminal.wait() == 0
    assert "\x1b[?1049h" not in terminal.shown
