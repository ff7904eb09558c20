"""Conflicts of polarity: one article says what the other denies, or its contrary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tui.alignment.terms import Terms
from tui.articles.model import Passage
from tui.facts.conflict_builder import build_conflict
from tui.facts.conflict_context import Setting, setting, two_times
from tui.facts.context import Comparing
from tui.facts.model import BOTH_WAYS, Conflict, Place, Side
from tui.language.progress import UNTOLD, Share
from tui.language.vectors import word_vectors

# The first letters are said once in front: that spares most places the trial of all that follows.
_NEITHER = re.compile(
    r"(?=n)\bneither\s+(?P<first>[^,.;]{2,60}?)\s+nor\s+(?P<rest>[^,;.]{2,160})", re.IGNORECASE
)
_BOTH = re.compile(r"(?=b)\bboth\s+(?P<first>[^,.;]{2,60}?)\s+and\s+(?P<rest>[^,;.]{2,160})", re.IGNORECASE)
_NEGATION = re.compile(
    r"(?=[nwcrfdiahsm])\b(?:not|never|neither|nobody|no one|no|none|nothing|without|cannot"
    r"|(?:ai|are|ca|could|did|do|does|had|has|have|is|might|must|need|sha|should|was|were|wo|would)n[’']t"
    r"|(?:refus|fail|declin)(?:ed|es|e|s)? to)\b",
    re.IGNORECASE,
)
"""English words that deny, but for `deny`: a denial by one side is no denial of the fact. Other languages
get no conflicts of polarity."""
_SCOPE = re.compile(r"[^,.;:!?—–“”\"()]{3,120}")
"""What a negation can deny: the words after it, up to the next mark."""
_UNSURE = re.compile(
    r"\b(?=[iwcmuobye])"
    r"(?:if|whether|would|could|might|may|until|unless|only|but|why|because|yet|ever|else)\b",
    re.IGNORECASE,
)
"""Words that make a denial no denial of the fact, or only of a part of it."""
_SENTENCE_END = re.compile(r"[?!\n]|\.(?=\s|$)")
LEAST_COMMON = 0.75
"""Part of the terms of the shorter of two clauses that the other must say, for a denial to be of it."""
LEAST_TERMS = 4
"""Terms that two clauses must have in common, for the denial of one to be told from chance."""
LEAST_CONTRARY = 2
"""The same for two clauses of which one has the contrary word: it tells more than a negation."""
DENIED = 2
"""First content words after a negation, one of which is what it denies."""
AKIN = 0.28
"""Cosine of two words' vectors from which they may tell of one kind of act (disclose, release)."""
SAYING_NEXT = 3
"""Words after the second of two coordinated subjects among which their verb stands."""
SURE = 0.8
"""How sure a denial is of clauses that say the same in all else."""


@dataclass(frozen=True, slots=True)
class _Denial:
    """A negation and what it denies."""

    start: int
    end: int
    denied: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Coordinated:
    """`Neither X nor Y`, or `both X and Y`, and what is said of them."""

    place: Place
    names: set[int]
    """The terms of the two things."""
    verbs: set[int]
    """The first words said of them."""


def polarity_conflicts(comparing: Comparing, share: Share = UNTOLD) -> Iterator[Conflict]:
    """Clauses that say the same of the same, but for a negation or a contrary in one of them."""
    yield from _neither_and_both(comparing)
    linked = comparing.linked
    denials_a = _denials(comparing, "a", {i for i, _ in linked})
    denials_b = _denials(comparing, "b", {j for _, j in linked})
    contrary_of = comparing.contraries
    holding_a, holding_b = (comparing.with_terms(side, contrary_of) for side in ("a", "b"))
    for i, j in share.part(0.2, 1.0).each(linked):
        in_a, in_b = denials_a.get(i), denials_b.get(j)
        if in_a and not in_b:
            yield from _denied(comparing, "a", (i, j), in_a)
        elif in_b and not in_a:
            yield from _denied(comparing, "b", (i, j), in_b)
        elif not in_a and not in_b and i in holding_a and j in holding_b:
            yield from _contrary(comparing, i, j, contrary_of)


def _denials(comparing: Comparing, side: Side, passages: set[int]) -> dict[int, list[_Denial]]:
    """The negations of each of these passages that has any."""
    article = comparing.article(side)
    found: dict[int, list[_Denial]] = {}
    likely = [p for p in comparing.denying[side] if p.index in passages]
    for passage, match in comparing.matches(side, _NEGATION, likely):
        scope = _SCOPE.match(article.text, match.end(), article.passages[passage].end)
        end = scope.end() if scope else match.end()
        after = comparing.terms_in_order(side, passage, match.start(), end)
        found.setdefault(passage, []).append(_Denial(match.start(), end, tuple(after[:DENIED])))
    return found


def _denied(
    comparing: Comparing, side: Side, pair: tuple[int, int], denials: list[_Denial]
) -> Iterator[Conflict]:
    """What one of two passages denies and the other says."""
    own, other = pair if side == "a" else pair[::-1]
    across: Side = "b" if side == "a" else "a"
    said = _places(comparing, across, other)
    for denial in denials:
        for term in denial.denied:
            alike = {term, *comparing.lexicon.resemblance.of(term)} & said.keys()
            for at in sorted({said[t] for t in alike}):
                here = setting(comparing, side, own, (denial.start, denial.end))
                there = setting(comparing, across, other, at)
                if (
                    _unsure(comparing, side, here)
                    or _unsure(comparing, across, there)
                    or two_times(here, there)
                ):
                    continue
                # The words of the settings leave those of the spans themselves out.
                in_own = set(here.words | here.names) | set(
                    comparing.terms_in(side, own, denial.start, denial.end)
                )
                in_other = {*there.words, *there.names, *alike}
                common = comparing.shared(in_own, in_other)
                if common >= LEAST_TERMS and common >= LEAST_COMMON * min(len(in_own), len(in_other)):
                    ours = Place(own, denial.start, denial.end)
                    theirs = Place(other, *comparing.clause(across, other, *at))
                    a, b = (ours, theirs) if side == "a" else (theirs, ours)
                    sure = SURE * min(1.0, 0.5 + comparing.scores[pair])
                    yield build_conflict(comparing, "polarity", a, b, sure)


def _unsure(comparing: Comparing, side: Side, found: Setting) -> bool:
    """Whether a clause leaves open what it says, or asks it."""
    asked = _SENTENCE_END.search(comparing.article(side).text, found.start)
    return bool(_UNSURE.search(found.text)) or (asked is not None and asked.group() == "?")


def _places(comparing: Comparing, side: Side, passage: int) -> dict[int, tuple[int, int]]:
    """Where each term of a passage first stands in the text."""
    content, indexed = comparing.content, comparing.indexed(side)
    offset = comparing.article(side).passages[passage].start
    found: dict[int, tuple[int, int]] = {}
    for word, term in zip(indexed.words[passage], comparing.passage_terms(side, passage), strict=True):
        if content[term]:
            found.setdefault(term, (word.start + offset, word.end + offset))
    return found


def _contrary(
    comparing: Comparing, i: int, j: int, contrary_of: Mapping[int, set[int]]
) -> Iterator[Conflict]:
    """A word of one passage that is the contrary of one of the other, all around being the same.

    Args:
        comparing: The two articles.
        i: The passage of A.
        j: That of B.
        contrary_of: The terms that say the contrary of a term, of those that have any.
    """
    in_a, in_b = set(comparing.passage_terms("a", i)), set(comparing.passage_terms("b", j))
    only_b = in_b - in_a
    against = {term: only_b & contrary_of[term] for term in contrary_of.keys() & in_a - in_b}
    if not any(against.values()):
        return
    said_a, said_b = _places(comparing, "a", i), _places(comparing, "b", j)
    for term in against:
        for contrary in sorted(against[term] & said_b.keys() if term in said_a else ()):
            at_a, at_b = said_a[term], said_b[contrary]
            one, other = setting(comparing, "a", i, at_a), setting(comparing, "b", j, at_b)
            if _unsure(comparing, "a", one) or _unsure(comparing, "b", other) or two_times(one, other):
                continue
            if _two_counts(comparing, (i, one), (j, other)):
                continue
            in_a, in_b = set(one.words | one.names), set(other.words | other.names)
            common = comparing.shared(in_a, in_b)
            if common >= LEAST_CONTRARY and common >= LEAST_COMMON * min(len(in_a), len(in_b)):
                places = (
                    Place(i, *comparing.clause("a", i, *at_a)),
                    Place(j, *comparing.clause("b", j, *at_b)),
                )
                sure = SURE * min(1.0, 0.5 + comparing.scores[i, j])
                yield build_conflict(comparing, "polarity", *places, sure)


def _two_counts(comparing: Comparing, a: tuple[int, Setting], b: tuple[int, Setting]) -> bool:
    """Whether two clauses have figures, and none the other's: 40 closed and 15 opened are not the same."""
    in_a = [q for q in comparing.values_a.quantities[a[0]] if a[1].start <= q.start < a[1].end]
    in_b = [q for q in comparing.values_b.quantities[b[0]] if b[1].start <= q.start < b[1].end]
    verdicts = {comparing.related(p, q).verdict for p in in_a for q in in_b}
    return "differ" in verdicts and "agree" not in verdicts


def _neither_and_both(comparing: Comparing) -> Iterator[Conflict]:
    """`Neither X nor Y disclosed …` here, `both X and Y released …` there."""
    for denying, telling in BOTH_WAYS:
        neither = _coordinated(comparing, denying, _NEITHER, comparing.holding(denying, ("neither",)))
        both = (
            _coordinated(comparing, telling, _BOTH, comparing.holding(telling, ("both",))) if neither else []
        )
        found_a, found_b = (neither, both) if denying == "a" else (both, neither)
        for p in found_a:
            for q in found_b:
                same = comparing.shared(p.names, q.names) >= max(2, len(p.names) - 1)
                if same and closest_meaning(comparing.lexicon.terms, p.verbs, q.verbs) >= AKIN:
                    yield build_conflict(comparing, "polarity", p.place, q.place, SURE)


def closest_meaning(terms: Terms, in_a: set[int], in_b: set[int]) -> float:
    """Cosine of the two words, one of each set, that are closest in meaning; 1 where one is in both."""
    if in_a & in_b:
        return 1.0
    vectors = [word_vectors().lookup([terms.surfaces[t] for t in sorted(s)])[1] for s in (in_a, in_b)]
    if not len(vectors[0]) or not len(vectors[1]):
        return 0.0
    return float((vectors[0] @ vectors[1].T).max())


def _coordinated(
    comparing: Comparing, side: Side, pattern: re.Pattern[str], passages: Iterable[Passage]
) -> list[_Coordinated]:
    """Where an article says something of two named things at once."""
    is_name = comparing.lexicon.terms.is_name
    found = []
    for passage, match in comparing.matches(side, pattern, passages):
        if comparing.article(side).passages[passage].kind == "furniture":
            continue
        inside = comparing.terms_in(side, passage, *match.span())
        after = comparing.terms_in_order(side, passage, match.start("rest"), match.end())
        names, verbs = {t for t in inside if is_name[t]}, [t for t in after if not is_name[t]]
        if names:
            place = Place(passage, *match.span())
            found.append(_Coordinated(place, names, set(verbs[:SAYING_NEXT])))
    return found
