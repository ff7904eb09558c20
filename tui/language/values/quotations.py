"""Quotations in a text, and who is said to speak them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tui.language.values import gazetteer as gaz
from tui.language.values.model import Name, QuoteSpan
from tui.language.values.names import names
from tui.language.values.quote_marks import Marked, marked

_VERB = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|added|adds|adding|asked|asks|stated|states|wrote|writes|tweeted"
    r"|posted|replied|explained|explains|insisted|insists|argued|argues|warned|warns|warning|claimed|claims"
    r"|announced|declared|noted|notes|admitted|acknowledged|testified|recalled|recounted|continued|remarked"
    r"|commented|concluded|suggested|suggests|complained|boasted|joked|called|described|describes|emphasi[sz]ed"
    r"|stressed|confirmed|denied|revealed|demanded|urged|pleaded|shouted|yelled|cried|reiterated|repeated"
    r"|indicated|predicted|quipped|responded|answered|observed|promised|vowed|pledged|asserted|alleged|expressed"
    r"|read|reads|[Aa]ccording to)\b"
)
_PRONOUN = re.compile(r"\b(?:he|she|they|He|She|They)\b")
_SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bLt)(?<!\bSt)(?<!\b[A-Z])[.!?](?=\s|$)|\n")
_REACH = 220
"""How far from a quotation its attribution may stand, in characters."""
_FRAGMENT = 4
"""Fewer words than this are a title or a phrase lifted out, not a sentence spoken."""


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks: the words that say so, and the name when it is one."""

    span: tuple[int, int]
    name: str = ""
    pronoun: str = ""


def quotations(text: str, found_names: Sequence[Name] | None = None) -> list[QuoteSpan]:
    """The quotations of a text in order, with their speakers where the text is clear.

    Give the whole article: a speaker named beside one part of a quotation speaks all of it, and a
    pronoun stands for the last person who was the subject.

    Args:
        text: Any text; offsets in the result are into it.
        found_names: The names of the text, when they are known already.
    """
    spans = marked(text)
    people = _Names(text, names(text) if found_names is None else found_names, spans)
    speakers = [_attribution(text, people, spans, i) for i in range(len(spans))]
    made: list[QuoteSpan] = []
    group = 0
    for i, span in enumerate(spans):
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


class _Names:
    """The names of a text outside its quotations, by place."""

    def __init__(self, text: str, found: Sequence[Name], spans: Sequence[Marked]) -> None:
        self.text = text
        starts = [span.start for span in spans]
        self.list = [n for n in found if not _inside(n, spans, starts)]
        self._starts = [n.start for n in self.list]
        self.full = {n.text.split()[-1]: n.text for n in self.list if n.kind == "person" and " " in n.text}

    def between(self, start: int, end: int) -> list[Name]:
        """Names that lie wholly between two places."""
        found = self.list[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [n for n in found if n.end <= end]

    def whole(self, name: Name) -> str:
        """The full name, when a surname stands for one told elsewhere."""
        return self.full.get(name.text, name.text)


def _inside(name: Name, spans: Sequence[Marked], starts: list[int]) -> bool:
    k = bisect_right(starts, name.start) - 1
    return k >= 0 and name.start < spans[k].end


def _goes_on(text: str, before: Marked, here: Marked, attributed: bool) -> bool:
    """Whether two quotations are parts of one utterance: `"No," he said. "Not yet."`."""
    between = text[before.after : here.start - 1]
    if here.continues:
        return True
    if "\n" in between:
        return not attributed and _next_line(between)
    if attributed and _VERB.search(between) is None:
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
        and (not clause or clause == "." or _VERB.search(clause) is not None)
        and not between[len(tail) :].strip("\n \r")
    )


def _attribution(text: str, people: _Names, spans: list[Marked], i: int) -> _Speaker | None:
    """The speaker named beside a quotation: after it, else before it."""
    span = spans[i]
    following = spans[i + 1].start - 1 if i + 1 < len(spans) else len(text)
    previous = spans[i - 1].after if i else 0
    return _after(text, people, span, min(following, span.after + _REACH)) or _before(
        text, people, span, max(previous, span.start - 1 - _REACH)
    )


def _after(text: str, people: _Names, span: Marked, limit: int) -> _Speaker | None:
    """`…," Bowman said`, `…," said Bowman, a fellow at …`, `…," according to police`."""
    if text[span.end - 1 : span.end] == "." and text[span.after : span.after + 1] not in {",", ""}:
        rest = text[span.after : limit].lstrip(" ")
        if rest[:1].isupper() and not _opens_with_speech(rest):
            return None  # the quotation ended its sentence
    end = _SENTENCE_END.search(text, span.after, limit)
    stop = end.start() if end else limit
    clause = text[span.after : stop]
    verb = _VERB.search(clause)
    if verb is None:
        return None
    lead = clause[: verb.start()].strip(" ,—–-")
    begin = span.after + clause[: verb.start()].find(lead) if lead else span.after
    if not lead:
        return _subject_after(text, people, span.after + verb.end(), stop)
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
    return _phrase(text, people, begin, begin + len(lead))


_NO_SPEAKER = frozenset({"but", "which", "that", "who", "because", "when", "as", "in", "and", "while"})


def _opens_with_speech(rest: str) -> bool:
    """Whether a speaker and a verb come first (`"Yes." Bowman said`)."""
    verb = _VERB.search(rest[:60])
    return verb is not None and len(rest[: verb.start()].split()) <= 4


def _subject_after(text: str, people: _Names, start: int, stop: int) -> _Speaker | None:
    """The speaker after the verb: `said Bowman`, `said the governor, Ali Reza`."""
    found = [n for n in people.between(start, min(stop, start + 120)) if n.kind in {"person", "other"}]
    words = re.match(r"[^,;.\n]{1,90}", text[start:stop])
    if words is None or not words.group().strip():
        return None
    first = start + len(words.group()) - len(words.group().lstrip())
    phrase = (first, start + len(words.group().rstrip()))
    inside = [n for n in found if n.end <= phrase[1]]
    after = [n for n in found if phrase[1] < n.start <= phrase[1] + 3]
    person = next((n for n in reversed(inside) if n.kind == "person"), None)
    if person is None and after and after[0].kind in {"person", "other"}:
        person = after[0]  # said the governor, Ali Reza
    person = person or (inside[0] if inside and inside[0].start == first else None)
    if person is not None:
        return _Speaker((person.start, person.end), people.whole(person))
    pronoun = _PRONOUN.match(text, first)
    if pronoun:
        return _Speaker(pronoun.span(), pronoun=pronoun.group().lower())
    return _described(text, *phrase)


def _phrase(text: str, people: _Names, start: int, end: int) -> _Speaker | None:
    """The speaker in the words between a quotation and its verb."""
    pronoun = _PRONOUN.match(text, start)
    if pronoun and (pronoun.end() == end or text[pronoun.end() : end].strip()[:1] != ""):
        return _Speaker(pronoun.span(), pronoun=pronoun.group().lower())
    found = people.between(start, end)
    subject = re.match(r"[^,]*", text[start:end])
    head_end = start + (subject.end() if subject else 0)
    persons = [n for n in found if n.kind == "person"]
    in_head = [n for n in persons if n.end <= head_end]
    if in_head:
        return _Speaker((in_head[-1].start, in_head[-1].end), people.whole(in_head[-1]))
    if found and found[0].start - start <= len("the ") + len(found[0].role) and found[0].kind != "place":
        return _Speaker((found[0].start, found[0].end), people.whole(found[0]))
    if persons and text[persons[0].start - 2 : persons[0].start] == ", ":
        return _Speaker((persons[0].start, persons[0].end), people.whole(persons[0]))
    ending = next((n for n in found if n.end == head_end and n.kind == "other"), None)
    if ending is not None:
        return _Speaker((ending.start, ending.end), people.whole(ending))
    return _described(text, start, head_end)


_DESCRIBED = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Mm]any)\s|[^\W\d_]+s\b|[Pp]olice\b"
)
_FEW_WORDS = 9


def _described(text: str, start: int, end: int) -> _Speaker | None:
    """A speaker without a name: `the officer`, `one woman in Leeds`, `police`."""
    words = text[start:end]
    if not _DESCRIBED.match(words) or len(words.split()) > _FEW_WORDS or "\n" in words:
        return None
    return _Speaker((start, end))


_LEADS = re.compile(
    r"(?:^|[,;]\s)(?:and|but|while|when|as|after|before|because|that|who|which|where|although|though)\s", re.I
)


def _before(text: str, people: _Names, span: Marked, limit: int) -> _Speaker | None:
    """`Bowman told reporters: "…`, `According to police, "…`, `Trump spoke of "dividing assets"`."""
    begin = limit
    for end in _SENTENCE_END.finditer(text, limit, max(limit, span.start - 1)):
        begin = end.end()
    clause = text[begin : span.start - 1]
    verbs = list(_VERB.finditer(clause))
    if not verbs:
        return None
    verb = verbs[-1]
    if verb.group().lower() == "according to":
        return _subject_after(text, people, begin + verb.end(), span.start - 1)
    lead = clause[: verb.start()]
    pronouns = list(_PRONOUN.finditer(lead))
    found = [
        n for n in people.between(begin, begin + len(lead)) if n.kind in {"person", "other", "organisation"}
    ]
    subject = _subject(text, found, begin)
    nearest = max(_LEADS.finditer(lead), key=lambda m: m.end(), default=None)
    clause_start = begin + (nearest.end() if nearest else 0)
    if pronouns and (subject is None or begin + pronouns[-1].start() > subject.end):
        pronoun = pronouns[-1]
        if begin + pronoun.start() >= clause_start or subject is None:
            at = begin + pronoun.start(), begin + pronoun.end()
            return _Speaker(at, pronoun=pronoun.group().lower())
    if subject is not None:
        return _Speaker((subject.start, subject.end), people.whole(subject))
    words = lead.strip()
    if len(words.split()) <= 5 and not found:
        start = begin + len(lead) - len(lead.lstrip())
        return _described(text, start, start + len(words))
    return None


_OBLIQUE = re.compile(r"\b(?:of|to|with|by|from|for|in|at|on|against|between|about|than|under|and|or)\s+$")


def _subject(text: str, found: Sequence[Name], begin: int) -> Name | None:
    """The first name of a clause that can be its subject: no possessive, not after a preposition."""
    for kind in ("person", "organisation", "other"):
        for name in found:
            ahead = text[max(begin, name.start - 40) : name.start]
            lead = (
                ahead[: len(ahead) - len(name.role)]
                if name.role and ahead.endswith(name.role + " ")
                else ahead
            )
            owned = text[name.end : name.end + 2] in {"’s", "'s", "’ ", "' "}
            if name.kind == kind and not owned and not _OBLIQUE.search(lead):
                return name
    return None


def _resolved(
    people: _Names, span: Marked, speaker: _Speaker | None, previous: QuoteSpan | None
) -> tuple[str, tuple[int, int] | None]:
    """The speaker's name, a pronoun resolved where only one person can be meant."""
    if speaker is None:
        return "", None
    if not speaker.pronoun:
        return speaker.name, speaker.span
    return _antecedent(people, speaker, span, previous), speaker.span


def _antecedent(people: _Names, speaker: _Speaker, span: Marked, previous: QuoteSpan | None) -> str:
    """Whom a pronoun means: the subject of its own sentence so far, or of the one or two before.

    A speaker quoted just before goes on speaking, unless another person has come in between.
    """
    if speaker.pronoun == "they":
        return ""
    upto = min(speaker.span[0], span.start)
    start = _sentence_start(people.text, upto)
    since = previous.end if previous is not None else 0
    for _ in range(3):
        found = [n for n in people.between(start, upto) if _may_be_person(n) and _fits(n, speaker.pronoun)]
        if previous is not None and start <= since and previous.speaker:
            others = {people.whole(n) for n in found if n.start > since} - {previous.speaker}
            if not others:
                return previous.speaker
        subject = _subject(people.text, found, start)
        if subject is not None:
            return people.whole(subject)
        if len({people.whole(n) for n in found}) == 1:
            return people.whole(found[0])
        if start == 0:
            break
        start = _sentence_start(people.text, max(0, start - 2))
    return ""


def _may_be_person(name: Name) -> bool:
    return name.kind == "person" or (name.kind == "other" and " " in name.text)


def _sentence_start(text: str, before: int) -> int:
    start = max(0, before - 400)
    last = start
    for end in _SENTENCE_END.finditer(text, start, before):
        last = end.end()
    return last


def _fits(name: Name, pronoun: str) -> bool:
    """Whether a title does not speak against the pronoun."""
    titles = set(name.role.casefold().replace(".", "").split())
    return not titles & (gaz.FEMALE if pronoun == "he" else gaz.MALE)
