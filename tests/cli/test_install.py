"""What a user gets who installs the package: everything, wherever they then are."""

from __future__ import annotations

import json
import os
import subprocess
import venv
from pathlib import Path

import pytest
from support.contract import broken_promises

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a fresh environment, into which `pip install .` put Diptych."""
    folder = tmp_path_factory.mktemp("install")
    venv.create(folder, with_pip=True)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, str(ROOT)], capture_output=True, text=True, cwd=folder)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip("the package index cannot be reached: installing is not tested")
    assert done.returncode == 0, done.stderr
    return folder / "bin"


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(installed), "LANG": "C.UTF-8"}
    return subprocess.run(
        [str(installed / "diptych"), *arguments], cwd="/", env=environment, capture_output=True, text=True
    )


def test_the_bundled_pair_is_there(installed: Path) -> None:
    done = run(installed)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ONLY A SAYS" in done.stdout
    report = json.loads(run(installed, "--format", "json").stdout)
    assert broken_promises(report) == []
    assert all(str(installed.parent) in article["source"] for article in report["articles"])
    texts = [Path(article["source"]).read_bytes() for article in report["articles"]]
    assert texts == [path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.txt"))]


def test_every_format_has_its_files(installed: Path) -> None:
    assert "Content-Security-Policy" in run(installed, "--format", "html").stdout
    assert run(installed, "--format", "markdown").stdout.startswith("# ")
    assert run(installed, "--completion", "bash").returncode == 0
    assert (installed.parent / "share" / "man" / "man1" / "diptych.1").is_file()


def test_nothing_but_the_package_is_installed(installed: Path) -> None:
    program = "import tui, os; print(os.path.dirname(os.path.dirname(tui.__file__)))"
    done = subprocess.run(
        [str(installed / "python"), "-c", program], cwd="/", capture_output=True, text=True, check=True
    )
    site = Path(done.stdout.strip())
    assert site.is_relative_to(installed.parent)
    assert not {"tests", "seeds", "scripts", "docs"} & {entry.name for entry in site.iterdir()}
    assert (site / "tui" / "py.typed").is_file()
