"""Programs that meet a fault, run by the tests in processes of their own.

Each says on standard output, as JSON lines, what it was told was saved, before anything can
happen to it.
"""

import json
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from tui.articles.model import Article
from tui.marks.model import MarkError
from tui.marks.store import MarkStore

SIZE = 60
A = Article.from_passages([f"Passage {n} of the first account." for n in range(SIZE)])
B = Article.from_passages([f"Passage {n} of the second account." for n in range(SIZE)])
PAIRS = [(x, y) for x in range(SIZE) for y in range(SIZE)]


def say(**facts: object) -> None:
    print(json.dumps(facts), flush=True)


def write(path: Path, first: int, count: int) -> None:
    """Pin one pair after another; a line for each that was saved."""
    store = _opened(path)
    say(ready=store.saved)
    for number in range(first, first + count):
        _pin(store, PAIRS[number])
        # A reader that could not open the file says that nothing will be saved.
        say(**{"pinned" if store.saved else "kept in memory": number})


def _opened(path: Path, tries: int = 10) -> MarkStore:
    """Open the marks and, while others that save without a pause leave no gap, start the reader again."""
    store = MarkStore.open(A, B, path)
    if store.saved or tries == 0 or "locked" not in str(store.message):
        return store
    store.close()
    return _opened(path, tries - 1)


def _pin(store: MarkStore, pair: tuple[int, int], tries: int = 5) -> None:
    """Pin and, while others that save without a pause leave no gap, press the key again as a user would."""
    try:
        store.pin(*pair)
    except MarkError as error:
        if tries == 0 or "is locked by another program" not in str(error):
            raise
        _pin(store, pair, tries - 1)


def read(path: Path) -> None:
    """Say what is there."""
    store = MarkStore.open(A, B, path)
    pinned = [number for number, pair in enumerate(PAIRS) if pair in store.marks.pinned]
    say(pinned=pinned, saved=store.saved, message=store.message)


def hold(path: Path) -> None:
    """Lock the database until standard input ends."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    say(locked=True)
    sys.stdin.read()


def fill(path: Path) -> None:
    """Mark until the disk is full, make room, mark again."""
    filler = path.parent / "filler"
    store = MarkStore.open(A, B, path)
    store.pin(*PAIRS[0])
    _fill_up(filler, leaving=24_000)
    saved, refused = _mark_until_refused(store, 1)
    shown = len(store.marks.pinned)
    there_when_full = _there(path)
    filler.unlink()
    store.pin(*PAIRS[saved])
    say(saved=saved + 1, refused=refused, shown=shown, there_when_full=there_when_full, there=_there(path))


def limit(path: Path) -> None:
    """The same with a limit on the size of a file."""
    store = MarkStore.open(A, B, path)
    size = path.stat().st_size + 8192
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    saved, refused = _mark_until_refused(store, 0)
    shown = len(store.marks.pinned)
    there_when_full = _there(path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.pin(*PAIRS[saved])
    say(saved=saved + 1, refused=refused, shown=shown, there_when_full=there_when_full, there=_there(path))


def start_full(path: Path) -> None:
    """Open on a full disk, mark, make room, go on."""
    filler = path.parent / "filler"
    _fill_up(filler, leaving=0)
    store = MarkStore.open(A, B, path)
    store.pin(*PAIRS[0])
    before = {"saved": store.saved, "message": store.message, "shown": len(store.marks.pinned)}
    early = store.reload()
    filler.unlink()
    say(
        before=before,
        early=early,
        moved=store.reload(),
        saved=store.saved,
        there=_there(path),
    )


def read_only(path: Path) -> None:
    """Open what cannot be written, and mark."""
    store = MarkStore.open(A, B, path)
    found = len(store.marks.pinned)
    store.pin(*PAIRS[-1])
    say(found=found, saved=store.saved, message=store.message, shown=len(store.marks.pinned))


def turn_read_only(path: Path) -> None:
    """Mark; lose the right to write; try to mark."""
    store = MarkStore.open(A, B, path)
    store.pin(*PAIRS[0])
    path.parent.chmod(0o500)
    saved, refused = _mark_until_refused(store, 1)
    path.parent.chmod(0o700)
    store.pin(*PAIRS[saved])
    say(saved=saved + 1, refused=refused, there=_there(path))


def _fill_up(filler: Path, leaving: int) -> None:
    with filler.open("wb", buffering=0) as file:
        with suppress(OSError):
            while True:
                file.write(b"x" * 4096)
        file.truncate(file.tell() - leaving)


def _mark_until_refused(store: MarkStore, saved: int) -> tuple[int, str]:
    for number in range(saved, len(PAIRS)):
        try:
            store.pin(*PAIRS[number])
        except MarkError as error:
            return number, str(error)
    return len(PAIRS), ""


def _there(path: Path) -> int:
    """How many marks another process finds."""
    done = subprocess.run([sys.executable, __file__, "read", path], capture_output=True, check=True)
    return len(json.loads(done.stdout)["pinned"])


if __name__ == "__main__":
    # A shell starts what runs in the background with ctrl+c ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    name, path, *numbers = sys.argv[1:]
    globals()[name](Path(path), *map(int, numbers))
