"""The JSON report (schema `diptych/1`)."""

from __future__ import annotations

import json
import re
from typing import Any

from tui.comparison.model import Comparison
from tui.marks.model import Marks, Target

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Left bare by the json module, yet able to steer a terminal or to break UTF-8."""


def json_report(comparison: Comparison, marks: Marks | None = None) -> str:
    """The comparison as JSON, with the reader's marks under `marks`."""
    report = comparison.to_dict() | {"marks": marks_to_dict(marks or Marks())}
    text = json.dumps(report, ensure_ascii=False, indent=1)
    return _UNSAFE.sub(lambda m: json.dumps(m.group())[1:-1], text) + "\n"


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
