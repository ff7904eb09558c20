"""Why a link stands: each kind of evidence, by itself and in a whole comparison."""

from __future__ import annotations

from itertools import pairwise

import pytest
from support.stories import pair

from tui.alignment.evidence import LEAST_AGREEMENT, TermKinds, apart_from, in_quotation, same_values
from tui.alignment.lexicon import make_lexicon
from tui.alignment.matching import OUT, match_words
from tui.alignment.model import Evidence
from tui.comparison.model import Comparison
from tui.language.values import compare_dates, compare_quantities, dates, quantities

A = "In Ostrava, Marta Novak sold 40 trams on Monday, and voiced doubts about Zelenskyy."
B = "About Zelensky there was skepticism; Marta Novak had sold forty trams in Ostrava."


def shown(compared: Comparison) -> set[tuple[str, str, str]]:
    """Kind and words in both texts of all the evidence."""
    return {
        (e.kind, compared.a.text[slice(*e.a)], compared.b.text[slice(*e.b)])
        for link in compared.links
        for e in link.evidence
    }


def test_evidence_points_at_the_same_words_in_both_texts() -> None:
    found = shown(pair([A], [B]))
    assert ("name", "In Ostrava", "in Ostrava") in found
    assert ("name", "Marta Novak", "Marta Novak") in found
    assert ("name", "about Zelenskyy", "About Zelensky") in found
    assert ("words", "doubts", "skepticism") in found
    assert ("quantity", "40 trams", "forty trams") in found


@pytest.mark.parametrize(
    ("kind", "a", "b", "one", "other"),
    [
        ("date", "The dam near Kandy burst on 3 March 2021.", "On March 3, 2021 the dam near Kandy burst.",
         "3 March 2021", "March 3, 2021"),
        ("date", "The dam near Kandy burst on Monday.", "On Monday the dam near Kandy burst.",
         "Monday", "Monday"),
        ("quantity", "The dam near Kandy cost $1.2 billion.", "Kandy paid $1,200 million for the dam.",
         "$1.2 billion", "$1,200 million"),
        ("quantity", "The dam near Kandy flooded 12 villages.", "The dam near Kandy drowned twelve villages.",
         "12 villages", "twelve villages"),
        ("quote", "The dam, Perera said, was “never safe at all”.", "“It was never safe,” Perera said.",
         "never safe", "never safe"),
        ("words", "Perera said the dam near Kandy was never safe.", "“It was never safe,” Perera said.",
         "never safe", "never safe"),
    ],
)  # fmt: skip
def test_each_kind_is_told_as_what_it_is(kind: str, a: str, b: str, one: str, other: str) -> None:
    found = shown(pair([a], [b]))
    assert any(k == kind and one in x and other in y for k, x, y in found), found


def test_a_date_and_a_number_inside_quotation_marks_of_both_are_part_of_the_quote() -> None:
    said = "“We will sell 40 trams on Monday,” Novak said."
    found = shown(pair([said], ["Novak of Ostrava told them: “We will sell 40 trams on Monday.”"]))
    assert ("quote", "We will sell 40 trams on Monday", "We will sell 40 trams on Monday") in found


def test_evidence_overlaps_in_neither_text_and_stands_in_the_order_of_a() -> None:
    (link,) = pair([A], [B]).links
    spans = [e.a for e in link.evidence]
    assert spans == sorted(spans)
    for ordered in (spans, sorted(e.b for e in link.evidence)):
        assert all(end <= start for (_, end), (start, _) in pairwise(ordered))


def test_values_that_agree_pair_up_the_surest_first() -> None:
    a, b = quantities("612 people and 600 people"), quantities("600 people and 612 people")
    found = same_values("quantity", a, b, compare_quantities)
    assert {(e.a, e.b) for e in found} == {((0, 10), (15, 25)), ((15, 25), (0, 10))}


def test_values_that_differ_or_agree_only_roughly_are_no_evidence() -> None:
    rough = compare_quantities(quantities("612 people")[0], quantities("600 people")[0])
    assert rough.verdict == "agree"
    assert rough.strength < LEAST_AGREEMENT
    assert (
        same_values("quantity", quantities("612 people"), quantities("600 people"), compare_quantities) == []
    )
    assert same_values("date", dates("on Monday"), dates("on Tuesday"), compare_dates) == []


def test_of_evidence_that_overlaps_in_either_text_the_first_stays() -> None:
    taken = [Evidence("date", (0, 5), (0, 5))]
    beside, over = Evidence("quantity", (5, 9), (7, 9)), Evidence("quantity", (9, 12), (4, 6))
    assert apart_from(taken, [beside, over]) == [beside]


def test_words_in_quotation_marks() -> None:
    words = [(0, 3), (5, 8), (9, 12), (14, 16), (18, 20)]
    assert in_quotation(words, [(5, 12), (18, 20)]) == [False, True, True, False, True]
    assert in_quotation(words, []) == [False] * 5


def test_a_run_is_told_by_what_it_is_made_of() -> None:
    terms = make_lexicon(["The mayor Novak sold 40 trams."], ["They told Novak."]).terms
    number = {form: k for k, form in enumerate(terms.forms)}
    kinds = TermKinds.of(terms)
    assert kinds.of_run([number["the"], number["novak"]]) == "name"
    assert kinds.of_run([number["mayor"], number["novak"]]) == "words"
    assert kinds.of_run([number["sold"], number["40"]]) == "quantity"
    assert kinds.of_run([number["the"]]) is None


def test_words_match_one_with_one_in_runs_first() -> None:
    none = make_lexicon([], []).resemblance
    assert match_words([1, 2, 1], [1, 3, 1, 2], none) == {0: 0, 1: 3, 2: 2}
    assert match_words([1, 2], [2, 2, 1, 2], none) == {0: 2, 1: 3}
    assert match_words([OUT, 2], [OUT, 2], none) == {1: 1}
