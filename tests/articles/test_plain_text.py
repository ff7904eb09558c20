"""Plain text as people have it: paragraphs, headlines, furniture, bylines, dates."""

from pathlib import Path

import pytest

import tui
from tui.articles.model import Article

PROSE = "Officials said on Monday that the talks would go on for another week."
MORE = "Nobody at the ministry was able to say when the talks might end."


def article(tmp_path: Path, text: str, **options: str) -> Article:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    return tui.read(str(path), **options)  # type: ignore[arg-type]


def kinds(made: Article) -> list[tuple[str, str]]:
    return [(p.kind, made.passage_text(p.index)) for p in made.passages]


def test_hard_wrapped(tmp_path: Path) -> None:
    text = (
        "The prime minister told parliament on Tuesday that the government\n"
        "would not raise taxes this year. She said that the U.S. government\n"
        "had agreed to a new treaty, which both chambers must still ratify\n"
        "before the summer.\n\n"
        "The opposition called the speech “a collection of half-truths” and\n"
        "asked for new elections. No date was named.\n"
    )
    made = article(tmp_path, text)
    assert made.text == text
    assert [p.paragraph for p in made.passages] == [0, 0, 1, 1]
    assert made.passage_text(0).endswith("government\nwould not raise taxes this year.")


def test_hard_wrapped_with_indented_paragraphs(tmp_path: Path) -> None:
    text = (
        "  The prime minister told parliament on Tuesday that her government\n"
        "would not raise taxes this year, whatever the opposition might say.\n"
        "  The opposition called the speech “a collection of half-truths” and\n"
        "asked for new elections.\n"
    )
    assert [p.paragraph for p in article(tmp_path, text).passages] == [0, 1]


def test_one_paragraph_a_line(tmp_path: Path) -> None:
    made = article(tmp_path, f"{PROSE} {MORE}\n{MORE}\n{PROSE}")
    assert [p.paragraph for p in made.passages] == [0, 0, 1, 2]


def test_a_line_broken_in_the_middle_goes_on(tmp_path: Path) -> None:
    broken = PROSE.replace("would go", "would\ngo")
    made = article(tmp_path, f"{broken}\n\n{MORE * 8}")
    assert made.passage_text(0) == broken


@pytest.mark.parametrize(
    "head",
    [
        "Ministry extends talks for a week\n\n",
        "The Daily Paper\nWorld\n\nMinistry extends talks for a week\nBy Jane Doe\n18 March 2025\n\n",
        "Ministry extends talks for a week\n\nMinistry extends talks for a week\nShare\n5 min read\n\n",
        "Home > World > Europe\nMinistry extends talks for a week\nPublished: March 18, 2025, 5:04 PM\n\n",
    ],
)
def test_headline(tmp_path: Path, head: str) -> None:
    made = article(tmp_path, head + f"{PROSE}\n\n{MORE}\n")
    assert made.title == "Ministry extends talks for a week"
    assert [text for kind, text in kinds(made) if kind == "headline"] == [made.title]
    assert [text for kind, text in kinds(made) if kind == "body"] == [PROSE, MORE]


@pytest.mark.parametrize(
    ("line", "date", "byline"),
    [
        ("18 March 2025", "2025-03-18", None),
        ("Published: March 18, 2025, 5:04 PM GMT", "2025-03-18", None),
        ("Updated 18th Mar. 2025 at 17:04", "2025-03-18", None),
        ("Tuesday, 2025-03-18", "2025-03-18", None),
        ("Posted on 18/03/2025", "2025-03-18", None),
        ("18.03.2025, 17:04", "2025-03-18", None),
        ("By Jane Doe", None, "Jane Doe"),
        ("By Jane Doe and John O'Neil, Reuters", None, "Jane Doe and John O'Neil, Reuters"),
        ("By JANE DOE | March 18, 2025", "2025-03-18", "JANE DOE"),
    ],
)
def test_byline_and_date(tmp_path: Path, line: str, date: str | None, byline: str | None) -> None:
    made = article(tmp_path, f"Ministry extends talks for a week\n{line}\n\n{PROSE}\n\n{MORE}\n")
    assert (made.date, made.byline) == (date, byline)
    assert ("furniture", line) in kinds(made)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the talks had ended without any result at all.",
        "On 18 March 2025 the ministry closed its doors to reporters.",
        "Posted soldiers were told to leave their posts on Monday night.",
        "Share prices fell by three percent after the talks were over.",
        "Print runs of all the newspapers were cut by a third on Monday.",
        "More from the ministry was not to be had on that Monday evening.",
    ],
)
def test_prose_is_no_furniture(tmp_path: Path, line: str) -> None:
    made = article(tmp_path, f"{PROSE}\n\n{line}\n\n{MORE}\n")
    assert ("body", line) in kinds(made)
    assert made.date is None
    assert made.byline is None


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Read more: Ministers meet again",
        "ALSO READ | Ministers meet again",
        "Follow us on Telegram and WhatsApp",
        "Sign up for our morning newsletter",
        "We use cookies to make this site work.",
        "By clicking Accept you agree to our terms.",
        "© 2025 The Daily Paper. All rights reserved.",
        "Copyright 2025 The Daily Paper",
        "(Photo by Jane Doe/Getty Images)",
        "Photo: Jane Doe",
        "Jane Doe/Reuters",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "12 comments",
        "1.2K shares",
        "3 hours ago",
        "4 min read",
        "Tags: ministry, talks",
        "* * *",
        "————",
        "Facebook",
        "You have 2 free articles left this month.",
        "This article is for subscribers only.",
    ],
)
def test_furniture(tmp_path: Path, line: str) -> None:
    made = article(tmp_path, f"{PROSE}\n\n{line}\n\n{MORE}\n")
    assert ("furniture", line) in kinds(made)
    assert [text for kind, text in kinds(made) if kind == "body"] == [PROSE, MORE]


def test_headings_lists_and_trailing_links(tmp_path: Path) -> None:
    made = article(
        tmp_path,
        f"{PROSE}\n\nWhat happens next?\n\n{MORE}\n\n- a week of talks\n- a vote\n- a treaty\n\n{PROSE}\n\n"
        "Related stories\nMinister denies everything\nTen facts about treaties\n",
    )
    assert [kind for kind, _ in kinds(made)] == [
        "body", "heading", "body", "body", "body", "body", "body", "furniture", "furniture", "furniture",
    ]  # fmt: skip


def test_last_words_without_a_full_stop_stay(tmp_path: Path) -> None:
    made = article(tmp_path, f"{PROSE}\n\n{MORE}\n\nUnion gives strength\n")
    assert kinds(made)[-1] == ("body", "Union gives strength")


def test_verse_and_notes_are_all_body(tmp_path: Path) -> None:
    made = article(tmp_path, "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you\n")
    assert {p.kind for p in made.passages} == {"body"}


def test_only_furniture(tmp_path: Path) -> None:
    made = article(tmp_path, "Share\n\nAdvertisement\n\nNext Story\n")
    assert {p.kind for p in made.passages} == {"furniture"}
    assert made.title == "report"


@pytest.mark.parametrize(
    "dateline",
    [
        "Washington:",
        "WASHINGTON (AP) —",
        "KYIV, Ukraine (AP) —",
        "LONDON, March 18 (Reuters) -",
        "NEW DELHI:",
        "Paris –",
    ],
)
def test_dateline(tmp_path: Path, dateline: str) -> None:
    made = article(tmp_path, f"Ministry extends talks for a week\n\n{dateline} {PROSE}\n\n{MORE}\n")
    assert made.dateline is not None
    assert made.text[slice(*made.dateline)] == dateline


@pytest.mark.parametrize(
    "opening", ["Analysis:", "Exclusive:", "However, the", "Trump - the president - said:"]
)
def test_no_dateline(tmp_path: Path, opening: str) -> None:
    assert article(tmp_path, f"{opening} {PROSE}\n\n{MORE}\n").dateline is None


@pytest.mark.parametrize("split", ["sentence", "line", "paragraph"])
def test_passages_cover_the_words(tmp_path: Path, split: str) -> None:
    text = f"\n\n  Ministry extends talks\n\n{PROSE}  {MORE}\nX\n\n  {MORE}\n{PROSE}  \n\n"
    made = article(tmp_path, text, split=split)
    assert "".join(made.passage_text(p.index) for p in made.passages).split() and made.text == text
    words = [word for p in made.passages for word in made.passage_text(p.index).split()]
    assert words == text.split()


def test_identical_input_identical_output(tmp_path: Path) -> None:
    text = f"Ministry extends talks\n\n{PROSE}\n\n{MORE}\n"
    assert article(tmp_path, text) == article(tmp_path, text)
