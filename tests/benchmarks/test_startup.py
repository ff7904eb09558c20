"""How long the quick answers take, as time on the processor: a busy machine does not matter."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest

RUNS = 7
MOST = 1.5


def milliseconds(*arguments: str) -> float:
    """The least of several runs."""

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    times = []
    for _ in range(RUNS):
        before = spent()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        times.append(spent() - before)
    return min(times) * 1000


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_quick_answers_are_quick(option: str) -> None:
    base = milliseconds("-c", "import argparse, tui")
    answer = milliseconds(
        "-c", f"import sys; sys.argv = ['diptych', {option!r}]; import tui.cli; tui.cli.main()"
    )
    print(f"\ndiptych {option}: {answer:.0f} ms; alone: {base:.0f} ms; ratio {answer / base:.2f}")
    assert answer <= MOST * base
