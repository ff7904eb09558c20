"""Read an article from a path, a URL or standard input."""

from __future__ import annotations

from pathlib import Path

from tui.articles.model import Article, Passage, Split


def read(source: str, split: Split = "sentence") -> Article:
    """Read one article and cut it into passages.

    Args:
        source: A path, an http(s) URL, or `-` for standard input.
        split: The unit of a passage.

    Raises:
        ArticleError: The source cannot be read, or holds no text.
    """
    text = Path(source).read_text(encoding="utf-8-sig")
    passages: list[Passage] = []
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line.strip():
            passages.append(Passage(len(passages), start, start + len(line.rstrip()), number))
        start += len(line)
    return Article(text, tuple(passages), title=Path(source).stem, source=source)
