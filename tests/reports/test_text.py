"""The text report: what it says, in which order, and in how many columns."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from support.pairs import A, B, all_unique, by_hand, marked, unsure

from tui.reports import REPORTS
from tui.reports.text import text_report


def test_everything_is_told_conflicts_first() -> None:
    report = text_report(by_hand())
    headings = [line for line in report.splitlines() if line.isupper() and not line.startswith(" ")]
    assert headings == [
        "CONFLICTS (1)",
        "ONLY A SAYS (2 PASSAGES)",
        "ONLY B SAYS (2 PASSAGES)",
        "BOTH SAY (2 MATCHES)",
        "WHO IS QUOTED WHERE",
    ]
    assert report.startswith("A  Storm closes the harbour\n   one.txt\n   5 passages: ")
    assert "quantity: A says four boats, B says six." in report
    assert "score 0.93" in report
    assert "score 0.71, but with a conflict" in report
    assert "   a3   “We have never seen waves like these,”\n" in report
    assert "Jan Vos" in report


def test_what_is_only_possibly_a_match_is_told_apart() -> None:
    likely, perhaps = text_report(unsure()).split("PERHAPS BOTH SAY (1 MATCH)")
    assert "BOTH SAY (1 MATCH)\n\n = score 0.93" in likely
    assert " ≈ score 0.34, but with a conflict\n   a2 " in perhaps
    assert "PERHAPS" not in text_report(by_hand())


def test_a_passage_that_is_partly_unique_names_the_words() -> None:
    report = text_report(by_hand())
    assert f" ± a1   {A[1]}\n        only here: Mayor Ruth Adeyemi said\n" in report
    assert f" + b2   {B[2]}\n" in report


def test_marks_are_told() -> None:
    comparison = by_hand()
    report = text_report(comparison, marked(comparison))
    for said in (
        "checked by the reader: 2 of 5",
        "note: Ask the coast guard.",
        "note: Confirmed by <the> ministry.",
        "note: Adeyemi is the deputy.",
        "note: On words that are no claim any more.",
        "OTHER NOTES\n\n   b0   Both had it from the agency.\n",
        "linked by hand",
        "a3 and b2 taken apart by hand",
        f"{B[2]}  ✓ checked",
    ):
        assert said in report


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    wide = ["台風が港を月曜日に閉鎖したと市長が述べた。" * 3, "x" * 300, "word " * 60]
    for comparison in (by_hand(), all_unique(wide)):
        lines = text_report(comparison, width=width).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_plain_unless_styled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b" not in text_report(by_hand())
    assert "\x1b[33mMayor Ruth Adeyemi said" in text_report(by_hand(), styled=True)


def test_no_color_takes_the_colour_and_keeps_the_emphasis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", "1")
    styled = text_report(by_hand(), styled=True)
    codes = {code for found in re.findall(r"\x1b\[([\d;]*)m", styled) for code in found.split(";")}
    assert "1" in codes
    assert not codes & {str(code) for code in (*range(30, 39), *range(40, 49), *range(90, 108))}


def test_markup_is_shown_as_it_is() -> None:
    assert " + a0   [red]$x \\[ :smile: 😀[/red]" in text_report(all_unique(["[red]$x \\[ :smile: 😀[/red]"]))


def test_the_registry_gives_the_same() -> None:
    comparison = by_hand()
    assert REPORTS["text"](comparison, marked(comparison)) == text_report(comparison, marked(comparison))
