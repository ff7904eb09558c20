"""Texts made for tests: news-like sentences of several makes, and lines of a long text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tui.articles.model import Article
from tui.comparison.compare import compare
from tui.comparison.model import Comparison
from tui.facts.model import ConflictKind

PLACES = (
    "Ostrava", "Mombasa", "Valparaiso", "Tromso", "Cardiff", "Izmir", "Nagoya", "Winnipeg",
    "Lublin", "Porto", "Rosario", "Kandy",
)  # fmt: skip
PEOPLE = (
    "Marta Novak", "Ahmed Karimi", "Lucia Ferrer", "Erik Solberg", "Gwen Pritchard", "Selin Aydin",
    "Kenji Mori", "Paul Tremblay", "Ewa Zielinska", "Rui Tavares", "Diego Molina", "Nimal Perera",
)  # fmt: skip
SENTENCES = (
    "A fire at a furniture warehouse in {place} injured {n} workers, fire chief {person} said.",
    "The city council of {place} approved a budget of {n} million euros for new tram lines.",
    "{person} was elected chair of the fishing cooperative in {place} with {n} votes.",
    "Heavy rain flooded {n} houses along the river near {place} overnight.",
    "Police in {place} arrested {n} suspects after a jewellery robbery, inspector {person} told reporters.",
    "The museum of {place} reopened its north wing, where {n} paintings by {person} are on display.",
    "Doctors at the children's hospital in {place} treated {n} patients for food poisoning.",
    "A strike by bus drivers in {place} stranded {n} commuters, union leader {person} said.",
    "Archaeologists led by {person} unearthed {n} Roman coins beneath a car park in {place}.",
    "The football club of {place} signed striker {person} for {n} seasons.",
    "An earthquake shook villages around {place} and damaged {n} schools.",
    "Scientists in {place} released {n} young sturgeon into the lake, biologist {person} said.",
)
"""Each tells of another event; each holds one figure."""
VERBS = (
    "carried", "guarded", "measured", "painted", "repaired", "borrowed", "planted", "buried", "sold",
    "weighed",
)  # fmt: skip
THINGS = (
    "lantern", "anchor", "ledger", "kettle", "saddle", "mirror", "bridge", "orchard", "wagon", "trumpet",
    "barrel", "compass", "tapestry", "furnace", "chimney", "harvest", "letter", "garden", "copper", "statue",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """Sentences of one article, each of another event, and where the figure of each stands."""

    sentences: tuple[str, ...]
    figures: tuple[str, ...]


@st.composite
def stories(draw: st.DrawFn, least: int = 3, most: int = 8) -> Story:
    """A news digest: each sentence of another make, with another place, person and figure."""
    size = draw(st.integers(least, most))
    makes = draw(st.permutations(SENTENCES))[:size]
    places, people = draw(st.permutations(PLACES)), draw(st.permutations(PEOPLE))
    figures = draw(st.lists(st.integers(3, 97), min_size=size, max_size=size, unique=True))
    made = tuple(
        make.format(place=place, person=person, n=n)
        for make, place, person, n in zip(makes, places, people, figures, strict=False)
    )
    return Story(made, tuple(map(str, figures)))


def pair(a: Sequence[str], b: Sequence[str]) -> Comparison:
    """The comparison of two articles whose passages are given."""
    return compare(Article.from_passages(a), Article.from_passages(b))


def long_text(lines: int, seed: int = 1) -> list[str]:
    """Lines of a made text in which names recur and no two lines are the same."""
    chance = random.Random(seed)
    syllables = "ka ro mi ten dal vor sha lin bur ge os pra nu wel tis".split()
    names = ["".join(chance.choices(syllables, k=3)).capitalize() for _ in range(max(50, lines // 10))]
    made = []
    for number in range(lines):
        one, other = chance.sample(names, 2)
        first, second, third = chance.sample(THINGS, 3)
        verb, again = chance.sample(VERBS, 2)
        made.append(
            f"And {one} {verb} the {first} of {other} beside the {second}, and in the year {number % 997}"
            f" they {again} a {third}."
        )
    return made


def reworded(lines: Sequence[str], seed: int = 2) -> list[str]:
    """The same lines as another translator might have put them: other small words and another order."""
    chance = random.Random(seed)
    swaps = {"And": "Now", "beside": "near", "they": "men", "of": "from", "in": "during"}
    made = []
    for line in lines:
        words = [swaps.get(word, word) if chance.random() < 0.8 else word for word in line.split()]
        if len(words) > 8 and chance.random() < 0.5:
            del words[chance.randrange(len(words))]
        made.append(" ".join(words))
    return made


def conflicts(a: str, b: str) -> list[tuple[ConflictKind, str, str]]:
    """The conflicts of two passages, each beside one that has nothing to do with the other article."""
    found = pair([a, "Snow is expected in Tromso."], [b, "The museum of Porto hired a pianist."])
    return [(c.kind, found.a.text[slice(*c.a.span)], found.b.text[slice(*c.b.span)]) for c in found.conflicts]
