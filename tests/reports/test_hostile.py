"""Whatever an article holds, every report is made, in time, and can steer nothing."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.contract import broken_promises
from support.pairs import all_unique

import tui
from tui.marks.model import Marks, claim_target
from tui.reports import REPORTS
from tui.reports.text import text_report
from tui.reports.write import encode

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, escapes and bidirectional overrides; a line feed is each report's own."""

NASTY = [
    "\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x1b]52;c;aGk=\x07 \x1bPq\x1b\\",
    "\x9b31m \x85 \x07 \x08\x08 \r\n \x0b \x0c \x00 \x7f",
    "\u202egnp.exe\u202c \u2066a\u2069 \u200b\u200d\ufeff \u2028 \u2029",
    "\ud800 \udfff lone",
    "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a",
    "[red]bold[/red] [link=https://evil.example]x[/link] \\[ $x :smile: 😀 👩‍👩‍👧",
    "=cmd|' /C calc'!A0 +1 -1 @SUM(1)",
    "</script><script>alert(1)</script> <!-- ]]> \"' &amp; {{x}}",
    "",
    "   ",
]


def safe(name: str, report: str) -> None:
    lines = report if name != "json" else report.replace("\n", "")
    assert not STEERING.search(lines)
    encode(report).decode("utf-8")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("text", NASTY)
def test_nothing_nasty_comes_through(name: str, text: str) -> None:
    comparison = all_unique([text, f"before {text} after"])
    notes = {claim_target(comparison.claims[-1]): text}
    safe(name, REPORTS[name](comparison, Marks(notes=notes)))


@pytest.mark.parametrize("name", REPORTS)
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters() | st.sampled_from("\x1b[]<>&\"'\\`*_\n\r\t|"), max_size=60), max_size=5)
)
@example(NASTY)
def test_any_article_makes_a_safe_report(name: str, passages: list[str]) -> None:
    safe(name, REPORTS[name](all_unique(passages), Marks()))
    a, b = tui.Article.from_passages(passages), tui.Article.from_passages(passages[::-1])
    report = REPORTS[name](tui.compare(a, b), Marks())
    safe(name, report)
    if name == "json":
        assert broken_promises(json.loads(report)) == []


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(
    "passages",
    [["x" * 100_000], ["a b " * 25_000], ["é" * 50 + " "] * 1000, ["<&*_" * 25_000], ["\x1b" * 100_000]],
    ids=["one word", "one passage", "many passages", "markup", "escapes"],
)
def test_a_hundred_kilobytes_take_no_two_seconds(name: str, passages: list[str]) -> None:
    comparison = all_unique(passages)
    before = time.process_time()
    REPORTS[name](comparison, Marks())
    assert time.process_time() - before < 20


def test_a_styled_report_has_no_escape_but_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    styled = text_report(all_unique(NASTY), styled=True)
    assert not STEERING.search(re.sub(r"\x1b\[[\d;]*m", "", styled))


@pytest.mark.parametrize("width", [20, 80])
def test_no_line_of_the_text_report_is_a_formula(width: int) -> None:
    lines = text_report(all_unique(["=1+1 " * 50, "+1", "-1", "@SUM(1)", "\t=1"]), width=width).splitlines()
    assert not [line for line in lines if line.startswith(("=", "+", "-", "@", "\t"))]
