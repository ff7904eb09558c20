"""A figure where it stands, and what its article tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from tui.alignment.model import Span
from tui.facts.conflict_context import Setting, setting
from tui.facts.conflict_opposites import english_stem
from tui.facts.context import Comparing
from tui.facts.figure_roles import (
    bearer,
    distance_from,
    done_at,
    inhabitants,
    is_part,
    is_share,
    is_whole,
    one_of_several,
    with_wholes,
)
from tui.facts.model import Side
from tui.facts.values import Values
from tui.language.values import Agreement, Quantity, compare_quantities, far_apart, few

BESIDE = 3
"""Words before a figure, and after its noun, among which stands the verb it is told with."""

ByUnit = dict[tuple[str, str], list[Quantity]]
"""Figures by their kind and what they count or measure."""


@dataclass(eq=False)
class Figure:
    """A figure where it stands. It is compared with many, so what is asked of it alone is found once."""

    comparing: Comparing
    side: Side
    passage: int
    value: Quantity
    stated: tuple[ByUnit, ByUnit]
    """All figures of its own article, and of the other."""

    @property
    def text(self) -> str:
        """The article it stands in."""
        return self.comparing.article(self.side).text

    @property
    def span(self) -> Span:
        """Where it stands in its article's text."""
        return self.value.start, self.value.end

    @cached_property
    def around(self) -> Setting:
        """What stands around it."""
        return setting(self.comparing, self.side, self.passage, self.span)

    @cached_property
    def words(self) -> set[int]:
        """The words around it, with those that stand between it and its noun (`hardest-hit villages`)."""
        if not self.value.modifiers:
            return self.around.words
        forms, noun = self.comparing.lexicon.terms.forms, english_stem(self.value.unit)
        inside = self.comparing.terms_in(self.side, self.passage, self.value.number[1], self.value.end)
        return self.around.words | {t for t in inside if forms[t] != noun}

    @cached_property
    def beside(self) -> set[int]:
        """The nearest content word before it, and after its noun, where it is no name."""
        comparing = self.comparing
        indexed, offset = (
            comparing.indexed(self.side),
            comparing.article(self.side).passages[self.passage].start,
        )
        terms = comparing.passage_terms(self.side, self.passage)
        told = list(zip(indexed.words[self.passage], terms, strict=True))
        before = [term for word, term in told if word.end + offset <= self.value.start][::-1]
        after = [term for word, term in told if word.start + offset >= self.value.end]
        near = (next((t for t in terms[:BESIDE] if comparing.content[t]), None) for terms in (before, after))
        return {t for t in near if t is not None} - comparing.names

    @cached_property
    def alone(self) -> bool:
        """Whether its article has but one figure of its noun, however often."""
        own = self.stated[0].get((self.value.kind, self.value.unit), ())
        return all(compare_quantities(self.value, other).verdict != "differ" for other in own)

    @cached_property
    def elsewhere(self) -> bool:
        """Whether the other article has the figure too, of the same thing."""
        others = self.stated[1].get((self.value.kind, self.value.unit), ())
        near = [o for o in others if o.hedge != "vague" and not far_apart(self.value, o)]
        return any(self._related(other).verdict == "agree" for other in near)

    def agrees(self, others: Sequence[Figure]) -> bool:
        """Whether it agrees with any of some figures of the other article."""
        kind = self.value.kind
        return any(o.value.kind == kind and self._related(o.value).verdict == "agree" for o in others)

    def _related(self, other: Quantity) -> Agreement:
        if self.side == "a":
            return self.comparing.related(self.value, other)
        return self.comparing.related(other, self.value)

    @cached_property
    def is_part(self) -> bool:
        """Whether it is no total."""
        return is_part(self.text, self.value)

    @cached_property
    def is_share(self) -> bool:
        """Whether it is told as some of a group."""
        return is_share(self.text, self.value)

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is told as the whole of which another is a part."""
        return is_whole(self.text, self.value)

    @cached_property
    def one_of_several(self) -> bool:
        """Whether it is a number of people told beside another."""
        quantities = self.comparing.values(self.side).quantities[self.passage]
        return one_of_several(self.text, quantities, self.value)

    @cached_property
    def inhabitants(self) -> bool:
        """Whether it is the number of people of a place."""
        return inhabitants(self.text, self.value)

    @cached_property
    def distance_from(self) -> str:
        """The place from which it is a distance; `` for none."""
        return distance_from(self.text, self.value)

    @cached_property
    def bearer(self) -> str:
        """The name it is told of as an age; `` where it is none."""
        return bearer(self.text, self.comparing.values(self.side).names[self.passage], self.value)

    @cached_property
    def done_at(self) -> tuple[str, ...]:
        """What was done at it, a time of day, and the preposition."""
        return done_at(self.text, self.value)


Told = list[list[Figure]]
"""The figures of each passage of an article."""


def figures_told(comparing: Comparing) -> tuple[Told, Told]:
    """The figures of each passage of A, and of B, and those that they are parts of."""
    stated_a, stated_b = _by_unit(comparing.values_a), _by_unit(comparing.values_b)
    return _told(comparing, "a", (stated_a, stated_b)), _told(comparing, "b", (stated_b, stated_a))


def _told(comparing: Comparing, side: Side, stated: tuple[ByUnit, ByUnit]) -> list[list[Figure]]:
    text = comparing.article(side).text
    return [
        [Figure(comparing, side, passage, q, stated) for q in with_wholes(text, few(found))]
        for passage, found in enumerate(comparing.values(side).quantities)
    ]


def _by_unit(values: Values) -> ByUnit:
    """The figures of an article."""
    found: ByUnit = {}
    for passage in values.quantities:
        for quantity in passage:
            found.setdefault((quantity.kind, quantity.unit), []).append(quantity)
    return found
