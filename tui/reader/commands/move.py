"""Moving and scrolling within one article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.place import Position

if TYPE_CHECKING:
    from tui.reader.screen import ReadingScreen


def down(screen: ReadingScreen) -> None:
    """To the next passage; through a passage taller than the pane, line by line."""
    _step(screen, 1)


def up(screen: ReadingScreen) -> None:
    """To the previous passage."""
    _step(screen, -1)


def half_page_down(screen: ReadingScreen) -> None:
    """Scroll by half a page."""
    _scroll(screen, 0.5)


def half_page_up(screen: ReadingScreen) -> None:
    """Scroll back by half a page."""
    _scroll(screen, -0.5)


def page_down(screen: ReadingScreen) -> None:
    """Scroll by a page."""
    _scroll(screen, 1)


def page_up(screen: ReadingScreen) -> None:
    """Scroll back by a page."""
    _scroll(screen, -1)


def top(screen: ReadingScreen) -> None:
    """To the first passage."""
    screen.go(Position(screen.session.position.side, 0), jump=True)


def end(screen: ReadingScreen) -> None:
    """To the last passage."""
    side = screen.session.position.side
    if screen.session.ready:
        last = max(0, len(screen.session.article(side).passages) - 1)
        screen.go(Position(side, last), jump=True)


def _step(screen: ReadingScreen, direction: int) -> None:
    session = screen.session
    if not session.ready or not screen.desk.pages:
        return
    here, pane = session.position, screen.desk.active
    page = screen.desk.pages[here.side]
    if not page.first:
        return
    top, height = round(pane.scroll_y), pane.size.height
    first, last = page.first[here.passage], page.last(here.passage)
    more_below = direction > 0 and last >= top + height and first <= top
    more_above = direction < 0 and first < top and last >= top + height - 1
    passage = here.passage + direction
    if more_below or more_above or not 0 <= passage < len(page.first):
        screen.desk.scroll(direction)
        screen.refresh_all()
    else:
        screen.go(Position(here.side, passage), jump=False)


def _scroll(screen: ReadingScreen, pages: float) -> None:
    if not screen.desk.pages:
        return
    pane = screen.desk.active
    before = round(pane.scroll_y)
    lines = max(1, int(abs(pages) * (pane.size.height - (1 if abs(pages) == 1 else 0))))
    screen.desk.scroll(lines if pages > 0 else -lines)
    if round(pane.scroll_y) == before:
        (end if pages > 0 else top)(screen)
    screen.refresh_all()
