"""What the JSON report must find in the bundled pair, as a reader of both articles sees it."""

from __future__ import annotations

from typing import Any

import pytest
from support.command import SEEDS

import tui


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    a, b = (tui.read(path) for path in SEEDS)
    return tui.compare(a, b).to_dict()


def passages_with(report: dict[str, Any], side: int, words: str) -> set[str]:
    article = report["articles"][side]
    found = {p["id"] for p in article["passages"] if words in article["text"][p["start"] : p["end"]]}
    assert found, words
    return found


@pytest.mark.parametrize(
    ("in_a", "in_b"),
    [
        ("extended phone call on Tuesday", "lengthy phone call on Tuesday"),
        (
            "the fate of the Zaporizhzhia nuclear power plant",
            "the status of the Zaporizhzhia nuclear power plant",
        ),
        ("in his nightly address on Monday", "in his nightly address"),
    ],
)
def test_what_both_say_is_linked(report: dict[str, Any], in_a: str, in_b: str) -> None:
    a, b = passages_with(report, 0, in_a), passages_with(report, 1, in_b)
    linked = {(one, other) for link in report["links"] for one in link["a"] for other in link["b"]}
    assert linked & {(one, other) for one in a for other in b}


@pytest.mark.parametrize(
    ("article", "words"),
    [
        ("a", "Peskov"),
        ("a", "Crimea"),
        ("a", "Kursk"),
        ("a", "Associated Press"),
        ("b", "Black Sea"),
        ("b", "first step"),
        ("b", "complete cessation"),
    ],
)
def test_what_only_one_says_is_a_unique_claim(report: dict[str, Any], article: str, words: str) -> None:
    assert [
        claim["text"]
        for claim in report["claims"]
        if claim["article"] == article and claim["status"] == "unique" and words in claim["text"]
    ]


@pytest.mark.parametrize("words", ["MillenniumPost", "Big Story", "Next Story", "Share it"])
def test_what_the_page_left_behind_is_no_fact(report: dict[str, Any], words: str) -> None:
    article = report["articles"][0]
    kinds = {p["kind"] for p in article["passages"] if article["text"][p["start"] : p["end"]] == words}
    assert kinds == {"furniture"}
    assert not [claim for claim in report["claims"] if words in claim["text"]]


def test_no_passage_of_one_article_is_linked_to_most_of_the_other(report: dict[str, Any]) -> None:
    """A link that says nothing, because everything is linked to everything, would pass the tests above."""
    counts: dict[str, int] = {}
    for link in report["links"]:
        for passage in link["a"] + link["b"]:
            counts[passage] = counts.get(passage, 0) + 1
    assert max(counts.values()) <= 5
