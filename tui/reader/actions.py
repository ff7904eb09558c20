"""Every action of the reader, once: keys, footer, help and palette are all made from this list."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.reader.screen import ReadingScreen

Group = Literal["Walk", "Move", "Search", "Look", "Your own marks", "Articles and reports", "Program"]


@dataclass(frozen=True, slots=True)
class Action:
    """Something the reader can do."""

    id: str
    """Its name in the user's keymap."""
    keys: tuple[str, ...]
    """Its keys, unless the user chooses others; as people write them."""
    title: str
    """What it does, for help and palette."""
    group: Group
    command: str
    """The function of `tui.reader.commands` that does it, with its module."""

    def run(self, screen: ReadingScreen) -> None:
        """Do it. The command is loaded when it is first used: the first frame does not wait for it."""
        module, name = self.command.split(".")
        getattr(import_module(f"tui.reader.commands.{module}"), name)(screen)


ACTIONS: tuple[Action, ...] = (
    Action("next_match", ("]",), "Next match", "Walk", "walk.next_match"),
    Action("previous_match", ("[",), "Previous match", "Walk", "walk.previous_match"),
    Action("next_unique", ("}",), "Next claim that only this article makes", "Walk", "walk.next_unique"),
    Action(
        "previous_unique",
        ("{",),
        "Previous claim that only this article makes",
        "Walk",
        "walk.previous_unique",
    ),
    Action("next_conflict", ("c",), "Next conflict", "Walk", "walk.next_conflict"),
    Action("previous_conflict", ("C",), "Previous conflict", "Walk", "walk.previous_conflict"),
    Action("other_pane", ("tab", "shift+tab"), "The other article", "Walk", "walk.other_pane"),
    Action("left_pane", ("h", "left"), "Article A", "Walk", "walk.left_pane"),
    Action("right_pane", ("l", "right"), "Article B", "Walk", "walk.right_pane"),
    Action("counterpart", ("enter",), "To the counterpart", "Walk", "walk.counterpart"),
    Action("back", ("backspace",), "Back to where you were before the jump", "Walk", "walk.back"),
    Action("down", ("j", "down"), "Next passage", "Move", "move.down"),
    Action("up", ("k", "up"), "Previous passage", "Move", "move.up"),
    Action("half_page_down", ("ctrl+d",), "Half a page down", "Move", "move.half_page_down"),
    Action("half_page_up", ("ctrl+u",), "Half a page up", "Move", "move.half_page_up"),
    Action("page_down", ("space", "pgdn", "ctrl+f"), "A page down", "Move", "move.page_down"),
    Action("page_up", ("b", "pgup", "ctrl+b"), "A page up", "Move", "move.page_up"),
    Action("top", ("g", "home"), "To the beginning", "Move", "move.top"),
    Action("end", ("G", "end"), "To the end", "Move", "move.end"),
    Action("search", ("/",), "Search both articles", "Search", "search.ask"),
    Action("next_hit", ("n",), "Next place found", "Search", "search.next_hit"),
    Action("previous_hit", ("N",), "Previous place found", "Search", "search.previous_hit"),
    Action("ledger", ("o",), "Ledger of claims and conflicts", "Look", "look.ledger"),
    Action("filter", ("f",), "Filter the ledger", "Look", "look.filter_ledger"),
    Action("explain", ("i",), "Explain the passage in focus", "Look", "look.explain"),
    Action("evidence", ("e",), "Mark shared and differing words", "Look", "look.evidence"),
    Action("view", ("s",), "Side by side, aligned rows, or stacked", "Look", "look.view"),
    Action("order", ("S",), "Aligned rows in the order of the other article", "Look", "look.order"),
    Action("lock", ("L",), "Scroll in step, or each on its own", "Look", "look.lock"),
    Action("theme", ("t",), "Next theme", "Look", "look.theme"),
    Action("stricter", ("+", "="), "Match only what is surer", "Look", "look.stricter"),
    Action("looser", ("-",), "Match more", "Look", "look.looser"),
    Action("check", ("m",), "Mark as checked, or not", "Your own marks", "mark.check"),
    Action("note", ("a",), "Write a note", "Your own marks", "mark.note"),
    Action("pin", ("p",), "Pin: these two passages match", "Your own marks", "mark.pin"),
    Action("cut", ("x",), "Cut: these two passages do not match", "Your own marks", "mark.cut"),
    Action("undo", ("u",), "Undo the last mark", "Your own marks", "mark.undo"),
    Action("copy", ("y",), "Copy the passage with its source", "Articles and reports", "files.copy"),
    Action(
        "copy_pair",
        ("Y",),
        "Copy both passages with their sources",
        "Articles and reports",
        "files.copy_pair",
    ),
    Action("report", ("r",), "Text report (made for screen readers)", "Articles and reports", "files.report"),
    Action("export", ("w",), "Write a report to a file", "Articles and reports", "files.export"),
    Action("open", ("O",), "Open two other articles", "Articles and reports", "files.open_articles"),
    Action("reload", ("R",), "Read both articles again", "Articles and reports", "files.reload"),
    Action("help", ("?", "f1"), "Help: all keys and marks", "Program", "look.help_"),
    Action("palette", ("ctrl+p", ":"), "Find any action by name", "Program", "look.palette"),
    Action("close", ("escape",), "Close what is on top; stop a comparison", "Program", "look.close"),
    Action("suspend", ("ctrl+z",), "Suspend (fg comes back)", "Program", "files.suspend"),
    Action("quit", ("q",), "Quit", "Program", "files.quit_"),
)
"""All of them, in the order the help shows."""

BY_ID = {action.id: action for action in ACTIONS}
