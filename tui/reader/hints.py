"""The keys that the footer shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.reader.keys import spoken

HINTS = (
    ("match", "next_match"),
    ("only here", "next_unique"),
    ("conflict", "next_conflict"),
    ("help", "help"),
    ("quit", "quit"),
    ("other side", "other_pane"),
    ("counterpart", "counterpart"),
    ("ledger", "ledger"),
    ("search", "search"),
    ("explain", "explain"),
    ("checked", "check"),
    ("view", "view"),
)
"""What a key does, and the action; what stands first is shown first where there is little room."""

_PAIRS = {"next_match": "previous_match", "next_unique": "previous_unique"}


def hints(keys: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
    """The footer with the keys in use: keys as shown, what they do, the action."""
    found = []
    for words, action in HINTS:
        mine = [*keys[action][:1], *keys.get(_PAIRS.get(action, ""), ())[:1]]
        if mine:
            found.append((" ".join(spoken(key) for key in mine), words, action))
    return found
