"""The recipe of the README: git shows a change to an article with Diptych."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
RECIPE = """git config --global difftool.diptych.cmd 'diptych "$LOCAL" "$REMOTE"'"""


def test_git_difftool_shows_the_change(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git on this machine")
    assert RECIPE in README
    bin_folder = Path(sys.executable).parent
    environment = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    }  # fmt: skip

    def sh(command: str) -> str:
        done = subprocess.run(
            ["sh", "-ec", command], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    story = tmp_path / "story.txt"
    story.write_text("The mayor opened the bridge on Monday. It cost 40 million dollars.\n", encoding="utf-8")
    sh(f"git init -q; git add story.txt; git commit -qm First; {RECIPE}")
    story.write_text("The mayor opened the bridge on Monday. Two hundred people came.\n", encoding="utf-8")
    shown = sh("git difftool --tool=diptych --no-prompt story.txt")
    only_a, only_b = shown.split("ONLY A SAYS")[1].split("BOTH SAY")[0].split("ONLY B SAYS")
    assert "It cost 40 million dollars." in only_a
    assert "Two hundred people came." in only_b
