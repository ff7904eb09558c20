"""A phrase put into a sentence that both articles have is unique, to the word."""

from __future__ import annotations

import pytest
from support.stories import pair

from tui.comparison.model import Comparison
from tui.facts.model import Side

BEFORE = "The ferry to Kandy was late again, said harbour master Ewa Zielinska."
SENTENCE = "The council of Lublin approved a new tram line to the airport, mayor Marta Novak said."
AFTER = "Rain is expected in Izmir, where Paul Tremblay opened the archive for all visitors."


def unique(compared: Comparison, side: Side) -> list[str]:
    text = compared.article(side).text
    return [text[c.start : c.end] for c in compared.claims if c.side == side and c.status == "unique"]


@pytest.mark.parametrize(
    ("phrase", "edited"),
    [
        (
            "after the bakers of Tromso walked out",
            SENTENCE.replace("said.", "said after the bakers of Tromso walked out."),
        ),
        ("Despite protests by fishermen", f"Despite protests by fishermen, t{SENTENCE[1:]}"),
        ("once a champion swimmer", SENTENCE.replace("Novak said", "Novak, once a champion swimmer, said")),
        ("on a cold morning", SENTENCE.replace(" a new", " on a cold morning a new")),
    ],
)
def test_a_phrase_put_into_a_copy_is_unique(phrase: str, edited: str) -> None:
    for side in ("a", "b"):
        texts = [[BEFORE, SENTENCE, AFTER], [BEFORE, edited, AFTER]]
        compared = pair(*(texts if side == "b" else texts[::-1]))
        assert [told.rstrip(".") for told in unique(compared, side)] == [phrase]
        assert not unique(compared, "a" if side == "b" else "b")
        assert compared.statuses(side)[1] == "mixed"
        assert compared.statuses("a" if side == "b" else "b")[1] == "shared"


def test_what_is_put_in_but_told_elsewhere_is_not_unique() -> None:
    told = "The fishermen of the harbour protested against the bakers of Tromso in late November."
    edited = SENTENCE.replace("said.", "said in late November after protests of the bakers of Tromso.")
    compared = pair([told, SENTENCE, AFTER], [told, edited, AFTER])
    assert not unique(compared, "b")


def test_a_quotation_in_a_longer_sentence_is_no_copy_of_it() -> None:
    quotation = '"My mother made me take the bins out this morning," she said.'
    longer = (
        f"The winner, born in Porto, lives at the harbour of Lublin with a parrot named Otto: {quotation}"
    )
    compared = pair([BEFORE, quotation], [BEFORE, longer])
    assert not any("mother" in told for told in unique(compared, "b"))


def test_a_sentence_that_one_version_of_a_text_leaves_out_is_unique() -> None:
    text = [
        "Murdo Novak, a sheep farmer of 63, was shot once in the chest in a byre near Kandy on 3 November.",
        "A neighbour, Erik Solberg, denies murder and says that the gun went off by itself that day.",
        "The court in Cardiff heard the call that he made on that morning, in which he wept.",
        "The neighbour had written to Novak about the gun in the byre.",
        "Two letters about a water pipe were read out to the jury in the afternoon by his lawyer.",
    ]
    shorter = [*text[:3], text[4]]
    compared = pair(text, shorter)
    assert compared.statuses("a") == ("shared", "shared", "shared", "unique", "shared")
    assert unique(compared, "a") == [text[3]]
    assert not unique(compared, "b")
    assert unique(pair(shorter, text), "b") == [text[3]]
