"""Conflicts of names: one name spelt in two ways, and not by both articles."""

from __future__ import annotations

from collections.abc import Iterator

from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place
from tui.facts.values import Values
from tui.language.progress import UNTOLD, Share
from tui.language.values import Name, compare_names, few
from tui.language.values.gazetteer import TITLES
from tui.language.values.resolve import name_words, spelled_alike
from tui.language.words import words

NEAR_SCORE = 0.08
"""Least link score of two passages whose names are compared."""


def name_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """One name spelt in two ways; told once, where it is surest."""
    told_a, told_b = (
        _told(comparing.values_a, comparing.values_b),
        _told(comparing.values_b, comparing.values_a),
    )
    own_b = [[told for told in names if told[2]] for names in told_b]
    best: dict[tuple[str, str], Conflict] = {}
    misspelt: dict[tuple[str, str], bool] = {}
    for (i, j), score in share.each(list(comparing.scores.items())):
        if score < NEAR_SCORE:
            continue
        for p, words_p, own in told_a[i]:
            for q, words_q, _ in told_b[j] if own else own_b[j]:
                if len(words_p) != len(words_q):
                    continue  # no two spellings of one name
                pair = p.text, q.text
                if pair not in misspelt:
                    misspelt[pair] = spelled_alike(words_p, words_q) and _misspelt(p, q)
                if not misspelt[pair]:
                    continue
                places = Place(i, p.start, p.end), Place(j, q.start, q.end)
                found = build_conflict(comparing, "name", *places, 0.55 + 0.3 * min(1.0, score))
                if pair not in best or best[pair].confidence < found.confidence:
                    best[pair] = found
    yield from best.values()


def _told(own: Values, others: Values) -> list[list[tuple[Name, tuple[str, ...], bool]]]:
    """The names of each passage that are compared: with its words, and whether the other article lacks it."""
    written = {name.text for names in others.names for name in names}
    return [[(n, name_words(n.normal), n.text not in written) for n in few(names)] for names in own.names]


def _misspelt(p: Name, q: Name) -> bool:
    """Whether of two names that may be spellings of one either is no right one."""
    if any(character.isdigit() for character in p.text + q.text):
        return False  # 115th Street and 117th Street are two streets
    verdict = compare_names(p, q)
    if verdict.verdict != "differ" or verdict.reason != "spelled differently":
        return False
    # Accents, British and American spelling, and a plural (but of a surname) are no other name.
    forms = [[w.form for w in words(name.text)] for name in (p, q)]
    singular = [[form.rstrip("s") for form in spelt] for spelt in forms]
    if "person" not in {p.kind, q.kind} or singular[0][-1] in TITLES:
        return singular[0] != singular[1]
    return forms[0] != forms[1]
