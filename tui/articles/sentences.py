"""Sentences of a paragraph, as spans.

Every place where a sentence may end is found in one pass; each is decided by the few words around it,
so the time is linear in the text whatever it holds. What decides is what Punkt (Kiss and Strunk, 2006)
found to decide: whether the word is an abbreviation, and whether the next is one that begins sentences;
the lists are in `abbreviations`.

The nupunkt library is not used: its model takes over three seconds and 350 MB to load, and its answer
for a word depends on what it was asked before (cached tokens keep the flags of earlier calls).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.articles import abbreviations as ab

_REACH = 60  # code points looked at on either side of a full stop

_CLOSING = r"(?:[\"'”’»«“‘›‹)\]}」』】》〉）]|\[\d{1,3}\])"
# A mark, the quotation marks and brackets that close after it, and the blank.
_CANDIDATE = re.compile(
    rf"(?P<wide>[。！？｡]+|[।॥۔။።։؟]+)(?P<closing>{_CLOSING}*+)(?P<gap>\s*+)"
    rf"|(?P<mark>[.!?…‽⁇⁈⁉]++)(?P<closers>{_CLOSING}*+)(?P<blank>\s*+)"
)
_OPENERS = "\"'“‘«»„‚‹›([{—–-「『【《〈（*_ \u00a0\u202f"
_GOING_ON = frozenset(".!?…,;:%")
_QUOTES = set("\"'”’»«“‘›")
_ATTRIBUTION = re.compile(
    r"(?:[A-ZÀ-ÞŁŚŻŞİ][\w’'.-]*\s+|(?:the|of|de|van|von|al|el|bin|a|an|his|her|their)\s+){1,7}"
    r"(?:\w+\s+)?"
    r"(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|shouted|cried|replied|wondered|tweeted|"
    r"posted|joked|quipped|exclaimed|yelled|screamed|demanded|inquired|responded|answered|continued|"
    r"recalled|declared|warned|remarked|chanted|whispered|muttered|thundered|insisted|announced)\b"
)
_SAID_IN_CHINESE = re.compile(r"[^，。！？“”、；：\s]{0,8}(?:说|說|道|表示|称|稱|问|問|指出|强调|強調)")
_SAID_IN_JAPANESE = re.compile(r"(?:と|って|など|の|は|が|を|に)")
_NO_SPEAKER = ab.STARTERS - {"the", "a", "an", "his", "her", "their"}
_SPACED = ab.HOURS | ab.CLOSERS
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}$")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_APOSTROPHE = re.compile("[’']")
_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in `text[start:end]`, which has no blank at its ends."""
    begun = start
    for candidate in _CANDIDATE.finditer(text, start, end):
        stop = candidate.end("closing") if candidate["wide"] else candidate.end("closers")
        following = candidate.end()
        if following >= end or following <= begun:
            continue
        if not candidate["wide"]:
            stop, following = _with_spaced_guillemet(text, stop, following, end)
            if following >= end:
                continue
        if following > stop and text[following] in _GOING_ON:
            continue
        if _ends_sentence(text, begun, end, candidate, stop, following):
            yield begun, stop
            begun = following
    yield begun, end


def _with_spaced_guillemet(text: str, stop: int, following: int, end: int) -> tuple[int, int]:
    """French sets a blank before the closing mark: `« Oui. » Il`."""
    if text[following] == "»" and text[following - 1] in "\u00a0\u202f ":
        stop = following = following + 1
        while following < end and text[following].isspace():
            following += 1
    return stop, following


def _ends_sentence(
    text: str, begun: int, end: int, candidate: re.Match[str], stop: int, following: int
) -> bool:
    ahead = text[following : min(end, following + _REACH)]
    if candidate["wide"]:
        return _wide_mark_ends(candidate["closing"], ahead)
    before = text[max(begun, candidate.start() - _REACH) : candidate.start()]
    mark = candidate["mark"]
    if following == stop:
        return _ends_without_blank(before, mark, candidate["closers"], ahead)
    opened = ahead.lstrip(_OPENERS)
    if not opened:
        return False
    if opened[0].islower() and not _CAMEL.match(opened):
        return False
    if mark == ".":
        return _full_stop_ends(before, opened, candidate.start() - begun < _REACH, ahead[0] in '"“«„')
    if "!" in mark or "?" in mark:
        return not _goes_on_after_call(before, candidate["closers"], opened)
    # An ellipsis ends a sentence unless the speaker stumbles: `I … I think`.
    return _first_word(opened) != _last_word(before).lower()


def _wide_mark_ends(closing: str, ahead: str) -> bool:
    if not ahead:
        return False
    if closing:
        return not (_SAID_IN_JAPANESE.match(ahead) if closing[0] in "」』" else _SAID_IN_CHINESE.match(ahead))
    return True


def _ends_without_blank(before: str, mark: str, closers: str, ahead: str) -> bool:
    """Two sentences that were pasted together: `talks.The`, `done.”“And`."""
    if closers:
        return closers[0] in "”’»" and (ahead[:1].isupper() or closers[-1:] == "“")
    word = _WORD.match(ahead)
    if not word or mark == "…":
        return False
    starts = word[0].istitle() and len(word[0]) > 1 and word[0].lower() in ab.STARTERS
    return starts and before[-2:].isalpha() and before[-2:].islower()


def _goes_on_after_call(before: str, closers: str, opened: str) -> bool:
    """Whether a `!` or `?` stands inside a sentence: in a name, or before `Trump asked`."""
    if not closers:
        return _last_word(before).lower() in ab.EXCLAIMING_NAMES
    if closers[0] in ")]" and before[-1:] in "([":
        return True  # (!) and (?)
    if closers[0] not in _QUOTES or _first_word(opened) in _NO_SPEAKER:
        return False
    return bool(_ATTRIBUTION.match(opened))


def _full_stop_ends(before: str, opened: str, at_start: bool, quoted: bool) -> bool:
    """Whether a full stop ends the sentence.

    Args:
        before: The words before it.
        opened: What follows, from its first letter or digit.
        at_start: Whether `before` is all of the sentence so far.
        quoted: Whether a quotation opens after it.
    """
    word = _last_word(before)
    word = word.rpartition("-")[2]  # ex-Gen.
    low = word.lower()
    next_word = _first_word(opened)
    if low in ab.INNER or (low in ab.TITLES and word[:1].isupper()):
        return False
    if low in ab.HOURS:
        return next_word not in ab.AFTER_HOURS and not opened[0].isdigit()
    if opened[0] in "¿¡":
        return True
    if at_start and _LIST_NUMBER.fullmatch(before.strip()):
        return False  # the number of an item: `1. The`
    if opened[0].isdigit():
        return not _takes_number(word, low)
    if word.isdigit():
        return not (len(word) <= 2 and next_word in ab.ORDINAL_MONTHS)
    if len(word) == 1 and word.isupper():
        return _initial_ends(before, next_word)
    if _is_abbreviation(word, low):
        return quoted or next_word in ab.STARTERS
    return True


def _first_word(opened: str) -> str:
    """The word a stretch begins with, in small letters, without what an apostrophe adds: `I’ve`."""
    found = _WORD.match(opened)
    return _APOSTROPHE.split(found[0].lower(), maxsplit=1)[0] if found else ""


def _last_word(before: str) -> str:
    words = before.split()
    if not words:
        return ""
    if len(words) > 1 and len(words[-1]) == 1 and len(words[-2]) == 2:
        spaced = words[-2] + words[-1]  # a. m. and U. S.
        if spaced.lower() in _SPACED:
            return spaced
    return words[-1].lstrip(_OPENERS)


def _takes_number(word: str, low: str) -> bool:
    if low in ab.MONTHS_AND_DAYS:
        return word[:1].isupper()
    if low in ab.UNITS:
        return True
    return low in ab.BEFORE_NUMBERS and (low != "no" or word == "No") and low != "c"


def _initial_ends(before: str, next_word: str) -> bool:
    """`J. D. Vance` goes on; `Plan B. The` and `vitamin D. He` end."""
    words = before.split()
    name_before = len(words) < 2 or words[-2][:1].isupper()
    return next_word in ab.STARTERS and not (name_before and next_word in ab.ALSO_SURNAMES)


def _is_abbreviation(word: str, low: str) -> bool:
    if low in ab.MONTHS_AND_DAYS:
        return word[:1].isupper()
    return low in ab.CLOSERS or word == "No" or bool(_DOTTED.match(word))
