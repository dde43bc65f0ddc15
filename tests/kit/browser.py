"""A built site in a real browser: a server on loopback, a Chromium that reaches nothing else, and what it saw.

Input: a folder as `make site` builds it. Output: a `Visit` with the page of playwright and every request, answer,
console error and CSP violation; screenshots in `.artifacts/screenshots/`. Invariant: no browser is ever downloaded, and
no name is ever resolved, so a page that asks for something elsewhere fails its test and not the network.
"""

from __future__ import annotations

import gzip
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / ".artifacts/screenshots"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--font-render-hinting=none",
)
PHONE, DESKTOP = 390, 1280
# Written out, because the tables of the machine differ from one to the next.
TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
PACKED: tuple[str, ...] = ("text/", "application/json", "application/ld+json", "application/geo+json", "image/svg+xml")
PACKED += ("application/atom+xml", "application/xml", "application/wasm", "application/manifest+json")


def packed(content: bytes) -> bytes:
    """The bytes as a server sends them, compressed with the level that most take."""
    return gzip.compress(content, 6, mtime=0)


_packed_once = lru_cache(maxsize=512)(packed)  # as hosts do, which keep what they have compressed


@dataclass(frozen=True)
class Served:
    """A folder behind an address on loopback; `asked` collects the paths that were asked for, in order."""

    folder: Path
    address: str
    asked: list[str]

    def url(self, path: str = "") -> str:
        """The address of a page of the site, `events/x/`."""
        return self.address + path


@contextmanager
def serve(
    folder: Path, base: str = "/fasti/", *, headers: Mapping[str, str] | None = None, packed: bool = False
) -> Iterator[Served]:
    """Serve `folder` under the sub-path `base`, as a project page of a static host is served.

    A folder answers with its `index.html`, a missing slash is added by a redirect, what is not there answers with the
    site's own `404.html`, and everything outside `base` is not there. `headers` go with every answer; `packed`: what
    is text goes compressed, as static hosts send it.
    """
    asked: list[str] = []

    class Handler(_StaticHandler):
        site = folder.resolve()
        prefix = base
        extra = dict(headers or {})
        log = asked
        packs = packed

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Served(folder, f"http://127.0.0.1:{server.server_address[1]}{base}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _StaticHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body leave in one piece and at once, so that no browser waits for the second of them.
    wbufsize = -1
    disable_nagle_algorithm = True
    site: Path
    prefix: str
    extra: dict[str, str]
    log: list[str]
    packs: bool

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.log.append(path)
        file = self._file(path)
        if file is None:
            missing = self.site / "404.html"
            body = missing.read_bytes() if missing.is_file() else b"not found\n"
            self._answer(HTTPStatus.NOT_FOUND, body, TYPES[".html"])
        elif file.is_dir():
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", TYPES[".txt"], {"Location": f"{path}/"})
        else:
            self._answer(HTTPStatus.OK, file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream"))

    do_HEAD = do_GET

    def handle(self) -> None:
        """Answer until the browser goes; one that leaves in the middle of an answer is no fault of anybody's."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: `Served.asked` is the log."""

    def _file(self, path: str) -> Path | None:
        """The file to send, or the folder to redirect to; None for what is not there."""
        if not path.startswith(self.prefix):
            return None
        within = PurePosixPath(path[len(self.prefix) :])
        if within.is_absolute() or ".." in within.parts:
            return None
        found = self.site / within
        if found.is_dir() and path.endswith("/"):
            found /= "index.html"
        elif path.endswith("/"):
            return None
        return found if found.exists() else None

    def _answer(self, status: HTTPStatus, body: bytes, kind: str, headers: Mapping[str, str] | None = None) -> None:
        coding = {}
        if self.packs and kind.startswith(PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, coding = _packed_once(body), {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        self.send_response(status)
        for name, value in {
            **coding,
            "Content-Type": kind,
            "Content-Length": str(len(body)),
            **self.extra,
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()


@dataclass
class Visit:
    """One tab and everything it saw since it was opened."""

    page: Page
    origin: str
    requests: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def go(self, url: str) -> Page:
        """Open an address and wait until the page has loaded what it wants."""
        self.page.goto(url, wait_until="networkidle")
        return self.page

    @property
    def foreign(self) -> list[str]:
        """Requests to anywhere but the origin of the site."""
        own = (f"{self.origin}/", "data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(own)]

    @property
    def faults(self) -> list[str]:
        """Everything that must not happen on any page, in words; [] on a good one."""
        return [
            *(f"request to another origin: {url}" for url in self.foreign),
            *(f"not answered: {text}" for text in self.refused),
            *(f"console: {text}" for text in self.console),
            *(f"CSP: {text}" for text in self.violations),
        ]


@contextmanager
def visit(
    browser: Browser,
    site: Served,
    *,
    width: int = DESKTOP,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
) -> Iterator[Visit]:
    """A fresh tab for a site: own cookies, own cache, motion reduced so that pictures are steady."""
    context = browser.new_context(
        viewport={"width": width, "height": 844 if width < 600 else 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=javascript,
        locale="en-GB",
        timezone_id="UTC",
        service_workers="block",
    )
    try:
        page = context.new_page()
        parts = urlsplit(site.address)
        seen = Visit(page, f"{parts.scheme}://{parts.netloc}")
        _listen(seen)
        yield seen
    finally:
        context.close()


def _listen(seen: Visit) -> None:
    page = seen.page
    page.on("request", lambda request: seen.requests.append(request.url))
    # A request that the reader left behind by going on is nobody's fault.
    page.on(
        "requestfailed",
        lambda request: (
            seen.refused.append(f"{request.failure} {request.url}") if request.failure != "net::ERR_ABORTED" else None
        ),
    )
    page.on(
        "response",
        lambda response: seen.refused.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    page.on("pageerror", lambda error: seen.console.append(str(error)))
    page.on(
        "console", lambda message: seen.console.append(message.text) if message.type in ("error", "warning") else None
    )
    # A binding rather than a variable of the page: it outlives navigation, and a violation is told as it happens.
    page.expose_function("__fasti_violation", lambda text: seen.violations.append(text))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => window.__fasti_violation("
        "`${e.effectiveDirective} blocked ${e.blockedURI} at ${e.sourceFile}:${e.lineNumber}`))"
    )


def screenshot(page: Page, name: str, *, folder: Path = SCREENSHOTS) -> Path:
    """The whole page as `NAME.png`, for people to look at; CI keeps the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    page.screenshot(path=path, full_page=True, animations="disabled", caret="hide")
    return path


def overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways, outermost first; [] when it fits."""
    found: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const wide = [...document.querySelectorAll("body *")]
            .filter(e => e.getBoundingClientRect().right > width + 0.5)
            .map(e => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}`
              + `${e.classList.length ? "." + [...e.classList].join(".") : ""}`
              + ` reaches ${Math.ceil(e.getBoundingClientRect().right)} of ${width}`);
          // A long word may run out of elements that fit themselves.
          return wide.length ? wide : [`text reaches ${document.documentElement.scrollWidth} of ${width}`];
        }"""
    )
    return found


def chromium_path(environment: Mapping[str, str] = os.environ) -> str:
    """Where Chromium is: `FASTI_CHROMIUM`, else the first known name on PATH; it is never downloaded."""
    names = (environment.get("FASTI_CHROMIUM", ""), *CHROMIUM_NAMES)
    found = next((path for name in names if name and (path := shutil.which(name, path=environment.get("PATH")))), None)
    if found is None:
        raise RuntimeError("no Chromium on PATH: run `make test`, or install the package chromium")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests of a process; each test opens its own tab with `visit`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
        try:
            yield started
        finally:
            started.close()


@pytest.fixture
def served() -> Iterator[Callable[..., Served]]:
    """`served(folder)` serves it until the test is over; parameters as of `serve`."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        yield lambda folder, base="/fasti/", **options: stack.enter_context(serve(folder, base, **options))
