"""Bytes from an http(s) address, whatever the server does."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO
from urllib.parse import quote, urlsplit, urlunsplit

from tui.articles.files import MAX_BYTES, is_url, problem, too_big
from tui.articles.model import ArticleError
from tui.language.progress import Progress

_CHUNK = 1 << 16
_SAFE = "%/:=&?~#+!$,;'@()*[]"  # left as they are when an address is made plain ASCII
_AGENT = "Mozilla/5.0 (compatible; diptych; reads one page for its user)"
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown;q=0.9,*/*;q=0.5"
_SAVE = "open it in a browser and save the page"
_STATUS_HELPS = {
    401: _SAVE,
    402: _SAVE,
    403: _SAVE,
    404: "check the address",
    410: "the page is gone for good; look for a copy in a web archive",
    429: "wait a while, or " + _SAVE,
    451: _SAVE,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much is waited for."""

    connect_and_read: float = 15.0
    """Seconds for connecting, and for each wait for more bytes."""
    total: float = 90.0
    """Seconds for the whole fetch, against servers that drip."""
    size: int = MAX_BYTES
    """Bytes, before and after decompression."""
    redirects: int = 8


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent."""

    data: bytes
    media_type: str
    """As declared, in small letters; empty if it was not."""
    charset: str | None
    url: str
    """Where it came from in the end, after redirects."""


def fetch(url: str, progress: Progress, limits: Limits | None = None) -> Fetched:
    """Fetch one address.

    The work is done in a thread of its own, so that cancelling (by an exception from `progress`)
    takes effect at once even while a name is looked up or a server keeps silent.

    Raises:
        ArticleError: It cannot be fetched; the message says what is wrong and what helps.
    """
    job = _Job(url, limits or Limits())
    threading.Thread(target=job.run, name="fetch", daemon=True).start()
    try:
        while not job.done.wait(0.05):
            progress("fetching", min(job.received / job.limits.size, 1.0))
            if time.monotonic() > job.deadline + 1:
                raise problem(url, f"it took longer than {job.limits.total:g} seconds", "try again later")
    finally:
        job.cancelled = True
    if job.error:
        raise job.error
    assert job.result is not None
    return job.result


@dataclass(slots=True)
class _Job:
    url: str
    limits: Limits
    received: int = 0
    cancelled: bool = False
    result: Fetched | None = None
    error: BaseException | None = None
    done: threading.Event = field(default_factory=threading.Event)
    deadline: float = 0.0

    def __post_init__(self) -> None:
        self.deadline = time.monotonic() + self.limits.total

    def run(self) -> None:
        try:
            self.result = self._fetch()
        except ArticleError as error:
            self.error = error
        except Exception as error:
            self.error = _explain(self.url, error, self.limits)
        finally:
            self.done.set()

    def _fetch(self) -> Fetched:
        request = urllib.request.Request(
            _ascii_url(self.url),
            headers={"User-Agent": _AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        )
        opener = urllib.request.build_opener(_Redirects(self.url, self.limits.redirects))
        with opener.open(request, timeout=self.limits.connect_and_read) as response:
            declared = response.headers.get("Content-Length", "")
            coding = response.headers.get("Content-Encoding", "").strip().lower()
            if declared.isdigit() and int(declared) > self.limits.size:
                raise too_big(self.url, self.limits.size)
            data = b"".join(_decoded(self.url, coding, self._chunks(response), self.limits.size))
            if declared.isdigit() and self.received < int(declared):
                raise problem(self.url, "the connection broke before the page was whole", "try again")
            return Fetched(
                data,
                response.headers.get_content_type().lower() if "Content-Type" in response.headers else "",
                response.headers.get_content_charset(),
                response.geturl(),
            )

    def _chunks(self, response: http.client.HTTPResponse) -> Iterator[bytes]:
        while chunk := response.read1(_CHUNK):
            self.received += len(chunk)
            if self.received > self.limits.size:
                raise too_big(self.url, self.limits.size)
            if self.cancelled or time.monotonic() > self.deadline:
                raise problem(
                    self.url, f"it took longer than {self.limits.total:g} seconds", "try again later"
                )
            yield chunk


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http(s) only, and not for ever."""

    max_repeats = max_redirections = 1000  # urllib's own limits, above ours

    def __init__(self, url: str, most: int) -> None:
        self.url = url
        self.most = most
        self.followed = 0

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The next request, unless it leads astray."""
        self.followed += 1
        if not is_url(newurl):
            scheme = newurl.partition(":")[0][:20]
            raise problem(self.url, f"it redirects to {scheme}:, which is not followed", _SAVE)
        if self.followed > self.most:
            raise problem(self.url, f"it redirects more than {self.most} times", _SAVE)
        return super().redirect_request(req, fp, code, msg, headers, _ascii_url(newurl))

    def http_error_302(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
    ) -> object:
        """A redirect; urllib itself refuses other schemes less clearly."""
        target = headers.get("Location") or headers.get("URI")
        if target and ":" in target.split("/")[0] and not is_url(target):
            return self.redirect_request(req, fp, code, msg, headers, target)
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _decoded(url: str, coding: str, chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """The chunks decompressed, never to more than the limit."""
    if coding in ("", "identity"):
        yield from chunks
        return
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise problem(url, f"it is sent in an unknown coding ({coding[:20]})", _SAVE)
    unpack: Callable[[bytes, int], bytes] | None = None
    size = 0
    for chunk in chunks:
        if unpack is None:
            # "deflate" comes with the zlib header or, against the standard, without.
            raw = coding == "deflate" and chunk[:1] != b"\x78"
            decompressor = zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32)
            unpack = decompressor.decompress
        piece = unpack(chunk, limit - size + 1)
        size += len(piece)
        if size > limit:
            raise too_big(url, limit)
        yield piece
    if unpack is not None and not decompressor.eof:
        raise problem(url, "the connection broke before the page was whole", "try again")


def _ascii_url(url: str) -> str:
    """An address as it is sent: host in IDNA, everything else percent-encoded."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    if not host or "@" in parts.netloc:
        raise ValueError("no host, or a password in it")
    netloc = f"[{host}]" if ":" in host else host
    if parts.port is not None:
        netloc += f":{parts.port}"
    return urlunsplit((parts.scheme, netloc, quote(parts.path, _SAFE), quote(parts.query, _SAFE), ""))


def _explain(url: str, error: Exception, limits: Limits) -> ArticleError:
    """The complaint for whatever went wrong on the way."""
    if isinstance(error, urllib.error.HTTPError):
        said = f"the server answered {error.code} {error.reason or ''}".strip()
        later = "try again later" if error.code >= 500 else _SAVE
        return problem(url, said, _STATUS_HELPS.get(error.code, later))
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        waited = f"it did not answer within {limits.connect_and_read:g} seconds"
        return problem(url, waited, "check the network, or try again later")
    if isinstance(cause, socket.gaierror):
        return problem(url, "there is no such host", "check the address and the network")
    if isinstance(cause, ConnectionRefusedError):
        return problem(url, "the server refused the connection", "check the address and its port")
    if isinstance(cause, ssl.SSLCertVerificationError):
        return problem(url, f"its certificate is not valid ({cause.verify_message})", _SAVE)
    if isinstance(cause, ssl.SSLError):
        return problem(url, "no secure connection could be made", "check the address, or " + _SAVE)
    if isinstance(cause, http.client.InvalidURL | ValueError):
        return problem(url, "it is not a valid address", "check the address")
    if isinstance(cause, zlib.error):
        return problem(url, "its compression is damaged", "try again")
    if isinstance(cause, ConnectionError | http.client.HTTPException):
        return problem(url, "the connection broke before the page was whole", "try again")
    reason = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return problem(url, str(reason).lower(), "check the address and the network")
