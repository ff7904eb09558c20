"""Saved pages in the styles of news sites: the article kept, the page gone."""

from dataclasses import dataclass
from pathlib import Path

import pytest

import tui

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Page:
    name: str
    title: str
    kept: tuple[str, ...]
    gone: tuple[str, ...]
    byline: str | None = None
    date: str | None = None
    site: str | None = None
    headings: tuple[str, ...] = ()


EXPECTED = [
    Page(
        "wire",
        "Dam breach floods three valley towns, hundreds evacuated",
        ("An earthen dam gave way", "No deaths had been", "“Then the street was gone.”", "200 soldiers"),
        ("cookies", "Facebook", "Advertisement", "Ten dams", "All rights reserved", "Markets"),
        "Hanna Lindqvist", "2024-05-14", "Northern Wire",
    ),
    Page(
        "paywall",
        "Bank of Albion holds rates at 4.75% as inflation cools",
        ("unchanged at 4.75 per cent", "Dr. Ruth Adeyemi", "“But the direction is clear.”", "$1.243"),
        ("Subscribe", "free trial", "Already a subscriber", "mortgage", "Copyright", "Companies"),
        "Marcus Webb", "2025-02-06", "The Albion Ledger",
    ),
    Page(
        "liveblog",
        "Storm Bertha makes landfall on the south coast – live",
        ("gusts of up to 148", "forty metres", "up from 62,000", "when a tree fell"),
        ("newsletter", "inbox", "About us", "Privacy"),
        None, "2023-11-02", "Coastal Post",
        ("Harbour wall in Swanmouth collapses", "90,000 homes without power", "Schools stay shut",
         "What we know so far"),
    ),
    Page(
        "tabloid",
        "Striker’s £60m move collapses after medical",
        ("£60 million move", "£190,000 a week", "the doctors were clear", "17 goals", "11 p.m. on Monday"),
        ("bottled it", "never heal", "READ MORE", "ADVERT", "one trick", "1.2k shares", "Betting"),
        "Kelly Barnes", "2025-01-30", "Daily Goal",
    ),
    Page(
        "magazine",
        "The last lighthouse keepers",
        ("211 steps", "“Somebody ought to look,”", "412 keepers", "We lost our audience.", "Eleven boats"),
        ("Search", "More from Meridian", "counts whales", "Letter from the coast"),
        "Ines Okafor", "2022-08-19", "Meridian Magazine",
        ("A long farewell", "What the lamps were for"),
    ),
    Page(
        "agency",
        "Budget passes second reading",
        ("71 votes to 48", "9.4 billion", "no wish to borrow", "112 amendments"),
        ("Archive", "Photos"),
        None, "2021-03-12",
    ),
    Page(
        "gallery",
        "Carnival returns to Santa Rosa after three years",
        ("120,000 people", "Fourteen schools", "got its voice back", "27 arrests"),
        ("Skip to content", "Julia Prado", "Tags", "Download our app", "Previous"),
        None, "2023-02-20", "El Faro English",
    ),
    Page(
        "amp",
        "Tram drivers call off strike hours before start",
        ("a raise of 6.5 percent", "by Sept. 20, its", "It is what we could get.”", "310,000 riders"),
        ("City Hall", "cookies", "always late"),
        "Joon-ho Baek", "2024-09-03", "Metro Times",
    ),
    Page(
        "broadcaster",
        "Wolves to be released in Glen Affric",
        ("Six wolves", "200 square kilometres", "“from the first week”", "£2.8m"),
        ("Getty", "Lynx", "beavers", "Wildlife", "external sites", "iPlay"),
        "Fiona Grant", "2025-04-09", "RBN News",
        ("‘A fence is not a plan’",),
    ),
    Page(
        "blog",
        "Council votes to sell the old library",
        ("voted 7-5", "22 flats", "selling our living room", "$2.9 million"),
        ("Share this", "Shame on all", "ruin", "Leave a Reply", "Recent Posts", "Snow closes"),
        "Rosa M", "2024-01-17", "Hill Street Observer",
    ),
    Page(
        "german",
        "Bahn streicht ein Drittel der Nachtzüge",
        ("am 15. Dezember ein Drittel", "„Wir bedauern das sehr“", "2,1 Mio. Reisende", "Paul Roth (SPD)"),
        ("Anzeige", "Lesen Sie auch", "Impressum", "Abo"),
        None, "2024-12-03", "Abendkurier",
    ),
]  # fmt: skip


@pytest.mark.parametrize("page", EXPECTED, ids=lambda page: page.name)
def test_page(page: Page) -> None:
    article = tui.read(str(PAGES / f"{page.name}.html"))
    by_kind = {
        kind: [article.passage_text(p.index) for p in article.passages if p.kind == kind]
        for kind in ("headline", "heading", "body")
    }
    assert article.title == page.title
    assert by_kind["headline"] == [page.title]
    assert by_kind["heading"] == list(page.headings)
    body = "\n".join(by_kind["body"])
    assert [words for words in page.kept if words not in body] == []
    assert [words for words in page.gone if words in body] == []
    assert (article.byline, article.date, article.site) == (page.byline, page.date, page.site)


def test_a_page_without_an_article() -> None:
    with pytest.raises(tui.ArticleError, match="no article was found in the page; open it in a browser"):
        tui.read(str(PAGES / "shell.html"))


def test_a_page_is_known_by_its_beginning(tmp_path: Path) -> None:
    page = (PAGES / "wire.html").read_bytes()
    (tmp_path / "saved.txt").write_bytes(page)
    assert tui.read(str(tmp_path / "saved.txt")).title == EXPECTED[0].title


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 20_000 + "word " * 50 + "</div>" * 20_000,
        "<html><body><p>" + "<b>" * 50_000 + "word " * 50,
        "<html><body>" + "<p>word " * 20_000,
        "<html><body><p " + "a=" * 200_000,
        "<html>" + "<!--" * 200_000,
        "<!doctype html><html><body>" + "&#0;&#xd800;&#1114112;" * 20 + "<p>" + "word " * 60,
        "<html><body><table>" + "<tr><td>a<td>b" * 5_000,
    ],
    ids=["deep", "inline", "many", "attributes", "comments", "entities", "table"],
)
def test_hostile_pages(page: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    try:
        assert tui.read(str(path)).passages
    except tui.ArticleError as error:
        assert "no article" in str(error)
