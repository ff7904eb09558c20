"""The HTML report: one file, no network, both articles side by side, the reader's own keys."""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby, pairwise

from tui.alignment.model import Link, Span
from tui.articles.model import Article, Passage
from tui.comparison.model import Comparison
from tui.facts.model import Conflict, Place, Side
from tui.marks.model import Marks, conflict_target
from tui.reports import outline
from tui.reports.elements import Html, element, join

KEYS = (
    (("j", "k"), "next, previous passage"),
    (("]", "["), "next, previous match"),
    (("}", "{"), "next, previous claim only this article has"),
    (("c", "C"), "next, previous conflict"),
    (("Tab",), "the other article"),
    (("Enter",), "to the counterpart"),
    (("Backspace",), "back after a jump"),
    (("e",), "mark the words the two have in common"),
    (("o",), "findings: conflicts, what only one says, who is quoted"),
    (("?",), "this help; Esc closes it"),
)
"""The keys of the page, those of the reader; page.js acts on them."""


def html_report(comparison: Comparison, marks: Marks | None = None) -> str:
    """The report as one HTML file that loads nothing and runs no script but its own."""
    marks = marks or Marks()
    style, script = _asset("page.css"), _asset("page.js")
    title = " | ".join(outline.name_of(comparison.article(side), side) for side in outline.SIDES)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{title} | Diptych"),
        Html(f"<style>{style}</style>"),
    )
    body = element(
        "body",
        _toolbar(),
        _findings(comparison, marks),
        element(
            "main",
            _article(comparison, "a", marks),
            element("div", id="gutter", aria_hidden="true"),
            _article(comparison, "b", marks),
        ),
        element("footer", element("p", id="about", aria_live="polite")),
        _help(),
        Html(f"<script>{script}</script>"),
    )
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _asset(name: str) -> str:
    return files("tui.reports").joinpath(name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing may load or run but this very style and this very script."""
    hashes = [
        base64.b64encode(hashlib.sha256(part.encode()).digest()).decode("ascii") for part in (style, script)
    ]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _toolbar() -> Html:
    steps = (
        ("match", "match", "]", "["),
        ("unique", "only here", "}", "{"),
        ("conflict", "conflict", "c", "C"),
    )
    groups = [
        element(
            "span",
            element("button", "‹", type="button", data_key=back, aria_label=f"previous {label} ({back})"),
            element("span", label, class_="count", data_walk=kind, data_label=label),
            element("button", "›", type="button", data_key=on, aria_label=f"next {label} ({on})"),
            class_=f"walk {kind}",
        )
        for kind, label, on, back in steps
    ]
    return element(
        "nav",
        element("strong", "Diptych"),
        *groups,
        element("button", "findings", type="button", data_key="o", class_="wide"),
        element("button", "keys", type="button", data_key="?", class_="wide"),
        aria_label="Walk the comparison",
    )


def _article(comparison: Comparison, side: Side, marks: Marks) -> Html:
    article = comparison.article(side)
    links: dict[int, list[Link]] = defaultdict(list)
    for link in comparison.links:
        links[link.a if side == "a" else link.b].append(link)
    painted = _painted(comparison, side)
    paragraphs = []
    for _, group in groupby(article.passages, key=lambda p: (p.paragraph, p.kind)):
        passages = list(group)
        inner = [_passage(comparison, side, p, painted[p.index], links[p.index], marks) for p in passages]
        spaced = [piece for passage in inner for piece in (passage, " ")][:-1]
        paragraphs.append(_block(passages[0], spaced))
    return element(
        "article",
        _card(comparison, side),
        *paragraphs,
        id=f"side-{side}",
        aria_label=f"Article {side.upper()}",
        dir="auto",
    )


def _card(comparison: Comparison, side: Side) -> Html:
    article = comparison.article(side)
    return element(
        "header",
        element("h1", element("span", side.upper(), class_="letter"), outline.name_of(article, side)),
        element("p", " · ".join(outline.origin_of(article)), class_="origin"),
        element("p", outline.counts(comparison, side), class_="counts"),
    )


def _block(first: Passage, children: Iterable[str]) -> Html:
    """The element of a paragraph, by what its passages are."""
    name = {"headline": "h2", "heading": "h3"}.get(first.kind, "p")
    return element(name, *children, class_=first.kind)


def _painted(comparison: Comparison, side: Side) -> dict[int, list[tuple[Span, str]]]:
    """Which words of each passage are marked, with `unique` or the number of a conflict."""
    painted: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for item in outline.only_here(comparison, side, Marks()):
        painted[item.passage] += [(span, "unique") for span in item.spans]
    for number, conflict in enumerate(comparison.conflicts):
        place = conflict.a if side == "a" else conflict.b
        painted[place.passage].append((place.span, str(number)))
    return painted


def _passage(
    comparison: Comparison,
    side: Side,
    passage: Passage,
    painted: list[tuple[Span, str]],
    links: list[Link],
    marks: Marks,
) -> Html:
    status = comparison.statuses(side)[passage.index]
    notes = outline.notes_in(comparison, marks, side, passage.index)
    glyph = outline.GLYPHS[status]
    counterparts = [outline.ref("b", link.b) if side == "a" else outline.ref("a", link.a) for link in links]
    return element(
        "span",
        element("i", glyph, role="img", aria_label=outline.STATUS_WORDS[status]) if glyph else "",
        *_words(comparison.article(side), passage, painted),
        id=outline.ref(side, passage.index),
        class_=f"passage {status}",
        tabindex="-1",
        data_status=outline.STATUS_WORDS[status],
        data_to=" ".join(counterparts) or None,
        data_perhaps=" ".join(ref for ref, link in zip(counterparts, links, strict=True) if not link.likely)
        or None,
        data_scores=" ".join(f"{link.score:.2f}" for link in links) or None,
        data_evidence=" ".join(_evidence(comparison.article(side), side, passage, link) for link in links)
        or None,
        data_note=" / ".join(notes) or None,
    )


def _evidence(article: Article, side: Side, passage: Passage, link: Link) -> str:
    """Where this passage has what the link rests on: `0-5,9-14`, in UTF-16 units as scripts count."""
    text = article.text

    def place(offset: int) -> int:
        return len(text[passage.start : offset].encode("utf-16-le", "surrogatepass")) // 2

    spans = outline.union([e.a if side == "a" else e.b for e in link.evidence])
    return ",".join(f"{place(start)}-{place(end)}" for start, end in spans) or "-"


def _words(article: Article, passage: Passage, painted: list[tuple[Span, str]]) -> list[str]:
    """The passage's text, cut where a mark begins or ends."""
    edges = {passage.start, passage.end}
    for (start, end), _ in painted:
        edges |= {max(start, passage.start), min(end, passage.end)}
    pieces: list[str] = []
    for start, end in pairwise(sorted(edges)):
        over = [what for (first, last), what in painted if first <= start and end <= last]
        conflicts = " ".join(what for what in over if what != "unique")
        words = article.text[start:end]
        if conflicts:
            pieces.append(element("mark", words, class_="conflict", data_conflict=conflicts))
        elif over:
            pieces.append(element("mark", words, class_="unique"))
        else:
            pieces.append(words)
    return pieces


def _findings(comparison: Comparison, marks: Marks) -> Html:
    checked, total = outline.reviewed(comparison, marks)
    parts = [element("h2", "Findings")]
    for side in outline.SIDES:
        name = outline.name_of(comparison.article(side), side)
        parts.append(element("p", element("span", side.upper(), class_="letter"), name))
    if checked:
        parts.append(element("p", f"Checked by the reader: {checked} of {total}", class_="counts"))
    parts += [
        _list(
            f"Conflicts ({len(comparison.conflicts)})" if comparison.conflicts else "No conflicts found",
            (_conflict(comparison, n, c, marks) for n, c in enumerate(comparison.conflicts)),
        )
    ]
    for side in outline.SIDES:
        found = outline.only_here(comparison, side, marks)
        heading = f"Only {side.upper()} says ({outline.plural(len(found), 'passage')})"
        parts.append(_list(heading, (_only_here(comparison, item) for item in found)))
    if speakers := outline.speakers(comparison):
        parts.append(_list("Who is quoted where", (_speaker(comparison, s) for s in speakers)))
    if hand := _by_hand(comparison, marks):
        parts.append(_list("Linked and taken apart by hand", hand))
    if notes := outline.other_notes(comparison, marks):
        parts.append(_list("Other notes", (_note(where, note) for where, note in notes)))
    return element("section", *parts, id="findings", aria_label="Findings", tabindex="-1")


def _list(heading: str, items: Iterable[Html]) -> Html:
    return element("div", element("h3", heading), element("ul", *items))


def _conflict(comparison: Comparison, number: int, conflict: Conflict, marks: Marks) -> Html:
    target = conflict_target(conflict)
    return element(
        "li",
        element("p", f"‼ {conflict.kind}: {conflict.explanation}", class_="explanation"),
        _quote(comparison, "a", conflict.a),
        _quote(comparison, "b", conflict.b),
        *_extras(target in marks.checked, [marks.notes.get(target, "")]),
        id=f"conflict-{number}",
    )


def _quote(comparison: Comparison, side: Side, place: Place) -> Html:
    words = comparison.article(side).text[place.start : place.end]
    return element("p", _go(side, place.passage), " ", element("mark", words, class_="conflict"))


def _only_here(comparison: Comparison, item: outline.OnlyHere) -> Html:
    text = comparison.article(item.side).text
    words = " · ".join(text[start:end] for start, end in item.spans)
    return element(
        "li",
        element("p", _go(item.side, item.passage), " ", element("span", words, class_="only")),
        *_extras(item.checked, item.notes),
    )


def _speaker(comparison: Comparison, speaker: outline.Speaker) -> Html:
    lines = []
    for side in outline.SIDES:
        for quotation in speaker.quotations(side):
            words = outline.quoted(comparison, quotation)
            also = outline.also_in(comparison, quotation)
            lines.append(
                element("p", _go(side, quotation.passage), f" {words}{f' ({also})' if also else ''}")
            )
    return element("li", element("p", element("strong", speaker.name or "speaker not clear")), *lines)


def _by_hand(comparison: Comparison, marks: Marks) -> list[Html]:
    pairs = [("linked", pair) for pair in sorted(comparison.pinned | marks.pinned)]
    pairs += [("taken apart", pair) for pair in outline.taken_apart(comparison, marks)]
    return [element("li", element("p", _go("a", a), " ", _go("b", b), f" {how}")) for how, (a, b) in pairs]


def _note(where: str, note: str) -> Html:
    links = [element("a", ref, href=f"#{ref}", class_="ref") for ref in where.split()]
    return element("li", element("p", *links, " ", note, class_="note"))


def _extras(checked: bool, notes: Iterable[str]) -> list[Html]:
    ticked = [element("p", "✓ checked", class_="checked")] if checked else []
    return ticked + [element("p", f"Note: {note}", class_="note") for note in filter(None, notes)]


def _go(side: Side, passage: int) -> Html:
    ref = outline.ref(side, passage)
    return element("a", ref, href=f"#{ref}", class_="ref")


def _help() -> Html:
    rows = [
        element("tr", element("th", join(*(element("kbd", key) for key in keys))), element("td", what))
        for keys, what in KEYS
    ]
    legend = [
        element("li", element("i", glyph, class_=status), f" {words}")
        for status, glyph, words in (
            ("shared", "=", "the other article says it too"),
            ("mixed", "±", "the other article says part of it; the words only here are underlined"),
            ("unique", "+", "only this article says it"),
            ("conflicting", "‼", "the other article contradicts it; the words are set in reverse"),
            ("shared", "┄", "perhaps a match: less likely right than wrong"),
        )
    ]
    close = element("button", "close", type="button", data_key="Escape", class_="wide")
    table = element("table", *rows)
    return element("dialog", element("h2", "Keys"), table, element("ul", *legend), close, id="help")
