"""Of one thing changed in a copy of an article, how often exactly that is shown as a conflict.

    .venv/bin/python scripts/score_changes.py            the counts, by what was changed
    .venv/bin/python scripts/score_changes.py --show     and the changes that were not found as they are

The articles are those written for Diptych (scripts/annotations/made.jsonl). In each a sentence is chosen
at random, the same in every run, and a figure, a date, a name, a negation or a quoted word is changed in it.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from annotated import made

from tui.articles.model import Article
from tui.comparison.compare import compare

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February April June July August September October November December".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
NAME = r"(?<=[a-z,] )(?!\w+day )[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b(?! (?:[A-Z]|de |van ))"
OTHER_NAME = "Gareth Okonkwo"
PLACE = rf"(?<=\bin )(?!\w+day\b|March|{'|'.join(MONTHS)})[A-Z][a-z]{{3,}}\b(?! [A-Z\d])"
OTHER_PLACE = "Slovakia"
BE = "was were is are has have had will would could can"
LONGEST = 400
"""Letters of a sentence that is changed."""

Change = Callable[[re.Match[str]], str]


def later(words: Sequence[str], by: int) -> Change:
    """Another word of a list, that many places on."""
    return lambda found: words[(words.index(found[0]) + by) % len(words)]


CHANGES: dict[str, tuple[str, Change]] = {
    "figures": (
        r"(?<![\d.,:/$£€-])\b\d{1,3}(?:,\d{3})*\b(?= [a-z]{4,})(?! (?:percent|million|billion|years old))",
        lambda found: f"{int(found[0].replace(',', '')) * 3 + 4:,}",
    ),
    "number words": (rf"\b(?:{'|'.join(NUMBERS)})\b(?= [a-z]{{4,}})", later(NUMBERS, 4)),
    "amounts of money": (r"(?<=[$£€])\d+", lambda found: str(int(found[0]) * 3 + 1)),
    "percentages": (r"\b\d+(?=(?:\.\d+)? ?(?:%|percent|per cent))", lambda found: str(int(found[0]) * 2 + 7)),
    "times of day": (r"\b\d{1,2}(?=[:.]\d\d ?[ap]\.?m)", lambda found: str((int(found[0]) + 3) % 12 + 1)),
    "days of the week": (rf"\b(?:{'|'.join(WEEKDAYS)})\b", later(WEEKDAYS, 3)),
    "months": (rf"\b(?:{'|'.join(MONTHS)})\b", later(MONTHS, 3)),
    "years": (r"\b(?:19|20)\d\d\b", lambda found: str(int(found[0]) - 3)),
    "names of two words": (NAME, lambda _: OTHER_NAME),
    "names of places": (PLACE, lambda _: OTHER_PLACE),
    "denials taken out": (
        rf"\b(?:{BE.replace(' ', '|')}|did|does|do) not (?!only)",
        lambda found: found[0].replace("not ", ""),
    ),
    "denials put in": (
        rf"(?<=\w )(?:{BE.replace(' ', '|')}) (?!not|no |never|been|to )(?=[a-z])",
        lambda found: f"{found[0]}not ",
    ),
    "quoted words": (r"(?<= )[a-z]{6,}\b(?=[^\"“”]*[\"”])", lambda _: "children"),
}
"""What is changed, by a pattern of where it stands, and into what."""


WITHIN = {"quoted words": r"(?<!\S)[\"“][^\"“”]+[\"”]"}
"""What a place must stand within, where it is not any."""


def places(text: str, kind: str) -> list[re.Match[str]]:
    """Where a passage has something of a kind."""
    pattern = re.compile(CHANGES[kind][0])
    within = re.finditer(WITHIN.get(kind, r"(?s).+"), text)
    return [found for part in within for found in pattern.finditer(text, part.start(), part.end())]


def changed(articles: Sequence[Sequence[str]], kind: str) -> Iterator[tuple[Sequence[str], int, str]]:
    """Each article with something of a kind: its passages, the one that is changed, and how it reads then."""
    chance = random.Random(kind)
    for passages in articles:
        order = [k for k, text in enumerate(passages) if len(text) <= LONGEST]
        chance.shuffle(order)
        for k in order:
            if told := places(passages[k], kind):
                found = chance.choice(told)
                other = CHANGES[kind][1](found)
                yield passages, k, passages[k][: found.start()] + other + passages[k][found.end() :]
                break


def verdict(passages: Sequence[str], at: int, text: str) -> str:
    """What is shown for one change: exactly that, nothing, or something else (too)."""
    copy = [*passages[:at], text, *passages[at + 1 :]]
    conflicts = compare(Article.from_passages(passages), Article.from_passages(copy)).conflicts
    here = [c for c in conflicts if c.a.passage == c.b.passage == at]
    if len(here) == len(conflicts) == 1:
        return "found"
    return "more" if conflicts else "missed"


def main() -> None:
    """Change everything, compare, and print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print the changes that were not found")
    options = parser.parse_args()
    articles = [pair[side] for pair in made() for side in "ab"]
    total: Counter[str] = Counter()
    print(f"{'changed':22}{'articles':>9}{'found':>7}{'missed':>8}{'more':>6}")
    for kind in CHANGES:
        count: Counter[str] = Counter()
        for passages, at, text in changed(articles, kind):
            told = verdict(passages, at, text)
            count[told] += 1
            if options.show and told != "found":
                print(f"{told}: {passages[at]}\n     -> {text}")
        total += count
        print(f"{kind:22}{count.total():9}{count['found']:7}{count['missed']:8}{count['more']:6}", flush=True)
    print(f"{'all':22}{total.total():9}{total['found']:7}{total['missed']:8}{total['more']:6}")


if __name__ == "__main__":
    main()
