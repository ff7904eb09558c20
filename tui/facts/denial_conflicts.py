"""Conflicts of an act: one article denies what the other tells, in another verb for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import setting, two_times
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.facts.verb_families import ACTS
from tui.language.progress import UNTOLD, Share
from tui.language.values import few

_DENIED = re.compile(
    r"(?=[ndhwi])\b(?:never|(?:did|does|do|has|had|have|was|were|is)(?:\snot|n[’']t))"
    r"\s(?:(?:actually|even|really|ever|yet|been)\s)?",
    re.IGNORECASE,
)
"""What stands before an act that is denied; its first letters spare most places the trial of the rest."""
_OPEN = re.compile(
    r"\b(?:if|whether|would|could|might|may|will|until|unless|not|never|only|without|before|to)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What before an act leaves open that it was done, or denies it too."""
WORDS_BEFORE = 3
"""Words before an act among which that would stand ..."""
BEFORE = 100
"""... and characters in which these are: a passage may be endless."""
NEAR_SCORE = 0.05
"""Least link score of the two passages: the act and its object say that they speak of one thing."""
SURE = 0.6


@dataclass(frozen=True, slots=True)
class _Denied:
    """An act that an article denies."""

    act: re.Pattern[str]
    span: Span
    object: frozenset[str]
    """The words of the name of what it was not done to."""


def denial_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Acts that one article denies and the other tells of the same name (`never entered`, `checked into`)."""
    denied_a, denied_b = _denied(comparing, "a"), _denied(comparing, "b")
    if not denied_a and not denied_b:
        return
    for (i, j), score in share.each(comparing.pairs):
        if score < NEAR_SCORE:
            continue
        for denial in few(denied_a.get(i, ())):
            for told in _told(comparing, "b", j, denial):
                yield from _conflict(comparing, Place(i, *denial.span), Place(j, *told))
        for denial in few(denied_b.get(j, ())):
            for told in _told(comparing, "a", i, denial):
                yield from _conflict(comparing, Place(i, *told), Place(j, *denial.span))


def _denied(comparing: Comparing, side: Side) -> dict[int, list[_Denied]]:
    """The acts that each passage denies, of those that deny any."""
    article = comparing.article(side)
    found: dict[int, list[_Denied]] = {}
    for passage, denial in comparing.matches(side, _DENIED, comparing.denying[side]):
        for act in ACTS:
            match = act.match(article.text, denial.end(), article.passages[passage].end)
            if match is not None:
                told = _Denied(act, (denial.start(), match.end()), frozenset(match["object"].split()))
                found.setdefault(passage, []).append(told)
    return found


def _told(comparing: Comparing, side: Side, passage: int, denial: _Denied) -> Iterator[Span]:
    """Where a passage tells the act that the other article denies."""
    text, kept = comparing.article(side).text, comparing.article(side).passages[passage]
    for match in denial.act.finditer(text, kept.start, kept.end):
        near = max(kept.start, match.start() - BEFORE)
        before = " ".join(text[near : match.start()].split()[-WORDS_BEFORE:])
        if denial.object.intersection(match["object"].split()) and not _OPEN.search(before):
            yield match.span()


def _conflict(comparing: Comparing, a: Place, b: Place) -> Iterator[Conflict]:
    if not two_times(setting(comparing, "a", a.passage, a.span), setting(comparing, "b", b.passage, b.span)):
        yield build_conflict(comparing, "polarity", a, b, SURE)
