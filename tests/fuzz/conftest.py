"""Prints how much was tried."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest


@dataclass
class Tally:
    runs: int = 0
    compared: int = 0
    slowest: float = 0.0


_RUNS = pytest.StashKey[dict[str, Tally]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_RUNS] = {}


@pytest.fixture(scope="session")
def runs(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Count one run, and whether it came to a comparison or was refused with a message."""

    def add(name: str, *, compared: bool = True, seconds: float = 0.0) -> None:
        tally = request.config.stash[_RUNS].setdefault(name, Tally())
        tally.runs += 1
        tally.compared += compared
        tally.slowest = max(tally.slowest, seconds)

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    tallies = config.stash.get(_RUNS, {})
    if not tallies:
        return
    terminalreporter.section("Fuzzing")
    for name, tally in tallies.items():
        slowest = f", slowest {tally.slowest:.2f} s" if tally.slowest else ""
        terminalreporter.line(f"{name}: {tally.runs} runs, {tally.compared} compared{slowest}")
