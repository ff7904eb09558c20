"""Completion for a shell, made from the parser's own definitions by shtab."""

from __future__ import annotations

import argparse

FILES = ("articles", "output")
"""The arguments that are files."""


def completion(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script that teaches a shell (bash, zsh or fish) to complete `diptych`."""
    import shtab

    for action in parser._actions:
        if action.dest in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    return str(shtab.complete(parser, shell))
