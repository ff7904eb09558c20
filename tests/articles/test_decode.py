"""From bytes to text: whatever the encoding, nothing lost."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.decode import decode, what_binary

TEXT = "“Café” — naïve; Зеленський 漢字 🙂\nsecond line\n"
WESTERN = "“Café” — naïve, 5 €\nsecond line\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\u2028").encode(),
    ],
)
def test_unicode(data: bytes) -> None:
    assert what_binary(data) is None
    assert decode(data) == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_without_a_mark(encoding: str) -> None:
    data = WESTERN.encode(encoding)
    assert what_binary(data) is None
    assert decode(data) == WESTERN


def test_bytes_that_cp1252_leaves_open() -> None:
    assert decode(b"caf\xe9 \x81\x8d\x8f\x90\x9d") == "café \x81\x8d\x8f\x90\x9d"


def test_mixed_encodings() -> None:
    data = "“one” Зеленський ".encode() + "“two” café".encode("cp1252")
    assert decode(data) == "“one” Зеленський “two” café"


def test_declared_charset() -> None:
    assert decode("Привет".encode("koi8-r"), "koi8-r") == "Привет"
    assert decode("“x”".encode("cp1252"), "ISO-8859-1") == "“x”"
    assert decode("é".encode(), "iso-8859-1") == "é", "valid UTF-8 beats what a page declares"


@pytest.mark.parametrize("charset", ["punycode", "utf-7", "hex", "no-such", "zlib", "", "\x00"])
def test_declared_nonsense(charset: str) -> None:
    assert decode(b"caf\xe9", charset) == "café"


def test_text_with_controls_is_text() -> None:
    data = b"Words \x00 with \x1b[31mcolour\x1b[0m and \x07 bell in them, enough of them."
    assert what_binary(data) is None
    assert decode(data).count("\x00") == 1


@given(
    st.binary(max_size=300),
    st.none() | st.sampled_from(["utf-8", "latin-1", "utf-16", "shift_jis", "gb18030"]),
)
def test_never_fails(data: bytes, charset: str | None) -> None:
    text = decode(data, charset)
    assert "\r" not in text
    text.encode()


@given(st.text(max_size=200))
def test_utf8_round_trip(text: str) -> None:
    kept = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    data = text.encode()
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", codecs.BOM_UTF8)) and b"\0" not in data:
        assert decode(data) == kept
