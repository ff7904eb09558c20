"""Where words stand in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"[“”„«»\"‘’']|\n")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
_LONGEST = 1500
"""A quotation left open this long (in characters) was never closed: it ends with its paragraph."""
_MARKS = 80
"""Nor are more marks than this looked at."""
_LINES = 6
"""Nor does a quotation run over more lines than this."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch in quotation marks."""

    start: int
    """Inside the opening mark."""
    end: int
    """Inside the closing mark."""
    after: int
    """Outside the closing mark; `end` when there is none."""
    continues: bool = False
    """Whether it goes on from a quotation that its paragraph left open."""


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    at: int


def marked(text: str) -> list[Marked]:
    """The stretches of a text in quotation marks, in order; none lies in another.

    Known are “…”, "…", ‘…’, '…', «…», »…« and „…“. Apostrophes are no marks. A quotation left open
    at the end of its paragraph goes on when the next one opens with a mark again.
    """
    marks = [_Mark(m.group(), m.start()) for m in _MARK.finditer(text)]
    found: list[Marked] = []
    open_end = -1
    i = 0
    while i < len(marks):
        mark = marks[i]
        if mark.text == "\n" or not _opens(text, mark):
            i += 1
            continue
        close, last = _closing(text, marks, i)
        continues = open_end >= 0 and not text[open_end : mark.at].strip()
        end = marks[close].at if close is not None else last
        open_end = last if close is None else -1
        if text[mark.at + 1 : end].strip():
            start, end = _trim(text, mark.at + 1, end)
            after = marks[close].at + 1 if close is not None else end
            found.append(Marked(start, end, after, continues))
        i = close + 1 if close is not None else _after(marks, i, last)
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _after(marks: list[_Mark], i: int, position: int) -> int:
    i += 1
    while i < len(marks) and marks[i].at < position:
        i += 1
    return i


def _opens(text: str, mark: _Mark) -> bool:
    """Whether a mark can open a quotation where it stands."""
    before, after = text[mark.at - 1 : mark.at], text[mark.at + 1 : mark.at + 2]
    match mark.text:
        case "“" | "„" | "«":
            return True
        case '"':  # a closing one that nothing opened is passed over
            return bool(after.strip()) or before in {"", " ", "\n"}
        case "»":
            return after.isalpha() and not before.isalnum()
        case "‘" | "'":
            return (after.isalnum() or after in '“"[…') and not before.isalnum() and bool(after)
    return False


def _closing(text: str, marks: list[_Mark], i: int) -> tuple[int | None, int]:
    """Index of the mark that closes the one at `i`, or None and where the stretch ends without one."""
    opening = marks[i]
    closers = _CLOSERS[opening.text]
    single = opening.text in "‘'"
    line_end = -1
    lines = 0
    fallback: int | None = None
    for k in range(i + 1, min(len(marks), i + _MARKS)):
        mark = marks[k]
        if mark.at - opening.at > _LONGEST or lines > _LINES:
            break
        if mark.text == "\n":
            line_end = mark.at if line_end < 0 else line_end
            lines += 1
            if single:
                break
            continue
        if line_end >= 0 and _reopens(text, mark, opening):
            return None, line_end
        if mark.text not in closers:
            continue
        if not single:
            return k, mark.at
        certain = _closes_single(text, mark)
        if certain:
            return k, mark.at
        if certain is None and fallback is None:
            fallback = k
    if fallback is not None:
        return fallback, marks[fallback].at
    if single:
        return None, opening.at + 1
    return None, line_end if line_end >= 0 else min(len(text), opening.at + 1 + _LONGEST)


def _reopens(text: str, mark: _Mark, opening: _Mark) -> bool:
    """Whether a mark in a later line starts a quotation rather than ending the open one."""
    if mark.text != opening.text:
        return False
    if mark.text != '"':
        return True
    line = text.rfind("\n", 0, mark.at) + 1
    return not text[line : mark.at].strip()


def _closes_single(text: str, mark: _Mark) -> bool | None:
    """Whether a single mark closes; None when it may be an apostrophe (`the guards’ hut`)."""
    before, after = text[mark.at - 1], text[mark.at + 1 : mark.at + 2]
    if after.isalnum():
        return False
    if before in ".,?!…;:":
        return True
    return None if before.isalnum() else False
