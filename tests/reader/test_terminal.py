"""The reader in a real terminal: a pty, real keys, real signals; nothing of Textual in this process."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.reading import SEEDS

PATIENCE = 30.0
"""Seconds to wait for words on screen; a busy machine takes its time."""


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self.master = master
        self.output = b""

    def read(self, seconds: float) -> None:
        """Take what the program writes for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], left)
            if not ready:
                return
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            if not data:
                return
            self.output += data

    def wait_for(self, words: str) -> None:
        """Wait until words come; they are looked for in what came since the last key."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.output:
            assert time.monotonic() < end, f"{words!r} did not come; last: {self.output[-600:]!r}"
            self.read(0.1)

    def type(self, keys: str) -> None:
        self.output = b""
        os.write(self.master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process.send_signal(signal.SIGWINCH)

    def end(self) -> int:
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, "the program did not end"
            self.read(0.1)
        self.read(0.1)
        return self.process.returncode


@contextmanager
def terminal(*arguments: str, columns: int = 120, rows: int = 40, **environ: str) -> Iterator[Terminal]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environ},
        start_new_session=True,
        close_fds=True,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        os.close(master)


def test_what_was_marked_is_there_next_time() -> None:
    with terminal(*SEEDS) as first:
        first.wait_for("checked 0 of ")
        first.type("}")
        first.wait_for("only in A, 1 of ")
        first.type("m")
        first.wait_for("u undoes")
        first.type("q")
        assert first.end() == 0
        assert b"\x1b[?1049l" in first.output  # the terminal has its own screen again
    with terminal(*SEEDS) as second:
        second.wait_for("checked 1 of ")
        second.type("q")
        assert second.end() == 0


def test_marks_outlive_kill_9() -> None:
    with terminal(*SEEDS) as first:
        first.wait_for("checked 0 of ")
        first.type("}")
        first.wait_for("only in A, 1 of ")
        first.type("m")
        first.wait_for("u undoes")
        first.process.kill()
        first.process.wait()
    with terminal(*SEEDS) as second:
        second.wait_for("checked 1 of ")


def test_a_storm_of_resizes_and_held_keys() -> None:
    with terminal(*SEEDS) as reader:
        reader.wait_for("checked 0 of ")
        for columns, rows in [
            (20, 5),
            (200, 60),
            (1, 1),
            (60, 20),
            (300, 3),
            (20, 5),
            (99, 24),
            (120, 40),
        ] * 4:
            reader.resize(columns, rows)
            reader.type("]j}")
            reader.read(0.01)
        reader.type("g")
        reader.read(0.5)
        reader.type("]")
        reader.wait_for("match ")
        reader.type("q")
        assert reader.end() == 0


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    with terminal(str(tmp_path / "none.txt"), SEEDS[1]) as reader:
        assert reader.end() == 2
        last = reader.output.split(b"\x1b[?1049l")[-1]
        assert b"none.txt" in last
        assert b"Traceback" not in reader.output


def test_escapes_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_bytes(
        b"A calm line.\n\n\x1b]52;c;ZXZpbA==\x07 [red]bold[/red] $x \\[ \x1b[31mred \xc2\x9b31m " + b"here.\n"
    )
    with terminal(str(evil), SEEDS[1]) as reader:
        reader.wait_for("checked 0 of ")
        assert b"]52;c;ZXZpbA" not in reader.output.replace("␛".encode() + b"]52", b"")
        assert b"\x1b]52" not in reader.output
        assert b"\xc2\x9b" not in reader.output
        assert b"[red]bold[/red]" in reader.output
        reader.type("q")
        assert reader.end() == 0
