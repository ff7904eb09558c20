"""Fit the weights of the alignment on pairs of texts that readers aligned, and say how well they do.

    python scripts/fit_alignment.py GOLD            cross-validate, then print the tables
    python scripts/fit_alignment.py GOLD --write    the same, and write tui/alignment/weights.json

GOLD is a folder of JSON-lines files, a pair of texts a line: `id`, `a`, `b` (passages), `links`
([i, j] or [i, j, grade]), and, where not every pair of passages was judged, `scored_a`, `scored_b`.
Those of events that are annotated whole elsewhere (scripts/annotations, news) are scored, not fitted on.
A logistic regression on what speaks for a pair; another on that and on the scores the first gives
the pairs around, corrected by boosted trees. The only choices are the penalty, those in boosting.py
and the threshold. Cross-validated by story: no text of a story that is scored was fitted on.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import annotated
import numpy as np
import weights_file
from annotated import Pair
from boosting import Shape, boosted
from regression import logistic_regression

from tui.alignment.align import Pairs, candidate_pairs
from tui.alignment.context import context
from tui.alignment.weights import Boosted, Logistic, Look

SETS = ("news", "reports", "events", "fables", "newswire")
KINDS = (("news", "reports", "events"), ("fables",), ("newswire",))
"""The sets by kind of text; those of one kind share texts."""
LONG = "long"
"""The set of long texts: fitted on, so that scores hold at that length, never reported on here."""
WINDOWS = ((0, 150), (2000, 2150), (4000, 5500))
"""Lines of the parallel book that are taken as pairs of texts, line n with line n."""
FOLDS = 8
TREES = Shape(trees=200, depth=4, penalty=10.0)
"""100 to 300 trees, a depth of 3 to 5, a penalty of 10 or 20: held out, F1 on news differs by under .01."""
THRESHOLDS = np.arange(0.2, 0.6, 0.02)
TARGET = Path(__file__).resolve().parent.parent / "tui/alignment/weights.json"


@dataclass
class Example:
    """One pair of texts with what readers said of it."""

    group: str
    story: str
    pairs: Pairs
    linked: np.ndarray
    judged: np.ndarray
    out_of_reach: int
    cells: int
    taught: bool = True
    """Whether it is fitted on; not if the same two texts are there with more of them judged."""
    first: np.ndarray = field(default_factory=lambda: np.zeros(0))
    second: np.ndarray = field(default_factory=lambda: np.zeros(0))
    around: dict[str, np.ndarray] = field(default_factory=dict)


def story_of(group: str, name: str) -> str:
    """What two pairs must not share to be told apart: the ECB+ topic, the fable, or the pair."""
    tail = name.split("/")[-1]
    if "ecb" in name:
        return "topic " + tail.split("_")[0]
    return f"{'fable' if 'aesop' in name or group == 'fables' else group} {tail.split('_')[0]}"


def read(folder: Path) -> list[Example]:
    """All pairs of all sets, with their candidates and features."""
    sets = {
        group: annotated.reports(folder) if group == "reports" else annotated.lines(folder / f"{group}.jsonl")
        for group in SETS
    }
    whole = {pair["id"] for group in ("news", "reports") for pair in sets[group]}
    return [
        example(group, pair, taught=group != "events" or pair["id"] not in whole)
        for group in SETS
        for pair in sets[group]
    ]


def example(group: str, pair: Pair, *, taught: bool) -> Example:
    """One pair of a set."""
    pairs = candidate_pairs(pair["a"], pair["b"])
    gold = {(link[0], link[1]) for link in pair["links"]}
    rows = set(pair.get("scored_a") or range(len(pair["a"])))
    columns = set(pair.get("scored_b") or range(len(pair["b"])))
    cells = list(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))
    judged = np.array([i in rows and j in columns for i, j in cells], bool)
    linked = np.array([cell in gold for cell in cells], bool)
    reach = sum(i in rows and j in columns for i, j in gold) - int((linked & judged).sum())
    story = story_of(group, pair["id"])
    return Example(group, story, pairs, linked, judged, reach, len(rows) * len(columns), taught)


def read_long(gold: Path, book: Path) -> list[Example]:
    """Long pairs: windows of a book in two translations, and books that tell one story in their order.

    Of the latter, what lies outside the sections that readers matched is judged as not linked, and
    the closest pair of passages in each two matched sections as linked.
    """
    examples = []
    sides = [(book / f"testament_en.{s}.txt").read_text(encoding="utf-8").splitlines() for s in "ab"]
    for begin, end in WINDOWS:
        pairs = candidate_pairs(sides[0][begin:end], sides[1][begin:end])
        linked = pairs.a == pairs.b
        out = end - begin - int(linked.sum())
        story = f"book {begin}"
        examples.append(Example(LONG, story, pairs, linked, np.ones(len(linked), bool), out, 1))
    for pair in annotated.lines(gold / "gospels.jsonl"):
        pairs = candidate_pairs(pair["a"], pair["b"])
        inside = {(i, j) for left, right in pair["beads"] for i in left for j in right}
        cells = list(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))
        judged = np.array([cell not in inside for cell in cells], bool)
        linked = np.zeros(len(cells), bool)
        number = {cell: k for k, cell in enumerate(cells)}
        for left, right in pair["beads"]:
            found = [number[i, j] for i in left for j in right if (i, j) in number]
            if found:
                closest = max(found, key=lambda k: pairs.features["dice"][k])
                judged[closest] = linked[closest] = True
        examples.append(Example(LONG, pair["id"], pairs, linked, judged, 0, 1))
    return examples


def fit_first(examples: list[Example]) -> Logistic:
    """The regression of the judged pairs of passages on their features."""
    names, x, y = judged(examples, [e.pairs.features for e in examples])
    return logistic_regression(names, x, y, np.ones(len(y)))


def fit_second(examples: list[Example]) -> Boosted:
    """The same on the scores around each pair too, corrected by trees."""
    names, x, y = judged(examples, [e.pairs.features | e.around for e in examples])
    return boosted(logistic_regression(names, x, y, np.ones(len(y))), names, x, y, TREES)


def judged(
    examples: list[Example], rows: list[dict[str, np.ndarray]]
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """The names of the features, their values for the judged pairs of passages, and which are linked."""
    names = list(rows[0])
    x = [np.stack([r[n] for n in names], 1)[e.judged] for r, e in zip(rows, examples, strict=True)]
    y = [e.linked[e.judged] for e in examples]
    return names, np.concatenate(x), np.concatenate(y).astype(float)


def two_looks(train: list[Example], test: list[Example]) -> tuple[Logistic, Boosted]:
    """Fit both looks on `train` (the first one's scores by cross-validation) and score `test`."""
    folds = fold_of(train)
    train = [e for e in train if e.taught]
    for k in range(FOLDS):
        inside = [e for e in train if folds[e.story] != k]
        if len(inside) == len(train):
            continue
        look = fit_first(inside)
        for e in train:
            if folds[e.story] == k:
                set_first(e, look)
    second = fit_second(train)
    first = fit_first(train)
    for e in test:
        set_first(e, first)
        e.second = second.probability(e.pairs.features | e.around)
    return first, second


def set_first(example: Example, look: Look) -> None:
    """Score a pair of texts at first look, and see each candidate among the others."""
    pairs = example.pairs
    example.first = look.probability(pairs.features)
    terms = pairs.lexicon.terms
    example.around = context(pairs.a, pairs.b, example.first, terms.a.passages, terms.b.passages)


def fold_of(examples: list[Example]) -> dict[str, int]:
    """A fold for each story, in an order that is always the same."""
    stories = sorted({e.story for e in examples})
    order = np.random.RandomState(0).permutation(len(stories))
    return {stories[k]: n % FOLDS for n, k in enumerate(order)}


def f1(examples: list[Example], threshold: float) -> float:
    """Micro F1 of links among the judged pairs of passages."""
    right = said = meant = 0
    for e in examples:
        hit = (e.second >= threshold) & e.judged
        right += int(e.linked[hit].sum())
        said += int(hit.sum())
        meant += int((e.linked & e.judged).sum()) + e.out_of_reach
    return 2 * right / max(1, said + meant)


def alarms(examples: list[Example], threshold: float) -> float:
    """Links per 100 judged pairs of passages, of texts that share no event."""
    empty = [e for e in examples if e.group == "events" and not e.linked.any() and not e.out_of_reach]
    judged = sum(e.cells for e in empty)
    return 100 * sum(int(((e.second >= threshold) & e.judged).sum()) for e in empty) / max(1, judged)


def reliability(examples: list[Example]) -> list[tuple[float, float, int]]:
    """Mean score, part that is linked, and number of pairs, in ten bins of score."""
    p = np.concatenate([e.second[e.judged] for e in examples])
    y = np.concatenate([e.linked[e.judged] for e in examples])
    bins = np.minimum((p * 10).astype(int), 9)
    return [
        (p[bins == k].mean(), y[bins == k].mean(), int((bins == k).sum()))
        for k in range(10)
        if (bins == k).any()
    ]


def report(examples: list[Example], title: str) -> None:
    """Print F1 by set and threshold, false alarms, and the reliability on news."""
    sets = {s: [e for e in examples if e.group == s] for s in SETS}
    print(f"\n{title}\nthreshold  " + "  ".join(f"{s:>8}" for s in SETS) + "      mean    alarms")
    for t in THRESHOLDS:
        row = [f1(sets[s], t) for s in SETS]
        print(
            f"{t:9.2f}  "
            + "  ".join(f"{v:8.3f}" for v in row)
            + f"  {np.mean(row):8.3f}  {alarms(examples, t):8.1f}"
        )
    table = reliability(sets["news"])
    total = sum(n for _, _, n in table)
    print("news: score -> linked (pairs)", *(f"{p:.2f} -> {y:.2f} ({n})" for p, y, n in table), sep="\n  ")
    print(f"expected calibration error {sum(abs(p - y) * n for p, y, n in table) / total:.3f}")


def cross_validate(examples: list[Any], looks: Callable[..., object] = two_looks) -> None:
    """Score every example by weights that were fitted without its story.

    Args:
        examples: Whatever has a `story`, and a `second` score for the looks to set.
        looks: Fits on its first list and scores its second.
    """
    folds = fold_of(examples)
    kept: dict[int, np.ndarray] = {}
    for k in range(FOLDS):
        test = [e for e in examples if folds[e.story] == k]
        looks([e for e in examples if folds[e.story] != k], test)
        kept.update({id(e): e.second for e in test})
    for e in examples:
        e.second = kept[id(e)]


def leave_sets_out(examples: list[Example]) -> None:
    """Score every set by weights that were fitted on the others: texts of a kind that is new to them."""
    kept: list[tuple[Example, np.ndarray]] = []
    for kind in KINDS:
        test = [e for e in examples if e.group in kind]
        two_looks([e for e in examples if e.group not in kind], test)
        kept += [(e, e.second) for e in test]
    for e, scores in kept:
        e.second = scores


def main() -> None:
    """Cross-validate, fit on everything, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--book", type=Path, help="folder with a book in two translations, line by line")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    examples = read(options.gold)
    if options.book:
        examples += read_long(options.gold, options.book)
    cross_validate(examples)
    report(examples, "cross-validated by story")
    leave_sets_out(examples)
    report(examples, "fitted on the other sets alone")
    first, second = two_looks(examples, examples)
    report(examples, "fitted on everything (as shipped)")
    if options.write:
        weights_file.write(TARGET, {"first": first, "second": second})


if __name__ == "__main__":
    main()
