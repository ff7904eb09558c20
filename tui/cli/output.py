"""Standard output, for what is printed whole, and standard error, for a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from tui.reports.safe import one_line
from tui.reports.write import ReportError, encoded


def print_whole(text: str | Iterable[str]) -> None:
    """Write a text, given whole or in pieces, to standard output.

    A reader of the pipe that has seen enough (`| head`) is no error.

    Raises:
        ReportError: Standard output cannot be written, as when its disk is full.
    """
    if sys.stdout is None:
        raise ReportError("cannot write to standard output: it is closed")
    try:
        for data in encoded(text):
            _write_all(sys.stdout.fileno(), data)
    except BrokenPipeError:
        _silence()
    except OSError as error:
        _silence()
        raise ReportError(f"cannot write to standard output: {error.strerror or error}") from error


def tell(message: str) -> None:
    """Say one line on standard error."""
    print(f"diptych: {one_line(message)}", file=sys.stderr)  # noqa: T201


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _silence() -> None:
    """Keep the interpreter from failing again when it flushes standard output at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
