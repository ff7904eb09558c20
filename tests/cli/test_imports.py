"""What gets imported when: the quick answers stay quick, and only the reader needs Textual."""

from __future__ import annotations

import subprocess
import sys

import pytest
from support.command import SEEDS

from tui.reports import REPORTS

HEAVY = ("textual", "numpy", "trafilatura", "rich", "rapidfuzz", "nupunkt", "sqlite3", "pypdf", "shtab")


def loaded(program: str) -> set[str]:
    """The heavy modules that a program has loaded at its end."""
    check = f"import sys\ntry:\n    {program}\nexcept SystemExit: pass\nprint('LOADED', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    modules = done.stdout.rsplit("LOADED", 1)[1].split()
    return {name.split(".")[0] for name in modules} & set(HEAVY)


def test_the_check_can_fail() -> None:
    assert loaded("import numpy") == {"numpy"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_quick_answers_load_nothing_heavy(option: str) -> None:
    assert loaded(f"from tui.cli import main; main([{option!r}])") == set()


def test_the_package_itself_loads_nothing_heavy() -> None:
    assert loaded("import tui; tui.Article.from_passages(['One.'])") == set()


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_loads_textual(name: str) -> None:
    assert "textual" not in loaded(f"from tui.cli import main; main([*{SEEDS!r}, '--format', {name!r}])")


def test_the_first_frame_of_the_reader_waits_for_textual_only() -> None:
    program = "from tui.reader.app import DiptychApp; DiptychApp('a.txt', 'b.txt')"
    assert loaded(program) == {"textual", "rich"}
