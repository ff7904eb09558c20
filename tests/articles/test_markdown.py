"""Markdown, as the text a reader of it sees."""

import time
from pathlib import Path

import pytest

import tui

TEXT = """\
---
author: Jane Doe
date: 2025-03-18
---
# Talks *extended* by a week

Officials said on [Monday](https://example.org/a "why") that the talks
would go on for **another** week. Gen. Lee agreed.\\
Nobody else did.

## What happens next?

> “We wait,” the minister said.

* a vote in `March`
* a treaty

| Side | Seats |
| ---- | ----- |
| Left | 12    |

![A picture](x.png)

<div>Raw <b>words</b> here are kept as words.</div>
<script>alert(1)</script>

    code stays
"""


def read(tmp_path: Path, text: str) -> tui.Article:
    path = tmp_path / "talks.md"
    path.write_text(text, encoding="utf-8")
    return tui.read(str(path))


def test_markdown(tmp_path: Path) -> None:
    article = read(tmp_path, TEXT)
    assert (article.title, article.byline, article.date) == (
        "Talks extended by a week",
        "Jane Doe",
        "2025-03-18",
    )
    assert [(p.kind, article.passage_text(p.index)) for p in article.passages] == [
        ("headline", "Talks extended by a week"),
        ("body", "Officials said on Monday that the talks would go on for another week."),
        ("body", "Gen. Lee agreed."),
        ("body", "Nobody else did."),
        ("heading", "What happens next?"),
        ("body", "“We wait,” the minister said."),
        ("body", "a vote in March"),
        ("body", "a treaty"),
        ("body", "Side · Seats"),
        ("body", "Left · 12"),
        ("body", "Raw words here are kept as words."),
        ("body", "code stays"),
    ]


def test_title_in_front_matter(tmp_path: Path) -> None:
    article = read(tmp_path, "---\ntitle: 'Talks go on'\n---\nOne sentence about the talks.\n")
    assert article.title == "Talks go on"
    assert [p.kind for p in article.passages] == ["headline", "body"]


def test_only_pictures(tmp_path: Path) -> None:
    with pytest.raises(tui.ArticleError, match=r"only white space|no words"):
        read(tmp_path, "![A picture](x.png)\n")


@pytest.mark.parametrize(
    "unit", ["[", "*a ", "> ", "`", "![](", "<", "- ", "<!--", "_a", "&", "|", "\\", "# ", "<script>"]
)
def test_a_hundred_kilobytes_of_marks(unit: str, tmp_path: Path) -> None:
    began = time.process_time()
    read(tmp_path, "Words. " + unit * (100_000 // len(unit)))
    assert time.process_time() - began < 40  # squared costs take minutes
