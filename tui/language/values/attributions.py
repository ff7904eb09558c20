"""Who is said to say what, with quotation marks or without: `…, Bowman said.`, `according to police`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from tui.language.progress import UNTOLD, Share
from tui.language.values.model import Attribution
from tui.language.values.names import names
from tui.language.values.speakers import (
    PRONOUN,
    Speaker,
    SpeechNames,
    antecedent,
    described,
    reporting,
    subject_after,
)

_SAYS = reporting(
    "said says told tells added adds stated states wrote writes reported reports announced confirmed "
    "claimed claims warned testified"
)
_NOUNS = frozenset({"states", "reports", "claims"})
"""Verbs only right after a name: elsewhere they are mostly nouns."""
_IN = re.compile(r"\b(?:in|at|of|from|for|with|near|to)\s(?:the\s)?$")
_ADVERBS = re.compile(r"\s(?:also|later|then|at first|initially|earlier|previously|has|have|had|separately)$")
_REACH = 160
"""How far before its verb a speaker may stand, in characters."""
_LONGEST = 16
"""More characters than a match of `_IN` or `_ADVERBS`, which end where they are looked for, can take."""


def attributions(text: str, people: SpeechNames | None = None, share: Share = UNTOLD) -> list[Attribution]:
    """The sentences that a text ascribes to somebody, in order.

    One for each sentence: its last reporting verb that has a speaker. Verbs inside quotations are
    the speaker's own and do not count.

    Args:
        text: Any text; offsets in the result are into it. Give the whole article, so that pronouns
            and surnames are resolved.
        people: The names of the text outside its quotations, when they are known already.
        share: Told how far the work is.
    """
    people = SpeechNames(text, names(text)) if people is None else people
    ends = [*people.sentence_ends, len(text)]
    quoted_ends = [span.end for span in people.quoted]
    share.tell(0.0)
    said: dict[int, list[re.Match[str]]] = {}
    for verb in _SAYS.finditer(text):
        said.setdefault(bisect_right(ends, verb.start()), []).append(verb)
    made: list[Attribution] = []
    for sentence, told in share.part(0.25, 1.0).each(list(said.items())):
        start, stop = ends[sentence - 1] if sentence else 0, ends[sentence]
        k = bisect_left(quoted_ends, start)
        quoted = [span for span in people.quoted[k : k + 4] if span.start < stop]
        if quoted:
            told = [v for v in told if not any(span.start <= v.start() < span.end for span in quoted)]
        found = next((s for v in reversed(told) if (s := _speaker(people, v, start, stop))), None)
        if found is not None:
            name = found.name or (antecedent(people, found, start, None) if found.pronoun else "")
            first = stop - len(text[start:stop].lstrip())
            made.append(Attribution(first, stop, name, found.span))
    return made


def _speaker(people: SpeechNames, verb: re.Match[str], start: int, stop: int) -> Speaker | None:
    """Who says, for one verb of a sentence: before it, or after it when nothing stands before."""
    text = people.text
    if verb.group().lower() == "according to":
        return subject_after(text, people, verb.end(), stop)
    lead_start = max(start, verb.start() - _REACH)
    lead = text[lead_start : verb.start()].rstrip()
    if not lead or lead[-1] in '”"»':
        return subject_after(text, people, verb.end(), stop)
    end = lead_start + len(lead)
    before = people.between(lead_start, end)
    nearest = before[-1] if before else None
    if (
        nearest is not None
        and nearest.end == end
        and not _IN.search(text, max(lead_start, nearest.start - _LONGEST), nearest.start)
    ):
        return Speaker((nearest.start, nearest.end), people.whole(nearest))
    if verb.group() in _NOUNS:
        return None
    if lead[-1] == ",":
        # Bowman, a fellow at the institute, said
        named = [n for n in before if n.kind == "person" and text[n.end : n.end + 1] == ","]
        if named:
            return Speaker((named[-1].start, named[-1].end), people.whole(named[-1]))
        return subject_after(text, people, verb.end(), stop)
    pronoun = next(iter(PRONOUN.finditer(text, max(lead_start, end - 4), end)), None)
    if pronoun is not None and pronoun.end() == end:
        return Speaker(pronoun.span(), pronoun=pronoun.group().lower())
    opening = max(lead.rfind(", "), lead.rfind("” "), lead.rfind('" '), lead.rfind("\n"), -2)
    first = lead_start + (opening + 2 if opening >= 0 else 0)
    trailing = _ADVERBS.search(text, max(first, end - _LONGEST), end)
    return described(text, first, trailing.start() if trailing else end)
