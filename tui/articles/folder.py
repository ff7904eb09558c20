"""A folder of articles: which there are, and which two tell most likely the same story."""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles.files import problem
from tui.articles.model import Article, ArticleError
from tui.articles.read import read
from tui.language.progress import Progress, silent
from tui.language.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SUFFIXES = frozenset(
    ".txt .text .md .markdown .mdown .mkd .mdtext .html .htm .xhtml .shtml .docx .epub .pdf".split()
)
"""Endings of the files that are taken for articles."""

MAX_ARTICLES = 1000
"""The most articles of a folder that are compared with one another: half a million pairs."""

_STRONGEST = 120  # words of an article that are compared: those that tell most about it
_COLUMNS = 8192  # different words compared in all
_READ = 20_000  # characters of an article's beginning that are looked at


@dataclass(frozen=True, slots=True)
class RankedPair:
    """Two articles of a folder, and how alike their words are."""

    path_a: str
    path_b: str
    similarity: float
    """Cosine of their weighted words, 0 to 1."""
    title_a: str
    title_b: str


def list_articles(folder: str | os.PathLike[str]) -> list[str]:
    """The paths of the files in a folder that may be articles, by name; hidden ones are left out.

    Raises:
        ArticleError: The folder cannot be read.
    """
    name = os.fspath(folder)
    try:
        with os.scandir(name) as entries:
            found = [
                entry.path
                for entry in entries
                if not entry.name.startswith(".")
                and Path(entry.name).suffix.lower() in SUFFIXES
                and entry.is_file()
            ]
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise problem(name, reason, "check the path and its permissions") from None
    return sorted(found)


def rank_pairs(
    folder: str | os.PathLike[str], *, most: int = 200, progress: Progress = silent
) -> list[RankedPair]:
    """The pairs of articles in a folder, the most alike first.

    Files that cannot be read are left out.

    Args:
        folder: The folder; folders in it are not looked into.
        most: How many pairs to give.
        progress: Told how far the work is; it cancels by raising.

    Raises:
        ArticleError: The folder cannot be read, or holds fewer than two readable articles.
    """
    name = os.fspath(folder)
    articles = _read_all(list_articles(name)[:MAX_ARTICLES], progress)
    if len(articles) < 2:
        endings = "text, Markdown, HTML, Word, EPUB or PDF"
        raise problem(name, "the folder holds fewer than two articles", f"put {endings} files in it")
    return _most_alike(articles, most)


def _read_all(paths: Sequence[str], progress: Progress) -> list[Article]:
    articles = []
    for done, path in enumerate(paths):
        progress("reading the folder", done / len(paths))
        try:
            articles.append(read(path, split="paragraph"))
        except ArticleError:
            continue
    return articles


def _most_alike(articles: Sequence[Article], most: int) -> list[RankedPair]:
    import numpy as np

    matrix = _weights([_counts(article) for article in articles])
    similarity = matrix @ matrix.T
    first, second = np.triu_indices(len(articles), k=1)
    scores = similarity[first, second]
    # A stable sort: pairs that are equally alike stay in the order of their names.
    best = np.argsort(-scores, kind="stable")[:most]
    return [
        RankedPair(a.source, b.source, round(float(scores[k]), 4), a.title, b.title)
        for k in best
        for a, b in [(articles[first[k]], articles[second[k]])]
    ]


def _counts(article: Article) -> Counter[str]:
    """How often each word stands in an article's headline and beginning, without furniture."""
    told = [p for p in article.passages if p.kind != "furniture" and p.start < _READ]
    return Counter(word.form for p in told for word in words(article.text[p.start : min(p.end, _READ)]))


def _weights(counts: Sequence[Counter[str]]) -> NDArray[np.float32]:
    """A row of unit length for each article: its words that others have too, rare ones weighing more."""
    import numpy as np

    holding: Counter[str] = Counter()
    for count in counts:
        holding.update(count.keys())
    weight = {w: math.log(1 + len(counts) / n) for w, n in holding.items()}
    rows = [
        dict(
            sorted(
                ((w, (1 + math.log(n)) * weight[w]) for w, n in count.items()),
                key=lambda item: (-item[1], item[0]),
            )[:_STRONGEST]
        )
        for count in counts
    ]
    used: Counter[str] = Counter()
    for row in rows:
        used.update(row.keys())
    columns = {w: k for k, (w, n) in enumerate(used.most_common(_COLUMNS)) if n > 1}
    matrix = np.zeros((len(counts), max(1, len(columns))), np.float32)
    for k, row in enumerate(rows):
        # The length is that of the whole row: words that nobody shares make an article less alike.
        length = math.sqrt(sum(value * value for value in row.values())) or 1.0
        for w, value in row.items():
            if w in columns:
                matrix[k, columns[w]] = value / length
    return matrix
