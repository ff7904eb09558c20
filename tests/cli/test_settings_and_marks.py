"""What was set and marked before reaches the reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.command import SEEDS, diptych

import tui
from tui.marks.model import claim_target
from tui.marks.store import MarkStore


def test_marks_are_in_the_report_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    a, b = (tui.read(path) for path in SEEDS)
    comparison = tui.compare(a, b)
    link = comparison.links[0]
    only_a = next(c for c in comparison.claims if c.status == "unique")
    with MarkStore.open(a, b) as store:
        store.cut(link.a, link.b)
        store.note(claim_target(only_a), "Ask the press office.")

    plain = json.loads(diptych(*SEEDS, "--format", "json").stdout)
    assert plain["marks"] == {"pinned": [], "cut": [], "checked": [], "notes": []}
    assert plain["links"][0]["a"] == [f"a{link.a}"]

    marked = json.loads(diptych(*SEEDS, "--format", "json", "--marks").stdout)
    pair = [f"a{link.a}", f"b{link.b}"]
    assert marked["marks"]["cut"] == [pair]
    assert pair not in [[*found["a"], *found["b"]] for found in marked["links"]]
    assert [note["note"] for note in marked["marks"]["notes"]] == ["Ask the press office."]
    assert "Ask the press office." in diptych(*SEEDS, "--marks").stdout


def test_a_flag_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "diptych").mkdir()
    (tmp_path / "diptych" / "config.toml").write_text("threshold = 0.7\n")
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}

    def threshold(*flags: str, **more: str) -> float:
        done = diptych(*SEEDS, "--format", "json", *flags, env={**environment, **more})
        return float(json.loads(done.stdout)["threshold"])

    assert threshold() == 0.7
    assert threshold(DIPTYCH_THRESHOLD="0.8") == 0.8
    assert threshold("--threshold", "0.9", DIPTYCH_THRESHOLD="0.8") == 0.9


@pytest.mark.parametrize("text", ["threshold = 2\n", "colour = 'red'\n", "not toml"])
def test_a_bad_configuration_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    file = tmp_path / "diptych" / "config.toml"
    file.parent.mkdir()
    file.write_text(text)
    done = diptych(*SEEDS, env={"XDG_CONFIG_HOME": str(tmp_path)})
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert str(file) in done.stderr
