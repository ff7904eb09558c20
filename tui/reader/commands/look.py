"""What is shown, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.palette import PALETTES
from tui.reader.session import VIEW_NAMES, VIEWS

if TYPE_CHECKING:
    from tui.reader.screen import ReadingScreen

THRESHOLD_STEP = 0.05


def view(screen: ReadingScreen) -> None:
    """Side by side, aligned rows, stacked."""
    session = screen.session
    order = [v for v in VIEWS if not (v == "side" and screen.narrow)]
    now = order.index(session.view) if session.view in order else -1
    session.view = order[(now + 1) % len(order)]
    screen.fit()
    screen.tell(f"View: {VIEW_NAMES[session.view]}")


def order(screen: ReadingScreen) -> None:
    """Let the other article's order lead the aligned rows."""
    session = screen.session
    session.leading = "b" if session.leading == "a" else "a"
    session.view = "rows"
    screen.fit()
    screen.tell(f"Aligned rows in the order of {session.leading.upper()}")


def lock(screen: ReadingScreen) -> None:
    """Scroll in step, or each pane on its own."""
    session = screen.session
    session.locked = not session.locked
    if session.locked:
        screen.desk.follow(session.position.side)
    screen.refresh_all()
    screen.tell(
        "Both scroll in step" if session.locked else "Each article scrolls on its own; L joins them again"
    )


def evidence(screen: ReadingScreen) -> None:
    """Mark shared and differing words of the match in focus, or the claims again."""
    screen.session.evidence = not screen.session.evidence
    screen.refresh_all()
    on = "In the match in focus: bold = words of both, italic = words of one"
    screen.tell(on if screen.session.evidence else "Marked: what only one article says")


def explain(screen: ReadingScreen) -> None:
    """Open or close the explanation of the passage in focus."""
    screen.toggle_explanation()


def ledger(screen: ReadingScreen) -> None:
    """Open or close the ledger."""
    if screen.index_or_tell() is not None:
        screen.toggle_ledger()


def filter_ledger(screen: ReadingScreen) -> None:
    """Filter the ledger by words; opens it first."""
    if screen.index_or_tell() is not None:
        screen.filter_ledger()


def theme(screen: ReadingScreen) -> None:
    """The next theme."""
    app = screen.reader
    if not app.settings.colour:
        screen.tell("NO_COLOR is set: no colours")
        return
    names = [p.name for p in PALETTES if p.name != "plain"]
    name = names[(names.index(app.palette.name) + 1) % len(names)]
    app.use_palette(name)
    screen.tell(f'Theme: {app.palette.title} (keep it with theme = "{name}" in config.toml)')


def stricter(screen: ReadingScreen) -> None:
    """Raise the threshold."""
    _threshold(screen, THRESHOLD_STEP)


def looser(screen: ReadingScreen) -> None:
    """Lower the threshold."""
    _threshold(screen, -THRESHOLD_STEP)


def _threshold(screen: ReadingScreen, change: float) -> None:
    if screen.index_or_tell() is None:
        return
    app = screen.reader
    value = round(min(0.95, max(0.05, app.threshold_now + change)), 2)
    app.revise(threshold=value)
    screen.tell(f"Matches that are at least {value:.0%} sure")


def help_(screen: ReadingScreen) -> None:
    """All keys and marks."""
    from tui.reader.widgets.help import HelpScreen

    screen.app.push_screen(HelpScreen(screen.reader.keymap))


def palette(screen: ReadingScreen) -> None:
    """Find an action by name."""
    screen.app.action_command_palette()


def close(screen: ReadingScreen) -> None:
    """Close what is on top, or stop the comparison; never quits."""
    if screen.close_topmost():
        return
    if screen.reader.cancel():
        if not screen.session.ready:
            screen.show_sources(screen.reader.sources, "not read:")
        screen.tell(_stopped(screen))
        return
    session = screen.session
    if session.search is not None:
        session.search = session.hit = None
        screen.refresh_all()


def _stopped(screen: ReadingScreen) -> str:
    """What was stopped, what can be done now, and how to begin it again."""
    if not screen.session.ready:
        return f"Stopped reading{screen.key_hint('reload', 'reads again')}; O opens two articles, q quits"
    if not screen.reader.stopped:
        return (
            f"Stopped reading: the articles are those from before{screen.key_hint('reload', 'reads again')}"
        )
    if screen.session.index is None:
        return screen.not_compared("Comparison stopped")
    return f"Stopped: the matches are those from before{screen.key_hint('reload', 'compares')}"
