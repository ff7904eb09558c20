"""Saving a report: whole or not at all, on real file systems that really fail."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.command import SEEDS, bound_by_permissions, diptych

from tui.reports import ReportError, write_report


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    file = tmp_path / "new.txt"
    write_report("naïve\n", file)
    (tmp_path / "plain").touch()
    assert file.read_bytes() == "naïve\n".encode()
    assert file.stat().st_mode == (tmp_path / "plain").stat().st_mode
    assert sorted(os.listdir(tmp_path)) == ["new.txt", "plain"]


def test_a_report_in_pieces_is_written_whole(tmp_path: Path) -> None:
    pieces = ["é" * 700_000, "\ud800", "", "x" * 700_000, "\n"]
    write_report(iter(pieces), tmp_path / "pieces.txt")
    assert (tmp_path / "pieces.txt").read_bytes() == "".join(pieces).encode("utf-8", "backslashreplace")


def test_pieces_that_fail_leave_the_old_report(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "new" * 1_000_000
        raise KeyboardInterrupt

    file = tmp_path / "report"
    file.write_text("the old report")
    with pytest.raises(KeyboardInterrupt):
        write_report(pieces(), file)
    assert file.read_text() == "the old report"
    assert os.listdir(tmp_path) == ["report"]


def test_an_old_file_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    file, link = tmp_path / "old.txt", tmp_path / "link.txt"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_report("new", link)
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640


def _limit_files() -> None:
    """No file may grow past 1 kB: the system's own way for a disk to be full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


@pytest.mark.parametrize("name", ["text", "json"])
def test_a_full_disk_leaves_the_old_report(tmp_path: Path, name: str) -> None:
    file = tmp_path / "report"
    file.write_text("the old report")
    done = diptych(*SEEDS, "--format", name, "-o", str(file), preexec_fn=_limit_files)
    assert done.returncode == 2
    assert done.stderr == f"diptych: cannot write {str(file)!r}: File too large\n"
    assert file.read_text() == "the old report"
    assert os.listdir(tmp_path) == ["report"]


def test_a_report_killed_while_it_is_saved_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "report"
    file.write_text("the old report")
    program = (
        "import os, signal, sys; from tui.reports import write;"
        "os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL);"
        "write.write_report('new' * 100_000, sys.argv[1])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)])
    assert done.returncode == -signal.SIGKILL
    assert file.read_text() == "the old report"


def test_a_file_that_is_write_protected_is_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("the old report")
    file.chmod(0o444)
    command = bound_by_permissions([sys.executable, "-m", "tui", *SEEDS, "-o", str(file)])
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, f"diptych: cannot write {str(file)!r}: Permission denied\n")
    assert file.read_text() == "the old report"


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        write_report("through the pipe", pipe)
        assert reader.communicate()[0] == "through the pipe"
    assert pipe.is_fifo()


@pytest.mark.parametrize("path", ["", "no/such/folder/report.txt", "."])
def test_a_place_that_cannot_be_written_is_named(path: str, tmp_path: Path) -> None:
    with pytest.raises(ReportError) as raised:
        write_report("text", tmp_path / path)
    assert "\n" not in str(raised.value)
    assert os.listdir(tmp_path) == []
