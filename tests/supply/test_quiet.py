"""Nothing that is installed calls home: watched by the interpreter's own audit events."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WATCH = """
import json, sys
seen = []
def hook(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.posix_spawn"):
        seen.append(f"{event} {arguments!r}"[:200])
sys.addaudithook(hook)
"""

COMPARE = """
import importlib, pkgutil, tui
from tui.marks.model import Marks
from tui.reports import REPORTS
for module in pkgutil.walk_packages(tui.__path__, "tui."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
import textual.app, textual.widgets
a, b = map(tui.read, sys.argv[1:])
comparison = tui.compare(a, b)
for make in REPORTS.values():
    make(comparison, Marks())
"""

CALL = """
import socket
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError:
    pass
"""


def events(program: str) -> list[str]:
    seeds = sorted(map(str, (ROOT / "seeds").glob("*.txt")))
    done = subprocess.run(
        [sys.executable, "-c", WATCH + program + "\nprint(json.dumps(seen))", *seeds],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, list)
    return found


def test_a_call_is_noticed() -> None:
    assert events(CALL)


def test_importing_and_comparing_opens_no_connection_and_starts_no_program() -> None:
    assert events(COMPARE) == []
