"""Run `diptych`: from a command line to the reader, a report, or one line that says what is wrong."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.model import ArticleError
from tui.cli.bundled import bundled_pair
from tui.cli.options import Usage, build_parser
from tui.reports import ReportError
from tui.settings.model import SettingsError

if TYPE_CHECKING:
    from tui.settings.model import Settings

DONE, DIFFERENT, WRONG = 0, 1, 2
"""The exit statuses, as `EXIT_STATUS` tells them."""

NO_SCREEN = ("dumb", "unknown")
"""Values of TERM for terminals that only print: they get the text report."""

OPTIONS = ("split", "threshold", "theme", "layout", "lock")
"""The flags that are settings too."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `diptych` and return its exit status."""
    # Told before numpy is loaded. The products of matrices here are so small that threads wait for each
    # other longer than they take: two articles of 50 sentences are aligned in half the time by one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
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
    settings = _settings(options)
    if len(options.articles) == 1 and os.path.isdir(options.articles[0]):
        return _run_folder(options.articles[0], options, settings)
    pair = _pair(options.articles)
    return _report(pair, options, settings) if _wants_report(options) else _read(pair, settings)


def _run_folder(folder: str, options: argparse.Namespace, settings: Settings) -> int:
    """Offer the pairs of a folder, or list them in a pipe; a report is about the most alike."""
    from tui.cli.folder import choose_pair, most_alike, print_pairs

    if _asks_for_report(options):
        return _report(most_alike(folder), options, settings)
    if not _on_screen():
        print_pairs(folder)
        return DONE
    _take_keyboard()
    chosen = choose_pair(folder)
    return _read(chosen, settings) if chosen else DONE


def _report(pair: tuple[str, str], options: argparse.Namespace, settings: Settings) -> int:
    from tui.cli.report import report

    return DIFFERENT if report(pair, options, settings) and options.exit_code else DONE


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


def _settings(options: argparse.Namespace) -> Settings:
    """The settings, in which a flag goes before the environment and that before the file."""
    from tui.settings.load import load_settings

    return load_settings({name: getattr(options, name) for name in OPTIONS})


def _wants_report(options: argparse.Namespace) -> bool:
    """Whether to print or save rather than open the reader."""
    return _asks_for_report(options) or not _on_screen()


def _asks_for_report(options: argparse.Namespace) -> bool:
    return options.format is not None or options.output is not None or options.exit_code


def _on_screen() -> bool:
    """Whether standard output is a terminal that can do more than print (it may even be closed)."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") not in NO_SCREEN


def _read(pair: tuple[str, str], settings: Settings) -> int:
    # Looking for garbage while modules load finds none and takes a sixth of the time to the first
    # frame; the reader looks again once that is painted.
    gc.disable()
    from tui.reader.run import run_reader

    _take_keyboard()
    return run_reader(*pair, split=settings.split, threshold=settings.threshold, settings=settings)


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


def _end_by_interrupt() -> int:
    """End as ctrl+c ends a program, which is how a shell knows to stop a loop, but without a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
    return 128 + signal.SIGINT


def _complain(message: str) -> int:
    """Say in one line on standard error what is wrong."""
    from tui.cli.output import tell

    tell(message)
    return WRONG
