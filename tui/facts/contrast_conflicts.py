"""Conflicts of description: a grey Camry here and a silver Camry there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import setting
from tui.facts.conflict_opposites import english_stem
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import few
from tui.language.values.tables import word_list

KINDS: tuple[tuple[str, ...], ...] = (
    ("black", "white", "red scarlet crimson", "blue", "green", "yellow", "gray", "silver", "brown", "orange",
     "purple", "pink", "beige tan", "maroon"),
    ("left", "right"),
    ("upper", "lower"),
    ("front", "rear"),
    ("northbound", "southbound", "eastbound", "westbound"),
    ("wooden", "brick", "stone", "concrete", "steel", "glass", "plastic"),
    ("male", "female"),
    ("married", "divorced", "widowed", "unmarried"),
    ("maternal", "paternal"),
    ("older elder", "younger"),
    ("loaded", "unloaded"),
    ("daily", "weekly", "monthly", "yearly annual"),
    ("temporary", "permanent"),
    ("elementary", "secondary"),
)  # fmt: skip
"""Closed classes of English modifiers of which a thing has one, each as groups of words that say the
same. Our own list; what one speaker sees otherwise than another (old, large) is not in it."""
HEAD = 3
"""Words after a modifier among which its noun stands (`silver Toyota Camry`)."""
COMMON_TERMS = 2
"""Terms beside that noun that the clauses must have in common: two people may wear coats of two colours."""
SURE = 0.6
"""How sure it is that two things of one noun are one thing."""
LEAD = "The descriptions differ"


@dataclass(frozen=True, slots=True)
class _Described:
    """A modifier of a kind."""

    kind: int
    group: int
    word: int
    """Which word of its passage it is."""


def contrast_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Modifiers of one kind and one noun in linked passages, each said by one article alone."""
    term_of = comparing.term_of
    told = {term_of[form]: kind for form, kind in _kinds().items() if form in term_of}
    found_a, found_b = _described(comparing, "a", told), _described(comparing, "b", told)
    said_a, said_b = _groups(found_a), _groups(found_b)
    if said_a == said_b:
        return
    for i, j in share.each(comparing.linked):
        for p in few(found_a.get(i, ())):
            for q in few(found_b.get(j, ())):
                own = (p.kind, p.group) not in said_b and (q.kind, q.group) not in said_a
                if own and p.kind == q.kind:
                    a = Place(i, *comparing.span("a", i, p.word, p.word + 1))
                    b = Place(j, *comparing.span("b", j, q.word, q.word + 1))
                    head = _head(comparing, "a", i, p.word) & _head(comparing, "b", j, q.word)
                    if _one_thing(comparing, a, b, head):
                        yield build_conflict(comparing, "other", a, b, SURE, lead=LEAD)


def _one_thing(comparing: Comparing, a: Place, b: Place, head: frozenset[int]) -> bool:
    """Whether two modifiers are of one thing: it bears a name, or the clauses have more in common."""
    if not head or any(comparing.lexicon.terms.is_name[term] for term in head):
        return bool(head)
    one, other = setting(comparing, "a", a.passage, a.span), setting(comparing, "b", b.passage, b.span)
    in_a, in_b = set(one.words | one.names) - head, set(other.words | other.names) - head
    return comparing.shared(in_a, in_b) >= COMMON_TERMS


def _described(
    comparing: Comparing, side: Side, told: Mapping[int, tuple[int, int]]
) -> dict[int, list[_Described]]:
    """The modifiers of each passage that has any.

    Args:
        comparing: The two articles.
        side: Which of them.
        told: The terms that are modifiers, each with its kind and its group.
    """
    indexed = comparing.indexed(side)
    found: dict[int, list[_Described]] = {}
    starts = indexed.starts.tolist()
    for word in comparing.words_among(side, told).tolist():
        passage = bisect_right(starts, word) - 1
        group = told[int(indexed.terms[word])]
        found.setdefault(passage, []).append(_Described(*group, word - starts[passage]))
    return found


def _head(comparing: Comparing, side: Side, passage: int, modifier: int) -> frozenset[int]:
    """The terms after a modifier, one of which is its noun.

    They go up to the next mark or function word; there are no numbers among them.
    """
    terms = comparing.lexicon.terms
    article, words = comparing.article(side), comparing.indexed(side).words[passage]
    offset = article.passages[passage].start
    first = modifier + 1
    head: list[int] = []
    for k, term in enumerate(comparing.passage_terms(side, passage)[first : first + HEAD], first):
        between = article.text[offset + words[k - 1].end : offset + words[k].start]
        if between.strip(" -") or terms.is_common[term]:
            break
        if not terms.is_number[term]:
            head.append(term)
    return frozenset(head)


def _groups(found: dict[int, list[_Described]]) -> set[tuple[int, int]]:
    """The groups of modifiers that an article uses anywhere."""
    return {(said.kind, said.group) for listed in found.values() for said in listed}


@cache
def _kinds() -> dict[str, tuple[int, int]]:
    """The kind and the group of each modifier, by its stem."""
    return {
        english_stem(word): (kind, group)
        for kind, groups in enumerate(KINDS)
        for group, told in enumerate(groups)
        for word in word_list(told)
    }
