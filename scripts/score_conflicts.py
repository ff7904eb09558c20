"""How many of the conflicts that readers found are found, and how many are shown that they did not find.

    .venv/bin/python scripts/score_conflicts.py ../shared/gold              news.jsonl of a folder of pairs
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --show       and what was missed or is false
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --of reports   the pairs annotated for Diptych:
                                                topics with an odd number, by which rules were written, and
                                                with an even one, apart; --show shows the odd ones alone
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --of made    the same of the pairs written for
                                                Diptych, by the number of the story
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --of events  all conflicts of pairs that
                                                nobody annotated for them, to be read and judged by hand
    .venv/bin/python scripts/score_conflicts.py ../shared/gold --of unlike  how many are shown on pairs of
                                                reports of two events of one topic, where all are false

A conflict counts as found when it is of the same two passages as the readers'.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from annotated import Pair, conflicting, lines, made, news, reports, texts

from tui.articles.model import Article
from tui.comparison.compare import compare
from tui.comparison.model import Comparison

Passages = set[tuple[int, int]]


@dataclass
class Count:
    """How many conflicts of some pairs are right, false and missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __str__(self) -> str:
        """The counts, F1 and precision."""
        f1 = 2 * self.right / max(1, 2 * self.right + self.false + self.missed)
        precision = self.right / max(1, self.right + self.false)
        counts = f"{self.right} right, {self.false} false, {self.missed} missed"
        return f"{counts}: F1 {f1:.3f}, precision {precision:.2f}"


def main() -> None:
    """Compare every pair and print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, help="folder of annotated pairs")
    parser.add_argument("--of", default="news", choices=["news", "reports", "made", "events", "unlike"])
    parser.add_argument("--show", action="store_true", help="print what was missed and what is false")
    options = parser.parse_args()
    match options.of:
        case "news":
            print("conflicts:", count(news(options.gold), show=options.show))
        case "reports":
            # Those of two events share no fact; `unlike` has them, and more of the kind.
            pairs = [pair for pair in reports(options.gold) if pair["links"]]
            count_halves(pairs, topic, show=options.show)
        case "made":
            count_halves(made(), story, show=options.show)
        case "events":
            show_all(pair for pair in lines(options.gold / "events.jsonl"))
        case "unlike":
            pairs = unlike(options.gold)
            shown = sum(len(compared(pair).conflicts) for pair in pairs)
            print(f"{len(pairs)} pairs of reports of two events, {shown} conflicts shown")


def topic(pair: Pair) -> int:
    """The number of the topic of a pair of reports."""
    return int(pair["id"].split("/")[-1].split("_")[0])


def story(pair: Pair) -> int:
    """The number, in its group, of the story that the first report of a pair tells."""
    return int(pair["id"].split("--")[0].split("_")[-1])


def count_halves(pairs: Sequence[Pair], number: Callable[[Pair], int], *, show: bool) -> None:
    """Print the counts of pairs with an odd number, by which rules are written, and of the others."""
    for name, rest in (("odd", 1), ("even", 0)):
        half = [pair for pair in pairs if number(pair) % 2 == rest]
        print(f"{name} topics, {len(half)} pairs:", count(half, show=show and name == "odd"))


def unlike(gold: Path) -> list[Pair]:
    """All pairs of reports of one topic and its two events: those of ECB and those of ECB+."""
    named = [(name, *name.split("_"), text) for name, text in sorted(texts(gold).items())]
    return [
        {"id": f"{one}--{other}", "a": text, "b": other_text}
        for (one, number, report, text), (other, other_number, other_report, other_text) in combinations(
            named, 2
        )
        if number == other_number and report.endswith("plus") != other_report.endswith("plus")
    ]


def compared(pair: Pair) -> Comparison:
    """The comparison of a pair."""
    return compare(Article.from_passages(pair["a"]), Article.from_passages(pair["b"]))


def found_in(comparison: Comparison) -> Passages:
    """The pairs of passages in which conflicts are found."""
    return {(c.a.passage, c.b.passage) for c in comparison.conflicts}


def count(pairs: Iterable[Pair], *, show: bool) -> Count:
    """Compare pairs whose conflicts readers told."""
    total = Count()
    for pair in pairs:
        comparison, gold = compared(pair), conflicting(pair)
        found = found_in(comparison)
        total.right += len(found & gold)
        total.false += len(found - gold)
        total.missed += len(gold - found)
        if show:
            tell(pair, comparison, gold - found, "missed")
            tell(pair, comparison, found - gold, "false")
    return total


def show_all(pairs: Iterable[Pair]) -> None:
    """Print all conflicts of pairs whose conflicts nobody told."""
    shown = 0
    for pair in pairs:
        comparison = compared(pair)
        tell(pair, comparison, found_in(comparison), "shown")
        shown += len(found_in(comparison))
    print(f"conflicts: {shown} shown")


def tell(pair: Pair, comparison: Comparison, passages: Passages, label: str) -> None:
    """Print pairs of passages with what is said of them."""
    for i, j in sorted(passages):
        told = [c.explanation for c in comparison.conflicts if (c.a.passage, c.b.passage) == (i, j)]
        told += [
            c.get("why", c["kind"]) for c in pair.get("conflicts", ()) if (c["a"][0], c["b"][0]) == (i, j)
        ]
        print(f"{label} in {pair['id']}: {' / '.join(told)}\n  A{i} {pair['a'][i]}\n  B{j} {pair['b'][j]}")


if __name__ == "__main__":
    main()
