"""What a typed key costs in a book: counted in entries and places made, not in time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.reading import SMALL, reading, session_of
from support.soak import news_pair

from tui.articles.model import Article
from tui.reader import ledger as listing
from tui.reader import search as searching
from tui.reader.ledger import entries, matching
from tui.reader.place import SIDES, Position
from tui.reader.search import Hit, Search, search
from tui.reader.widgets import ledger as widget

LETTERS = st.text(alphabet="abA '\"’“.éß", max_size=5)
TEXTS = st.lists(st.text(alphabet="abAB '’“.éß\n", min_size=1, max_size=12), min_size=1, max_size=4)


def counted(monkeypatch: pytest.MonkeyPatch, where: object, name: str) -> list[None]:
    """A list that grows by one at each call of a function."""
    calls: list[None] = []
    real: Callable[..., Any] = getattr(where, name)

    def call(*args: Any, **named: Any) -> Any:
        calls.append(None)
        return real(*args, **named)

    monkeypatch.setattr(where, name, call)
    return calls


async def test_the_filter_does_not_list_again_what_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(*news_pair(120, 3)) as reader:
        listed = counted(monkeypatch, widget, "entries")
        folded = counted(monkeypatch, listing, "fold")
        counts = counted(monkeypatch, widget, "checked")
        await reader.press("o")
        ledger = reader.screen.ledger
        assert ledger is not None and ledger.has_focus
        every = len(ledger.all)
        assert (len(listed), len(counts)) == (1, 1) and len(folded) == every + 1  # and the query
        await reader.press("f", *"statement", "space", "minus", *"conflict", "enter")
        assert ledger.query_text == "statement -conflict"
        assert 0 < len(ledger.listed) < every
        assert (len(listed), len(counts)) == (1, 1)
        assert len(folded) <= every + len("statement -conflict") + 2  # only the query, at each key
        await reader.press("m")
        assert len(counts) == 2 and "1 checked" in reader.shown()
        await reader.press("S")
        assert len(listed) == 2 and "by order" in reader.shown() and "1 checked" in reader.shown()


async def test_a_search_makes_the_places_on_screen_only(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(*news_pair(400, 3)) as reader:
        made = counted(monkeypatch, searching, "Hit")
        await reader.press("slash", "e")
        found = reader.session.search
        assert found is not None and found.total > 5000
        assert 0 < len(made) < found.total / 4, (len(made), found.total)


def test_the_filter_finds_what_it_found_entry_by_entry() -> None:
    session = session_of(*SMALL)
    assert session.index is not None
    found = entries(session, session.index, "claims", "order")
    assert any("Ruth Holm" in entry.words for entry in found)
    assert matching(found, "RUTH") == [entry for entry in found if "Ruth" in entry.words]
    assert matching(found, "number a") == [e for e in found if "number" in e.kind and e.side in ("a", None)]
    assert [e.what for e in matching(found, "conflict")] == [e.what for e in found if e.what == "conflict"]
    assert matching(found, "-conflict") == [entry for entry in found if entry.what != "conflict"]


def one_by_one(found: Search) -> list[Hit]:
    return [hit for side, k in found.passages for hit in found.in_passage(side, k)]


@given(TEXTS, TEXTS, LETTERS, LETTERS)
def test_a_search_is_the_same_typed_key_by_key(a: list[str], b: list[str], begun: str, more: str) -> None:
    articles = {"a": Article.from_passages(a), "b": Article.from_passages(b)}
    afresh = search(articles, begun + more)  # type: ignore[arg-type]
    typed = search(articles, begun + more, search(articles, begun))  # type: ignore[arg-type]
    assert one_by_one(typed) == one_by_one(afresh)
    everywhere = [
        hit
        for side in SIDES
        for passage in articles[side].passages
        for hit in afresh.in_passage(side, passage.index)
    ]
    assert [typed.hit(k) for k in range(typed.total)] == everywhere
    assert typed.count("a") == sum(hit.side == "a" for hit in everywhere)
    assert typed.count("a") + typed.count("b") == typed.total


def test_the_next_place_from_anywhere_going_round() -> None:
    articles = {
        "a": Article.from_passages(["no", "x x", "no", "x"]),
        "b": Article.from_passages(["no", "x", "no"]),
    }
    found = search(articles, "x")  # type: ignore[arg-type]
    assert (found.total, found.count("a"), found.count("b")) == (4, 3, 1)
    assert found.after(Position("a", 0), None, 1) == 0
    assert found.after(Position("a", 2), None, 1) == 2
    assert found.after(Position("a", 2), None, -1) == 1
    assert found.after(Position("b", 2), None, 1) == 0
    assert found.after(Position("a", 0), None, -1) == 3
    assert found.after(Position("a", 0), 3, 1) == 0
    assert search(articles, "y").after(Position(), None, 1) is None  # type: ignore[arg-type]
