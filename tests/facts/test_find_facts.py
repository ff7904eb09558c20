"""What finding facts promises of any two articles, and of made changes to one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from support.stories import PLACES, Story, pair, stories

from tui.articles.model import Article
from tui.comparison.model import Comparison
from tui.facts.find import _without_conflicts
from tui.facts.model import Claim, Conflict, Place, Side
from tui.language.words import words

SIDES: tuple[Side, Side] = ("a", "b")
LOOSE = st.lists(
    st.lists(
        st.sampled_from(
            (
                "Novak Ostrava Ferrer the of in and not said neither both White House Kremlin nor 30 "
                "31 people percent Tuesday "
                "Monday Zelenskyy Zelensky “never again will we go back”, said, $1.2 "
                "billion — ( )"
            ).split()
        ),
        max_size=16,
    ).map(" ".join),
    max_size=7,
)
"""Passages of loose words: values, negations and quotation marks in any order."""


def unique(compared: Comparison) -> list[tuple[str, str]]:
    return [
        (c.side, compared.article(c.side).text[c.start : c.end])
        for c in compared.claims
        if c.status == "unique"
    ]


def facts(compared: Comparison, *, swapped: bool) -> tuple[object, ...]:
    """Everything found, told from the side of the first article."""
    own: tuple[Side, Side] = ("b", "a") if swapped else ("a", "b")
    side = dict(zip(own, SIDES, strict=True))
    claims = sorted(
        (side[c.side], c.passage, c.start, c.end, c.kind, c.status, c.salience, c.value or "", c.counterparts)
        for c in compared.claims
    )
    conflicts = sorted(
        ((c.b, c.a) if swapped else (c.a, c.b)).__repr__() + c.kind + str(c.confidence)
        for c in compared.conflicts
    )
    spoken = compared.quotations
    quotations = sorted(
        (
            side[q.side],
            q.start,
            q.end,
            q.speaker or "",
            -1 if q.counterpart is None else spoken[q.counterpart].start,
        )
        for q in spoken
    )
    return compared.statuses(own[0]), compared.statuses(own[1]), claims, conflicts, quotations


@settings(max_examples=50, deadline=None)
@given(st.one_of(LOOSE, stories().map(lambda s: list(s.sentences))), LOOSE)
def test_swapping_the_articles_mirrors_the_facts(a: list[str], b: list[str]) -> None:
    assert facts(pair(a, b), swapped=False) == facts(pair(b, a), swapped=True)


@settings(max_examples=40, deadline=None)
@given(st.one_of(LOOSE, stories().map(lambda s: list(s.sentences))))
def test_an_article_beside_itself_has_nothing_unique_and_no_conflict(text: list[str]) -> None:
    compared = pair(text, text)
    assert unique(compared) == []
    assert compared.conflicts == ()
    assert set(compared.statuses("a")) <= {"shared", "none"}


def test_an_article_that_contradicts_itself_has_no_conflict_beside_itself() -> None:
    text = [
        "Neither the White House nor the Kremlin disclosed details of the call.",
        "Both the White House and the Kremlin disclosed that the call was short.",
        "The storm injured 14 miners in Rosario.",
        "The storm injured 17 miners in Rosario.",
    ]
    assert pair(text, text).conflicts == ()


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_an_added_sentence_is_exactly_what_is_unique(data: st.DataObject) -> None:
    story = data.draw(stories(least=4, most=9))
    at = data.draw(st.integers(0, len(story.sentences) - 1))
    without = [s for k, s in enumerate(story.sentences) if k != at]
    compared = pair(story.sentences, without)
    assert {(c.side, c.passage) for c in compared.claims if c.status == "unique"} == {("a", at)}
    assert "".join(text for _, text in unique(compared)).strip(".") in story.sentences[at]
    assert compared.statuses("a")[at] == "unique"
    assert set(compared.statuses("b")) == {"shared"}
    assert compared.conflicts == ()


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_changed_number_is_exactly_one_conflict(data: st.DataObject) -> None:
    story: Story = data.draw(stories())
    at = data.draw(st.integers(0, len(story.sentences) - 1))
    old = story.figures[at]
    # A round number, new or old, might be the other one rounded, which is no conflict.
    far = st.integers(3, 97).filter(lambda n: n % 5 and (int(old) % 5 or abs(n - int(old)) > 5))
    new = data.draw(far.map(str).filter(lambda n: n != old))
    changed = list(story.sentences)
    changed[at] = changed[at].replace(f" {old} ", f" {new} ")
    compared = pair(story.sentences, changed)
    (conflict,) = compared.conflicts
    assert conflict.kind == "quantity"
    assert conflict.a.passage == conflict.b.passage == at
    assert old in compared.a.text[slice(*conflict.a.span)]
    assert new in compared.b.text[slice(*conflict.b.span)]
    assert len(words(compared.a.text[slice(*conflict.a.span)])) <= 4
    assert unique(compared) == []
    assert compared.statuses("a")[at] == compared.statuses("b")[at] == "conflicting"


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_another_place_in_a_copy_is_one_conflict_of_names(data: st.DataObject) -> None:
    story: Story = data.draw(stories())
    at = data.draw(st.integers(0, len(story.sentences) - 1))
    (old,) = [place for place in PLACES if place in story.sentences[at]]
    new = data.draw(st.sampled_from([p for p in PLACES if not any(p in s for s in story.sentences)]))
    changed = list(story.sentences)
    changed[at] = changed[at].replace(old, new)
    (conflict,) = pair(story.sentences, changed).conflicts
    assert conflict.kind == "name"
    assert story.sentences[at].find(old) == conflict.a.start - sum(len(s) + 1 for s in story.sentences[:at])
    assert f"“{old}”" in conflict.explanation
    assert f"“{new}”" in conflict.explanation
    assert facts(pair(story.sentences, changed), swapped=False) == facts(
        pair(changed, story.sentences), swapped=True
    )


@settings(max_examples=60, deadline=None)
@given(st.one_of(LOOSE, stories().map(lambda s: list(s.sentences))), LOOSE)
def test_claims_are_readable_phrases_that_do_not_overlap(a: list[str], b: list[str]) -> None:
    compared = pair(a, b)
    for side in SIDES:
        article = compared.article(side)
        claims = [c for c in compared.claims if c.side == side]
        for claim in claims:
            passage = article.passages[claim.passage]
            assert passage.start <= claim.start < claim.end <= passage.end
            text = article.text[claim.start : claim.end]
            assert words(text)
            assert text == text.strip(" ,;:—–-\n")
            assert 0 <= claim.salience <= 1
        for one, following in pairwise(claims):
            assert one.end <= following.start
    for conflict in compared.conflicts:
        assert compared.a.text[slice(*conflict.a.span)].strip()
        assert compared.b.text[slice(*conflict.b.span)].strip()
        assert 0 < conflict.confidence <= 1


def test_a_value_in_conflict_is_left_out_of_unique_claims() -> None:
    compared = pair(
        ["The dam flooded 15 villages, and soldiers carried furniture uphill on donkeys before dawn."],
        ["The dam flooded seven villages."],
    )
    (conflict,) = compared.conflicts
    for claim in compared.claims:
        if claim.status == "unique" and claim.side == "a":
            assert claim.end <= conflict.a.start or claim.start >= conflict.a.end
    assert any("donkeys" in text for _, text in unique(compared))


def test_one_fact_of_two_in_a_sentence_is_unique_to_the_clause() -> None:
    compared = pair(
        [
            "The council of Lublin approved new tram lines on Monday, while archaeologists unearthed Roman"
            " coins beneath a car park."
        ],
        ["On Monday the council of Lublin approved new tram lines."],
    )
    ((side, text),) = unique(compared)
    assert side == "a"
    assert "coins" in text
    assert "tram" not in text
    assert compared.statuses("a") == ("mixed",)
    assert compared.statuses("b") == ("shared",)


def test_a_speaker_in_conflict_stands_in_no_unique_claim() -> None:
    text = "Special envoy Steve Witkoff confirmed that the plant had been brought up in the talks."
    article = Article.from_passages([text])
    at = text.index("Steve")
    speaker = Place(0, at, at + len("Steve Witkoff"))
    conflict = Conflict(speaker, Place(0, 0, 2), "attribution", "Two speakers.", 0.9)
    claim = Claim("a", 0, 0, len(text), "statement", "unique", 0.5)
    left = _without_conflicts("a", article, [claim], [conflict])
    assert [article.text[c.start : c.end] for c in left] == [text[speaker.end + 1 :]]
