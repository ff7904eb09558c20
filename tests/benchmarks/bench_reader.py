"""How fast the reader is, in a real pseudo-terminal; every figure with a ratio from the same run.

python tests/benchmarks/bench_reader.py [PASSAGES]     (10000 when left out)

Each start of the reader is followed by one of a bare Textual app, and the ratio is the median over
these couples, so that what else the machine does at the time bears on both. Times are told twice: as
they pass, and on the processor, which a busy machine changes little.
"""

from __future__ import annotations

import os
import select
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.reader_terminal import Terminal, terminal
from support.reading import SEEDS
from support.soak import news_pair

STARTS = 9
PRESSES = 120
PRESSED = "]jj}k[c "
"""Keys that walk through an article; pressed in turn."""
TYPED = {"filter": ("of", "statement a"), "search": ("/", "the bridge")}
"""What opens a prompt, and the words then typed into it letter by letter."""
QUIET = 0.06
"""Seconds without output after which a frame counts as settled."""
SEED = 7

BARE = """
import signal
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

class Bare(App):
    CSS = "Static { width: 1fr; }"

    def compose(self):
        with Horizontal():
            yield Static("bare left")
            yield Static("bare right")

signal.alarm(60)  # it does not end by itself when this benchmark is killed
Bare().run()
"""


@dataclass(frozen=True, slots=True)
class Spent:
    """How long something took, in milliseconds."""

    passed: float
    processor: float


@dataclass(frozen=True, slots=True)
class Pressed:
    """What keys cost in one pair, and the memory in MB."""

    keys: list[Spent]
    typed: dict[str, list[Spent]]
    """Letters typed in the ledger's filter and in a search."""
    compared: float
    """Seconds until the comparison was on screen."""
    memory: float


def on_processor(process: int) -> float:
    """Milliseconds that a process has had of the processor, in all its threads."""
    nanoseconds = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        nanoseconds += int((task / "schedstat").read_text(encoding="ascii").split()[0])
    return nanoseconds / 1e6


def until(term: Terminal, words: str, since: float, patience: float = 600) -> Spent:
    """What was spent from a moment, and from the start of the process, until words come."""
    while words.encode() not in term.output:
        if time.perf_counter() - since > patience:
            raise SystemExit(f"{words!r} did not come; last: {term.output[-300:]!r}")
        if select.select([term.master], [], [], 0.5)[0]:
            term.output += os.read(term.master, 65536)
    return Spent((time.perf_counter() - since) * 1000, on_processor(term.process.pid))


def press(term: Terminal, key: str) -> Spent:
    """What was spent from a key to the last byte of what it draws."""
    before = on_processor(term.process.pid)
    start = last = time.perf_counter()
    os.write(term.master, key.encode())
    while select.select([term.master], [], [], QUIET if last > start else 2.0)[0]:
        os.read(term.master, 65536)
        last = time.perf_counter()
    return Spent((last - start) * 1000, on_processor(term.process.pid) - before)


def starts() -> None:
    """Time to the first frame and to the finished comparison of the bundled pair, beside a bare app."""
    bare: list[Spent] = []
    first: list[Spent] = []
    done: list[Spent] = []
    for _ in range(STARTS):
        start = time.perf_counter()
        with terminal(*SEEDS) as term:
            first.append(until(term, "quit", start))
            done.append(until(term, "checked 0 of", start))
        start = time.perf_counter()
        with terminal(program=("-c", BARE)) as term:
            bare.append(until(term, "bare right", start))
    print(f"a bare Textual app: {told(bare)}")
    print(f"first painted frame: {told(first)}; {ratios(first, bare)} (aim: at most 1.25)")
    print(f"finished comparison on screen: {told(done)}; {ratios(done, bare)}")


def told(times: Sequence[Spent]) -> str:
    """The medians in words."""
    passed = statistics.median(spent.passed for spent in times)
    processor = statistics.median(spent.processor for spent in times)
    return f"{passed:.0f} ms, {processor:.0f} ms on the processor"


def most(times: Sequence[Spent]) -> str:
    """What 95 of 100 stay within, in words."""
    passed = statistics.quantiles((spent.passed for spent in times), n=20)[-1]
    processor = statistics.quantiles((spent.processor for spent in times), n=20)[-1]
    return f"{passed:.0f} ms, {processor:.0f} ms on the processor"


def ratios(times: Sequence[Spent], of: Sequence[Spent]) -> str:
    """The medians of the ratios of each time to its neighbour."""
    couples = list(zip(times, of, strict=True))
    passed = statistics.median(one.passed / two.passed for one, two in couples)
    processor = statistics.median(one.processor / two.processor for one, two in couples)
    return f"{passed:.2f} times, {processor:.2f} on the processor"


def keys(*articles: str) -> Pressed:
    """Open a pair, wait for the comparison, press keys."""
    start = time.perf_counter()
    with terminal(*articles, "--split", "line") as term:
        until(term, "checked 0 of", start)
        compared = time.perf_counter() - start
        time.sleep(0.5)
        until_quiet(term)
        times = [press(term, PRESSED[k % len(PRESSED)]) for k in range(PRESSES)]
        typed = {name: letters(term, *words) for name, words in TYPED.items()}
        status = Path(f"/proc/{term.process.pid}/status").read_text(encoding="ascii")
        memory = next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmRSS"))
    return Pressed(times, typed, compared, memory / 1024)


def letters(term: Terminal, opens: str, words: str) -> list[Spent]:
    """What each letter typed in a prompt costs; the prompt and the ledger are left again."""
    for key in opens:
        press(term, key)
    times = [press(term, letter) for letter in words]
    for _ in range(2):
        press(term, "\x1b")
    return times


def until_quiet(term: Terminal) -> None:
    """Take what is still being drawn."""
    while select.select([term.master], [], [], 0.3)[0]:
        os.read(term.master, 65536)


def large_pair(folder: Path, passages: int) -> tuple[str, str]:
    """Two articles of many lines, most of which tell the same in other words."""
    files = []
    for name, article in zip("ab", news_pair(passages, SEED), strict=True):
        files.append(folder / f"{name}.txt")
        lines = (article.passage_text(k) for k in range(passages))
        files[-1].write_text("\n".join(lines), encoding="utf-8")
    return str(files[0]), str(files[1])


def report_keys(small: Pressed, large: Pressed, passages: int) -> None:
    """Print what keys and memory cost in both pairs."""
    print(f"key to settled frame, bundled pair: {told(small.keys)}")
    print(f"key to settled frame, {passages} passages: {told(large.keys)}")
    passed, processor = (
        statistics.median(getattr(s, name) for s in large.keys)
        / statistics.median(getattr(s, name) for s in small.keys)
        for name in ("passed", "processor")
    )
    print(f"  {passed:.2f} times, {processor:.2f} on the processor (aim: at most 1.5)")
    print(f"  95 of 100 within {most(large.keys)} (aim: at most 33 ms); bundled pair: {most(small.keys)}")
    for name in TYPED:
        print(f"letter typed in a {name}: {told(small.typed[name])}; {passages} passages: ", end="")
        print(f"{told(large.typed[name])}, the worst {max(s.processor for s in large.typed[name]):.0f} ms")
    print(f"memory: bundled pair {small.memory:.0f} MB, {passages} passages {large.memory:.0f} MB", end="")
    print(f", {large.memory / small.memory:.1f} times; compared after {large.compared:.0f} s")


def main() -> None:
    """Measure and print; marks and settings of the person who runs it are left alone."""
    # The programs are ended also when this one is told to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    passages = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        starts()
        small = keys(*SEEDS)
        large = keys(*large_pair(Path(folder), passages))
    report_keys(small, large, passages)


if __name__ == "__main__":
    main()
