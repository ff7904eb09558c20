"""Where two articles cannot both be right."""

from __future__ import annotations

from tui.facts.context import Comparing
from tui.facts.contrast_conflicts import contrast_conflicts
from tui.facts.date_conflicts import date_conflicts
from tui.facts.degree_conflicts import degree_conflicts
from tui.facts.denial_conflicts import denial_conflicts
from tui.facts.destination_conflicts import destination_conflicts
from tui.facts.fate_conflicts import fate_conflicts
from tui.facts.figure_conflicts import bare_figure_conflicts, quantity_conflicts
from tui.facts.lead_conflicts import lead_conflicts
from tui.facts.model import Conflict
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
    # Of two kinds of conflict of the same words the surer one tells enough.
    told = {(c.a.span, c.b.span): c for c in reversed(found)}
    return tuple(c for c in found if told[c.a.span, c.b.span] is c)
