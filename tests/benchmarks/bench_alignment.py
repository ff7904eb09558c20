"""How well and how fast a book is aligned, and what its facts cost: a table of figures and aims.

    python tests/benchmarks/bench_alignment.py     (run by `make bench`; pytest does not collect it)

The book is the pair of translations in ../shared/scale when that is there, otherwise a text made
on the spot and another wording of it. Verses hold few names and figures, so two articles of 50
sentences are also joined from the reports in scripts/annotations.
"""

from __future__ import annotations

import json
import math
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command has it

from rapidfuzz import fuzz, process  # noqa: E402
from support.stories import long_text, reworded  # noqa: E402

from tui.alignment.align import DEFAULT_THRESHOLD, align  # noqa: E402
from tui.alignment.evidence import explained  # noqa: E402
from tui.alignment.model import Alignment  # noqa: E402
from tui.articles.model import Article  # noqa: E402
from tui.comparison.compare import told  # noqa: E402
from tui.facts.find import find_facts  # noqa: E402
from tui.facts.values import kept_values  # noqa: E402

BOOK = ROOT.parent / "shared" / "scale"
REPORTS = ROOT / "scripts" / "annotations" / "made.jsonl"
SENTENCES = 50
T = TypeVar("T")
MADE_LINES = 10_000
CORNER = 1_000
"""Lines of the corner over which the time of token_set_ratio is taken and then scaled up."""
RUNS = 9
AIMS = {
    "own line, share of lines": (0.95, "at least"),
    "F1": (0.95, "at least"),
    "times faster than token_set_ratio": (50.0, "at least"),
    "peak memory, MB": (600.0, "at most"),
    "growth exponent, 2,500 to 10,000 lines": (2.0, "below"),
    "50 verses: alignment, ms": (40.0, "at most"),
    "50 verses: facts / alignment": (1.0, "below"),
    "50 sentences of reports: alignment, ms": (40.0, "at most"),
    "50 sentences of reports: facts / alignment": (1.0, "below"),
    "book: whole comparison / alignment": (2.0, "at most"),
}


def main() -> None:
    """Measure everything and print one table."""
    name, a, b = book()
    print(f"{name}: {len(a)} x {len(b)} lines", flush=True)
    left, right = Article.from_passages(a), Article.from_passages(b)
    figures = alone("50 verses") | alone("50 sentences of reports")
    spent, alignment = timed(lambda: align(left, right))
    facts, explaining = facts_time(left, right, alignment), explaining_time(left, right, alignment)
    figures |= quality(alignment, len(a))
    corner, _ = timed(lambda: process.cdist(a[:CORNER], b[:CORNER], scorer=fuzz.token_set_ratio, workers=1))
    figures["alignment of the book, s"] = spent
    figures["times faster than token_set_ratio"] = corner * (len(a) / CORNER) * (len(b) / CORNER) / spent
    figures["peak memory, MB"] = peak_memory()
    figures["growth exponent, 2,500 to 10,000 lines"] = exponent(a, b)
    figures["book: facts, s"] = facts
    figures["book: explaining matches, s"] = explaining
    figures["book: whole comparison / alignment"] = (spent + facts + explaining) / spent
    table(figures)


def book() -> tuple[str, list[str], list[str]]:
    """The name of the long text, and its lines in two wordings."""
    files = sorted(BOOK.glob("*.[ab].txt"))
    if len(files) == 2:
        a, b = (file.read_text(encoding="utf-8").splitlines() for file in files)
        return "two translations of one book", a, b
    made = long_text(MADE_LINES)
    return "a made text and another wording of it", made, reworded(made)


def quality(alignment: Alignment, lines: int) -> dict[str, float]:
    """How many lines are linked to their own line, and the F1 of all links."""
    links = alignment.links(DEFAULT_THRESHOLD)
    own = sum(link.a == link.b for link in links)
    return {"own line, share of lines": own / lines, "F1": 2 * own / (len(links) + lines)}


def exponent(a: list[str], b: list[str]) -> float:
    """By which power of its length the time grows: 1 is linear, 2 quadratic."""
    few, many = 2_500, min(10_000, len(a), len(b))
    took = []
    for lines in (few, many):
        left, right = Article.from_passages(a[:lines]), Article.from_passages(b[:lines])
        took.append(min(timed(lambda left=left, right=right: align(left, right))[0] for _ in range(2)))
    return math.log(took[1] / took[0]) / math.log(many / few)


def reports() -> tuple[list[str], list[str]]:
    """Two articles that each tell of several events, from pairs of reports."""
    pairs = [json.loads(line) for line in REPORTS.read_text(encoding="utf-8").splitlines()]
    a, b = ([passage for pair in pairs for passage in pair[side]] for side in "ab")
    return a, b


def alone(name: str) -> dict[str, float]:
    """What `short` tells in a process of its own, as the command has one.

    After a book memory is handed out sooner, and alignment takes a fifth less.
    """
    ran = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(ran.stdout)
    return figures


def short(name: str) -> dict[str, float]:
    """Two articles of 50 sentences: the median of several runs."""
    a, b = reports() if "reports" in name else book()[1:]
    left, right = Article.from_passages(a[:SENTENCES]), Article.from_passages(b[:SENTENCES])
    alignment = align(left, right)
    aligning = statistics.median(timed(lambda: align(left, right))[0] for _ in range(RUNS))
    facts = statistics.median(facts_time(left, right, alignment) for _ in range(RUNS))
    return {
        f"{name}: alignment, ms": 1000 * aligning,
        f"{name}: facts, ms": 1000 * facts,
        f"{name}: facts / alignment": facts / aligning,
    }


def facts_time(left: Article, right: Article, alignment: Alignment) -> float:
    """Seconds that finding facts takes after alignment, nothing known of the articles' values."""
    lexicon = alignment.lexicon
    assert lexicon is not None
    kept_values.cache_clear()
    return timed(lambda: find_facts(left, right, lexicon, alignment.candidates, DEFAULT_THRESHOLD))[0]


def explaining_time(left: Article, right: Article, alignment: Alignment) -> float:
    """Seconds that finding the evidence of the links takes after that."""
    lexicon = alignment.lexicon
    assert lexicon is not None
    return timed(lambda: explained(alignment.links(DEFAULT_THRESHOLD), lexicon, told(left), told(right)))[0]


def peak_memory() -> float:
    """Megabytes that a process of its own takes at most to align the book."""
    ran = subprocess.run([sys.executable, __file__, "--peak"], capture_output=True, text=True, check=True)
    return float(ran.stdout)


def print_peak() -> None:
    """Align the book and print this process's peak memory."""
    _, a, b = book()
    align(Article.from_passages(a), Article.from_passages(b))
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage tells is at least what the parent process had
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        print(int(line.split()[1]) / 1024)
    else:
        print(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
        )


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds on the processor that some work takes (a busy machine does not matter), and what it gives."""
    begin = time.process_time()
    found = work()
    return time.process_time() - begin, found


def table(figures: dict[str, float]) -> None:
    """One line for each figure, with its aim and whether it is met."""
    print(f"\n{'figure':42}{'measured':>12}  aim")
    for name, value in figures.items():
        aim, verdict = "", ""
        if name in AIMS:
            bound, sense = AIMS[name]
            met = {"at least": value >= bound, "at most": value <= bound, "below": value < bound}[sense]
            aim, verdict = f"{sense} {bound:g}", "met" if met else "missed"
        print(f"{name:42}{value:12.3f}  {aim:16}{verdict}")


if __name__ == "__main__":
    if "--peak" in sys.argv:
        print_peak()
    elif len(sys.argv) > 1:
        print(json.dumps(short(sys.argv[1])))
    else:
        main()
