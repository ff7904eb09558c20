"""The contract with other programs: schema `diptych/1` and the Python API."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.contract import broken_promises

import tui

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def seed_report() -> dict[str, Any]:
    a, b = (tui.read(str(path)) for path in SEEDS)
    return tui.compare(a, b).to_dict()


def test_the_bundled_pair_holds_the_contract(seed_report: dict[str, Any]) -> None:
    assert broken_promises(seed_report) == []
    assert seed_report["links"]
    assert any(claim["status"] == "unique" for claim in seed_report["claims"])


def test_the_report_survives_json(seed_report: dict[str, Any]) -> None:
    assert json.loads(json.dumps(seed_report)) == seed_report


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r["claims"][0].update(end=r["claims"][0]["end"] - 1),
        lambda r: r["claims"][0].update(text="something else"),
        lambda r: r["articles"][0]["passages"][0].update(id="a1"),
        lambda r: r["links"][0].update(a=["a9999"], evidence=[]),
        lambda r: r["links"][0].update(score=1.5),
        lambda r: r["summary"].update(links=10_000),
        lambda r: r.update(schema="diptych/2"),
        lambda r: r["articles"].reverse(),
    ],
)
def test_a_spoilt_report_is_noticed(seed_report: dict[str, Any], spoil: Any) -> None:
    """The check itself can fail: each of these breaks one promise."""
    spoilt = deepcopy(seed_report)
    spoil(spoilt)
    assert broken_promises(spoilt) != []


def test_the_same_input_gives_the_same_report_in_another_process() -> None:
    """Hash seeds differ between processes: an order taken from a set would show."""
    program = (
        "import json, sys, tui; a, b = map(tui.read, sys.argv[1:]);"
        "print(json.dumps(tui.compare(a, b).to_dict()))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, *map(str, SEEDS)],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_passages_already_split_are_kept_as_they_are() -> None:
    given_passages = ["Two. Sentences here.", "  spaced  ", "A line\nbreak", "Share it"]
    a = tui.Article.from_passages(given_passages, title="A")
    report = tui.compare(a, tui.Article.from_passages(["Two sentences."])).to_dict()
    article = report["articles"][0]
    spans = [article["text"][p["start"] : p["end"]] for p in article["passages"]]
    assert spans == given_passages
    assert article["title"] == "A"


_WORDS = [
    "Kyiv",
    "30",
    "percent",
    "on",
    "Tuesday",
    "“no deal”,",
    "said",
    "not",
    "$1.2",
    "billion",
    "\x1b[31m",
    "é",
    "𝒜",
]
_PASSAGES = st.lists(
    st.one_of(
        st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join),
        st.text(max_size=40),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(_PASSAGES, _PASSAGES)
def test_any_two_articles_hold_the_contract(a: list[str], b: list[str]) -> None:
    comparison = tui.compare(tui.Article.from_passages(a), tui.Article.from_passages(b))
    report = comparison.to_dict()
    assert broken_promises(report) == []
    again = tui.compare(tui.Article.from_passages(a), tui.Article.from_passages(b))
    assert again.to_dict() == report


def test_bad_input_raises_the_documented_exception(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    with pytest.raises(tui.ArticleError) as raised:
        tui.read(str(missing))
    message = str(raised.value)
    assert "missing.txt" in message
    assert "\n" not in message
