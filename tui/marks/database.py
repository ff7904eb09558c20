"""The SQLite file that marks are kept in: opening it safely, and saying what is wrong with it.

The file is a journal of changes (see `tui.marks.journal`). It keeps digests of the texts and
places in them, never the texts; notes are kept as written. A rollback journal rather than a
write-ahead log: one file that can be copied, and one that also works in a home folder on a
network disk. `synchronous = EXTRA` makes a change durable before it is reported as saved.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

VERSION = 1
"""Version of the tables below; a file with a higher one belongs to a newer Diptych."""

APPLICATION_ID = 0x44495054
"""Tells a marks file from any other SQLite file ("DIPT")."""

WAIT = 2.0
"""Seconds to wait for another reader that is just saving; a save takes milliseconds."""

_TABLES = f"""
CREATE TABLE pair (
    id INTEGER PRIMARY KEY,
    first TEXT NOT NULL,   -- the digests of the two texts, the smaller first
    second TEXT NOT NULL,
    UNIQUE (first, second)
);
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pair INTEGER NOT NULL REFERENCES pair (id),
    session TEXT NOT NULL, -- which run of a reader made it; undo steps back through one's own
    at TEXT NOT NULL,      -- when, in UTC
    kind TEXT NOT NULL CHECK (kind IN ('link', 'checked', 'note')),
    target TEXT NOT NULL CHECK (target IN ('claim', 'conflict', 'passage', 'link')),
    first_start INTEGER CHECK (typeof(first_start) IN ('integer', 'null')),
    first_end INTEGER CHECK (typeof(first_end) = typeof(first_start)),
    second_start INTEGER CHECK (typeof(second_start) IN ('integer', 'null')),
    second_end INTEGER CHECK (typeof(second_end) = typeof(second_start)),
    value TEXT CHECK (typeof(value) IN ('text', 'null')),
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX change_by_pair ON change (pair, id);
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
"""


class Unusable(Exception):
    """A marks file that cannot be used now; the message says why and what helps."""


# SQLite quotes what it found in a damaged file in its messages: not always as valid UTF-8.
FAULTS = (OSError, sqlite3.Error, UnicodeDecodeError, Unusable)
"""All that opening, reading or writing the file can raise."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A database ready for use."""

    connection: sqlite3.Connection
    saved: bool
    """Whether what is written to it is kept."""
    message: str | None = None
    """What the reader should know about it, if anything."""
    identity: tuple[int, int] | None = None
    """Device and inode of the file."""

    def gone(self, path: Path) -> bool:
        """Whether the file was moved or deleted, or another put in its place, since it was opened."""
        return self.identity != _identity(path)


def open_database(path: Path) -> Opened:
    """Open the marks file or, if it cannot be used, stand in for it in memory."""
    try:
        return open_file(path)
    except FAULTS as error:
        return stand_in(path, error)


def open_file(path: Path, wait: float = WAIT) -> Opened:
    """Open the marks file; a damaged one is set aside under another name and a new one started.

    Args:
        path: The file. It and its folders are made where they are missing.
        wait: Seconds to wait for another program that has it locked.

    Raises:
        Exception: One of `FAULTS`. The file is then as it was.
    """
    message = None
    try:
        connection = _open(path, wait)
    except FAULTS as error:
        if not _is_damage(error):
            raise
        aside = _set_aside(path)
        connection = _open(path, wait)
        if aside:
            message = f"The marks file was damaged. It is kept as {aside}; a new one was started."
    return Opened(connection, saved=True, message=message, identity=_identity(path))


def explain(error: Exception, path: Path) -> str:
    """What is wrong with the marks file and what helps, as a sentence."""
    if isinstance(error, Unusable):
        return str(error)
    code = _primary_code(error)
    number = error.errno if isinstance(error, OSError) else None
    if _is_lock(error):
        return f"{path} is locked by another program. Close that program, or wait, and try again."
    if code == sqlite3.SQLITE_FULL or number in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk that holds {path} is full. Free some space and try again."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM) or number is not None:
        return f"{path} cannot be written. Make its folder writable, or set XDG_STATE_HOME to one that is."
    if _is_damage(error):
        return f"{path} is damaged. Start the reader again: it will set the file aside and start a new one."
    return f"{path} cannot be written ({error}). Check the free space and the health of that disk."


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _open(path: Path, wait: float = WAIT) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Notes are private: the file is made for its owner alone before SQLite finds it.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if not os.access(path.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "folder not writable", str(path.parent))
    connection = _connect(str(path))
    try:
        set_wait(connection, wait)
        _prepare(connection, path)
        set_wait(connection, WAIT)
    except BaseException:
        connection.close()
        raise
    return connection


def set_wait(connection: sqlite3.Connection, seconds: float) -> None:
    """Say how long to wait for another program that has the file locked."""
    connection.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")


def _connect(database: str, *, uri: bool = False) -> sqlite3.Connection:
    # Opened in a worker thread and used from the app's own; never by two at once.
    connection = sqlite3.connect(database, isolation_level=None, check_same_thread=False, uri=uri)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Check that the file is ours and whole; make the tables in a new one."""
    connection.execute("PRAGMA synchronous = EXTRA")
    version = _version(connection, path)
    if version == 0:
        connection.execute("BEGIN IMMEDIATE")
        # Another reader may have made them while this one waited for its turn.
        if _version(connection, path) == 0:
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
        connection.execute("COMMIT")
    check = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if check != "ok":
        raise sqlite3.DatabaseError(check)
    connection.execute("SELECT id, pair, session, value, undone FROM change LIMIT 0")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise Unusable(f"{path} is not a marks file. Move it away, or set XDG_STATE_HOME elsewhere.")
        return 0
    if version > VERSION:
        raise Unusable(
            f"{path} was written by a newer Diptych (format {version}, this one knows {VERSION}). "
            "Upgrade Diptych to use it."
        )
    return version


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _primary_code(error: Exception) -> int:
    # An extended result code keeps the primary one in its low byte.
    return (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _is_lock(error: Exception) -> bool:
    return _primary_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _is_damage(error: Exception) -> bool:
    """Whether the file's content is at fault, and not its surroundings."""
    if isinstance(error, UnicodeDecodeError):
        return True
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    damaged = (0, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
    return _primary_code(error) in damaged


def _set_aside(path: Path) -> Path | None:
    """Move a damaged file out of the way.

    Two readers may find the damage at once. Only one moves the file: the folder is locked, and
    a file that is whole again, made new by the other, stays.

    Returns:
        Where the file is now; None if another reader has already seen to it.
    """
    import fcntl

    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        try:
            _open(path).close()
            return None
        except FAULTS as error:
            if not _is_damage(error):
                raise
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
        path.rename(aside)
        return aside
    finally:
        os.close(folder)


def stand_in(path: Path, error: Exception) -> Opened:
    """A database in memory, with what can still be read of the file."""
    message = f"Marks are kept for this session only: {explain(error, path)}"
    if not _is_lock(error):
        with suppress(*FAULTS):
            return Opened(_copy(path), saved=False, message=message)
    memory = _connect(":memory:")
    _prepare(memory, path)
    return Opened(memory, saved=False, message=message)


def _copy(path: Path) -> sqlite3.Connection:
    file = _connect(f"file:{quote(str(path))}?mode=ro", uri=True)
    try:
        _prepare(file, path)
        memory = _connect(":memory:")
        file.backup(memory)
        return memory
    finally:
        file.close()
