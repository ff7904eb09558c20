"""Read an article from a path, a URL or standard input."""

from __future__ import annotations

import os

from tui.articles.assemble import assemble
from tui.articles.draft import Draft
from tui.articles.files import is_url, read_file, read_stdin
from tui.articles.formats import draft_of_fetched, draft_of_file
from tui.articles.model import Article, Split
from tui.articles.paragraphs import CUTTING
from tui.language.progress import Progress, Share, silent


def read(source: str | os.PathLike[str], split: Split = "sentence", progress: Progress = silent) -> Article:
    """Read one article and cut it into passages.

    Args:
        source: A path, an http(s) URL, or `-` for standard input.
        split: The unit of a passage.
        progress: Told how far the work is; it cancels the reading by raising.

    Raises:
        ArticleError: The source cannot be read, or holds no text.
    """
    name = os.fspath(source)
    if split not in ("sentence", "line", "paragraph"):
        raise ValueError(f"split must be sentence, line or paragraph, not {split!r}")
    return assemble(_draft(name, progress), name, split, Share(progress, CUTTING, 0.3, 1.0))


def _draft(source: str, progress: Progress) -> Draft:
    if is_url(source):
        from tui.articles.fetch import fetch

        return draft_of_fetched(fetch(source, progress), source, progress)
    data = read_stdin(progress) if source == "-" else read_file(source, progress)
    return draft_of_file(data, source, progress)
