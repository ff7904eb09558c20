"""What others do meanwhile: a second reader on the same pair, an article saved anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.reading import SMALL, Reading, reading

from tui.articles.model import Article
from tui.marks import database
from tui.marks.model import Marks, passage_target
from tui.marks.store import MarkStore
from tui.xdg import state_file

A = """The bridge will close

The mayor of Leeds said on Monday that the bridge will close for repairs.

A local baker, Ruth Holm, fears for her trade.

The work will cost 40 million pounds, the council said.
"""
B = "The council said the work will cost 55 million pounds.\n\nBuses take another route.\n"


@pytest.fixture(autouse=True)
def look_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.reader.app.EVERY", 0.02)


def files(folder: Path) -> tuple[Path, Path]:
    a, b = folder / "one.txt", folder / "two.txt"
    a.write_text(A, encoding="utf-8")
    b.write_text(B, encoding="utf-8")
    return a, b


class TestSecondReader:
    async def test_its_marks_are_shown_without_a_key(self) -> None:
        async with reading(*SMALL) as reader:
            with MarkStore.open(*SMALL) as second:
                second.note(passage_target("a", SMALL[0].passages[1]), "who counted?")
            await reader.until(lambda: "✎" in reader.shown())

    async def test_its_cut_takes_effect(self) -> None:
        async with reading(*SMALL) as reader:
            assert reader.session.linked(0, 0)
            with MarkStore.open(*SMALL) as second:
                second.cut(0, 0)
            await reader.until(lambda: not reader.session.linked(0, 0))


class TestLockedMarks:
    """A real lock on the marks file while the reader opens: nothing marked meanwhile is lost."""

    async def test_the_next_look_saves_them_and_says_so(self, locked: sqlite3.Connection) -> None:
        async with reading(*SMALL) as reader:
            await reader.press("}", "m")
            assert "this session only" in told(reader)
            locked.close()
            await reader.until(lambda: reader.status == "Marks are saved again")
            assert kept().checked == reader.screen.marking.marks.checked != frozenset()

    async def test_the_next_mark_saves_them_and_says_so(
        self, locked: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.reader.app.EVERY", 600.0)
        async with reading(*SMALL) as reader:
            await reader.press("}", "m")
            assert "this session only" in told(reader)
            locked.close()
            assert not kept().checked
            await reader.press("c", "m")
            assert "Marks are saved again" in told(reader)
            assert "checked" in reader.status
            assert kept().checked == reader.screen.marking.marks.checked
            assert len(kept().checked) > 1


def told(reader: Reading) -> str:
    """What stands over the text for a while."""
    return " ".join(notice.message for notice in reader.app._notifications)


def kept() -> Marks:
    """The marks that another reader finds."""
    with MarkStore.open(*SMALL) as store:
        return store.marks


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """The marks file, locked until this connection is closed."""
    monkeypatch.setattr(database.open_file, "__defaults__", (0.05,))  # wait no two seconds
    with MarkStore.open(*SMALL):
        pass
    connection = sqlite3.connect(state_file("marks.db"), isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield connection
    connection.close()


class TestSavedAnew:
    async def test_it_is_told_and_one_key_reads_it_and_stays_in_place(self, tmp_path: Path) -> None:
        a, b = files(tmp_path)
        async with reading(str(a), str(b)) as reader:
            baker = next(
                p.index
                for p in reader.session.article("a").passages
                if "baker" in reader.session.article("a").passage_text(p.index)
            )
            while reader.session.position.passage < baker:
                await reader.press("j")
            a.write_text("A correction stands on top.\n\n" + A, encoding="utf-8")
            await reader.until(lambda: "changed on disk" in reader.status)
            assert reader.status == "one.txt changed on disk; R reads again"
            await reader.press("k", "j")
            assert "changed on disk" in reader.lines()[0]  # also once something else is said
            await reader.press("R")
            await reader.until(lambda: "correction" in reader.shown())
            await reader.settle()
            article = reader.session.article("a")
            assert "baker" in article.passage_text(reader.session.position.passage)
            assert reader.status == "Read again"
            assert "changed on disk" not in reader.shown()

    async def test_marks_that_stay_with_the_earlier_text_are_told(self, tmp_path: Path) -> None:
        a, b = files(tmp_path)
        async with reading(str(a), str(b)) as reader:
            await reader.press("}", "m")
            b.write_text(B + "\nOne more line.\n", encoding="utf-8")
            await reader.until(lambda: "two.txt changed on disk" in reader.status)
            await reader.press("R")
            await reader.until(lambda: "more line" in reader.shown())
            await reader.settle()
            assert reader.status == "Read again; marks on the earlier text stay with it"
            b.write_text(B, encoding="utf-8")
            await reader.press("R")
            await reader.until(lambda: "more line" not in reader.shown())
            await reader.settle()
            assert reader.screen.status.right.startswith("checked 1 of ")

    async def test_the_ledger_lists_what_is_there_now(self, tmp_path: Path) -> None:
        a, b = files(tmp_path)
        async with reading(str(a), str(b)) as reader:
            await reader.press("o")
            a.write_text(A.replace("Ruth Holm", "Agnes Bell"), encoding="utf-8")
            await reader.press("R")
            await reader.until(lambda: "Agnes Bell" in reader.shown())
            await reader.settle()
            ledger = reader.screen.ledger
            assert ledger is not None and ledger.has_focus
            words = " ".join(entry.words for entry in ledger.all)
            assert "Agnes Bell" in words and "Ruth Holm" not in words

    async def test_one_that_is_gone_stays_on_screen(self, tmp_path: Path) -> None:
        a, b = files(tmp_path)
        async with reading(str(a), str(b)) as reader:
            a.unlink()
            await reader.pilot.pause(0.2)
            assert "changed" not in reader.shown()
            await reader.press("R")
            await reader.until(lambda: "there is no such file" in reader.status)
            assert "Ruth Holm" in reader.shown()

    async def test_articles_that_were_given_cannot_be_read_again(self) -> None:
        async with reading(*SMALL) as reader:
            await reader.press("R")
            assert "Nothing to read again" in reader.status


def test_the_same_place_in_another_version() -> None:
    from tui.reader.session import _same_place

    before = Article.from_passages(["one", "two", "one", "three"])
    after = Article.from_passages(["zero", "one", "two", "one"])
    assert _same_place(before, 2, after) == 1 or _same_place(before, 2, after) == 3
    assert _same_place(before, 1, after) == 2
    assert _same_place(before, 3, after) == 3
    assert _same_place(before, 3, Article.from_passages([])) == 0
