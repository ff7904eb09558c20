"""Paragraphs of a plain text: parted by blank lines, one a line, or hard-wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.articles.draft import Paragraph
from tui.language.progress import LINES, UNTOLD, Share

CUTTING = "finding passages"
"""The stage that comes after reading: paragraphs, what each is, and the passages of each."""

_BULLET = re.compile(r"(?:[-*+•‣◦▪]|\(?\d{1,3}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?…:。！？।][\"'”’»)\]]{0,3}$")
_OPENS_SMALL = re.compile(r"[\"'“‘«(\[]{0,3}[^\W\d_]")

# A text counts as hard-wrapped when its lines look filled: within typewriter widths, most of them
# with no room for the next line's first word, and most ending in the middle of a sentence.
_WRAP_WIDTHS = range(40, 131)
_LEAST_PAIRS = 3
_SLACK = 6
_FILLED_SHARE = 0.6
_MID_SENTENCE_SHARE = 0.5
_LEAST_TO_CONTINUE = 40  # a shorter line followed by a small letter may be a list, not a sentence


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    first_word: int
    """Length of its first word."""
    bullet: bool
    small: bool
    """Whether it opens with a small letter."""
    closed: bool
    """Whether it ends as a sentence ends."""

    @property
    def length(self) -> int:
        return self.indent + self.end - self.start


def find_paragraphs(text: str, share: Share = UNTOLD) -> tuple[Paragraph, ...]:
    """The paragraphs of a plain text, in order, without the blank around them."""
    blocks = list(_blocks(text, share.part(0.0, 0.6)))
    share.tell(0.6)
    width = _wrap_width(blocks)
    found: list[Paragraph] = []
    for block in share.part(0.8, 1.0).each(blocks):
        start = 0
        for k in range(1, len(block) + 1):
            if k == len(block) or not _continues(block[k - 1], block[k], width, block[start].bullet):
                found.append(Paragraph(block[start].start, block[k - 1].end))
                start = k
    return tuple(found)


def find_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line that is not blank, without the blank around its words."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            left = start + len(line) - len(line.lstrip())
            yield left, left + len(stripped)
        start = end + 1


def _blocks(text: str, share: Share) -> Iterator[list[_Line]]:
    """Runs of lines with no blank line between."""
    block: list[_Line] = []
    for number, (start, end) in enumerate(find_lines(text)):
        if number % LINES == 0:
            share.tell(start / len(text))
        if block and text.count("\n", block[-1].end, start) > 1:
            yield block
            block = []
        block.append(_line(text, start, end))
    if block:
        yield block


def _line(text: str, start: int, end: int) -> _Line:
    newline = text.rfind("\n", 0, start)
    head = text[start : min(end, start + 60)]
    opening = _OPENS_SMALL.match(head)
    return _Line(
        start,
        end,
        indent=start - newline - 1,
        first_word=len(head.split(None, 1)[0]),
        bullet=bool(_BULLET.match(head)),
        small=bool(opening) and head[opening.end() - 1].islower() if opening else False,
        closed=bool(_ENDS_SENTENCE.search(text[max(start, end - 5) : end])),
    )


def _wrap_width(blocks: Sequence[Sequence[_Line]]) -> int | None:
    """The width a text is hard-wrapped to, or None if it is not."""
    pairs = [(a, b) for block in blocks for a, b in pairwise(block)]
    if len(pairs) < _LEAST_PAIRS:
        return None
    lengths = sorted(a.length for a, _ in pairs)
    width = lengths[int(0.95 * (len(lengths) - 1))]
    if width not in _WRAP_WIDTHS:
        return None
    filled = sum(_is_filled(a, b, width) for a, b in pairs) / len(pairs)
    open_ended = sum(not a.closed for a, _ in pairs) / len(pairs)
    return width if filled >= _FILLED_SHARE and open_ended >= _MID_SENTENCE_SHARE else None


def _is_filled(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word had no room left on this one."""
    return line.length + 1 + following.first_word > width - _SLACK


def _continues(line: _Line, following: _Line, width: int | None, in_item: bool) -> bool:
    if following.bullet:
        return False
    if width is None:
        return following.small and not line.closed and line.end - line.start >= _LEAST_TO_CONTINUE
    if following.indent > line.indent and not in_item:
        return False
    return _is_filled(line, following, width) or (following.small and not line.closed)
