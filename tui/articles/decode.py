"""From bytes to text: the encoding found, line ends made one."""

from __future__ import annotations

import codecs
import re

_BOMS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the bytes 0x80-0xFF mean in cp1252; the five it leaves open are C1 controls, as browsers have it.
_CP1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}
_ESCAPED_CP1252 = {0xDC00 + byte: char for byte, char in _CP1252.items()}  # after "surrogateescape"

_WESTERN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
# Encodings that no page is written in; some take quadratic time, which a stranger could use.
_NOT_FOR_PAGES = {"punycode", "idna", "utf-7", "unicode_escape", "raw_unicode_escape", "unicode-escape"}

_LINE_END = re.compile("\r\n?|\u2028|\u2029")
# Text may hold tab, line ends, form feed, backspace (old manual pages) and escape (terminal logs).
_BINARY_BYTES = bytes(set(range(0x20)) - set(b"\t\n\r\f\b\x1b"))
_MAGIC = {
    b"\x7fELF": "a program",
    b"MZ\x90\x00": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a sound or a picture",
    b"OggS": "a sound or a film",
    b"ID3": "a sound",
    b"\x1f\x8b": "a compressed file",
    b"BZh": "a compressed file",
    b"\xfd7zXZ": "a compressed file",
    b"(\xb5/\xfd": "a compressed file",
    b"7z\xbc\xaf": "an archive",
    b"PK\x03\x04": "an archive",
    b"Rar!": "an archive",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office document",
    b"{\\rtf": "a Rich Text document",
    b"%PDF-": "a PDF",
}
_SAMPLE = 65536


def what_binary(data: bytes) -> str | None:
    """What kind of file these bytes are if they are no text; None if they may be text."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    sample = data[:_SAMPLE]
    if not sample or _declared_or_sniffed(sample):
        return None
    odd = (len(sample) - len(sample.translate(None, _BINARY_BYTES))) / len(sample)
    # Bytes at random hold a tenth of such controls; a text with a few NULs in it is still a text.
    if odd > 0.3 or (odd > 0.05 and not _is_utf8(sample, whole=False)):
        return "binary data"
    return None


def decode(data: bytes, charset: str | None = None) -> str:
    r"""The text in some bytes, with every line end as `\n`.

    Tried in order: a byte-order mark, UTF-16 that shows, the charset named, UTF-8, and for the bytes
    that are no UTF-8 the Western code page 1252. It never fails: what cannot be decoded becomes
    U+FFFD, and nothing is dropped.

    Args:
        data: The bytes.
        charset: The encoding that the source declares, if it does.
    """
    text = _decode(data, charset)
    return _LINE_END.sub("\n", text) if _LINE_END.search(text) else text


def _decode(data: bytes, charset: str | None) -> str:
    found = _declared_or_sniffed(data)
    if found:
        return data.decode(found, "replace")
    if _is_utf8(data):
        return data.decode("utf-8")
    if charset and (text := _try(data, charset)) is not None:
        return text
    # Pasted together from several sources, a file may be UTF-8 in one place and cp1252 in another.
    mixed = data.decode("utf-8", "surrogateescape")
    strays = sum(mixed.count(chr(0xDC00 + byte)) for byte in range(0x80, 0x100))
    wide = len(data) - len(mixed)  # at least one byte saved for each character that was UTF-8
    if wide >= strays:
        return mixed.translate(_ESCAPED_CP1252)
    return data.decode("latin-1").translate(_CP1252)


def _declared_or_sniffed(data: bytes) -> str | None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    return _utf16_without_mark(data[:4096])


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 shows in Western text by a zero in nearly every second byte."""
    half = len(sample) // 2
    if half < 2:
        return None
    even = sample[0::2].count(0) / half
    odd = sample[1::2].count(0) / half
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    if even > 0.5 and odd < 0.05:
        return "utf-16-be"
    return None


def _is_utf8(data: bytes, whole: bool = True) -> bool:
    try:
        codecs.utf_8_decode(data, "strict", whole)
    except UnicodeDecodeError:
        return False
    return True


def _try(data: bytes, charset: str) -> str | None:
    if charset.strip().casefold() in _WESTERN:
        charset = "cp1252"  # what pages that declare Latin-1 hold in truth, and browsers read
    try:
        if codecs.lookup(charset).name in _NOT_FOR_PAGES:
            return None
        return data.decode(charset)
    except (LookupError, ValueError):  # no such encoding, or it does not fit
        return None
