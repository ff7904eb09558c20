"""What each paragraph of a draft is: headline, heading, body or furniture.

The rules are about form (length, marks at the end, place, repetition), not about any site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.articles.dates import find_byline, find_date, find_dateline, is_date_line
from tui.articles.draft import Draft, Paragraph
from tui.articles.furniture import LONGEST, fold_line, is_furniture
from tui.articles.model import PassageKind
from tui.language.progress import UNTOLD, Share

_PROSE_END = re.compile(r"[.!?…:;,。！？।।؟۔][\"'”’»“«)\]）」』]{0,3}$")
_FULL_END = re.compile(r"[.!?…。！？।؟۔][\"'”’»“«)\]）」』]{0,3}$")
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_ITEM = re.compile(r"(?:[-*+•‣◦▪–—·]|\(?\d{1,3}[.)])\s")
# A paragraph reads as prose when it ends as a sentence does and has this many words, or when it is
# long whatever its end.
_PROSE_WORDS = 8
_PROSE_WORDS_UNENDED = 30
_HEADLINE_WORDS = range(2, 41)
_HEADING_WORDS = range(1, 16)
_STANDFIRST_WORDS = 6
_LIST_RUN = 3  # this many short lines together are a list of the article's own, not headings
_PROSE_SHARE = 0.5  # below this share of prose, short lines are the text's own form (a poem, notes)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the paragraphs are, and what they say about the article."""

    paragraphs: tuple[Paragraph, ...]
    """The draft's paragraphs, each with its kind."""
    title: str
    byline: str | None
    date: str | None
    dateline: tuple[int, int] | None


@dataclass(slots=True)
class _Line:
    """A paragraph as the rules see it."""

    text: str
    """Its words, cut after what rules can need."""
    words: int
    long: bool
    prose: bool
    kind: PassageKind | None


def classify(draft: Draft, share: Share = UNTOLD) -> Findings:
    """Find out what each paragraph is, and title, byline, date and dateline where the text has them."""
    lines = [_look(draft, paragraph) for paragraph in share.part(0.0, 0.3).each(draft.paragraphs)]
    byline, date = _mark_furniture(lines, share.part(0.3, 0.8))
    share.tell(0.8)
    prosaic = _is_prosaic(lines)
    headline = next((k for k, line in enumerate(lines) if line.kind == "headline"), None)
    if headline is not None:
        _mark_kickers(lines[:headline])
    elif prosaic or draft.title:
        headline = _mark_lead(lines, fold_line(draft.title))
    if draft.structured:
        _mark_sections(lines)
    if prosaic:
        _mark_trailer(lines)
    if prosaic and not draft.structured:
        _mark_headings(lines)
    _mark_repeats(lines, headline, share.part(0.9, 1.0))
    kinds = [line.kind or "body" for line in lines]
    title = draft.title or (lines[headline].text if headline is not None else "")
    return Findings(
        tuple(Paragraph(p.start, p.end, kind) for p, kind in zip(draft.paragraphs, kinds, strict=True)),
        " ".join(title.split()),
        draft.byline or byline,
        draft.date or date,
        _dateline(draft, kinds),
    )


def _look(draft: Draft, paragraph: Paragraph) -> _Line:
    length = paragraph.end - paragraph.start
    text = draft.text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST + 1)]
    tail = draft.text[max(paragraph.start, paragraph.end - 6) : paragraph.end]
    # Scripts without blanks: two characters or so make a word.
    words = len(text.split()) + len(_WIDE.findall(text)) // 2
    long = length > LONGEST
    enough = _PROSE_WORDS if _FULL_END.search(tail) else _PROSE_WORDS_UNENDED
    return _Line(text, words, long, long or words >= enough, paragraph.kind)


def _mark_furniture(lines: Sequence[_Line], share: Share) -> tuple[str | None, str | None]:
    """Mark what is furniture by its own words; the byline and date found on the way."""
    byline = date = None
    for line in share.each(lines):
        if line.kind is not None or line.long:
            continue
        names = None if line.prose else find_byline(line.text)
        if names:
            byline = byline or names
            date = date or find_date(line.text)
            line.kind = "furniture"
        elif is_date_line(line.text):
            date = date or find_date(line.text)
            line.kind = "furniture"
        elif is_furniture(line.text):
            line.kind = "furniture"
    return byline, date


def _is_prosaic(lines: Sequence[_Line]) -> bool:
    """Whether the text is mainly prose, so that short lines stand out from it."""
    prose = sum(line.words for line in lines if line.prose and line.kind in (None, "body"))
    return prose > 0 and prose >= _PROSE_SHARE * sum(line.words for line in lines)


def _mark_lead(lines: Sequence[_Line], title: str) -> int | None:
    """Mark the headline and what stands around it before the first prose; its index, if there is one."""
    body = next((k for k, line in enumerate(lines) if line.prose and not _is_title(line, title)), len(lines))
    given = next((k for k, line in enumerate(lines[: body + 1]) if _is_title(line, title)), None)
    headline = given if given is not None else _find_headline(lines, body)
    if headline is None:
        return None
    lines[headline].kind = "headline"
    for k, line in enumerate(lines[:body]):
        if k != headline and _is_label(line):
            line.kind = "furniture"
    return headline


def _mark_kickers(lines: Sequence[_Line]) -> None:
    """Short lines above a headline are the page's: section, series, site."""
    for line in lines:
        if _is_label(line):
            line.kind = "furniture"


def _is_label(line: _Line) -> bool:
    """Whether a line near the headline says too little to be a part of the article."""
    return line.kind is None and line.words < _STANDFIRST_WORDS and not _FULL_END.search(line.text)


def _mark_sections(lines: Sequence[_Line]) -> None:
    """A heading like `Related topics` makes furniture of itself and the short lines below it."""
    inside = False
    for line in lines:
        if line.kind == "heading":
            inside = is_furniture(line.text)
        inside = inside and not line.prose
        if inside:
            line.kind = "furniture"


def _is_title(line: _Line, title: str) -> bool:
    return bool(title) and line.kind in (None, "heading") and fold_line(line.text) == title


def _find_headline(lines: Sequence[_Line], body: int) -> int | None:
    """The line before the first prose that names the story.

    A headline shares its words with the article below it, or is printed twice (once as the page's
    title); the names of sites and sections do neither.
    """
    known: Counter[str] = Counter()
    for line in lines[body : body + 40]:
        known.update(set(_content_words(line.text)))
    seen = Counter(fold_line(line.text) for line in lines[:body])
    best, best_score = None, 0.0
    candidates = [k for k in range(body) if lines[k].kind is None and lines[k].words in _HEADLINE_WORDS]
    for k in candidates:
        words = _content_words(lines[k].text)
        told = sum(word in known for word in words) / max(1, len(words))
        repeated = seen[fold_line(lines[k].text)] > 1
        ended = lines[k].text.endswith(".")
        score = told + 0.5 * repeated + 0.06 * min(lines[k].words, 8) - 0.3 * ended
        if score > best_score + 0.2:  # of two that fit alike, the first
            best, best_score = k, score
    return best


def _content_words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if len(word) > 3 or word.isupper()]


def _mark_trailer(lines: Sequence[_Line]) -> None:
    """Short lines after the last prose are links to elsewhere, once a line of furniture leads to them."""
    last = max((k for k, line in enumerate(lines) if line.prose), default=len(lines))
    trailer = False
    for line in lines[last + 1 :]:
        trailer = trailer or (line.kind == "furniture" and any(char.isalpha() for char in line.text))
        short = line.kind is None and not _ITEM.match(line.text) and not _PROSE_END.search(line.text)
        if trailer and short:
            line.kind = "furniture"


def _mark_headings(lines: Sequence[_Line]) -> None:
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _could_head(lines[end]):
            end += 1
        if 0 < end - start < _LIST_RUN and end < len(lines):
            for line in lines[start:end]:
                line.kind = "heading"
        start = max(end, start + 1)


def _could_head(line: _Line) -> bool:
    if line.kind is not None or line.long or line.prose or line.words not in _HEADING_WORDS:
        return False
    opens = line.text.lstrip("\"'“‘«„¿¡(")[:1]
    shaped = bool(opens) and not opens.islower() and not _ITEM.match(line.text)
    closed = line.text.endswith((".", ",", ";", "…", "。", "؛"))
    return shaped and not closed and not line.text.endswith((".”", '."', ",”", ',"'))


def _mark_repeats(lines: Sequence[_Line], headline: int | None, share: Share) -> None:
    """A short line printed again is furniture: the headline under a share button, a label."""
    seen = {fold_line(lines[headline].text)} if headline is not None else set()
    for k, line in enumerate(share.each(lines)):
        if k == headline or line.long or (line.prose and headline is None):
            continue
        folded = fold_line(line.text)
        if folded in seen and (not line.prose or folded == fold_line(lines[headline or 0].text)):
            line.kind = "furniture"
        elif line.kind == "heading":
            seen.add(folded)


def _dateline(draft: Draft, kinds: Sequence[PassageKind]) -> tuple[int, int] | None:
    for paragraph, kind in zip(draft.paragraphs, kinds, strict=True):
        if kind == "body":
            head = draft.text[paragraph.start : min(paragraph.end, paragraph.start + 120)]
            length = find_dateline(head)
            return (paragraph.start, paragraph.start + length) if length else None
    return None
