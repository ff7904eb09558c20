"""Words of a text with what their capitals tell: the ground that names are found on."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from tui.language.values import gazetteer as gaz
from tui.language.values.tables import word_set

LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<dotted>\b(?:[^\W\d_a-z]\.){2,}(?:[A-Z]\b)?)"
    r"|(?P<initial>\b[A-Z]\.(?=[ \u00a0][A-Z]))"
    rf"|(?P<word>{LETTERS}+(?:[’'](?![sS]\b){LETTERS}+)*(?:-{LETTERS}+(?:[’'](?![sS]\b){LETTERS}+)*)*)"
    r"|(?P<own>[’']\s?[sS]\b)"
    r"|(?P<number>\d+)"
    r"|(?P<line>\n)"
    r"|(?P<mark>[^\s\w])"
)
ABBREVIATED = word_set(
    "mr mrs ms dr prof lt sgt capt cmdr gen col maj cpl adm rev sen rep gov jr sr st mt no"
)
_OPENS = frozenset('.!?:“”"„«»‘•|*…')
_LONG_WORD = re.compile(rf"{LETTERS}{{3,}}")
_TITLE_SHARE = 0.8  # of the longer words of a line: above it, capitals tell nothing


@dataclass(frozen=True, slots=True)
class CasedWord:
    """A word or mark, and what its place says of its capital."""

    kind: str
    text: str
    start: int
    end: int
    spaced: bool
    """Whether a space stands before it."""
    opens: bool
    """Whether a sentence or quotation starts here, so that its capital tells nothing."""
    titled: bool
    """Whether it stands in a line set in title case."""

    @property
    def low(self) -> str:
        """Case-folded."""
        return self.text.casefold().rstrip(".")

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.kind in {"dotted", "initial"} or (self.kind == "word" and self.text[0].isupper())


@dataclass(frozen=True, slots=True)
class Case:
    """How often each word stands capitalised inside sentences, and how often in lower case."""

    capital: Counter[str]
    lower: Counter[str]

    def is_name(self, word: str) -> bool:
        """Whether a word whose capital tells nothing here is a name elsewhere in the article."""
        return self.capital[word] > 0 and self.capital[word] >= self.lower[word]

    def is_common(self, word: str) -> bool:
        """Whether a word is an ordinary one: often at the start of sentences, or in lower case here."""
        return word in gaz.STARTERS or self.lower[word] > self.capital[word]


def cased_words(text: str) -> list[CasedWord]:
    """The words and marks of a text, with what their place says of their capitals."""
    titled = _titled_lines(text)
    line = 0
    opens = True
    made: list[CasedWord] = []
    for match in _TOKEN.finditer(text):
        kind, word = match.lastgroup or "", match.group()
        if kind == "line":
            line += 1
            opens = True
            made.append(CasedWord("mark", word, match.start(), match.end(), True, True, False))
            continue
        for start, end in _parts(kind, word, match.start()):
            spaced = start == 0 or text[start - 1].isspace()
            made.append(CasedWord(kind, text[start:end], start, end, spaced, opens, titled[line]))
        if kind == "mark":
            before = made[-2] if len(made) > 1 else None
            abbreviated = (
                word == "."
                and before is not None
                and (before.low in ABBREVIATED or (len(before.text) == 1 and before.capital))
            )
            opens = (opens and word in "([-–—'’") or (word in _OPENS and not abbreviated)
        else:
            opens = False
    return made


def _parts(kind: str, word: str, start: int) -> list[tuple[int, int]]:
    """A word, cut at its hyphens when it joins two names (`US-Russia`) or a name and a word."""
    parts = word.split("-")
    if kind != "word" or len(parts) == 1:
        return [(start, start + len(word))]
    named = [part in gaz.COUNTRY_OF or (part.isupper() and len(part) > 1) for part in parts]
    if not any(named) and not (parts[0][:1].isupper() and parts[-1][:1].islower()):
        return [(start, start + len(word))]
    cut = []
    for part in parts:
        cut.append((start, start + len(part)))
        start += len(part) + 1
    return cut


def _titled_lines(text: str) -> list[bool]:
    return [_is_title_case(line) for line in text.split("\n")]


def _is_title_case(line: str) -> bool:
    """Whether most words of a line are capitalised, as in an English headline."""
    if len(line) > 250 or line.lstrip()[:1].islower() or line.rstrip().endswith((".", ".”", '."')):
        return False
    long: list[str] = [w for w in _LONG_WORD.findall(line) if w.lower() not in {"the", "and", "for", "with"}]
    capitals: int = sum(word[0].isupper() for word in long)
    return capitals >= (_TITLE_SHARE * len(long) if len(long) > 2 else 2.0)


def learn_case(tokens: list[CasedWord]) -> Case:
    """Count how an article writes each word where its capital is its own."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for token in tokens:
        if token.kind != "word":
            continue
        if token.text[0].islower():
            lower[token.low] += 1
        elif token.text[0].isupper() and not token.opens and not token.titled:
            capital[token.low] += 1
    return Case(capital, lower)


def surely_name(token: CasedWord, case: Case) -> bool:
    """Whether a word is a name whatever its place."""
    return (
        token.kind in {"dotted", "initial"}
        or token.text in gaz.COUNTRY_OF
        or token.text in gaz.CITIES
        or _acronym(token)
        or (case.is_name(token.low) and not (token.opens and token.low in gaz.STARTERS))
    )


def _acronym(token: CasedWord) -> bool:
    return len(token.text) > 1 and token.text.isupper() and not token.titled and token.low not in gaz.STARTERS
