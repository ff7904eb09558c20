"""A program on a terminal of its own, typed to and watched."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class Terminal:
    """A pseudo-terminal with one program on it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        folder: Path | None = None,
        size: tuple[int, int] = (24, 80),
        **streams: Any,
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

        def take_terminal() -> None:
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)

        self._process = subprocess.Popen(
            command,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
            preexec_fn=take_terminal,
            pass_fds=(slave,),
            **{"stdin": slave, "stdout": slave, "stderr": slave, **streams},
        )
        os.close(slave)
        self.shown = ""
        # A read may end in the middle of a character.
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def process(self) -> subprocess.Popen[bytes]:
        return self._process

    def send(self, text: str) -> None:
        os.write(self._master, text.encode())

    def wait_for(self, text: str, patience: float = 20) -> str:
        """All that was shown once the text is there, or when patience ends."""
        end = time.monotonic() + patience
        while text not in self.shown and (left := end - time.monotonic()) > 0:
            if not self._receive(left):
                break
        return self.shown

    def wait(self, patience: float = 20) -> int:
        """The exit status, once the program has ended and all it showed is read."""
        end = time.monotonic() + patience
        while self._process.poll() is None and time.monotonic() < end:
            self._receive(0.1)
        while self._receive(0.1):
            pass
        return self._process.wait(1)

    def _receive(self, patience: float) -> bool:
        """Take what the program has shown meanwhile; False when there is nothing or no more."""
        if not select.select([self._master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has closed its side
            return False
        self.shown += self._decoder.decode(data)
        return bool(data)
