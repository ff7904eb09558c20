"""Saving a report: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator


class ReportError(Exception):
    """A report that cannot be saved. Its message is one line that names the file and what is wrong."""


_CHUNK = 1 << 20
"""Code points that are written at once, at least."""


def encode(text: str) -> bytes:
    """A report's bytes: UTF-8; what UTF-8 cannot hold is spelled out."""
    return text.encode("utf-8", errors="backslashreplace")


def encoded(report: str | Iterable[str]) -> Iterator[bytes]:
    """The bytes of a report that is given whole or in pieces, in chunks that are worth writing."""
    held: list[str] = []
    size = 0
    for piece in [report] if isinstance(report, str) else report:
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield encode("".join(held))
            held, size = [], 0
    yield encode("".join(held))


def write_report(report: str | Iterable[str], path: str | os.PathLike[str]) -> None:
    """Save a report, given whole or in pieces.

    The file is written beside its place and moved there when it is whole and on the disk, so that
    a full disk or a lost machine leaves what was there before. A device or a pipe, which cannot be
    moved onto, is written to directly.

    Raises:
        ReportError: The report could not be saved; what stood at `path` is untouched.
    """
    target = os.path.realpath(path)
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            with open(target, "wb") as file:  # a folder raises IsADirectoryError
                file.writelines(encoded(report))
        else:
            _replace(target, encoded(report))
    except OSError as error:
        raise ReportError(f"cannot write {os.fspath(path)!r}: {error.strerror or error}") from error


def _replace(target: str, data: Iterable[bytes]) -> None:
    import tempfile  # slow to import, and `--help` writes nothing

    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # moving onto it would succeed

    folder, base = os.path.split(target)
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{base[:100]}.", suffix=".part")
    try:
        with open(handle, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(folder)


def _mode(target: str) -> int:
    """The permissions of the file to be replaced, or those a new file gets."""
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: str) -> None:
    """Put the new name on the disk too, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
