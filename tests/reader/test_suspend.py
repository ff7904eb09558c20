"""ctrl+z in a real shell: the shell has the terminal, and fg brings the reader back where one was."""

from __future__ import annotations

import os
import shlex
import sys

from support.reading import SEEDS
from support.terminal import Terminal

CLOSED = "\x1b[?1049l"


def test_suspend_and_resume() -> None:
    environment = {**os.environ, "TERM": "xterm-256color", "PS1": "ready> ", "ENV": ""}
    command = shlex.join([sys.executable, "-m", "tui", *SEEDS])
    with Terminal(["sh", "-i"], environment, size=(40, 120)) as shell:
        assert "ready>" in shell.wait_for("ready>")
        shell.send(f"{command}\n")
        shell.wait_for("checked 0 of ")
        shell.send("}")
        assert "only in A, 1 of " in shell.wait_for("only in A, 1 of ")
        shell.shown = ""
        shell.send("\x1a")
        stopped = shell.wait_for("ready>")
        assert CLOSED in stopped and "topped" in stopped
        shell.shown = ""
        shell.send("echo the shell is $((20 + 22))\n")
        assert "the shell is 42" in shell.wait_for("the shell is 42")
        shell.send("fg\n")
        shell.wait_for("ledger")
        for all_of_it in ("Trump", "only in A, 1 of ", "ledger"):
            assert all_of_it in shell.shown
        shell.shown = ""
        shell.send("}")
        assert "only in A, 2 of " in shell.wait_for("only in A, 2 of ")
        shell.send("q")
        assert "ready>" in shell.wait_for("ready>")
        shell.shown = ""
        shell.send("echo ended with $?\n")
        assert "ended with 0" in shell.wait_for("ended with 0")
