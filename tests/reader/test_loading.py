"""Articles that take long to come: progress is told, and Esc stops the reading but not the reader."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tui.reader.app import DiptychApp

SEED = str(sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[0])


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
