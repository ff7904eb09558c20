"""The command line, run as a process: what it prints, and with which status it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import SEEDS, bound_by_permissions, diptych
from support.contract import broken_promises

import tui


def test_without_a_terminal_the_bundled_pair_is_reported_as_text() -> None:
    done = diptych()
    assert done.returncode == 0
    assert done.stderr == ""
    assert "ONLY A SAYS" in done.stdout
    assert "\x1b" not in done.stdout


def test_two_articles_as_json_hold_the_contract() -> None:
    done = diptych(*SEEDS, "--format", "json")
    assert done.returncode == 0
    report = json.loads(done.stdout)
    assert broken_promises(report) == []
    assert [article["source"] for article in report["articles"]] == SEEDS


def test_standard_input_is_one_of_the_articles() -> None:
    text = Path(SEEDS[1]).read_text(encoding="utf-8")
    done = diptych(SEEDS[0], "-", "--format", "json", stdin=None, input=text)
    assert json.loads(done.stdout)["articles"][1]["source"] == "-"


def test_options_reach_the_comparison() -> None:
    few = json.loads(diptych(*SEEDS, "--format", "json", "--threshold", "1").stdout)
    many = json.loads(diptych(*SEEDS, "--format", "json", "--threshold", "0.2").stdout)
    assert few["threshold"] == 1
    assert len(few["links"]) < len(many["links"])
    lines = json.loads(diptych(*SEEDS, "--format", "json", "--split", "line").stdout)
    assert [len(a["passages"]) for a in lines["articles"]] == [
        len([line for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()])
        for path in SEEDS
    ]


def test_a_report_is_saved_in_the_format_of_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    done = diptych(*SEEDS, "-o", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(file.read_text(encoding="utf-8"))["schema"] == "diptych/1"


def test_exit_code_tells_whether_anything_differs(tmp_path: Path) -> None:
    same = tmp_path / "same.txt"
    same.write_text("The cabinet agreed on a budget of 40 million dollars on Monday.\n", encoding="utf-8")
    assert diptych(*SEEDS, "--exit-code").returncode == 1
    assert diptych(*SEEDS).returncode == 0
    assert diptych(str(same), str(same), "--exit-code").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["one.txt"], "one article is missing"),
        (["a", "b", "c"], "not 3"),
        (["-", "-"], "only one"),
        (["--threshold", "2", *SEEDS], "0 to 1"),
        (["--threshold", "much", *SEEDS], "0 to 1"),
        (["--format", "pdf", *SEEDS], "pdf"),
        (["--split", "word", *SEEDS], "word"),
        (["--no-such-option"], "--no-such-option"),
        (["-o", SEEDS[0], *SEEDS], "overwrite"),
        (["-o", "", *SEEDS], "-o needs"),
        (["-o", "no/such/folder/report.txt", *SEEDS], "no/such/folder"),
        (["-o", os.path.dirname(SEEDS[0]), *SEEDS], "directory"),
    ],
)
def test_a_mistake_is_told_in_one_line(arguments: list[str], said: str) -> None:
    done = diptych(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("diptych: ")
    assert said in done.stderr


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder of everything that is no article."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "spaces.txt").write_text(" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "name\nwith 'quotes' \x1b[31m").touch()
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "missing.txt",
        "empty.txt",
        "spaces.txt",
        "binary.txt",
        "folder",
        "loop.txt",
        "name\nwith 'quotes' \x1b[31m",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_an_article_that_cannot_be_read_is_told_in_one_line(name: str, first: bool, bad: Path) -> None:
    pair = [str(bad / name), SEEDS[0]]
    done = diptych(*(pair if first else reversed(pair)))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("diptych: ")
    assert "\x1b" not in done.stderr
    assert name[:4] in done.stderr


def test_an_article_without_permission_is_told_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.touch(mode=0)
    command = bound_by_permissions([sys.executable, "-m", "tui", str(file), SEEDS[0]])
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "secret.txt" in done.stderr


def test_a_pipe_closed_early_is_no_error() -> None:
    command = [sys.executable, "-m", "tui", *SEEDS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
def test_a_full_standard_output_is_told_in_one_line() -> None:
    with open("/dev/full", "w") as full:
        done = diptych(*SEEDS, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "diptych: cannot write to standard output: No space left on device\n"


def test_a_closed_standard_output_is_told_in_one_line() -> None:
    done = diptych(*SEEDS, preexec_fn=lambda: os.close(1), stdout=None)
    assert done.returncode == 2
    assert done.stderr == "diptych: cannot write to standard output: it is closed\n"


def test_help_and_version() -> None:
    assert diptych("--version").stdout == f"diptych {tui.__version__}\n"
    text = diptych("--help").stdout
    for option in ("--format", "--output", "--split", "--threshold", "--exit-code"):
        assert option in text


def test_python_dash_m_names_no_other_program() -> None:
    assert diptych("--help").stdout.startswith("usage: diptych ")
