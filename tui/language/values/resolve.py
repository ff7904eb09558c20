"""Which mentions, within and across two texts, name the same person, place or organisation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from tui.language.progress import UNTOLD, Share
from tui.language.values import gazetteer as gaz
from tui.language.values.model import NOT_COMPARABLE, Agreement, Name, NameCluster, NameKind
from tui.language.values.name_kinds import initials
from tui.language.words import fold

_ALIKE = 0.8
"""Least share of letters that two spellings of one name have in common (`Alishvandi`, `Alishbandi`)."""
_SHORTEST = 5
"""Names shorter than this are different names when their letters differ (`Iran`, `Iraq`)."""

_GIVEN = 3
"""Letters of the shortest first name that is spelt in two ways by one letter more."""
_LENGTHS = 3
"""Spellings of one name differ by no more letters than this."""
_ROWS = 100
"""Names that are compared with all others of a kind between two calls of progress."""

# Spellings of one sound in names from other scripts, folded to one.
_SOUNDS = (
    ("iy", "i"),
    ("yy", "y"),
    ("ij", "i"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ey", "ei"),
    ("w", "v"),
    ("y", "i"),
    ("q", "k"),
    ("c", "k"),
)


@dataclass(slots=True)
class _Entity:
    """One distinct written form."""

    words: tuple[str, ...]
    text: str
    kind: NameKind
    mentions: int
    acronym_of: str
    parent: int


def resolve_names(a: Sequence[Name], b: Sequence[Name], share: Share = UNTOLD) -> list[NameCluster]:
    """Gather the names of two texts into clusters, each naming one thing.

    Joined are: equal names, a country and its people, an acronym and its long form, a surname and
    the one full name that it can mean, other spellings of one name. What could mean two is left
    alone.

    Args:
        a: Names of the first text, as `names` gives them.
        b: Names of the second.
        share: Told how far the work is.
    """
    forms, entities = _entities([*a, *b], share.part(0.0, 0.2))
    share.tell(0.2)
    _join_equal(entities)
    _join_acronyms(entities)
    _join_longer(entities)
    _join_spellings(entities, share.part(0.3, 0.8))
    share.tell(0.8)
    _join_parts(entities)
    places: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    members: dict[int, list[_Entity]] = defaultdict(list)
    roots = [_root(entities, index) for index in range(len(entities))]
    for index, form in enumerate(share.part(0.9, 1.0).each(forms)):
        side = index >= len(a)
        places[roots[form]][side].append(index - len(a) * side)
    for root, entity in zip(roots, entities, strict=True):
        members[root].append(entity)
    return [
        NameCluster(*_called(members[root]), tuple(in_a), tuple(in_b))
        for root, (in_a, in_b) in places.items()
    ]


def _entities(names: list[Name], share: Share) -> tuple[list[int], list[_Entity]]:
    forms: list[int] = []
    entities: list[_Entity] = []
    seen: dict[str, int] = {}
    for name in share.each(names):
        form = seen.setdefault(name.text, len(entities))
        if form == len(entities):
            entities.append(_Entity(name_words(name.text), name.text, name.kind, 0, name.acronym_of, form))
        entity = entities[form]
        entity.mentions += 1
        entity.acronym_of = entity.acronym_of or name.acronym_of
        if entity.kind == "other":
            entity.kind = name.kind
        forms.append(form)
    return forms, entities


@lru_cache(maxsize=1 << 12)  # each name is compared with many
def name_words(name: str) -> tuple[str, ...]:
    """A name's words as they are compared: folded, without initials, `the` and `Jr.`."""
    country = gaz.COUNTRY_OF.get(name)
    words = [word.strip(".,'") for word in re.split(r"[\s-]+", fold(country or name))]
    kept = [w for w in words if len(w) > 1 and w not in gaz.SUFFIXES and w not in {"the", "&"}]
    return tuple(kept or words)


def _root(entities: list[_Entity], i: int) -> int:
    while entities[i].parent != i:
        entities[i].parent = entities[entities[i].parent].parent
        i = entities[i].parent
    return i


def _join(entities: list[_Entity], i: int, j: int) -> None:
    """Join two clusters; the root is the lower index, so that the order of joining does not matter."""
    i, j = sorted((_root(entities, i), _root(entities, j)))
    entities[j].parent = i


def _join_equal(entities: list[_Entity]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for index, entity in enumerate(entities):
        known = first.setdefault(entity.words, index)
        if known != index:
            _join(entities, index, known)


def _join_acronyms(entities: list[_Entity]) -> None:
    long_forms: dict[str, list[int]] = defaultdict(list)
    by_text = {entity.text: index for index, entity in enumerate(entities)}
    for index, entity in enumerate(entities):
        if len(entity.words) > 1:
            long_forms[initials(entity.text)].append(index)
    for index, entity in enumerate(entities):
        short = entity.text.replace(".", "")
        if len(entity.words) > 1 or not short.isupper() or len(short) < 2 or entity.text in gaz.COUNTRY_OF:
            continue
        known = by_text.get(entity.acronym_of)
        found = [known] if known is not None else long_forms[short] if len(short) > 2 else []
        if len({_root(entities, k) for k in found}) == 1:
            _join(entities, index, found[0])


def _join_longer(entities: list[_Entity]) -> None:
    """`Arcade Comeaux` and `Arcade Joseph Comeaux`: first and last word the same."""
    ends: dict[tuple[str, str], int] = {}
    for index, entity in enumerate(entities):
        if len(entity.words) > 1 and entity.kind in {"person", "other"}:
            key = (entity.words[0], entity.words[-1])
            if key in ends and not _contradict(entity.words, entities[ends[key]].words):
                _join(entities, index, ends[key])
            ends.setdefault(key, index)


def _contradict(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether both have middle names that are not each other's."""
    return len(a) > 2 and len(b) > 2 and a != b


def _join_spellings(entities: list[_Entity], share: Share) -> None:
    """Names of as many words, each word spelled alike."""
    buckets: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, entity in enumerate(entities):
        if entity.text not in gaz.COUNTRY_OF:
            buckets[len(entity.words), _sound(entity.words[-1])[:1]].append(index)
    rows = [(group, n) for group in buckets.values() for n in range(len(group))]
    for group, n in share.each(rows, _ROWS):
        i = group[n]
        for j in group[n + 1 :]:
            one, two = entities[i], entities[j]
            if abs(len(one.text) - len(two.text)) > _LENGTHS:
                continue
            if _kinds_fit(one, two) and spelled_alike(one.words, two.words):
                _join(entities, i, j)


def _kinds_fit(a: _Entity, b: _Entity) -> bool:
    return a.kind == b.kind or "other" in {a.kind, b.kind}


@lru_cache(maxsize=4096)  # each name is compared with many
def _sound(word: str) -> str:
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", word)


def same_sound(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names differ only as spellings of one sound do (`Zelenskyy`, `Zelensky`)."""
    return len(a) == len(b) and [_sound(x) for x in a] == [_sound(y) for y in b]


def spelled_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names, word by word, may be spellings of one name."""
    if len(a) != len(b):
        return False
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if all(_sound(x) == _sound(y) for x, y in differing):
        return True
    if len(a) > 1 and len(differing) == len(a) and len(a) > 2:
        return False
    return all(_alike(x, y, len(differing) < len(a)) for x, y in differing)


def _alike(x: str, y: str, supported: bool) -> bool:
    """Whether two words are near in spelling; nearer ones are asked for when nothing else is shared."""
    if (
        supported
        and min(len(x), len(y)) >= _GIVEN
        and abs(len(x) - len(y)) == Levenshtein.distance(x, y) == 1
    ):
        return True  # Jon and John, Ann and Anne
    if min(len(x), len(y)) < (_SHORTEST - 1 if supported else _SHORTEST):
        return False
    if x.rstrip("s") == y.rstrip("s"):
        return supported  # Williams is not William
    least = _ALIKE - 0.06 if supported else _ALIKE
    return (x[0] == y[0] and Levenshtein.normalized_similarity(_sound(x), _sound(y)) >= least) or (
        supported and Levenshtein.distance(x, y) == 1
    )


def _join_parts(entities: list[_Entity]) -> None:
    """A single word and the one longer name that ends (or starts) in it."""
    last: dict[str, set[int]] = defaultdict(set)
    first: dict[str, set[int]] = defaultdict(set)
    for index, entity in enumerate(entities):
        if len(entity.words) > 1:
            if entity.kind in {"person", "other"}:
                last[entity.words[-1]].add(index)
            first[entity.words[0]].add(index)
    for index, entity in enumerate(entities):
        if len(entity.words) != 1 or entity.text in gaz.COUNTRY_OF or entity.text in gaz.CITIES:
            continue
        for table in (last, first):
            found = {k for k in table[entity.words[0]] if _part_of(entity, entities[k], table is first)}
            if len({_root(entities, k) for k in found}) == 1:
                _join(entities, index, min(found))
                break
            if found:
                break  # two could be meant


def _part_of(short: _Entity, full: _Entity, at_start: bool) -> bool:
    if full.kind == "person":
        return short.kind in {"person", "other"}
    if at_start:
        return full.words[-1] in gaz.COMPANY and short.kind != "place" and len(short.text) > 3
    return short.kind == "person" or (short.kind == "other" and full.kind == "other")


def _called(members: list[_Entity]) -> tuple[str, NameKind]:
    """The fullest form of a cluster, and its kind."""
    best = members[0]
    if len(members) == 1 and best.text not in gaz.COUNTRY_OF:
        return best.text, best.kind
    if len(members) > 1:
        best = max(
            members, key=lambda e: (len(e.words), not e.text.isupper(), e.mentions, len(e.text), e.text)
        )
    text = gaz.COUNTRY_OF.get(best.text, best.text)
    kinds = [entity.kind for entity in members if entity.kind not in {"other", "group"}]
    if not kinds:
        return text, "place" if any(e.text in gaz.COUNTRY_OF for e in members) else best.kind
    if len(kinds) == 1:
        return text, kinds[0]
    return text, max(set(kinds), key=lambda kind: (kinds.count(kind), kind))


def compare_names(a: Name, b: Name) -> Agreement:
    """Whether two names name the same. Symmetric.

    `differ` is said only of what shows to be meant for one: near spellings (`Advisers`, `Advisors`),
    or two people in the same office (`President X`, `President Y`). All else is not comparable: two
    names side by side are mostly two people.
    """
    x, y = name_words(a.acronym_of or a.text), name_words(b.acronym_of or b.text)
    if x == y:
        return Agreement("agree")
    short, long = sorted((x, y), key=len)
    if len(short) == 1 and len(long) > 1 and short[0] in {long[0], long[-1]}:
        return Agreement("agree", 0.8, "part of the name")
    if initials(a.text) == b.text.replace(".", "") or initials(b.text) == a.text.replace(".", ""):
        return Agreement("agree", 0.8, "acronym")
    if len(short) > 1 and (short[0], short[-1]) == (long[0], long[-1]) and not _contradict(x, y):
        return Agreement("agree", 0.9, "middle name")
    if same_sound(x, y):
        return Agreement("agree", 0.9, "spelling")
    if spelled_alike(x, y):
        return Agreement("differ", 0.5, "spelled differently")
    if a.role and b.role and a.role.casefold() == b.role.casefold() and "person" in {a.kind, b.kind}:
        return Agreement("differ", 0.4, "same office")
    return NOT_COMPARABLE
