"""Where two articles cannot both be right."""

from __future__ import annotations

from tui.facts.context import Comparing
from tui.facts.contrast_conflicts import contrast_conflicts
from tui.facts.copy_conflicts import copy_conflicts
from tui.facts.date_conflicts import date_conflicts
from tui.facts.degree_conflicts import degree_conflicts
from tui.facts.denial_conflicts import denial_conflicts
from tui.facts.destination_conflicts import destination_conflicts
from tui.facts.fate_conflicts import fate_conflicts
from tui.facts.figure_conflicts import bare_figure_conflicts, quantity_conflicts
from tui.facts.lead_conflicts import lead_conflicts
from tui.facts.model import Conflict, Place
from tui.facts.name_conflicts import name_conflicts
from tui.facts.place_conflicts import place_conflicts
from tui.facts.polarity_conflicts import polarity_conflicts
from tui.facts.quote_conflicts import attribution_conflicts, quote_conflicts
from tui.facts.slot_conflicts import slot_conflicts
from tui.facts.two_events import two_events
from tui.language.progress import UNTOLD, Share

FINDERS = (
    quantity_conflicts,
    lead_conflicts,
    bare_figure_conflicts,
    date_conflicts,
    name_conflicts,
    slot_conflicts,
    place_conflicts,
    polarity_conflicts,
    destination_conflicts,
    denial_conflicts,
    fate_conflicts,
    degree_conflicts,
    contrast_conflicts,
    quote_conflicts,
    attribution_conflicts,
    copy_conflicts,
)
SAYING = (bare_figure_conflicts, quote_conflicts, attribution_conflicts)
"""Those that hold whatever the two articles report: they look for the same words."""


def find_conflicts(comparing: Comparing, share: Share = UNTOLD) -> tuple[Conflict, ...]:
    """All conflicts, the surest first; of each kind one for two passages.

    A false conflict costs trust: each finder would rather miss one than invent one.

    Args:
        comparing: The two articles.
        share: Told how far the work is.
    """
    share.tell(0.0)
    unopposed_a, unopposed_b = comparing.unopposed
    best: dict[tuple[int, int, str], Conflict] = {}
    finders = SAYING if two_events(comparing) else FINDERS
    for number, finder in enumerate(finders):
        part = share.part(number / len(finders), (number + 1) / len(finders))
        part.tell(0.0)
        for conflict in finder(comparing, part):
            if conflict.a.passage in unopposed_a or conflict.b.passage in unopposed_b:
                continue
            key = conflict.a.passage, conflict.b.passage, conflict.kind
            if key not in best or conflict.confidence > best[key].confidence:
                best[key] = conflict
    found = sorted(best.values(), key=lambda c: (-c.confidence, c.a.span, c.b.span))
    told: dict[tuple[int, int], list[Conflict]] = {}
    kept = []
    for conflict in found:
        surer = told.setdefault((conflict.a.passage, conflict.b.passage), [])
        if not any(_of_one_thing(conflict, other) for other in surer):
            surer.append(conflict)
            kept.append(conflict)
    return tuple(kept)


def _of_one_thing(one: Conflict, other: Conflict) -> bool:
    """Whether two kinds of conflict tell of the same words: the surer one tells enough.

    A denial is told by its whole clause; a figure or a name in that clause is another matter.
    """
    same = one.a.span == other.a.span and one.b.span == other.b.span
    clause = (one.kind == "polarity") != (other.kind == "polarity") and "quote" not in {one.kind, other.kind}
    return same or (not clause and _meet(one.a, other.a) and _meet(one.b, other.b))


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end
