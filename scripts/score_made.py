"""How well the product agrees with readers on the pairs written for Diptych, which no weight was fitted on.

.venv/bin/python scripts/score_made.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from annotated import WORD, Pair, conflicting, kappa, made, unique_words

from tui.articles.model import Article
from tui.comparison.compare import compare
from tui.comparison.model import Comparison

SIDES: tuple[Literal["a"], Literal["b"]] = ("a", "b")
STATUSES = ("shared", "mixed", "unique")
Words = set[tuple[str, int, int]]


def said_unique(pair: Pair, comparison: Comparison) -> Words:
    """The words of unique claims, by article, passage and number."""
    found: Words = set()
    for claim in comparison.claims:
        if claim.status == "unique":
            offset = comparison.article(claim.side).passages[claim.passage].start
            start, end = claim.start - offset, claim.end - offset
            words = enumerate(WORD.finditer(pair[claim.side][claim.passage]))
            found |= {
                (claim.side, claim.passage, n) for n, w in words if w.start() >= start and w.end() <= end
            }
    return found


def f1(right: int, said: int, meant: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / max(1, said + meant)


def status_f1(told: Iterable[tuple[str, str]]) -> float:
    """Macro F1 of (the product's, the readers') statuses, those that state no fact left out."""
    judged = [(said, meant) for said, meant in told if meant != "none"]
    right = Counter(said for said, meant in judged if said == meant)
    said, meant = (Counter(labels) for labels in zip(*judged, strict=True))
    return sum(f1(right[label], said[label], meant[label]) for label in STATUSES) / len(STATUSES)


def main() -> None:
    """Compare every pair and print the figures."""
    links, words, conflicts = Counter[str](), Counter[str](), Counter[str]()
    statuses: list[tuple[str, str]] = []
    pairs = made()
    for pair in pairs:
        comparison = compare(*(Article.from_passages(pair[side]) for side in SIDES))
        linked = {(link.a, link.b) for link in comparison.links}
        found = {(c.a.passage, c.b.passage) for c in comparison.conflicts}
        for count, said, meant in (
            (links, linked, {(i, j) for i, j, _ in pair["links"]}),
            (words, said_unique(pair, comparison), unique_words(pair)),
            (conflicts, found, conflicting(pair)),
        ):
            count.update(right=len(said & meant), said=len(said), meant=len(meant))
        words["all"] += sum(len(WORD.findall(text)) for side in SIDES for text in pair[side])
        for side in SIDES:
            # The readers' statuses know no conflicts: those are told apart.
            shown = ("mixed" if told == "conflicting" else told for told in comparison.statuses(side))
            statuses += zip(shown, pair[f"status_{side}"], strict=True)
    print(f"{len(pairs)} pairs written for Diptych")
    print(f"links: F1 {f1(links['right'], links['said'], links['meant']):.3f}")
    agreement = kappa(*(float(words[name]) for name in ("right", "said", "meant", "all")))
    print(f"words of facts that only one article has: kappa {agreement:.3f}")
    print(f"status of passages: F1 {status_f1(statuses):.3f}")
    right, said, meant = (conflicts[name] for name in ("right", "said", "meant"))
    precision = right / max(1, said)
    print(f"conflicts: F1 {f1(right, said, meant):.3f}, precision {precision:.2f}, {right} of {meant}")


if __name__ == "__main__":
    main()
