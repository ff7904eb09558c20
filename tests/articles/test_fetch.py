"""Fetching from a real server on loopback that misbehaves in every way."""

from __future__ import annotations

import gzip
import http.server
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tui
from tui.articles import fetch as fetching
from tui.articles.fetch import Limits, fetch
from tui.language.progress import silent

HERE = Path(__file__).parent
PAGE = (HERE / "pages" / "wire.html").read_bytes()
TITLE = "Dam breach floods three valley towns, hundreds evacuated"
QUICK = Limits(connect_and_read=1.2, total=3.0, size=500_000, redirects=3)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each path in its own bad way."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args: object) -> None:
        pass

    def answer(
        self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", headers.pop("length", str(len(body))))
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target: str, status: int = 302) -> None:
        self.answer(b"", status=status, Location=target)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/status/"):
            self.answer(b"<p>no</p>", status=int(path.rpartition("/")[2]))
        elif path in WAYS:
            WAYS[path](self)
        else:
            self.answer(b"", status=404)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>drip</p>")
            time.sleep(0.1)
    except OSError:
        handler.close_connection = True


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 65536)
    except OSError:
        handler.close_connection = True


def raw(data: bytes) -> Callable[[Handler], None]:
    def send(handler: Handler) -> None:
        handler.wfile.write(data)
        handler.close_connection = True

    return send


WAYS: dict[str, Callable[[Handler], None]] = {
    "/good": lambda h: h.answer(PAGE),
    "/gzip": lambda h: h.answer(gzip.compress(PAGE), Content_Encoding="gzip"),
    "/deflate": lambda h: h.answer(zlib.compress(PAGE), Content_Encoding="deflate"),
    "/raw-deflate": lambda h: h.answer(zlib.compress(PAGE)[2:-4], Content_Encoding="deflate"),
    "/cp1252": lambda h: h.answer(
        (HERE / "pages" / "tabloid.html").read_bytes(), kind="text/html"
    ),
    "/koi8": lambda h: h.answer(
        PAGE.decode().replace("OSTRAVA", "ПРАГА").replace('<meta charset="utf-8">', "")
        .encode("koi8-r", "replace"),
        kind="text/html; charset=KOI8-R",
    ),
    "/no-type": raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE)),
    "/text": lambda h: h.answer(b"Plain words came over the wire.", kind="text/plain"),
    "/md": lambda h: h.answer(b"# Talks go on\n\nOne sentence about it.\n", kind="text/markdown"),
    "/caf%C3%A9": lambda h: h.answer(PAGE),
    "/redirect": lambda h: h.redirect("/good", 301),
    "/redirect308": lambda h: h.redirect("/redirect", 308),
    "/loop": lambda h: h.redirect("/loop"),
    "/to-file": lambda h: h.redirect("file:///etc/passwd"),
    "/to-ftp": lambda h: h.redirect("ftp://127.0.0.1/x"),
    "/to-script": lambda h: h.redirect("javascript:alert(1)"),
    "/to-nowhere": lambda h: h.answer(b"", status=302),
    "/picture": lambda h: h.answer(b"\x89PNG\r\n\x1a\n", kind="image/png"),
    "/json": lambda h: h.answer(b"{}", kind="application/json"),
    "/empty": lambda h: h.answer(b""),
    "/shell": lambda h: h.answer((HERE / "pages" / "shell.html").read_bytes()),
    "/silent": lambda h: time.sleep(2.5),
    "/drip": drip,
    "/endless": endless,
    "/declares-much": lambda h: h.answer(b"x", length="999999999999"),
    "/short": lambda h: h.answer(PAGE[:2000], length=str(len(PAGE))),
    "/short-gzip": lambda h: h.answer(gzip.compress(PAGE)[:-200], Content_Encoding="gzip"),
    "/broken-gzip": lambda h: h.answer(b"\x1f\x8b\x08\x00" + b"junk" * 50, Content_Encoding="gzip"),
    "/bomb": lambda h: h.answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"),
    "/brotli": lambda h: h.answer(b"xxxx", Content_Encoding="br"),
    "/not-http": raw(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "/hang-up": raw(b""),
    "/endless-header": raw(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"),
    "/many-headers": raw(b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 500 + b"\r\n"),
    "/bad-chunks": raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n0\r\n\r\n"),
}  # fmt: skip


def serve(context: ssl.SSLContext | None = None) -> http.server.ThreadingHTTPServer:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = serve()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy between the tests and loopback."""
    monkeypatch.setenv("no_proxy", "*")


def complaint(url: str) -> str:
    with pytest.raises(tui.ArticleError) as caught:
        fetch(url, silent, QUICK)
    message = str(caught.value)
    assert message.isprintable()
    assert message.startswith(f"cannot read {url[:50]}")
    return message


@pytest.mark.parametrize(
    "path",
    "/good /gzip /deflate /raw-deflate /no-type /café /redirect /redirect308 /good#top /good?a=“b”".split(),
)
def test_good_ways(site: str, path: str) -> None:
    article = tui.read(site + path)
    assert article.title == TITLE
    assert article.source == site + path
    assert article.site == "Northern Wire"


def test_charsets(site: str) -> None:
    assert "£60 million" in tui.read(site + "/cp1252").text
    assert "ПРАГА" in tui.read(site + "/koi8").text


def test_other_formats(site: str) -> None:
    assert tui.read(site + "/text").text == "Plain words came over the wire."
    assert tui.read(site + "/md").title == "Talks go on"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/status/403", "answered 403 Forbidden; open it in a browser and save the page"),
        ("/status/404", "answered 404 Not Found; check the address"),
        ("/status/429", "answered 429 Too Many Requests; wait a while"),
        ("/status/500", "answered 500 Internal Server Error; try again later"),
        ("/status/503", "answered 503"),
        ("/loop", "redirects more than 3 times"),
        ("/to-file", "redirects to file:, which is not followed"),
        ("/to-ftp", "redirects to ftp:, which is not followed"),
        ("/to-script", "redirects to javascript:, which is not followed"),
        ("/to-nowhere", "answered 302"),
        ("/silent", "did not answer within 1.2 seconds"),
        ("/drip", "took longer than 3 seconds"),
        ("/endless", "larger than"),
        ("/declares-much", "larger than"),
        ("/bomb", "larger than"),
        ("/short", "broke before the page was whole"),
        ("/short-gzip", "broke before the page was whole"),
        ("/broken-gzip", "its compression is damaged"),
        ("/brotli", "unknown coding (br)"),
        ("/not-http", "broke before the page was whole"),
        ("/hang-up", "broke before the page was whole"),
        ("/endless-header", "broke before the page was whole"),
        ("/many-headers", "broke before the page was whole"),
        ("/bad-chunks", "broke before the page was whole"),
    ],
)
def test_bad_ways(site: str, path: str, said: str) -> None:
    assert said in complaint(site + path)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/picture", "it is image/png, not an article"),
        ("/json", "it is application/json, not an article"),
        ("/empty", "it is empty"),
        ("/shell", "no article was found in the page"),
    ],
)
def test_nothing_to_read(site: str, path: str, said: str) -> None:
    with pytest.raises(tui.ArticleError, match=said):
        tui.read(site + path)


def test_unknown_host() -> None:
    assert "there is no such host" in complaint("http://no-such-host.invalid/a")


def test_refused() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    assert "refused the connection" in complaint(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "url",
    ["http://", "http:///path", "http://[::1", "http://host:port/", "http://user:pw@host/", "http://a b/",
     "http://" + "x" * 70 + ".example/"],
)  # fmt: skip
def test_invalid_addresses(url: str) -> None:
    assert "not a valid address" in complaint(url)


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_certificate_of_nobody(tmp_path: Path) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1".split()
    made = [*make, "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = serve(context)
    try:
        said = complaint(f"https://127.0.0.1:{server.server_port}/good")
    finally:
        server.shutdown()
        server.server_close()
    assert "its certificate is not valid (self-signed certificate)" in said


def test_plain_server_behind_https(site: str) -> None:
    assert "no secure connection could be made" in complaint(site.replace("http:", "https:") + "/good")


def test_cancelling_takes_effect_at_once(site: str) -> None:
    class Cancelled(Exception):
        pass

    began = time.monotonic()
    stages = []

    def cancel(stage: str, done: float) -> None:
        stages.append(stage)
        if time.monotonic() - began > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        tui.read(site + "/silent", progress=cancel)
    assert time.monotonic() - began < 2.3  # the server answers after 2.5
    assert set(stages) == {"fetching"}


def test_default_limits_are_sane() -> None:
    limits = Limits()
    assert limits.connect_and_read <= 30
    assert limits.total <= 120
    assert limits.size == fetching.MAX_BYTES
