"""The base of the widgets that draw their own lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.reader.paint import Inks, inks

if TYPE_CHECKING:
    from tui.reader.app import DiptychApp


def inks_of(widget: Widget, *, panel: bool = False) -> Inks:
    """The inks of the theme in use, on the articles' background or on a panel's."""
    return inks(cast("DiptychApp", widget.app).palette, panel=panel)


def strip(parts: Iterable[Segment], width: int, ground: Style) -> Strip:
    """Segments as a strip of exactly a width."""
    made = Strip([part for part in parts if part.text])
    return made.crop_extend(0, width, ground).simplify()


def spread(left: Sequence[Segment], right: Sequence[Segment], width: int, ground: Style) -> Strip:
    """A line with one part at its left and one at its right; the left one gives way."""
    end = Strip([part for part in right if part.text])
    room = width - end.cell_length - 1
    if not end.cell_length or room < 8:
        return strip(left, width, ground)
    return Strip.join([clip(left, room, ground), Strip([Segment(" ", ground)]), end])


def clip(parts: Sequence[Segment], width: int, ground: Style) -> Strip:
    """Segments as a strip of exactly a width, with an ellipsis where they are cut."""
    made = Strip([part for part in parts if part.text])
    if made.cell_length <= width or width < 2:
        return made.crop_extend(0, width, ground)
    return Strip.join([made.crop_extend(0, width - 1, ground), Strip([Segment("…", ground)])])


class Canvas(Widget):
    """A widget that draws its own lines in the colours of the reader's palette."""

    ALLOW_SELECT = False

    ON_PANEL: ClassVar[bool] = False
    """Whether it has the background of a panel."""

    @property
    def inks(self) -> Inks:
        """The colours to draw with."""
        return inks_of(self, panel=self.ON_PANEL)

    def draw(self, y: int, width: int) -> Strip:
        """One line of the widget."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Textual's way to ask for a line."""
        return self.draw(y, self.size.width)
