"""Conflicts about what became of people: nobody was hurt, or arrested, here, and nine were there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import setting, two_times
from tui.facts.context import Comparing
from tui.facts.model import BOTH_WAYS, SIDES, Conflict, Place, Side
from tui.language.progress import UNTOLD, Share

_STATE_OF = {
    "dead": ("killed", "dead", "died", "deaths", "fatalities", "loss of life", "casualties"),
    "hurt": ("hurt", "injured", "wounded", "harmed", "injuries", "wounds", "casualties"),
    "held": ("arrested", "detained", "arrests", "suspects in custody", "captured", "taken into custody"),
}
"""What a word says of people; casualties may be either."""
_WORD = "|".join(sorted({word for words in _STATE_OF.values() for word in words}))
_BEEN = r"(?:(?:has|have|had|been|was|were|is|are|reported|believed|known|to|be|or)\s){0,4}?"
_NOBODY = (
    r"(?:no[ -]one|nobody|none of (?:them|the \w+)"
    r"|no (?:people|persons?|passengers?|residents?|workers?|students?|children|civilians?|staff))"
)
_NONE = r"(?:no|without(?: any)?) (?:reported |known |(?:\w+ )?reports? of (?:any )?)?"
_DENIED = re.compile(
    rf"(?=[nw])\b(?:{_NOBODY}\s{_BEEN}|{_NONE})(?P<said>(?:{_WORD})(?: (?:or|and) (?:{_WORD}))?)\b"
    r"(?! (?:to|on|among|by)\b)",  # of some people only
    re.IGNORECASE,
)
"""English ways to say that an event left nobody dead, or hurt, or that nobody is held for it."""
_UNHURT = re.compile(
    r"\b(?:unhurt|uninjured|unharmed|unscathed|(?:was|were) not (?:hurt|injured))\b", re.IGNORECASE
)
"""The same of some people only: whoever the sentence speaks of."""
_UNHURT_WORDS = ("unhurt", "uninjured", "unharmed", "unscathed", "not hurt", "not injured")
"""What each of these has in it."""
SAME_PEOPLE = 0.5
"""Least link score of a passage that speaks of the same ones."""
_BONE = r"(?:arm|leg|wrist|ankle|hip|shoulder|collarbone|nose|ribs?)"
_HELD = r"arrested|detained|captured"
_SUFFERED = re.compile(
    r"(?=[wbsntpoa])\b(?:"
    rf"(?:was|were|been)(?: \w+ly)? (?P<said>killed|hurt|injured|wounded|{_HELD}|taken into custody)"
    rf"|(?:police|officers|agents|troops)(?: have| had)? (?P<act>{_HELD})"
    r"|(?:suffered|sustained|with) (?:\w+ ){0,2}(?:injuries|wounds|burns|fractures)"
    rf"|broke (?:his|her|an?) {_BONE}|broken {_BONE}"
    r"|shot (?:in|through) the|treated for|needed treatment)\b",
    re.IGNORECASE,
)
"""How a single person's fate is told, whom no figure counts."""
_SUFFERED_WORDS = (
    "killed", "hurt", "injur", "wound", "arrested", "detained", "captured", "custody", "burns", "fractures",
    "broke", "shot ", "treat",
)  # fmt: skip
"""What each of these has in it."""
_NEGATED = re.compile(r"\b(?:no|not|nobody|none|neither|never|without|if|whether)\b|n[’']t\b", re.IGNORECASE)
BEFORE = 40
"""Characters before such a fate in which one of these takes it back."""
SURE = 0.6
FEW = 20
"""Denials that are laid beside all that the other article tells between two calls of progress."""


@dataclass(frozen=True, slots=True)
class _Fate:
    """That people died, were hurt or are held; or that nobody did, was or is."""

    state: str
    passage: int
    span: Span
    least: float = 0.0
    """Least link score of the two passages."""


def fate_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """What became of people that one article denies and the other tells, in the passages likeliest linked.

    An article that does both speaks of two groups of people, and contradicts nobody.
    """
    all_denied: dict[Side, list[_Fate]] = {side: list(_denied(comparing, side)) for side in SIDES}
    if not any(all_denied.values()):
        return
    all_told: dict[Side, list[_Fate]] = {side: list(_told(comparing, side)) for side in SIDES}
    for number, (denying, telling) in enumerate(BOTH_WAYS):
        share.tell(number / 2)
        both = {fate.state for fate in (*all_told[denying], *all_denied[telling])}
        denied = [denial for denial in all_denied[denying] if denial.state not in both]
        told = all_told[telling]
        for denial in share.part((number + 0.5) / 2, (number + 1) / 2).each(denied, FEW):
            pairs = [_places(denying, denial, fate) for fate in told if fate.state == denial.state]
            a, b = max(pairs, key=partial(_score, comparing), default=(None, None))
            if a and b and _score(comparing, (a, b)) >= denial.least:
                one = setting(comparing, "a", a.passage, a.span)
                other = setting(comparing, "b", b.passage, b.span)
                if not two_times(one, other):
                    yield build_conflict(comparing, "polarity", a, b, SURE)


def _places(denying: Side, denial: _Fate, fate: _Fate) -> tuple[Place, Place]:
    """Where a denial and what it denies stand, A's place first."""
    here, there = (Place(found.passage, *found.span) for found in (denial, fate))
    return (here, there) if denying == "a" else (there, here)


def _score(comparing: Comparing, pair: tuple[Place, Place]) -> float:
    """Link score of the passages of two places."""
    return comparing.scores.get((pair[0].passage, pair[1].passage), 0.0)


def _states(said: str) -> list[str]:
    """What a word says of people."""
    return [state for state, words in _STATE_OF.items() if any(word in said.casefold() for word in words)]


def _denied(comparing: Comparing, side: Side) -> Iterator[_Fate]:
    for passage, match in comparing.matches(side, _DENIED, comparing.denying[side]):
        for state in _states(match["said"]):
            yield _Fate(state, passage, match.span())
    for passage, match in comparing.matches(side, _UNHURT, comparing.holding(side, _UNHURT_WORDS)):
        yield _Fate("hurt", passage, match.span(), SAME_PEOPLE)


def _told(comparing: Comparing, side: Side) -> Iterator[_Fate]:
    for passage, figures in enumerate(comparing.values(side).quantities):
        for figure in figures:
            if figure.state in _STATE_OF and figure.value:
                yield _Fate(figure.state, passage, (figure.start, figure.end))
    text = comparing.article(side).text
    for passage, match in comparing.matches(side, _SUFFERED, comparing.holding(side, _SUFFERED_WORDS)):
        if not _NEGATED.search(text, max(0, match.start() - BEFORE), match.start()):
            for state in _states(match["said"] or match["act"] or "hurt"):
                yield _Fate(state, passage, match.span())
