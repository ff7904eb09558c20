"""Align two articles (a first aligner: IDF cosine together with rapidfuzz token_set_ratio)."""

from __future__ import annotations

import math
from collections import Counter

from rapidfuzz import fuzz

from tui.alignment.model import Alignment, Evidence, Link
from tui.articles.model import Article
from tui.language.progress import Progress, silent
from tui.language.words import Word, words

DEFAULT_THRESHOLD = 0.5
"""Least score of a link: more likely right than wrong."""


def align(a: Article, b: Article, *, progress: Progress = silent) -> Alignment:
    """Score every pair of passages that may state the same fact."""
    sides = [[words(x.passage_text(k)) for k in range(len(x.passages))] for x in (a, b)]
    bags = [Counter(w.form for w in passage) for side in sides for passage in side]
    frequency = Counter(form for bag in bags for form in bag)
    idf = {form: math.log((len(bags) + 1) / (n + 0.5)) for form, n in frequency.items()}
    norms = [math.sqrt(sum((n * idf[f]) ** 2 for f, n in bag.items())) or 1.0 for bag in bags]
    found: list[Link] = []
    for i, passage_a in enumerate(a.passages):
        progress("aligning", i / max(1, len(a.passages)))
        for j, passage_b in enumerate(b.passages):
            if "furniture" in (passage_a.kind, passage_b.kind):
                continue
            k = len(a.passages) + j
            shared = bags[i].keys() & bags[k].keys()
            cosine = sum(bags[i][f] * bags[k][f] * idf[f] ** 2 for f in shared) / (norms[i] * norms[k])
            if cosine < 0.05:
                continue
            fuzzy = fuzz.token_set_ratio(a.passage_text(i).lower(), b.passage_text(j).lower()) / 100
            score = 1 / (1 + math.exp(-(9 * cosine + 4 * fuzzy - 4.6)))
            if score > 0.1:
                evidence = _shared_words(sides[0][i], sides[1][j], idf, passage_a.start, passage_b.start)
                found.append(Link(i, j, score, evidence))
    return Alignment(tuple(found))


def _shared_words(
    a: list[Word], b: list[Word], idf: dict[str, float], start_a: int, start_b: int
) -> tuple[Evidence, ...]:
    places = {w.form: w for w in reversed(b)}
    seen: set[str] = set()
    evidence = []
    for w in a:
        if w.form in places and w.form not in seen and idf[w.form] > 1.5:
            seen.add(w.form)
            v = places[w.form]
            evidence.append(
                Evidence("words", (start_a + w.start, start_a + w.end), (start_b + v.start, start_b + v.end))
            )
    return tuple(evidence)
