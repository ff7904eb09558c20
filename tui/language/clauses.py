"""Cutting a sentence into the clauses and phrases that a person would read as one fact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.language.progress import UNTOLD, Share
from tui.language.words import Word, words

LEAST_WORDS = 4
"""Words below which a piece is joined to the one before it: no fact is stated in fewer."""

_BREAK = re.compile(
    r"[,;:()\[\]—–“”\"«»„。、，；：！？]"
    r"|(?<=\s)-{1,2}(?=\s)"
    r"|\b(?:and|but|or|who|which|that|as|while|after|before|when|because|where|with|whose|since|although"
    r"|though|if|for|by|in|on|at|from|to|during|into|near|off|over|between|through|under|until)\b",
    re.IGNORECASE,
)
"""Where a clause may begin. The words are English; in other languages punctuation alone decides."""


def clauses(text: str, found: Sequence[Word] | None = None, share: Share = UNTOLD) -> list[tuple[int, int]]:
    """Spans of the clauses of a sentence, in order; together they cover it.

    Args:
        text: The sentence.
        found: Its words, where they are known already.
        share: Told how far a long text is cut.

    Returns:
        Start and end offsets; a text without words is one clause.
    """
    starts = [word.start for word in (words(text) if found is None else found)]
    cuts = [0]
    done = 0
    for match in share.matches(_BREAK, text):
        at = match.start() if match.group()[0].isalpha() else match.end()
        reached = done
        while reached < len(starts) and starts[reached] < at:
            reached += 1
        if reached - done >= LEAST_WORDS:
            cuts.append(at)
            done = reached
    if len(starts) - done < LEAST_WORDS and len(cuts) > 1:
        cuts.pop()
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))
