"""The JSON report (schema `diptych/1`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tui.comparison.model import Comparison
from tui.marks.model import Marks, Target

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Left bare by the json module, yet able to steer a terminal or to break UTF-8."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, indent=1)


def json_report(comparison: Comparison, marks: Marks | None = None) -> str:
    """The comparison as JSON, with the reader's marks under `marks`."""
    return "".join(json_pieces(comparison, marks))


def json_pieces(comparison: Comparison, marks: Marks | None = None) -> Iterator[str]:
    """The same piece by piece, so that the report of a book need never be in memory whole."""
    from tui.comparison.serialise import parts

    report = parts(comparison) | {"marks": marks_to_dict(marks or Marks())}
    for piece in _pieces(report, "\n"):
        yield _UNSAFE.sub(lambda m: json.dumps(m.group())[1:-1], piece)
    yield "\n"


def _pieces(value: Any, line: str) -> Iterator[str]:
    """What the json module writes for a value, in which an iterator stands for a list.

    Args:
        value: Plain data; dictionaries and iterators may hold iterators.
        line: The line break and indentation before a value of this depth.
    """
    items: Iterator[tuple[str, Any]]
    if isinstance(value, Iterator):
        brackets, items = "[]", (("", item) for item in value)
    elif isinstance(value, dict) and any(isinstance(part, Iterator) for part in value.values()):
        brackets, items = "{}", ((f"{json.dumps(name)}: ", part) for name, part in value.items())
    else:
        # No line break within a string is written as such, so each in the text is between values.
        yield _ENCODER.encode(value).replace("\n", line)
        return
    before = brackets[0]
    for name, item in items:
        yield f"{before}{line} {name}"
        yield from _pieces(item, line + " ")
        before = ","
    yield f"{line}{brackets[1]}" if before == "," else brackets


def marks_to_dict(marks: Marks) -> dict[str, Any]:
    """The reader's marks as plain data, in an order that does not change."""
    notes = sorted(marks.notes.items(), key=lambda item: _order(item[0]))
    return {
        "pinned": [[f"a{a}", f"b{b}"] for a, b in sorted(marks.pinned)],
        "cut": [[f"a{a}", f"b{b}"] for a, b in sorted(marks.cut)],
        "checked": [_target(target) for target in sorted(marks.checked, key=_order)],
        "notes": [_target(target) | {"note": note} for target, note in notes],
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "kind": target.kind,
        "a": list(target.a) if target.a else None,
        "b": list(target.b) if target.b else None,
    }


def _order(target: Target) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    return target.kind, target.a or (), target.b or ()
