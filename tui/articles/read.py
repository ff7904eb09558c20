"""Read an article from a path, a URL or standard input."""

from __future__ import annotations

import os

from tui.articles.assemble import assemble
from tui.articles.decode import decode, what_binary
from tui.articles.draft import Draft
from tui.articles.files import problem, read_file, read_stdin
from tui.articles.model import Article, Split
from tui.articles.paragraphs import find_paragraphs
from tui.language.progress import Progress, silent


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
    data = read_stdin(progress) if name == "-" else read_file(name, progress)
    return assemble(_draft(name, data), name, split)


def _draft(source: str, data: bytes) -> Draft:
    name = "standard input" if source == "-" else source
    if not data:
        raise problem(name, "it is empty", "check that it is the file you mean")
    kind = what_binary(data)
    if kind:
        raise problem(name, f"it is {kind}, not text", "save the article as text, HTML or PDF")
    text = decode(data)
    paragraphs = find_paragraphs(text)
    if not any(char.isalnum() for p in paragraphs for char in text[p.start : p.end]):
        wrong = "it holds no words" if paragraphs else "it holds only white space"
        raise problem(name, wrong, "check that it is the file you mean")
    return Draft(text, paragraphs)
