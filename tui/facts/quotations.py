"""Who is quoted where: the quotations of both articles, matched."""

from __future__ import annotations

from collections.abc import Iterator

from tui.facts.context import Comparing
from tui.facts.model import Quotation, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import QuoteSpan, few
from tui.language.values.speakers import is_pronoun

LEAST_WORDS = 3
"""Words below which quotation marks hold a title or a nickname, not words spoken."""

Spoken = tuple[Side, int, QuoteSpan]
"""A quotation with its article and passage."""


def find_quotations(comparing: Comparing, share: Share = UNTOLD) -> tuple[Quotation, ...]:
    """All quotations, A's in reading order and then B's, with speakers and counterparts.

    A speaker has one name in both articles: the fullest that either has.

    Args:
        comparing: The two articles.
        share: Told how far the work is.
    """
    share.tell(0.0)
    listed = list(_spoken(comparing, "a"))
    share.tell(0.05)
    listed += _spoken(comparing, "b")
    share.tell(0.1)
    if not listed:
        return ()
    counterpart = _counterparts(comparing, listed, share.part(0.1, 0.7))
    share.tell(0.7)
    made = []
    for k, (side, passage, span) in enumerate(share.part(0.8, 1.0).each(listed)):
        other = listed[counterpart[k]][2].speaker if k in counterpart else ""
        speaker = _speaker(comparing, side, span, other)
        made.append(Quotation(side, passage, span.start, span.end, speaker, counterpart.get(k)))
    return tuple(made)


def _counterparts(comparing: Comparing, listed: list[Spoken], share: Share) -> dict[int, int]:
    """For each quotation that the other article has too, the number of that one.

    The same words are looked for in passages that may be linked.
    """
    found: dict[int, int] = {}
    by_passage: dict[Side, dict[int, list[tuple[int, QuoteSpan]]]] = {"a": {}, "b": {}}
    for number, (side, passage, span) in enumerate(listed):
        by_passage[side].setdefault(passage, []).append((number, span))
    in_a, in_b = by_passage["a"], by_passage["b"]
    both = [(-score, i, j) for (i, j), score in comparing.scores.items() if i in in_a and j in in_b]
    for _, i, j in share.each(sorted(both)):
        for k, p in few(in_a[i]):
            for m, q in few(in_b[j]):
                if k in found or m in found:
                    continue
                if comparing.quoted(p, q).agreement.verdict != "not comparable":
                    found[k], found[m] = m, k
    return found


def _speaker(comparing: Comparing, side: Side, span: QuoteSpan, other: str) -> str | None:
    """Who speaks a quotation; `he` is whom the other article names for the same words, if both name him.

    Args:
        comparing: The two articles.
        side: Which of them quotes.
        span: The quotation.
        other: The speaker of its counterpart; `` for none.
    """
    if span.speaker_span is None:
        return None
    pronoun = is_pronoun(comparing.article(side).text[slice(*span.speaker_span)])
    if pronoun and comparing.persons.get(other) in comparing.named[side]:
        return comparing.called(other)
    return comparing.called(span.speaker) or None


def _spoken(comparing: Comparing, side: Side) -> Iterator[Spoken]:
    values = comparing.values(side)
    text = comparing.article(side).text
    for passage, spans in enumerate(values.quotations):
        for span in spans:
            if len(text[span.start : span.end].split()) >= LEAST_WORDS or not span.fragment:
                yield side, passage, span
