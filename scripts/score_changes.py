"""Of one thing changed in a copy of an article, how often exactly that is shown.

    .venv/bin/python scripts/score_changes.py            the counts, by what was changed
    .venv/bin/python scripts/score_changes.py --show     and the changes that were not shown as they are

The articles are those written for Diptych (scripts/annotations/made.jsonl). In a sentence of each, chosen
at random, the same in every run, one thing is changed. Another figure, date or name, a negation or another
quoted word should be the one conflict shown; a phrase that is put in the one claim that only the copy has;
and of the same thing otherwise written (`five`, `5`) nothing should be shown.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from annotated import made

from tui.articles.model import Article
from tui.comparison.compare import compare

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February April June July August September October November December".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
MONTH = f"(?:{'|'.join(MONTHS)})"
NAME = r"(?<=[a-z,] )(?!\w+day )[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b(?! (?:[A-Z]|de |van ))"
PLACE = rf"(?<=\bin )(?!\w+day\b|March|{MONTH})[A-Z][a-z]{{3,}}\b(?! [A-Z\d])"
BE = "was|were|is|are|has|have|had|will|would|could|can"
TITLE = (
    r"\b(?:President|Prime Minister|Minister|Mayor|Governor|Dr|Mr|Mrs|Colonel|Judge)\.? (?=[A-Z]\w+ [A-Z])"
)
LONGEST = 400
"""Letters of a sentence that is changed."""
AT_THE_END = (
    " after the ferry workers of Tromso walked out",
    " because the lift in the tower was broken",
    " despite protests by fishermen from Lublin",
    " on a cold morning in late November",
)
IN_THE_MIDDLE = (
    ", a cousin of the bishop of Porto,",
    ", who keeps goats near Valparaiso,",
    ", once a champion swimmer,",
)

Shown = Literal["conflict", "claim", "nothing"]
Write = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Change:
    """One kind of change."""

    name: str
    shown: Shown
    """What should be shown of it."""
    pattern: str
    """What is changed."""
    write: Write
    """What is written in its place."""
    within: str = r"(?s).+"
    """What it must stand in."""


def later(words: Sequence[str], by: int) -> Write:
    """Another word of a list, that many places on."""
    return lambda found: words[(words.index(found[0]) + by) % len(words)]


def then(phrases: Sequence[str]) -> Write:
    """The same words, and one of the phrases after them."""
    return lambda found: found[0] + phrases[found.start() % len(phrases)]


CHANGES = (
    Change(
        "figures",
        "conflict",
        r"(?<![\d.,:/$£€-])\b\d{1,3}(?:,\d{3})*\b(?= [a-z]{4,})(?! (?:percent|million|billion|years old))",
        lambda found: f"{int(found[0].replace(',', '')) * 3 + 4:,}",
    ),
    Change("number words", "conflict", rf"\b(?:{'|'.join(NUMBERS)})\b(?= [a-z]{{4,}})", later(NUMBERS, 4)),
    Change("amounts of money", "conflict", r"(?<=[$£€])\d+", lambda found: str(int(found[0]) * 3 + 1)),
    Change(
        "percentages",
        "conflict",
        r"\b\d+(?=(?:\.\d+)? ?(?:%|percent|per cent))",
        lambda found: str(int(found[0]) * 2 + 7),
    ),
    Change(
        "times of day",
        "conflict",
        r"\b\d{1,2}(?=[:.]\d\d ?[ap]\.?m)",
        lambda found: str((int(found[0]) + 3) % 12 + 1),
    ),
    Change("days of the week", "conflict", rf"\b(?:{'|'.join(WEEKDAYS)})\b", later(WEEKDAYS, 3)),
    Change("months", "conflict", rf"\b{MONTH}\b", later(MONTHS, 3)),
    Change("years", "conflict", r"\b(?:19|20)\d\d\b", lambda found: str(int(found[0]) - 3)),
    Change("names of two words", "conflict", NAME, lambda _: "Gareth Okonkwo"),
    Change("names of places", "conflict", PLACE, lambda _: "Slovakia"),
    Change(
        "denials taken out",
        "conflict",
        rf"\b(?:{BE}|did|does|do) not (?!only)",
        lambda found: found[0].replace("not ", ""),
    ),
    Change(
        "denials put in",
        "conflict",
        rf"(?<=\w )(?:{BE}) (?!not|no |never|been|to )(?=[a-z])",
        lambda found: f"{found[0]}not ",
    ),
    Change(
        "quoted words",
        "conflict",
        r"(?<= )[a-z]{6,}\b(?=[^\"“”]*[\"”])",
        lambda _: "children",
        r"(?<!\S)[\"“][^\"“”]+[\"”]",
    ),
    Change("phrases at the end", "claim", r"(?<=[a-z ])[a-z]+(?=\.$)", then(AT_THE_END)),
    Change("phrases in the middle", "claim", rf"{NAME}(?= [a-z])", then(IN_THE_MIDDLE)),
    Change(
        "figures in words",
        "nothing",
        r"(?<![\d.,:$£€/-])\b(?:[2-9]|1[0-2])\b(?= [a-z]{4,})",
        lambda found: NUMBERS[int(found[0]) - 2],
    ),
    Change(
        "words in figures",
        "nothing",
        rf"(?<![\w-])(?:{'|'.join(NUMBERS)})(?![\w-])",
        lambda found: str(NUMBERS.index(found[0]) + 2),
    ),
    Change("percent as a sign", "nothing", r"(?<=\d) ?per ?cent\b", lambda _: "%"),
    Change(
        "days before months",
        "nothing",
        rf"\b({MONTH}) (\d{{1,2}})\b(?!:)",
        lambda found: f"{found[2]} {found[1]}",
    ),
    Change(
        "times by 24 hours",
        "nothing",
        r"\b(\d{1,2})[:.](\d\d) ?([ap])\.?m\b\.?",
        lambda found: f"{int(found[1]) % 12 + 12 * (found[3] == 'p'):02d}:{found[2]}",
    ),
    Change(
        "contractions", "nothing", r"\b(?:did|does|do|was|were|is|are|has|have|had|would|could)( not)\b",
        lambda found: found[0].replace(" not", "n’t"),
    ),
    Change("curly quotation marks", "nothing", r'"([^"“”]+)"', lambda found: f"“{found[1]}”"),
    Change("titles left out", "nothing", TITLE, lambda _: ""),
)  # fmt: skip


def changed(
    articles: Sequence[Sequence[str]], change: Change
) -> Iterator[tuple[Sequence[str], int, str, str]]:
    """Each article that has the kind: its passages, which one is changed, how it reads then, what is new."""
    chance = random.Random(change.name)
    for passages in articles:
        order = [k for k, text in enumerate(passages) if len(text) <= LONGEST]
        chance.shuffle(order)
        for k in order:
            text = passages[k]
            within = re.finditer(change.within, text)
            places = [
                p for w in within for p in re.compile(change.pattern).finditer(text, w.start(), w.end())
            ]
            if places:
                found = chance.choice(places)
                written = change.write(found)
                yield (
                    passages,
                    k,
                    text[: found.start()] + written + text[found.end() :],
                    written[len(found[0]) :],
                )
                break


def verdict(shown: Shown, passages: Sequence[str], at: int, text: str, new: str) -> str:
    """Whether exactly what should be is shown of one change, nothing, or something else."""
    copy = [*passages[:at], text, *passages[at + 1 :]]
    compared = compare(Article.from_passages(passages), Article.from_passages(copy))
    claims = [c for c in compared.claims if c.status == "unique"]
    if shown == "conflict":
        found = [c for c in compared.conflicts if c.a.passage == c.b.passage == at]
        right = len(found) == len(compared.conflicts) == 1
    elif shown == "claim":
        said = [compared.article(c.side).text[c.start : c.end] for c in claims]
        right = [told.strip(" ,.") for told in said] == [new.strip(" ,.")] and not compared.conflicts
    else:
        right = not claims and not compared.conflicts
    if right:
        return "as it is"
    return "otherwise" if claims or compared.conflicts else "not at all"


def main() -> None:
    """Change everything, compare, and print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--show", action="store_true", help="print the changes that were not shown as they are"
    )
    options = parser.parse_args()
    articles = [pair[side] for pair in made() for side in "ab"]
    print(
        f"{'changed':22}{'to be shown':>12}{'copies':>8}{'as it is':>10}{'not at all':>12}{'otherwise':>11}"
    )
    for change in CHANGES:
        count: Counter[str] = Counter()
        for passages, at, text, new in changed(articles, change):
            told = verdict(change.shown, passages, at, text, new)
            count[told] += 1
            if options.show and told != "as it is":
                print(f"{told}: {passages[at]}\n     -> {text}")
        shown = f"{count['as it is']:10}{count['not at all']:12}{count['otherwise']:11}"
        print(f"{change.name:22}{change.shown:>12}{count.total():8}{shown}", flush=True)


if __name__ == "__main__":
    main()
