"""The Markdown report, read back with a CommonMark parser that has GitHub's extensions on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support.pairs import A, B, by_hand, claim, marked, unsure

from tui.reports import REPORTS
from tui.reports.markdown import escape, markdown_report
from tui.reports.safe import one_line

PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": True, "typographer": False})


def tokens(markdown: str) -> list[Token]:
    found = []
    for token in PARSER.parse(markdown):
        found += [token, *(token.children or ())]
    return found


def plain(markdown: str) -> str:
    """What a reader of the rendered page sees."""
    return "".join(t.content for t in tokens(markdown) if t.type in ("text", "text_special", "code_inline"))


def test_everything_is_told_conflicts_first() -> None:
    report = markdown_report(by_hand())
    headings = [line for line in report.splitlines() if line.startswith("#")]
    assert headings == [
        "# Two accounts compared",
        "## Conflicts (1)",
        "## Only A says (2 passages)",
        "## Only B says (2 passages)",
        "## Both say (2 matches)",
        "## Who is quoted where",
    ]
    assert "- `a1` The storm closed the harbour on Monday, **Mayor Ruth Adeyemi said**." in report
    assert "  - `b1` **Six boats** sank, the coast guard said." in report
    for passage in (*A[1:4], *B):
        assert passage in plain(report)


def test_what_is_only_possibly_a_match_is_told_apart() -> None:
    likely, perhaps = markdown_report(unsure()).split("## Perhaps both say (1 match)")
    assert "## Both say (1 match)\n\n- = score 0.93\n  - `a1`" in likely
    assert "\n- ≈ score 0.34, but with a conflict\n  - `a2`" in perhaps


def test_marks_are_told() -> None:
    comparison = by_hand()
    seen = plain(REPORTS["markdown"](comparison, marked(comparison)))
    for said in (
        "Checked by the reader: 2 of 5",
        "Note: Ask the coast guard.",
        "Note: Confirmed by <the> ministry.",
        "Note: On words that are no claim any more.",
        "b0 Both had it from the agency.",
        "linked by hand",
        "a3 and b2 taken apart by hand",
    ):
        assert said in seen


HOSTILE = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "# not a heading",
    "- not a list",
    "1. not a list",
    "2024) neither",
    "```not code",
    "| a | b |",
    "&lt;b&gt; &#60; &amp; AT&T",
    "*a* _b_ ~~c~~ `d` \\*e\\* \\",
    "$x$ costs $1.2 billion",
    "https://evil.example www.evil.example me@evil.example",
    "===",
    "> quoted",
    "<!-- comment",
    "a\u2028# b\r\n# c\n\n- d",
    "\x1b[31mred\x1b[0m \u202e",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    assert_only_text(text)


@example("A.AL")
@example("see example.com, U.S. and e.g. 1.5")
@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\\`*_[]<>#~$&@|!-+.:/=\n"), min_size=1))
@example("-\\")
def test_any_text_is_only_text(text: str) -> None:
    assert_only_text(text)


def assert_only_text(text: str) -> None:
    for line in (escape(text), f"- `a0` {escape(text)}"):
        found = {t.type for t in tokens(line)} - {"softbreak"}
        assert found <= {
            "paragraph_open", "paragraph_close", "inline", "text", "text_special",
            "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "code_inline",
        }  # fmt: skip
        shown = plain(line).removeprefix("a0").strip()
        assert shown == one_line(text).replace("\x00", "\ufffd").strip()


@settings(max_examples=100, deadline=None)
@given(st.text("ab “”,.*_ ", min_size=1, max_size=12), st.data())
def test_bold_words_never_change_the_text(text: str, data: st.DataObject) -> None:
    comparison = by_hand([text], [])
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    unique = replace(claim("a", comparison.a, 0, text, "unique"), start=start, end=end)
    report = markdown_report(replace(comparison, facts=replace(comparison.facts, claims=(unique,))))
    line = next(line for line in report.splitlines() if line.startswith("- `a0`"))
    assert plain(line).removeprefix("a0").strip() == text.strip()
