"""The process that takes a PDF apart: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys
from typing import Any

_MEMORY = 2_000_000_000  # bytes of address space
_SECONDS = 60  # of processor time
_MAX_PAGES = 500
_MAX_CHARACTERS = 20_000_000


def main() -> None:
    """Read a PDF and print its pages, title, author and date."""
    _limit()
    logging.disable(logging.CRITICAL)
    found = extract(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


def extract(data: bytes) -> dict[str, Any]:
    """The text of each page and what the document says of itself."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    reader = PdfReader(io.BytesIO(data), strict=False)
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            return {"locked": True}
        pages: list[str] = []
        for page in reader.pages[:_MAX_PAGES]:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > _MAX_CHARACTERS:
                break
    except FileNotDecryptedError:
        return {"locked": True}
    return {"pages": pages} | _properties(reader)


def _properties(reader: Any) -> dict[str, str | None]:
    properties: dict[str, str | None] = {"title": None, "author": None, "date": None}
    with contextlib.suppress(Exception):  # a damaged property must not cost the text
        about = reader.metadata
        if about is not None:
            properties["title"] = str(about.title) if about.title else None
            properties["author"] = str(about.author) if about.author else None
            created = about.creation_date
            properties["date"] = created.date().isoformat() if created else None
    return properties


def _limit() -> None:
    """Bound this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
