"""Conflicts of one slot: two names in the same place of two wordings of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import Name, few

LEAST_SCORE = 0.6
"""Least link score of two passages whose words are laid side by side."""
BESIDE = 2
"""Words that must be the same on either side of the names, but at the ends of the passages ..."""
AROUND = 4
"""... and on both sides together: less may be any two phrases."""
SURE = 0.55
"""How sure it is that two names in one slot are meant for one."""
POSSESSIVE = 2
"""Letters of a possessive, which is no part of a name."""
LONGEST = 1_000
"""Words of a passage up to which it is laid beside another: the work is their product."""
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
            p, q = _name_at(in_a, a), _name_at(in_b, b)
            if p is None or q is None or p.kind != q.kind or comparing.one_person(p.text, q.text):
                continue
            if _own(comparing, "a", a) and _own(comparing, "b", b):
                places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                yield build_conflict(comparing, "name", *places, SURE * score)


def _replaced(comparing: Comparing, i: int, j: int) -> Iterator[tuple[Span, Span]]:
    """Stretches of words in which two passages differ between words that are the same."""
    left, right = comparing.passage_terms("a", i), comparing.passage_terms("b", j)
    if max(len(left), len(right)) > LONGEST:
        return
    # Always from the shorter: ways of aligning words are not symmetric.
    swapped = (len(left), left) > (len(right), right)
    found = Indel.editops(*((right, left) if swapped else (left, right))).as_matching_blocks()
    # The last, of no words, is where both end; where both begin, or end, they are side by side too.
    blocks = [(m.b, m.a, m.size) if swapped else (m.a, m.b, m.size) for m in found]
    for (a, b, ahead), (next_a, next_b, behind) in pairwise([(0, 0, 0), *blocks]):
        first_a, first_b = a + ahead, b + ahead
        fits = 0 < next_a - first_a <= MOST_WORDS and 0 < next_b - first_b <= MOST_WORDS
        if not fits or ahead + behind < AROUND:
            continue
        begins, ends = a == b == 0, (next_a + behind, next_b + behind) == (len(left), len(right))
        if (begins or ahead >= BESIDE) and (ends or behind >= BESIDE):
            yield comparing.span("a", i, first_a, next_a), comparing.span("b", j, first_b, next_b)


def _name_at(names: Sequence[Name], stretch: Span) -> Name | None:
    """The name of which a stretch of words is the whole or a part, its title left aside."""
    for name in names:
        start = name.start - len(name.role) - 1 if name.role else name.start
        if start <= stretch[0] < name.end and stretch[1] <= name.end + POSSESSIVE:
            return name
    return None


def _own(comparing: Comparing, side: Side, stretch: Span) -> bool:
    """Whether only its own article has the words: else they are no slip, but another detail."""
    article, other = (comparing.a, comparing.b) if side == "a" else (comparing.b, comparing.a)
    words = article.text[slice(*stretch)].split()
    return all(word.strip(".,’'s") not in other.text for word in words if len(word) > POSSESSIVE)
