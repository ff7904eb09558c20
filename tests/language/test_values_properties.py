"""What holds of values in any text: their places, the symmetry of comparing, the time it takes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.language.values import (
    attributions,
    compare_dates,
    compare_names,
    compare_quantities,
    compare_quotations,
    dates,
    far_apart,
    names,
    quantities,
    quotations,
    resolve_names,
)
from tui.language.values.quote_compare import letter_for_letter

FINDERS = (quantities, dates, names, quotations, attributions)

# Pieces that the grammars know, so that random texts exercise them, and some that they must survive.
PIECES = [
    "\n",
    "”\u00a0",
    "\t",
    *(
        "over at least about nearly between and to or of the a an half dozen dozens two twenty three "
        "hundred thousand million 3 12 404 1,300 1.5 2007 1 000 000 % percent $ € dollars km² square "
        "kilometres miles years days week ago old year-old aged magnitude Richter degrees Celsius p.m. : "
        "56 - – 9 first 10th times twice .38 caliber people villages killed wounded Tuesday yesterday "
        "last August Feb. 28 November 1990s in since on President Mr. Jane Doe Leeds Norwegian IAEA U.S. "
        "Jr. “ ” ‘ ’ ' \" « » „ said told according he she . , ; ( ) [ ] \\n أحمد 北京 Straße ½ ² １２ ٣٤ é "
    ).split(),
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map(" ".join)


@pytest.mark.parametrize("find", FINDERS)
@given(text=texts)
@settings(max_examples=120, deadline=None)
def test_spans_lie_in_the_text_in_order(find: Callable[[str], Sequence[Any]], text: str) -> None:
    at = 0
    for value in find(text):
        assert at <= value.start < value.end <= len(text)
        at = value.end
        assert text[value.start : value.end].strip()


@given(text=texts)
@settings(max_examples=150, deadline=None)
def test_values_agree_with_themselves_and_compare_alike_both_ways(text: str) -> None:
    for found, compare in ((quantities(text), compare_quantities), (dates(text), compare_dates)):
        for value in found:
            assert compare(value, value).verdict == "agree", value
            assert value.normal
        for a, b in pairwise(found):
            assert compare(a, b) == compare(b, a)
            assert 0 <= compare(a, b).strength <= 1
    found_names = names(text)
    for a in found_names:
        assert compare_names(a, a).verdict == "agree"
        assert compare_names(a, found_names[0]) == compare_names(found_names[0], a)


@given(a=texts, b=texts)
@settings(max_examples=100, deadline=None)
def test_every_name_is_in_one_cluster_and_sides_mirror(a: str, b: str) -> None:
    in_a, in_b = names(a), names(b)
    clusters = resolve_names(in_a, in_b)
    assert sorted(i for c in clusters for i in c.a) == list(range(len(in_a)))
    assert sorted(i for c in clusters for i in c.b) == list(range(len(in_b)))
    mirrored = {(c.b, c.a) for c in resolve_names(in_b, in_a)}
    assert {(c.a, c.b) for c in clusters} == mirrored


@given(a=texts, b=texts)
@example(a="over at over 0", b="at over over over 0")
@example(a="[ over ]", b="")
@settings(max_examples=100, deadline=None)
def test_quotations_compare_alike_both_ways(a: str, b: str) -> None:
    there, back = compare_quotations(a, b), compare_quotations(b, a)
    assert there.agreement == back.agreement
    same = compare_quotations(a, a).agreement.verdict
    spoken = re.sub(r"\[[^\]\n]*\]", "", a)  # what stands in brackets is the reporter's
    assert same == "agree" or not any(c.isalnum() for c in spoken)
    assert same == "agree" or not letter_for_letter(a, a)
    for text, spans in ((a, there.a), (b, there.b)):
        assert all(0 <= start < end <= len(text) for start, end in spans)


@given(n=st.integers(2, 10**9), other=st.integers(2, 10**9))
@settings(max_examples=200, deadline=None)
def test_figures_are_read_in_every_format(n: int, other: int) -> None:
    spellings = {f"{n:,} ships", f"{n:,} ships".replace(",", "\u00a0")}
    spellings |= set() if 1000 <= n < 2100 else {f"{n} ships"}
    for text in spellings:
        (quantity,) = quantities(text)
        assert (quantity.value, quantity.unit) == (n, "ship"), text
        if abs(other - n) > 0.2 * max(n, other):
            (far,) = quantities(f"{other:,} ships")
            assert compare_quantities(quantity, far).verdict == "differ"


HEDGES = st.sampled_from(["", "about ", "over ", "nearly ", "at least ", "up to ", "more than ", "almost "])
MEASURES = st.sampled_from([" ships", " percent", " kilometres", " degrees Celsius", " days", " km²"])


@given(
    n=st.integers(100, 90_000),
    by=st.sampled_from([1, 10, 100]),
    hedges=st.tuples(HEDGES, HEDGES),
    unit=MEASURES,
)
@settings(max_examples=200, deadline=None)
def test_figures_far_apart_never_agree(n: int, by: int, hedges: tuple[str, str], unit: str) -> None:
    other = (n // by + 1) * by  # a rounder one, not far off
    for one in quantities(f"{hedges[0]}{n:,}{unit}"):
        for two in quantities(f"{hedges[1]}{other:,}{unit}"):
            comparable = (one.kind, one.unit) == (two.kind, two.unit)
            if comparable and compare_quantities(one, two).verdict == "agree":
                assert not far_apart(one, two)


@given(day=st.dates(date(1900, 1, 1), date(2059, 12, 31)), back=st.integers(0, 6))
@settings(max_examples=100, deadline=None)
def test_dates_are_read_in_every_format(day: date, back: int) -> None:
    month = day.strftime("%B")
    for text in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()):
        (found,) = dates(text)
        assert found.first == found.last == day
    (weekday,) = dates(f"on {day:%A}", published=day + timedelta(days=back))
    assert weekday.first == day


NASTY = (
    "1 ",
    "1-",
    "1,",
    "1",
    "one ",
    "A ",
    "“",
    '"a ',
    "'a ",
    "A. ",
    "“a” said ",
    "a-",
    "of A ",
    "+1 ",
    "www.",
)


@pytest.mark.parametrize("find", FINDERS)
def test_time_is_linear(find: Callable[[str], Sequence[Any]]) -> None:
    """Thirty thousand characters take a few tenths of a second, and minutes at a squared cost."""
    for piece in NASTY:
        taken = _seconds(find, piece * (30_000 // len(piece)))
        assert taken < 10, f"{piece!r}: {taken:.3f} s"


def _seconds(find: Callable[[str], Sequence[Any]], text: str) -> float:
    begin = time.process_time()
    find(text)
    return time.process_time() - begin


def test_a_megabyte_of_news() -> None:
    story = (
        "“We have never seen 40 boats here,” Mayor Ida Holm said on Tuesday. More than 300 people, "
        "among them 12 children, left the Norwegian port of Bergen last August after the $1.2 billion "
        "dam broke.\n"
    )
    text = story * (1_000_000 // len(story))
    for find in FINDERS:
        begin = time.process_time()
        assert len(find(text)) >= len(text) // len(story)
        assert time.process_time() - begin < 40


def test_a_long_chain_of_initials_is_no_deep_one() -> None:
    """Whether a sentence opens hangs on the word before the point before it, and on nothing further back."""
    (name,) = names("a. " * 5000 + "Ann Reed said so.")
    assert name.text == "Ann Reed"
