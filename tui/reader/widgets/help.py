"""Help: every key and every mark, from the registry."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.reader.actions import ACTIONS
from tui.reader.keys import spoken
from tui.reader.paint import Inks
from tui.reader.palette import GLYPHS, MEANINGS, STATUS_ROLE
from tui.reader.widgets.canvas import inks_of
from tui.reader.widgets.over import Over
from tui.reader.widgets.overview import FILLS
from tui.settings.keymap import Keymap


class HelpScreen(Over[None]):
    """All keys and marks."""

    BINDINGS: ClassVar[list[BindingType]] = [("question_mark,f1", "dismiss", "Close")]

    def __init__(self, keymap: Keymap) -> None:
        """Show the keys in use."""
        super().__init__()
        self.keymap = keymap

    def compose(self) -> ComposeResult:
        """The text, in a box that scrolls."""
        box = VerticalScroll(Static(help_text(self.keymap, inks_of(self))), classes="box")
        box.border_title = "Help · Esc closes"
        yield box

    def on_mount(self) -> None:
        """Scroll with the keys at once."""
        self.query_one(VerticalScroll).focus()


def help_text(keymap: Keymap, styles: Inks) -> Text:
    """The whole help."""
    said = Text()
    said.append("In the margin\n", styles.mark("heading"))
    for status, meaning in MEANINGS.items():
        if status != "none":
            said.append(f"  {GLYPHS[status]}  {FILLS[status]} ", styles.mark(STATUS_ROLE[status]))
            said.append(f" {meaning}\n")
    said.append("  ▌  in focus    ▏ belongs to it across    ✎ your note\n", styles.mark("text"))
    said.append("Between the articles\n", styles.mark("heading"))
    said.append("  ──  a match    ┄┄  perhaps a match: less than even odds\n", styles.mark("text"))
    said.append("In the text\n", styles.mark("heading"))
    said.append("  ").append("words", styles.mark("unique_words")).append("  only this article says it\n")
    said.append("  ").append("words", styles.mark("conflict_words")).append(
        "  the other article says otherwise\n"
    )
    said.append("  ").append("words", styles.mark("evidence")).append("  ")
    said.append("words", styles.mark("differing")).append("  with e: in both, in one only\n")
    group = ""
    for action in ACTIONS:
        if action.group != group:
            group = action.group
            said.append(f"{group}\n", styles.mark("heading"))
        keys = "  ".join(spoken(key) for key in keymap.keys[action.id]) or "no key"
        said.append(f"  {keys:<18}", styles.mark("key")).append(f"{action.title}\n")
    said.append("In the ledger\n", styles.mark("heading"))
    for keys, words in (
        ("Enter", "Go there; the ledger stays open"),
        ("S", "By weight, or in the order of the articles"),
        ("v", "Claims and conflicts, or who is quoted"),
        ("f  /", "Filter: words, a side (a, b), a kind (number, date, name, quotation, conflict), -not"),
        ("m  a", "Checked; note"),
        ("Tab", "Back to the articles; o returns, o again closes"),
    ):
        said.append(f"  {keys:<18}", styles.mark("key")).append(f"{words}\n")
    said.append("Mouse\n", styles.mark("heading"))
    said.append(
        "  Click a passage, a ribbon or the map to go there; drag to select, y copies; the wheel scrolls.\n"
    )
    said.rstrip()
    return said
