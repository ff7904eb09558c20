"""Stand-ins: nothing a terminal obeys or an eye misses, and every offset kept."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.language.visible import visible

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain — “text” é 漢字", "plain — “text” é 漢字"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "␦31m"),
        ("a\u202eb\u2066c\u2069", "a␦b␦c␦"),
        ("zero\u200bwidth\ufeff", "zero␦width␦"),
        ("\ud800x\udfff", "\ufffdx\ufffd"),
        ("soft\u00adhyphen", "soft-hyphen"),
        ("tags\U000e0041\U000e0042", "tags␦␦"),
        ("one\ttwo\nthree", "one␉two␊three"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 4 + "␦" * 5),
        ("[red] $x \\[ [/]", "[red] $x \\[ [/]"),
    ],
)
def test_stand_ins(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_prose_shows_white_space_as_space() -> None:
    assert visible("one\ttwo\nthree\r\n\x1b", prose=True) == "one two three  ␛"


@pytest.mark.parametrize("text", ["👨‍👩‍👧‍👦", "❤️", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "می‌خواهم", "क्‍ष", "🇩🇪", "👍🏽"])
def test_honest_sequences_stay(text: str) -> None:
    assert visible(text) == text


@given(ANY_TEXT)
def test_same_length_and_nothing_hidden(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    assert not any(
        c in "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for c in shown
    )
    shown.encode("utf-8")


@given(ANY_TEXT)
def test_showing_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
