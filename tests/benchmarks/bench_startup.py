"""How long the quick answers take, in time on the processor, beside an interpreter that answers nothing.

python tests/benchmarks/bench_startup.py     (what they must not load is tested in tests/cli/test_imports.py)
"""

from __future__ import annotations

import resource
import subprocess
import sys

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


def main() -> None:
    """Print each quick answer's time and its ratio to the bare interpreter's."""
    bare = milliseconds("-c", "import argparse, tui")
    for option in ("--help", "--version"):
        answer = milliseconds("-m", "tui", option)
        print(
            f"diptych {option}: {answer:.0f} ms, {answer / bare:.2f} times a bare interpreter (aim: {MOST})"
        )


if __name__ == "__main__":
    main()
