"""Reading plain text loads nothing heavy; each format brings its own library when it is read."""

import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "000_cc3402ed09cc98f6.txt"
PAGE = Path(__file__).parent / "pages" / "wire.html"
HEAVY = {
    "trafilatura",
    "lxml",
    "pypdf",
    "markdown_it",
    "urllib.request",
    "http.client",
    "ssl",
    "numpy",
    "textual",
}


def loaded(path: Path) -> set[str]:
    code = f"import sys, tui; tui.read({str(path)!r}); print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_plain_text() -> None:
    assert not loaded(SEED) & HEAVY


@pytest.mark.parametrize("absent", ["pypdf", "markdown_it", "numpy", "textual"])
def test_page(absent: str) -> None:
    assert absent not in loaded(PAGE)
