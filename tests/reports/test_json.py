"""The JSON report."""

from __future__ import annotations

import json
import tracemalloc

from support.contract import broken_promises
from support.pairs import by_hand, marked

import tui
from tui.comparison.model import Comparison
from tui.marks.model import Marks
from tui.reports.json import json_pieces, json_report, marks_to_dict


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


def test_the_pieces_are_what_the_json_module_writes_of_the_whole() -> None:
    """To the byte, with and without links, marks and passages."""
    full = by_hand()
    for comparison, marks in (
        (full, marked(full)),
        (by_hand(["One."], ["Two."]), Marks()),
        (nothing(), None),
    ):
        whole = comparison.to_dict() | {"marks": marks_to_dict(marks or Marks())}
        written = json_report(comparison, marks)
        assert written == json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def nothing() -> Comparison:
    empty = tui.Article.from_passages([])
    return tui.compare(empty, empty)


def test_a_report_of_many_passages_is_written_in_little_memory() -> None:
    """It needs no more than a few pieces at a time, however long it is."""
    lines = [f"Line {k} of the ledger tells of {k + 7} barrels of salt." for k in range(3000)]
    comparison = tui.compare(tui.Article.from_passages(lines), tui.Article.from_passages([]))
    tracemalloc.start()
    try:
        written = sum(len(piece) for piece in json_pieces(comparison))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < written / 3
