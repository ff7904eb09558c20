"""How many values of one passage are compared with those of another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Value = TypeVar("Value")

MOST_COMPARED = 25
"""Values of one kind in one passage that are compared with those of another, each with each: no
sentence states more, and a page of figures without a full stop would take the square of its length."""


def few(found: Sequence[Value]) -> Sequence[Value]:
    """The values of a passage that are compared with those of another."""
    return found[:MOST_COMPARED]
