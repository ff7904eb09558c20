"""The reader in a real terminal: a pty, real keys, real signals; nothing of Textual in this process."""

from __future__ import annotations

from pathlib import Path

from support.reader_terminal import terminal
from support.reading import SEEDS


def test_what_was_marked_is_there_next_time_and_outlives_kill_9() -> None:
    with terminal(*SEEDS) as first:
        first.wait_for("checked 0 of ")
        first.type("}")
        first.wait_for("only in A, 1 of ")
        first.type("m")
        first.wait_for("u undoes")
        first.type("q")
        assert first.end() == 0
        assert b"\x1b[?1049l" in first.output  # the terminal has its own screen again
    with terminal(*SEEDS) as second:
        second.wait_for("checked 1 of ")
        second.type("}")
        second.wait_for("only in A, 1 of ")
        second.type("}")
        second.wait_for("only in A, 2 of ")
        second.type("m")
        second.wait_for("u undoes")
        second.process.kill()
        second.process.wait()
    with terminal(*SEEDS) as third:
        third.wait_for("checked 2 of ")


def test_keys_of_ones_own_that_clash_are_told_by_name(tmp_path: Path) -> None:
    config = tmp_path / "config" / "diptych" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nquit = "c"\n', encoding="utf-8")
    with terminal(*SEEDS) as reader:
        assert reader.end() == 2
        assert b"c is the key of next_conflict and of quit" in reader.output
        assert b"config.toml" in reader.output
        assert b"\x1b[?1049h" not in reader.output


def test_keys_of_ones_own_are_in_the_footer_and_work(tmp_path: Path) -> None:
    config = tmp_path / "config" / "diptych" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\nnext_conflict = "!"\nquit = "ctrl+x"\n', encoding="utf-8")
    with terminal(*SEEDS) as reader:
        reader.wait_for("checked 0 of ")
        reader.type("!")
        reader.wait_for("conflict 1 of ")
        reader.type("q")
        reader.read(0.2)
        assert reader.process.poll() is None
        reader.type("\x18")
        assert reader.end() == 0


def test_a_storm_of_resizes_and_held_keys() -> None:
    with terminal(*SEEDS) as reader:
        reader.wait_for("checked 0 of ")
        for columns, rows in [
            (20, 5),
            (200, 60),
            (1, 1),
            (60, 20),
            (300, 3),
            (20, 5),
            (99, 24),
            (120, 40),
        ] * 4:
            reader.resize(columns, rows)
            reader.type("]j}")
            reader.read(0.01)
        reader.type("g")
        reader.read(0.5)
        reader.type("]")
        reader.wait_for("match ")
        reader.type("q")
        assert reader.end() == 0


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    with terminal(str(tmp_path / "none.txt"), SEEDS[1]) as reader:
        assert reader.end() == 2
        last = reader.output.split(b"\x1b[?1049l")[-1]
        assert b"none.txt" in last
        assert b"Traceback" not in reader.output


def test_escapes_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_bytes(
        b"A calm line.\n\n\x1b]52;c;ZXZpbA==\x07 [red]bold[/red] $x \\[ \x1b[31mred \xc2\x9b31m " + b"here.\n"
    )
    with terminal(str(evil), SEEDS[1]) as reader:
        reader.wait_for("checked 0 of ")
        assert b"]52;c;ZXZpbA" not in reader.output.replace("␛".encode() + b"]52", b"")
        assert b"\x1b]52" not in reader.output
        assert b"\xc2\x9b" not in reader.output
        assert b"[red]bold[/red]" in reader.output
        reader.type("q")
        assert reader.end() == 0


STUCK = """
import sys, time
import tui.comparison.compare as comparing
def compare(*_, **__):
    time.sleep(600)
comparing.compare = compare
from tui.cli import main
sys.exit(main())
"""


def test_a_step_that_takes_minutes_does_not_hold_up_quitting() -> None:
    with terminal(*SEEDS, program=("-c", STUCK)) as reader:
        reader.wait_for("passages")
        reader.type("q")
        assert reader.end() == 0
        assert b"\x1b[?1049l" in reader.output


def test_a_report_is_written_to_its_end_before_one_leaves(tmp_path: Path) -> None:
    slow = STUCK.replace("time.sleep(600)", "pass").replace(
        "comparing.compare = compare",
        "import tui.reports as r; w = r.write_report; r.write_report = lambda *a: (time.sleep(1.6), w(*a))",
    )
    with terminal(*SEEDS, program=("-c", slow)) as reader:
        reader.wait_for("checked 0 of ")
        reader.type("w")
        reader.wait_for("diptych.html")
        reader.type("\x15" + str(tmp_path / "made.txt") + "\r")
        reader.wait_for("Writing the report")
        reader.type("q")
        assert reader.end() == 0
    assert (tmp_path / "made.txt").read_text(encoding="utf-8")
