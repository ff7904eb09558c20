"""A palette as a Textual theme, for what Textual draws itself: borders, inputs, its list of commands."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from tui.reader.palette import Palette


def theme_name(look: Palette) -> str:
    """What Textual is to call a palette."""
    return f"diptych-{look.name}"


def theme(look: Palette) -> Theme:
    """The theme of a palette."""
    if look.ansi:
        plain = look.name == "plain"
        accent = "ansi_default" if plain else "ansi_cyan" if look.dark else "ansi_blue"
        return Theme(
            name=theme_name(look),
            primary=accent,
            secondary=accent,
            warning=accent,
            error=accent,
            success=accent,
            accent=accent,
            foreground="ansi_default",
            background="ansi_default",
            surface="ansi_default",
            panel="ansi_default",
            boost="ansi_default",
            dark=look.dark,
            ansi=True,
            # Textual's own style sheets use variables that only its ANSI themes define.
            variables=BUILTIN_THEMES["ansi-dark" if look.dark else "ansi-light"].variables,
        )
    accent = look.roles["shared"]
    return Theme(
        name=theme_name(look),
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=look.roles["unique"],
        error=look.roles["conflict"].split()[-1],
        success=accent,
        foreground=look.foreground,
        background=look.background,
        surface=look.background,
        panel=look.panel,
        dark=look.dark,
    )
