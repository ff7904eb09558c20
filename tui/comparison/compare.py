"""Comparing two articles: alignment, then facts."""

from __future__ import annotations

from tui.alignment.align import DEFAULT_THRESHOLD, align, matched_texts
from tui.alignment.evidence import Told, explained
from tui.alignment.lexicon import make_lexicon
from tui.alignment.model import Alignment
from tui.articles.model import Article
from tui.comparison.model import Comparison
from tui.facts.find import find_facts
from tui.facts.values import values_of
from tui.language.progress import Progress, silent


def compare(
    a: Article, b: Article, *, threshold: float = DEFAULT_THRESHOLD, progress: Progress = silent
) -> Comparison:
    """Compare two articles.

    Deterministic: the same articles give the same comparison.

    Args:
        a: The first article.
        b: The second article.
        threshold: Least score of a link, 0 to 1.
        progress: Told how far the work is; it cancels the comparison by raising.
    """
    alignment = align(a, b, progress=progress)
    return _compared(a, b, alignment, threshold, frozenset(), frozenset(), progress)


def revise(
    comparison: Comparison,
    *,
    threshold: float | None = None,
    pinned: frozenset[tuple[int, int]] | None = None,
    cut: frozenset[tuple[int, int]] | None = None,
    progress: Progress = silent,
) -> Comparison:
    """The comparison again with another threshold or other links of the reader's own.

    The alignment's scores are kept; only links and facts are found anew. What is left out stays
    as it is in `comparison`.
    """
    return _compared(
        comparison.a,
        comparison.b,
        comparison.alignment,
        comparison.threshold if threshold is None else threshold,
        comparison.pinned if pinned is None else pinned,
        comparison.cut if cut is None else cut,
        progress,
    )


def _compared(
    a: Article,
    b: Article,
    alignment: Alignment,
    threshold: float,
    pinned: frozenset[tuple[int, int]],
    cut: frozenset[tuple[int, int]],
    progress: Progress,
) -> Comparison:
    lexicon = alignment.lexicon or make_lexicon(matched_texts(a), matched_texts(b))
    decided = alignment.decided(pinned, cut)
    facts = find_facts(a, b, lexicon, decided, threshold, progress=progress)
    linked = [c for c in decided if c.score >= threshold]
    links = explained(linked, lexicon, told(a), told(b), progress)
    return Comparison(a, b, alignment, links, facts, threshold, pinned, cut)


def told(article: Article) -> Told:
    """What an article tells in values; facts keep those of the pair last compared."""
    values = values_of(article)
    return Told(article, values.dates, values.quantities, values.quotations)
