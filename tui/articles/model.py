"""What an article is: a text, the passages it is cut into, and where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

PassageKind = Literal["headline", "heading", "body", "furniture"]
"""What a passage is in its article.

`furniture` is what the page left behind (menus, share buttons, repeated headlines): shown
dimmed, never matched, never a fact.
"""

Split = Literal["sentence", "line", "paragraph"]
"""The unit a text is cut into."""


class ArticleError(Exception):
    """An article that cannot be read.

    Its message is one line that names the source, says what is wrong and what helps.
    """


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of an article: a sentence, unless the reader asked for lines or paragraphs."""

    index: int
    """Position among the article's passages, from 0."""
    start: int
    """First character, as an offset in code points into the article's text."""
    end: int
    """One past the last character."""
    paragraph: int
    """Number of the paragraph it stands in, from 0."""
    kind: PassageKind = "body"


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its passages, in order, and what is known of its origin."""

    text: str
    passages: tuple[Passage, ...]
    title: str = ""
    source: str = ""
    """Where it was read from: a path, a URL, or `-`; empty when it was made in a program."""
    byline: str | None = None
    date: str | None = None
    """Date of publication as ISO 8601 (`2025-03-18`), where known."""
    site: str | None = None
    """Name of the publication, where known."""
    dateline: tuple[int, int] | None = None
    """Where in the text the dateline stands (`WASHINGTON (AP) —`), if there is one."""

    @classmethod
    def from_passages(cls, passages: Sequence[str], *, title: str = "", source: str = "") -> Article:
        """Make an article of passages that are already split; each string is kept as it is.

        Args:
            passages: The passages in order. Each becomes a paragraph of its own.
            title: What to call the article.
            source: Where it came from, if anywhere.
        """
        made: list[Passage] = []
        start = 0
        for index, text in enumerate(passages):
            made.append(Passage(index, start, start + len(text), paragraph=index))
            start += len(text) + 1
        return cls("\n".join(passages), tuple(made), title=title, source=source)

    def passage_text(self, index: int) -> str:
        """The words of one passage."""
        passage = self.passages[index]
        return self.text[passage.start : passage.end]
