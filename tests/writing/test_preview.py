from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from fasti.writing import Preview
from tests.writing.plain import contents, stamps
from tests.writing.test_swap import fill

SCRIPT = "\nreload(1, 2);\n"
DIGEST = b64encode(sha256(SCRIPT.encode()).digest()).decode()
PAGE = (
    "<meta content=\"script-src 'self'; style-src 'self'\"><body>Head"
    f'<article class="sheet" id="content">script-src \'self\'</article><script>{SCRIPT}</script></body>\n'
)
ALLOWED = PAGE.replace("script-src 'self';", f"script-src 'self' 'sha256-{DIGEST}';")
NOTICE = (
    '<aside class="notice notice-fault" role="status">\n'
    "  <p><strong>The last edit is not shown yet.</strong> This is how the site stood before it.</p>\n"
    "  <pre>a &lt; b\n</pre>\n</aside>"
)


class Body(list[bytes]):
    """What a server answers with; it wants to be closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


class Running:
    """A server with one page and one picture, whose next build does what it is told."""

    def __init__(self, folder: Path) -> None:
        self.site = fill(folder / "site", {"a.html": "1", "b/c.html": "1", ".fasti/manifest": "1"})
        self.body = Body([PAGE.encode()])
        self.fault: BaseException | None = None
        self.preview = Preview(self.site, self._build, self._app, tell=str)

    def _build(self) -> None:
        (self.site / "a.html").unlink()
        fill(self.site, {"a.html": "2", "new.html": "2"})
        if self.fault:
            raise self.fault

    def _app(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response(environ["status"], [("Content-Type", environ["kind"]), ("Content-Length", "7")])
        return self.body

    def get(self, kind: str = "text/html", status: str = "200 OK") -> tuple[str, dict[str, str], str]:
        seen: list[Any] = []
        body = self.preview.answer({"kind": kind, "status": status}, lambda *start: seen.extend(start))
        return seen[0], dict(seen[1]), b"".join(body).decode()


@pytest.fixture
def running(tmp_path: Path) -> Running:
    return Running(tmp_path)


def test_a_page_passes_with_the_digest_of_the_servers_own_script_and_its_length(running: Running) -> None:
    length = str(len(ALLOWED.encode()))
    assert running.get() == ("200 OK", {"Content-Type": "text/html", "Content-Length": length}, ALLOWED)
    assert running.body.closed


def test_what_is_no_page_passes_as_it_is(running: Running) -> None:
    running.fault = ValueError("a < b\n")
    running.preview.build()
    assert running.get("image/png") == ("200 OK", {"Content-Type": "image/png", "Content-Length": "7"}, PAGE)


def test_a_build_that_succeeds_is_shown(running: Running) -> None:
    running.preview.build()
    assert contents(running.site) == {
        ".fasti/manifest": b"1",
        "a.html": b"2",
        "b/c.html": b"1",
        "new.html": b"2",
    }


def test_a_build_that_breaks_off_leaves_the_site_as_it_was_under_a_notice(running: Running) -> None:
    before = contents(running.site), stamps(running.site)
    running.fault = ValueError("a < b\n")
    running.preview.build()
    assert (contents(running.site), stamps(running.site)) == before
    noticed = ALLOWED.replace('<article class="sheet"', NOTICE + '<article class="sheet"')
    assert running.get()[2] == noticed
    assert running.get(status="404 Not Found")[0::2] == ("404 Not Found", noticed)
    running.body[:] = [b"<body>no sheet</body>"]
    assert running.get()[2] == f"<body>no sheet{NOTICE}</body>"


def test_the_notice_goes_with_the_fault(running: Running) -> None:
    running.fault = ValueError("a < b\n")
    running.preview.build()
    running.fault = None
    running.preview.build()
    assert running.get()[2] == ALLOWED


def test_an_interrupt_is_not_held_up(running: Running) -> None:
    running.fault = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        running.preview.build()


def test_nothing_is_left_when_the_server_ends(running: Running, tmp_path: Path) -> None:
    running.preview.build()
    running.preview.close()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
