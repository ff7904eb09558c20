"""The Markdown report: for pasting into an issue, a document or a message."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from tui.alignment.model import Span
from tui.comparison.model import Comparison
from tui.facts.model import Place, Side
from tui.marks.model import Marks, conflict_target
from tui.reports import outline
from tui.reports.safe import one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>#~$@|]|&(?=#?\w+;)|:(?=//)|(?<=www)\.|(?<=[^\s.])\.(?=[^\W\d_][^\s.])")
_BLOCK = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")
"""What CommonMark and GitHub read as something other than text, within a line and at its start; and the
point of a bare address (`example.com`), of which many programs that show Markdown make a link."""


def escape(text: str) -> str:
    """Text on one line that Markdown shows as it is: no markup, no HTML, no links."""
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    return _BLOCK.sub(_escape_start, escaped)


def _escape_start(found: re.Match[str]) -> str:
    start = found.group()
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"


def markdown_report(comparison: Comparison, marks: Marks | None = None) -> str:
    """The report as Markdown: summary, conflicts, what only A says, what only B says, what both say."""
    marks = marks or Marks()
    parts = [
        _summary(comparison, marks),
        _conflicts(comparison, marks),
        *(_only_here(comparison, side, marks) for side in outline.SIDES),
        *(_matches(comparison, marks, likely) for likely in outline.MATCHES),
        _speakers(comparison),
        _other_notes(comparison, marks),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _summary(comparison: Comparison, marks: Marks) -> Iterator[str]:
    yield "# Two accounts compared\n"
    for side in outline.SIDES:
        article = comparison.article(side)
        yield f"- **{side.upper()}: {escape(outline.name_of(article, side)).strip()}**"
        for part in (" · ".join(outline.origin_of(article)), outline.counts(comparison, side)):
            if part:
                yield f"  - {escape(part)}"
    checked, total = outline.reviewed(comparison, marks)
    if checked:
        yield f"- Checked by the reader: {checked} of {total}"


def _conflicts(comparison: Comparison, marks: Marks) -> Iterator[str]:
    if not comparison.conflicts:
        yield "## No conflicts found"
        return
    yield f"## Conflicts ({len(comparison.conflicts)})\n"
    for conflict in comparison.conflicts:
        target = conflict_target(conflict)
        yield f"- ‼ **{conflict.kind}**: {escape(conflict.explanation)}{_tick(target in marks.checked)}"
        yield f"  - {_place(comparison, 'a', conflict.a)}"
        yield f"  - {_place(comparison, 'b', conflict.b)}"
        yield from _notes([marks.notes.get(target, "")])


def _only_here(comparison: Comparison, side: Side, marks: Marks) -> Iterator[str]:
    found = outline.only_here(comparison, side, marks)
    yield f"## Only {side.upper()} says ({outline.plural(len(found), 'passage')})\n"
    for item in found:
        spans = () if item.whole else item.spans
        yield f"- {_passage(comparison, side, item.passage, spans)}{_tick(item.checked)}"
        yield from _notes(item.notes)


def _matches(comparison: Comparison, marks: Marks, likely: bool) -> Iterator[str]:
    found = outline.matches(comparison, marks, likely=likely)
    if not (found or likely):
        return
    glyph, heading = outline.MATCHES[likely]
    yield f"## {heading} ({outline.plural(len(found), 'match', 'matches')})\n"
    for match in found:
        yield f"- {glyph} {match.grounds}"
        yield from (f"  - {_passage(comparison, 'a', passage)}" for passage in match.a)
        yield from (f"  - {_passage(comparison, 'b', passage)}" for passage in match.b)
    for a, b in outline.taken_apart(comparison, marks) if likely else ():
        yield f"- {outline.ref('a', a)} and {outline.ref('b', b)} taken apart by hand"


def _speakers(comparison: Comparison) -> Iterator[str]:
    found = outline.speakers(comparison)
    if found:
        yield "## Who is quoted where\n"
    for speaker in found:
        yield f"- **{escape(speaker.name).strip() if speaker.name else 'speaker not clear'}**"
        for side in outline.SIDES:
            for quotation in speaker.quotations(side):
                words = escape(outline.quoted(comparison, quotation))
                also = outline.also_in(comparison, quotation)
                yield f"  - `{outline.ref(side, quotation.passage)}` {words}{f' ({also})' if also else ''}"


def _other_notes(comparison: Comparison, marks: Marks) -> Iterator[str]:
    found = outline.other_notes(comparison, marks)
    if found:
        yield "## Other notes\n"
    yield from (f"- `{where}` {escape(note)}" for where, note in found)


def _place(comparison: Comparison, side: Side, place: Place) -> str:
    return _passage(comparison, side, place.passage, [place.span])


def _passage(comparison: Comparison, side: Side, passage: int, spans: Iterable[Span] = ()) -> str:
    """One passage after its id, some of its words in bold."""
    article = comparison.article(side)
    whole = article.passages[passage]
    parts, reached = [], whole.start
    for start, end in (_bold_span(article.text, span) for span in spans):
        if start < end:
            parts += [escape(article.text[reached:start]), "**", escape(article.text[start:end]), "**"]
            reached = end
    parts.append(escape(article.text[reached : whole.end]))
    return f"`{outline.ref(side, passage)}` {''.join(parts).strip()}"


def _bold_span(text: str, span: Span) -> Span:
    """The span without the spaces around it; empty where CommonMark would not take `**` as bold."""
    start, end = span
    inner = text[start:end]
    start, end = start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
    opens = start < end and (not _punctuation(text[start]) or not text[start - 1 : start].isalnum())
    closes = start < end and (not _punctuation(text[end - 1]) or not text[end : end + 1].isalnum())
    return (start, end) if opens and closes else (start, start)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _tick(checked: bool) -> str:
    return " ✓ checked" if checked else ""


def _notes(notes: Iterable[str]) -> Iterator[str]:
    for note in filter(None, notes):
        yield f"  - Note: {escape(note)}"
