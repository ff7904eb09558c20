"""Conflicts about quotations: one in two wordings, or the same words of two speakers."""

from __future__ import annotations

from collections.abc import Iterator

from tui.alignment.model import Span
from tui.facts.conflict_builder import build_conflict
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.values import QuoteComparison, QuoteSpan, few
from tui.language.values.speakers import is_pronoun

MOST_REWORDED = 0.4
"""Part of a quotation's words that may be others in another wording of it."""
QUOTED_WORDS = 4
"""Words below which two quotations that differ are two phrases, not two wordings."""
LEAST_ALIKE = 0.55
"""Strength of a difference between two wordings below which they are as likely two sentences."""
COMMON_WORDS = 6
"""Words that two wordings must share ..."""
CONTENT_COMMON = 2
"""... and how many of them must be no function words: `why do you do that` is said by anybody."""
TELLING = 3
"""Words of its own from which a wording is another even where all of them are function words."""
SURE_LINK = 0.8
"""Link score from which two quotations of the same content words are one, however they are put."""
RECAST_TERMS = 3
"""Content words that both must say."""
RECAST_COMMON = 0.6
"""Part of the content words of the longer of the two that the other must say; of the shorter, all."""
RECAST = 0.6
"""How sure it is that these are two wordings of one."""
SAME_STATEMENT = 0.9
"""Least link score of two passages without quotations that are ascribed to two speakers."""
SAME_WORDS = 0.85
"""How sure it is that the same words are one quotation, whatever their passages' link score."""


def quote_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """The same quotation in two wordings, or of two people who both are named."""
    for i, j, p, q, verdict in _pairs(comparing, share):
        if verdict.agreement.verdict == "differ" and _reworded(comparing, (i, p), (j, q), verdict):
            a = _widest(verdict.a, p.start) or (p.start, p.end)
            b = _widest(verdict.b, q.start) or (q.start, q.end)
            yield build_conflict(comparing, "quote", Place(i, *a), Place(j, *b), verdict.agreement.strength)
        elif verdict.agreement.verdict == "agree" and _two_speakers(comparing, (i, p), (j, q)):
            a_place, b_place = _speaker_place(comparing, "a", i, p), _speaker_place(comparing, "b", j, q)
            told = comparing.called(p.speaker), comparing.called(q.speaker)
            yield build_conflict(comparing, "attribution", a_place, b_place, SAME_WORDS, told=told)
        elif verdict.agreement.verdict == "not comparable" and _recast(comparing, (i, p), (j, q)):
            yield build_conflict(
                comparing, "quote", Place(i, p.start, p.end), Place(j, q.start, q.end), RECAST
            )


def _recast(comparing: Comparing, a: tuple[int, QuoteSpan], b: tuple[int, QuoteSpan]) -> bool:
    """Whether two quotations say one thing in the same content words, otherwise put, and of one speaker."""
    speakers = a[1].speaker, b[1].speaker
    if comparing.scores[a[0], b[0]] < SURE_LINK or (all(speakers) and not comparing.one_person(*speakers)):
        return False
    in_a = comparing.terms_in("a", a[0], a[1].start, a[1].end)
    in_b = comparing.terms_in("b", b[0], b[1].start, b[1].end)
    shorter, longer = sorted((len(in_a), len(in_b)))
    common = comparing.shared(in_a, in_b)
    return common >= max(shorter, RECAST_TERMS, RECAST_COMMON * longer)


def _pairs(
    comparing: Comparing, share: Share
) -> Iterator[tuple[int, int, QuoteSpan, QuoteSpan, QuoteComparison]]:
    """Quotations that may be one: of linked passages, and none a mere phrase."""
    for i, j in share.each(comparing.linked):
        for p in few(comparing.values_a.quotations[i]):
            for q in few(comparing.values_b.quotations[j]):
                said = comparing.a.text[p.start : p.end], comparing.b.text[q.start : q.end]
                if min(len(words.split()) for words in said) >= QUOTED_WORDS:
                    yield i, j, p, q, comparing.quoted(p, q)


def _reworded(
    comparing: Comparing, a: tuple[int, QuoteSpan], b: tuple[int, QuoteSpan], verdict: QuoteComparison
) -> bool:
    """Whether two quotations are wordings of one: both with few words of their own, one of them telling."""
    if verdict.agreement.strength < LEAST_ALIKE or _content_common(comparing, a, b) < CONTENT_COMMON:
        return False
    telling = verdict.agreement.reason == "negation"
    sides: tuple[tuple[Side, tuple[int, QuoteSpan], tuple[Span, ...]], ...] = (
        ("a", a, verdict.a),
        ("b", b, verdict.b),
    )
    for side, (passage, quoted), spans in sides:
        said = comparing.article(side).text[quoted.start : quoted.end]
        words, own = len(said.split()), sum(len(said[start:end].split()) for start, end in spans)
        if not own or own > MOST_REWORDED * words or words - own < COMMON_WORDS:
            return False
        places = [(quoted.start + start, quoted.start + end) for start, end in spans]
        # `his face` for `your face` is only told from another side.
        telling |= own >= TELLING or any(comparing.terms_in(side, passage, *place) for place in places)
    return telling


def _content_common(comparing: Comparing, a: tuple[int, QuoteSpan], b: tuple[int, QuoteSpan]) -> int:
    in_a = comparing.terms_in("a", a[0], a[1].start, a[1].end)
    in_b = comparing.terms_in("b", b[0], b[1].start, b[1].end)
    return len(in_a & in_b)


def _widest(spans: tuple[tuple[int, int], ...], offset: int) -> tuple[int, int] | None:
    """From the first to the last of the differing words."""
    return (offset + spans[0][0], offset + spans[-1][1]) if spans else None


def attribution_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """One statement, without quotation marks, ascribed to two people who both are named."""
    for (i, j), score in share.each(comparing.pairs):
        if score < SAME_STATEMENT:
            continue
        for one in few(comparing.values_a.attributions[i]):
            for other in few(comparing.values_b.attributions[j]):
                named = _named(comparing, "a", one.speaker_span) and _named(
                    comparing, "b", other.speaker_span
                )
                if named and _each_its_own(comparing, i, j, one.speaker, other.speaker):
                    places = Place(i, *one.speaker_span), Place(j, *other.speaker_span)
                    yield build_conflict(comparing, "attribution", *places, 0.6 * score)


def _two_speakers(comparing: Comparing, a: tuple[int, QuoteSpan], b: tuple[int, QuoteSpan]) -> bool:
    """Whether two passages name two people as the speaker of the same words."""
    named = _named(comparing, "a", a[1].speaker_span) and _named(comparing, "b", b[1].speaker_span)
    return named and _each_its_own(comparing, a[0], b[0], a[1].speaker, b[1].speaker)


def _named(comparing: Comparing, side: Side, span: Span | None) -> bool:
    """Whether the words that tell the speaker are a name: whom `he` means is a guess."""
    return span is not None and not is_pronoun(comparing.article(side).text[slice(*span)])


def _speaker_place(comparing: Comparing, side: Side, passage: int, quoted: QuoteSpan) -> Place:
    """Where a passage names the speaker of a quotation; the quotation itself where it does not."""
    kept = comparing.article(side).passages[passage]
    span = quoted.speaker_span
    if span is None or not kept.start <= span[0] < span[1] <= kept.end:
        span = quoted.start, quoted.end
    return Place(passage, *span)


def _each_its_own(comparing: Comparing, i: int, j: int, speaker_a: str, speaker_b: str) -> bool:
    """Whether two passages name two people, each only its own: not two who speak together."""
    # A single word may be an agency, or half of somebody's name.
    if " " not in speaker_a or " " not in speaker_b or comparing.one_person(speaker_a, speaker_b):
        return False
    in_a, in_b = comparing.a.passage_text(i), comparing.b.passage_text(j)
    return speaker_a.split()[-1] not in in_b and speaker_b.split()[-1] not in in_a
