"""The two pages on the screen: laying them out, scrolling them in step, drawing what joins them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tui.alignment.model import Link
from tui.comparison.model import Comparison
from tui.facts.model import Side
from tui.marks.model import Marks
from tui.reader.highlight import highlights
from tui.reader.layout.page import Page, lay_out, lay_out_rows, row_heights
from tui.reader.layout.ribbons import Ribbon
from tui.reader.layout.rows import Rows, aligned_rows
from tui.reader.layout.sync import Anchor, across, anchors
from tui.reader.marking import Marking, noted_passages
from tui.reader.place import SIDES, other
from tui.reader.session import Session
from tui.reader.widgets.gutter import Gutter, GutterView
from tui.reader.widgets.overview import Overview
from tui.reader.widgets.pane import ArticlePane, View


class Desk:
    """Keeps panes, gutter and maps in step with the session."""

    def __init__(self, session: Session, marking: Marking) -> None:
        """Make the widgets; the screen puts them in their places."""
        self.session = session
        self.marking = marking
        self.panes = {side: ArticlePane(side, partial(highlights, session, side)) for side in SIDES}
        self.maps = {side: Overview(side, self.panes[side]) for side in SIDES}
        self.gutter = Gutter(self.ribbons)
        self.pages: dict[Side, Page] = {}
        self._laid_for: tuple[object, ...] = ()
        self._anchors: list[Anchor] = []
        self._noted: tuple[Marks | None, Mapping[Side, frozenset[int]]] = (None, {})
        self._rows: tuple[Comparison | None, Side, Rows] = (None, "a", [])

    @property
    def active(self) -> ArticlePane:
        """The pane one reads in."""
        return self.panes[self.session.position.side]

    def lay_out(self) -> None:
        """Lay both pages out anew, with the passage in focus on the row where it was."""
        if not self.session.ready:
            return
        side = self.session.position.side
        row = self._row_of_focus()
        self._make_pages()
        self.refresh()
        page = self.pages[side]
        if page.first:
            self.panes[side].follow(page.first[self.session.position.passage] - row)
        self.follow(side)

    def _make_pages(self) -> None:
        """Lay the lines out, unless it is only the height of the panes that has changed."""
        session = self.session
        widths = [self.panes[s].text_width for s in SIDES]
        wanted = (*widths, session.view == "rows", session.leading, session.index, *session.prose.values())
        if self.pages and wanted == self._laid_for:
            return
        self._laid_for = wanted
        aligned = session.view == "rows" and session.index is not None
        self.pages = self._in_rows() if aligned else self._in_order()
        self._anchors = anchors(
            self.pages["a"], self.pages["b"], session.index.chain if session.index else []
        )

    def refresh(self) -> None:
        """Draw again what the session says, without laying out."""
        if not self.pages:
            return
        session, noted = self.session, self._noted_passages()
        for side in SIDES:
            index = session.index
            self.panes[side].show(
                View(
                    prose=session.prose[side],
                    page=self.pages[side],
                    statuses=index.sides[side].statuses if index else None,
                    focus=session.beside[side],
                    companions=session.companions(side),
                    active=side == session.position.side,
                    noted=noted[side],
                    look=(session.evidence, session.search, session.hit),
                )
            )
        self.scrolled()

    def _noted_passages(self) -> Mapping[Side, frozenset[int]]:
        """The passages with notes, looked for when the marks have changed."""
        marks, article = self.marking.marks, self.session.article
        if marks is not self._noted[0]:
            self._noted = (marks, {side: noted_passages(marks, article(side), side) for side in SIDES})
        return self._noted[1]

    def redraw(self) -> None:
        """Draw everything in other colours."""
        for side in SIDES:
            self.panes[side].redraw()
            self.maps[side].refresh()
        self.gutter.refresh()

    def follow(self, side: Side) -> None:
        """Bring the other pane in step with one that was scrolled."""
        if self.session.locked and self.pages:
            self.panes[other(side)].follow(self._beside(side))
        self.scrolled()

    def scrolled(self) -> None:
        """Draw what depends on where the panes are scrolled to."""
        self.gutter.redraw()
        for overview in self.maps.values():
            overview.redraw()

    def reveal(self, *, jump: bool) -> None:
        """Bring the passage in focus on screen, and what belongs to it beside it.

        Args:
            jump: Whether one came from afar; then it stands a third down, with room around it.
        """
        here = self.session.position
        pane, page = self.active, self.pages.get(here.side)
        if page is None or not page.first:
            return
        height = max(1, pane.size.height)
        first, last = page.first[here.passage], page.last(here.passage)
        top = round(pane.scroll_y)
        if first < top or last >= top + height:
            if jump or last - first >= height:
                top = first - min(height // 3, max(0, height - (last - first) - 1))
            else:
                top = first - 1 if first < top else last - height + 2
            pane.follow(top)
        self._bring_beside()
        self.scrolled()

    def scroll(self, lines: int) -> None:
        """Scroll the active pane by lines; the focus stays on screen."""
        pane = self.active
        page = self.pages.get(self.session.position.side)
        if page is None:
            return
        pane.follow(pane.scroll_y + lines)
        top = round(pane.scroll_y)
        self.session.go_near(page, top, max(1, pane.size.height))
        self.follow(self.session.position.side)

    def ribbons(self, height: int) -> GutterView:
        """What the gutter shows: links on screen, the one in focus even when it leads off screen."""
        session = self.session
        if session.index is None or not self.pages:
            return GutterView(())
        row = {side: round(self.panes[side].scroll_y) for side in SIDES}
        focus = (session.beside["a"], session.beside["b"])
        seen: set[tuple[int, int]] = set()
        ribbons: list[Ribbon] = []
        page_a, page_b = self.pages["a"], self.pages["b"]
        on_screen = set(page_a.lines.passages[max(0, row["a"]) : row["a"] + height]) - {-1}
        for i in sorted(on_screen):
            for link in session.index.sides["a"].links.get(i, ()):
                pair = (link.a, link.b)
                a, b = page_a.first[i] - row["a"], page_b.first[link.b] - row["b"]
                seen.add(pair)
                ribbons.append(Ribbon(a, b, pair, focus=pair == focus, likely=link.likely))
        if focus not in seen and (session.linked(*focus) or session.position.conflict is not None):
            a, b = page_a.first[focus[0]] - row["a"], page_b.first[focus[1]] - row["b"]
            ribbons.append(Ribbon(a, b, focus, focus=True))
        return GutterView(ribbons, *self._note(ribbons, height))

    def _note(self, ribbons: list[Ribbon], height: int) -> tuple[int, str]:
        """An arrow with the distance in paragraphs, where the counterpart in focus is off screen."""
        side = self.session.position.side
        for ribbon in ribbons:
            if ribbon.focus:
                here, there = (ribbon.a, ribbon.b) if side == "a" else (ribbon.b, ribbon.a)
                if 0 <= here < height and not 0 <= there < height:
                    away = self._paragraphs_away(ribbon.link["ba".index(side)], height, above=there < 0)
                    return here, f"{'↑' if there < 0 else '↓'} {away} ¶"
        return -1, ""

    def _paragraphs_away(self, passage: int, height: int, *, above: bool) -> int:
        """How many paragraphs of the other pane one would scroll past to a passage above or below."""
        side = other(self.session.position.side)
        page, passages = self.pages[side], self.session.article(side).passages
        top = round(self.panes[side].scroll_y)
        edge = page.passage_at(top if above else top + height - 1)
        return max(1, abs(passages[passage].paragraph - passages[edge].paragraph))

    def _in_order(self) -> dict[Side, Page]:
        return {s: lay_out(self.session.prose[s], self.panes[s].text_width) for s in SIDES}

    def _in_rows(self) -> dict[Side, Page]:
        assert self.session.index is not None
        comparison = self.session.index.comparison
        leading = self.session.leading
        if self._rows[0] is not comparison or self._rows[1] != leading:
            # Passages that contradict each other and match nothing better face each other too.
            against = [Link(c.a.passage, c.b.passage, 0.0) for c in comparison.conflicts]
            sizes = len(comparison.a.passages), len(comparison.b.passages)
            rows = aligned_rows(*sizes, [*comparison.links, *against], leading=leading)
            self._rows = (comparison, leading, rows)
        prose, widths = self.session.prose, {s: self.panes[s].text_width for s in SIDES}
        rows = self._rows[2]
        sides = {"a": [a for a, _ in rows], "b": [b for _, b in rows]}
        tall = [row_heights(prose[s], widths[s], sides[s]) for s in SIDES]
        heights = [max(pair) for pair in zip(*tall, strict=True)]
        return {s: lay_out_rows(prose[s], widths[s], sides[s], heights) for s in SIDES}

    def _row_of_focus(self) -> int:
        """The row of the screen on which the passage in focus begins, if it is on screen."""
        here = self.session.position
        page = self.pages.get(here.side)
        if page is None or here.passage >= len(page.first):
            return 0
        row = page.first[here.passage] - round(self.active.scroll_y)
        return row if 0 <= row < max(1, self.active.size.height) else 0

    def _beside(self, side: Side) -> float:
        """Where the other pane is scrolled to, so that what is a third down is in step."""
        pane = self.panes[side]
        if self.session.view == "rows" and self.session.index is not None:
            return pane.scroll_y
        third = min(pane.scroll_y, pane.size.height // 3)
        here = pane.scroll_y + third
        there = across(self._anchors, here, backwards=side == "b")
        return there - min(third, there)

    def _bring_beside(self) -> None:
        """Scroll the other pane so that the counterpart in focus stands level, when there is one."""
        here = self.session.position
        far = other(here.side)
        if not self.session.locked:
            return
        if self.session.view == "rows" or self.session.beside[far] not in self.session.companions(far):
            self.panes[far].follow(self._beside(here.side))
            return
        row = self.pages[here.side].first[here.passage] - round(self.active.scroll_y)
        self.panes[far].follow(self.pages[far].first[self.session.beside[far]] - max(0, row))
