"""Where words stand in quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"[“”„«»\"‘’']|\n")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
_LONGEST = 1500
"""A quotation left open this long (in characters) was never closed: it ends with its paragraph."""
_MARKS = 80
"""Nor are more marks than this looked at."""
_LINES = 6
"""Nor does a quotation run over more lines than this."""


class Marked(NamedTuple):
    """A stretch in quotation marks."""

    start: int
    """Inside the opening mark."""
    end: int
    """Inside the closing mark."""
    after: int
    """Outside the closing mark; `end` when there is none."""
    continues: bool = False
    """Whether it goes on from a quotation that its paragraph left open."""


def marked(text: str) -> list[Marked]:
    """The stretches of a text in quotation marks, in order; none lies in another.

    Known are “…”, "…", ‘…’, '…', «…», »…« and „…“. Apostrophes are no marks. A quotation left open
    at the end of its paragraph goes on when the next one opens with a mark again.
    """
    marks = [mark.start() for mark in _MARK.finditer(text)]
    found: list[Marked] = []
    open_end = -1
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not _opens(text, mark):
            i += 1
            continue
        close, last = _closing(text, marks, i)
        continues = open_end >= 0 and not text[open_end:mark].strip()
        end = marks[close] if close is not None else last
        open_end = last if close is None else -1
        if text[mark + 1 : end].strip():
            start, end = _trim(text, mark + 1, end)
            after = marks[close] + 1 if close is not None else end
            found.append(Marked(start, end, after, continues))
        i = close + 1 if close is not None else _after(marks, i, last)
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _after(marks: list[int], i: int, position: int) -> int:
    i += 1
    while i < len(marks) and marks[i] < position:
        i += 1
    return i


def _opens(text: str, mark: int) -> bool:
    """Whether a mark can open a quotation where it stands."""
    kind = text[mark]
    if kind in "\n”’":
        return False
    before, after = text[mark - 1 : mark], text[mark + 1 : mark + 2]
    match kind:
        case "“" | "„" | "«":
            return True
        case '"':  # a closing one that nothing opened is passed over
            return bool(after.strip()) or before in {"", " ", "\n"}
        case "»":
            return after.isalpha() and not before.isalnum()
    return bool(after) and not before.isalnum() and (after.isalnum() or after in '“"[…')  # ‘ or '


def _closing(text: str, marks: list[int], i: int) -> tuple[int | None, int]:
    """Index of the mark that closes the one at `i`, or None and where the stretch ends without one."""
    opening = marks[i]
    closers = _CLOSERS[text[opening]]
    single = text[opening] in "‘'"
    line_end = -1
    lines = 0
    fallback: int | None = None
    for k in range(i + 1, min(len(marks), i + _MARKS)):
        mark = marks[k]
        if mark - opening > _LONGEST or lines > _LINES:
            break
        if text[mark] == "\n":
            line_end = mark if line_end < 0 else line_end
            lines += 1
            if single:
                break
            continue
        if line_end >= 0 and _reopens(text, mark, opening):
            return None, line_end
        if text[mark] not in closers:
            continue
        if not single:
            return k, mark
        certain = _closes_single(text, mark)
        if certain:
            return k, mark
        if certain is None and fallback is None:
            fallback = k
    if fallback is not None:
        return fallback, marks[fallback]
    if single:
        return None, opening + 1
    return None, line_end if line_end >= 0 else min(len(text), opening + 1 + _LONGEST)


def _reopens(text: str, mark: int, opening: int) -> bool:
    """Whether a mark in a later line starts a quotation rather than ending the open one."""
    if text[mark] != text[opening]:
        return False
    if text[mark] != '"':
        return True
    line = text.rfind("\n", 0, mark) + 1
    return not text[line:mark].strip()


def _closes_single(text: str, mark: int) -> bool | None:
    """Whether a single mark closes; None when it may be an apostrophe (`the guards’ hut`)."""
    before, after = text[mark - 1], text[mark + 1 : mark + 2]
    if after.isalnum():
        return False
    if before in ".,?!…;:":
        return True
    return None if before.isalnum() else False
