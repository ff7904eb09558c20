"""How new each clause is: features of what of it the whole other article says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tui.alignment.coverage import coverage, grouped
from tui.alignment.index import Sayings, bag, ranges
from tui.alignment.lexicon import Lexicon, Spans
from tui.alignment.terms import Floats, Ints, Side, Terms

QUOTATION_MARKS = '“”"«»„'
"""Marks that open or close a quotation; an odd number of them before a clause leaves it inside."""


_SPEECH = re.compile(
    r"\b(?:said|says|say|told|tells|according|added|stated|announced|reported|reports|confirmed|wrote)\b",
    re.I,
)
"""English words that tell who says it: such a clause states little of its own."""
SHORT_CLAUSE = 8
"""Words below which a clause that tells who says it does nothing else."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one article, beside the other article."""

    own: Side
    """This article by clause."""
    first: Ints
    """Number of the first clause of each passage, and one more entry."""
    spans: Spans
    """Where each clause stands in its passage."""
    said: Sayings
    """What the other article's passages say."""
    said_by_clause: Sayings
    """What the other article's clauses say."""
    first_other: Ints

    @property
    def passage(self) -> Ints:
        """The passage of each clause."""
        return np.repeat(np.arange(len(self.first) - 1), np.diff(self.first))


def clauses_of(side: Literal["a", "b"], lexicon: Lexicon) -> Clauses:
    """The clauses of article A or B."""
    passages, by_clause = lexicon.passages, lexicon.clauses
    if side == "a":
        return Clauses(
            by_clause.a,
            lexicon.first_clause_a,
            lexicon.spans_a,
            passages.said_b,
            by_clause.said_b,
            lexicon.first_clause_b,
        )
    return Clauses(
        by_clause.b,
        lexicon.first_clause_b,
        lexicon.spans_b,
        passages.said_a,
        by_clause.said_a,
        lexicon.first_clause_a,
    )


def clause_features(
    clauses: Clauses, texts: Sequence[str], pairs: tuple[Ints, Ints, Floats], terms: Terms
) -> dict[str, Floats]:
    """The features of each clause, by name.

    Args:
        clauses: The clauses of one article.
        texts: The article's passages.
        pairs: Candidate pairs: passage of this article (sorted), of the other, and score.
        terms: The joint vocabulary.
    """
    passage, many = clauses.passage, len(clauses.spans)
    found = _beside_candidates(clauses, pairs, terms) | _beside_all(clauses, terms)
    words = np.diff(clauses.own.starts).astype(np.float64)
    pieces = [texts[k][start:end] for k, (start, end) in zip(passage, clauses.spans, strict=True)]
    speech = np.array([bool(_SPEECH.search(piece)) for piece in pieces], np.float64)
    number = np.diff(clauses.first)[passage]
    found |= {
        "words": np.log1p(words),
        "first clause": (np.arange(many) == clauses.first[passage]).astype(np.float64),
        "only clause": (number == 1).astype(np.float64),
        "clauses": np.log(np.maximum(1, number)),
        "speech": speech,
        "speech alone": speech * (words < SHORT_CLAUSE),
        "quoted": _quoted(texts, clauses),
        "late": passage / max(1, len(texts)),
    }
    size = np.maximum(1.0, words)
    for name in ("said by linked", "said best", "said anywhere", "same terms"):
        found[f"passage {name}"] = _mean(passage, found[name], size, len(texts))[passage]
    for name in ("said by linked", "linked"):
        found[f"article {name}"] = np.full(many, np.average(found[name], weights=size) if many else 0.0)
    return found


def around(clauses: Clauses, probability: Floats) -> dict[str, Floats]:
    """What the first look at the other clauses says about each: features of a second look."""
    passage, many = clauses.passage, len(clauses.first) - 1
    odds = logit(probability)
    size = np.maximum(1.0, np.diff(clauses.own.starts))
    mean = _mean(passage, odds, size, many)
    highest_odds, lowest = np.full(many, -9.0), np.full(many, 9.0)
    np.maximum.at(highest_odds, passage, odds)
    np.minimum.at(lowest, passage, odds)
    same = passage[1:] == passage[:-1]
    before, after = np.zeros(len(odds)), np.zeros(len(odds))
    before[1:], after[:-1] = odds[:-1] * same, odds[1:] * same
    padded = np.concatenate([mean[:1], mean, mean[-1:]])
    return {
        "first look": odds,
        "passage mean": mean[passage],
        "passage highest": highest_odds[passage],
        "passage lowest": lowest[passage],
        "next clauses": before + after,
        "next passages": (padded[:-2] + padded[2:])[passage] if many else np.zeros(0),
    }


def _beside_candidates(clauses: Clauses, pairs: tuple[Ints, Ints, Floats], terms: Terms) -> dict[str, Floats]:
    """Each clause beside the passages of the other article that its passage may be linked to."""
    own, other, score = pairs
    passage, many, rows = clauses.passage, len(clauses.spans), len(clauses.first) - 1
    begin = np.searchsorted(own, passage, "left")
    count = np.searchsorted(own, passage, "right") - begin
    clause = np.repeat(np.arange(many), count)
    at = np.repeat(begin, count) + ranges(count)
    trust = np.sqrt(score[at])
    cover = coverage(clause, other[at], clauses.own, clauses.said, terms)
    part = cover.soft / np.maximum(cover.mass, 1e-9)
    begin_other = clauses.first_other[other[at]]
    count_other = clauses.first_other[other[at] + 1] - begin_other
    pair = np.repeat(np.arange(len(at)), count_other)
    closest = coverage(
        clause[pair], begin_other[pair] + ranges(count_other), clauses.own, clauses.said_by_clause, terms
    )
    near = closest.soft / np.maximum(closest.mass, 1e-9)
    return {
        "linked": logit(highest(own, score, rows))[passage],
        "links": np.log1p(grouped(own, score, rows))[passage],
        "said best": highest(clause, part, many),
        "said by linked": highest(clause, part * trust, many),
        "said by clause": highest(clause[pair], near * trust[pair], many),
        "same terms": highest(clause, cover.same * trust, many) / _content(clauses.own, terms),
    }


def _beside_all(clauses: Clauses, terms: Terms) -> dict[str, Floats]:
    """Each clause beside all that the other article says anywhere."""
    anywhere = clauses.said.anywhere()
    owner, term = bag(clauses.own, len(terms.forms))
    weight = terms.weight[term]
    new = anywhere[term] < 1.0

    def total(values: Floats) -> Floats:
        return grouped(owner, values, clauses.own.passages)

    mass = total(weight)
    said = total(weight * anywhere[term])
    return {
        "said anywhere": said / np.maximum(mass, 1e-9),
        "same anywhere": total(weight * ~new) / np.maximum(mass, 1e-9),
        "names new": np.log1p(total(weight * (new & terms.is_name[term]))),
        "numbers new": np.log1p(total(weight * (new & terms.is_number[term]))),
        "weight new": np.log1p(mass - said),
        "mass": np.log1p(mass),
    }


def _content(side: Side, terms: Terms) -> Floats:
    """Number of terms of each clause that are no function words, at least 1."""
    owner, term = bag(side, len(terms.forms))
    return np.maximum(1.0, grouped(owner, ~terms.is_common[term], side.passages))


def _mean(group: Ints, values: Floats, size: Floats, many: int) -> Floats:
    """Mean of the values of each group, weighted by size."""
    return grouped(group, values * size, many) / np.maximum(1.0, grouped(group, size, many))


def _quoted(texts: Sequence[str], clauses: Clauses) -> Floats:
    """Whether each clause stands in quotation marks, or holds one."""
    found = []
    for passage, (start, end) in zip(clauses.passage, clauses.spans, strict=True):
        before = sum(texts[passage].count(mark, 0, start + 1) for mark in QUOTATION_MARKS)
        inside = any(mark in texts[passage][start:end] for mark in QUOTATION_MARKS)
        found.append(before % 2 == 1 or inside)
    return np.array(found, np.float64)


def highest(group: Ints, values: Floats, size: int) -> Floats:
    """The highest value of each group, 0 for none."""
    out = np.zeros(size)
    np.maximum.at(out, group, values)
    return out


def logit(p: Floats) -> Floats:
    """Log odds, kept finite."""
    p = np.clip(p, 0.01, 0.99)
    return np.asarray(np.log(p / (1 - p)))
