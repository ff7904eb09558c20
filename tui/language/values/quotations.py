"""Quotations in a text, and who is said to speak them."""

from __future__ import annotations

import re

from tui.language.progress import UNTOLD, Share
from tui.language.values.model import QuoteSpan
from tui.language.values.names import names
from tui.language.values.quote_marks import Marked
from tui.language.values.speakers import (
    PRONOUN,
    REPORTING,
    SENTENCE_END,
    Speaker,
    SpeechNames,
    antecedent,
    described,
    subject,
    subject_after,
    subject_phrase,
)

_REACH = 220
"""How far from a quotation its attribution may stand, in characters."""
_FRAGMENT = 4
"""Fewer words than this are a title or a phrase lifted out, not a sentence spoken."""


def quotations(text: str, people: SpeechNames | None = None, share: Share = UNTOLD) -> list[QuoteSpan]:
    """The quotations of a text in order, with their speakers where the text is clear.

    Give the whole article: a speaker named beside one part of a quotation speaks all of it, and a
    pronoun stands for the last person who was the subject.

    Args:
        text: Any text; offsets in the result are into it.
        people: The names of the text outside its quotations, when they are known already.
        share: Told how far the work is.
    """
    people = SpeechNames(text, names(text)) if people is None else people
    spans = people.quoted
    numbers = range(len(spans))
    speakers = [_attribution(text, people, spans, i) for i in share.part(0.0, 0.5).each(numbers)]
    made: list[QuoteSpan] = []
    group = 0
    for i, span in enumerate(share.part(0.5, 1.0).each(spans)):
        speaker = speakers[i]
        previous = made[-1] if made else None
        goes_on = previous is not None and _goes_on(text, spans[i - 1], span, speaker is not None)
        if not goes_on:
            group += 1
        name, at = _resolved(people, span, speaker, previous)
        if previous is not None and goes_on and speaker is None:
            name, at = previous.speaker, previous.speaker_span
        words = len(text[span.start : span.end].split())
        made.append(QuoteSpan(span.start, span.end, name, at, group, words < _FRAGMENT))
    return _filled_backwards(made)


def _filled_backwards(made: list[QuoteSpan]) -> list[QuoteSpan]:
    """Give the parts of one utterance the speaker that only a later part names."""
    named = {q.group: q for q in reversed(made) if q.speaker_span is not None}
    return [
        q
        if q.speaker_span is not None or q.group not in named
        else QuoteSpan(
            q.start, q.end, named[q.group].speaker, named[q.group].speaker_span, q.group, q.fragment
        )
        for q in made
    ]


def _goes_on(text: str, before: Marked, here: Marked, attributed: bool) -> bool:
    """Whether two quotations are parts of one utterance: `"No," he said. "Not yet."`."""
    between = text[before.after : here.start - 1]
    if here.continues:
        return True
    if "\n" in between:
        return not attributed and _next_line(between)
    if attributed and REPORTING.search(between) is None:
        return False
    clean = between.strip()
    return len(clean) < 120 and clean.endswith((".", ",", ":")) and clean.count(".") <= 2 and not attributed


def _next_line(between: str) -> bool:
    """Whether a line that starts with a quotation goes on from the line before.

    It does when that line ended in a quotation or in the words that name its speaker.
    """
    tail = between.rstrip("\n \r")
    clause = tail.strip()
    return (
        "\n" not in tail
        and len(clause) < 120
        and clause.count(". ") == 0
        and (not clause or clause == "." or REPORTING.search(clause) is not None)
        and not between[len(tail) :].strip("\n \r")
    )


def _attribution(text: str, people: SpeechNames, spans: list[Marked], i: int) -> Speaker | None:
    """The speaker named beside a quotation: after it, else before it."""
    span = spans[i]
    following = spans[i + 1].start - 1 if i + 1 < len(spans) else len(text)
    previous = spans[i - 1].after if i else 0
    return _after(text, people, span, min(following, span.after + _REACH)) or _before(
        text, people, span, max(previous, span.start - 1 - _REACH)
    )


def _after(text: str, people: SpeechNames, span: Marked, limit: int) -> Speaker | None:
    """`…," Bowman said`, `…," said Bowman, a fellow at …`, `…," according to police`."""
    if text[span.end - 1 : span.end] == "." and text[span.after : span.after + 1] not in {",", ""}:
        rest = text[span.after : limit].lstrip(" ")
        if rest[:1].isupper() and not _opens_with_speech(rest):
            return None  # the quotation ended its sentence
    end = SENTENCE_END.search(text, span.after, limit)
    stop = end.start() if end else limit
    clause = text[span.after : stop]
    verb = REPORTING.search(clause)
    if verb is None:
        return None
    lead = clause[: verb.start()].strip(" ,—–-").strip()  # a no-break space too
    begin = span.after + clause[: verb.start()].find(lead) if lead else span.after
    if not lead:
        return subject_after(text, people, span.after + verb.end(), stop)
    if len(lead) > 110 or lead.split()[0].lower() in {
        "but",
        "which",
        "that",
        "who",
        "because",
        "when",
        "as",
        "in",
    }:
        return None
    return subject_phrase(text, people, begin, begin + len(lead))


_NO_SPEAKER = frozenset({"but", "which", "that", "who", "because", "when", "as", "in", "and", "while"})


def _opens_with_speech(rest: str) -> bool:
    """Whether a speaker and a verb come first (`"Yes." Bowman said`)."""
    verb = REPORTING.search(rest[:60])
    return verb is not None and len(rest[: verb.start()].split()) <= 4


_LEADS = re.compile(
    r"(?:^|[,;]\s)(?:and|but|while|when|as|after|before|because|that|who|which|where|although|though)\s", re.I
)


def _before(text: str, people: SpeechNames, span: Marked, limit: int) -> Speaker | None:
    """`Bowman told reporters: "…`, `According to police, "…`, `Trump spoke of "dividing assets"`."""
    begin = limit
    for end in SENTENCE_END.finditer(text, limit, max(limit, span.start - 1)):
        begin = end.end()
    clause = text[begin : span.start - 1]
    verbs = list(REPORTING.finditer(clause))
    if not verbs:
        return None
    verb = verbs[-1]
    if verb.group().lower() == "according to":
        return subject_after(text, people, begin + verb.end(), span.start - 1)
    lead = clause[: verb.start()]
    pronouns = list(PRONOUN.finditer(lead))
    found = [
        n for n in people.between(begin, begin + len(lead)) if n.kind in {"person", "other", "organisation"}
    ]
    actor = subject(text, found, begin)
    nearest = max(_LEADS.finditer(lead), key=lambda m: m.end(), default=None)
    clause_start = begin + (nearest.end() if nearest else 0)
    if pronouns and (actor is None or begin + pronouns[-1].start() > actor.end):
        pronoun = pronouns[-1]
        if begin + pronoun.start() >= clause_start or actor is None:
            at = begin + pronoun.start(), begin + pronoun.end()
            return Speaker(at, pronoun=pronoun.group().lower())
    if actor is not None:
        return Speaker((actor.start, actor.end), people.whole(actor))
    words = lead.strip()
    if len(words.split()) <= 5 and not found:
        start = begin + len(lead) - len(lead.lstrip())
        return described(text, start, start + len(words))
    return None


def _resolved(
    people: SpeechNames, span: Marked, speaker: Speaker | None, previous: QuoteSpan | None
) -> tuple[str, tuple[int, int] | None]:
    """The speaker's name, a pronoun resolved where only one person can be meant."""
    if speaker is None:
        return "", None
    if not speaker.pronoun:
        return speaker.name, speaker.span
    return antecedent(people, speaker, span.start, previous), speaker.span
