"""The reader on a real terminal that is taken from it; whatever happens, the terminal is given back."""

import contextlib
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SEEDS = [str(path) for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
PATIENCE = 40.0


class Terminal:
    """A pseudo-terminal whose state can be looked at when the program on it has ended."""

    def __init__(self, folder: Path, size: tuple[int, int], kind: str) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.written = b""
        environ = {**os.environ, "TERM": kind, "XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", *SEEDS],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environ,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def until(self, done: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, f"waited in vain; last: {self.written[-400:]!r}"
            if select.select([self.master], [], [], 0.05)[0]:
                self.written += os.read(self.master, 65536)

    def shows(self, words: str) -> None:
        self.until(lambda: words.encode() in self.written)

    def ends(self) -> int:
        self.until(lambda: self.process.poll() is not None)
        while select.select([self.master], [], [], 0.2)[0]:
            self.written += os.read(self.master, 65536)
        return self.process.returncode

    def given_back(self) -> list[str]:
        """What of the terminal is not as it was; empty when all is."""
        left = []
        pairs = {"alternate screen": b"\x1b[?1049", "mouse": b"\x1b[?1000", "pasting": b"\x1b[?2004"}
        for name, code in pairs.items():
            if self.written.rfind(code + b"h") > self.written.rfind(code + b"l"):
                left.append(name)
        if self.written.rfind(b"\x1b[?25l") > self.written.rfind(b"\x1b[?25h"):
            left.append("hidden cursor")
        if termios.tcgetattr(self.slave)[:4] != self.before[:4]:
            left.append("line settings")
        return left


@contextmanager
def reading(
    folder: Path, size: tuple[int, int] = (40, 120), kind: str = "xterm-256color"
) -> Iterator[Terminal]:
    terminal = Terminal(folder, size, kind)
    try:
        yield terminal
    finally:
        with contextlib.suppress(ProcessLookupError):
            terminal.process.kill()
        terminal.process.wait()
        for end in (terminal.master, terminal.slave):
            with contextlib.suppress(OSError):
                os.close(end)


def test_the_check_can_fail(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.shows("checked 0 of ")
        terminal.process.kill()
        terminal.ends()
        assert "alternate screen" in terminal.given_back()
        assert "line settings" in terminal.given_back()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_ended_by_a_signal(tmp_path: Path, sent: signal.Signals) -> None:
    with reading(tmp_path) as terminal:
        terminal.shows("checked 0 of ")
        terminal.process.send_signal(sent)
        status = terminal.ends()
        assert terminal.given_back() == []
        assert b"Traceback" not in terminal.written
        assert status == 128 + sent


def test_ctrl_c_gives_the_terminal_back(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.shows("checked 0 of ")
        os.write(terminal.master, b"\x03")
        time.sleep(0.3)
        os.write(terminal.master, b"q")
        terminal.ends()
        assert terminal.given_back() == []


def test_the_terminal_is_gone(tmp_path: Path) -> None:
    with reading(tmp_path) as terminal:
        terminal.shows("checked 0 of ")
        os.close(terminal.slave)
        os.close(terminal.master)
        terminal.process.wait(PATIENCE)


@pytest.mark.parametrize("kind", ["dumb", "vt100", "linux", "unknown-terminal"])
def test_any_kind_of_terminal(tmp_path: Path, kind: str) -> None:
    with reading(tmp_path, kind=kind) as terminal:
        terminal.until(lambda: len(terminal.written) > 500)
        time.sleep(0.5)
        if terminal.process.poll() is None:
            os.write(terminal.master, b"q")
        terminal.ends()
        assert terminal.given_back() == []
        assert b"Traceback" not in terminal.written


def test_twenty_by_five_and_a_key_held_down(tmp_path: Path) -> None:
    with reading(tmp_path, size=(5, 20)) as terminal:
        terminal.until(lambda: len(terminal.written) > 500)
        for _ in range(50):
            os.write(terminal.master, b"]" * 20)
            terminal.until(lambda: True)
        os.write(terminal.master, b"q")
        assert terminal.ends() == 0
        assert terminal.given_back() == []
