import json
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tui.articles.model import Article
from tui.marks import database
from tui.marks.model import MarkError, Target
from tui.marks.store import MarkStore

A = Article.from_passages([f"Passage {n} of the first account." for n in range(60)])
B = Article.from_passages([f"Passage {n} of the second account." for n in range(60)])

Say = list[dict[str, object]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "marks.db"


def marked(path: Path, count: int) -> bytes:
    """A database with so many marks, as its bytes."""
    with MarkStore.open(A, B, path) as store:
        for number in range(count):
            store.pin(number, number)
    return path.read_bytes()


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_killed_in_the_middle_of_saving(
    path: Path,
    sent: signal.Signals,
    start: Callable[..., subprocess.Popen[str]],
    rounds: Callable[[int], int],
    count: Callable[..., None],
) -> None:
    dice = random.Random(7)
    number = rounds(16 if sent == signal.SIGKILL else 3)
    acknowledged: set[int] = set()
    torn = 0
    for _ in range(number):
        process = start("write", path, len(acknowledged), 3600 - len(acknowledged))
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == {"ready": True}
        threading.Timer(dice.uniform(0.002, 0.06), process.send_signal, [sent]).start()
        for line in process.stdout:
            acknowledged.add(json.loads(line)["pinned"])
        assert process.wait() != 0
        # A journal left behind shows that the process died between the first and last byte.
        torn += path.with_name("marks.db-journal").exists()
        # The mark that was being saved may be there or not; those shown as saved must be.
        with MarkStore.open(A, B, path) as store:
            there = {60 * x + y for x, y in store.marks.pinned}
        lost = acknowledged - there
        assert not lost
        acknowledged = there
    note = f"{torn} of them with a save half written"
    count(f"{sent.name} while saving", rounds=number, before=len(acknowledged), after=len(there), note=note)
    assert acknowledged


def test_many_readers_saving_at_once(
    path: Path,
    start: Callable[..., subprocess.Popen[str]],
    rounds: Callable[[int], int],
    count: Callable[..., None],
) -> None:
    readers, each = 4, rounds(25)
    each = min(each, 900)
    processes = [start("write", path, 900 * k, each) for k in range(readers)]
    ends = [process.communicate(timeout=120) for process in processes]
    assert [error for _, error in ends if error] == []
    acknowledged = sum("pinned" in json.loads(line) for said, _ in ends for line in said.splitlines())
    there = len(MarkStore.open(A, B, path).marks.pinned)
    count(f"{readers} readers saving on one pair at once", rounds=1, before=acknowledged, after=there)
    assert there == acknowledged == readers * each


@pytest.mark.parametrize("fault", ["fill", "limit"])
def test_the_disk_fills_up(
    fault: str,
    path: Path,
    scenario: Callable[..., Say],
    request: pytest.FixtureRequest,
    count: Callable[..., None],
) -> None:
    before: tuple[str, ...] = ()
    if fault == "fill":
        folder, before = request.getfixturevalue("small_disk")
        path = folder / "diptych" / "marks.db"
    [said] = scenario(fault, path, before=before)
    saved, there = said["saved"], said["there"]
    name = {"fill": "disk full (a real file system)", "limit": "file size limit reached"}[fault]
    count(name, rounds=1, before=saved, after=there, note="the mark that did not fit was refused")
    assert said["shown"] == said["there_when_full"] == saved - 1
    assert there == saved > 1
    assert str(said["refused"]).startswith("Not saved: ")
    assert "free" in str(said["refused"]).lower()


def test_the_disk_is_full_from_the_start(
    small_disk: tuple[Path, tuple[str, ...]], scenario: Callable[..., Say]
) -> None:
    folder, before = small_disk
    [said] = scenario("start_full", folder / "marks.db", before=before)
    opened = said["before"]
    assert isinstance(opened, dict)
    assert (opened["saved"], opened["shown"]) == (False, 1)
    assert "this session only" in opened["message"] and "full" in opened["message"]
    assert (said["early"], said["moved"], said["saved"], said["there"]) == (False, True, True, 1)


def test_a_read_only_file_system(
    read_only_disk: tuple[Path, tuple[str, ...]], scenario: Callable[..., Say], count: Callable[..., None]
) -> None:
    folder, before = read_only_disk
    path = folder / "marks.db"
    kept = marked(path, 7)
    [said] = scenario("read_only", path, before=before)
    assert_read_only(said, path, kept)
    count("state folder on a read-only file system", rounds=1, before=7, after=said["found"])


def test_a_folder_that_forbids_writing(
    tmp_path: Path,
    scenario: Callable[..., Say],
    bound_by_permissions: tuple[str, ...],
    count: Callable[..., None],
) -> None:
    path = tmp_path / "state" / "marks.db"
    kept = marked(path, 7)
    path.parent.chmod(0o500)
    try:
        [said] = scenario("read_only", path, before=bound_by_permissions)
    finally:
        path.parent.chmod(0o700)
    assert_read_only(said, path, kept)
    count("state folder not writable", rounds=1, before=7, after=said["found"])


def test_a_file_that_forbids_writing(
    path: Path,
    scenario: Callable[..., Say],
    bound_by_permissions: tuple[str, ...],
    count: Callable[..., None],
) -> None:
    kept = marked(path, 7)
    path.chmod(0o400)
    [said] = scenario("read_only", path, before=bound_by_permissions)
    assert_read_only(said, path, kept)
    count("marks file not writable", rounds=1, before=7, after=said["found"])


def assert_read_only(said: dict[str, object], path: Path, kept: bytes) -> None:
    assert (said["found"], said["saved"], said["shown"]) == (7, False, 8)
    assert "this session only" in str(said["message"])
    assert "writable" in str(said["message"])
    assert path.read_bytes() == kept


def test_no_state_folder_can_be_made(
    tmp_path: Path, scenario: Callable[..., Say], bound_by_permissions: tuple[str, ...]
) -> None:
    tmp_path.chmod(0o500)
    try:
        [said] = scenario("read_only", tmp_path / "a" / "b" / "marks.db", before=bound_by_permissions)
    finally:
        tmp_path.chmod(0o700)
    assert (said["found"], said["saved"], said["shown"]) == (0, False, 1)
    assert "writable" in str(said["message"])


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_something_else_stands_where_the_file_should(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "diptych" / "marks.db"
    if kind == "file":
        path.parent.write_text("mine")
    else:
        path.mkdir(parents=True)
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    assert not store.saved and store.message and store.marks.pinned == {(0, 0)}


def test_the_folder_turns_read_only(
    tmp_path: Path,
    scenario: Callable[..., Say],
    bound_by_permissions: tuple[str, ...],
    count: Callable[..., None],
) -> None:
    [said] = scenario("turn_read_only", tmp_path / "state" / "marks.db", before=bound_by_permissions)
    count("state folder turns read-only while marking", rounds=1, before=said["saved"], after=said["there"])
    assert said["there"] == said["saved"] == 2
    assert "writable" in str(said["refused"])


def damage(kept: bytes, kind: str, dice: random.Random) -> bytes:
    if kind == "cut short":
        return kept[: dice.randrange(1, len(kept))]
    if kind == "zeroes":
        start = dice.randrange(len(kept))
        return kept[:start] + b"\0" * (len(kept) - start)
    if kind == "another file":
        return dice.randbytes(dice.choice([10, 4096, 50_000]))
    bad = bytearray(kept)
    for _ in range(dice.choice([1, 8, 200])):
        bad[dice.randrange(len(bad))] = dice.randrange(256)
    return bytes(bad)


def test_a_damaged_file_is_set_aside_and_never_overwritten(
    tmp_path: Path, rounds: Callable[[int], int], count: Callable[..., None]
) -> None:
    dice = random.Random(11)
    kept = marked(tmp_path / "whole.db", 50)
    number, kept_whole, aside, left = rounds(160), 0, 0, 0
    for n in range(number):
        kind = ("cut short", "zeroes", "another file", "bytes changed")[n % 4]
        bad = damage(kept, kind, dice)
        path = tmp_path / str(n) / "marks.db"
        path.parent.mkdir()
        path.write_bytes(bad)
        with MarkStore.open(A, B, path) as store:
            kept_whole += any(found.read_bytes() == bad for found in path.parent.iterdir())
            moved = list(path.parent.glob("marks.damaged-*.db"))
            aside += len(moved)
            left += not store.saved  # it passes for a file of another program or a newer version
            assert bool(store.message) == bool(moved or not store.saved)
            assert all(str(file) in str(store.message) for file in moved)
            store.check(Target("claim", (0, 5), None))
    note = f"{aside} set aside, {left} left in place, {number - aside - left} still readable"
    count("marks file damaged (files)", rounds=number, before=number, after=kept_whole, note=note)
    assert kept_whole == number
    assert aside > number / 2


def test_an_index_that_disagrees_with_its_table_is_damage(path: Path) -> None:
    """Such a file opens and passes a quick check, and fails with the first question asked of it."""
    marked(path, 3)
    with closing(sqlite3.connect(path)) as connection, connection:
        index = connection.execute("SELECT * FROM sqlite_master WHERE name = 'change_by_pair'").fetchone()
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'change_by_pair'")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM change WHERE id = 2")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", index)
    bad = path.read_bytes()
    with MarkStore.open(A, B, path) as store:
        assert store.saved and store.message
        assert [file.read_bytes() for file in path.parent.glob("marks.damaged-*.db")] == [bad]


def test_two_readers_find_the_damage_at_once(path: Path, rounds: Callable[[int], int]) -> None:
    for _ in range(rounds(5)):
        for old in path.parent.glob("marks*"):
            old.unlink()
        path.write_bytes(b"damaged" * 1000)
        with ThreadPoolExecutor(4) as pool:
            stores = list(pool.map(lambda _: MarkStore.open(A, B, path), range(4)))
        assert len(list(path.parent.glob("marks.damaged-*.db"))) == 1
        for number, store in enumerate(stores):
            store.pin(number, number)  # tries the file again where it was locked for long at opening
            assert store.saved
        assert len(MarkStore.open(A, B, path).marks.pinned) == 4


def test_a_newer_file_is_left_alone(path: Path, count: Callable[..., None]) -> None:
    marked(path, 7)
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {database.VERSION + 1}")
    newer.close()
    kept = path.read_bytes()
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    assert store.marks.pinned == {(0, 0)} and not store.saved
    assert "newer Diptych" in str(store.message) and "Upgrade" in str(store.message)
    assert not store.reload()
    store.close()
    assert path.read_bytes() == kept
    assert [found.name for found in path.parent.iterdir()] == ["marks.db"]
    with sqlite3.connect(path) as newer:
        newer.execute(f"PRAGMA user_version = {database.VERSION}")
    after = len(MarkStore.open(A, B, path).marks.pinned)
    count("marks file of a newer version", rounds=1, before=7, after=after, note="left untouched")
    assert after == 7


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipe (name)")
    other.close()
    kept = path.read_bytes()
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    assert not store.saved and "not a marks file" in str(store.message)
    assert path.read_bytes() == kept


def test_locked_from_the_start(
    path: Path, start: Callable[..., subprocess.Popen[str]], count: Callable[..., None]
) -> None:
    marked(path, 7)
    holder = start("hold", path)
    assert holder.stdout is not None and holder.stdout.readline()
    began = time.monotonic()
    store = MarkStore.open(A, B, path)
    assert time.monotonic() - began < 2 * database.WAIT
    store.pin(50, 51)
    assert store.undo() == "pinned link"
    store.pin(51, 50)
    assert not store.saved and "locked" in str(store.message)
    assert store.marks.pinned == {(51, 50)}
    holder.communicate()
    assert store.reload() and store.saved and store.message is None
    there = MarkStore.open(A, B, path).marks.pinned
    count("locked by another program at the start", rounds=1, before=8, after=len(there))
    assert there == store.marks.pinned == {(n, n) for n in range(7)} | {(51, 50)}
    assert store.undo() == "pinned link"


@pytest.mark.parametrize("chance", ["the next mark", "the end"])
def test_what_was_kept_in_memory_is_saved_at_the_next_chance(
    chance: str, path: Path, start: Callable[..., subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    marked(path, 3)
    holder = start("hold", path)
    assert holder.stdout is not None and holder.stdout.readline()
    with monkeypatch.context() as hasty:
        hasty.setattr(database.open_file, "__defaults__", (0.1,))
        store = MarkStore.open(A, B, path)
    store.pin(50, 51)
    store.pin(51, 52)
    assert not store.saved
    if chance == "the next mark":
        holder.communicate()
        store.pin(52, 53)
        assert store.saved and store.message is None
    else:
        # The lock ends while the reader is being left.
        threading.Timer(0.3, holder.kill).start()
    store.close()
    store.close()
    there = MarkStore.open(A, B, path).marks.pinned
    assert there >= {(n, n) for n in range(3)} | {(50, 51), (51, 52)}
    assert ((52, 53) in there) == (chance == "the next mark")


def test_locked_while_marking(
    path: Path, start: Callable[..., subprocess.Popen[str]], count: Callable[..., None]
) -> None:
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    holder = start("hold", path)
    assert holder.stdout is not None and holder.stdout.readline()
    with pytest.raises(MarkError, match=r"Not saved: .* is locked by another program"):
        store.pin(1, 1)
    assert not store.reload()
    assert store.marks.pinned == {(0, 0)}
    holder.communicate()
    store.pin(1, 1)
    there = len(MarkStore.open(A, B, path).marks.pinned)
    count("locked by another program while marking", rounds=1, before=2, after=there)
    assert there == 2


def test_set_aside_under_a_reader_that_has_it_open(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    shutil.move(path, path.with_name("elsewhere.db"))
    MarkStore.open(A, B, path).pin(1, 1)
    assert store.reload()
    assert store.marks.pinned == {(0, 0), (1, 1)} == MarkStore.open(A, B, path).marks.pinned
