"""Hostile bytes through the whole product: no crash, no hang, and every report valid."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.hostile import FRAGMENTS
from support.pipeline import check, through

from tui.articles.model import Article

hostile_text = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8), st.sampled_from([" ", "\n", "\n\n", ". "])),
    max_size=40,
).map("".join)

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1")

news = st.sampled_from(["Two died. ", "Over 400 people fled on Tuesday, he said. ", ""])
"""What makes an article of most texts, so that they are compared and not only refused."""

hostile_bytes = st.one_of(
    st.tuples(news, hostile_text).map(lambda t: "".join(t).encode("utf-8", "replace")),
    st.tuples(hostile_text, st.sampled_from(ENCODINGS)).map(lambda t: t[0].encode(t[1], "replace")),
    hostile_text.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(hostile_text, st.binary(max_size=30)).map(lambda t: t[0].encode("utf-8", "replace") + t[1]),
    st.binary(max_size=200),
)

fuzz = settings(
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
    ],
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Load what is loaded once, so that it does not count."""
    check(Article.from_passages(["One."]), Article.from_passages(["Two."]))


@settings(fuzz, max_examples=120)
@given(
    a=hostile_bytes,
    b=hostile_bytes,
    suffix=st.sampled_from([".txt", ".txt", ".md", "", ".html"]),
    split=st.sampled_from(["sentence", "line", "paragraph"]),
)
def test_bytes_to_every_report(
    tmp_path: Path, runs: Callable[..., None], a: bytes, b: bytes, suffix: str, split: str
) -> None:
    runs("bytes to every report", compared=through(a, b, tmp_path, suffix, split, limit=HANG))


@settings(fuzz, max_examples=40)
@given(data=st.binary(max_size=400), suffix=st.sampled_from([".docx", ".epub", ".pdf", ".html", ".htm"]))
def test_damaged_documents_are_refused_or_read(
    tmp_path: Path, runs: Callable[..., None], data: bytes, suffix: str
) -> None:
    magic = {".docx": b"PK\x03\x04", ".epub": b"PK\x03\x04", ".pdf": b"%PDF-1.4\n"}.get(suffix, b"<html>")
    runs("damaged documents", compared=through(magic + data, b"One.", tmp_path, suffix, limit=HANG))


@settings(fuzz, max_examples=60)
@given(a=st.lists(hostile_text, max_size=8), b=st.lists(hostile_text, max_size=8))
def test_passages_to_every_report(runs: Callable[..., None], a: list[str], b: list[str]) -> None:
    check(
        Article.from_passages(a, title=a[0] if a else ""),
        Article.from_passages(b, source="".join(b)),
        limit=HANG,
    )
    runs("passages to every report", compared=True)


HANG = 20.0
"""Seconds of computing that a step may take here, where the machine may be slow and busy. How long one
takes is told by the table below the tests; `make bench` holds 100 kB to two seconds."""

REPEATED = [
    "a", "A ", "A. ", "1 ", "$5 ", "on Feb. 3 at 5 p.m. ", "He said. ", "1,", ". ", "“", "word ",
    "Name Name ",
    "No. ", "\x1b[2J", "\ud800", "[", "<", "Z\u0300\u0301", "?” he said", "“We will not,” said Ms. Roe, 45.",
    "-5°C",
    "日",
    "WASHINGTON (AP) — Over 400 people fled.", "J. R. R. Tolkien",
    "It cost $1.2 billion, up 3.5% from Feb. 28. ",
    "Neither side agreed. Both sides agreed. ", "日本語の記事。「引用」", "\n", " ", "\x00",
]  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_a_hundred_kilobytes_of_one_thing(tmp_path: Path, runs: Callable[..., None], unit: str) -> None:
    data = unit.encode("utf-8", "replace")
    data *= 65_000 // len(data)
    slowest: list[float] = []
    compared = through(data, b"One. " + data[:35_000], tmp_path, contract=False, limit=HANG, took=slowest)
    runs("100 kB of one thing", compared=compared, seconds=max(slowest, default=0.0))
