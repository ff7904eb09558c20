"""The noun a number counts, and which nouns may stand for each other."""

from __future__ import annotations

from typing import NamedTuple

from tui.language.values.model import State
from tui.language.values.tables import word_list, word_set
from tui.language.values.tokens import Tokens

IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "police": "police",
    "aircraft": "aircraft",
    "staff": "staff",
    "personnel": "personnel",
    "sheep": "sheep",
    "cattle": "cattle",
    "fish": "fish",
    "buses": "bus",
    "campuses": "campus",
    "bonuses": "bonus",
    "censuses": "census",
    "crew": "crew",
    "viruses": "virus",
    "crises": "crisis",
    "movies": "movie",
    "shoes": "shoe",
    "indices": "index",
    "media": "medium",
    "troops": "troop",
    "houses": "house",
    "cases": "case",
    "bases": "base",
    "horses": "horse",
    "nurses": "nurse",
    "buildings": "building",
}
_PLURAL_ENDINGS = ("men", "people", "children")
# End in s, and are neither plurals nor nouns that a number counts.
_NOT_PLURAL = word_set(
    "is was has does his its this us as yes thus always perhaps besides towards afterwards "
    "overseas news across less unless christmas texas paris gas politics series previous various "
    "famous serious dangerous religious says includes remains becomes makes takes makes comes "
    "goes gets uses seems others' sometimes nowadays indoors outdoors upwards downwards backwards "
    "plus versus minus"
)
_STOP = word_set(
    "a an the and or but nor for to from in on at by with without within into onto over under "
    "after before since until till during while as if then than that which who whom whose when "
    "where why how is are was were be been being am has have had having do does did will would "
    "shall should can could may might must not no so it its he she they we you i him her them us "
    "me my your his their our this these those there here said say says told ago later earlier "
    "about around against between among through off out up down yesterday today tomorrow also "
    "still just only even now because although though per via every each some any all both either "
    "neither once again already almost went came got took made left died killed killing wounded "
    "wounding injured injuring hurt dead missing homeless arrested remained remain became become "
    "including according such like while amid despite if unless across near toward towards"
)

DEAD = word_set("dead killed killing kill kills died die dies slain deaths fatalities")
HURT = word_set("injured injuring injure injures wounded wounding wound wounds hurt hurting injuries")
_STATES: dict[str, State] = {
    **dict.fromkeys(DEAD, "dead"),
    **dict.fromkeys(HURT, "hurt"),
    "missing": "missing",
    "unaccounted": "missing",
    **dict.fromkeys(
        word_list("arrested arresting detained detaining held captured capturing nabbed nabbing caught"),
        "held",
    ),
    "homeless": "homeless",
    "displaced": "homeless",
}
# A noun that itself says what became of the people it counts.
STATE_NOUNS: dict[str, tuple[str, State]] = {
    "death": ("person", "dead"),
    "fatality": ("person", "dead"),
    "injury": ("person", "hurt"),
    "casualty": ("person", ""),
}

GENERIC = word_set(
    "person people individual victim resident other civilian inhabitant soul human citizen "
    "villager casualty suspect survivor worker passenger"
)
"""Nouns that may stand for almost any group of people."""

_PERSON_NOUNS = word_set(
    "man woman child kid youngster boy girl baby infant teenager teen adult student pupil teacher professor "
    "employee staffer colleague co-worker coworker officer deputy policeman police cop soldier "
    "troop fighter militant gunman terrorist rebel insurgent pirate brigand robber burglar "
    "attacker assailant shooter hostage prisoner inmate convict detainee protester demonstrator "
    "activist rioter marcher supporter voter lawmaker senator member delegate politician minister "
    "official diplomat doctor nurse patient medic firefighter rescuer volunteer farmer fisherman "
    "sailor crewman crew guard driver pedestrian tourist visitor guest fan spectator journalist "
    "reporter editor actor actress singer player athlete migrant refugee immigrant asylum-seeker "
    "brother sister son daughter father mother parent friend neighbour neighbor relative youth "
    "wife husband lawyer judge juror witness expert scientist researcher engineer pilot agent "
    "bystander customer client subscriber user evacuee personnel staff woman hiker climber "
    "swimmer diver miner follower believer worshipper pilgrim priest nun bishop monk king prince "
    "knight servant thief palestinian israeli russian ukrainian american iranian iraqi syrian "
    "afghan somali chinese indian pakistani turk german frenchman briton italian spaniard mexican "
    "egyptian"
)
_PERSON_ENDINGS = ("worker", "man", "woman", "men", "person", "ster", "goer", "holder", "seeker", "keeper")

SYNONYMS: tuple[frozenset[str], ...] = (
    word_set("house home dwelling residence"),
    word_set("village hamlet settlement town community"),
    word_set("car vehicle automobile"),
    word_set("boat vessel ship skiff craft"),
    word_set("plane aircraft airplane aeroplane jet airliner"),
    word_set("gun firearm weapon"),
    word_set("shot round bullet"),
    word_set("bomb explosive explosion blast"),
    word_set("film movie picture"),
    word_set("copy unit"),
    word_set("company firm business"),
    word_set("aftershock tremor"),
    word_set("quake earthquake temblor"),
    word_set("worker employee staffer colleague co-worker coworker staff"),
    word_set("officer policeman cop police"),
    word_set("soldier troop serviceman"),
    word_set("protester demonstrator marcher activist"),
    word_set("pirate brigand hijacker"),
    word_set("child kid youngster"),
    word_set("student pupil"),
    word_set("lawmaker legislator mp"),
    word_set("page sheet"),
    word_set("document file record paper"),
    word_set("door building"),
    word_set("job position post"),
    word_set("count charge"),
    word_set("nation country state"),
    word_set("attack strike raid airstrike"),
)
"""Nouns that reports of one event use for the same thing."""

_ALIASES = {noun: sorted(group)[0] for group in SYNONYMS for noun in group}


class Head(NamedTuple):
    """The noun after a number."""

    noun: str
    """In the singular, case-folded; `` when there is none."""
    modifiers: tuple[str, ...]
    next: int
    """Index of the token after it."""


def singular(word: str) -> str:
    """The singular of an English noun, case-folded; words that are no plural come back as they are."""
    word = word.casefold().removesuffix("'s").removesuffix("’s")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith(_PLURAL_ENDINGS):
        plural = next(ending for ending in _PLURAL_ENDINGS if word.endswith(ending))
        return word[: -len(plural)] + IRREGULAR[plural]
    if not looks_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return word[:-2]
    return word[:-1]


def looks_plural(word: str) -> bool:
    """Whether a case-folded word has the form of an English plural."""
    if word in IRREGULAR or word.endswith(_PLURAL_ENDINGS):
        return word not in {"specimen", "omen", "acumen"}
    return (
        len(word) > 2
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "ous"))
        and word not in _NOT_PLURAL
    )


def is_function_word(word: str) -> bool:
    """Whether a case-folded word ends a noun phrase rather than being part of one."""
    return word in _STOP


def is_person(noun: str) -> bool:
    """Whether a singular noun names people."""
    return (
        noun in GENERIC
        or noun in _PERSON_NOUNS
        or noun.rpartition("-")[2] in _PERSON_NOUNS
        or noun.endswith(_PERSON_ENDINGS)
    )


def same_thing(a: str, b: str) -> float:
    """How surely two counted nouns are the same thing, 0 to 1."""
    if a == b:
        return 1.0
    if not a or not b:
        return 0.5  # a bare number: `killing two`
    if _ALIASES.get(a, a) == _ALIASES.get(b, b) or a.replace("-", "") == b.replace("-", ""):
        return 0.9
    if is_person(a) and is_person(b) and (a in GENERIC or b in GENERIC):
        return 0.75
    return 0.0


def state_of(tokens: Tokens, before: int, after: int) -> State:
    """What the verb beside a number says became of the people: `killing 10`, `600 were killed`."""
    for k in (before, before - 1):
        word = tokens.lows[k]
        if word in _STATES and word not in {"missing", "homeless", "held", "caught"}:
            return _STATES[word]
        if word not in {"at", "least", "about", "of", "the", "other", "another", "up", "to", "nearly"}:
            break
    for k in range(after - 2, after):
        if k > before and tokens.lows[k] in {"wounded", "injured", "dead", "missing", "homeless"}:
            return _STATES[tokens.lows[k]]
    k = after
    while tokens.lows[k] in {
        "were",
        "was",
        "are",
        "have",
        "had",
        "been",
        "feared",
        "left",
        "others",
        "is",
        "more",
    }:
        k += 1
    return _STATES.get(tokens.lows[k], "") if k - after <= 3 else ""


def head_after(tokens: Tokens, i: int, *, one: bool) -> Head:
    """Find the noun that a number ending before token `i` counts.

    Without a tagger the best sign is the form: the last plural in the run of content words.

    Args:
        tokens: The text.
        i: Token after the number.
        one: Whether the number is one, so that the noun is a singular.
    """
    j = i
    if tokens.lows[j] == "of":  # seven of its villages
        j += 1
        while tokens.lows[j] in {"the", "its", "their", "his", "her", "our", "these", "those", "all"}:
            j += 1
    if one:
        return _one_head(tokens, j)
    modifiers: list[str] = []
    k = j
    while k < j + 7:
        word = tokens.words[k]
        if word == "-" and tokens.glued(k) and tokens.glued(k + 1):
            k += 1
            continue
        kind, low = tokens.kind(k), tokens.lows[k]
        if kind == "number" and modifiers and tokens.text[tokens.starts[k] - 1] in "- ":
            k += 1  # six AK 47 rifles
            continue
        if kind != "word" or (low in _STOP and not _participle(tokens, k, i)):
            break
        if looks_plural(low) and not (word.isupper() and tokens.kind(i - 1) == "number"):
            run_on = tokens.text[tokens.ends[k] : tokens.ends[k] + 1] == " " and tokens.kind(k + 1) == "word"
            after = tokens.lows[k + 1]
            goes_on = run_on and looks_plural(after) and after not in _STOP
            if not goes_on or tokens.words[k + 1][0].isupper():
                return Head(_compound(tokens, k), tuple(modifiers), k + 1)
        modifiers.append(low)
        k += 1
    return Head("", (), i)


def _participle(tokens: Tokens, k: int, i: int) -> bool:
    """Whether a word such as `wounded` stands between a number and its noun (`two wounded men`)."""
    return k == i and tokens.lows[k] in _STATES and looks_plural(tokens.lows[k + 1])


def _one_head(tokens: Tokens, j: int) -> Head:
    modifiers: list[str] = []
    while tokens.kind(j) == "word" and (low := tokens.lows[j]) not in _STOP and len(modifiers) < 3:
        if is_person(low) and tokens.words[j + 1] != "-":
            return Head(low, tuple(modifiers), j + 1)
        modifiers.append(low)
        j += 1
    while len(modifiers) > 1 and modifiers[-1].endswith(("ly", "ed", "ing")):
        modifiers.pop()  # a verb: one bridge collapsed
        j -= 1
    if len(modifiers) == 1 and not modifiers[0].endswith(("ly", "ed", "ing", "'s")):
        return Head(modifiers[0], (), j)
    return Head("", (), j)


def _compound(tokens: Tokens, k: int) -> str:
    """The singular noun with what a hyphen ties to it (`co-worker`)."""
    noun = singular(tokens.lows[k])
    if (
        tokens.words[k - 1] == "-"
        and tokens.glued(k)
        and tokens.kind(k - 2) == "word"
        and tokens.glued(k - 1)
    ):
        return f"{tokens.lows[k - 2]}-{noun}"
    return noun
