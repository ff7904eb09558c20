"""The command on a real terminal."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from typing import IO

import pytest
from support.command import SEEDS
from support.terminal import Terminal

COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|38|48)[;m]")


def diptych(
    *arguments: str, size: tuple[int, int] = (24, 80), stdin: IO[bytes] | None = None, **environment: str
) -> Terminal:
    base = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
    command = [sys.executable, "-m", "tui", *arguments]
    streams = {"stdin": stdin} if stdin else {}
    return Terminal(command, {**base, "TERM": "xterm-256color", **environment}, size=size, **streams)


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


OPENED, CLOSED = "\x1b[?1049h", "\x1b[?1049l"
"""What a program sends that takes the whole screen, and that gives it back."""


def test_the_reader_opens_and_gives_the_screen_back() -> None:
    with diptych(*SEEDS, size=(40, 120)) as terminal:
        assert "Washington" in terminal.wait_for("Washington")
        terminal.send("q")
        assert terminal.wait() == 0
    assert OPENED in terminal.shown
    assert terminal.shown.rindex(CLOSED) > terminal.shown.rindex(OPENED)


def test_the_reader_takes_an_article_from_a_pipe_and_keys_from_the_terminal() -> None:
    with open(SEEDS[1], "rb") as article, diptych(SEEDS[0], "-", size=(40, 120), stdin=article) as terminal:
        assert "diplomatic" in terminal.wait_for("diplomatic")
        terminal.send("q")
        assert terminal.wait() == 0
    assert terminal.shown.rindex(CLOSED) > terminal.shown.rindex(OPENED)


def test_an_article_that_cannot_be_read_leaves_one_line_on_a_whole_screen() -> None:
    with diptych(SEEDS[0], "missing.txt", size=(40, 120)) as terminal:
        assert terminal.wait() == 2
    last = terminal.shown[terminal.shown.rfind(CLOSED) :] if CLOSED in terminal.shown else terminal.shown
    assert re.search(r"diptych: .*missing\.txt.*\r\n", last)
    assert "Traceback" not in terminal.shown


def test_without_a_terminal_to_read_keys_from_it_says_so() -> None:
    """Standard output is a terminal, but not the program's own: it has none to read keys from."""
    master, slave = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tui", *SEEDS],
            stdin=subprocess.DEVNULL,
            stdout=slave,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color"},
            timeout=30,
        )
    finally:
        os.close(master)
        os.close(slave)
    assert done.returncode == 2
    assert done.stderr.startswith("diptych: there is no terminal to read keys from")
