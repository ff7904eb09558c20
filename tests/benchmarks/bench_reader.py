"""How fast the reader is, in a real pseudo-terminal; every figure with a ratio from the same run.

python tests/benchmarks/bench_reader.py [PASSAGES]     (10000 when left out)
"""

from __future__ import annotations

import os
import random
import select
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.reader_terminal import Terminal, terminal
from support.reading import SEEDS

RUNS = 5
PRESSES = 60
QUIET = 0.06
"""Seconds without output after which a frame counts as settled."""

BARE = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

class Bare(App):
    CSS = "Static { width: 1fr; }"

    def compose(self):
        with Horizontal():
            yield Static("bare left")
            yield Static("bare right")

Bare().run()
"""

WORDS = (
    "council mayor harbour bridge storm school budget minister police court union hospital railway "
    "closed opened said warned agreed denied promised reported found lost won voted signed rejected "
    "new old northern southern large small local national early late public private"
).split()


def until(term: Terminal, words: str, patience: float = 300) -> float:
    """Seconds from now until words come."""
    start = time.perf_counter()
    while words.encode() not in term.output:
        if time.perf_counter() - start > patience:
            raise SystemExit(f"{words!r} did not come; last: {term.output[-300:]!r}")
        ready, _, _ = select.select([term.master], [], [], 0.5)
        if ready:
            term.output += os.read(term.master, 65536)
    return time.perf_counter() - start


def press(term: Terminal, key: str) -> float:
    """Seconds from a key to the last byte of what it draws."""
    os.write(term.master, key.encode())
    start = last = time.perf_counter()
    while select.select([term.master], [], [], QUIET if last > start else 2.0)[0]:
        os.read(term.master, 65536)
        last = time.perf_counter()
    return last - start


def starts() -> None:
    bare, first, done = [], [], []
    for _ in range(RUNS):
        with terminal(program=("-c", BARE)) as term:
            bare.append(until(term, "bare right"))
        with terminal(*SEEDS) as term:
            first.append(until(term, "quit"))
            done.append(first[-1] + until(term, "checked 0 of"))
    base = statistics.median(bare)
    for name, times in (("first painted frame", first), ("finished comparison on screen", done)):
        middle = statistics.median(times)
        print(f"{name}: {middle:.2f} s; bare Textual app {base:.2f} s; ratio {middle / base:.2f}")


def keys(*articles: str) -> tuple[list[float], float]:
    """Times of key presses, and the memory in MB."""
    with terminal(*articles, "--split", "line") as term:
        until(term, "checked 0 of")
        time.sleep(0.5)
        pressed = "]jj}k[ "
        times = [press(term, pressed[k % len(pressed)]) for k in range(PRESSES)]
        status = Path(f"/proc/{term.process.pid}/status").read_text(encoding="utf-8")
        memory = next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS"))
    return times, memory / 1024


def large_pair(folder: Path, passages: int) -> tuple[str, str]:
    """Two articles of many lines, half of which the two share in other words."""
    chance = random.Random(7)
    lines = [" ".join(chance.choices(WORDS, k=14)).capitalize() + f" {k}." for k in range(passages)]
    others = []
    for line in lines:
        words = line.split()
        if chance.random() < 0.5:
            words[2:5] = chance.choices(WORDS, k=2)
        else:
            words = chance.choices(WORDS, k=14)
        others.append(" ".join(words))
    a, b = folder / "a.txt", folder / "b.txt"
    a.write_text("\n\n".join(lines), encoding="utf-8")
    b.write_text("\n\n".join(others), encoding="utf-8")
    return str(a), str(b)


def main() -> None:
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        starts()
        small, small_memory = keys(*SEEDS)
        large, large_memory = keys(*large_pair(Path(folder), passages))
    ratio = statistics.median(large) / statistics.median(small)
    p95 = statistics.quantiles(large, n=20)[-1]
    print(f"key to settled frame: seed pair {statistics.median(small) * 1000:.0f} ms, {passages} passages")
    print(f"  {statistics.median(large) * 1000:.0f} ms; ratio {ratio:.2f}; p95 {p95 * 1000:.0f} ms")
    print(f"memory: seed pair {small_memory:.0f} MB, {passages} passages {large_memory:.0f} MB; ", end="")
    print(f"ratio {large_memory / small_memory:.2f}")


if __name__ == "__main__":
    main()
