"""Who speaks: the words beside a reporting verb, and whom they name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from tui.language.progress import UNTOLD, Share
from tui.language.values import gazetteer as gaz
from tui.language.values.model import Name, QuoteSpan
from tui.language.values.quote_marks import Marked, marked
from tui.language.values.tables import word_list


def reporting(verbs: str) -> re.Pattern[str]:
    """A pattern for any of these verbs, or `according to`, as whole words.

    The first letter comes first, what may not stand before it after: so few places are looked at closely.
    """
    words = sorted([*word_list(verbs), "According to", "according to"])
    ways = (
        rf"{letter}(?<!\w.)(?:{'|'.join(word[1:] for word in group)})"
        for letter, group in groupby(words, key=itemgetter(0))
    )
    return re.compile(rf"(?:{'|'.join(ways)})\b")


REPORTING = reporting(
    "said says say saying told tells telling added adds adding asked asks stated states wrote writes "
    "tweeted posted replied explained explains insisted insists argued argues warned warns warning "
    "claimed claims announced declared noted notes admitted acknowledged testified recalled recounted "
    "continued remarked commented concluded suggested suggests complained boasted joked called described "
    "describes emphasised emphasized stressed confirmed denied revealed demanded urged pleaded shouted "
    "yelled cried reiterated repeated indicated predicted quipped responded answered observed promised "
    "vowed pledged asserted alleged expressed read reads"
)
PRONOUN = re.compile(r"\b(?:he|she|they|He|She|They)\b")
# The mark comes first, what may not stand before it after: so few places are looked at closely.
SENTENCE_END = re.compile(
    r"[.!?\n](?:(?<=\n)|(?=\s|$)"
    r"(?<!\bMr[.!?])(?<!\bDr[.!?])(?<!\bMrs[.!?])(?<!\bLt[.!?])(?<!\bSt[.!?])(?<!\b[A-Z][.!?]))"
)

LONGEST_SENTENCE = 400
"""Characters within which a sentence's beginning is looked for."""


def is_pronoun(words: str) -> bool:
    """Whether the words that name a speaker are a pronoun."""
    return PRONOUN.fullmatch(words) is not None


class Speaker(NamedTuple):
    """Who speaks: the words that say so, and the name when it is one."""

    span: tuple[int, int]
    name: str = ""
    pronoun: str = ""


class SpeechNames:
    """The names of a text outside its quotations, by place."""

    def __init__(self, text: str, found: Sequence[Name], share: Share = UNTOLD) -> None:
        """Take a text with its names.

        Args:
            text: The text.
            found: Its names, as `names` gives them.
            share: Told how far the work is.
        """
        self.text = text
        share.tell(0.0)
        self.quoted = marked(text)
        """The stretches in quotation marks."""
        share.tell(0.5)
        self.sentence_ends = [end.end() for end in SENTENCE_END.finditer(text)]
        starts = [span.start for span in self.quoted]
        self.list = [n for n in found if not _inside(n, self.quoted, starts)]
        """The names."""
        self._starts = [n.start for n in self.list]
        self.full = {n.text.split()[-1]: n.text for n in self.list if n.kind == "person" and " " in n.text}

    def between(self, start: int, end: int) -> list[Name]:
        """Names that lie wholly between two places."""
        found = self.list[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [n for n in found if n.end <= end]

    def sentence_start(self, before: int) -> int:
        """Where the sentence begins that goes on at a place; at most `LONGEST_SENTENCE` before it."""
        k = bisect_right(self.sentence_ends, before) - 1
        return max(0, before - LONGEST_SENTENCE, self.sentence_ends[k] if k >= 0 else 0)

    def whole(self, name: Name) -> str:
        """The full name, when a surname stands for one told elsewhere."""
        return self.full.get(name.text, name.text)


def _inside(name: Name, spans: Sequence[Marked], starts: list[int]) -> bool:
    k = bisect_right(starts, name.start) - 1
    return k >= 0 and name.start < spans[k].end


def subject_after(text: str, people: SpeechNames, start: int, stop: int) -> Speaker | None:
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
        return Speaker((person.start, person.end), people.whole(person))
    pronoun = PRONOUN.match(text, first)
    if pronoun:
        return Speaker(pronoun.span(), pronoun=pronoun.group().lower())
    return described(text, *phrase)


def subject_phrase(text: str, people: SpeechNames, start: int, end: int) -> Speaker | None:
    """The speaker in the words between a quotation and its verb."""
    pronoun = PRONOUN.match(text, start)
    if pronoun and (pronoun.end() == end or text[pronoun.end() : end].strip()[:1] != ""):
        return Speaker(pronoun.span(), pronoun=pronoun.group().lower())
    found = [n for n in people.between(start, end) if not _owns(text, n)]  # Reid's spokesman said
    head = re.match(r"[^,]*", text[start:end])
    head_end = start + (head.end() if head else 0)
    persons = [n for n in found if n.kind == "person"]
    in_head = [n for n in persons if n.end <= head_end]
    if in_head:
        return Speaker((in_head[-1].start, in_head[-1].end), people.whole(in_head[-1]))
    if found and found[0].start - start <= len("the ") + len(found[0].role) and found[0].kind != "place":
        return Speaker((found[0].start, found[0].end), people.whole(found[0]))
    if persons and text[persons[0].start - 2 : persons[0].start] == ", ":
        return Speaker((persons[0].start, persons[0].end), people.whole(persons[0]))
    ending = next((n for n in found if n.end == head_end and n.kind == "other"), None)
    if ending is not None:
        return Speaker((ending.start, ending.end), people.whole(ending))
    return described(text, start, head_end)


_DESCRIBED = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Mm]any)\s|[^\W\d_]+s\b|[Pp]olice\b"
)
_FEW_WORDS = 9


def described(text: str, start: int, end: int) -> Speaker | None:
    """A speaker without a name: `the officer`, `one woman in Leeds`, `police`."""
    words = text[start:end]
    if not _DESCRIBED.match(words) or len(words.split()) > _FEW_WORDS or "\n" in words:
        return None
    return Speaker((start, end))


_OBLIQUE = re.compile(r"\b(?:of|to|with|by|from|for|in|at|on|against|between|about|than|under|and|or)\s+$")


def subject(text: str, found: Sequence[Name], begin: int) -> Name | None:
    """The first name of a clause that can be its subject: no possessive, not after a preposition."""
    for kind in ("person", "organisation", "other"):
        for name in found:
            ahead = text[max(begin, name.start - 40) : name.start]
            lead = (
                ahead[: len(ahead) - len(name.role)]
                if name.role and ahead.endswith(name.role + " ")
                else ahead
            )
            if name.kind == kind and not _owns(text, name) and not _OBLIQUE.search(lead):
                return name
    return None


def _owns(text: str, name: Name) -> bool:
    """Whether a name is a possessive."""
    return text[name.end : name.end + 2] in {"’s", "'s", "’ ", "' "}


def antecedent(people: SpeechNames, speaker: Speaker, before: int, previous: QuoteSpan | None) -> str:
    """Whom a pronoun means: the subject of its own sentence so far, or of the one or two before.

    A speaker quoted just before goes on speaking, unless another person has come in between.
    """
    if speaker.pronoun == "they":
        return ""
    upto = min(speaker.span[0], before)
    start = people.sentence_start(upto)
    since = previous.end if previous is not None else 0
    for _ in range(3):
        found = [n for n in people.between(start, upto) if _may_be_person(n) and _fits(n, speaker.pronoun)]
        if previous is not None and start <= since and previous.speaker:
            others = {people.whole(n) for n in found if n.start > since} - {previous.speaker}
            if not others:
                return previous.speaker
        actor = subject(people.text, found, start)
        if actor is not None:
            beside = people.between(actor.end, actor.end + 60)[:1]
            if beside and people.text[actor.end : beside[0].start - len(beside[0].role)].strip() == "and":
                return ""  # Ann Reed and Tom Hale went: which of them?
            return people.whole(actor)
        if len({people.whole(n) for n in found}) == 1:
            return people.whole(found[0])
        if start == 0:
            break
        start = people.sentence_start(max(0, start - 2))
    return ""


def _may_be_person(name: Name) -> bool:
    return name.kind == "person" or (name.kind == "other" and " " in name.text)


def _fits(name: Name, pronoun: str) -> bool:
    """Whether a title does not speak against the pronoun."""
    titles = set(name.role.casefold().replace(".", "").split())
    return not titles & (gaz.FEMALE if pronoun == "he" else gaz.MALE)
