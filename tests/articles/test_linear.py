"""Nothing that a text holds can make reading slow: a megabyte of each pattern's worst case."""

import time
from pathlib import Path

import pytest

import tui
from tui.articles import dates, furniture
from tui.articles.decode import decode
from tui.language.visible import visible

MEGABYTE = 1_000_000
HANG = 40
"""Seconds of computing: twenty times what the slowest takes, so that a slow machine passes; a cost that
grows with the square of the text takes many minutes."""
WORST = {
    "words": "word ",
    "no blank": "x",
    "dots": ".",
    "spaced dots": ". ",
    "closing quotes": ".”",
    "footnotes": ".[1]",
    "open brackets": "(",
    "open footnote": ".[11",
    "abbreviations": "U.S. ",
    "initials": "A. ",
    "exclamations": "A!” Bo ",
    "attributions": "A!” Bo van de al el ",
    "blanks": "\u00a0",
    "wide full stops": "。",
    "wide quotes": "。」と",
    "guillemets": ". »",
    "commas": "By A, ",
    "names": "A ",
    "dates": "18 March ",
    "slashes": "1/1/",
    "menu": "a | ",
    "dashes": "A-",
    "marks": "e\u0301\u0301\u0301\u0301\u0301",
    "emoji": "👨\u200d",
    "tags": "\U0001f3f4\U000e0061",
    "escapes": "\x1b[",
    "camel": ". iP",
    "apostrophes": "a'",
    "numbers": "1. ",
    "colons": "a:",
}


@pytest.mark.parametrize("name", WORST)
def test_a_megabyte_in_one_paragraph(name: str, tmp_path: Path) -> None:
    unit = WORST[name]
    text = "Words x" + unit * (MEGABYTE // len(unit)) + "y"
    began = time.process_time()
    visible(text)
    for length in range(20, furniture.LONGEST + 1, 20):  # what only ever sees a short line
        line = text[:length]
        furniture.is_furniture(line)
        furniture.is_furniture(text[7 : 7 + length])
        dates.find_byline("By " + text[7 : 7 + length])
        dates.is_date_line(text[7 : 7 + length] + "1")
        dates.find_date(line)
        dates.find_dateline(text[7 : 7 + length])
    path = tmp_path / "worst.txt"
    path.write_text(text, encoding="utf-8")
    tui.read(str(path))
    assert time.process_time() - began < HANG


@pytest.mark.parametrize("unit", ["\r", "\r\n", "\u2028", "\xe9", "\x00"])
def test_a_megabyte_to_decode(unit: str) -> None:
    data = (unit * MEGABYTE).encode("cp1252", "replace")
    began = time.process_time()
    decode(data)
    assert time.process_time() - began < HANG


@pytest.mark.parametrize(
    "line", ["word\n", "Some Heading\n\n", "A line of text that is long enough to be read as one.\n"]
)
def test_many_lines(line: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(line * 25_000, encoding="utf-8")
    few = len(tui.read(str(path)).passages)
    path.write_text(line * 50_000, encoding="utf-8")
    began = time.process_time()
    assert len(tui.read(str(path)).passages) == 2 * few
    assert time.process_time() - began < HANG
