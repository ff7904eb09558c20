"""From a draft to an article: its paragraphs named and cut into passages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import urlsplit

from tui.articles.classify import classify
from tui.articles.draft import Draft, Paragraph
from tui.articles.model import Article, Passage, Split
from tui.articles.paragraphs import find_lines
from tui.articles.sentences import sentence_spans
from tui.language.progress import LINES, UNTOLD, Share

_LONGEST_TITLE = 60


def assemble(draft: Draft, source: str, split: Split, share: Share = UNTOLD) -> Article:
    """The article of a draft, cut into passages of the unit wanted."""
    found = classify(draft, share.part(0.0, 0.5))
    cutting = share.part(0.5, 1.0)
    passages: list[Passage] = []
    for index, (start, end, paragraph) in enumerate(_cut(draft.text, found.paragraphs, split)):
        if index % LINES == 0:
            cutting.tell(start / len(draft.text))
        passages.append(Passage(index, start, end, paragraph, found.paragraphs[paragraph].kind or "body"))
    return Article(
        draft.text,
        tuple(passages),
        title=found.title or _fallback_title(draft.text, passages, source),
        source=source,
        byline=found.byline,
        date=found.date,
        site=draft.site,
        dateline=found.dateline,
    )


def _cut(text: str, paragraphs: tuple[Paragraph, ...], split: Split) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph of each passage."""
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.start, paragraph.end
        if split == "line":
            for left, right in find_lines(text[start:end]):
                yield start + left, start + right, number
        elif split == "paragraph" or paragraph.kind != "body":
            yield start, end, number
        else:
            for left, right in sentence_spans(text, start, end):
                yield left, right, number


def _fallback_title(text: str, passages: list[Passage], source: str) -> str:
    """For a text without a headline: its first words, or else its name."""
    first = next((p for p in passages if p.kind == "body"), None)
    if first is not None:
        words = text[first.start : min(first.end, first.start + 4 * _LONGEST_TITLE)].split()
        title = " ".join(words)
        if len(title) <= _LONGEST_TITLE:
            return title
        cut = title[:_LONGEST_TITLE]
        return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:–—-") + "…"
    return name_of(source)


def name_of(source: str) -> str:
    """A short name for a source: the file's without its ending, or the URL's last part."""
    if source == "-":
        return "standard input"
    path = urlsplit(source).path if "://" in source else source
    return PurePath(path).stem or source
