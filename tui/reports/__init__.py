"""Reports: the comparison as text, Markdown, HTML or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.reports.write import ReportError, write_report

if TYPE_CHECKING:
    from tui.comparison.model import Comparison
    from tui.marks.model import Marks

__all__ = ["REPORTS", "SUFFIXES", "Report", "ReportError", "in_pieces", "write_report"]

Report = Callable[["Comparison", "Marks"], str]
"""Makes a whole report of a comparison and the reader's marks."""


def _text(comparison: Comparison, marks: Marks) -> str:
    from tui.reports.text import text_report

    return text_report(comparison, marks)


def _json(comparison: Comparison, marks: Marks) -> str:
    from tui.reports.json import json_report

    return json_report(comparison, marks)


def _markdown(comparison: Comparison, marks: Marks) -> str:
    from tui.reports.markdown import markdown_report

    return markdown_report(comparison, marks)


def _html(comparison: Comparison, marks: Marks) -> str:
    from tui.reports.page import html_report

    return html_report(comparison, marks)


REPORTS: Mapping[str, Report] = MappingProxyType(
    {"text": _text, "json": _json, "markdown": _markdown, "html": _html}
)
"""Every report by the name of its format. Importing this imports none of them."""


def in_pieces(name: str, comparison: Comparison, marks: Marks) -> str | Iterable[str]:
    """A report to be printed or saved: in pieces made as they are written, where it can be so."""
    if name == "json":
        from tui.reports.json import json_pieces

        return json_pieces(comparison, marks)
    return REPORTS[name](comparison, marks)


SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".json": "json",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
    }
)
"""The format that a file's name asks for."""
