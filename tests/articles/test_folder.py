"""A folder of articles, the most similar pairs first."""

import shutil
import time
from pathlib import Path

import pytest

import tui
from tui.articles.folder import list_articles, rank_pairs

SEEDS = Path(__file__).parents[2] / "seeds"
PAGES = Path(__file__).parent / "pages"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in (*SEEDS.iterdir(), *PAGES.iterdir()):
        shutil.copy(path, tmp_path)
    (tmp_path / "notes.md").write_text("# Shopping\n\nBuy milk and bread before the shops close on Monday.\n")
    (tmp_path / ".hidden.txt").write_text("Hidden words.")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "more").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    return tmp_path


def test_list(folder: Path) -> None:
    names = [Path(path).name for path in list_articles(folder)]
    assert names == sorted(names)
    assert {"notes.md", "wire.html", "empty.txt"} < set(names)
    assert not {".hidden.txt", "picture.png", "more", "gone.txt"} & set(names)


def test_the_two_that_tell_one_story_come_first(folder: Path) -> None:
    pairs = rank_pairs(folder)
    assert {Path(pairs[0].path_a).name, Path(pairs[0].path_b).name} == {path.name for path in SEEDS.iterdir()}
    assert pairs[0].similarity > 2 * pairs[1].similarity
    assert pairs[0].title_a.startswith("Trump, Putin hold key talks")
    scores = [pair.similarity for pair in pairs]
    assert scores == sorted(scores, reverse=True)
    readable = 14  # two seeds, eleven pages with an article, the notes
    assert len(pairs) == readable * (readable - 1) // 2
    assert rank_pairs(folder, most=3) == pairs[:3]


def test_a_copy_is_wholly_alike(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        shutil.copy(PAGES / "wire.html", tmp_path / name)
    assert rank_pairs(tmp_path)[0].similarity == pytest.approx(1, abs=1e-3)


def test_bad_folders(tmp_path: Path) -> None:
    with pytest.raises(tui.ArticleError, match="no such file or directory"):
        rank_pairs(tmp_path / "none")
    with pytest.raises(tui.ArticleError, match="fewer than two articles; put text"):
        rank_pairs(tmp_path)
    (tmp_path / "file.txt").write_text("Words.")
    with pytest.raises(tui.ArticleError, match="not a directory"):
        rank_pairs(tmp_path / "file.txt")


def test_a_big_folder_is_ranked_in_seconds(tmp_path: Path) -> None:
    for k in range(500):
        (tmp_path / f"{k:04}.txt").write_text(
            f"Report {k // 2} tells of town{k // 2} and river{k // 2} on Monday."
        )
    began = time.process_time()
    pairs = rank_pairs(tmp_path, most=250)
    assert time.process_time() - began < 60  # minutes if every pair were compared
    assert all(int(Path(p.path_a).stem) // 2 == int(Path(p.path_b).stem) // 2 for p in pairs)


def test_cancelling(folder: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(stage: str, done: float) -> None:
        assert stage == "reading the folder"
        if done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        rank_pairs(folder, progress=cancel)
