"""Any bytes at all: an article whose passages hold, or one clear complaint."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tui
from tests.articles import make

LINES = st.sampled_from(
    [
        *"Big Story|X|Share it|By Jane Doe|18 March 2025||   |* * *|- item|# Heading|。".encode().split(b"|"),
        "“No.” He left.".encode(),
        b"Washington: It rained. Gen. Lee left.",
        b"The talks went on for a week, officials in the capital said on Monday.",
        b"\x1b[31mred\x1b[0m",
        *(b"\xff\xfe", b"\x00\x00", b"\xe2\x80\xae", b"caf\xe9", b"\xed\xa0\x80", b"\x0c"),
        *(b"<p>One paragraph.</p>", b"%PDF-1.4", b"PK\x03\x04"),
    ]
)
SPLITS = st.sampled_from(["sentence", "line", "paragraph"])
DATA = st.binary(max_size=400) | st.lists(LINES | st.binary(max_size=20), max_size=30).map(b"\n".join)


READABLE = {
    ".txt": b"",
    ".md": b"# Talks\n\nThey go on [here](x).\n",
    ".html": (Path(__file__).parent / "pages" / "blog.html").read_bytes(),
    ".docx": make.docx(make.word_paragraph("The talks went on. Gen. Lee left.")),
    ".epub": make.epub({"one": "<h1>Talks</h1><p>The talks went on. Gen. Lee left.</p>"}),
}


@pytest.mark.parametrize("suffix", READABLE)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=DATA, at=st.integers(0, 3000), cut=st.integers(0, 50), split=SPLITS)
def test_any_bytes(suffix: str, tmp_path: Path, data: bytes, at: int, cut: int, split: str) -> None:
    """Any bytes, for the richer formats inside a file that can be read."""
    whole = READABLE[suffix]
    path = tmp_path / f"any{suffix}"
    path.write_bytes(whole[:at] + data + whole[at + cut :])
    began = time.process_time()
    try:
        article = tui.read(str(path), split=split)  # type: ignore[arg-type]
    except tui.ArticleError as error:
        assert str(error).isprintable()
        return
    finally:
        assert time.process_time() - began < 20  # a few kilobytes take milliseconds
    check(article)


def test_any_bytes_in_a_pdf(tmp_path: Path) -> None:
    """Fewer, since each starts a process; the damage is spread over the whole file."""
    whole = make.pdf([["The talks went on.", "Gen. Lee left."]])
    path = tmp_path / "any.pdf"
    for at in range(10, len(whole), max(1, len(whole) // 12)):
        path.write_bytes(whole[:at] + b"\xff<<[/(\x00" + whole[at + 3 :])
        try:
            check(tui.read(str(path)))
        except tui.ArticleError as error:
            assert str(error).isprintable()


def check(article: tui.Article) -> None:
    assert article.passages
    for k, passage in enumerate(article.passages):
        words = article.passage_text(k)
        assert passage.index == k
        assert words
        assert words == words.strip()
    for a, b in pairwise(article.passages):
        assert a.end <= b.start
        assert a.paragraph <= b.paragraph
        assert not article.text[a.end : b.start].strip()
    assert article.passages[0].start == len(article.text) - len(article.text.lstrip())
    assert article.passages[-1].end == len(article.text.rstrip())
    if article.dateline:
        start, end = article.dateline
        assert 0 <= start < end <= len(article.text)
    assert "\n" not in article.title
    article.text.encode()
