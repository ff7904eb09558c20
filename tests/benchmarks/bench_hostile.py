"""How long 100 kB of one thing, repeated, take at every step; fails where one takes over two seconds.

python tests/benchmarks/bench_hostile.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import tui
from tui.marks.model import Marks
from tui.reports import REPORTS

LIMIT = 2.0
"""Seconds of computing that a step may take."""
SIZE = 100_000

UNITS = (
    *("a", "a ", "1 ", "1,", "A. ", "No. ", "word ", "Name Name ", "$5 ", "-5°C", "half a million "),
    *(
        "on Feb. 3 at 5 p.m. ",
        "U.S. ",
        "A and B, ",
        "?” he said",
        "He said. ",
        "Two died.\n",
        "Z\u0300\u0301",
    ),
    *("“We will not,” said Ms. Roe, 45.", "WASHINGTON (AP) — Over 400 people fled.", "Two died in Kyiv.\n\n"),
    "The mayor of Leeds said on Monday that the bridge will close for repairs. ",
)


def steps(unit: str, folder: Path) -> dict[str, float]:
    """Seconds that each step takes for a text of one thing against the same with a sentence before it."""
    text = unit * (SIZE // len(unit.encode()))
    paths = folder / "a.txt", folder / "b.txt"
    for path, opening in zip(paths, ("", "One. "), strict=True):
        path.write_text(opening + text, encoding="utf-8")
    began = time.process_time()
    a, b = (tui.read(str(path)) for path in paths)
    taken = {"read": (time.process_time() - began) / 2}
    began = time.process_time()
    comparison = tui.compare(a, b)
    taken["compare"] = time.process_time() - began
    for name, make in REPORTS.items():
        began = time.process_time()
        make(comparison, Marks())
        taken[name] = time.process_time() - began
    return taken


def main() -> int:
    """Try them all."""
    tui.compare(tui.Article.from_passages(["One."]), tui.Article.from_passages(["Two."]))
    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        for unit in UNITS:
            taken = steps(unit, Path(folder))
            step = max(taken, key=lambda name: taken[name])
            slow += taken[step] > LIMIT
            print(f"{unit[:40]!r:46} {step:8} {taken[step]:5.2f} s{'  over' if taken[step] > LIMIT else ''}")
    print(f"100 kB of one thing: {slow} of {len(UNITS)} over {LIMIT:.0f} s")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
