"""What the reader does so that memory stays flat and the search for garbage holds up no key."""

from __future__ import annotations

import gc
from contextlib import suppress

from textual._styles_cache import StylesCache

M_ARENA_MAX = -8
"""The number of glibc's option for how many heaps there are (malloc.h)."""


def begin() -> None:
    """Do what is done once, when the first frame is on screen.

    What is loaded by now stays, so searches for garbage may leave it out; only where the command line
    started without any does the reader have the process for itself.
    """
    _have_one_heap()
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _have_one_heap() -> None:
    """Let all threads take memory from one heap, where the C library would have several.

    glibc gives each thread its own, and what one comparison leaves free in there serves no other:
    100 MB after some dozens of them. Python's threads wait for each other anyway.
    """
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # another C library
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


def settle() -> None:
    """Leave what is there now out of later searches for garbage: in a book they would hold up keys.

    What the comparison took on its way and left free goes back to the system, a quarter in a book.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        gc.freeze()
    _give_back()


def _give_back() -> None:
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)


def let_go_of_closed() -> None:
    """Let go of what closed widgets drew last.

    Textual 8.2 looks up two styles in a cache that is keyed by the widget's own lines too, and so keeps
    those of the last 1,024 widgets, reports and help screens among them: tens of megabytes.
    """
    StylesCache.get_inner_outer.cache_clear()
