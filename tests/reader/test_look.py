"""Palettes: contrast by the formula of WCAG 2, and no meaning by colour alone."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.style import Style
from rich.terminal_theme import TerminalTheme

from tui.reader.palette import GLYPHS, PALETTES, Palette
from tui.reader.widgets.overview import FILLS

AA = 4.5
DECORATION = {"ribbon"}
"""Lines that carry no text: 3:1 is what WCAG asks of graphics."""

XTERM = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
]  # fmt: skip
"""The sixteen colours as xterm has them."""


def luminance(rgb: tuple[int, int, int]) -> float:
    parts = [c / 255 for c in rgb]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], two: tuple[int, int, int]) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def rgb(color: Color | None, default: tuple[int, int, int], palette: Palette) -> tuple[int, int, int]:
    if color is None or color.is_default:
        return default
    dark, light = ((0, 0, 0), (229, 229, 229)), ((255, 255, 255), (0, 0, 0))
    ground, ink = dark if palette.dark else light
    theme = TerminalTheme(ground, ink, XTERM[:8], XTERM[8:])
    return tuple(color.get_truecolor(theme))  # type: ignore[return-value]


def grounds(palette: Palette) -> dict[str, tuple[int, int, int]]:
    if palette.ansi:
        return {"terminal": (0, 0, 0) if palette.dark else (255, 255, 255)}
    focus = palette.roles["focus"].removeprefix("on ")
    return {
        name: tuple(Color.parse(colour).get_truecolor())  # type: ignore[misc]
        for name, colour in (("background", palette.background), ("panel", palette.panel), ("focus", focus))
    }


def worst(palette: Palette) -> dict[str, float]:
    found = {}
    for role, definition in palette.roles.items():
        style = Style.parse(definition)
        for name, ground in grounds(palette).items():
            ink = (229, 229, 229) if palette.dark else (0, 0, 0)
            if not palette.ansi:
                ink = tuple(Color.parse(palette.foreground).get_truecolor())  # type: ignore[assignment]
            front, back = rgb(style.color, ink, palette), rgb(style.bgcolor, ground, palette)
            found[f"{role} on {name}"] = contrast(front, back)
    return found


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
class TestPalettes:
    def test_contrast_is_at_least_aa(self, palette: Palette) -> None:
        for where, ratio in worst(palette).items():
            least = 3.0 if where.split()[0] in DECORATION else AA
            assert ratio >= least, f"{palette.name}: {where} is {ratio:.2f}:1"

    def test_what_is_marked_in_the_text_differs_by_more_than_colour(self, palette: Palette) -> None:
        def shape(role: str) -> tuple[object, ...]:
            style = Style.parse(palette.roles[role])  # type: ignore[index]
            on_colour = style.bgcolor is not None or style.reverse
            return style.bold, style.italic, style.underline, on_colour

        marked = ("text", "unique_words", "conflict_words", "evidence", "differing", "found_here")
        assert len({shape(role) for role in marked}) == len(marked)


def test_statuses_have_marks_of_their_own() -> None:
    assert len(set(GLYPHS.values())) == len(set(FILLS.values())) == 5
