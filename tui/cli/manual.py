"""The man page, made from the parser's own definitions."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from tui import __version__
from tui.cli.options import DESCRIPTION, EXIT_STATUS

ENVIRONMENT = {
    "DIPTYCH_SPLIT, DIPTYCH_THRESHOLD, DIPTYCH_THEME, DIPTYCH_LAYOUT, DIPTYCH_LOCK": (
        "The options of the same names. A flag goes before them, they go before the configuration file."
    ),
    "NO_COLOR": "When set, no colours; glyphs, underline and reverse remain.",
    "XDG_CONFIG_HOME, XDG_STATE_HOME": "Where configuration and marks are kept, if not in the usual places.",
}
FILES = {
    "~/.config/diptych/config.toml": 'Options (theme = "light") and, under [keys], keys of one\'s own.',
    "~/.local/state/diptych/": "The reader's marks: pins, cuts, checks and notes.",
}
EXAMPLES = {
    "diptych one.txt two.txt": "Read two articles side by side.",
    "diptych one.txt https://example.org/story": "Compare a file with a web page.",
    "diptych one.txt two.txt -o report.html": "Save the comparison as a page for a browser.",
    "diptych one.txt two.txt --format json | jq .conflicts": "Ask for the conflicts from a script.",
}


def manual(parser: argparse.ArgumentParser) -> str:
    """The man page in roff."""
    return "\n".join(_lines(parser)) + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f'.TH DIPTYCH 1 "" "Diptych {__version__}" "User Commands"'
    yield from (".SH NAME", r"diptych \- read two accounts of one story side by side")
    yield ".SH SYNOPSIS"
    yield from (r"\fBdiptych\fR [\fIoptions\fR] [\fIA B\fR]", ".br")
    yield r"\fBdiptych\fR [\fIoptions\fR] \fIFOLDER\fR"
    yield from (".SH DESCRIPTION", _roff(DESCRIPTION), ".PP", _roff(parser.epilog or ""))
    yield ".SH OPTIONS"
    for group in parser._action_groups:
        if group._group_actions and group.title != "positional arguments":
            yield f".SS {_roff((group.title or '').capitalize())}"
        for action in group._group_actions:
            yield from (".TP", _name(action), _roff(_sentence(action.help or "")))
    yield from _section("EXIT STATUS", {str(status): what for status, what in EXIT_STATUS.items()})
    yield from _section("ENVIRONMENT", ENVIRONMENT)
    yield from _section("FILES", FILES)
    yield from _section("EXAMPLES", EXAMPLES)


def _section(heading: str, entries: dict[str, str]) -> Iterator[str]:
    yield f".SH {heading}"
    for term, what in entries.items():
        yield from (".TP", rf"\fB{_roff(term)}\fR", _roff(what))


def _name(action: argparse.Action) -> str:
    """`-f, --format FORMAT` in bold and italics; an argument's own name where it has no flag."""
    if not action.option_strings:
        return rf"\fI{_roff(str(action.metavar))}\fR"
    flags = ", ".join(rf"\fB{_roff(flag)}\fR" for flag in action.option_strings)
    if action.choices:
        return rf"{flags} \fI{_roff('|'.join(map(str, action.choices)))}\fR"
    return rf"{flags} \fI{_roff(str(action.metavar))}\fR" if action.metavar else flags


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _roff(text: str) -> str:
    """Text that roff sets as it is: no escapes, no requests, hyphens that can be copied."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("~", r"\(ti").replace("'", r"\(aq")
    return re.sub(r"^([.])", r"\\&\1", escaped)
