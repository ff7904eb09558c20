"""Fit the weights that tell which words only one article has, and say how well they do.

    python scripts/fit_facts.py GOLD [--book BOOK]            cross-validate, print the tables
    python scripts/fit_facts.py GOLD [--book BOOK] --write    the same, and write tui/facts/weights.json

GOLD/news.jsonl and scripts/annotations hold pairs of texts with the words that carry a fact the other text
lacks and each passage's status. Links are scored by weights that were fitted without the story
(scripts/fit_alignment.py), then the words of each passage by a chain, and its status by two logistic
regressions. Cross-validated by story. Needs scipy (`pip install -e '.[fit]'`).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import annotated
import fit_alignment as links
import numpy as np
import weights_file
from chain_fit import fit_chain
from regression import logistic_regression

from tui.alignment.align import LEAST_SCORE
from tui.alignment.weights import Logistic, Look
from tui.facts.chain import Chain, Weights
from tui.facts.claims import Judged
from tui.facts.novelty import Words, gap_features, passage_features, word_features, words_of

FOLDS = links.FOLDS
GROUPS = ("news", "reports")
THRESHOLDS = np.arange(0.3, 0.65, 0.05)
TARGET = Path(__file__).resolve().parent.parent / "tui/facts/weights.json"
Pairs = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass
class Half:
    """One article of a pair, with what readers said of it."""

    group: str
    story: str
    words: Words
    pairs: Pairs
    found: dict[str, np.ndarray]
    gaps: dict[str, np.ndarray]
    count: np.ndarray
    unique: np.ndarray
    status: np.ndarray
    second: tuple[np.ndarray, ...] = ()
    """Of each word, how likely it is unique; of each passage, whether some or every fact in it is."""


def read(gold: Path, examples: list[links.Example]) -> list[Half]:
    """Both articles of every pair whose words were annotated, their links already scored."""
    halves = []
    pairs = [*annotated.news(gold), *annotated.reports(gold)]
    for pair, example in zip(pairs, (e for e in examples if e.group in GROUPS), strict=True):
        sides: tuple[Literal["a"], Literal["b"]] = ("a", "b")
        for side in sides:
            words = words_of(side, example.pairs.lexicon, pair[side])
            own, other = example.pairs.a, example.pairs.b
            if side == "b":
                own, other = other, own
            kept = example.second >= LEAST_SCORE
            order = np.lexsort((other[kept], own[kept]))
            scored = own[kept][order], other[kept][order], example.second[kept][order]
            found = word_features(words, scored)
            gaps = gap_features(words)
            count, unique = count_words(pair, side, words)
            status = np.array(pair["status_" + side])
            halves.append(
                Half(example.group, example.story, words, scored, found, gaps, count, unique, status)
            )
    return halves


def count_words(pair: dict, side: str, words: Words) -> tuple[np.ndarray, np.ndarray]:
    """Words, as readers' are counted, of each word, and how many of them the other text's facts lack."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for passage, start, end in pair["unique_spans_" + side]:
        spans.setdefault(passage, []).append((start, end))
    count, unique = np.zeros(len(words.start)), np.zeros(len(words.start))
    for passage, text in enumerate(pair[side]):
        low, high = words.own.starts[passage : passage + 2]
        for m in annotated.WORD.finditer(text):
            at = low + int(np.searchsorted(words.start[low:high], m.start(), "right")) - 1
            if low <= at < high:
                count[at] += 1
                unique[at] += any(m.start() >= s and m.end() <= e for s, e in spans.get(passage, []))
    return count, unique


def chain_of(halves: list[Half]) -> Chain:
    """The chain of the words of some articles."""
    names = list(halves[0].found), list(halves[0].gaps)
    x = np.concatenate([np.stack([h.found[n] for n in names[0]], 1) for h in halves])
    z = np.concatenate([np.stack([h.gaps[n] for n in names[1]], 1) for h in halves])
    y = np.concatenate([h.unique > h.count / 2 for h in halves]).astype(float)
    sizes = np.concatenate([np.diff(h.words.own.starts) for h in halves])
    return fit_chain(names, x, z, y, np.concatenate([[0], np.cumsum(sizes)]))


def statuses_of(halves: list[Half], probabilities: list[np.ndarray]) -> tuple[Logistic, Logistic]:
    """The regressions that tell whether some, or every, fact of a passage is unique."""
    rows = [
        passage_features(h.words, h.found, p, h.pairs) for h, p in zip(halves, probabilities, strict=True)
    ]
    names = list(rows[0])
    status = np.concatenate([h.status for h in halves])
    x = np.concatenate([np.stack([r[n] for n in names], 1) for r in rows])[status != "none"]
    told = status[status != "none"]
    some, every = (
        logistic_regression(names, x, np.isin(told, list(kinds)).astype(float), np.ones(len(x)))
        for kinds in (("mixed", "unique"), ("unique",))
    )
    return some, every


def looks(train: list[Half], test: list[Half]) -> Weights:
    """Fit on `train` (the statuses on the chain's probabilities by cross-validation) and score `test`."""
    folds = links.fold_of(train)
    inner: dict[int, np.ndarray] = {}
    for k in range(FOLDS):
        chain = chain_of([h for h in train if folds[h.story] != k])
        for h in train:
            if folds[h.story] == k:
                inner[id(h)] = chain.probability(h.found, h.gaps, h.words.own.starts)
    some, every = statuses_of(train, [inner[id(h)] for h in train])
    chain = chain_of(train)
    for h in test:
        p = chain.probability(h.found, h.gaps, h.words.own.starts)
        row = passage_features(h.words, h.found, p, h.pairs)
        h.second = (p, some.probability(row), every.probability(row))
    return Weights(chain, some, every)


def kappa(halves: list[Half], said_of: Callable[[Half], np.ndarray]) -> float:
    """Cohen's kappa, word by word, of which words are said to be unique."""
    both = said = meant = total = 0.0
    for h in halves:
        hit = said_of(h)
        both, said = both + h.unique[hit].sum(), said + h.count[hit].sum()
        meant, total = meant + h.unique.sum(), total + h.count.sum()
    return annotated.kappa(both, said, meant, total)


def status_f1(halves: list[Half], told_of: Callable[[Half], np.ndarray]) -> float:
    """Macro F1 of a passage's status: shared, mixed, unique."""
    counts = {s: [0, 0] for s in ("shared", "mixed", "unique")}
    for h in halves:
        told, judged = told_of(h), h.status != "none"
        for label, c in counts.items():
            c[0] += int(((told == label) & (h.status == label)).sum())
            c[1] += int(((told == label) & judged).sum() + (h.status == label).sum())
    return float(np.mean([2 * c[0] / max(1, c[1]) for c in counts.values()]))


def by_thresholds(half: Half, some: float, every: float) -> np.ndarray:
    """The statuses that two thresholds alone give."""
    return np.where(half.second[2] >= every, "unique", np.where(half.second[1] >= some, "mixed", "shared"))


def report(halves: list[Half], title: str) -> None:
    """Print kappa and status F1 as the product decides, and by threshold."""
    decided = {id(h): Judged(h.words, *h.second, h.words.glued) for h in halves}
    passages = {id(h): range(len(h.status)) for h in halves}
    words = kappa(
        halves, lambda h: np.array([f for p in passages[id(h)] for f in decided[id(h)].unique(p)], bool)
    )
    status = status_f1(halves, lambda h: np.array([decided[id(h)].status(p) for p in passages[id(h)]]))
    print(f"\n{title}\nas the product decides: words kappa {words:.3f}, status F1 {status:.3f}")
    print("threshold  words kappa")
    for t in THRESHOLDS:
        print(f"{t:9.2f}  {kappa(halves, lambda h, t=t: h.second[0] >= t):11.3f}")
    print("status F1 by the least probability of some unique fact (row) and of every fact unique (column)")
    print(" " * 9 + "".join(f"{t:7.2f}" for t in THRESHOLDS))
    for s in THRESHOLDS + 0.15:
        row = (status_f1(halves, lambda h, s=s, t=t: by_thresholds(h, s, t)) for t in THRESHOLDS)
        print(f"{s:9.2f}" + "".join(f"{f1:7.3f}" for f1 in row))


def named(weights: Weights) -> dict[str, Look]:
    """All the regressions, by the name they have in the file."""
    chain = weights.chain
    return {
        "word": chain.word,
        "begin": chain.begin,
        "end": chain.end,
        "some": weights.some,
        "every": weights.every,
    }


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
    links.cross_validate(halves, looks)
    for group in GROUPS:
        report([h for h in halves if h.group == group], f"{group}, cross-validated by story")
    weights = looks(halves, halves)
    report([h for h in halves if h.group == "news"], "news, fitted on everything (links cross-validated)")
    if options.write:
        weights_file.write(TARGET, named(weights))


if __name__ == "__main__":
    main()
