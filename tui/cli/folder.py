"""A folder in place of two articles: its pairs, the most alike first, and the one that is chosen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence

from rich.text import Text

from tui.articles.folder import RankedPair, rank_pairs
from tui.cli.output import print_whole
from tui.reports.safe import one_line

OFFERED = 20
"""Pairs to choose from on a terminal: more would scroll the best ones away."""


def print_pairs(folder: str) -> None:
    """Print the pairs of a folder, for a pipe."""
    print_whole(listing(rank_pairs(folder), width=None))


def most_alike(folder: str) -> tuple[str, str]:
    """The pair that most likely tells one story."""
    best = rank_pairs(folder, most=1)[0]
    return best.path_a, best.path_b


def choose_pair(folder: str) -> tuple[str, str] | None:
    """Let the person at the terminal choose a pair; None when they choose none."""
    pairs = rank_pairs(folder, most=OFFERED)
    print_whole(listing(pairs, shutil.get_terminal_size().columns))
    with os.fdopen(os.dup(0), encoding="utf-8", errors="replace") as keyboard:
        while True:
            print_whole(f"Which pair? 1 to {len(pairs)}, or q to leave [1] ")
            answer = keyboard.readline()
            if not answer or answer.strip().lower() in ("q", "quit"):
                return None
            chosen = answer.strip() or "1"
            if chosen.isascii() and chosen.isdigit() and 1 <= int(chosen) <= len(pairs):
                pair = pairs[int(chosen) - 1]
                return pair.path_a, pair.path_b
            sys.stderr.write(f"There is no pair {one_line(chosen)!r}.\n")


def listing(pairs: Sequence[RankedPair], width: int | None) -> str:
    """Two lines for each pair: its number, how alike the two are, and what they are.

    Args:
        pairs: The pairs, in order.
        width: Columns to fit into; None for whole lines.
    """
    lines = []
    for number, pair in enumerate(pairs, 1):
        lines.append(f"{number:>4}  {pair.similarity:.2f}  {_article(pair.path_a, pair.title_a)}")
        lines.append(f"{'':>10}  {_article(pair.path_b, pair.title_b)}")
    return "".join(f"{_fitted(line, width)}\n" for line in lines)


def _article(path: str, title: str) -> str:
    return one_line(f"{os.path.basename(path)}: {title}" if title else os.path.basename(path))


def _fitted(line: str, width: int | None) -> str:
    if width is None:
        return line
    text = Text(line)
    text.truncate(width, overflow="ellipsis")
    return text.plain
