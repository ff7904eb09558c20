"""Copying, reports, opening articles, leaving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.facts.model import Side
from tui.language.visible import visible
from tui.reader.place import other

if TYPE_CHECKING:
    from tui.reader.screen import ReadingScreen


def copy(screen: ReadingScreen) -> None:
    """Copy the selected words, or the passage in focus with its source."""
    selected = screen.get_selected_text()
    session = screen.session
    if selected:
        screen.app.copy_to_clipboard(selected)
        screen.tell("Copied what is selected")
    elif session.ready:
        here = session.position
        screen.app.copy_to_clipboard(_quoted(screen, here.side, here.passage))
        screen.tell("Copied the passage with its source")


def copy_pair(screen: ReadingScreen) -> None:
    """Copy the passages in focus on both sides, with their sources."""
    session = screen.session
    if session.ready:
        here = session.position.side
        sides = (here, other(here)) if here == "a" else (other(here), here)
        screen.app.copy_to_clipboard("\n\n".join(_quoted(screen, s, session.beside[s]) for s in sides))
        screen.tell("Copied both passages with their sources")


def _quoted(screen: ReadingScreen, side: Side, passage: int) -> str:
    article = screen.session.article(side)
    if not article.passages:
        return ""
    source = " · ".join(part for part in (article.title, article.date, article.source) if part)
    # What is pasted into a terminal must not command it: the same stand-ins as on screen.
    return f"{visible(article.passage_text(passage), prose=True)}\n— {visible(source, prose=True)}"


def report(screen: ReadingScreen) -> None:
    """The text report on a screen of its own: lines that a screen reader reads in order."""
    from tui.reader.widgets.report import ReportScreen
    from tui.reports import REPORTS

    index = screen.index_or_tell()
    if index is None:
        return
    comparison, marks = index.comparison, screen.marking.marks

    def make() -> Callable[[], None]:
        text = REPORTS["text"](comparison, marks)

        def show() -> None:
            screen.tell("")
            screen.app.push_screen(ReportScreen(text))

        return show

    screen.tell("Making the report")
    screen.reader.later(make)


def export(screen: ReadingScreen) -> None:
    """Write a report; the file's ending chooses the format."""
    from tui.reader.paths import PathSuggester
    from tui.reports import SUFFIXES, ReportError, in_pieces, write_report

    index = screen.index_or_tell()
    if index is None:
        return
    comparison = index.comparison

    def done(path: str | None) -> None:
        if not path:
            return
        target = Path(path).expanduser()
        name = SUFFIXES.get(target.suffix.lower())
        if name is None:
            screen.tell(f"Give the file one of these endings: {' '.join(SUFFIXES)}")
            return
        if any(_same(target, a.source) for a in (comparison.a, comparison.b)):
            screen.tell("That is one of the articles: choose another name")
            return
        marks = screen.marking.marks

        def make() -> Callable[[], None]:
            try:
                write_report(in_pieces(name, comparison, marks), target)
            except ReportError as error:
                said = visible(str(error))
            else:
                said = f"Written: {visible(str(target))}"
            return lambda: screen.tell(said)

        screen.tell("Writing the report")
        screen.reader.later(make)

    label = f"Write a report to ({' '.join(s for s in SUFFIXES if len(s) < 6)})"
    screen.ask(label, done, value="diptych.html", suggester=PathSuggester())


def _same(target: Path, source: str) -> bool:
    try:
        return bool(source) and target.samefile(source)
    except (OSError, ValueError):
        return False


def open_articles(screen: ReadingScreen) -> None:
    """Open two other articles."""
    from tui.reader.widgets.opening import OpenScreen

    def opened(sources: tuple[str, str] | None) -> None:
        if sources is not None:
            screen.reader.open_pair(*sources)

    screen.app.push_screen(OpenScreen(screen.reader.sources), opened)


def reload(screen: ReadingScreen) -> None:
    """Compare again after a stop; else read both articles again, and stay at the same words."""
    if not screen.session.ready and screen.reader.busy:
        screen.tell("The articles are still being read")
    elif screen.reader.compare_again():
        screen.tell("Comparing again")
    elif screen.reader.reload():
        screen.tell("Reading again")
    else:
        screen.tell("Nothing to read again: the articles came from standard input")


def suspend(screen: ReadingScreen) -> None:
    """Back to the shell; fg comes back."""
    screen.app.action_suspend_process()


def quit_(screen: ReadingScreen) -> None:
    """Leave. Marks are saved already."""
    screen.app.exit(0)
