"""Runs the real command in a process of its own, as a person or a script would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SEEDS = [str(path) for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]


def diptych(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run `diptych` with its output caught; further options go to subprocess.run."""
    environment = {**os.environ, "PYTHONUTF8": "1", **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        env=environment,
        encoding="utf-8",
        timeout=60,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL, **options},
    )


def bound_by_permissions(command: list[str]) -> list[str]:
    """The command as one whom permissions bind: root lays down the right to ignore them."""
    if os.geteuid() != 0:
        return command
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("run by root, who may read and write everything")
    return [setpriv, "--bounding-set", "-dac_override,-dac_read_search", *command]
