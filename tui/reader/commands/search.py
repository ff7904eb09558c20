"""Searching both articles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.reader.place import Position
from tui.reader.search import search

if TYPE_CHECKING:
    from tui.reader.screen import ReadingScreen


def ask(screen: ReadingScreen) -> None:
    """Ask for words; what is found is marked while one types."""
    if not screen.session.ready:
        screen.tell("The articles are still being read")
        return
    start = screen.session.position

    def typed(query: str) -> None:
        look_for(screen, query, start)

    def done(query: str | None) -> None:
        if not query:
            screen.session.search = None
            screen.session.hit = None
            screen.go(start, jump=False, far=True)
        elif screen.session.position != start:
            screen.session.remember(start)
        screen.refresh_all()

    screen.ask("Search both articles", done, typed)


def look_for(screen: ReadingScreen, query: str, start: Position) -> None:
    """Find words, and go to the first place at or after where one began."""
    session = screen.session
    articles = {side: prose.article for side, prose in session.prose.items()}
    session.search = search(articles, query, session.search)
    session.hit = session.search.after(start, None, 1)
    _show_hit(screen, jump=False)


def next_hit(screen: ReadingScreen) -> None:
    """To the next place found; after the last one, to the first."""
    _next(screen, 1)


def previous_hit(screen: ReadingScreen) -> None:
    """To the previous place found."""
    _next(screen, -1)


def _next(screen: ReadingScreen, direction: int) -> None:
    session = screen.session
    if session.search is None:
        screen.tell("Nothing searched for yet; / searches")
        return
    here = session.position
    current = session.hit
    if current is not None:
        hit = session.search.hit(current)
        # After walking elsewhere, search goes on from here.
        if (hit.side, hit.passage) != (here.side, here.passage):
            current = None
            here = replace(here, passage=here.passage + (1 if direction > 0 else 0))
    session.hit = session.search.after(here, current, direction)
    _show_hit(screen, jump=True)


def _show_hit(screen: ReadingScreen, *, jump: bool) -> None:
    session = screen.session
    if session.search is None or session.hit is None:
        screen.refresh_all()
        return
    hit = session.search.hit(session.hit)
    screen.go(Position(hit.side, hit.passage), jump=jump, far=True)
