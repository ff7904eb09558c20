"""Strangers' text made fit to be shown: nothing in it can steer a terminal or break a line."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text on one line, control characters as visible stand-ins; of the same length."""
    return _HIDDEN.sub(_stand_in, _BREAK.sub(" ", text))


def _stand_in(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
