"""How many of the conflicts that readers found are found, and how many are shown that they did not find.

    .venv/bin/python scripts/score_conflicts.py ../shared/gold            news.jsonl of a folder of pairs
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --show     and what was missed or is false
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --of events   all conflicts of pairs that
                                              nobody annotated for them, to be read and judged by hand

A conflict counts as found when it is of the same two passages as the readers'.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from tui.articles.model import Article
from tui.comparison.compare import compare
from tui.comparison.model import Comparison


def main() -> None:
    """Compare every pair and print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder of annotated pairs")
    parser.add_argument("--of", default="news", help="name of the set (news)")
    parser.add_argument("--show", action="store_true", help="print what was missed and what is false")
    options = parser.parse_args()
    right = false = missed = shown = 0
    for line in (options.gold / f"{options.of}.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        compared = compare(Article.from_passages(pair["a"]), Article.from_passages(pair["b"]))
        found = {(c.a.passage, c.b.passage) for c in compared.conflicts}
        shown += len(found)
        if "conflicts" not in pair:
            show(pair, compared, found, "shown")
            continue
        gold = {(c["a"], c["b"]) for c in pair["conflicts"]}
        right, false, missed = (
            right + len(found & gold),
            false + len(found - gold),
            missed + len(gold - found),
        )
        if options.show:
            show(pair, compared, gold - found, "missed")
            show(pair, compared, found - gold, "false")
    if right + missed:
        f1 = 2 * right / max(1, 2 * right + false + missed)
        precision = right / max(1, right + false)
        print(f"conflicts: {right} right, {false} false, {missed} missed")
        print(f"F1 {f1:.3f}, precision {precision:.2f}")
    else:
        print(f"conflicts: {shown} shown")


def show(pair: dict[str, Any], compared: Comparison, passages: set[tuple[int, int]], label: str) -> None:
    """Print pairs of passages with what is said of them."""
    for i, j in sorted(passages):
        told = [c.explanation for c in compared.conflicts if (c.a.passage, c.b.passage) == (i, j)]
        told += [c["why"] for c in pair.get("conflicts", ()) if (c["a"], c["b"]) == (i, j)]
        print(f"{label} in {pair['id']}: {' / '.join(told)}\n  A{i} {pair['a'][i]}\n  B{j} {pair['b'][j]}")


if __name__ == "__main__":
    main()
