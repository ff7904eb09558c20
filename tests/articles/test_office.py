"""Word documents, e-books and PDFs: read, and unable to hurt."""

import sys
import time
from pathlib import Path

import pytest

import tui
from tests.articles import make
from tui.articles import pdf as pdf_reading
from tui.language.progress import silent

PROSE = "Officials said on Monday that the talks would go on for another week."
MORE = "Nobody at the ministry was able to say when the talks might end."


def read(tmp_path: Path, data: bytes, name: str) -> tui.Article:
    path = tmp_path / name
    path.write_bytes(data)
    return tui.read(str(path))


def kinds(article: tui.Article) -> list[tuple[str, str]]:
    return [(p.kind, article.passage_text(p.index)) for p in article.passages]


def complaint(tmp_path: Path, data: bytes, name: str) -> str:
    began = time.monotonic()
    with pytest.raises(tui.ArticleError) as caught:
        read(tmp_path, data, name)
    assert time.monotonic() - began < 60
    assert str(caught.value).isprintable()
    return str(caught.value)


# ---------------------------------------------------------------- Word


def test_docx(tmp_path: Path) -> None:
    body = (
        make.word_paragraph("Talks go on", "Titel")
        + make.word_paragraph(f"{PROSE} {MORE}")
        + make.word_paragraph("What happens next?", "berschrift2")
        + f"<w:p><w:r><w:t>{MORE}</w:t><w:br/><w:t>And a vote.</w:t></w:r>"
        + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>P</w:instrText></w:r></w:p>"
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Left: 12 seats.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    article = read(tmp_path, make.docx(body, title="Document1", creator="Jane Doe"), "talks.docx")
    assert (article.title, article.byline, article.date) == ("Talks go on", "Jane Doe", "2025-03-18")
    assert kinds(article) == [
        ("headline", "Talks go on"),
        ("body", PROSE),
        ("body", MORE),
        ("heading", "What happens next?"),
        ("body", MORE),
        ("body", "And a vote."),
        ("body", "Left: 12 seats."),
    ]


def test_docx_without_styles(tmp_path: Path) -> None:
    body = "".join(map(make.word_paragraph, ("Talks go on for another week", "By Jane Doe", PROSE, MORE)))
    article = read(tmp_path, make.docx(body, creator="Admin"), "talks.docx")
    assert (article.title, article.byline) == ("Talks go on for another week", "Jane Doe")
    assert [kind for kind, _ in kinds(article)] == ["headline", "furniture", "body", "body"]


def test_docx_under_another_name(tmp_path: Path) -> None:
    assert PROSE in read(tmp_path, make.docx(make.word_paragraph(PROSE)), "attachment.bin").text


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + k)} "{("&" + chr(97 + k) + ";") * 10}">' for k in range(9)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [ENTITIES, OUTSIDE])
def test_docx_entities(tmp_path: Path, head: str) -> None:
    data = make.docx(make.word_paragraph("&a;"), head=head)
    assert "its XML declares entities" in complaint(tmp_path, data, "bad.docx")


def test_zip_bomb(tmp_path: Path) -> None:
    body = make.word_paragraph("x" * 1000) * 100_000
    assert "unpacks to more than 60 MB" in complaint(tmp_path, make.docx(body), "bomb.docx")


def test_lying_zip_sizes(tmp_path: Path) -> None:
    data = make.docx(make.word_paragraph("x" * 1000) * 100_000)
    small = data.replace((100_000 * 1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    complaint(tmp_path, small, "liar.docx")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (make.docx(make.word_paragraph(PROSE))[:-40], "it is damaged"),
        (make.docx(make.word_paragraph(PROSE)).replace(b"\x08\x00", b"\x60\x00"), "it is damaged"),
        (make.docx("<w:p><w:r>"), "it is damaged"),
        (make.docx(""), "only white space"),
        (make.zipped({"a.txt": "x"}), "it is an archive"),
        (make.zipped({"word/document.xml": "\x00\x01"}), "it is damaged"),
        (make.zipped({"word/document.xml": "<a>" * 200_000}), "it is damaged"),
        (make.zipped({f"{k}": "" for k in range(5_100)}), "more than 5000 files"),
    ],
    ids=["cut", "method", "open", "empty", "no document", "no XML", "deep", "many"],
)
def test_damaged_archives(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in complaint(tmp_path, data, "bad.docx")


# ---------------------------------------------------------------- e-books

CHAPTER = f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title><style>p {{}}</style></head><body><h2>What happens&#160;next?</h2><p>{MORE}&nbsp;</p>
<script>alert(1)</script><ul><li>a vote in <i>March</i></li></ul></body></html>"""
FIRST = f"<html><body><h1>Talks go on</h1><p>{PROSE}</p></body></html>"


def test_epub(tmp_path: Path) -> None:
    article = read(tmp_path, make.epub({"two": CHAPTER, "one": FIRST}, order=("one", "two")), "talks.epub")
    assert (article.title, article.byline, article.date, article.site) == (
        "Talks go on", "Jane Doe", "2025-03-18", "The Daily Paper",
    )  # fmt: skip
    assert kinds(article) == [
        ("headline", "Talks go on"),
        ("body", PROSE),
        ("heading", "What happens next?"),
        ("body", MORE),
        ("body", "a vote in March"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (make.epub({}), "it has no chapters"),
        (make.epub({}, extra={"META-INF/encryption.xml": "<e/>"}), "it is copy-protected"),
        (make.epub({"one": FIRST}, extra={"OPS/book.opf": ENTITIES + "<package/>"}), "declares entities"),
        (make.epub({"one": FIRST}, extra={"META-INF/container.xml": "<x/>"}), "it is damaged"),
        (make.epub({"one": "<p>" + "x" * 70_000_000}), "unpacks to more than 60 MB"),
    ],
    ids=["empty", "protected", "entities", "no package", "bomb"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_bad_epubs(tmp_path: Path, data: bytes, said: str) -> None:
    assert said in complaint(tmp_path, data, "bad.epub")


@pytest.mark.parametrize(
    "unit", ["<", "<!--", "<p ", "&", "&#", "<a b='", "</", "<![CDATA[", "<?x", "<script>"]
)
def test_a_chapter_of_marks(tmp_path: Path, unit: str) -> None:
    began = time.process_time()
    article = read(
        tmp_path, make.epub({"one": f"<p>{PROSE}</p>" + unit * (300_000 // len(unit))}), "marks.epub"
    )
    assert PROSE in article.text
    assert time.process_time() - began < 40


# ---------------------------------------------------------------- PDF

PAGES = [
    [
        "The Daily Paper                18 March 2025",
        "Ministry extends talks for a week",
        "Officials said on Monday that the talks would go on for another week, and that the nego-",
        "tiators had agreed on a cease-fire. The U.S. envoy, Gen. Mark Lee, called the 30-day cease-",
        "fire “a start”. It was the third round of talks since",
    ],
    [
        "The Daily Paper                18 March 2025",
        "January, and it will not be the last one, the minister told reporters in the capital on Mon-",
        "day night.",
        "Nobody at the ministry was able to say when the talks might end. The Franco-",
        "German proposal was not discussed.",
        "Page 2 of 3",
    ],
    [
        "The Daily Paper                18 March 2025",
        "The next round begins in April. It is to be held in Vienna.",
        "3",
    ],
]  # fmt: skip


def test_pdf(tmp_path: Path) -> None:
    info = "/Title (Ministry extends talks for a week) /Author (Jane Doe) /CreationDate (D:20250318101500Z)"
    article = read(tmp_path, make.pdf(PAGES, info=info), "talks.pdf")
    assert (article.title, article.byline, article.date) == (
        "Ministry extends talks for a week", "Jane Doe", "2025-03-18",
    )  # fmt: skip
    body = [text for kind, text in kinds(article) if kind == "body"]
    assert body == [
        "Officials said on Monday that the talks would go on for another week, and that the negotiators had "
        "agreed on a cease-fire.",
        "The U.S. envoy, Gen. Mark Lee, called the 30-day cease-fire “a start”.",
        "It was the third round of talks since January, and it will not be the last one, the minister told "
        "reporters in the capital on Monday night.",
        "Nobody at the ministry was able to say when the talks might end.",
        "The Franco-German proposal was not discussed.",
        "The next round begins in April.",
        "It is to be held in Vienna.",
    ]


def test_pdf_title_of_a_file(tmp_path: Path) -> None:
    article = read(tmp_path, make.pdf(PAGES, info="/Title (Microsoft Word - x.docx)"), "talks.pdf")
    assert article.title == "Ministry extends talks for a week"


def test_pdf_of_pictures(tmp_path: Path) -> None:
    assert "only pictures; run it through text recognition" in complaint(
        tmp_path, make.pdf([[], []]), "scan.pdf"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n" + b"junk " * 1000,
        make.pdf(PAGES)[:300],
        make.pdf(PAGES).replace(b"/Parent 2 0 R", b"/Parent 6 0 R"),
        make.pdf(PAGES).replace(b"/Kids [", b"/Kids [2 0 R "),
        make.pdf(PAGES).replace(b"/Type /Catalog /Pages 2 0 R", b"/Type /Catalog /Pages 1 0 R"),
        make.pdf(PAGES).replace(b"startxref\n", b"startxref\n0"),
    ],
    ids=["junk", "cut", "parent loop", "pages loop", "root loop", "no table"],
)
def test_hostile_pdfs(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(data)
    began = time.monotonic()
    try:
        assert tui.read(str(path)).passages
    except tui.ArticleError as error:
        assert "damaged" in str(error) or "only pictures" in str(error)
    assert time.monotonic() - began < 60


def test_pdf_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reading, "_start_worker", lambda: "while True: pass")
    began = time.monotonic()
    with pytest.raises(tui.ArticleError, match=r"took longer than 0\.3 seconds"):
        pdf_reading.read_pdf(make.pdf(PAGES), "loop.pdf", silent, patience=0.3)
    assert time.monotonic() - began < 40


def test_cancelling_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cancelled(Exception):
        pass

    def cancel(stage: str, done: float) -> None:
        raise Cancelled

    monkeypatch.setattr(pdf_reading, "_start_worker", lambda: "while True: pass")
    began = time.monotonic()
    with pytest.raises(Cancelled):
        pdf_reading.read_pdf(make.pdf(PAGES), "loop.pdf", cancel)
    assert time.monotonic() - began < 40


def test_without_pypdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    said = complaint(tmp_path, make.pdf(PAGES), "talks.pdf")
    assert said.endswith("reading a PDF needs one more package; pip install 'diptych[pdf]'")


@pytest.mark.parametrize("unit", ["a-\n", "-\n", "a-b", "\n1", "Page 1\n"])
def test_linear_pages(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    began = time.process_time()
    pdf_reading.unwrap_hyphens(text)
    pdf_reading.without_running_lines([text[:200_000]] * 5)
    assert time.process_time() - began < 40
