"""Wrapping, pages, rows, ribbons, scrolling in step: pure arithmetic."""

from __future__ import annotations

import gc
import itertools
import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from support.pairs import by_hand
from support.reading import SMALL, session_of

from tui.alignment.model import Link
from tui.articles.model import Article
from tui.reader.desk import Desk
from tui.reader.index import Index
from tui.reader.layout.order import chain
from tui.reader.layout.overview import squeeze, window
from tui.reader.layout.page import lay_out, lay_out_rows, prose_of, row_heights
from tui.reader.layout.ribbons import Ribbon, draw_ribbons
from tui.reader.layout.rows import aligned_rows
from tui.reader.layout.sync import across, anchors
from tui.reader.layout.wrap import shown, wrap
from tui.reader.marking import Marking
from tui.reader.session import Session

PIECES = st.sampled_from(
    ["word", "a", " ", "  ", "漢字", "é", "e\u0301", "👩‍🚀", "🇬🇧", "—", "\t", "\n", "[red]", "x" * 30]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


class TestWrap:
    @given(TEXTS, st.integers(2, 60))
    @settings(max_examples=150, deadline=None)
    def test_every_row_fits_and_nothing_but_spaces_is_lost(self, text: str, width: int) -> None:
        line = shown(text, 0).text
        rows = wrap(line, width)
        assert all(cell_len(line[low:high].rstrip(" ")) <= width for low, high in rows)
        kept = "".join(line[low:high] for low, high in rows)
        assert kept.replace(" ", "") == line.replace(" ", "")

    def test_breaks_at_spaces(self) -> None:
        text = "one two three four"
        assert [text[a:b] for a, b in wrap(text, 9)] == ["one two", "three", "four"]

    def test_a_word_longer_than_the_row_is_cut(self) -> None:
        assert wrap("x" * 25, 10) == [(0, 10), (10, 20), (20, 25)]

    def test_wide_characters_are_never_halved(self) -> None:
        text = "漢字漢字漢字"
        assert [text[a:b] for a, b in wrap(text, 5)] == ["漢字", "漢字", "漢字"]

    @given(TEXTS, st.integers(0, 50))
    @settings(max_examples=100, deadline=None)
    def test_spans_come_through_squeezed_white_space(self, text: str, start: int) -> None:
        found = shown(text, start)
        assert found.text == re.sub(r"\s+", " ", text)
        for k, char in enumerate(text):
            low, high = found.span(start + k, start + k + 1)
            if not char.isspace():
                assert found.text[low:high] == char
            else:
                assert found.text[low:high] in ("", " ")
        assert found.span(start, start + len(text)) == (0, len(found.text))

    def test_line_breaks_cost_nothing_to_trace_back(self) -> None:
        found = shown("one line of words\n" * 1000, 0)
        assert len(found.starts) == 1 and found.span(18, 21) == (18, 21)


class TestPage:
    def test_each_passage_begins_where_the_page_says(self) -> None:
        page = lay_out(prose_of(SMALL[0]), 20)
        for k, first in enumerate(page.first):
            assert page.lines[first] == (k, 0, page.lines[first].end)
            assert page.lines[page.last(k)].passage == k

    def test_an_empty_article_has_an_empty_page(self) -> None:
        page = lay_out(prose_of(Article.from_passages([])), 20)
        assert (list(page.lines), page.passage_at(3)) == ([], -1)

    def test_a_slice_of_lines_is_the_same_lines(self) -> None:
        page = lay_out(prose_of(SMALL[0]), 20)
        assert page.lines[2:5] == [page.lines[2], page.lines[3], page.lines[4]]
        assert len(list(page.lines)) == len(page.lines)

    def test_lines_are_kept_without_an_object_for_each(self) -> None:
        words = Article.from_passages(["word " * 40] * 500)
        before = len(gc.get_objects())
        page = lay_out(prose_of(words), 5)
        assert len(page.lines) > 20_000
        assert len(gc.get_objects()) - before < 5000

    def test_rows_of_both_sides_are_equally_high(self) -> None:
        links = [Link(0, 1, 0.9), Link(2, 0, 0.8)]
        rows = aligned_rows(4, 3, links)
        sides = [[a for a, _ in rows], [b for _, b in rows]]
        prose = [prose_of(article) for article in SMALL]
        tall = [row_heights(p, 24, side) for p, side in zip(prose, sides, strict=True)]
        heights = [max(pair) for pair in zip(*tall, strict=True)]
        pages = [lay_out_rows(p, 24, side, heights) for p, side in zip(prose, sides, strict=True)]
        assert len(pages[0].lines) == len(pages[1].lines)
        assert pages[0].first[0] == pages[1].first[1]


def test_passages_in_conflict_share_a_row_though_they_are_not_linked() -> None:
    made = replace(by_hand(), links=())
    assert made.conflicts and not made.links
    conflict = made.conflicts[0]
    session = Session(prose={"a": prose_of(made.a), "b": prose_of(made.b)}, index=Index(made), view="rows")
    pages = Desk(session, Marking())._in_rows()
    assert pages["a"].first[conflict.a.passage] == pages["b"].first[conflict.b.passage]


LINKS = st.lists(
    st.builds(Link, st.integers(0, 8), st.integers(0, 8), st.floats(0, 1)),
    max_size=12,
    unique_by=lambda link: (link.a, link.b),
)


class TestRows:
    @given(LINKS, st.sampled_from("ab"))
    @settings(max_examples=150, deadline=None)
    def test_every_passage_stands_in_exactly_one_row(self, links: list[Link], leading: str) -> None:
        rows = aligned_rows(9, 9, links, leading=leading)
        assert sorted(p for a, _ in rows for p in a) == list(range(9))
        assert sorted(p for _, b in rows for p in b) == list(range(9))
        lead = [row[0 if leading == "a" else 1] for row in rows]
        firsts = [row[0] for row in lead if row]
        assert firsts == sorted(firsts)

    def test_what_only_b_says_follows_the_row_of_its_neighbour(self) -> None:
        assert aligned_rows(2, 3, [Link(0, 0, 0.9), Link(1, 2, 0.9)]) == [([0], [0]), ([], [1]), ([1], [2])]

    @given(LINKS)
    @settings(max_examples=150, deadline=None)
    def test_the_chain_goes_forward_on_both_sides(self, links: list[Link]) -> None:
        found = chain(links)
        assert all(x[0] < y[0] and x[1] < y[1] for x, y in itertools.pairwise(found))
        assert bool(found) == any(link.score for link in links)

    @given(LINKS)
    @settings(max_examples=60, deadline=None)
    def test_no_run_of_links_is_surer_than_the_chain(self, links: list[Link]) -> None:
        score = {(link.a, link.b): link.score for link in links}

        def heaviest(after: tuple[int, int]) -> float:
            return max(
                (s + heaviest(p) for p, s in score.items() if p[0] > after[0] and p[1] > after[1]), default=0
            )

        assert sum(score[pair] for pair in chain(links)) == pytest.approx(heaviest((-1, -1)))


class TestScrollingInStep:
    def test_aligned_passages_meet(self) -> None:
        session = session_of(*SMALL)
        assert session.index is not None
        pages = [lay_out(prose_of(article), 30) for article in SMALL]
        points = anchors(pages[0], pages[1], session.index.chain)
        for a, b in session.index.chain:
            assert across(points, pages[0].first[a]) == pages[1].first[b]
            assert across(points, pages[1].first[b], backwards=True) == pages[0].first[a]

    @given(st.floats(0, 200), st.floats(0, 200))
    @settings(max_examples=60, deadline=None)
    def test_scrolling_down_never_scrolls_the_other_up(self, low: float, high: float) -> None:
        points = [(0, 0), (4, 10), (30, 12), (90, 80)]
        low, high = sorted((low, high))
        assert across(points, low) <= across(points, high)


class TestRibbons:
    def test_level_passages_are_joined_by_a_straight_line(self) -> None:
        cells = draw_ribbons([Ribbon(1, 1, (0, 0), focus=True)], 5, 3)
        assert "".join(cell.char for cell in cells[1]) == "━━━━━"

    def test_a_ribbon_reaches_both_ends_and_knows_its_link(self) -> None:
        cells = draw_ribbons([Ribbon(0, 3, (2, 7))], 6, 4)
        assert cells[0][0].link == cells[3][5].link == (2, 7)
        assert cells[0][0].char == cells[3][5].char == "─"

    @pytest.mark.parametrize(("focus", "level", "upright"), [(False, "┄", "┆"), (True, "┅", "┇")])
    def test_what_is_only_possibly_a_match_is_dotted(self, focus: bool, level: str, upright: str) -> None:
        cells = draw_ribbons([Ribbon(0, 3, (2, 7), focus, likely=False)], 6, 4)
        lane = next(x for x, cell in enumerate(cells[1]) if cell.link)
        assert (cells[0][0].char, cells[1][lane].char) == (level, upright)

    def test_a_thin_ribbon_that_leaves_the_screen_is_not_drawn(self) -> None:
        assert all(c.char == " " for row in draw_ribbons([Ribbon(0, 9, (0, 0))], 6, 4) for c in row)

    @given(
        st.lists(
            st.builds(
                Ribbon,
                st.integers(-3, 9),
                st.integers(-3, 9),
                st.tuples(st.integers(0, 9), st.integers(0, 9)),
                st.booleans(),
            ),
            max_size=8,
        ),
        st.integers(1, 9),
        st.integers(0, 6),
    )
    @settings(max_examples=150, deadline=None)
    def test_any_ribbons_fit_any_gutter(self, ribbons: list[Ribbon], width: int, height: int) -> None:
        cells = draw_ribbons(ribbons, width, height)
        assert [len(row) for row in cells] == [width] * height


class TestOverview:
    def test_a_conflict_shows_however_small(self) -> None:
        article = Article.from_passages([f"Sentence number {k}." for k in range(200)])
        page = lay_out(prose_of(article), 40)
        statuses = ["shared"] * 200
        statuses[77] = "conflicting"
        assert squeeze(page, statuses, 10).count("conflicting") == 1  # type: ignore[arg-type]

    def test_the_window_is_on_the_map(self) -> None:
        for scroll in range(0, 400, 7):
            rows = window(scroll, 30, 400, 38)
            assert 0 <= rows.start < rows.stop <= 39

    def test_each_line_is_counted_once(self) -> None:
        seen = Counter[str]()

        class Noisy(str):
            __slots__ = ()

            def __hash__(self) -> int:
                return hash(str(self))

            def __eq__(self, other: object) -> bool:
                seen["compared"] += 1
                return str(self) == other

        page = lay_out(prose_of(Article.from_passages([f"Sentence number {k}." for k in range(600)])), 40)
        statuses = [Noisy("shared" if k % 3 else "unique") for k in range(600)]
        assert squeeze(page, statuses, 4) == ["shared"] * 4  # type: ignore[arg-type]
        assert seen["compared"] < 4 * len(page.lines)  # looked for among each other: a hundred times as often
