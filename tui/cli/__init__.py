"""The command line."""

from __future__ import annotations

from tui.cli.run import main

__all__ = ["main"]
