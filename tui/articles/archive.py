"""Zip files and the XML in them, read so that no bomb and no entity can hurt."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

from tui.articles.files import problem
from tui.articles.model import ArticleError

_MAX_MEMBERS = 5_000
_MAX_UNPACKED = 60_000_000  # of all members read together
_DAMAGED = ("it is damaged", "save or export it again")


class Archive:
    """A zip file whose members are read within limits."""

    def __init__(self, data: bytes, source: str) -> None:
        self.source = source
        self._left = _MAX_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self.damaged() from None
        self.names = frozenset(info.filename for info in self._zip.infolist()[: _MAX_MEMBERS + 1])
        if len(self.names) > _MAX_MEMBERS:
            raise problem(source, f"it holds more than {_MAX_MEMBERS} files", "give the article alone")

    def read(self, name: str) -> bytes:
        """The bytes of one member.

        Raises:
            ArticleError: It is missing, damaged, encrypted, or unpacks to too much.
        """
        try:
            with self._zip.open(name) as member:
                data = member.read(self._left + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
            raise self.damaged() from None
        except RuntimeError:  # zipfile has no better name for it
            raise problem(self.source, "it is locked with a password", "save it without one") from None
        self._left -= len(data)
        if self._left < 0:
            wrong = f"it unpacks to more than {_MAX_UNPACKED // 1_000_000} MB"
            raise problem(self.source, wrong, "cut it down to the article")
        return data

    def damaged(self) -> ArticleError:
        """The complaint about a file that does not hold what it should."""
        return problem(self.source, *_DAMAGED)


@dataclass(frozen=True, slots=True)
class Event:
    """Something met in an XML file, its names without their namespaces."""

    kind: Literal["start", "end", "text"]
    name: str
    """Of the element; for text, the text."""
    attributes: dict[str, str]


def xml_events(data: bytes, archive: Archive) -> Iterator[Event]:
    """The elements and texts of an XML file in order.

    Raises:
        ArticleError: It is no XML, or it declares entities, as an honest document never does.
    """
    events: list[Event] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        events.append(Event("start", _local(name), {_local(key): value for key, value in attributes.items()}))

    def entity(*_: object) -> None:
        raise problem(
            archive.source, "its XML declares entities", "do not open it: honest documents have none"
        )

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: events.append(Event("end", _local(name), {}))
    parser.CharacterDataHandler = lambda text: events.append(Event("text", text, {}))
    parser.EntityDeclHandler = entity
    try:
        for at in range(0, len(data), 1 << 16):
            parser.Parse(data[at : at + (1 << 16)], False)
            yield from events
            events.clear()
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        raise archive.damaged() from None
    yield from events


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
