"""What a server shows while its site is written: the last good one, under a notice that says what the last edit broke.

`plugin.py` hangs it between a server and its builds. Input: the builds' outcome and the server's answers (WSGI, PEP
3333); output: those answers, a notice in their pages. Invariant: a build that breaks off leaves the site as it was.
"""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from fasti import resources
from fasti.writing.fragments import Fragments
from fasti.writing.swap import mirror

# Servers that reload browsers put a script of their own at the end of every page, never the same twice.
_OF_THE_SERVER = re.compile(rb"<script>([^<]*)</script></body>")
_SHEET = re.compile(rb'(?=<article class="sheet")|(?=</body>)')


class Preview:
    """One server's site. `tell(fault)` says in plain words what ended a build, and may say it elsewhere too."""

    def __init__(
        self, site: Path, builder: Callable[[], Any], app: Callable[..., Iterable[bytes]], *, tell: Callable[..., str]
    ) -> None:
        self._site, self._builder, self._app, self._tell = site, builder, app, tell
        self._good = site.with_name(site.name + "-good")
        self._fragments = Fragments((resources.theme_dir() / "fragments",), {})
        self._notice = b""

    def build(self) -> None:
        """Build anew; if that fails, put the site back as it was. Never raises an exception of the build."""
        mirror(self._site, self._good)
        try:
            self._builder()
            self._notice = b""
        except Exception as fault:  # whatever ends a build must not end, or hang, the server
            mirror(self._good, self._site)
            self._notice = self._fragments.notice(self._tell(fault)).encode()

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """A WSGI application: the server's answer, with the notice where it is a page."""
        started: list[tuple[str, list[tuple[str, str]]]] = []
        body = self._app(environ, lambda status, headers, exc_info=None: started.append((status, headers)))
        status, headers = started[0]
        if not any(name.lower() == "content-type" and kind.startswith("text/html") for name, kind in headers):
            start_response(status, headers)
            return body
        html = self._shown(b"".join(body))
        if callable(close := getattr(body, "close", None)):
            close()
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(html)))])
        return [html]

    def close(self) -> None:
        """Drop what was kept aside."""
        shutil.rmtree(self._good, ignore_errors=True)

    def _shown(self, html: bytes) -> bytes:
        if script := _OF_THE_SERVER.search(html):
            # Our policy forbids scripts within a page, and goes on doing so: it lets this one pass, by its digest.
            digest = b"'sha256-" + b64encode(sha256(script[1]).digest()) + b"'"
            html = html.replace(b"script-src 'self'", b"script-src 'self' " + digest, 1)
        return _SHEET.sub(lambda _: self._notice, html, count=1) if self._notice else html
