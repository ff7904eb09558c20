"""Conflicts of one slot: two names in the same place of two wordings of one sentence."""

from __future__ import annotations

from collections.abc import Iterator

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.facts.side_by_side import POSSESSIVE, differences, name_at
from tui.language.progress import UNTOLD, Share
from tui.language.values import few

LEAST_SCORE = 0.6
"""Least link score of two passages whose words are laid side by side."""
BESIDE = 2
"""Words that must be the same on either side of the names, but at the ends of the passages ..."""
AROUND = 4
"""... and on both sides together: less may be any two phrases."""
SURE = 0.55
"""How sure it is that two names in one slot are meant for one."""
MOST_WORDS = 4
"""Words of the longest name that is compared."""


def slot_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Names of two people or places where two passages otherwise say the same, word for word."""
    for (i, j), score in share.each(comparing.pairs):
        if score < LEAST_SCORE:
            continue
        in_a, in_b = few(comparing.values_a.names[i]), few(comparing.values_b.names[j])
        if not in_a or not in_b:
            continue
        for a, b in _replaced(comparing, i, j):
            p, q = name_at(in_a, a), name_at(in_b, b)
            if p is None or q is None or p.kind != q.kind or comparing.one_person(p.text, q.text):
                continue
            if _own(comparing, "a", a) and _own(comparing, "b", b):
                places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                yield build_conflict(comparing, "name", *places, SURE * score)


def _replaced(comparing: Comparing, i: int, j: int) -> Iterator[tuple[Span, Span]]:
    """Stretches of words in which two passages differ between words that are the same."""
    left, right = comparing.passage_terms("a", i), comparing.passage_terms("b", j)
    for found in differences(left, right, MOST_WORDS):
        near = (found.begins or found.ahead >= BESIDE) and (found.ends or found.behind >= BESIDE)
        both = found.a[0] < found.a[1] and found.b[0] < found.b[1]
        if both and near and found.ahead + found.behind >= AROUND:
            yield comparing.span("a", i, *found.a), comparing.span("b", j, *found.b)


def _own(comparing: Comparing, side: Side, stretch: Span) -> bool:
    """Whether only its own article has the words: else they are no slip, but another detail."""
    article, other = (comparing.a, comparing.b) if side == "a" else (comparing.b, comparing.a)
    words = article.text[slice(*stretch)].split()
    return all(word.strip(".,’'s") not in other.text for word in words if len(word) > POSSESSIVE)
