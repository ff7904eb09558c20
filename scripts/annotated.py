"""Pairs of texts with what readers said of them: those of a folder, and those annotated for Diptych.

    python scripts/annotated.py GOLD        how well the two kinds of readers agree on the same pairs

GOLD/news.jsonl holds pairs that readers annotated for links, words, status and conflicts. Files in
scripts/annotations say the same of more pairs of reports whose texts are in GOLD, and hold none
themselves: a pair is named by its two reports, a span by its offsets in its passage. made.jsonl there
holds pairs whole, texts and all, on events that never happened.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

ANNOTATIONS = Path(__file__).resolve().parent / "annotations"
WORD = re.compile(r"\w+")
Pair = dict[str, Any]


def lines(path: Path) -> list[Pair]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def news(gold: Path) -> list[Pair]:
    """The pairs of news of the folder, their spans as offsets."""
    return [with_offsets(pair) for pair in lines(gold / "news.jsonl")]


def reports(gold: Path, name: str = "reports") -> list[Pair]:
    """The pairs annotated for Diptych, with their passages from the folder."""
    passages = texts(gold)
    found = []
    for pair in lines(ANNOTATIONS / f"{name}.jsonl"):
        a, b = _reports_of(pair["id"])
        found.append(pair | {"a": passages[a], "b": passages[b]})
    return found


def made() -> list[Pair]:
    """The pairs written, and annotated, for Diptych."""
    return lines(ANNOTATIONS / "made.jsonl")


def texts(gold: Path) -> dict[str, list[str]]:
    """The passages of every report of ECB+ that is in the folder, by its name."""
    pairs = lines(gold / "events.jsonl") + lines(gold / "news.jsonl")
    return {
        report: pair[side]
        for pair in pairs
        if pair["id"].startswith("ecbplus")
        for side, report in zip("ab", _reports_of(pair["id"]), strict=True)
    }


def _reports_of(name: str) -> list[str]:
    """The names of the two reports of a pair."""
    return name.split("/")[-1].split("--")


def with_offsets(pair: Pair) -> Pair:
    """A pair whose spans were given as words, with their offsets instead."""
    found = dict(pair)
    for side in "ab":
        found[f"unique_spans_{side}"] = [
            _span(pair[side], passage, said) for passage, said in pair[f"unique_spans_{side}"]
        ]
    found["conflicts"] = [
        {**c, **{side: _span(pair[side], c[side], c[f"span_{side}"]) for side in "ab"}}
        for c in pair["conflicts"]
    ]
    return found


def _span(passages: list[str], passage: int, said: str) -> list[int]:
    start = passages[passage].find(said)
    return [passage, start, start + len(said)]


def conflicting(pair: Pair) -> set[tuple[int, int]]:
    """The pairs of passages that contradict each other."""
    return {(c["a"][0], c["b"][0]) for c in pair["conflicts"]}


def unique_words(pair: Pair) -> set[tuple[str, int, int]]:
    """The words (article, passage, number) of facts that only one article has."""
    return {
        (side, passage, number)
        for side in "ab"
        for passage, start, end in pair[f"unique_spans_{side}"]
        for number, word in enumerate(WORD.finditer(pair[side][passage]))
        if word.start() >= start and word.end() <= end
    }


def kappa(both: float, one: float, other: float, total: float) -> float:
    """Cohen's kappa of two readers who marked so many of `total` words, `both` of them the same."""
    agree = (both + total - one - other + both) / total
    chance = (one * other + (total - one) * (total - other)) / total**2
    return (agree - chance) / (1 - chance)


def main() -> None:
    """Print how well the readers of the folder and those of scripts/annotations agree."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    gold = parser.parse_args().gold
    first = {pair["id"]: pair for pair in news(gold)}
    second = reports(gold, "agreement")
    counts = {"links": [0, 0, 0], "words": [0, 0, 0], "conflicts": [0, 0, 0]}
    for theirs in second:
        ours = first[theirs["id"]]
        for name, told in {
            "links": lambda p: {(link[0], link[1]) for link in p["links"]},
            "words": unique_words,
            "conflicts": conflicting,
        }.items():
            one, other = told(ours), told(theirs)
            for k, n in enumerate((len(one & other), len(one), len(other))):
                counts[name][k] += n
    total = sum(len(WORD.findall(text)) for pair in second for side in "ab" for text in pair[side])
    print(f"{len(second)} pairs annotated by both, {len(reports(gold))} by the second alone")
    for name in ("links", "conflicts"):
        both, one, other = counts[name]
        print(f"{name}: F1 {2 * both / (one + other):.3f} ({one} and {other}, {both} in common)")
    print(f"words: kappa {kappa(*counts['words'], total):.3f}")


if __name__ == "__main__":
    main()
