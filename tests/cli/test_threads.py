"""One thread for products of matrices: two wait for each other longer than they take."""

from __future__ import annotations

import subprocess
import sys

import pytest

ASK = (
    "import sys, os, tui.cli; assert 'numpy' not in sys.modules; tui.cli.main(['--man']); "
    "print(os.environ['OPENBLAS_NUM_THREADS'])"
)


@pytest.mark.parametrize(("given", "used"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_it_is_told_before_numpy_is_loaded_and_a_readers_own_number_stays(
    given: dict[str, str], used: str
) -> None:
    ran = subprocess.run([sys.executable, "-c", ASK], env=given, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == used
