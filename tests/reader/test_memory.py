"""Memory that threads take: a comparison in one must leave its room to the next, in another."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

HEAPS = """
import ctypes, sys, threading
from tui.reader import memory

if sys.argv[1] == "one":
    memory.begin()
together = threading.Barrier(4)

def take():
    together.wait(60)
    kept = [bytes(2000) for _ in range(500)]
    together.wait(60)

threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
out = ctypes.c_void_p(libc.fdopen(1, b"w"))
libc.malloc_info(0, out)
libc.fflush(out)
"""


def heaps(how: str) -> int:
    done = subprocess.run([sys.executable, "-c", HEAPS, how], capture_output=True, check=True, timeout=60)
    return done.stdout.count(b"<heap nr=")


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_info"), reason="another C library than glibc")
def test_all_threads_share_one_heap() -> None:
    assert heaps("many") > 1
    assert heaps("one") == 1
