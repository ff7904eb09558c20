"""Sentence boundaries: hard ones counted, and what holds for any text."""

from hypothesis import given
from hypothesis import strategies as st

from tests.articles import sentence_errors
from tui.articles.sentences import sentence_spans


def test_hard_news_sentences(record_testsuite_property: object) -> None:
    wrong, sentences, failed = sentence_errors.count()
    assert sentences >= 200
    assert wrong == 0, failed


def test_the_count_can_fail() -> None:
    assert sentence_errors.errors_of("One ended. ‖ Two ended.") == (0, 2)
    assert sentence_errors.errors_of("One ended. Two ended.")[0] == 1
    assert sentence_errors.errors_of("Gen. ‖ Smith left.")[0] == 1


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    text = "He met D.A. Lowell there."
    before = list(sentence_spans(text, 0, len(text)))
    list(sentence_spans("Ask the D.A. The answer came.", 0, 29))
    assert list(sentence_spans(text, 0, len(text))) == before == [(0, len(text))]


PIECES = st.lists(
    st.sampled_from(
        [*"U.S.|Feb.|28|The|said|he|Mr.|a.m.|[1]|x|\n|\u00a0".split("|"), *".!?…”“\" »«。」()'¿।‘’"]
    ),
    max_size=40,
)


@given(PIECES.map("".join) | st.text(max_size=80))
def test_spans_are_in_order_and_lose_nothing(text: str) -> None:
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start >= end:
        return
    at = start
    for left, right in sentence_spans(text, start, end):
        assert not text[at:left].strip()
        assert left < right
        assert text[left:right] == text[left:right].strip()
        at = right
    assert at == end
