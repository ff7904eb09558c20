"""Make a report and print or save it."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable

from tui.alignment.align import DEFAULT_THRESHOLD
from tui.articles.read import read
from tui.cli.options import Usage
from tui.cli.output import print_whole, tell
from tui.comparison.compare import compare, revise
from tui.comparison.model import Comparison
from tui.marks.model import Marks
from tui.reports import SUFFIXES, in_pieces, write_report
from tui.settings.model import Settings


def report(pair: tuple[str, str], options: argparse.Namespace, settings: Settings) -> bool:
    """Compare two articles and report on them as the options ask.

    Returns:
        Whether anything is unique or conflicting.
    """
    name = options.format or _format_of(options.output) or "text"
    _keep_articles(pair, options.output)
    comparison = _compare(pair, settings)
    marks = Marks()
    if options.marks:
        comparison, marks = _marked(comparison)
    if options.output is None or options.output == "-":
        print_whole(_for_terminal(comparison, marks, name))
    else:
        write_report(in_pieces(name, comparison, marks), options.output)
    return bool(comparison.conflicts) or any(c.status != "shared" for c in comparison.claims)


def _compare(pair: tuple[str, str], settings: Settings) -> Comparison:
    a, b = (read(source, split=settings.split) for source in pair)
    threshold = DEFAULT_THRESHOLD if settings.threshold is None else settings.threshold
    return compare(a, b, threshold=threshold)


def _marked(comparison: Comparison) -> tuple[Comparison, Marks]:
    """The comparison with what the reader marked in this pair of articles before."""
    from tui.marks.store import MarkStore

    with MarkStore.open(comparison.a, comparison.b) as store:
        if store.message:
            tell(store.message)
        marks = store.marks
    return revise(comparison, pinned=marks.pinned, cut=marks.cut), marks


def _for_terminal(comparison: Comparison, marks: Marks, name: str) -> str | Iterable[str]:
    """The report as it goes to standard output: a text report fits itself to a terminal."""
    if name != "text":
        return in_pieces(name, comparison, marks)
    from tui.reports.text import text_report

    styled = sys.stdout is not None and sys.stdout.isatty()
    return text_report(comparison, marks, width=shutil.get_terminal_size().columns, styled=styled)


def _format_of(path: str | None) -> str | None:
    return SUFFIXES.get(os.path.splitext(path)[1].lower()) if path else None


def _keep_articles(pair: tuple[str, str], output: str | None) -> None:
    """Refuse to write a report over one of the articles it is about."""
    if output == "":
        raise Usage("-o needs the name of a file")
    for source in pair:
        if output and os.path.exists(output) and os.path.exists(source) and os.path.samefile(source, output):
            raise Usage(f"the report would overwrite the article {source!r}")
