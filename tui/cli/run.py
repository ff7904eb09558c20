"""Run `diptych`: from a command line to the reader, a report, or one line that says what is wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.model import ArticleError
from tui.cli.bundled import bundled_pair
from tui.cli.options import Usage, build_parser
from tui.reports import REPORTS, SUFFIXES, ReportError, write_report
from tui.settings.model import SettingsError

if TYPE_CHECKING:
    from tui.comparison.model import Comparison
    from tui.marks.model import Marks
    from tui.settings.model import Settings

DONE, DIFFERENT, WRONG = 0, 1, 2
NO_SCREEN = ("dumb", "unknown")
"""Values of TERM for terminals that only print: they get the text report."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `diptych` and return its exit status."""
    parser = build_parser()
    try:
        return _run(parser, parser.parse_args(arguments))
    except Usage as error:
        return _complain(f"{error} (diptych --help tells more)")
    except (ArticleError, ReportError, SettingsError) as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _end_by_interrupt()


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if options.completion or options.man:
        return _print_about(parser, options)
    pair = _pair(options.articles)
    if _wants_report(options):
        return _report(pair, options)
    return _read(pair, options)


def _end_by_interrupt() -> int:
    """End as ctrl+c ends a program, which is how a shell knows to stop a loop, but without a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
    return 128 + signal.SIGINT


def _print_about(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    from tui.cli.completion import completion
    from tui.cli.manual import manual
    from tui.cli.output import print_whole

    print_whole(manual(parser) if options.man else completion(parser, options.completion))
    return DONE


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
    return bool(asked) or not _on_terminal() or os.environ.get("TERM") in NO_SCREEN


def _on_terminal() -> bool:
    """Whether standard output is a terminal (it may even be closed)."""
    return sys.stdout is not None and sys.stdout.isatty()


def _settings(options: argparse.Namespace) -> Settings:
    """The settings, in which a flag goes before the environment and that before the file."""
    from tui.settings.load import load_settings

    names = ("split", "threshold", "theme", "layout", "lock")
    return load_settings({name: getattr(options, name) for name in names})


def _read(pair: tuple[str, str], options: argparse.Namespace) -> int:
    from tui.reader.app import run_reader  # type: ignore[import-not-found,import-untyped,unused-ignore]

    settings = _settings(options)
    _take_keyboard()
    return int(run_reader(*pair, split=settings.split, threshold=settings.threshold, settings=settings))


def _take_keyboard() -> None:
    """Read keys from the terminal itself where standard input is a pipe; `-` still reads the pipe."""
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise Usage("there is no terminal to read keys from; --format text prints a report") from None
    if sys.stdin is not None:
        sys.stdin = os.fdopen(os.dup(0))
    os.dup2(terminal, 0)
    os.close(terminal)


def _report(pair: tuple[str, str], options: argparse.Namespace) -> int:
    from tui.cli.output import print_whole
    from tui.marks.model import Marks

    name = options.format or _format_of(options.output) or "text"
    _keep_articles(pair, options.output)
    comparison = _compare(pair, _settings(options))
    marks = Marks()
    if options.marks:
        comparison, marks = _marked(comparison)
    if options.output and options.output != "-":
        write_report(REPORTS[name](comparison, marks), options.output)
    else:
        print_whole(_for_terminal(comparison, marks, name))
    different = options.exit_code and _differs(comparison)
    return DIFFERENT if different else DONE


def _compare(pair: tuple[str, str], settings: Settings) -> Comparison:
    from tui.alignment.align import DEFAULT_THRESHOLD
    from tui.articles.read import read
    from tui.comparison.compare import compare

    a, b = (read(source, split=settings.split) for source in pair)
    threshold = DEFAULT_THRESHOLD if settings.threshold is None else settings.threshold
    return compare(a, b, threshold=threshold)


def _marked(comparison: Comparison) -> tuple[Comparison, Marks]:
    """The comparison with what the reader marked in this pair of articles before."""
    from tui.comparison.compare import revise
    from tui.marks.store import MarkStore

    with MarkStore.open(comparison.a, comparison.b) as store:
        if store.message:
            _tell(store.message)
        marks = store.marks
    return revise(comparison, pinned=marks.pinned, cut=marks.cut), marks


def _for_terminal(comparison: Comparison, marks: Marks, name: str) -> str:
    """The report as it goes to standard output: a text report fits itself to a terminal."""
    if name != "text":
        return REPORTS[name](comparison, marks)
    import shutil

    from tui.reports.text import text_report

    width = shutil.get_terminal_size().columns
    return text_report(comparison, marks, width=width, styled=_on_terminal())


def _format_of(path: str | None) -> str | None:
    return SUFFIXES.get(os.path.splitext(path)[1].lower()) if path else None


def _keep_articles(pair: tuple[str, str], output: str | None) -> None:
    """Refuse to write a report over one of the articles it is about."""
    for source in pair:
        if output and os.path.exists(output) and os.path.exists(source) and os.path.samefile(source, output):
            raise Usage(f"the report would overwrite the article {source!r}")


def _differs(comparison: Comparison) -> bool:
    return bool(comparison.conflicts) or any(c.status != "shared" for c in comparison.claims)


def _complain(message: str) -> int:
    """Say in one line on standard error what is wrong."""
    _tell(message)
    return WRONG


def _tell(message: str) -> None:
    from tui.reports.safe import one_line

    print(f"diptych: {one_line(message)}", file=sys.stderr)  # noqa: T201
