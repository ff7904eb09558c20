"""Names in a text: people, places, organisations, with their titles."""

from __future__ import annotations

import re

from tui.language.progress import UNTOLD, Share
from tui.language.values import gazetteer as gaz
from tui.language.values.calendar import MONTHS, WEEKDAYS
from tui.language.values.casing import ABBREVIATED, Case, CasedWord, CasedWords, surely_name
from tui.language.values.model import Name
from tui.language.values.name_kinds import BareName, with_acronyms, with_kinds
from tui.language.values.tables import word_set

_TIES = gaz.CONNECTORS | {"of"}
_TYING = gaz.CONNECTORS | {"of", "for", "and"}
_NEVER_FIRST = gaz.CONNECTORS | {"of", "for", "the"}
_MERE_KINDS = (gaz.ORGANISATION | gaz.PLACE) - gaz.BODIES
"""Words that only with others are a name: `Street`, `Committee`."""
_DATED = (MONTHS.keys() | WEEKDAYS.keys()) - {"may", "april", "june", "august"}  # names of people too


LONGEST = 200
"""Words and marks in a row beyond which no name goes on: a text of nothing but capitals is not one."""


def names(text: str, words: CasedWords | None = None, share: Share = UNTOLD) -> list[Name]:
    """The names of a text, in order; no two overlap.

    Titles are kept apart as `role`, a possessive `'s` is left out, months and weekdays are no
    names. At the start of a sentence and in headlines set in title case, a word counts as a name
    only when the rest of the text, or what it is joined to, shows it to be one.

    Args:
        text: Any text; offsets in the result are into it.
        words: Its words, when they are known already.
        share: Told how far the work is.
    """
    tokens = CasedWords(text, share.part(0.0, 0.35)) if words is None else words
    share.tell(0.35)
    case = tokens.case()
    found: list[BareName] = []
    end = 0
    for i in share.part(0.5, 0.8).each(tokens.capitals):
        if i < end or (tokens.lows[i] in _NEVER_ALONE and _mere_opener(tokens, i)):
            continue
        end = _run_end(tokens, i)
        for first, last in _pieces(tokens, i, end, case):
            name = _name(tokens, first, last)
            if name is not None:
                found.append(name)
    told = with_kinds(text, found, share.part(0.8, 0.95))
    share.tell(0.95)
    return with_acronyms(told, text)


def _mere_opener(tokens: CasedWords, i: int) -> bool:
    """Whether this is a `The` or `He` before a word in small letters, which is no name by itself.

    Told at once, for they are a third of all capitals.
    """
    if tokens.texts[i].isupper() or i + 1 == len(tokens):
        return False
    after = tokens[i + 1]
    return after.kind == "word" and not after.capital and after.low not in _TYING


def _run_end(tokens: CasedWords, i: int) -> int:
    """Index after the run of capitalised words that starts at token `i`, with the words that tie them."""
    j = i + 1
    last = min(len(tokens), i + LONGEST)
    while j < last:
        token = tokens[j]
        if token.capital or token.text == "&":
            size = 1
        elif token.kind == "word":
            size = _tied(tokens, i, j) if token.low in _TYING else 0
        elif token.kind == "own":
            size = 2 if _owns_office(tokens, j) else 0
        else:
            size = 1 if token.text == "." and tokens.lows[j - 1] in ABBREVIATED else 0
        if not size or not _adjacent(tokens, j):
            break
        j += size
    return j


_OWNERS = word_set("sheriff attorney governor king queen women men children people mayor prosecutor coroner")


def _owns_office(tokens: CasedWords, j: int) -> bool:
    """Whether a possessive is part of a name: `Sheriff's Department`, `Queen's University`."""
    return (
        tokens.lows[j - 1] in _OWNERS
        and j + 1 < len(tokens)
        and (tokens.lows[j + 1] in gaz.ORGANISATION)
        and tokens[j + 1].capital
    )


def _adjacent(tokens: CasedWords, j: int) -> bool:
    """Whether token `j` goes on from the one before it, with at most one space between."""
    here, before = tokens[j], tokens[j - 1]
    if here.kind == "own":
        return True
    start = tokens.starts[j]
    gap = start - tokens.ends[j - 1]
    if gap == 1 and tokens.text[start - 1].isspace():
        return True
    return gap <= 1 and "mark" in {here.kind, before.kind}


def _tied(tokens: CasedWords, i: int, j: int) -> int:
    """How many small words at `j` tie the run to a capitalised word after them (`of the`, `de la`)."""
    token, before = tokens[j], tokens[j - 1]
    size = 1
    if j + 1 < len(tokens) and tokens.texts[j + 1] in {"the", "la", "los", "las"}:
        size = 2
    after = tokens[j + size] if j + size < len(tokens) else None
    if (
        after is None
        or not after.capital
        or tokens.opens(j + size)
        or after.low in MONTHS
        or after.low in WEEKDAYS
    ):
        return 0
    match token.low:
        case "of":
            return size if before.low in gaz.OF_HEADS else 0
        case "for":
            return size if before.low in gaz.FOR_HEADS else 0
        case "and":
            heads = {tokens.lows[k] for k in range(max(i, j - 8), j)}
            return 1 if heads & gaz.AND_HEADS and heads & {"of", "for"} and size == 1 else 0
    return 1 if token.low in gaz.CONNECTORS and size == 1 else 0


def _pieces(tokens: CasedWords, first: int, last: int, case: Case) -> list[tuple[int, int]]:
    """Cut a run into names: split it at dates, drop what only looks like a name."""
    pieces: list[tuple[int, int]] = []
    start = first
    for k in range(first, last):
        if _no_part(tokens[k]):
            pieces += _undated(tokens, start, k, case)
            start = k + 1
    return pieces + _undated(tokens, start, last, case)


def _no_part(token: CasedWord) -> bool:
    """Whether a word is part of no name: a date, or `I`."""
    return token.low in _DATED or (token.text[0] == "I" and token.text[:2] in {"I", "I’", "I'"})


def _undated(tokens: CasedWords, start: int, end: int, case: Case) -> list[tuple[int, int]]:
    """The names in a part of a run that has no dates."""
    if start == end:
        return []
    if start in tokens.titled or end - 1 in tokens.titled:
        known = _headline_names(tokens, start, end, case)
        return [piece for name in known for piece in _around_title(tokens, *name)]
    return _around_title(tokens, _drop_opener(tokens, start, end, case), end)


def _drop_opener(tokens: CasedWords, begin: int, end: int, case: Case) -> int:
    """Leave out a first word whose capital is only that of the sentence."""
    if not tokens.opens(begin) or surely_name(tokens, begin, case):
        return begin
    word = tokens[begin]
    alone = end - begin == 1
    if word.kind != "word":
        return begin
    if word.low in gaz.TITLES and not alone:
        return begin
    if not alone and f"{word.text} {tokens.texts[begin + 1]}" in gaz.COUNTRY_OF:
        return begin
    if word.text in gaz.GIVEN and not (alone and case.is_common(word.low)):
        return begin
    if not case.is_common(word.low) and (not alone or _speaks(tokens, end) or "-" in word.text):
        return begin
    begin += 1
    return begin + 1 if begin < end and tokens.lows[begin] in _NEVER_FIRST else begin


_SPEAKS = re.compile(r"(?:said|says|told|added|asked|wrote|tweeted|testified|denied|insisted|argued|warned)$")


def _speaks(tokens: CasedWords, end: int) -> bool:
    after = tokens[end] if end < len(tokens) else None
    return after is not None and (after.kind == "own" or bool(_SPEAKS.match(after.text)))


def _headline_names(tokens: CasedWords, begin: int, end: int, case: Case) -> list[tuple[int, int]]:
    """In a title-case line only what the article, or a table, knows as a name."""
    found: list[tuple[int, int]] = []
    start = begin
    for k in range(begin, end + 1):
        known = k < end and (
            surely_name(tokens, k, case)
            or (tokens.texts[k] in gaz.GIVEN)
            or (k > start and tokens.lows[k] in _TIES and k + 1 < end)
            or (tokens.lows[k] in gaz.TITLE_HEADS and k + 1 < end and surely_name(tokens, k + 1, case))
        )
        if not known:
            if k > start and not all(tokens.lows[m] in _TIES for m in range(start, k)):
                found.append((start, k))
            start = k + 1
    return found


def _around_title(tokens: CasedWords, begin: int, end: int) -> list[tuple[int, int]]:
    """Split before a title inside a run: `Genesee County | Sheriff Robert Pickell`."""
    for k in range(end - 2, begin, -1):
        if tokens.lows[k] in gaz.TITLE_HEADS and not _names_a_thing(tokens, k + 1, end):
            head = k
            while head - 1 > begin and tokens.lows[head - 1] in gaz.TITLES:
                head -= 1
            if head - 1 == begin and tokens.lows[begin] in gaz.TITLES:
                return [(begin, end)]
            return [(begin, head), (head, end)]
    return [(begin, end)]


def _names_a_thing(tokens: CasedWords, k: int, end: int) -> bool:
    """Whether what follows a title word is no person: `General Motors`, `Chief of Staff`."""
    while k < end and tokens[k].kind == "mark":
        k += 1
    if k >= end:
        return True
    last = tokens.lows[end - 1]
    return tokens.lows[k] in {"of", "and", "for"} or last in gaz.ORGANISATION or last in gaz.PLACE


def _name(tokens: CasedWords, begin: int, end: int) -> BareName | None:
    """The name over these tokens, its title taken off."""
    role = ""
    if end - begin > 1:
        role, begin, end = _untitled(tokens, begin, end)
    elif begin == end or tokens.lows[begin] in _FORMER:
        return None
    if begin >= end:
        return None
    bare = end - begin
    if tokens.lows[end - 1] in _WITH_NUMBER:
        begin, end = _with_number(tokens, begin, end)
    if bare == 1 == end - begin and _no_name(tokens[begin]):
        return None
    return BareName(tokens.starts[begin], tokens.ends[end - 1], _join(tokens, begin, end), role)


def _untitled(tokens: CasedWords, begin: int, end: int) -> tuple[str, int, int]:
    """The title of a name of several words, and where the name stands without it."""
    while begin < end and tokens.lows[begin] in _FORMER:
        begin += 1
    role_from = begin
    begin = _after_title(tokens, begin, end)
    role = _join(tokens, role_from, begin)
    while begin < end and (tokens[begin].kind == "mark" or tokens.lows[begin] in _SMALL):
        begin += 1
    while end > begin and _loose_end(tokens, end - 1):
        end -= 1
    if end - begin > 1 and tokens.lows[end - 1] in gaz.OFFICES and tokens.texts[begin] not in gaz.GIVEN:
        end -= 1  # Genesee County Sheriff
    return role, begin, end


_FORMER = word_set("special former acting then")
"""Words before a title that are no part of it."""
_SMALL = word_set("the and of for")
_NUMBERED = word_set("interstate route highway flight boeing airbus apollo")
_WITH_NUMBER = gaz.PLACE | _NUMBERED
"""Words beside which a figure is part of a name."""
_NEVER_ALONE = gaz.STARTERS - gaz.PLACE - _NUMBERED


def _with_number(tokens: CasedWords, begin: int, end: int) -> tuple[int, int]:
    """Take in the figures of `117th Street` and `Interstate 75`."""
    nth = (
        tokens.lows[end - 1] in gaz.PLACE
        and begin >= 2
        and tokens.texts[begin - 1] in {"st", "nd", "rd", "th"}
    )
    if nth and tokens[begin - 2].kind == "number":
        return begin - 2, end
    if tokens.lows[end - 1] in _NUMBERED and end < len(tokens) and tokens[end].kind == "number":
        return begin, end + 1
    return begin, end


def _loose_end(tokens: CasedWords, k: int) -> bool:
    """Whether a token cannot end a name; the point of `Jr.` can."""
    if tokens[k].kind == "mark":
        return not (tokens.texts[k] == "." and tokens.lows[k - 1] in gaz.SUFFIXES)
    return tokens.lows[k] in _SMALL


_NO_NAMES = (
    gaz.TITLES
    | _MERE_KINDS
    | MONTHS.keys()
    | _SMALL
    | word_set(
        "no am pm gmt et est edt pt utc ok tv dna ceo usd eur gbp celsius fahrenheit richter ak ko kos"
    )
)


def _no_name(token: CasedWord) -> bool:
    """Whether a word alone is none, for all its capital."""
    return (
        token.low in _NO_NAMES
        or token.kind == "initial"
        or (token.low in gaz.STARTERS and not token.text.isupper())
        or (len(token.text) == 1 and token.text != "X")
    )


def _after_title(tokens: CasedWords, begin: int, end: int) -> int:
    if begin == end or tokens.lows[begin] not in gaz.TITLES:
        return begin
    for phrase in gaz.TITLE_PHRASES if end - begin > 2 else ():
        if begin + len(phrase) < end and tuple(tokens.lows[begin : begin + len(phrase)]) == phrase:
            return begin + len(phrase)
    k = begin + 1
    while k < end and (tokens.lows[k] in gaz.TITLES or tokens.texts[k] == "."):
        k += 1
    titled = any(tokens.lows[m] in gaz.TITLE_HEADS for m in range(begin, k))
    if not titled or (k < end and _names_a_thing(tokens, k, end)):
        return begin
    return k


def _join(tokens: CasedWords, begin: int, end: int) -> str:
    if end - begin == 1:
        return tokens.texts[begin]
    text = ""
    for k in range(begin, end):
        glued = k == begin or tokens.starts[k] == tokens.ends[k - 1]
        text += tokens.texts[k] if glued else " " + tokens.texts[k]
    return text
