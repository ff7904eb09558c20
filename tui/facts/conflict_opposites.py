"""English words of which one says the contrary of the other."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from Stemmer import Stemmer

from tui.language.values.tables import word_list

_PAIRS = (
    ("hire hired recruit employ appoint", "dismiss fire fired sack axe"),
    ("buy bought acquire purchase", "sell sold"),
    ("open opened reopen", "close closed shut shutter"),
    (
        "rise rose risen increase grow grew grown climb gain jump surge soar",
        "fall fell fallen drop decrease shrink shrank slip slump plunge lose lost",
    ),
    ("win won", "lose lost"),
    ("arrest detain jail imprison capture seize", "release free escape"),
    ("arrive enter join", "leave left depart exit quit"),
    ("accept approve adopt ratify", "reject refuse veto"),
    ("agree agreed", "refuse disagree"),
    ("admit confirm acknowledge confess", "deny denied"),
    ("allow permit authorise authorize legalise legalize", "ban forbid forbade prohibit bar block"),
    ("support back favour favor endorse", "oppose"),
    ("begin began begun start launch", "end finish stop halt cease"),
    ("survive live survived", "die died kill killed perish"),
    ("convict convicted", "acquit acquitted clear"),
    ("guilty", "innocent acquitted"),
    ("import", "export"),
    ("borrow", "lend lent"),
    ("deploy", "withdraw withdrew withdrawn"),
    ("build built rebuild", "demolish raze dismantle"),
    ("add", "remove"),
    ("succeed", "fail"),
    ("injured hurt wounded", "unhurt unharmed uninjured unscathed"),
    ("alive", "dead"),
    ("armed", "unarmed"),
    ("known", "unknown"),
    ("legal lawful", "illegal unlawful"),
    ("public", "private"),
    ("identified named", "unidentified unnamed"),
    ("continue", "abandon end stop halt"),
    ("raise raised", "lower cut reduce slash"),
    ("strengthen", "weaken"),
    ("upheld uphold", "overturn overturned overrule"),
    ("dismiss fire fired sack axe oust", "resign quit"),
    ("unanimous", "divided split"),
    ("accidental accident", "deliberate intentional arson"),
    ("suicide", "murder homicide"),
    ("peaceful", "violent"),
)
"""Pairs of words that reports of one event cannot both use of one thing. Our own list, of the verbs
and adjectives that the standard dictionaries give as each other's antonyms and news uses often."""


@cache
def english_stem(word: str) -> str:
    """The stem of an English word, as the terms of English articles have it."""
    stem: str = Stemmer("english").stemWord(word)
    return stem


@cache
def contraries() -> dict[str, frozenset[str]]:
    """The stems that say the contrary of one, by that stem; most words have none."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in _PAIRS:
        stems = [{english_stem(word) for word in word_list(side)} for side in (left, right)]
        for one, other in (stems, stems[::-1]):
            for told in one:
                table[told] |= other
    return {told: frozenset(others) for told, others in table.items()}
