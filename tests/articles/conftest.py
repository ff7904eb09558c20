"""What the tests of this folder print at the end of a run."""

import pytest

from tests.articles import sentence_errors


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    wrong, sentences, _ = sentence_errors.count()
    terminalreporter.write_line(f"hard news sentences: {wrong} wrong boundaries in {sentences} sentences")
