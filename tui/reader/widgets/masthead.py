"""The top of each pane: headline, origin, and how much of the article stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.reader.palette import GLYPHS, STATUS_ROLE
from tui.reader.widgets.canvas import Canvas, clip, spread

if TYPE_CHECKING:
    from tui.facts.model import Side, Status
    from tui.reader.session import Session

_COUNTED: tuple[tuple[Status, tuple[str, str, str]], ...] = (
    ("shared", (" in both", " both", "")),
    ("mixed", (" partly", " partly", "")),
    ("unique", (" only here", " here", "")),
    ("conflicting", (" in conflict", " conflict", "")),
)
"""Each status with its words in a wide, a narrow and a very narrow pane. The counts are the legend too."""


def _name_of(source: str) -> str:
    """A file's name, or an address without its scheme: there is little room."""
    scheme, mark, rest = source.partition("://")
    return rest if mark and scheme.isalpha() else source.rsplit("/", 1)[-1]


def _safe(text: str) -> str:
    """A line as it may be shown."""
    if text.isascii() and text.isprintable():
        return text
    # The rules for all other characters are many; the first frame can mostly do without them.
    from tui.language.visible import visible

    return visible(text, prose=True)


class Masthead(Canvas):
    """Two lines over a pane."""

    DEFAULT_CSS = "Masthead { height: 2; }"
    ON_PANEL = True

    def __init__(self, side: Side, session: Session, source: str) -> None:
        """Make the top of a pane.

        Args:
            side: Which article.
            session: Where the article will be.
            source: Its path or URL, shown until it is read.
        """
        super().__init__(id=f"masthead-{side}")
        self.side: Side = side
        self.session = session
        self.source = source
        self.doing = "reading"

    @property
    def name_of_source(self) -> str:
        """The name of the file or page, to speak of it."""
        return _safe(_name_of(self.session.article(self.side).source))

    def draw(self, y: int, width: int) -> Strip:
        """Title and origin, then counts."""
        return self._title(width) if y == 0 else self._counts(width)

    def _title(self, width: int) -> Strip:
        styles = self.inks
        active = self.session.position.side == self.side
        name = styles["key"] if active else styles["quiet"]
        label = Segment(f"{'▌' if active else ' '}{self.side.upper()} ", name)
        if self.side not in self.session.prose:
            title, origin = f"{self.doing} {_safe(self.source)}", ""
        else:
            article = self.session.article(self.side)
            title = _safe(article.title or article.source or "untitled")
            changed = "changed on disk" if self.side in self.session.changed else None
            parts = (changed, article.byline, article.date, article.site or _name_of(article.source))
            origin = " · ".join(_safe(part) for part in parts if part)
        left = [label, Segment(title, styles["title"])]
        room = width - len(title) - 6
        right = [Segment(" ", styles["text"])]
        if origin and room >= 12:
            right = [
                *clip([Segment(origin, styles["quiet"])], min(room, cell_len(origin)), styles["quiet"]),
                *right,
            ]
        return spread(left, right, width, styles["text"])

    def _counts(self, width: int) -> Strip:
        styles = self.inks
        if self.session.index is None:
            known = self.side in self.session.prose
            count = f"   {len(self.session.article(self.side).passages)} passages" if known else ""
            return clip([Segment(count, styles["quiet"])], width, styles["text"])
        passages = self.session.index.summary[self.side]["passages"]
        # What it says of itself in full, or as much of it as there is room for.
        for start, gap, words in (
            (f"   {passages} passages", "   ", 0),
            (f"   {passages} passages", "  ", 1),
            (f" {passages} passages", " ", 1),
            (f" {passages}:", " ", 1),
            (f" {passages}:", " ", 2),
        ):
            parts = self._legend(start, gap, words)
            if sum(cell_len(segment.text) for segment in parts) <= width:
                break
        return clip(parts, width, styles["text"])

    def _legend(self, start: str, gap: str, words: int) -> list[Segment]:
        assert self.session.index is not None
        styles, counts = self.inks, self.session.index.summary[self.side]
        parts = [Segment(start, styles["quiet"])]
        for status, named in _COUNTED:
            if counts[status] or status in ("shared", "unique"):
                text = f"{GLYPHS[status]} {counts[status]}{named[words]}"
                parts += [Segment(gap, styles["text"]), Segment(text, styles[STATUS_ROLE[status]])]
        return parts
