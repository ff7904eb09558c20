"""Who is quoted where, over both articles."""

from __future__ import annotations

from support.command import SEEDS
from support.stories import pair

import tui
from tui.comparison.model import Comparison


def spoken(compared: Comparison) -> set[tuple[str, str | None, str]]:
    return {(q.side, q.speaker, compared.article(q.side).text[q.start : q.end]) for q in compared.quotations}


def test_the_same_words_are_each_others_counterpart() -> None:
    compared = pair(
        [
            "“We will rebuild every house,” Mayor Gwen Pritchard said.",
            "“Never again in this town,” said Rui Tavares of Porto.",
        ],
        ["Snow fell.", "Pritchard told reporters: “We will rebuild every house.”"],
    )
    own, alone, other = compared.quotations
    assert (own.side, own.passage, own.counterpart) == ("a", 0, 2)
    assert (other.side, other.passage, other.counterpart) == ("b", 1, 0)
    assert alone.counterpart is None
    assert own.speaker == "Gwen Pritchard"
    assert other.speaker == "Gwen Pritchard"
    assert alone.speaker == "Rui Tavares"


def test_he_is_the_speaker_whom_the_other_article_names_for_the_same_words() -> None:
    compared = pair(
        ["“The dam will not hold another night of rain,” engineer Rui Tavares said."],
        [
            "Marta Novak and Rui Tavares met the mayor and Erik Solberg in Porto.",
            "“The dam will not hold another night of rain,” he said.",
            "“Nobody asked us before the gates were opened,” he said.",
        ],
    )
    own, told, other = compared.quotations
    assert own.speaker == told.speaker == "Rui Tavares"
    assert other.speaker is None


def test_a_speaker_without_a_name_stays_without_one() -> None:
    compared = pair(
        ["“The dam will not hold another night of rain,” engineer Rui Tavares said."],
        ["“The dam will not hold another night of rain,” an engineer said."],
    )
    assert [q.speaker for q in compared.quotations] == ["Rui Tavares", None]


def test_a_title_in_quotation_marks_is_no_quotation() -> None:
    assert pair(["Critics praised “Vertigo” in Porto."], ["Rain fell."]).quotations == ()


def test_who_is_quoted_in_the_bundled_pair() -> None:
    a, b = (tui.read(path) for path in SEEDS)
    found = spoken(tui.compare(a, b))
    speakers = {(side, speaker, words.split()[0].strip("“")) for side, speaker, words in found}
    assert {
        ("a", "Donald Trump", "It’s"),
        ("a", "Donald Trump", "They’re"),
        ("a", "Dmitry Peskov", "a"),
        ("a", "Karoline Leavitt", "I"),
        ("a", "Bradley Bowman", "The"),
        ("a", "Volodymyr Zelenskyy", "Now,"),
        ("b", "Volodymyr Zelenskyy", "This"),
        ("b", "Donald Trump", "land,"),
    } <= speakers


def test_the_white_house_and_the_kremlin_contradict_themselves_between_the_bundled_articles() -> None:
    a, b = (tui.read(path) for path in SEEDS)
    compared = tui.compare(a, b)
    (conflict,) = [c for c in compared.conflicts if c.kind == "polarity"]
    assert "neither the White House nor the Kremlin" in a.text[slice(*conflict.a.span)]
    assert "Both the White House and the Kremlin" in b.text[slice(*conflict.b.span)]


def test_what_the_bundled_articles_say_alone_is_unique_to_the_phrase() -> None:
    a, b = (tui.read(path) for path in SEEDS)
    compared = tui.compare(a, b)
    for side, phrases in (
        ("a", ("Peskov", "Crimea", "Kursk", "Associated Press")),
        ("b", ("Black Sea", "first step", "complete cessation")),
    ):
        texts = [
            compared.article(c.side).text[c.start : c.end]
            for c in compared.claims
            if c.side == side and c.status == "unique"
        ]
        for phrase in phrases:
            assert any(phrase in text for text in texts), phrase
