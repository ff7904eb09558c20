"""The command line."""

from __future__ import annotations


def main() -> int:
    """Run `diptych`."""
    raise SystemExit(2)
