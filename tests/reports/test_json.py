"""The JSON report."""

from __future__ import annotations

import json

from support.contract import broken_promises
from support.pairs import by_hand, marked

from tui.marks.model import Marks
from tui.reports.json import json_report


def test_it_is_the_contract_with_the_readers_marks() -> None:
    comparison = by_hand()
    report = json.loads(json_report(comparison, marked(comparison)))
    assert broken_promises(report) == []
    marks = report.pop("marks")
    assert report == comparison.to_dict()
    assert marks["pinned"] == [["a1", "b0"]]
    assert marks["cut"] == [["a3", "b2"]]
    assert len(marks["checked"]) == 2
    assert {note["note"] for note in marks["notes"]} >= {"Ask the coast guard."}


def test_hostile_text_survives_and_steers_nothing() -> None:
    hostile = "a \x1b[31m \x9b \x7f \u202e \u2028 \ufeff \x00 \ud800 \\ud800 “é” 𝒜"
    comparison = by_hand([hostile], ["b"])
    written = json_report(comparison, Marks())
    assert json.loads(written)["articles"][0]["text"] == hostile
    assert not set("\x1b\x9b\x7f\u202e\u2028\ufeff\ud800") & set(written)
    assert "“é” 𝒜" in written
    written.encode("utf-8")
