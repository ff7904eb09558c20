"""Faults are real: processes are killed, disks fill up, files are damaged. What they cost is counted."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SCENARIO = Path(__file__).with_name("scenario.py")

ROUNDS = float(os.environ.get("DIPTYCH_FAULT_ROUNDS", "1"))
"""How many times as many rounds to run as in `make test`; `make reliability` sets it."""

_TABLE = pytest.StashKey[list["Row"]]()


@dataclass
class Row:
    fault: str
    rounds: int
    before: int
    after: int
    note: str = ""


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TABLE] = []


@pytest.fixture
def count(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Put a line in the table of faults that is printed at the end of the run."""

    def add(fault: str, *, rounds: int, before: int, after: int, note: str = "") -> None:
        request.config.stash[_TABLE].append(Row(fault, rounds, before, after, note))

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash.get(_TABLE, [])
    if not rows:
        return
    terminalreporter.section("Faults")
    terminalreporter.line("| Fault | Rounds | Marks saved before | There after | Lost | |")
    terminalreporter.line("|---|---:|---:|---:|---:|---|")
    for row in rows:
        lost = row.before - row.after
        cells = row.fault, row.rounds, row.before, row.after, lost, row.note
        terminalreporter.line("| " + " | ".join(map(str, cells)) + " |")


@pytest.fixture
def rounds() -> Callable[[int], int]:
    return lambda standard: max(1, round(standard * ROUNDS))


@pytest.fixture
def scenario() -> Callable[..., list[dict[str, object]]]:
    """Run a program of scenario.py to its end and return the lines it said."""

    def run(name: str, path: Path, *numbers: int, before: tuple[str, ...] = ()) -> list[dict[str, object]]:
        command = [*before, sys.executable, str(SCENARIO), name, str(path), *map(str, numbers)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start a program of scenario.py; what still runs at the end of the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def begin(name: str, path: Path, *numbers: int) -> subprocess.Popen[str]:
        command = [sys.executable, str(SCENARIO), name, str(path), *map(str, numbers)]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def small_disk(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A folder and what to put before a command so that the folder is a file system of 192 kB.

    The file system is mounted in a name space of the command's own and goes with it.
    """
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = f'mount -t tmpfs -o size=192k tmpfs "{folder}" && exec "$@"'
    return folder, _in_own_mounts(mount)


@pytest.fixture
def read_only_disk(tmp_path: Path) -> tuple[Path, tuple[str, ...]]:
    """A folder and what to put before a command so that the folder is on a read-only file system."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = f'mount --bind "{folder}" "{folder}" && mount -o remount,bind,ro "{folder}" && exec "$@"'
    return folder, _in_own_mounts(mount)


def _in_own_mounts(script: str) -> tuple[str, ...]:
    before = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh")
    if not shutil.which("unshare") or subprocess.run([*before, "true"], capture_output=True).returncode:
        pytest.skip("no right to mount a file system here, so no full or read-only disk to test with")
    return before


@pytest.fixture
def bound_by_permissions() -> tuple[str, ...]:
    """What to put before a command so that permissions bind it even if root runs the tests."""
    if os.getuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("run by root without setpriv: nothing is forbidden")
    return "setpriv", "--bounding-set=-all", "--inh-caps=-all"
