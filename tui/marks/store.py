"""The marks on one pair of articles, kept at once in a database under the XDG state folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from tui.articles.model import Article
from tui.marks import database
from tui.marks.journal import CHECKED, CUT, PINNED, Change, PassageIndex, standing, text_digest
from tui.marks.model import MarkError, Marks, Target, link_target
from tui.xdg import state_file

_FIELDS = "kind, target, first_start, first_end, second_start, second_end, value"
_OF_PAIR = "pair = (SELECT id FROM pair WHERE first = ? AND second = ?)"


class MarkStore:
    """All that a reader decides about one pair of articles.

    Every change is on disk when its method returns, or else the method raises `MarkError` and
    nothing has changed. Two readers may have the same pair open: each sees the other's marks
    after its own next change or `reload`, and on each target the last word counts.

    The pair is known by its two texts, in either order: what was marked with `diptych A B` is
    there, mirrored, with `diptych B A`. Marks are told by place, so those that still make sense
    outlive another `--split`.

    When the file cannot be used, marks are kept in memory and `message` says why. Each change,
    `reload` and `close` try the file again, and on success save what was marked meanwhile.
    """

    def __init__(self, a: Article, b: Article, path: Path) -> None:
        self._a, self._b = a, b
        self._index_a, self._index_b = PassageIndex(a), PassageIndex(b)
        digests = text_digest(a), text_digest(b)
        self._mirrored = digests[0] > digests[1]
        self._digests = min(digests), max(digests)
        self._path = path
        self._session = uuid4().hex
        self._marks = Marks()
        self._seen = 0
        opened = database.open_database(path)
        try:
            self._use(opened)
        except database.FAULTS as error:
            opened.connection.close()
            self._use(database.stand_in(path, error))

    @classmethod
    def open(cls, a: Article, b: Article, path: Path | None = None) -> MarkStore:
        """Open the marks on a pair of articles. Never raises: see `message`.

        Args:
            a: The first article.
            b: The second article.
            path: The database; `$XDG_STATE_HOME/diptych/marks.db` when left out.
        """
        return cls(a, b, path or state_file("marks.db"))

    @property
    def marks(self) -> Marks:
        """The marks as they stand."""
        return self._marks

    @property
    def message(self) -> str | None:
        """What the reader should know about the database: why nothing is saved, what was set aside."""
        return self._opened.message

    @property
    def saved(self) -> bool:
        """Whether marks are kept on disk; False while they are only in memory."""
        return self._opened.saved

    def pin(self, a: int, b: int) -> None:
        """Link two passages by hand.

        Args:
            a: Index of the passage in the first article.
            b: Index of the passage in the second article.
        """
        self._decide(a, b, PINNED)

    def cut(self, a: int, b: int) -> None:
        """Take two passages apart by hand.

        Args:
            a: Index of the passage in the first article.
            b: Index of the passage in the second article.
        """
        self._decide(a, b, CUT)

    def release(self, a: int, b: int) -> None:
        """Leave it to the comparison again whether two passages are linked.

        Args:
            a: Index of the passage in the first article.
            b: Index of the passage in the second article.
        """
        self._decide(a, b, None)

    def check(self, target: Target, checked: bool = True) -> None:
        """Mark a claim, conflict, passage or link as reviewed, or as not reviewed."""
        if (target in self._marks.checked) != checked:
            self._record(Change("checked", target, CHECKED if checked else None))

    def note(self, target: Target, text: str) -> None:
        """Attach a note, in place of any there was; an empty text takes it away."""
        # A terminal may pass on bytes that are no text; the database takes text only.
        text = text.strip().encode("utf-8", "replace").decode("utf-8")
        if self._marks.notes.get(target, "") != text:
            self._record(Change("note", target, text or None))

    def undo(self) -> str | None:
        """Take back the last change; those made before this session come after one's own.

        Returns:
            What was taken back (`pinned link`, `note on a claim`), or None if there is nothing.

        Raises:
            MarkError: The undoing could not be saved.
        """
        with self._saving():
            row = self._connection.execute(
                f"SELECT id, {_FIELDS} FROM change WHERE {_OF_PAIR} AND NOT undone"
                " AND (session = ? OR id <= ?) ORDER BY id DESC LIMIT 1",
                (*self._digests, self._session, self._last_before),
            ).fetchone()
            if row:
                self._connection.execute("UPDATE change SET undone = 1 WHERE id = ?", (row[0],))
        return _change(row[1:]).describe() if row else None

    def reload(self) -> bool:
        """Take in what another reader has saved; try the file again if it could not be used.

        Cheap enough to call once a second.

        Returns:
            Whether the marks, or whether they are saved, have changed.
        """
        if not self.saved or self._opened.gone(self._path):
            return self._move_to_file()
        before = self._marks
        # What is shown stays as it was where this fails; if the file stays locked, or turns out
        # to be damaged, the next change says so.
        with suppress(*database.FAULTS), self._without_waiting():
            version = self._data_version()
            if version != self._seen:
                self._marks = self._standing()
                self._seen = version
        return self._marks != before

    def close(self) -> None:
        """Close the database; what is only in memory gets a last chance to be saved, and time for it."""
        if not self.saved:
            with suppress(*database.FAULTS):  # closed before
                if self._mine():
                    self._move_to_file(wait=database.WAIT)
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _use(self, opened: database.Opened) -> None:
        connection = opened.connection
        self._last_before: int = connection.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]
        self._opened, self._connection = opened, connection
        self._seen = self._data_version()
        self._marks = self._standing()

    def _mine(self) -> list[tuple[object, ...]]:
        """This session's own changes."""
        return self._rows("session = ? AND NOT undone", self._session)

    def _move_to_file(self, wait: float = 0) -> bool:
        """Go over to the file if it can be used by now, and take along this session's changes."""
        before, mine = self._opened, self._mine()
        try:
            opened = database.open_file(self._path, wait)
        except database.FAULTS:
            return False
        try:
            self._use(opened)
            with self._saving():
                for row in mine:
                    self._insert(row)
        except (MarkError, *database.FAULTS):
            self._use(before)
            opened.connection.close()
            return False
        before.connection.close()
        return True

    def _decide(self, a: int, b: int, value: str | None) -> None:
        pair = a, b
        now = PINNED if pair in self._marks.pinned else CUT if pair in self._marks.cut else None
        if now != value:
            target = link_target(self._a.passages[a], self._b.passages[b])
            self._record(Change("link", target, value))

    def _record(self, change: Change) -> None:
        if self._mirrored:
            change = change.mirrored()
        target = change.target
        row = change.kind, target.kind, *(target.a or (None, None)), *(target.b or (None, None)), change.value
        with self._saving():
            self._insert(row)

    def _insert(self, row: tuple[object, ...]) -> None:
        # A pair is given its number with its first mark: what was only read leaves no trace.
        self._connection.execute("INSERT OR IGNORE INTO pair (first, second) VALUES (?, ?)", self._digests)
        self._connection.execute(
            f"INSERT INTO change (pair, session, at, {_FIELDS})"
            f" SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM pair WHERE first = ? AND second = ?",
            (self._session, database.now(), *row, *self._digests),
        )

    @contextmanager
    def _saving(self) -> Iterator[None]:
        """A transaction that is on disk at the end and in `marks`, or has not happened."""
        if not self.saved or self._opened.gone(self._path):
            # What was in the way may be over; and saving to a moved file would go where nobody looks.
            self._move_to_file()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                marks = self._standing()
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(*database.FAULTS):
                    self._connection.execute("ROLLBACK")
                raise
        except database.FAULTS as error:
            raise MarkError(f"Not saved: {database.explain(error, self._path)}") from error
        self._marks = marks

    def _standing(self) -> Marks:
        changes = (_change(row) for row in self._rows("NOT undone"))
        if self._mirrored:
            changes = (change.mirrored() for change in changes)
        return standing(changes, self._index_a, self._index_b)

    def _rows(self, condition: str, *values: str) -> list[tuple[object, ...]]:
        found: list[tuple[object, ...]] = self._connection.execute(
            f"SELECT {_FIELDS} FROM change WHERE {_OF_PAIR} AND {condition} ORDER BY id",
            (*self._digests, *values),
        ).fetchall()
        return found

    @contextmanager
    def _without_waiting(self) -> Iterator[None]:
        """Fail at once where another program has the file locked: nobody asked for anything."""
        database.set_wait(self._connection, 0)
        try:
            yield
        finally:
            database.set_wait(self._connection, database.WAIT)

    def _data_version(self) -> int:
        """A number that changes when another connection has written to the database."""
        version: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version


def _change(row: tuple[object, ...]) -> Change:
    kind, target, first_start, first_end, second_start, second_end, value = row
    first = None if first_start is None else (first_start, first_end)
    second = None if second_start is None else (second_start, second_end)
    return Change(kind, Target(target, first, second), value)  # type: ignore[arg-type]
