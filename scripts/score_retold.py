"""Of one figure or date changed in one of two reports that told the same, how often that is shown.

    .venv/bin/python scripts/score_retold.py            the counts, by kind of value
    .venv/bin/python scripts/score_retold.py --show     and the changes that were not shown

The reports are the pairs written for Diptych, which tell of one event in other words. Where readers linked
two passages that tell one value, it is changed wherever the second report tells it in those words; that
should be a conflict. scripts/score_changes.py asks the same of two versions of one text.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from annotated import Pair, made
from score_changes import MONTHS, NUMBERS, WEEKDAYS

from tui.articles.model import Article
from tui.comparison.compare import compare
from tui.facts.values import values_of
from tui.language.values import Agreement, DateValue, Quantity, compare_dates, compare_quantities

MOST = 6
"""Changes of a pair of reports, chosen at random, the same in every run."""
SURE = 0.8
"""Least strength of an agreement of two values that are changed."""
Value = Quantity | DateValue


@dataclass(frozen=True)
class Shared:
    """A value that a passage of B tells as one of A does."""

    passage: int
    value: Value
    told_by: frozenset[int]
    """The passages of A that tell it."""
    kind: str


def shared(pair: Pair, a: Article, b: Article) -> Iterator[Shared]:
    """The values that linked passages share."""
    of_a, of_b = values_of(a), values_of(b)
    for told_a, told_b in ((of_a.quantities, of_b.quantities), (of_a.dates, of_b.dates)):
        for j in sorted({j for _, j, _ in pair["links"]}):
            beside = [i for i, other, _ in pair["links"] if other == j]
            for value in told_b[j]:
                tell = {i for i, told in enumerate(told_a) if any(agree(p, value) for p in told)}
                if tell & set(beside):
                    kind = value.kind if isinstance(value, Quantity) else f"date: {value.precision}"
                    yield Shared(j, value, frozenset(tell), kind)


def agree(p: Value, q: Value) -> bool:
    """Whether two values surely agree."""
    found = Agreement("not comparable")
    if isinstance(p, Quantity) and isinstance(q, Quantity) and p.kind != "ordinal":
        found = compare_quantities(p, q)
    elif isinstance(p, DateValue) and isinstance(q, DateValue):
        found = compare_dates(p, q)
    return found.verdict == "agree" and found.strength >= SURE


def other(said: str) -> str | None:
    """Another value in place of one, in the same words."""
    for words, by in ((WEEKDAYS, 3), (MONTHS, 3), (NUMBERS, 4)):
        if found := re.search(rf"\b(?:{'|'.join(words)})\b", said):
            told = words[(words.index(found[0]) + by) % len(words)]
            return said[: found.start()] + told + said[found.end() :]
    if found := re.search(r"\b(?:19|20)\d\d\b", said):
        return said.replace(found[0], str(int(found[0]) - 3))
    if found := re.search(r"\d[\d,]*", said):
        number = int(found[0].replace(",", ""))
        changed = number + (2 if re.search(r"\d[.:]\d", said) else 7 if number < 100 else number)
        return (
            said[: found.start()]
            + (f"{changed:,}" if "," in found[0] else str(changed))
            + said[found.end() :]
        )
    return None


def main() -> None:
    """Change every shared value, compare, and print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print the changes that were not shown")
    options = parser.parse_args()
    changes, shown = Counter[str](), Counter[str]()
    for pair in made():
        a, b = (Article.from_passages(pair[side]) for side in "ab")
        values = list(shared(pair, a, b))
        for told in random.Random(pair["id"]).sample(values, min(MOST, len(values))):
            said = b.text[told.value.start : told.value.end]
            changed = other(said)
            if changed is None:
                continue
            passages = [text.replace(said, changed) for text in pair["b"]]
            conflicts = compare(a, Article.from_passages(passages)).conflicts
            found = any(c.b.passage == told.passage and c.a.passage in told.told_by for c in conflicts)
            changes[told.kind] += 1
            shown[told.kind] += found
            if options.show and not found:
                print(f"{told.kind}: {said} -> {changed}: {passages[told.passage]}")
    print(f"{'changed':20}{'reports':>9}{'shown':>7}")
    for kind in sorted(changes):
        print(f"{kind:20}{changes[kind]:9}{shown[kind]:7}")
    for name, dates in (("all figures", False), ("all dates", True)):
        kinds = [kind for kind in changes if kind.startswith("date") == dates]
        print(f"{name:20}{sum(changes[k] for k in kinds):9}{sum(shown[k] for k in kinds):7}")


if __name__ == "__main__":
    main()
