"""Fit the weights that tell which clauses only one article has, and say how well they do.

    python scripts/fit_facts.py GOLD [--book BOOK]            cross-validate, print the tables
    python scripts/fit_facts.py GOLD [--book BOOK] --write    the same, and write tui/facts/weights.json

GOLD/news.jsonl holds pairs of texts with the words that carry a fact the other text lacks
(`unique_spans_a`, `unique_spans_b`: [passage, words]) and each passage's status. Links are scored by
weights that were fitted without the story (scripts/fit_alignment.py), then clauses by two logistic
regressions, the second on the first one's scores of all the clauses. Cross-validated by story.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import fit_alignment as links
import numpy as np
from regression import logistic_regression

from tui.alignment.align import LEAST_SCORE
from tui.alignment.weights import Logistic
from tui.facts.novelty import Clauses, around, clause_features, clauses_of

FOLDS = links.FOLDS
THRESHOLDS = np.arange(0.3, 0.65, 0.05)
TARGET = Path(__file__).resolve().parent.parent / "tui/facts/weights.json"
WORD = re.compile(r"\w+")


@dataclass
class Half:
    """One article of a pair, with what readers said of it."""

    story: str
    clauses: Clauses
    features: dict[str, np.ndarray]
    words: np.ndarray
    unique: np.ndarray
    status: list[str]
    first: np.ndarray = field(default_factory=lambda: np.zeros(0))
    second: np.ndarray = field(default_factory=lambda: np.zeros(0))


def read(gold: Path, examples: list[links.Example]) -> list[Half]:
    """Both articles of every pair of news, their links already scored."""
    halves = []
    lines = (gold / "news.jsonl").read_text(encoding="utf-8").splitlines()
    for line, example in zip(lines, (e for e in examples if e.group == "news"), strict=True):
        pair = json.loads(line)
        sides: tuple[Literal["a"], Literal["b"]] = ("a", "b")
        for side in sides:
            clauses = clauses_of(side, example.pairs.lexicon)
            own, other = example.pairs.a, example.pairs.b
            if side == "b":
                own, other = other, own
            kept = example.second >= LEAST_SCORE
            order = np.lexsort((other[kept], own[kept]))
            scored = own[kept][order], other[kept][order], example.second[kept][order]
            features = clause_features(clauses, pair[side], scored, example.pairs.lexicon.terms)
            words, unique = count_words(pair, side, clauses)
            halves.append(Half(example.story, clauses, features, words, unique, pair["status_" + side]))
    return halves


def count_words(pair: dict, side: str, clauses: Clauses) -> tuple[np.ndarray, np.ndarray]:
    """Words of each clause, and how many of them carry a fact the other text lacks."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for passage, words in pair["unique_spans_" + side]:
        start = pair[side][passage].find(words)
        spans.setdefault(passage, []).append((start, start + len(words)))
    total, unique = [], []
    for passage, (start, end) in zip(clauses.passage, clauses.spans, strict=True):
        found = [m for m in WORD.finditer(pair[side][passage]) if m.start() >= start and m.end() <= end]
        total.append(len(found))
        unique.append(
            sum(any(m.start() >= s and m.end() <= e for s, e in spans.get(passage, [])) for m in found)
        )
    return np.array(total, float), np.array(unique, float)


def fit(rows: list[dict[str, np.ndarray]], halves: list[Half]) -> Logistic:
    """A clause counts by its words, as unique by those of them that are."""
    names = list(rows[0])
    x = np.concatenate([np.stack([r[n] for n in names], 1) for r in rows])
    words = np.concatenate([h.words for h in halves])
    unique = np.concatenate([h.unique for h in halves])
    return logistic_regression(names, x, unique / np.maximum(1, words), words / words.mean())


def two_looks(train: list[Half], test: list[Half]) -> tuple[Logistic, Logistic]:
    """Fit both looks on `train` (the first one's scores by cross-validation) and score `test`."""
    folds = links.fold_of(train)
    for k in range(FOLDS):
        inside = [h for h in train if folds[h.story] != k]
        look = fit([h.features for h in inside], inside)
        for h in train:
            if folds[h.story] == k:
                h.first = look.probability(h.features)
    second = fit([h.features | around(h.clauses, h.first) for h in train], train)
    first = fit([h.features for h in train], train)
    for h in test:
        h.first = first.probability(h.features)
        h.second = second.probability(h.features | around(h.clauses, h.first))
    return first, second


def kappa(halves: list[Half], threshold: float) -> float:
    """Cohen's kappa, word by word."""
    both = said = meant = total = 0.0
    for h in halves:
        hit = h.second >= threshold
        both, said = both + h.unique[hit].sum(), said + h.words[hit].sum()
        meant, total = meant + h.unique.sum(), total + h.words.sum()
    agree = (both + total - said - meant + both) / total
    chance = (said * meant + (total - said) * (total - meant)) / total**2
    return (agree - chance) / (1 - chance)


def status_f1(halves: list[Half], threshold: float) -> float:
    """Macro F1 of a passage's status: shared, mixed, unique."""
    counts = {s: [0, 0, 0] for s in ("shared", "mixed", "unique")}
    for h in halves:
        for passage, gold in enumerate(h.status):
            if gold == "none":
                continue
            hit = (h.second >= threshold)[h.clauses.first[passage] : h.clauses.first[passage + 1]]
            said = "unique" if hit.all() else "mixed" if hit.any() else "shared"
            for label, c in counts.items():
                c[0] += gold == said == label
                c[1] += (said == label) + (gold == label)
    return float(np.mean([2 * c[0] / max(1, c[1]) for c in counts.values()]))


def report(halves: list[Half], title: str) -> None:
    """Print kappa and status F1 by threshold."""
    print(f"\n{title}\nthreshold  words kappa  status F1")
    for t in THRESHOLDS:
        print(f"{t:9.2f}  {kappa(halves, t):11.3f}  {status_f1(halves, t):9.3f}")


def main() -> None:
    """Cross-validate, fit on everything, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--book", type=Path, help="as for fit_alignment.py")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = links.read(options.gold) + (
        links.read_long(options.gold, options.book) if options.book else []
    )
    links.cross_validate(examples)
    halves = read(options.gold, examples)
    links.cross_validate(halves, two_looks)
    report(halves, "cross-validated by story")
    first, second = two_looks(halves, halves)
    report(halves, "fitted on all the news (links cross-validated)")
    if options.write:
        links.write(TARGET, first, second)


if __name__ == "__main__":
    main()
