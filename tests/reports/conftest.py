"""A real browser for the HTML report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from support.browser import CHROMIUM, Browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the HTML report is not tested in a browser")
    with Browser(tmp_path_factory.mktemp("profile")) as running:
        yield running
