"""The command on a real terminal."""

from __future__ import annotations

import os
import re
import sys

import pytest
from support.command import SEEDS
from support.terminal import Terminal

COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|38|48)[;m]")


def diptych(*arguments: str, size: tuple[int, int] = (24, 80), **environment: str) -> Terminal:
    base = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
    command = [sys.executable, "-m", "tui", *arguments]
    return Terminal(command, {**base, "TERM": "xterm-256color", **environment}, size=size)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_text_report_fits_the_terminal_and_is_styled(columns: int) -> None:
    with diptych(*SEEDS, "--format", "text", size=(24, columns)) as terminal:
        assert terminal.wait() == 0
    assert COLOUR.search(terminal.shown)
    plain = re.sub(r"\x1b\[[\d;]*m", "", terminal.shown)
    widest = max(len(line.rstrip("\r")) for line in plain.split("\n"))
    assert min(columns, 100) - 25 < widest <= min(columns, 100)


def test_no_color_is_honoured() -> None:
    with diptych(*SEEDS, "--format", "text", NO_COLOR="1") as terminal:
        assert terminal.wait() == 0
    assert "\x1b[1m" in terminal.shown
    assert not COLOUR.search(terminal.shown)


def test_a_terminal_that_only_prints_gets_the_plain_report() -> None:
    with diptych(*SEEDS, TERM="dumb") as terminal:
        assert terminal.wait() == 0
    assert "ONLY A SAYS" in terminal.shown
    assert "\x1b" not in terminal.shown
