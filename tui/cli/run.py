"""Run `diptych`: from a command line to the reader, a report, or one line that says what is wrong."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles.model import ArticleError
from tui.cli.bundled import bundled_pair
from tui.cli.options import Usage, build_parser

if TYPE_CHECKING:
    from tui.articles.model import Split
    from tui.comparison.model import Comparison

DONE, DIFFERENT, WRONG = 0, 1, 2
INTERRUPTED = 130
"""What a shell expects of a program ended by ctrl+c: 128 and the signal's number."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `diptych` and return its exit status."""
    from tui.cli.output import OutputError

    try:
        return _run(build_parser().parse_args(arguments))
    except Usage as error:
        return _complain(f"{error} (diptych --help tells more)")
    except (ArticleError, OutputError) as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(options: argparse.Namespace) -> int:
    pair = _pair(options.articles)
    if _wants_report(options):
        return _report(pair, options)
    return _read(pair, options)


def _pair(articles: list[str]) -> tuple[str, str]:
    if not articles:
        return bundled_pair()
    if len(articles) == 1:
        raise Usage(f"one article is missing: {articles[0]!r} needs another to be compared with")
    if len(articles) > 2:
        raise Usage(f"two articles are compared, not {len(articles)}")
    if articles == ["-", "-"]:
        raise Usage("only one article can come from standard input")
    return articles[0], articles[1]


def _wants_report(options: argparse.Namespace) -> bool:
    asked = options.format or options.output or options.exit_code
    return bool(asked) or not _on_terminal()


def _on_terminal() -> bool:
    """Whether standard output is a terminal (it may even be closed)."""
    return sys.stdout is not None and sys.stdout.isatty()


def _read(pair: tuple[str, str], options: argparse.Namespace) -> int:
    from tui.reader.app import run_reader  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return int(run_reader(*pair, split=options.split or "sentence", threshold=options.threshold))


def _report(pair: tuple[str, str], options: argparse.Namespace) -> int:
    from tui.cli.output import print_report, save_report

    name = options.format or _format_of(options.output) or "text"
    _keep_articles(pair, options.output)
    comparison = _compare(pair, options)
    if options.output and options.output != "-":
        save_report(_render(comparison, name), options.output)
    else:
        print_report(_render_for_terminal(comparison, name))
    different = options.exit_code and _differs(comparison)
    return DIFFERENT if different else DONE


def _compare(pair: tuple[str, str], options: argparse.Namespace) -> Comparison:
    from tui.alignment.align import DEFAULT_THRESHOLD
    from tui.articles.read import read
    from tui.comparison.compare import compare

    split: Split = options.split or "sentence"
    a, b = (read(source, split=split) for source in pair)
    threshold = DEFAULT_THRESHOLD if options.threshold is None else options.threshold
    return compare(a, b, threshold=threshold)


def _render(comparison: Comparison, name: str) -> str:
    from tui.marks.model import Marks
    from tui.reports import REPORTS

    return REPORTS[name](comparison, Marks())


def _render_for_terminal(comparison: Comparison, name: str) -> str:
    """The report as it goes to standard output: a text report fits itself to a terminal."""
    if name != "text":
        return _render(comparison, name)
    from tui.reports.text import text_report

    width = shutil.get_terminal_size().columns
    return text_report(comparison, width=width, styled=_on_terminal())


def _format_of(path: str | None) -> str | None:
    from tui.reports import SUFFIXES

    return SUFFIXES.get(Path(path).suffix.lower()) if path else None


def _keep_articles(pair: tuple[str, str], output: str | None) -> None:
    """Refuse to write a report over one of the articles it is about."""
    for source in pair:
        if output and os.path.exists(output) and os.path.exists(source) and os.path.samefile(source, output):
            raise Usage(f"the report would overwrite the article {source!r}")


def _differs(comparison: Comparison) -> bool:
    return bool(comparison.conflicts) or any(c.status != "shared" for c in comparison.claims)


def _complain(message: str) -> int:
    """Say in one line on standard error what is wrong."""
    from tui.reports.safe import one_line

    print(f"diptych: {one_line(message)}", file=sys.stderr)  # noqa: T201
    return WRONG
