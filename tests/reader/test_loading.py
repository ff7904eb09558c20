"""Articles that take long to come: progress is told, and Esc stops the reading but not the reader."""

from __future__ import annotations

import asyncio
import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from support.reading import SEEDS, SMALL, Reading, reading

from tui.articles.model import Article
from tui.comparison import compare as comparing
from tui.comparison.model import Comparison
from tui.language.progress import Progress
from tui.reader.app import DiptychApp
from tui.reader.layout import page

SEED = SEEDS[0]


@pytest.fixture
def go_on(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Lets comparisons go on, which stand at 40 % until then."""
    compare, over = comparing.compare, threading.Event()

    def slow(a: Article, b: Article, *, progress: Progress, **options: float) -> Comparison:
        while not over.wait(0.01):
            progress("aligning", 0.4)
        return compare(a, b, **options)

    monkeypatch.setattr(comparing, "compare", slow)
    return over


@pytest.fixture
def never_done() -> Iterator[str]:
    """An address whose page goes on until the test is over."""
    over = threading.Event()

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            while not over.wait(0.05):
                try:
                    self.wfile.write(b"<p>One word after another.</p>")
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Slow) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        over.set()
        server.shutdown()


async def test_esc_stops_a_page_that_does_not_end(never_done: str) -> None:
    app = DiptychApp(SEED, never_done)
    async with app.run_test(size=(100, 24)) as pilot:
        for _ in range(100):
            await pilot.pause(0.05)
            if "Esc stops" in app.progress_words:
                break
        assert "fetching" in app.progress_words
        job = app._job
        assert job is not None
        await pilot.press("escape")
        for _ in range(100):
            await pilot.pause(0.05)
            if job.is_finished:
                break
        assert job.is_finished
        assert not app.session.ready
        assert app.progress_words == ""
        assert {head.doing for head in app.reading.heads.values()} == {"not read:"}
        assert app.is_running


async def test_everything_but_the_comparison_works_while_it_runs(go_on: threading.Event) -> None:
    app = DiptychApp(*SEEDS)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = Reading(app, pilot)
        await reader.until(lambda: "aligning 40%" in reader.status)
        assert reader.status == "aligning 40% · Esc stops"
        start = reader.session.position.passage
        await reader.press("j", "j")
        assert reader.session.position.passage == start + 2
        await reader.press("slash", *"ceasefire", "enter")
        assert reader.session.search is not None and reader.session.search.count("a") > 0
        await reader.press("tab", "G")
        assert reader.session.position.side == "b"
        place = reader.session.position.passage
        assert place == len(reader.session.article("b").passages) - 1
        await reader.press("right_square_bracket")  # needs the comparison, and says so
        assert reader.session.index is None
        assert "aligning 40%" in reader.status
        go_on.set()
        await reader.settle()
        assert reader.session.position.passage == place
        await reader.press("escape", "left_square_bracket")
        assert reader.status.startswith("match ")


async def test_a_reading_that_was_stopped_can_be_begun_again() -> None:
    app = DiptychApp(*SEEDS)
    async with app.run_test(size=(100, 24)) as pilot:
        reader = Reading(app, pilot)
        await reader.settle()
        app.session.prose = {}  # as it is until both are read
        app.open_pair(*SEEDS)
        app.reading.action_act("close")
        assert reader.status == "Stopped reading; R reads again; O opens two articles, q quits"
        assert not app.busy
        await reader.press("R")
        await reader.settle()
        assert app.session.ready


async def test_a_text_is_wrapped_before_it_is_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    main, wrapping = threading.get_ident(), []
    wrap = page.wrap

    def noted(text: str, width: int) -> list[tuple[int, int]]:
        wrapping.append(threading.get_ident() == main)
        return wrap(text, width)

    async with reading(*SEEDS) as reader:
        monkeypatch.setattr(page, "wrap", noted)
        before = reader.session.prose["a"]
        await reader.press("R")
        await reader.settle()
        assert reader.session.prose["a"] is not before
        assert wrapping and not any(wrapping)  # that of a book would hold up keys for seconds


async def test_a_stopped_comparison_can_be_begun_again(go_on: threading.Event) -> None:
    # Articles that were given cannot be read again, as those from standard input cannot.
    app = DiptychApp(*SMALL)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reading(app, pilot)
        await reader.until(lambda: "aligning" in reader.status)
        await reader.press("escape")
        said = "both articles can be read and searched; R compares"
        assert reader.status == f"Comparison stopped: {said}"
        await reader.press("right_square_bracket")
        assert reader.status == f"Not compared: {said}"
        await reader.press("j")
        assert reader.status == f"Not compared: {said}"
        go_on.set()
        await reader.press("R")
        await reader.settle()
        await reader.press("right_square_bracket")
        assert "match " in reader.status
        await reader.press("R")
        assert "Nothing to read again" in reader.status


async def test_matches_that_were_to_change_stay_when_that_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    revise, go_on = comparing.revise, threading.Event()

    def slow(comparison: Comparison, *, progress: Progress, **options: Any) -> Comparison:
        while not go_on.wait(0.01):
            progress("finding facts", 0.4)
        return revise(comparison, **options)

    monkeypatch.setattr(comparing, "revise", slow)
    async with reading() as reader:
        before = reader.session.index
        await reader.press("-")
        await reader.press("escape")
        assert reader.status == "Stopped: the matches are those from before; R compares"
        assert reader.session.index is before
        await reader.press("R")
        await reader.settle()
        index = reader.session.index
        assert index is not None and index is not before
        assert index.comparison.threshold == reader.app.threshold_now


async def test_without_a_terminal_it_ends_with_a_reason_when_there_is_nothing_to_read() -> None:
    app = DiptychApp("no such file.txt", SEED)
    await asyncio.wait_for(app.run_async(headless=True, size=(80, 24)), 30)
    assert app.failure is not None and "no such file" in app.failure
    assert app.return_value == 2
