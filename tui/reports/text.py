"""The text report: for a terminal, a pipe or a screen reader."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from tui.alignment.model import Span
from tui.comparison.model import Comparison
from tui.facts.model import Quotation, Side
from tui.marks.model import Marks, conflict_target
from tui.reports import outline
from tui.reports.safe import one_line

STYLES = {
    "heading": "bold",
    "quiet": "dim",
    "shared": "cyan",
    "unique": "yellow",
    "conflict": "red",
    "unique words": "underline yellow",
    "conflicting words": "reverse red",
    "note": "italic",
}
"""One meaning for each style; glyphs and words say the same without any colour."""

WIDEST = 100
"""Prose in longer lines is hard to read, however wide the terminal."""

NARROWEST = 20

INDENT = " " * 8
"""Before what stands under a passage's own words. No line begins with `=`, `+`, `-` or `@`: pasted into
a spreadsheet, it would be a formula."""


def text_report(
    comparison: Comparison, marks: Marks | None = None, *, width: int = 80, styled: bool = False
) -> str:
    """The report as text: summary, conflicts, what only A says, what only B says, what both say.

    Args:
        comparison: What to report.
        marks: The reader's own marks.
        width: Columns to wrap to.
        styled: Whether to style it for a terminal; NO_COLOR and TERM are honoured.
    """
    paper = _Paper(max(NARROWEST, min(width, WIDEST)), styled)
    marks = marks or Marks()
    _summary(paper, comparison, marks)
    _conflicts(paper, comparison, marks)
    for side in outline.SIDES:
        _only_here(paper, comparison, side, marks)
    for likely in outline.MATCHES:
        _matches(paper, comparison, marks, likely)
    _speakers(paper, comparison)
    _other_notes(paper, comparison, marks)
    return paper.text()


def _summary(paper: _Paper, comparison: Comparison, marks: Marks) -> None:
    for side in outline.SIDES:
        article = comparison.article(side)
        paper.entry(f"{side.upper()}  ", Text(one_line(outline.name_of(article, side)), STYLES["heading"]))
        origin = " · ".join(outline.origin_of(article))
        if origin:
            paper.entry("   ", Text(one_line(origin), STYLES["quiet"]))
        paper.entry("   ", Text(outline.counts(comparison, side)))
    checked, total = outline.reviewed(comparison, marks)
    if checked:
        paper.entry("   ", Text(f"checked by the reader: {checked} of {total}"))


def _conflicts(paper: _Paper, comparison: Comparison, marks: Marks) -> None:
    if not comparison.conflicts:
        paper.heading("No conflicts found")
        return
    paper.heading(f"Conflicts ({len(comparison.conflicts)})")
    for conflict in comparison.conflicts:
        target = conflict_target(conflict)
        said = f"{conflict.kind}: {one_line(conflict.explanation)}"
        paper.entry(" ‼ ", Text.assemble((said, STYLES["conflict"]), _tick(target in marks.checked)))
        for side, place in (("a", conflict.a), ("b", conflict.b)):
            _passage(paper, comparison, side, place.passage, "conflicting words", [place.span])  # type: ignore[arg-type]
        paper.notes([marks.notes.get(target, "")])
        paper.gap()


def _only_here(paper: _Paper, comparison: Comparison, side: Side, marks: Marks) -> None:
    found = outline.only_here(comparison, side, marks)
    paper.heading(f"Only {side.upper()} says ({outline.plural(len(found), 'passage')})")
    text = comparison.article(side).text
    for item in found:
        spans = () if item.whole else item.spans
        glyph = outline.GLYPHS[comparison.statuses(side)[item.passage]] or "+"
        after = _tick(item.checked)
        _passage(paper, comparison, side, item.passage, "unique words", spans, glyph=glyph, after=after)
        if spans:
            words = " · ".join(one_line(text[start:end]) for start, end in spans)
            label = ("only here: ", STYLES["quiet"])
            paper.entry(INDENT, Text.assemble(label, (words, STYLES["unique"])))
        paper.notes(item.notes)


def _matches(paper: _Paper, comparison: Comparison, marks: Marks, likely: bool) -> None:
    found = outline.matches(comparison, marks, likely=likely)
    if not (found or likely):
        return
    glyph, heading = outline.MATCHES[likely]
    paper.heading(f"{heading} ({outline.plural(len(found), 'match', 'matches')})")
    for match in found:
        paper.entry(f" {glyph} ", Text(match.grounds, STYLES["shared"]))
        for side, passages in (("a", match.a), ("b", match.b)):
            for passage in passages:
                _passage(paper, comparison, side, passage)  # type: ignore[arg-type]
        paper.gap()
    for a, b in outline.taken_apart(comparison, marks) if likely else ():
        paper.entry(" ≠ ", Text(f"{outline.ref('a', a)} and {outline.ref('b', b)} taken apart by hand"))


def _speakers(paper: _Paper, comparison: Comparison) -> None:
    found = outline.speakers(comparison)
    if not found:
        return
    paper.heading("Who is quoted where")
    for speaker in found:
        name = "speaker not clear" if speaker.name is None else one_line(speaker.name)
        paper.entry(" “ ", Text(name, STYLES["heading"]))
        for side in outline.SIDES:
            for quotation in speaker.quotations(side):
                paper.entry(f"   {outline.ref(side, quotation.passage):<5}", _quoted(comparison, quotation))


def _other_notes(paper: _Paper, comparison: Comparison, marks: Marks) -> None:
    found = outline.other_notes(comparison, marks)
    if found:
        paper.heading("Other notes")
    for where, note in found:
        paper.entry(f"   {where:<5}", Text(one_line(note), STYLES["note"]))


def _quoted(comparison: Comparison, quotation: Quotation) -> Text:
    words = one_line(outline.quoted(comparison, quotation))
    also = outline.also_in(comparison, quotation)
    return Text.assemble(words, (f"  {also}" if also else "", STYLES["quiet"]))


def _passage(
    paper: _Paper,
    comparison: Comparison,
    side: Side,
    passage: int,
    style: str = "",
    spans: Iterable[Span] = (),
    *,
    glyph: str = " ",
    after: Text | None = None,
) -> None:
    """One passage, its id before it, some of its words marked."""
    article = comparison.article(side)
    start = article.passages[passage].start
    body = Text(one_line(article.passage_text(passage)))
    for first, last in spans:
        body.stylize(STYLES[style], first - start, last - start)
    paper.entry(f" {glyph} {outline.ref(side, passage):<5}", Text.assemble(body, after or ""))


def _tick(checked: bool) -> Text:
    return Text("  ✓ checked" if checked else "", STYLES["shared"])


class _Paper:
    """Lines of a fixed width, entry under entry."""

    def __init__(self, width: int, styled: bool) -> None:
        self._width = width
        self._styled = styled
        self._file = io.StringIO()
        self._console = Console(
            file=self._file, width=width, force_terminal=styled, markup=False, emoji=False, highlight=False
        )
        self._open = False

    def heading(self, text: str) -> None:
        self.gap()
        self.entry("", Text(text.upper(), STYLES["heading"]))
        self.gap()

    def gap(self) -> None:
        """A blank line, but never two."""
        if self._open:
            self._line("", Text())
            self._open = False

    def entry(self, prefix: str, body: Text) -> None:
        """Text wrapped beside a prefix that stands on its first line."""
        indent = len(prefix)
        for number, line in enumerate(body.wrap(self._console, self._width - indent, overflow="fold")):
            line.rstrip()
            self._line(prefix if number == 0 else " " * indent, line)
        self._open = True

    def notes(self, notes: Iterable[str]) -> None:
        for note in filter(None, notes):
            self.entry(INDENT, Text(f"note: {one_line(note)}", STYLES["note"]))

    def text(self) -> str:
        return self._file.getvalue().rstrip("\n") + "\n"

    def _line(self, before: str, line: Text) -> None:
        if self._styled:
            self._console.print(Text(before) + line, soft_wrap=True)
        else:
            self._file.write(f"{before}{line.plain}".rstrip() + "\n")
