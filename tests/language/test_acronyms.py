"""Acronyms that a text tells in full."""

from __future__ import annotations

import pytest

from tui.language.acronyms import acronyms, in_full
from tui.language.words import words


def found(*texts: str) -> dict[str, tuple[str, ...]]:
    return dict(acronyms([(text, words(text)) for text in texts]))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("It shook Oman and the UAE.", "The United Arab Emirates felt it."),
            ("uae", "united arab emirates"),
        ),
        (("Said the WFP.", "the World Food Programme of Rome"), ("wfp", "world food program")),
        (
            ("The BoE and the FBI", "the Federal Bureau of Investigation said"),
            ("fbi", "federal bureau investigation"),
        ),
        (("WHO staff left.", "A World Health Organization doctor"), ("who", "world health organization")),
        (("AP reported it.", "as the Associated Press said"), ("ap", "associated press")),
    ],
)
def test_an_acronym_and_its_name_in_either_text(texts: tuple[str, str], expected: tuple[str, str]) -> None:
    assert found(*texts) == {expected[0]: tuple(expected[1].split())}


@pytest.mark.parametrize(
    "texts",
    [
        ("The UAE felt it.", "Umm, a red engine."),  # no capitals
        ("The UAE felt it.", "United. Arab Emirates"),  # two sentences
        ("An AP report.", "The Air Police Service came."),  # two letters of a longer row
        ("QUAKE HITS UAE", "The United Arab Emirates felt it."),  # all in capitals
        ("United Arab Emirates", "uae"),
    ],
)
def test_what_is_none(texts: tuple[str, str]) -> None:
    assert found(*texts) == {}


def test_its_words_stand_where_the_acronym_does() -> None:
    text = "Oman and the UAE who shook"
    full = in_full(words(text), text, {"uae": ("united", "arab", "emirates"), "who": ("world",)})
    assert [(word.form, text[word.start : word.end]) for word in full] == [
        ("oman", "Oman"),
        ("and", "and"),
        ("the", "the"),
        ("united", "UAE"),
        ("arab", "UAE"),
        ("emirates", "UAE"),
        ("who", "who"),
        ("shook", "shook"),
    ]
