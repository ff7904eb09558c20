"""What `diptych` can be told, defined once: `--help`, the man page and completion come from here."""

from __future__ import annotations

import argparse
from typing import NoReturn, get_args

from tui import __version__
from tui.articles.model import Split
from tui.reports import REPORTS
from tui.settings.model import Layout, Theme

SHELLS = ("bash", "zsh", "fish")

DESCRIPTION = (
    "Read two accounts of one story side by side: what both say, what only one says, where they disagree."
)

EXIT_STATUS = {
    0: "Done.",
    1: "Only with --exit-code: something is unique to one article, or conflicts.",
    2: "Wrong usage, an article that cannot be read, or a report that cannot be written.",
}


class Usage(Exception):
    """A command line that makes no sense; its message is one line."""


class _Parser(argparse.ArgumentParser):
    """Reports a mistake as one line, not as a page of usage."""

    def error(self, message: str) -> NoReturn:
        raise Usage(message)


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = _Parser(
        prog="diptych",
        description=DESCRIPTION,
        usage="diptych [options] [A B]\n       diptych [options] FOLDER",
        epilog="With no article it opens a bundled pair. When standard output is not a terminal and no "
        "format is given, it prints the text report. Press ? in the reader for its keys.",
        allow_abbrev=False,
        add_help=False,
    )
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="A B",
        help="a path, an http(s) URL, or - for standard input; or a folder: choose among its pairs",
    )
    _add_reports(parser.add_argument_group("reports"))
    _add_comparing(parser.add_argument_group("comparing"))
    _add_reader(parser.add_argument_group("reader"))
    _add_other(parser.add_argument_group("other"))
    return parser


def _add_reports(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-f", "--format", choices=tuple(REPORTS), help="print a report instead of opening the reader"
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="save the report, whole or not at all; the suffix tells the format",
    )
    group.add_argument(
        "--exit-code",
        action="store_true",
        help="exit with 1 when something is unique or conflicting; implies a report",
    )
    group.add_argument(
        "--marks", action="store_true", help="with the pins, cuts, checks and notes made in the reader"
    )


def _add_comparing(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--split", choices=get_args(Split), help="what to match with what (default: sentence)")
    group.add_argument(
        "--threshold", type=_part, metavar="0..1", help="least score of a match: higher gives fewer and surer"
    )


def _add_reader(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--theme", choices=get_args(Theme), help="colours (default: dark)")
    group.add_argument(
        "--layout", choices=get_args(Layout), help="how the articles stand (default: auto, by width)"
    )
    group.add_argument(
        "--lock", action=argparse.BooleanOptionalAction, help="scroll the articles in step (default: yes)"
    )


def _add_other(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--completion", choices=SHELLS, help="print the completion for a shell and exit")
    group.add_argument("--man", action="store_true", help="print the man page and exit")
    group.add_argument(
        "--version", action="version", version=f"diptych {__version__}", help="show the version and exit"
    )
    group.add_argument("-h", "--help", action="help", help="show this help and exit")


def _part(text: str) -> float:
    """A number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value
