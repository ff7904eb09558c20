"""The bundled pair: every sentence whole, furniture kept apart."""

from pathlib import Path

import pytest

import tui

SEEDS = Path(__file__).parents[2] / "seeds"
A = str(SEEDS / "000_cc3402ed09cc98f6.txt")
B = str(SEEDS / "003_a66ea636ac6472d1.txt")

# Sentences in each paragraph, counted by a reader.
SENTENCES_A = [2, 1, 4, 2, 2, 1, 1, 1, 2, 2, 3, 2, 2, 1, 1, 4, 2, 2, 1, 2, 3, 2]
SENTENCES_B = [2, 2, 2, 3, 3, 1, 3, 3]


@pytest.mark.parametrize(("path", "counts"), [(A, SENTENCES_A), (B, SENTENCES_B)])
def test_sentences(path: str, counts: list[int]) -> None:
    article = tui.read(path)
    body = [p for p in article.passages if p.kind == "body"]
    paragraphs = sorted({p.paragraph for p in body})
    assert [sum(p.paragraph == k for p in body) for k in paragraphs] == counts
    for p in body:
        text = article.passage_text(p.index)
        assert text[0].isupper() or text[0] == "“"
        assert text.endswith((".", ".”"))


def test_furniture_and_headline() -> None:
    article = tui.read(A)
    by_kind = {kind: [article.passage_text(p.index) for p in article.passages if p.kind == kind]
               for kind in ("headline", "heading", "furniture")}  # fmt: skip
    headline = "Trump, Putin hold key talks as US pushes 30-day Ukraine ceasefire"
    assert by_kind["headline"] == [headline]
    assert by_kind["heading"] == []
    assert by_kind["furniture"] == ["MillenniumPost", "Big Story", headline, "X", "Next Story", "Share it"]
    assert article.title == headline
    assert article.dateline is not None
    assert article.text[slice(*article.dateline)] == "Washington:"


def test_without_headline() -> None:
    article = tui.read(B)
    assert article.title == "In a significant diplomatic exchange, U.S. President Donald…"
    assert [article.passage_text(p.index) for p in article.passages if p.kind == "heading"] == [
        "A Step Toward Peace Talks",
        "Russia’s Key Demands",
        "Talks on Land and Energy Infrastructure",
        "Zelenskyy’s Response",
    ]
    assert not [p for p in article.passages if p.kind in ("headline", "furniture")]


def test_lines_and_paragraphs() -> None:
    assert len(tui.read(B, split="line").passages) == 12
    assert len(tui.read(B, split="paragraph").passages) == 12
    with pytest.raises(ValueError, match="split"):
        tui.read(B, split="word")  # type: ignore[arg-type]
