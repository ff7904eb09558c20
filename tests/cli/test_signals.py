"""Ended from outside: no traceback, and the shell is told how it ended."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from support.command import SEEDS


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ended_by_a_signal_while_it_reads(by: signal.Signals, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("the old report")
    command = [sys.executable, "-m", "tui", SEEDS[0], "-", "-o", str(report)]
    theirs, ours = os.pipe()
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        os.write(ours, b"The first words of an article ")
        wait_until_empty(theirs)
        process.send_signal(by)
        out, err = process.communicate(timeout=20)
    os.close(theirs)
    os.close(ours)
    assert process.returncode == -by
    assert (out, err) == (b"", b"")
    assert report.read_text() == "the old report"
    assert os.listdir(tmp_path) == ["report.txt"]


def wait_until_empty(pipe: int) -> None:
    """Wait until somebody has read all that is in a pipe."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if fcntl.ioctl(pipe, termios.FIONREAD, b"\0" * 4) == b"\0" * 4:
            return
        time.sleep(0.02)
    raise TimeoutError("the command never read its standard input")
