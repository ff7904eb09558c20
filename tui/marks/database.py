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
    """Open the marks file, or stand in for it in memory.

    A damaged file is set aside under another name and a new one started. A file that cannot be
    written is read. One that cannot be used at all is left as it is.
    """
    try:
        return Opened(_open_file(path), saved=True, identity=_identity(path))
    except (OSError, sqlite3.Error, Unusable) as error:
        if not _is_damage(error):
            return stand_in(path, error)
    try:
        aside = _set_aside(path)
        note = f"The marks file was damaged. It is kept as {aside}; a new one was started." if aside else None
        return Opened(_open_file(path), saved=True, message=note, identity=_identity(path))
    except (OSError, sqlite3.Error, Unusable) as error:
        return stand_in(path, error)


def explain(error: Exception, path: Path) -> str:
    """What is wrong with the marks file and what helps, as a sentence."""
    if isinstance(error, Unusable):
        return str(error)
    code = _primary_code(error)
    number = error.errno if isinstance(error, OSError) else None
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path} is locked by another program. Close that program, or wait, and try again."
    if code == sqlite3.SQLITE_FULL or number in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk that holds {path} is full. Free some space and try again."
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM) or number is not None:
        return f"{path} cannot be written. Make its folder writable, or set XDG_STATE_HOME to one that is."
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"{path} is damaged. Start the reader again: it will set the file aside and start a new one."
    return f"{path} cannot be written ({error}). Check the free space and the health of that disk."


def now() -> str:
    """The time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _open_file(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Notes are private: the file is made for its owner alone before SQLite finds it.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if not os.access(path.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "folder not writable", str(path.parent))
    connection = _connect(str(path))
    try:
        _prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect(database: str, *, uri: bool = False) -> sqlite3.Connection:
    # Opened in a worker thread and used from the app's own; never by two at once.
    connection = sqlite3.connect(
        database, timeout=WAIT, isolation_level=None, check_same_thread=False, uri=uri
    )
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
    check = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
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


def _is_damage(error: Exception) -> bool:
    """Whether the file's content is at fault, and not its surroundings."""
    if not isinstance(error, sqlite3.DatabaseError):
        return False
    damaged = (0, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
    return _primary_code(error) in damaged


def _set_aside(path: Path) -> Path | None:
    """Move a damaged file, and what SQLite keeps beside it, out of the way.

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
            _open_file(path).close()
            return None
        except (sqlite3.Error, Unusable) as error:
            if not _is_damage(error):
                raise
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
        path.rename(aside)
        for beside in ("-journal", "-wal", "-shm"):
            # A journal left behind would be played back into the new file.
            companion = path.with_name(path.name + beside)
            if companion.exists():
                companion.rename(aside.with_name(aside.name + beside))
        return aside
    finally:
        os.close(folder)


def stand_in(path: Path, error: Exception) -> Opened:
    """A database in memory, with what can still be read of the file."""
    message = f"Marks are kept for this session only: {explain(error, path)}"
    memory = _connect(":memory:")
    with suppress(OSError, sqlite3.Error, Unusable):
        file = _connect(f"file:{quote(str(path))}?mode=ro", uri=True)
        try:
            _prepare(file, path)
            file.backup(memory)
            return Opened(memory, saved=False, message=message)
        finally:
            file.close()
    memory = _connect(":memory:")
    _prepare(memory, path)
    return Opened(memory, saved=False, message=message)
