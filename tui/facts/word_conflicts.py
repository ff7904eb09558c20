"""Conflicts of wording: one denies what the other says, one quotation in two wordings, two speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.alignment.terms import Terms
from tui.facts.context import Comparing
from tui.facts.model import Conflict, Place, Side
from tui.facts.value_conflicts import one_line
from tui.facts.values import few
from tui.language.values import QuoteComparison, QuoteSpan, compare_quotations
from tui.language.vectors import word_vectors

_NEITHER = re.compile(r"\bneither\s+(?P<first>[^,.;]{2,60}?)\s+nor\s+(?P<rest>[^,;.]{2,160})", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\s+(?P<first>[^,.;]{2,60}?)\s+and\s+(?P<rest>[^,;.]{2,160})", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:not|never|neither|nobody|none|without|den(?:y|ied|ies)|refus(?:e|ed|es)|reject(?:s|ed)?|cannot)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
"""English words that deny. Other languages get no conflicts of polarity."""
_UNSURE = re.compile(r"\b(?:if|whether|would|could|might|may|until|unless|only|but)\b", re.IGNORECASE)
"""Words that make a denial no denial of the fact, or only of a part of it."""
LEAST_COMMON = 0.75
"""Part of the terms of the shorter of two clauses that the other must say, for a denial to be of it."""
LEAST_TERMS = 3
"""Terms that the shorter clause needs, for its denial to be told from chance."""
MOST_REWORDED = 0.4
"""Part of a quotation's words that may be others in another wording of it."""
AKIN = 0.28
"""Cosine of two words' vectors from which they may tell of one kind of act (disclose, release)."""
SAYING_NEXT = 3
"""Words after the second of two coordinated subjects among which their verb stands."""
SAME_STATEMENT = 0.9
"""Least link score of two passages that are ascribed to two speakers as one statement."""
QUOTED_WORDS = 4
"""Words below which two quotations that differ are two phrases, not two wordings."""


def polarity_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """Clauses that say the same of the same, but for a negation in one of them."""
    yield from _neither_and_both(comparing)
    for (i, j), score in comparing.scores.items():
        if score < comparing.threshold:
            continue
        clauses_a, clauses_b = comparing.clauses("a", i), comparing.clauses("b", j)
        for a in clauses_a:
            for b in clauses_b:
                sure = _denied(comparing, i, j, a, b)
                if sure:
                    yield _conflict(comparing, (i, *a), (j, *b), "polarity", sure * min(1.0, 0.5 + score))


def _denied(comparing: Comparing, i: int, j: int, a: tuple[int, int], b: tuple[int, int]) -> float:
    """How sure it is that one of two clauses denies the other; 0 where it does not."""
    text_a, text_b = comparing.a.text[slice(*a)], comparing.b.text[slice(*b)]
    if bool(_NEGATION.search(text_a)) == bool(_NEGATION.search(text_b)):
        return 0.0
    if _UNSURE.search(text_a) or _UNSURE.search(text_b):
        return 0.0
    in_a, in_b = comparing.terms_in("a", i, *a), comparing.terms_in("b", j, *b)
    least = min(len(in_a), len(in_b))
    if least < LEAST_TERMS:
        return 0.0
    common = comparing.shared(in_a, in_b) / least
    return 0.8 * common if common >= LEAST_COMMON else 0.0


def _neither_and_both(comparing: Comparing) -> Iterator[Conflict]:
    """`Neither X nor Y disclosed …` here, `both X and Y released …` there."""
    for one, other in ((_NEITHER, _BOTH), (_BOTH, _NEITHER)):
        for i, p in _found(comparing, "a", one):
            for j, q in _found(comparing, "b", other):
                names_a, verbs_a = _subjects(comparing, "a", i, p)
                names_b, verbs_b = _subjects(comparing, "b", j, q)
                same = names_a and comparing.shared(names_a, names_b) >= max(2, len(names_a) - 1)
                if same and closest_meaning(comparing.lexicon.terms, verbs_a, verbs_b) >= AKIN:
                    places = (i, p.start(), p.end()), (j, q.start(), q.end())
                    yield _conflict(comparing, *places, "polarity", 0.8)


def closest_meaning(terms: Terms, in_a: set[int], in_b: set[int]) -> float:
    """Cosine of the two words, one of each set, that are closest in meaning; 1 where one is in both."""
    if in_a & in_b:
        return 1.0
    vectors = [word_vectors().lookup([terms.surfaces[t] for t in sorted(s)])[1] for s in (in_a, in_b)]
    if not len(vectors[0]) or not len(vectors[1]):
        return 0.0
    return float((vectors[0] @ vectors[1].T).max())


def _found(comparing: Comparing, side: Side, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    article = comparing.article(side)
    for passage in article.passages:
        if passage.kind != "furniture":
            for match in pattern.finditer(article.text, passage.start, passage.end):
                yield passage.index, match


def _subjects(
    comparing: Comparing, side: Side, passage: int, match: re.Match[str]
) -> tuple[set[int], set[int]]:
    """The terms of the two things coordinated, and the first of those said of them."""
    is_name = comparing.lexicon.terms.is_name
    inside = comparing.terms_in(side, passage, match.start(), match.end())
    after = comparing.terms_in_order(side, passage, match.start("rest"), match.end())
    verbs = [t for t in after if not is_name[t]]
    return {t for t in inside if is_name[t]}, set(verbs[:SAYING_NEXT])


def attribution_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """One statement, ascribed to two people who both are named."""
    for (i, j), score in comparing.scores.items():
        if score < SAME_STATEMENT:
            continue
        for p in few(comparing.values_a.attributions[i]):
            for q in few(comparing.values_b.attributions[j]):
                if _two_speakers(comparing, i, j, p.speaker, q.speaker):
                    speaker_a, speaker_b = (i, *p.speaker_span), (j, *q.speaker_span)
                    yield _conflict(comparing, speaker_a, speaker_b, "attribution", 0.6 * score)


def _two_speakers(comparing: Comparing, i: int, j: int, speaker_a: str, speaker_b: str) -> bool:
    """Whether two passages name two people, each only its own: not two who speak together, not an agency."""
    if not speaker_a or not speaker_b or comparing.one_person(speaker_a, speaker_b):
        return False
    if " " not in speaker_a or " " not in speaker_b:
        return False  # a single word may be an agency, or half of somebody's name
    in_a, in_b = comparing.a.passage_text(i), comparing.b.passage_text(j)
    return speaker_a.split()[-1] not in in_b and speaker_b.split()[-1] not in in_a


def quote_conflicts(comparing: Comparing) -> Iterator[Conflict]:
    """The same quotation in two wordings."""
    for (i, j), score in comparing.scores.items():
        if score < comparing.threshold:
            continue
        for p in few(comparing.values_a.quotations[i]):
            for q in few(comparing.values_b.quotations[j]):
                said_a, said_b = _quoted(comparing, p, q)
                if min(len(said_a.split()), len(said_b.split())) < QUOTED_WORDS:
                    continue
                verdict = compare_quotations(said_a, said_b)
                if verdict.agreement.verdict == "differ" and _reworded(said_a, said_b, verdict):
                    a = _widest(verdict.a, p.start) or (p.start, p.end)
                    b = _widest(verdict.b, q.start) or (q.start, q.end)
                    yield _conflict(comparing, (i, *a), (j, *b), "quote", verdict.agreement.strength)


def _reworded(said_a: str, said_b: str, verdict: QuoteComparison) -> bool:
    """Whether both have words of their own, and few: otherwise one only quotes more."""
    for said, spans in ((said_a, verdict.a), (said_b, verdict.b)):
        own = sum(len(said[start:end].split()) for start, end in spans)
        if not own or own > MOST_REWORDED * len(said.split()):
            return False
    return True


def _quoted(comparing: Comparing, p: QuoteSpan, q: QuoteSpan) -> tuple[str, str]:
    return comparing.a.text[p.start : p.end], comparing.b.text[q.start : q.end]


def _widest(spans: tuple[tuple[int, int], ...], offset: int) -> tuple[int, int] | None:
    """From the first to the last of the differing words."""
    return (offset + spans[0][0], offset + spans[-1][1]) if spans else None


_LEADS = {
    "polarity": "One says what the other denies",
    "quote": "The same words are quoted differently",
    "attribution": "The same is said by different speakers",
}


def _conflict(
    comparing: Comparing, a: tuple[int, int, int], b: tuple[int, int, int], kind: str, confidence: float
) -> Conflict:
    a, b = _trimmed(comparing.a.text, a), _trimmed(comparing.b.text, b)
    says_a, says_b = comparing.a.text[a[1] : a[2]], comparing.b.text[b[1] : b[2]]
    explanation = f"{_LEADS[kind]}: A has “{one_line(says_a)}”, B has “{one_line(says_b)}”."
    return Conflict(Place(*a), Place(*b), kind, explanation, round(confidence, 3))  # type: ignore[arg-type]


def _trimmed(text: str, place: tuple[int, int, int]) -> tuple[int, int, int]:
    passage, start, end = place
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" \n,;:—–-"))
    end -= len(piece) - len(piece.rstrip(" \n,;:—–-"))
    return passage, start, max(start, end)
