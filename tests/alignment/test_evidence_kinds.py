"""Each kind of evidence for a link, by itself: words, weights, resemblance, coverage, standing, context."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from support.stories import long_text

from tui.alignment.align import candidate_pairs
from tui.alignment.context import FADE, around, best, rival
from tui.alignment.features import beside, best_clauses, in_long_texts, neighbours, standing, word_pairs
from tui.alignment.index import candidates, distinct, wordings
from tui.alignment.lexicon import Lexicon, make_lexicon
from tui.alignment.resemblance import MEANING_FLOOR
from tui.alignment.terms import COMMON_WEIGHT, RAREST_WEIGHT
from tui.language.clauses import LEAST_WORDS, clauses
from tui.language.progress import silent
from tui.language.words import words


def forms(text: str) -> list[str]:
    return [word.form for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the U.S. envoy", "the US envoy"),
        ("United States forces", "U.S. forces"),
        ("USA Today", "U.S.A. Today"),
        ("the United Nations said", "the UN said"),
        ("the colour of labour", "the color of labor"),
        ("organised crime", "organized crime"),
        ("city centre", "city center"),
        ("a defence programme", "a defense program"),
        ("sceptical", "skeptical"),
        ("café São Tomé", "cafe Sao Tome"),
        ("Straße", "STRASSE"),
        ("don’t", "don't"),
        ("Putin’s men", "Putin men"),
        ("thirty days", "30 days"),
        ("1,300 people", "1300 people"),
        ("1.5 percent", "1,5 percent"),
    ],
)
def test_spellings_of_one_thing_are_one_form(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("tell us", "tell US"), ("1,300", "1,301"), ("1.5", "15"), ("hour", "our"), ("Iran", "Iraq")],
)
def test_other_words_are_other_forms(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_a_word_stands_where_it_says() -> None:
    text = "The U.S. — “Zürich’s 1,300 cafés” — 東京タワー didn’t."
    assert [text[w.start : w.end] for w in words(text)] == [
        "The", "U.S.", "Zürich’s", "1,300", "cafés", "東京", "京タ", "タワ", "ワー", "didn’t",
    ]  # fmt: skip


def test_clauses_cover_the_sentence_and_hold_enough_words() -> None:
    text = "The plant, which burned on Monday, will reopen in May, the mayor said, and 40 people will return."
    found = clauses(text)
    assert len(found) > 1
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(end == start for (_, end), (start, _) in pairwise(found))
    assert all(len(words(text[start:end])) >= LEAST_WORDS for start, end in found)


def lexicon(a: list[str], b: list[str]) -> Lexicon:
    return make_lexicon(a, b)


def term(found: Lexicon, form: str) -> int:
    return found.terms.forms.index(form)


def resemblance(found: Lexicon, one: str, other: str) -> float:
    return found.resemblance.of(term(found, one)).get(term(found, other), 0.0)


def test_a_rare_word_weighs_more_than_a_frequent_one_and_a_function_word_least() -> None:
    found = lexicon(["the dog barked", "the cat slept"], ["the dog growled", "the dog ate"])
    weight = {form: found.terms.weight[k] for k, form in enumerate(found.terms.forms)}
    assert weight["the"] < weight["dog"] < weight["cat"]
    assert weight["the"] < COMMON_WEIGHT * RAREST_WEIGHT
    assert max(weight.values()) <= RAREST_WEIGHT


def test_inflected_forms_are_one_term() -> None:
    found = lexicon(["negotiators negotiated"], ["the negotiator is negotiating"])
    left, right = found.terms.a.passage_terms(0), found.terms.b.passage_terms(0)
    assert left[0] == right[1]
    assert left[1] == right[3]


def test_names_are_told_by_their_capitals_inside_sentences() -> None:
    found = lexicon(["Yesterday Novak left Ostrava.", "Storms came."], ["Later Novak spoke of storms."])
    names = {form for k, form in enumerate(found.terms.forms) if found.terms.is_name[k]}
    assert names == {"novak", "ostrava"}


def test_names_spelt_otherwise_resemble_and_other_names_do_not() -> None:
    found = lexicon(["President Zelenskyy met Kallas."], ["President Zelensky met Kuleba."])
    assert resemblance(found, "zelenskyy", "zelenski") > 0.8
    assert resemblance(found, "kalla", "kuleba") == 0.0


def test_words_of_like_meaning_resemble_both_ways_and_others_do_not() -> None:
    found = lexicon(["He voiced doubts about a kettle."], ["She expressed skepticism about a treaty."])
    assert resemblance(found, "doubt", "skeptic") >= MEANING_FLOOR
    assert resemblance(found, "skeptic", "doubt") == resemblance(found, "doubt", "skeptic")
    assert resemblance(found, "kettl", "treati") == 0.0


def test_numbers_resemble_nothing() -> None:
    found = lexicon(["They counted 1300 sheep."], ["They counted 1301 sheep."])
    assert resemblance(found, "1300", "1301") == 0.0


def test_a_passage_says_its_own_terms_fully_and_like_ones_in_part() -> None:
    found = lexicon(["He voiced doubts."], ["She felt skepticism.", "They ate bread."])
    said = found.passages.said_b
    doubt, skeptic, bread = (term(found, form) for form in ("doubt", "skeptic", "bread"))
    passage = np.array([0, 0, 0, 1])
    strength = said.of(np.array([skeptic, doubt, bread, bread]), passage)
    assert strength[0] == 1.0
    assert MEANING_FLOOR <= strength[1] < 1.0
    assert strength[2:].tolist() == [0.0, 1.0]


def test_coverage_tells_containment_in_both_directions() -> None:
    short = "Novak resigned on Sunday."
    long = "Novak resigned on Sunday after a scandal over tram contracts in Ostrava engulfed her party."
    pairs = candidate_pairs([short, "Rain fell."], [long, "Snow lay."])
    at = int(np.flatnonzero((pairs.a == 0) & (pairs.b == 0))[0])
    assert pairs.features["containment"][at] == pytest.approx(1.0)
    assert pairs.features["dice"][at] < 0.7
    turned = candidate_pairs([long, "Snow lay."], [short, "Rain fell."])
    assert turned.features["containment"][0] == pytest.approx(1.0)


def test_shared_and_unshared_names_and_numbers_are_told_apart() -> None:
    pairs = candidate_pairs(
        ["Officials say Novak sold 40 trams.", "Later Ferrer bought 12 boats."],
        ["Officials say Novak sold 40 trams.", "Later Solberg bought 15 boats."],
    )
    of = {(i, j): k for k, (i, j) in enumerate(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))}
    same, apart = of[0, 0], of[1, 1]
    assert pairs.features["names"][same] > 0 == pairs.features["names apart"][same]
    assert pairs.features["numbers"][same] > 0 == pairs.features["numbers apart"][same]
    assert pairs.features["names apart"][apart] > 0 == pairs.features["names"][apart]
    assert pairs.features["numbers apart"][apart] > 0 == pairs.features["numbers"][apart]


def test_word_pairs_count_only_in_their_order() -> None:
    found = lexicon(["dog bites man"], ["dog bites man", "man bites dog"])
    shared = word_pairs(np.array([0, 0]), np.array([0, 1]), found.terms)
    assert shared[0] > 0
    assert shared[1] == 0


def test_the_closest_clauses_are_found_inside_long_sentences() -> None:
    a = ["After weeks of rain in the hills, the dam near Kandy burst and flooded the old railway station."]
    b = [
        "Ministers argued about pensions all week, while the dam near Kandy burst and flooded villages.",
        "Ministers argued about pensions all week, while the opposition walked out in angry protest.",
    ]
    found = lexicon(a, b)
    closest, weight = best_clauses(np.array([0, 0]), np.array([0, 1]), found)
    assert closest[0] > 0.5 > closest[1]
    assert weight[0] > weight[1]


def test_standing_is_the_lead_over_the_next_best_of_a_row() -> None:
    row, score = np.array([0, 0, 0, 1, 2, 2]), np.array([0.9, 0.4, 0.1, 0.5, 0.7, 0.7])
    assert standing(row, score) == pytest.approx([0.5, -0.5, -0.8, 0.5, 0.0, 0.0])
    assert standing(np.zeros(0, np.int64), np.zeros(0)).tolist() == []


def test_beside_and_neighbours_look_along_the_diagonal_and_stay_inside() -> None:
    a, b = np.array([0, 0, 1, 2]), np.array([0, 2, 1, 0])
    score = np.array([0.9, 0.3, 0.5, 0.2])
    assert beside(a, b, score, 3, 1, 1).tolist() == [0.5, 0.0, 0.0, 0.0]
    assert beside(a, b, score, 3, -1, -1).tolist() == [0.0, 0.0, 0.9, 0.0]
    # (0, 2) has no passage on its right: what stands at the start of the next row is no neighbour.
    assert beside(a, b, score, 3, 0, 1).tolist() == [0.0, 0.0, 0.0, 0.0]
    assert neighbours(a, b, score, 3, 1).tolist() == [0.5, 0.0, 0.0, 0.0]


def test_around_adds_up_how_the_stories_go_on_together_less_the_further_off() -> None:
    a, b = np.array([0, 1, 3, 9]), np.array([0, 1, 3, 0])
    found = around(a, b, np.array([0.5, 0.4, 0.8, 0.9]), 4)
    # (1, 1) has (0, 0) one back and (3, 3) two on; nothing is near (9, 0).
    expected = [0.4 + 0.8 * FADE**2, 0.5 + 0.8 * FADE, 0.4 * FADE + 0.5 * FADE**2, 0.0]
    assert found.tolist() == pytest.approx(expected)


def test_rival_and_best_of_a_row() -> None:
    row, score = np.array([0, 0, 1, 2, 2]), np.array([0.9, 0.4, 0.5, 0.7, 0.7])
    assert best(row, score, 4).tolist() == [0.9, 0.5, 0.7, 0.0]
    assert rival(row, score, 4).tolist() == [0.4, 0.9, 0.0, 0.7, 0.7]


def test_features_of_long_texts_are_silent_in_short_ones() -> None:
    value = {"dice": np.array([0.8])}
    assert in_long_texts(value, 20, 2000)["dice, long"].tolist() == [0.0]
    assert 0 < in_long_texts(value, 200, 2000)["dice, long"][0] < 0.8
    assert in_long_texts(value, 600, 700)["dice, long"].tolist() == [0.8]


def test_candidates_share_something() -> None:
    found = lexicon(["The dam burst.", "Ferrer sang."], ["A dam leaked.", "Goats graze."])
    rows, columns = candidates(found.terms, found.passages.said_b, wordings(found.terms), silent)
    assert (0, 0) in set(zip(rows.tolist(), columns.tolist(), strict=True))
    assert 1 not in rows.tolist()
    assert 1 not in columns.tolist()


@pytest.mark.parametrize("moved", [0, 150])
def test_in_a_long_text_the_passage_between_two_sure_matches_is_a_candidate(moved: int) -> None:
    """It says little of its counterpart, too little to be found: what stands around it tells."""
    lines = long_text(300)
    told = [*lines]
    told[100] = (
        f"Nothing else is told of it here but {lines[100].split()[0]}, and this at some length indeed."
    )
    told = [*told[moved:], *told[:moved]]
    found = lexicon(lines, told)
    rows, columns = candidates(found.terms, found.passages.said_b, wordings(found.terms), silent)
    assert (100, (100 - moved) % 300) in set(zip(rows.tolist(), columns.tolist(), strict=True))


def test_the_distinct_keys_are_sorted() -> None:
    assert distinct(np.array([5, 0, 3, 5, 0])).tolist() == [0, 3, 5]
    assert distinct(np.zeros(0, np.int64)).tolist() == []


def test_wordings_are_the_same_for_the_same_words_only() -> None:
    found = lexicon(["The US won.", "", "He charges."], ["“The U.S. won!”", "…", "He charged."])
    of_a, of_b = wordings(found.terms)
    assert of_a[0] == of_b[0]
    assert of_a[1] == of_b[1] == -1
    assert of_a[2] != of_b[2]
