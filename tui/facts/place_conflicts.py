"""Conflicts of place: one place said to lie in two parts of the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import few
from tui.language.values.gazetteer import COUNTRY_OF

_POINT = r"(?P<point>(?:north|south)(?:[ -]?(?:east|west))?|east|west|central)(?:ern)?"
# Bounded, because a word of a thousand capitals would be tried from each of them.
_NAME = r"(?P<name>[^\W\d_]{0,20}[A-Z][^\W\d_]{1,30}(?:\s[A-Z][^\W\d_]{1,30})?)"
# northeast Houston; the southeastern city of Bam
_REGION = re.compile(
    rf"\b(?i:{_POINT})\s(?P<of>(?:city|town|village|district|suburb|province|island)\sof\s)?{_NAME}"
)
# Bam in central Iran
_WITHIN = re.compile(rf"\b{_NAME}\s?,?\sin\s(?:the\s)?(?i:{_POINT})\b(?:\s[A-Z][^\W\d_]+)?")
_IN_PART = re.compile(rf"\sin\s(?:the\s)?(?i:{_POINT})")
"""How each of these ends: few passages have that, and names are slow to look for."""
_POINTS = ("north", "south", "east", "west", "central")
"""English only: other languages get no conflicts of place."""
LEAST_SCORE = 0.1
"""Least link score of two passages that speak of one place."""
NEIGHBOURING = 0.5
"""Confidence where the two points of the compass are neighbours (north, northeast)."""
APART = 0.7
"""Confidence where they are not."""


def place_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """A place that A puts in one part of the map and B in another."""
    placed_a = _placed(comparing, "a")
    placed_b = _placed(comparing, "b") if placed_a else {}
    if not placed_b:
        return
    for (i, j), score in share.each(comparing.pairs):
        if score < LEAST_SCORE:
            continue
        for name, point_a, span_a in few(placed_a.get(i, ())):
            for other, point_b, span_b in few(placed_b.get(j, ())):
                if name == other and point_a != point_b:
                    near = point_a in point_b or point_b in point_a
                    sure = NEIGHBOURING if near else APART
                    yield build_conflict(comparing, "other", Place(i, *span_a), Place(j, *span_b), sure)


def _placed(comparing: Comparing, side: Side) -> dict[int, list[tuple[str, str, tuple[int, int]]]]:
    """For each passage, the places it puts somewhere: name, point of the compass, span."""
    article = comparing.article(side)
    found: dict[int, list[tuple[str, str, tuple[int, int]]]] = {}
    for passage in comparing.holding(side, _POINTS):
        if passage.kind == "furniture":
            continue
        within = _IN_PART.search(article.text, passage.start, passage.end)
        for pattern in (_REGION, _WITHIN) if within else (_REGION,):
            for match in pattern.finditer(article.text, passage.start, passage.end):
                if pattern is _REGION and match["name"] in COUNTRY_OF:
                    continue  # two parts of a country are where two things happened
                point = re.sub(r"[ -]|ern$", "", match["point"].lower())
                found.setdefault(passage.index, []).append((match["name"], point, match.span()))
    return found
