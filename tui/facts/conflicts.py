"""Where two articles cannot both be right."""

from __future__ import annotations

from tui.facts.context import Comparing
from tui.facts.model import Conflict
from tui.facts.place_conflicts import place_conflicts
from tui.facts.value_conflicts import date_conflicts, name_conflicts, quantity_conflicts
from tui.facts.word_conflicts import attribution_conflicts, polarity_conflicts, quote_conflicts

FINDERS = (
    quantity_conflicts,
    date_conflicts,
    name_conflicts,
    place_conflicts,
    polarity_conflicts,
    quote_conflicts,
    attribution_conflicts,
)


def find_conflicts(comparing: Comparing) -> tuple[Conflict, ...]:
    """All conflicts, the surest first; of each kind one for two passages.

    A false conflict costs trust: each finder would rather miss one than invent one.
    """
    best: dict[tuple[int, int, str], Conflict] = {}
    for finder in FINDERS:
        for conflict in finder(comparing):
            key = conflict.a.passage, conflict.b.passage, conflict.kind
            if key not in best or conflict.confidence > best[key].confidence:
                best[key] = conflict
    return tuple(sorted(best.values(), key=lambda c: (-c.confidence, c.a.span, c.b.span)))
