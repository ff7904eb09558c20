"""Completion, tried in the real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.command import diptych
from support.terminal import Terminal


def shell(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"no {name} on this machine: its completion is not tested")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").touch()
    return tmp_path


def script(name: str, folder: Path) -> str:
    done = diptych("--completion", name)
    assert (done.returncode, done.stderr) == (0, "")
    file = folder / f"completion.{name}"
    file.write_text(done.stdout, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["--form"], {"--format"}),
        (["--format", ""], {"text", "json", "markdown", "html"}),
        (["--split", "p"], {"paragraph"}),
        (["art"], {"article.txt"}),
        (["article.txt", "art"], {"article.txt"}),
        (["-o", "art"], {"article.txt"}),
        (["--theme", "co"], {"colour-blind"}),
    ],
)
class TestOffers:
    def test_bash(self, words: list[str], offered: set[str], folder: Path) -> None:
        program = (
            'source "$1"; shift; COMP_WORDS=(diptych "$@"); COMP_CWORD=$#; _shtab_diptych;'
            ' printf "%s\\n" "${COMPREPLY[@]}"'
        )
        command = [shell("bash"), "--norc", "-c", program, "-", script("bash", folder), *words]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        assert set(done.stdout.split()) == offered

    def test_fish(self, words: list[str], offered: set[str], folder: Path) -> None:
        program = f"source {script('fish', folder)}; complete -C 'diptych {' '.join(words)}'"
        command = [shell("fish"), "--no-config", "-c", program]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=home(folder))
        assert {line.split("\t")[0] for line in done.stdout.splitlines()} == offered


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("diptych --format mark", "--format markdown"),
        ("diptych --split par", "--split paragraph"),
        ("diptych art", "article.txt"),
        ("diptych -o art", "-o article.txt"),
    ],
)
def test_zsh(typed: str, completed: str, folder: Path) -> None:
    file = script("zsh", folder)
    with Terminal([shell("zsh"), "-f", "-i"], home(folder), folder=folder) as zsh:
        zsh.send(f"autoload -U compinit; compinit -u -D; eval \"$(<{file})\"; PS1='> '; echo rea''dy\r")
        zsh.wait_for("ready")
        zsh.send(f"{typed}\t")
        assert completed in zsh.wait_for(completed)


def home(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb", "LANG": "C.UTF-8"}
