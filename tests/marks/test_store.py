import sqlite3
import stat
from pathlib import Path

import pytest

from tui.articles.model import Article, Passage
from tui.facts.model import Claim
from tui.marks.model import MarkError, Marks, Target, claim_target, link_target, passage_target
from tui.marks.store import MarkStore

A = Article.from_passages(["One storm hit.", "Two died.", "Three fled."], title="A")
B = Article.from_passages(["A storm struck.", "Two people died.", "Roads closed."], title="B")
CLAIM = Target("claim", (0, 9), None)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "marks.db"


def test_marks_are_there_next_time(path: Path) -> None:
    with MarkStore.open(A, B, path) as store:
        assert store.marks == Marks() and store.saved and store.message is None
        store.pin(0, 0)
        store.cut(1, 2)
        store.check(CLAIM)
        store.note(passage_target("b", B.passages[2]), "  ask the road office ")
        marks = store.marks
    assert marks.pinned == {(0, 0)}
    assert marks.cut == {(1, 2)}
    assert marks.checked == {CLAIM}
    assert dict(marks.notes) == {Target("passage", None, (33, 46)): "ask the road office"}
    assert MarkStore.open(A, B, path).marks == marks


def test_the_same_pair_in_the_other_order_is_mirrored(path: Path) -> None:
    with MarkStore.open(A, B, path) as store:
        store.pin(0, 1)
        store.check(CLAIM)
        store.note(Target("conflict", (0, 3), (4, 6)), "which?")
    with MarkStore.open(B, A, path) as mirrored:
        assert mirrored.marks.pinned == {(1, 0)}
        assert mirrored.marks.checked == {Target("claim", None, (0, 9))}
        assert dict(mirrored.marks.notes) == {Target("conflict", (4, 6), (0, 3)): "which?"}
        mirrored.cut(2, 1)
    assert MarkStore.open(A, B, path).marks.cut == {(1, 2)}


def test_other_texts_have_other_marks(path: Path) -> None:
    MarkStore.open(A, B, path).pin(0, 0)
    assert MarkStore.open(A, A, path).marks == Marks()
    assert MarkStore.open(A, Article.from_passages(["Else."]), path).marks == Marks()


def test_the_last_word_on_a_link_counts(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    store.cut(0, 0)
    assert (store.marks.pinned, store.marks.cut) == (frozenset(), {(0, 0)})
    store.release(0, 0)
    assert store.marks == Marks() == MarkStore.open(A, B, path).marks


def test_a_mark_made_twice_is_one_change(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    for _ in range(2):
        store.pin(0, 0)
        store.check(CLAIM)
        store.note(CLAIM, "x")
    store.check(passage_target("a", A.passages[0]), False)
    assert [store.undo() for _ in range(4)] == ["note on a claim", "checked claim", "pinned link", None]


def test_undo_steps_back_also_in_the_next_session(path: Path) -> None:
    first = MarkStore.open(A, B, path)
    first.note(CLAIM, "old")
    first.note(CLAIM, "new")
    first.close()
    second = MarkStore.open(A, B, path)
    second.pin(1, 1)
    assert second.undo() == "pinned link"
    assert second.undo() == "note on a claim"
    assert dict(second.marks.notes) == {CLAIM: "old"}
    assert MarkStore.open(A, B, path).marks == second.marks
    assert second.undo() == "note on a claim"
    assert second.undo() is None


def test_undo_does_not_touch_what_another_reader_does_meanwhile(path: Path) -> None:
    mine, theirs = MarkStore.open(A, B, path), MarkStore.open(A, B, path)
    mine.pin(0, 0)
    theirs.pin(1, 1)
    assert mine.undo() == "pinned link"
    assert mine.undo() is None
    assert mine.marks.pinned == {(1, 1)}


def test_two_readers_see_each_others_marks(path: Path) -> None:
    mine, theirs = MarkStore.open(A, B, path), MarkStore.open(B, A, path)
    mine.pin(0, 1)
    assert theirs.marks == Marks()
    assert theirs.reload() and theirs.marks.pinned == {(1, 0)}
    assert not theirs.reload()
    theirs.check(CLAIM)
    mine.cut(2, 2)
    assert mine.marks.checked == {Target("claim", None, (0, 9))}


def test_a_note_is_changed_and_taken_away(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    store.note(CLAIM, "one")
    store.note(CLAIM, "two\nlines")
    assert dict(store.marks.notes) == {CLAIM: "two\nlines"}
    store.note(CLAIM, " ")
    assert store.marks == Marks()
    assert store.undo() == "removed note on a claim"


@pytest.mark.parametrize(
    "text", ["\udcff", "a\0b", "'; DROP TABLE change; --", "é", "\x1b[31m", "x" * 100_000]
)
def test_any_text_makes_a_note(path: Path, text: str) -> None:
    store = MarkStore.open(A, B, path)
    store.note(CLAIM, text)
    kept = MarkStore.open(A, B, path).marks.notes[CLAIM]
    assert kept == text.encode("utf-8", "replace").decode().strip()


def test_texts_with_lone_surrogates_have_marks(path: Path) -> None:
    odd = Article.from_passages(["a \ud800 b"])
    MarkStore.open(odd, B, path).pin(0, 0)
    assert MarkStore.open(odd, B, path).marks.pinned == {(0, 0)}


def test_what_was_only_read_leaves_no_trace(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    store.undo()
    store.release(0, 0)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM pair").fetchone() == (0,)


def test_the_file_is_the_owners_alone_and_holds_no_article(path: Path) -> None:
    MarkStore.open(A, B, path).pin(0, 0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert b"storm" not in path.read_bytes()


def test_the_default_place_is_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    MarkStore.open(A, B).pin(0, 0)
    assert (tmp_path / "diptych" / "marks.db").is_file()


def test_a_relative_state_folder_counts_as_not_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    MarkStore.open(A, B).pin(0, 0)
    assert (tmp_path / ".local" / "state" / "diptych" / "marks.db").is_file()


def test_a_deleted_file_is_made_again_with_what_this_session_marked(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    path.unlink()
    store.check(CLAIM)
    assert MarkStore.open(A, B, path).marks == Marks(pinned=frozenset({(0, 0)}), checked=frozenset({CLAIM}))


def test_a_failed_change_has_not_happened(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    store.pin(0, 0)
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE change")
    with pytest.raises(MarkError, match="Not saved"):
        store.check(CLAIM)
    with pytest.raises(MarkError, match="Not saved"):
        store.undo()
    assert not store.reload()
    assert store.marks == Marks(pinned=frozenset({(0, 0)}))


def test_claim_targets_name_their_side() -> None:
    claim = Claim("b", 1, 16, 32, "quantity", "unique", 0.5)
    assert claim_target(claim) == Target("claim", None, (16, 32))
    assert link_target(A.passages[0], B.passages[1]) == Target("link", (0, 14), (16, 32))


def test_a_passage_shows_the_notes_on_what_is_in_it(path: Path) -> None:
    store = MarkStore.open(A, B, path)
    later, earlier = Target("claim", (18, 23), None), Target("conflict", (15, 18), (0, 3))
    store.note(later, "later")
    store.note(earlier, "earlier")
    passage = A.passages[1]
    assert store.marks.notes_on("a", passage.start, passage.end) == ((earlier, "earlier"), (later, "later"))
    assert store.marks.notes_on("b", 0, 5) == ((earlier, "earlier"),)
    assert store.marks.notes_on("a", 0, 14) == ()


TEXT_A = "Rain fell. Wind blew.\n\nSnow came."
TEXT_B = "It rained. Winds rose.\n\nIt snowed."
SENTENCES_A = Article(TEXT_A, (Passage(0, 0, 10, 0), Passage(1, 11, 21, 0), Passage(2, 23, 33, 1)))
SENTENCES_B = Article(TEXT_B, (Passage(0, 0, 10, 0), Passage(1, 11, 22, 0), Passage(2, 24, 34, 1)))
PARAGRAPHS_A = Article(TEXT_A, (Passage(0, 0, 21, 0), Passage(1, 23, 33, 1)))
PARAGRAPHS_B = Article(TEXT_B, (Passage(0, 0, 22, 0), Passage(1, 24, 34, 1)))


def test_a_pin_of_sentences_pins_their_paragraphs(path: Path) -> None:
    MarkStore.open(SENTENCES_A, SENTENCES_B, path).pin(1, 2)
    assert MarkStore.open(PARAGRAPHS_A, PARAGRAPHS_B, path).marks.pinned == {(0, 1)}
    assert MarkStore.open(SENTENCES_A, PARAGRAPHS_B, path).marks.pinned == {(1, 1)}


def test_a_cut_of_sentences_does_not_cut_their_paragraphs(path: Path) -> None:
    MarkStore.open(SENTENCES_A, SENTENCES_B, path).cut(1, 1)
    assert MarkStore.open(PARAGRAPHS_A, PARAGRAPHS_B, path).marks == Marks()
    assert MarkStore.open(SENTENCES_A, SENTENCES_B, path).marks.cut == {(1, 1)}


def test_a_cut_of_paragraphs_cuts_their_sentences_but_a_pin_pins_none(path: Path) -> None:
    store = MarkStore.open(PARAGRAPHS_A, PARAGRAPHS_B, path)
    store.cut(0, 0)
    store.pin(1, 0)
    store.pin(1, 1)
    marks = MarkStore.open(SENTENCES_A, SENTENCES_B, path).marks
    assert marks.cut == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert marks.pinned == {(2, 2)}


def test_a_decision_on_these_very_passages_goes_before_one_carried_over(path: Path) -> None:
    MarkStore.open(PARAGRAPHS_A, PARAGRAPHS_B, path).cut(0, 0)
    sentences = MarkStore.open(SENTENCES_A, SENTENCES_B, path)
    sentences.release(0, 0)
    sentences.pin(1, 1)
    assert sentences.marks.cut == {(0, 1), (1, 0)}
    assert sentences.marks.pinned == {(1, 1)}
    assert sentences.undo() == "pinned link"
    assert sentences.marks.cut == {(0, 1), (1, 0), (1, 1)}
