"""The HTML report in a real headless Chromium."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from support.browser import Browser
from support.command import SEEDS
from support.pairs import A, B, by_hand, claim, marked, unsure

import tui
from tui.comparison.model import Comparison
from tui.facts.model import Conflict, Place, Quotation
from tui.marks.model import Marks, claim_target, passage_target
from tui.reports import REPORTS, write_report
from tui.reports.page import KEYS, html_report


class Page:
    """The report of a comparison, open in the browser."""

    def __init__(self, browser: Browser, folder: Path, comparison: Comparison, marks: Marks) -> None:
        self.browser = browser
        self.file = folder / "report.html"
        write_report(html_report(comparison, marks), self.file)
        browser.show(1200, 800)
        browser.open(self.file)

    def ids(self, selector: str) -> list[str]:
        """The passages that a selector finds."""
        found: list[str] = self.browser.run(
            f"[...document.querySelectorAll({json.dumps(selector)})].map(e => e.id)"
        )
        return found

    def text(self, selector: str) -> str:
        return str(self.browser.run(f"document.querySelector({json.dumps(selector)}).textContent"))

    def style(self, selector: str, name: str) -> str:
        return str(
            self.browser.run(f"getComputedStyle(document.querySelector({json.dumps(selector)}))[{name!r}]")
        )


@pytest.fixture
def storm(browser: Browser, tmp_path: Path) -> Page:
    comparison = by_hand()
    return Page(browser, tmp_path, comparison, marked(comparison))


def test_the_file_stands_alone(storm: Page) -> None:
    assert storm.browser.requests == [storm.file.as_uri()]
    assert storm.browser.complaints == []
    source = storm.file.read_text(encoding="utf-8")
    assert not re.search(
        r"""\b(?:src|srcset|action)=|<link|url\(|@import|https?://(?!www\.w3\.org/2000/svg")""", source
    )


def test_both_articles_are_there_as_they_are(storm: Page) -> None:
    for side, passages in (("a", A), ("b", B)):
        for number, passage in enumerate(passages):
            shown = storm.text(f"#{side}{number}")
            assert shown.lstrip("=±+‼") == passage


def test_keys_walk_the_matches(storm: Page) -> None:
    storm.browser.press("]")
    assert (storm.ids(".here"), storm.ids(".there")) == (["a1"], ["b0"])
    assert storm.text(".walk.match .count") == "match 1 of 2"
    storm.browser.press("]")
    assert (storm.ids(".here"), storm.ids(".there")) == (["a2"], ["b1"])
    storm.browser.press("]")
    assert storm.ids(".here") == ["a1"]  # around at the end
    storm.browser.press("[")
    assert storm.ids(".here") == ["a2"]
    assert "a2 · conflicting · matches b1 (0.71)" in storm.text("#about")


def test_what_is_only_possibly_a_match_is_dashed_and_told(browser: Browser, tmp_path: Path) -> None:
    page = Page(browser, tmp_path, unsure(), Marks())
    browser.press("]")
    assert page.style("#gutter path", "strokeDasharray") == "none"
    assert "matches b0 (0.93)" in page.text("#about")
    browser.press("]")
    assert page.style("#gutter path", "strokeDasharray") != "none"
    assert "matches perhaps b1 (0.34)" in page.text("#about")


def test_keys_walk_what_only_one_says(storm: Page) -> None:
    storm.browser.press("}")
    assert storm.text("mark.at") == "Mayor Ruth Adeyemi said"
    assert storm.text(".walk.unique .count") == "only in A 1 of 2"
    assert "note: Adeyemi is the deputy." in storm.text("#about")
    storm.browser.press("}")
    assert storm.ids(".here") == ["a3"]
    storm.browser.press("{", "{")
    assert storm.ids(".here") == ["a3"]


def test_keys_walk_the_conflicts(storm: Page) -> None:
    storm.browser.press("c")
    assert storm.browser.run("[...document.querySelectorAll('.at')].map(e => e.textContent)") == [
        "Four boats",
        "Six boats",
    ]
    assert "A says four boats, B says six." in storm.text("#about")


def test_the_words_a_match_rests_on_are_marked_when_asked_for(storm: Page) -> None:
    marked_words = (
        "CSS.highlights.has('evidence') ? [...CSS.highlights.get('evidence')].map(String).sort() : null"
    )
    storm.browser.press("]")
    assert storm.browser.run(marked_words) == []
    storm.browser.press("e")
    assert storm.browser.run(marked_words) == ["Monday", "Monday", "harbour", "harbour"]
    storm.browser.press("]")
    assert storm.browser.run(marked_words) == ["boats", "boats"]
    storm.browser.press("e")
    assert storm.browser.run(marked_words) == []


def test_keys_change_sides_and_come_back(storm: Page) -> None:
    storm.browser.press("]", "Enter")
    assert (storm.ids(".here"), storm.ids(".there")) == (["b0"], ["a1"])
    storm.browser.press("j")
    assert storm.ids(".here") == ["b1"]
    storm.browser.press("k", "Backspace")
    assert storm.ids(".here") == ["a1"]
    storm.browser.press("Tab", "}")
    assert storm.text("mark.at") == "the coast guard said"
    assert storm.text(".walk.unique .count") == "only in B 1 of 2"


def test_help_and_findings_open_and_close(storm: Page) -> None:
    opened = "document.getElementById('help').open"
    storm.browser.press("?")
    assert storm.browser.run(opened)
    for keys, what in KEYS:
        assert all(key in storm.text("#help table") for key in keys)
        assert what in storm.text("#help table")
    storm.browser.press("Escape")
    assert not storm.browser.run(opened)
    storm.browser.press("o")
    assert storm.style("#findings", "display") == "block"
    for said in (
        "Ask the coast guard.",
        "Confirmed by <the> ministry.",
        "On words that are no claim any more.",
        "b0 Both had it from the agency.",
        "Checked by the reader: 2 of 5",
    ):
        assert said in storm.text("#findings")
    storm.browser.point("#findings a[href='#b2']", click=True)
    assert storm.style("#findings", "display") == "none"
    assert storm.ids(".here") == ["b2"]


def test_the_mouse_shows_and_takes_the_match(storm: Page) -> None:
    storm.browser.point("#b0")
    assert storm.ids(".hover") == ["a1", "b0"]
    storm.browser.point("#b0", click=True)
    assert (storm.ids(".here"), storm.ids(".there")) == (["b0"], ["a1"])
    storm.browser.point("nav [data-key=']']", click=True)
    assert storm.ids(".here") == ["b1"]


def test_the_bundled_pair_is_brought_level(browser: Browser, tmp_path: Path) -> None:
    a, b = (tui.read(path) for path in SEEDS)
    page = Page(browser, tmp_path, tui.compare(a, b), Marks())
    tops = "[...document.querySelectorAll('.here, .there')].map(e => e.getBoundingClientRect().top)"
    for _ in page.ids("#side-a .passage[data-to]"):
        browser.press("]")
        assert page.ids(".here")
        assert min(browser.run(tops)) > 0
        assert browser.run("document.querySelectorAll('#gutter path').length") >= 1
    assert browser.complaints == []


EVIL = (
    "</span></script><script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 1'>",
    '" onmouseover="window.pwned = 1" x=\'',
    "<svg/onload=window.pwned=1><style>*{display:none}</style>",
    "&lt;script&gt; ]]> <!-- {{7*7}} ${7*7} javascript:window.pwned=1",
    "control \x1b[31m \x00 \x9b bidi \u202e zero\u200bwidth",
)


def test_nothing_in_an_article_runs(browser: Browser, tmp_path: Path) -> None:
    everywhere = "".join(EVIL[:5])
    comparison = by_hand(list(EVIL), list(EVIL))
    a = replace(
        comparison.a, title=everywhere, source=everywhere, byline=everywhere, site=everywhere, date=EVIL[2]
    )
    first, last = comparison.a.passages[0], comparison.a.passages[2]
    unique = claim("a", comparison.a, 2, EVIL[2][2:20], "unique")
    facts = replace(
        comparison.facts,
        claims=(unique,),
        conflicts=(
            Conflict(Place(0, first.start, first.end), Place(0, 0, first.end), "other", everywhere, 1),
        ),
        quotations=(Quotation("a", 2, last.start, last.end, everywhere),),
    )
    notes = {claim_target(unique): everywhere, passage_target("a", first): everywhere}
    page = Page(browser, tmp_path, replace(comparison, a=a, facts=facts), Marks(notes=notes))
    browser.point("#a2")
    browser.press("]", "}", "c", "j", "o", "?")
    assert browser.run("window.pwned") is None
    assert browser.complaints == []
    assert browser.requests == [page.file.as_uri()]
    for number, text in enumerate(EVIL[:5]):
        assert page.text(f"#b{number}").lstrip("=±+‼") == text
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202e]", page.file.read_text(encoding="utf-8"))


def test_the_policy_stops_any_other_script(storm: Page) -> None:
    storm.browser.run(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.pwned = 1';"
        " document.body.append(s); const i = new Image(); i.src = 'https://example.invalid/x'; })()"
    )
    assert storm.browser.run("window.pwned") is None
    assert any("Content Security Policy" in complaint for complaint in storm.browser.complaints)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast of two colours written as rgb(...)."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_can_be_read(storm: Page, scheme: str) -> None:
    storm.browser.show(1200, 800, scheme=scheme)
    paper = storm.style("html", "background-color")
    assert (contrast(paper, "rgb(0,0,0)") > 10) == (scheme == "light")
    for selector in (
        "body",
        ".mixed > i",
        "mark.unique",
        ".conflicting > i",
        ".origin",
        ".walk.match .count",
    ):
        assert contrast(storm.style(selector, "color"), paper) >= 4.5, selector
    conflict = "main mark.conflict"
    assert contrast(storm.style(conflict, "color"), storm.style(conflict, "background-color")) >= 4.5


@pytest.mark.parametrize("width", [320, 390, 760])
def test_a_phone_shows_one_column_and_the_counterpart_in_words(storm: Page, width: int) -> None:
    storm.browser.show(width, 700)
    storm.browser.press("]")
    assert storm.browser.run("document.scrollingElement.scrollWidth <= innerWidth")
    assert storm.browser.run("document.querySelector('main').scrollWidth <= innerWidth")
    assert storm.style("#about .words", "display") == "block"
    assert storm.text("#about .words") == f"b0: {B[0]}"


def test_print_shows_everything_and_no_controls(storm: Page) -> None:
    storm.browser.press("c")
    storm.browser.show(1000, 800, media="print")
    for hidden in ("nav", "footer", "#gutter"):
        assert storm.style(hidden, "display") == "none"
    assert storm.style("#findings", "display") == "block"
    assert storm.style("#side-a", "overflow-y") == "visible"


def test_a_long_report_is_printed_on_several_pages(browser: Browser, tmp_path: Path) -> None:
    a, b = (tui.read(path) for path in SEEDS)
    Page(browser, tmp_path, tui.compare(a, b), Marks())
    pages = re.search(rb"/Count (\d+)", browser.print())
    assert pages is not None
    assert int(pages[1]) >= 3


def test_without_scripts_it_can_still_be_read(browser: Browser, storm: Page) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(storm.file)
        assert storm.style("#findings", "display") == "block"
        assert storm.style("#side-a", "overflow-y") == "visible"
        assert storm.text("#b2").endswith(B[2])
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_the_registry_gives_the_same() -> None:
    comparison = by_hand()
    assert REPORTS["html"](comparison, Marks()) == html_report(comparison)
