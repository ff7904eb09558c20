"""Why two passages are linked: the runs of words, names, numbers and quotations they share."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from tui.alignment.lexicon import Lexicon
from tui.alignment.model import Evidence, EvidenceKind, Link
from tui.alignment.resemblance import Resemblance
from tui.alignment.terms import Terms
from tui.articles.model import Article
from tui.language.progress import Progress, silent

LEAST_STRENGTH = 0.5
"""Resemblance of two words below which a reader would not see at a glance why."""


def explained(
    links: Sequence[Link], lexicon: Lexicon, a: Article, b: Article, progress: Progress = silent
) -> tuple[Link, ...]:
    """The links with their evidence, which is looked for only now: most candidates never need it."""
    found = []
    for number, link in enumerate(links):
        if number % 1000 == 0:
            progress("explaining matches", number / len(links))
        starts = a.passages[link.a].start, b.passages[link.b].start
        found.append(replace(link, evidence=evidence(link.a, link.b, lexicon, *starts)))
    return tuple(found)


def evidence(a: int, b: int, lexicon: Lexicon, offset_a: int, offset_b: int) -> tuple[Evidence, ...]:
    """What two passages share, as spans in reading order of A.

    Args:
        a: Passage of A.
        b: Passage of B.
        lexicon: Both articles, indexed.
        offset_a: Where A's passage starts in A's text.
        offset_b: Where B's passage starts in B's text.
    """
    terms, resemblance = lexicon.terms, lexicon.resemblance
    left, right = terms.a.passage_terms(a).tolist(), terms.b.passage_terms(b).tolist()
    words_a, words_b = terms.a.words[a], terms.b.words[b]
    # The match is made from the shorter passage, so that it stays when A and B change places.
    if (len(left), [w.form for w in words_a]) <= (len(right), [w.form for w in words_b]):
        matched = _match(left, right, resemblance)
    else:
        matched = {i: j for j, i in _match(right, left, resemblance).items()}
    found: list[Evidence] = []
    taken: set[int] = set()
    for i in sorted(matched):
        if i in taken:
            continue
        # Words that follow each other in both passages are one piece of evidence.
        length = 1
        while matched.get(i + length) == matched[i] + length:
            length += 1
        taken.update(range(i, i + length))
        run = left[i : i + length]
        if all(terms.is_common[t] for t in run):
            continue
        j = matched[i]
        found.append(
            Evidence(
                _kind(run, terms),
                (offset_a + words_a[i].start, offset_a + words_a[i + length - 1].end),
                (offset_b + words_b[j].start, offset_b + words_b[j + length - 1].end),
            )
        )
    return tuple(found)


def _match(left: list[int], right: list[int], resemblance: Resemblance) -> dict[int, int]:
    """For each word of the left passage that the right one says, where: runs before single words."""
    # Where each term still stands unmatched. What was matched out of turn is dropped when it comes
    # to the front, so that a word said thousands of times is not looked for thousands of times.
    places: dict[int, deque[int]] = {}
    for j, term in enumerate(right):
        places.setdefault(term, deque()).append(j)
    free = set(range(len(right)))

    def first_free(term: int) -> int | None:
        spots = places.get(term, ())
        while spots and spots[0] not in free:
            spots.popleft()
        return spots[0] if spots else None

    matched: dict[int, int] = {}
    for i, term in enumerate(left):
        following = matched.get(i - 1, -2) + 1
        runs_on = following in free and right[following] == term
        spot = following if runs_on else first_free(term)
        if spot is not None:
            matched[i] = spot
            free.discard(spot)
    for i, term in enumerate(left):
        if i in matched:
            continue
        like = ((strength, first_free(t)) for t, strength in resemblance.of(term).items())
        spots = [(strength, -j) for strength, j in like if j is not None and strength >= LEAST_STRENGTH]
        if spots:
            matched[i] = -max(spots)[1]
            free.discard(matched[i])
    return matched


def _kind(run: list[int], terms: Terms) -> EvidenceKind:
    if any(terms.is_number[t] for t in run):
        return "quantity"
    content = [t for t in run if not terms.is_common[t]]
    return "name" if all(terms.is_name[t] for t in content) else "words"
