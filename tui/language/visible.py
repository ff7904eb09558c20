"""Text made safe to show: one visible stand-in for each code point that a screen could obey or hide."""

from __future__ import annotations

import re

CONTROL_STAND_IN = "␦"
"""Shown for C1 controls, bidirectional controls and characters that nobody can see."""
LOST_STAND_IN = "\N{REPLACEMENT CHARACTER}"
"""Shown for lone surrogates and noncharacters, which no output can encode or draw."""

_LOST = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
# Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt) and the C1 controls: drawn as
# nothing, so they can hide words, reorder them, smuggle text, or command an old terminal.
_UNSEEN = (
    "\x80-\x9f"
    "\u034f"  # combining grapheme joiner
    "\u061c"  # Arabic letter mark
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers
    "\u17b4\u17b5"  # Khmer inherent vowels
    "\u180b-\u180f"  # Mongolian variation selectors
    "\u200b-\u200f"  # zero-width space, joiners, direction marks
    "\u202a-\u202e"  # bidirectional embeddings and overrides
    "\u2060-\u206f"  # word joiner, invisible operators, isolates
    "\ufe00-\ufe0f"  # variation selectors
    "\ufeff"  # byte-order mark in the text
    "\ufff0-\ufffb"  # interlinear annotation
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # shorthand and musical controls
    "\U000e0000-\U000e0fff"  # tags and further variation selectors
)
_SUSPECT = re.compile(f"([{_UNSEEN}])|([{_LOST}])|[\\x00-\\x1f\\x7f\\xad\\u2028\\u2029]")
_NAMED = {"\x7f": "␡", "\xad": "-", "\u2028": "␤", "\u2029": "␤"}  # a soft hyphen may become one
_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]")

# Where invisible characters are part of honest writing they stay: emoji with a variation selector or
# joined into one, regional flags spelt in tags, ideographs with a variant, and the joiners that
# Arabic and Indic scripts need between letters.
_EMOJI = r"[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff]"
_HONEST = re.compile(
    rf"(?<={_EMOJI})\ufe0f|(?<=[0-9#*])\ufe0f(?=\u20e3)|(?<={_EMOJI})\ufe0e"
    rf"|(?:(?<={_EMOJI})|(?<=\ufe0f))\u200d(?={_EMOJI})"
    r"|(?<=\U0001f3f4)[\U000e0061-\U000e007a\U000e0030-\U000e0039]{2,6}\U000e007f"
    r"|(?<=[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
    r"|(?<=[\u0600-\u109f\ufb50-\ufefc])[\u200c\u200d](?=[\u0600-\u109f\ufb50-\ufefc])"
)
# Real scripts stack at most four marks on a letter (Tibetan, Hebrew with accents); more is noise
# that climbs over the lines around it.
_MARK = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILE = re.compile(rf"({_MARK}{{4}})({_MARK}+)")


def visible(text: str, *, prose: bool = False) -> str:
    """The text with a visible stand-in for every code point that is not simply drawn.

    Controls, escapes, bidirectional and zero-width characters, lone surrogates and piles of combining
    marks cannot reach a terminal or a reader's eye unnoticed. The result has exactly the length of
    `text`, so offsets into one are offsets into the other.

    Args:
        text: Any string.
        prose: Show tabs and line breaks as a space, as flowing text wants it, rather than as `␉` and `␊`.
    """
    if prose:
        text = _BREAKS.sub(" ", text)
    if _SUSPECT.search(text):
        text = _with_stand_ins(text)
    return _PILE.sub(lambda m: m[1] + CONTROL_STAND_IN * len(m[2]), text)


def _with_stand_ins(text: str) -> str:
    pieces: list[str] = []
    done = 0
    for honest in _HONEST.finditer(text):
        pieces += _SUSPECT.sub(_stand_in, text[done : honest.start()]), honest.group()
        done = honest.end()
    pieces.append(_SUSPECT.sub(_stand_in, text[done:]))
    return "".join(pieces)


def _stand_in(suspect: re.Match[str]) -> str:
    char = suspect.group()
    if suspect[1]:
        return CONTROL_STAND_IN
    if suspect[2]:
        return LOST_STAND_IN
    return _NAMED.get(char) or chr(0x2400 + ord(char))  # the block Control Pictures follows C0
