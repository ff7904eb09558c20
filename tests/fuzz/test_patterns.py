"""No regular expression that text can reach may take more than linear time in practice."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.patterns import slow


def test_every_expression_is_linear_up_to_a_megabyte(runs: Callable[..., None]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "support.patterns"],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=280,
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    for _ in range(outcome["expressions"]):
        runs("regular expressions on a megabyte of their worst case")
    assert outcome["expressions"] > 10
    assert outcome["slow"] == {}


@pytest.mark.parametrize(
    "pattern", [r"\s+$", r"[a-z]+\d", r"(\w+\s?)+:", r"“[^”]*”", r"\d+(?:,\d+)*x", r"-+>"]
)
def test_an_expression_that_is_not_linear_is_found(pattern: str) -> None:
    import signal

    def give_up(number: int, frame: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        assert slow(re.compile(pattern), {"search"}) is not None
    except TimeoutError:
        pass  # so slow that it was not waited for
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("pattern", [r"[^\W_]+(?:[’'][^\W_]+)*", r"\s{1,40}$", r"(?<!\S)\d+", r"[.!?]+"])
def test_one_that_is_linear_is_not_accused(pattern: str) -> None:
    assert slow(re.compile(pattern), {"search"}) is None
