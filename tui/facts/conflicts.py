"""Where two articles cannot both be right."""

from __future__ import annotations

from tui.articles.model import Article
from tui.facts.conflict_builder import unwrapped
from tui.facts.context import Comparing
from tui.facts.date_conflicts import date_conflicts
from tui.facts.figure_conflicts import bare_figure_conflicts, quantity_conflicts
from tui.facts.lead_conflicts import lead_conflicts
from tui.facts.model import Conflict
from tui.facts.name_conflicts import name_conflicts
from tui.facts.place_conflicts import place_conflicts
from tui.facts.polarity_conflicts import polarity_conflicts
from tui.facts.quote_conflicts import attribution_conflicts, quote_conflicts
from tui.facts.slot_conflicts import slot_conflicts

FINDERS = (
    quantity_conflicts,
    lead_conflicts,
    bare_figure_conflicts,
    date_conflicts,
    name_conflicts,
    slot_conflicts,
    place_conflicts,
    polarity_conflicts,
    quote_conflicts,
    attribution_conflicts,
)


def find_conflicts(comparing: Comparing) -> tuple[Conflict, ...]:
    """All conflicts, the surest first; of each kind one for two passages.

    A false conflict costs trust: each finder would rather miss one than invent one.
    """
    texts_a, texts_b = _texts(comparing.a), _texts(comparing.b)
    said_a, said_b = set(texts_a), set(texts_b)
    # What the other article says too, letter for letter, it does not contradict; at most itself.
    unopposed_a = {k for k, text in enumerate(texts_a) if text in said_b}
    unopposed_b = {k for k, text in enumerate(texts_b) if text in said_a}
    best: dict[tuple[int, int, str], Conflict] = {}
    for finder in FINDERS:
        for conflict in finder(comparing):
            if conflict.a.passage in unopposed_a or conflict.b.passage in unopposed_b:
                continue
            key = conflict.a.passage, conflict.b.passage, conflict.kind
            if key not in best or conflict.confidence > best[key].confidence:
                best[key] = conflict
    found = sorted(best.values(), key=lambda c: (-c.confidence, c.a.span, c.b.span))
    # Of two kinds of conflict of the same words the surer one tells enough.
    told = {(c.a.span, c.b.span): c for c in reversed(found)}
    return tuple(c for c in found if told[c.a.span, c.b.span] is c)


def _texts(article: Article) -> list[str]:
    """The passages of an article, whatever their spaces and line breaks."""
    return [unwrapped(article.passage_text(p.index)) for p in article.passages]
