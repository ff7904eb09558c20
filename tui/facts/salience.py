"""Salience: what a reader with one minute should see first."""

from __future__ import annotations

import math

from tui.facts.values import Values

LEAD = 0.4
"""What standing at the very start is worth: news tells what matters first."""
LEAD_LENGTH = 6.0
"""Passages after which that has fallen to about a third."""
VALUE = 0.08
"""What each name, figure or date in a claim is worth, up to MOST_VALUES of them."""
MOST_VALUES = 4
QUOTED = 0.08
"""What quoted words are worth."""
LENGTH = 0.2
"""What a claim of a whole long sentence is worth more than one of a few words."""
LONG = 25
SHARED = 0.3
"""What part of it is left when the other article has the fact too."""


def salience(values: Values, passage: int, start: int, end: int, words: int, *, unique: bool) -> float:
    """How much a claim matters, 0 to 1.

    Args:
        values: The values of the article that makes the claim.
        passage: The passage it stands in.
        start: Where it starts in the text.
        end: Where it ends.
        words: How many words it has.
        unique: Whether the other article lacks it.
    """
    held = 0
    for kind in (values.names, values.quantities, values.dates):
        for value in kind[passage]:
            held += start <= value.start < end
    quotations = values.quotations[passage]
    quoted = bool(quotations) and any(q.start < end and q.end > start for q in quotations)
    weight = (
        LEAD * math.exp(-passage / LEAD_LENGTH)
        + VALUE * min(MOST_VALUES, held)
        + QUOTED * quoted
        + LENGTH * min(1.0, words / LONG)
    )
    return round(min(1.0, weight) * (1.0 if unique else SHARED), 4)
