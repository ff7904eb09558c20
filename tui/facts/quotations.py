"""Who is quoted where: the quotations of both articles, matched."""

from __future__ import annotations

from collections.abc import Iterator

from tui.facts.context import Comparing
from tui.facts.model import Quotation, Side
from tui.facts.values import few
from tui.language.values import QuoteSpan, compare_quotations

LEAST_WORDS = 3
"""Words below which quotation marks hold a title or a nickname, not words spoken."""


def find_quotations(comparing: Comparing) -> tuple[Quotation, ...]:
    """All quotations, A's in reading order and then B's, with speakers and counterparts.

    The same words are looked for in passages that may be linked.
    """
    listed = [*_spoken(comparing, "a"), *_spoken(comparing, "b")]
    number = {(side, span.start): k for k, (side, _, span) in enumerate(listed)}
    counterpart: dict[int, int] = {}
    by_passage: dict[tuple[Side, int], list[QuoteSpan]] = {}
    for side, passage, span in listed:
        by_passage.setdefault((side, passage), []).append(span)
    for (i, j), _ in sorted(comparing.scores.items(), key=lambda item: (-item[1], item[0])):
        for p in few(by_passage.get(("a", i), ())):
            for q in few(by_passage.get(("b", j), ())):
                k, m = number["a", p.start], number["b", q.start]
                if k in counterpart or m in counterpart:
                    continue
                said = comparing.a.text[p.start : p.end], comparing.b.text[q.start : q.end]
                if compare_quotations(*said).agreement.verdict != "not comparable":
                    counterpart[k], counterpart[m] = m, k
    return tuple(
        Quotation(side, passage, span.start, span.end, span.speaker or None, counterpart.get(k))
        for k, (side, passage, span) in enumerate(listed)
    )


def _spoken(comparing: Comparing, side: Side) -> Iterator[tuple[Side, int, QuoteSpan]]:
    values = comparing.values_a if side == "a" else comparing.values_b
    text = comparing.article(side).text
    for passage, spans in enumerate(values.quotations):
        for span in spans:
            if len(text[span.start : span.end].split()) >= LEAST_WORDS or not span.fragment:
                yield side, passage, span
