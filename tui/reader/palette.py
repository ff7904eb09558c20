"""Palettes: what each mark looks like in each theme, as data.

One colour, one meaning: `shared` is what both articles say, `unique` what only one says,
`conflict` where they disagree, `found` what a search found. Every role differs from plain text
by more than colour too (a glyph in the margin, underline, reverse), so that no meaning is lost
where there is no colour. Contrast is at least 4.5:1 (WCAG AA); a test computes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.facts.model import Status

Role = Literal[
    "text",
    "quiet",
    "title",
    "heading",
    "shared",
    "mixed",
    "unique",
    "unique_words",
    "unique_passage",
    "unique_focus",
    "conflict",
    "conflict_words",
    "evidence",
    "differing",
    "found",
    "found_here",
    "focus",
    "focus_bar",
    "selected",
    "ribbon",
    "ribbon_focus",
    "window",
    "key",
    "note",
]
"""What a stretch of the screen is."""

GLYPHS: Mapping[Status, str] = MappingProxyType(
    {"shared": "=", "mixed": "±", "unique": "+", "conflicting": "‼", "none": " "}
)
"""The mark in a passage's margin."""

MEANINGS: Mapping[Status, str] = MappingProxyType(
    {
        "shared": "in both",
        "mixed": "in both, and something only here",
        "unique": "only here",
        "conflicting": "conflict: the two disagree",
        "none": "states no fact",
    }
)
"""The marks in words."""

STATUS_ROLE: Mapping[Status, Role] = MappingProxyType(
    {"shared": "shared", "mixed": "mixed", "unique": "unique", "conflicting": "conflict", "none": "quiet"}
)
"""The role a status is drawn in."""


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """One look of the reader."""

    name: str
    title: str
    dark: bool
    ansi: bool
    """Whether it uses the terminal's own sixteen colours, or none."""
    background: str
    foreground: str
    panel: str
    """Background of what lies over the articles."""
    roles: Mapping[Role, str]
    """A Rich style definition for each role."""


def _coloured(
    name: str,
    title: str,
    *,
    dark: bool,
    background: str,
    foreground: str,
    panel: str,
    quiet: str,
    line: str,
    shared: str,
    unique: str,
    unique_text: str,
    conflict: str,
    on_conflict: str,
    found: str,
    focus: str,
    selected: str,
) -> Palette:
    roles: dict[Role, str] = {
        "text": foreground,
        "quiet": quiet,
        "title": f"bold {foreground}",
        "heading": f"bold {foreground}",
        "shared": shared,
        "mixed": f"bold {shared}",
        "unique": unique,
        "unique_words": f"underline {unique}",
        "unique_passage": unique_text,
        "unique_focus": f"bold underline {unique}",
        "conflict": f"bold {conflict}",
        "conflict_words": f"bold {on_conflict} on {conflict}",
        "evidence": f"bold {shared}",
        "differing": f"italic {unique}",
        "found": f"{background} on {found}",
        "found_here": f"bold underline {background} on {found}",
        "focus": f"on {focus}",
        "focus_bar": f"bold {foreground}",
        "selected": f"{foreground} on {selected}",
        "ribbon": line,
        "ribbon_focus": f"bold {foreground}",
        "window": foreground,
        "key": f"bold {shared}",
        "note": f"italic {found}",
    }
    return Palette(name, title, dark, False, background, foreground, panel, MappingProxyType(roles))


def _terminal(
    name: str, title: str, *, dark: bool, shared: str, unique: str, conflict: str, found: str
) -> Palette:
    roles: dict[Role, str] = {
        "text": "default",
        "quiet": "dim",
        "title": "bold",
        "heading": "bold",
        "shared": shared,
        "mixed": f"bold {shared}",
        "unique": unique,
        "unique_words": f"underline {unique}",
        "unique_passage": "none",
        "unique_focus": f"bold underline {unique}",
        "conflict": f"bold {conflict}",
        "conflict_words": "bold bright_white on red",
        "evidence": f"bold {shared}",
        "differing": f"italic {unique}",
        "found": f"reverse {found}",
        "found_here": f"bold underline reverse {found}",
        "focus": "none",
        "focus_bar": "bold",
        "selected": "reverse",
        "ribbon": "dim",
        "ribbon_focus": "bold",
        "window": "bold",
        "key": f"bold {shared}",
        "note": f"italic {found}",
    }
    background, foreground = "ansi_default", "ansi_default"
    return Palette(name, title, dark, True, background, foreground, background, MappingProxyType(roles))


_PLAIN: dict[Role, str] = {
    "text": "none",
    "quiet": "dim",
    "title": "bold",
    "heading": "bold",
    "shared": "none",
    "mixed": "bold",
    "unique": "none",
    "unique_words": "underline",
    "unique_passage": "none",
    "unique_focus": "bold underline",
    "conflict": "bold",
    "conflict_words": "bold reverse",
    "evidence": "bold",
    "differing": "italic",
    "found": "reverse",
    "found_here": "bold underline reverse",
    "focus": "none",
    "focus_bar": "bold",
    "selected": "reverse",
    "ribbon": "dim",
    "ribbon_focus": "bold",
    "window": "bold",
    "key": "bold",
    "note": "italic",
}

PALETTES: tuple[Palette, ...] = (
    _coloured(
        "dark",
        "Dark",
        dark=True,
        background="#15181e",
        foreground="#d5d9e0",
        panel="#1c2129",
        quiet="#8a93a3",
        line="#748196",
        shared="#79b8f2",
        unique="#e3b86b",
        unique_text="#d9c7a2",
        conflict="#ff8a7a",
        on_conflict="#15181e",
        found="#c9a4f5",
        focus="#232a35",
        selected="#3d4a63",
    ),
    _coloured(
        "light",
        "Light",
        dark=False,
        background="#fbfaf7",
        foreground="#23272e",
        panel="#f0eee8",
        quiet="#5b626d",
        line="#7d8490",
        shared="#1459a6",
        unique="#8a5200",
        unique_text="#6a4a1c",
        conflict="#b3261e",
        on_conflict="#fbfaf7",
        found="#6a3fa6",
        focus="#ebe8df",
        selected="#c9d6ea",
    ),
    # Hues of Okabe and Ito's set, told apart with every common colour vision.
    _coloured(
        "colour-blind",
        "Colour-blind (Okabe-Ito)",
        dark=True,
        background="#101317",
        foreground="#dfe3e8",
        panel="#191e25",
        quiet="#929baa",
        line="#788394",
        shared="#56b4e9",
        unique="#f0e442",
        unique_text="#ded9a6",
        conflict="#e69f00",
        on_conflict="#101317",
        found="#cc79a7",
        focus="#222932",
        selected="#3b485c",
    ),
    _terminal(
        "ansi",
        "Terminal colours, dark",
        dark=True,
        shared="cyan",
        unique="yellow",
        conflict="bright_red",
        found="bright_magenta",
    ),
    _terminal(
        "ansi-light",
        "Terminal colours, light",
        dark=False,
        shared="blue",
        unique="magenta",
        conflict="red",
        found="blue",
    ),
    Palette(
        "plain",
        "No colour",
        True,
        True,
        "ansi_default",
        "ansi_default",
        "ansi_default",
        MappingProxyType(_PLAIN),
    ),
)
"""Every look, in the order the theme key goes through them."""


def palette(name: str) -> Palette:
    """The palette of a name.

    Raises:
        KeyError: There is none of that name.
    """
    for found in PALETTES:
        if found.name == name:
            return found
    raise KeyError(name)
