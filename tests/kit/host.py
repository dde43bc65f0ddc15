"""A host of repositories on loopback: the pages on which a file is made or changed in a browser, as GitHub has them.

Input: a repository. Output: `Host`, whose `/project/new/BRANCH?filename=…&value=…` and `/project/edit/BRANCH/PATH` show a
form; what is committed there goes to the branch `proposal` of the repository. Invariant: it answers only on loopback.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from tests.kit.git import Repo

BRANCH = "proposal"


@dataclass(frozen=True)
class Host:
    """A running host: the address of its one repository."""

    address: str


def form(path: str, text: str) -> str:
    """The editor: the name of the file, its text, a button."""
    return (
        "<!doctype html><link rel='icon' href='data:,'><title>Editor</title><form method='post' action='/project/commit'>"
        f"<label>Name <input name='filename' value='{escape(path)}' size='80'></label>"
        f"<label>Text <textarea name='value' rows='30' cols='100'>\n{escape(text)}</textarea></label>"
        "<button>Commit changes</button></form>"
    )


@contextmanager
def host(folder: Path) -> Iterator[Host]:
    """A host with an empty work tree of its own; `folder` is the repository that it keeps."""
    origin = Repo(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
            match unquote(parts.path).lstrip("/").split("/", 3):
                case ["project", "new", "main"]:
                    self.say(form(asked.get("filename", ""), asked.get("value", "")))
                case ["project", "edit", ("main" | "proposal") as branch, path]:
                    self.say(form(path, origin.run("show", f"{branch}:{path}") + "\n"))
                case _:
                    self.send_error(404)

        def do_POST(self) -> None:
            sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
            path, text = sent["filename"][0], sent["value"][0].replace("\r\n", "\n")
            known = origin.run("branch", "--list", BRANCH)
            origin.run("checkout", "-q", *([] if known else ["-b"]), BRANCH)
            origin.commit(f"Change {path}", {path: text}, "2026-03-01")
            said = f"<title>Committed</title><p>Committed {escape(path)} to {BRANCH}."
            self.say(f"<!doctype html><link rel='icon' href='data:,'>{said}")

        def say(self, html: str) -> None:
            body = html.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_address[1]}/project")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
