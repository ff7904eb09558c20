"""Bytes from a file, a pipe or standard input, whatever stands behind the name."""

from __future__ import annotations

import errno
import os
import select
import stat
import sys
import time
from dataclasses import dataclass

from tui.articles.model import ArticleError
from tui.language.progress import Progress
from tui.language.visible import visible

MAX_BYTES = 20_000_000
"""The most that is read of one article: far more than any article, far less than what hurts."""
PIPE_PATIENCE = 30.0
"""Seconds without a byte after which a pipe is given up."""

_CHUNK = 1 << 18
_ATTEMPTS = 3  # a file that is being written is read again before giving up
_PROBLEMS = {
    errno.ENOENT: ("there is no such file", "check the path"),
    errno.ENOTDIR: ("there is no such file", "check the path: a part of it is a file, not a folder"),
    errno.EACCES: ("permission denied", "make it readable, or copy it to where you may read"),
    errno.EPERM: ("permission denied", "make it readable, or copy it to where you may read"),
    errno.ELOOP: ("its symbolic links lead round in a circle", "name the file itself"),
    errno.ENAMETOOLONG: ("the name is too long", "check the path"),
    errno.ENXIO: ("it is a socket or a device, not a file", "save the article to a file first"),
    errno.EISDIR: ("it is a folder", "name a file in it"),
}
_NOT_A_FILE = {
    stat.S_IFDIR: ("it is a folder", "name a file in it, or open the folder alone: diptych FOLDER"),
    stat.S_IFCHR: ("it is a device, not a file", "save the article to a file first"),
    stat.S_IFBLK: ("it is a device, not a file", "save the article to a file first"),
    stat.S_IFSOCK: ("it is a socket, not a file", "save the article to a file first"),
}


def is_url(source: str) -> bool:
    """Whether a source is an address to fetch, rather than a path."""
    return source[:8].lower().startswith(("http://", "https://"))


def shown_name(source: str, longest: int = 200) -> str:
    """A source as it stands in messages: on one line, nothing hidden, not endless."""
    name = visible(source)
    return name if len(name) <= longest else f"{name[: longest - 60]}…{name[-59:]}"


def problem(source: str, wrong: str, helps: str) -> ArticleError:
    """The error for an article that cannot be read: what is wrong and what helps, on one line."""
    return ArticleError(f"cannot read {shown_name(source)}: {visible(wrong)}; {helps}")


def too_big(source: str, limit: int = MAX_BYTES) -> ArticleError:
    """The error for a source that holds more than is read."""
    return problem(source, f"it is larger than {limit // 1_000_000} MB", "cut it down to the article")


def read_stdin(progress: Progress, limit: int = MAX_BYTES, patience: float = PIPE_PATIENCE) -> bytes:
    """All of standard input.

    Raises:
        ArticleError: It is a terminal, closed, silent for too long, or too big.
    """
    try:
        descriptor = sys.stdin.fileno()
    except (AttributeError, ValueError, OSError):
        raise problem("standard input", "it is closed", "pipe an article into it") from None
    if os.isatty(descriptor):
        raise problem("standard input", "it is a terminal", "pipe an article into it, or name a file")
    return _Stream(descriptor, "standard input", limit, patience, progress, blocks=True).read_all()


def read_file(
    path: str, progress: Progress, limit: int = MAX_BYTES, patience: float = PIPE_PATIENCE
) -> bytes:
    """All bytes of a file or a named pipe.

    Nothing behind the path can block for ever or fill the memory: pipes have a time-out, devices are
    refused, and the read is capped.

    Raises:
        ArticleError: It cannot be read, is no file, is too big, or changes while it is read.
    """
    for _ in range(_ATTEMPTS):
        try:
            data, steady = _read_once(path, progress, limit, patience)
        except OSError as error:
            raise _from_os(path, error) from error
        except ValueError:  # a NUL in the path
            raise problem(path, "no file can have that name", "check the path") from None
        if steady:
            return data
    raise problem(path, "it keeps changing while it is read", "try again when it is written")


def _read_once(path: str, progress: Progress, limit: int, patience: float) -> tuple[bytes, bool]:
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        before = os.fstat(descriptor)
        kind = stat.S_IFMT(before.st_mode)
        if kind in _NOT_A_FILE:
            raise problem(path, *_NOT_A_FILE[kind])
        if before.st_size > limit:
            raise too_big(path, limit)
        data = _Stream(descriptor, path, limit, patience, progress, blocks=False).read_all()
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    if kind == stat.S_IFIFO:
        if not data:
            raise problem(path, "nobody writes to this pipe", "start the writer first")
        return data, True
    return data, (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size)


@dataclass(frozen=True, slots=True)
class _Stream:
    """An open descriptor that is read to its end, capped and cancellable."""

    descriptor: int
    source: str
    limit: int
    patience: float
    progress: Progress
    blocks: bool
    """Whether a read would wait for somebody to write."""

    def read_all(self) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while piece := self._next_piece(size / self.limit):
            pieces.append(piece)
            size += len(piece)
            if size > self.limit:
                raise too_big(self.source, self.limit)
            self.progress("reading", size / self.limit)
        return b"".join(pieces)

    def _next_piece(self, done: float) -> bytes:
        give_up = time.monotonic() + self.patience
        while True:
            try:
                if self._ready():
                    return os.read(self.descriptor, _CHUNK)
            except BlockingIOError:  # the pipe's writer has nothing to say now
                time.sleep(0.05)
            except OSError as error:
                raise _from_os(self.source, error) from error
            if time.monotonic() > give_up:
                raise problem(
                    self.source, f"it gave nothing for {self.patience:g} seconds", "save it to a file"
                )
            self.progress("reading", done)

    def _ready(self) -> bool:
        if not self.blocks or os.name == "nt":  # Windows can select sockets only
            return True
        return bool(select.select([self.descriptor], [], [], 0.1)[0])


def _from_os(source: str, error: OSError) -> ArticleError:
    reason = (error.strerror or "it cannot be read").lower()
    wrong, helps = _PROBLEMS.get(error.errno or 0, (reason, "copy the article to an ordinary file"))
    return problem(source, wrong, helps)
