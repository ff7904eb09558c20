"""Runs of unique words become phrases: whole at their edges, joined when near, never a single word."""

from __future__ import annotations

import pytest

from tui.facts.nofact import headings, states_no_fact
from tui.facts.phrases import phrases


def marked(text: str) -> str:
    """The phrases found in a text whose unique words are written in capitals; `~` glues two words."""
    glued, forms = [], []
    for piece in text.split():
        forms += piece.split("~")
        glued += [False] + [True] * piece.count("~")
    found = phrases([f.isupper() for f in forms], [f.lower() for f in forms], glued)
    return " ".join(form.lower() if unique else "." for form, unique in zip(forms, found, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one protester threw a PETROL BOMB", ". . . a petrol bomb"),
        ("after the FIGHT KLITSCHKO SANG", ". the fight klitschko sang"),
        ("the island IS HOME TO about people", ". . is home . . ."),
        ("a POLICE SERGEANT AND officers came", "a police sergeant . . ."),
        ("some HAVE A STAY~at~home mother", ". have a stay at home ."),
        ("they BURNED and LOOTED shops", ". burned and looted ."),
        ("the CANDLELIT vigil ended", ". . . ."),
        ("a crowd came TO", ". . . ."),
    ],
)
def test_a_phrase_begins_and_ends_where_a_person_would_cut(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Sound off in the comments below!", True),
        ("Here is the academy's official release:", True),
        ("Here is the man who did it.", False),
        ("Read more: three bridges closed", True),
        ("The mayor said.", True),
        ("I'm satisfied, the mayor said.", False),
        ('"Look," he said.', False),
    ],
)
def test_what_asks_something_of_the_reader_states_no_fact(text: str, nothing: bool) -> None:
    assert states_no_fact(text, "body", (), 0) is nothing


def test_a_heading_inside_an_article_is_short_capitalised_unended_and_alone() -> None:
    told = "The council met on Monday."
    lead, listed = ["Bridge Falls", "Two Dead In Lublin"], ["Anna Nowak", "Jan Kot"]
    texts = [*lead, told, "What Comes Next", told, *listed, told]
    assert [texts[k] for k, found in enumerate(headings(texts)) if found] == ["What Comes Next"]
