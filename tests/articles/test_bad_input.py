"""Whatever stands behind a name: one line that says which, what is wrong, what helps."""

import os
import pwd
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import tui
from tui.articles import files
from tui.language.progress import silent


def complaint(source: str) -> str:
    with pytest.raises(tui.ArticleError) as caught:
        tui.read(source)
    message = str(caught.value)
    assert "\n" not in message
    assert message.isprintable()
    return message


def written(folder: Path, data: bytes, name: str = "article.txt") -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def test_no_such_file(tmp_path: Path) -> None:
    path = str(tmp_path / "none.txt")
    assert complaint(path) == f"cannot read {path}: there is no such file; check the path"


def test_folder(tmp_path: Path) -> None:
    assert "it is a folder" in complaint(str(tmp_path))


def test_file_as_folder(tmp_path: Path) -> None:
    assert "no such file" in complaint(written(tmp_path, b"x") + "/more.txt")


def test_no_permission(tmp_path: Path) -> None:
    path = written(tmp_path, b"secret words")
    os.chmod(path, 0)
    if os.geteuid() != 0:
        assert "permission denied" in complaint(path)
        return
    # Root may read everything: ask as nobody.
    os.chmod(tmp_path, 0o755)
    nobody = pwd.getpwnam("nobody").pw_uid
    reader = (
        "import sys, os, tui.articles.read as r; from tui.articles.model import ArticleError\n"
        f"os.setuid({nobody})\n"
        "try: r.read(sys.argv[1])\n"
        "except ArticleError as e: print(e)"
    )
    for parent in tmp_path.parents:
        if not parent.stat().st_mode & 0o001:
            os.chmod(parent, parent.stat().st_mode | 0o001)
    said = subprocess.run([sys.executable, "-c", reader, path], capture_output=True, text=True, check=True)
    assert "permission denied" in said.stdout


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "it is empty"),
        (b" \n\t \r\n\xc2\xa0\n", "only white space"),
        (b"*** --- !!!\n", "no words"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "a program"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (bytes(range(256)) * 50, "binary data"),
    ],
)
def test_nothing_to_read(tmp_path: Path, data: bytes, wrong: str) -> None:
    assert wrong in complaint(written(tmp_path, data))


@pytest.mark.parametrize("name", ["two\nlines.txt", "a'b\"c.txt", "esc\x1b[31m.txt", "right\u202eleft.txt"])
def test_name_is_shown_safely(tmp_path: Path, name: str) -> None:
    complaint(str(tmp_path / name))
    article = tui.read(written(tmp_path, b"One plain sentence.", name))
    assert article.passage_text(0) == "One plain sentence."


def test_undecodable_name(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    assert "\ufffd" in complaint(str(tmp_path / name))


def test_names_no_file_can_have() -> None:
    assert "no file can have that name" in complaint("a\0b")
    assert "too long" in complaint("x" * 5000)


def test_links_in_a_circle(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    assert "circle" in complaint(str(one))


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom"])
def test_device(device: str) -> None:
    assert "it is a device" in complaint(device)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_proc() -> None:
    complaint("/proc/self/mem")
    complaint("/proc/self/auxv")
    assert "Name" in tui.read("/proc/self/status").text


def test_pipe_without_a_writer(tmp_path: Path) -> None:
    path = str(tmp_path / "pipe")
    os.mkfifo(path)
    assert "nobody writes" in complaint(path)


def test_pipe_with_a_writer(tmp_path: Path) -> None:
    path = str(tmp_path / "pipe")
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    os.write(writer, b"Words came ")

    def finish() -> None:
        os.write(writer, b"through the pipe.")
        os.close(writer)

    timer = threading.Timer(0.2, finish)
    timer.start()
    try:
        assert tui.read(path).text == "Words came through the pipe."
    finally:
        timer.join()


def test_silent_pipe(tmp_path: Path) -> None:
    path = str(tmp_path / "pipe")
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    try:
        with pytest.raises(tui.ArticleError, match=r"gave nothing for 0\.2 seconds"):
            files.read_file(path, silent, patience=0.2)
    finally:
        os.close(writer)


def test_too_big(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)
    assert "larger than 20 MB" in complaint(str(path))


def test_cap_holds_where_the_size_lies(tmp_path: Path) -> None:
    with pytest.raises(tui.ArticleError, match="larger than"):
        files.read_file("/proc/self/status" if Path("/proc").exists() else str(tmp_path), silent, limit=10)


def test_vanishing_and_changing(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"x" * 300_000)

    def grow(stage: str, done: float) -> None:
        os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))

    with pytest.raises(tui.ArticleError, match="keeps changing"):
        files.read_file(str(path), grow)

    def vanish(stage: str, done: float) -> None:
        path.unlink(missing_ok=True)

    assert len(files.read_file(str(path), vanish)) == 300_000  # what was open stays whole


def test_cancelled(tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(stage: str, done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        tui.read(written(tmp_path, b"Words."), progress=cancel)


def test_standard_input() -> None:
    read = "import tui; a = tui.read('-'); print(a.source, a.text)"
    done = subprocess.run([sys.executable, "-c", read], input="Piped words.", capture_output=True, text=True)
    assert done.stdout.strip() == "- Piped words."
    closed = "import sys, tui\nsys.stdin.close()\ntry: tui.read('-')\nexcept tui.ArticleError as e: print(e)"
    done = subprocess.run([sys.executable, "-c", closed], capture_output=True, text=True)
    assert done.stdout.startswith("cannot read standard input: it is closed")
