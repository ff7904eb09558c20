"""Passages that state no fact of their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from tui.articles.model import Article
from tui.language.progress import UNTOLD, Share
from tui.language.values import DateValue
from tui.language.words import words

_LINE_WORDS = frozenset(
    (
        "posted published updated last modified first filed created by on at the edt est pdt pst et pt ist "
        "gmt utc hrs hours am pm a p m story staff reporter reuters ap afp "
        "mon tue tues wed thu thur thurs fri sat sun"
    ).split()
)
"""Words of a line that tells when and by whom a report was made. English; elsewhere the date decides."""
_SPEECH_ONLY = re.compile(
    r"^\W*+(?:[^\s,\"“”]++\s){0,3}?(?:said|says|added|told \w+|asked|replied|stated)\W*$", re.IGNORECASE
)
_TO_READER = re.compile(
    r"^\W*(?:sound off|what do you think|let us know (?:what|in)|have your say|leave a comment"
    r"|join the (?:conversation|discussion)|click|read (?:more|the full)|see also|sign up|subscribe"
    r"|follow us|share this|watch (?:the|this) video|scroll down|stay tuned"
    r"|here(?:[’'] ?s| is| are) (?:the|a|an|our|his|her)\b.*:\W{0,20}$)",
    re.IGNORECASE,
)
"""How a passage begins that asks something of whoever reads, or only announces what follows. English."""
_STAMP = re.compile(r"^\W*(?:last )?(?:updated|posted|published|modified)\b", re.IGNORECASE)
"""How a line begins that tells when a report was made, be it by the hour alone."""
_PIECE = re.compile(r"\S+")
"""What stands between two blanks."""
MOST_LETTERS = 80
MOST_OF_HEADING = 7
"""Words of a line without a full stop, most of them with capitals, up to which it may be a heading."""
AFTER_LEAD = 2
"""Passages at the start of an article among which such a line is a headline, and states its fact."""


def headings(texts: Sequence[str]) -> list[bool]:
    """Which passages inside an article look like headings: short, unended, capitalised, each by itself.

    Args:
        texts: The passages; a run of such lines is a list of the article's own.
    """
    alike = [k >= AFTER_LEAD and _looks_like_heading(text) for k, text in enumerate(texts)]
    beside = [False, *alike, False]
    return [found and not beside[k] and not beside[k + 2] for k, found in enumerate(alike)]


def _looks_like_heading(text: str) -> bool:
    if len(text) > MOST_LETTERS or not text[:1].isalnum() or not text.rstrip()[-1:].isalpha():
        return False
    found = words(text)
    long = [word for word in found if len(word.form) > len("with")]
    return 2 <= len(found) <= MOST_OF_HEADING and all(word.capital for word in [found[0], *long])


def without_fact(
    article: Article, dates: Sequence[tuple[DateValue, ...]], share: Share = UNTOLD
) -> list[bool]:
    """Of each passage, whether it states nothing.

    Args:
        article: The article.
        dates: The dates of each passage.
        share: Told how far the work is.
    """
    texts = [article.passage_text(p.index) for p in article.passages]
    share.tell(0.0)
    heading = headings(texts)
    return [
        states_no_fact(texts[p.index], p.kind, dates[p.index], p.start) or heading[p.index]
        for p in share.part(0.3, 1.0).each(article.passages)
    ]


def states_no_fact(text: str, kind: str, found_dates: tuple[DateValue, ...], offset: int) -> bool:
    """Whether a passage states nothing: furniture, a heading, a date line, a bare `he said`.

    Args:
        text: The passage.
        kind: What it is in its article.
        found_dates: Its dates, as offsets into the article.
        offset: Where it starts in the article.
    """
    if kind in {"furniture", "heading"}:
        return True
    if not any(map(str.isalnum, text)) or _SPEECH_ONLY.match(text):
        return True
    if _TO_READER.match(text):
        return True
    if not found_dates and not _STAMP.match(text):
        return False
    # Piece by piece, for most passages show by their first words that they are no date line.
    return all(
        word.form[0].isdigit()
        or word.form in _LINE_WORDS
        or _inside(offset + piece.start() + word.start, found_dates)
        for piece in _PIECE.finditer(text)
        for word in words(piece.group())
    )


def _inside(place: int, found_dates: Sequence[DateValue]) -> bool:
    """Whether a place lies in one of some dates, which are in order and do not overlap."""
    k = bisect_right(found_dates, place, key=attrgetter("start")) - 1
    return k >= 0 and place < found_dates[k].end
