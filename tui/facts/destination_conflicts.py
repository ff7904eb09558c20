"""Conflicts of destination: taken to a prison in one town here, and in another there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_opposites import english_stem
from tui.facts.context import Comparing, unwrapped
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import few
from tui.language.values.gazetteer import COUNTRY_OF, REGIONS

_MOVED = (
    r"transport(?:s|ed|ing)?|transfer(?:s|red|ring)?|mov(?:es?|ed|ing)|dr(?:ives?|iving|iven|ove)"
    r"|fl(?:y|ies|ew|own|ying)|tak(?:es?|en|ing)|took|airlift(?:ed|ing)?|rush(?:ed|ing)?|sen[dt]|bound"
    r"|travel(?:s|l?ed|l?ing)?|head(?:s|ed|ing)|extradit(?:ed?|ing)|deport(?:ed|ing)?|fle(?:e|es|eing|d)"
    r"|sail(?:s|ed|ing)?|return(?:s|ed|ing)?|evacuat(?:ed|ing)|relocat(?:ed?|ing)"
)
_TO = re.compile(
    rf"\b(?P<verb>{_MOVED})\b(?:(?!\b(?:and|but|who|which|when|where|then|before|after)\b)[^.;:!?\"“”]){{0,50}}?\sto\s"
    r"(?:(?!(?:to|from|and|for)\s)[a-z]+\s){0,4}?(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})"
)
"""Whence and by what way may stand between the verb and `to`, and a thing before the name of the place
(`transported from a prison in Huntsville to one in Beaumont`)."""
_TO_NAME = re.compile(r"to\s(?:[a-z]+\s){0,4}[A-Z]")
"""How each of these ends: few passages have that."""
LEAST_SCORE = 0.1
"""Least link score of the two passages."""
SURE = 0.55
"""How sure it is that two names are of two places, neither of which lies in the other."""


def destination_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Two places that one verb of moving leads to, each named by one article alone."""
    ways_a = _ways(comparing, "a")
    ways_b = _ways(comparing, "b") if ways_a else {}
    if not ways_b:
        return
    for (i, j), score in share.each(comparing.pairs):
        if score < LEAST_SCORE:
            continue
        for verb, name, span in few(ways_a.get(i, ())):
            for other_verb, other, other_span in few(ways_b.get(j, ())):
                if verb == other_verb and name not in comparing.b.text and other not in comparing.a.text:
                    yield build_conflict(comparing, "other", Place(i, *span), Place(j, *other_span), SURE)


def _ways(comparing: Comparing, side: Side) -> dict[int, list[tuple[str, str, Span]]]:
    """The ways told in each passage: the stem of the verb, the place, and where its name stands."""
    found: dict[int, list[tuple[str, str, Span]]] = {}
    article = comparing.article(side)
    likely = [p for p in article.passages if _TO_NAME.search(article.text, p.start, p.end)]
    for passage, match in comparing.matches(side, _TO, likely):
        people = {n.text for n in comparing.values(side).names[passage] if n.kind == "person"}
        name = unwrapped(match["name"])
        if name not in people and name not in COUNTRY_OF and name not in REGIONS:
            told = english_stem(match["verb"].casefold()), name, match.span("name")
            found.setdefault(passage, []).append(told)
    return found
