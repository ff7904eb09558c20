"""The man page, made from what `--help` is made from."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.command import diptych

from tui.cli.manual import manual
from tui.cli.options import build_parser

PAGE = Path(__file__).parents[2] / "docs" / "diptych.1"


def test_the_page_that_is_installed_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual(build_parser()), "run `make man`"
    assert diptych("--man").stdout == manual(build_parser())


def test_it_tells_of_every_option() -> None:
    page = manual(build_parser()).replace("\\-", "-")
    for action in build_parser()._actions:
        for flag in action.option_strings:
            assert rf"\fB{flag}\fR" in page
    flags = set(re.findall(r"--[a-z][a-z-]+", diptych("--help").stdout))
    assert flags <= set(re.findall(r"--[a-z][a-z-]+", page))


def test_groff_takes_it_without_a_warning() -> None:
    if not shutil.which("groff"):
        pytest.skip("no groff on this machine: the man page is not set")
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-cbou"], input=PAGE.read_bytes(), capture_output=True
    )
    assert done.stderr == b""
    assert "read two accounts of one story" in done.stdout.decode()
