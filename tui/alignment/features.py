"""What speaks for a link: the features of each candidate pair of passages.

Every feature is symmetric: it stays the same when the two articles change places.
"""

from __future__ import annotations

import numpy as np

from tui.alignment.blocks import blocks
from tui.alignment.coverage import MOST_TERMS, Coverage, coverage, dice, shared_part, weight_said
from tui.alignment.index import bag, distinct, ranges
from tui.alignment.lexicon import Grain, Lexicon
from tui.alignment.terms import Floats, Ints, Side, Terms
from tui.language.progress import UNTOLD, Share

RELATED_NAMES = 0.3
"""Part of an article's names, by mentions, that another report of the same event says too at least:
nine in ten pairs of reports on one event have more; of reports on two events few have."""
ENOUGH_NAMES = 4
"""Different names that both articles need before the lack of common ones says anything."""
SHORT, LONG = 60, 600
"""Passages of the shorter article up to which a pair counts as short, and from which as long."""
LONG_TELLS = (
    "always", "dice", "containment", "weight", "rarest", "clause", "word pairs", "standing", "standing far",
    "best of both", "before", "after", "place", "length", "names apart",
)  # fmt: skip
"""Features that have another weight in long texts."""


def features(a: Ints, b: Ints, lexicon: Lexicon, share: Share = UNTOLD) -> dict[str, Floats]:
    """The features of each candidate pair, by name.

    Args:
        a: Passage of A of each pair, sorted.
        b: Passage of B of each pair, sorted within those of the same `a`.
        lexicon: Both articles, indexed.
        share: Told how far the work is.
    """
    terms, passages = lexicon.terms, lexicon.passages
    ab = coverage(a, b, passages.a, passages.said_b, terms, share.part(0.0, 0.15))
    ba = coverage(b, a, passages.b, passages.said_a, terms, share.part(0.15, 0.3))
    soft = dice(ab, ba)
    stand_a, stand_b = standing(a, soft), standing(b, soft)
    rows, columns = passages.a.passages, passages.b.passages
    closest, clause_weight = best_clauses(a, b, lexicon, share.part(0.3, 0.7))
    whole = whole_articles(terms, passages)
    found = {
        "dice": soft,
        "containment": np.maximum(part(ab), part(ba)),
        "weight": np.log1p((ab.soft + ba.soft) / 2),
        "rarest": np.minimum(ab.rarest, ba.rarest),
        "same terms": np.log1p(np.minimum(ab.same, ba.same)),
        "like terms": np.log1p(np.minimum(ab.like, ba.like)),
        "plain words": np.log1p(np.sqrt(ab.plain * ba.plain)),
        "names": np.log1p(np.sqrt(ab.names * ba.names)),
        "names apart": np.log1p(np.minimum(ab.names_left, ba.names_left)),
        "numbers": np.log1p(np.sqrt(ab.numbers * ba.numbers)),
        "numbers apart": np.log1p(np.minimum(ab.numbers_left, ba.numbers_left)),
        "word pairs": word_pairs(a, b, terms, share.part(0.7, 0.9)),
        "meaning": meaning(a, b, terms, share.part(0.9, 1.0)),
        "clause": closest,
        "clause weight": np.log1p(clause_weight),
        "standing": np.minimum(stand_a, stand_b),
        "standing far": np.maximum(stand_a, stand_b),
        "best of both": ((stand_a >= 0) & (stand_b >= 0)).astype(float),
        "before": neighbours(a, b, soft, columns, -1),
        "after": neighbours(a, b, soft, columns, 1),
        "place": np.abs((a + 0.5) / max(1, rows) - (b + 0.5) / max(1, columns)),
        "leads": np.exp(-(a + b) / 2.0),
        "length": np.log1p(np.minimum(ab.mass, ba.mass)),
        "always": np.ones(len(a)),
        "evenness": np.minimum(ab.mass, ba.mass) / np.maximum(np.maximum(ab.mass, ba.mass), 1e-9),
        **{name: np.full(len(a), value) for name, value in whole.items()},
    }
    return found | in_long_texts({name: found[name] for name in LONG_TELLS}, rows, columns)


def in_long_texts(found: dict[str, Floats], rows: int, columns: int) -> dict[str, Floats]:
    """The same features once more, as they count in long texts: nothing in short ones.

    Among thousands of passages many are alike by chance, and order tells more.
    """
    length = np.log(max(1, min(rows, columns)) / SHORT) / np.log(LONG / SHORT)
    long = min(1.0, max(0.0, float(length)))
    return {f"{name}, long": values * long for name, values in found.items()}


def part(one: Coverage) -> Floats:
    """How much of each passage the other says, 0 to 1."""
    return one.soft / np.maximum(one.mass, 1e-9)


def standing(group: Ints, score: Floats) -> Floats:
    """How far each score stands above the best other of its group (below zero: not the best)."""
    if not len(group):
        return np.zeros(0)
    order = np.lexsort((-score, group))
    grouped, ordered = group[order], score[order]
    first = np.flatnonzero(np.diff(grouped, prepend=-1))
    size = int(group.max()) + 1
    best, second = np.zeros(size), np.zeros(size)
    best[grouped[first]] = ordered[first]
    following = first[first + 1 < len(grouped)] + 1
    following = following[grouped[following] == grouped[following - 1]]
    second[grouped[following]] = ordered[following]
    return score - np.where(score >= best[group], second[group], best[group])


def neighbours(a: Ints, b: Ints, score: Floats, columns: int, step: int) -> Floats:
    """The best score among the pairs one passage on (or back, with step -1) in either article."""
    best = np.zeros(len(a))
    for by_a, by_b in ((step, step), (0, step), (step, 0)):
        best = np.maximum(best, beside(a, b, score, columns, by_a, by_b))
    return best


def beside(a: Ints, b: Ints, score: Floats, columns: int, by_a: int, by_b: int) -> Floats:
    """The score of the pair that many passages further on; 0 where it is no candidate."""
    keys = a * columns + b
    wanted = (a + by_a) * columns + b + by_b
    inside = (b + by_b >= 0) & (b + by_b < columns) & (a + by_a >= 0)
    at = np.minimum(np.searchsorted(keys, wanted), max(0, len(keys) - 1))
    return np.where(inside & (keys[at] == wanted), score[at], 0.0)


def best_clauses(a: Ints, b: Ints, lexicon: Lexicon, share: Share = UNTOLD) -> tuple[Floats, Floats]:
    """The closest two clauses of each pair: their dice, and the weight they share.

    Clauses of little weight are close by chance, so theirs counts for less.
    """
    terms, clauses = lexicon.terms, lexicon.clauses
    parents = lexicon.first_clause_a, lexicon.first_clause_b
    count_a, count_b = np.diff(parents[0])[a], np.diff(parents[1])[b]
    count = count_a * count_b
    pair = np.repeat(np.arange(len(a)), count)
    number = ranges(count)
    ca = parents[0][a][pair] + number // np.maximum(1, count_b[pair])
    cb = parents[1][b][pair] + number % np.maximum(1, count_b[pair])
    mass_a, soft_a = weight_said(ca, cb, clauses.a, clauses.said_b, terms, share.part(0.0, 0.5))
    mass_b, soft_b = weight_said(cb, ca, clauses.b, clauses.said_a, terms, share.part(0.5, 1.0))
    weighty = np.minimum(1.0, np.minimum(mass_a, mass_b) / 4.0)
    closest, shared = np.zeros(len(a)), np.zeros(len(a))
    np.maximum.at(closest, pair, shared_part(soft_a + soft_b, mass_a + mass_b) * weighty)
    np.maximum.at(shared, pair, np.sqrt(soft_a * soft_b))
    return closest, shared


def whole_articles(terms: Terms, passages: Grain) -> dict[str, float]:
    """How near the two articles are as wholes: whether they tell of one event at all.

    For names, numbers and plain words: the part of the words of one article that the other says
    too, of the article of which less is said.
    """
    size = len(terms.forms)
    kinds = {
        "names in both": terms.is_name,
        "numbers in both": terms.is_number,
        "words in both": ~(terms.is_name | terms.is_number | terms.is_common),
    }
    counts = [np.bincount(side.terms, minlength=size) for side in (passages.a, passages.b)]
    said = [s.anywhere() for s in (passages.said_b, passages.said_a)]
    shares = {
        name: min(
            float((n * kind * s).sum() / max(1.0, (n * kind).sum()))
            for n, s in zip(counts, said, strict=True)
        )
        for name, kind in kinds.items()
    }
    named = min(int(((n > 0) & terms.is_name).sum()) for n in counts)
    apart = max(0.0, 1.0 - shares["names in both"] / RELATED_NAMES) * min(1.0, named / ENOUGH_NAMES)
    return shares | {"strangers": apart}


def meaning(a: Ints, b: Ints, terms: Terms, share: Share = UNTOLD) -> Floats:
    """Cosine of the passages' mean word vectors, weighted like the terms."""
    table = np.zeros((len(terms.forms), terms.vectors.shape[1]), np.float32)
    table[terms.known] = terms.vectors * terms.weight[terms.known, None]

    def pooled(side: Side, share: Share) -> Floats:
        passage, term = bag(side, len(terms.forms))
        held = np.searchsorted(passage, np.arange(side.passages + 1))
        out = np.zeros((side.passages, table.shape[1]))
        for some, _ in blocks(np.diff(held), MOST_TERMS // 4, share):
            here = slice(held[some.start], held[some.stop])
            first = np.flatnonzero(np.diff(passage[here], prepend=-1))
            if len(first):
                out[passage[here][first]] = np.add.reduceat(table[term[here]], first, axis=0)
        return np.asarray(out / np.maximum(np.linalg.norm(out, axis=1, keepdims=True), 1e-9))

    of_a, of_b = pooled(terms.a, share.part(0.0, 0.4)), pooled(terms.b, share.part(0.4, 0.8))
    share.tell(0.8)
    out: Floats = np.empty(len(a))
    for begin in range(0, len(a), 1 << 15):  # a part at a time, to bound memory
        some = slice(begin, begin + (1 << 15))
        out[some] = (of_a[a[some]] * of_b[b[some]]).sum(1)
    return out


def word_pairs(a: Ints, b: Ints, terms: Terms, share: Share = UNTOLD) -> Floats:
    """Weight of the pairs of neighbouring words that both passages hold, in their order."""
    of_a, of_b = _word_pairs(terms.a, terms), _word_pairs(terms.b, terms)
    share.tell(0.0)
    listed = distinct(np.concatenate([of_a[1], of_b[1]]))
    share.tell(0.2)
    size, many = max(1, len(terms.forms)), max(1, len(listed))
    weight = np.sqrt(terms.weight[listed // size] * terms.weight[listed % size])
    held_a = distinct(of_a[0] * many + np.searchsorted(listed, of_a[1]))
    share.tell(0.35)
    held_b = distinct(of_b[0] * many + np.searchsorted(listed, of_b[1]))
    if not len(held_a) or not len(held_b):
        return np.zeros(len(a))
    first = np.searchsorted(held_a // many, np.arange(terms.a.passages + 1))
    count = first[a + 1] - first[a]
    out = []
    for some, _ in blocks(count, MOST_TERMS, share.part(0.5, 1.0)):
        times = count[some]
        which = np.repeat(np.arange(len(times)), times)
        number = held_a[np.repeat(first[a[some]], times) + ranges(times)] % many
        wanted = np.repeat(b[some], times) * many + number
        at = np.minimum(np.searchsorted(held_b, wanted), len(held_b) - 1)
        out.append(np.bincount(which, weight[number] * (held_b[at] == wanted), minlength=len(times)))
    return np.log1p(np.concatenate(out))


def _word_pairs(side: Side, terms: Terms) -> tuple[Ints, Ints]:
    """Passage and pair (first term * size + second) of each two neighbouring words."""
    owner = np.repeat(np.arange(side.passages), np.diff(side.starts))
    inside = owner[:-1] == owner[1:]
    pair = side.terms[:-1] * len(terms.forms) + side.terms[1:]
    return owner[:-1][inside], pair[inside]
