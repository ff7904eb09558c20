"""What the reader does so that memory stays flat and the search for garbage holds up no key."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache


def begin() -> None:
    """Leave what is loaded by now out of all searches for garbage: it stays.

    Only where the command line started without them: there the reader has the process for itself.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def settle() -> None:
    """Leave what is there now out of later searches for garbage: in a book they would hold up keys."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
        gc.freeze()


def let_go_of_closed() -> None:
    """Let go of what closed widgets drew last.

    Textual 8.2 looks up two styles in a cache that is keyed by the widget's own lines too, and so keeps
    those of the last 1,024 widgets, reports and help screens among them: tens of megabytes.
    """
    StylesCache.get_inner_outer.cache_clear()
