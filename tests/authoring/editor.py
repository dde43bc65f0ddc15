"""An editor as far as the language server for YAML sees one: opens files, asks for completions, hovers and faults.

Input: a project folder. Output: what the server answers. Invariant: the server is the one that `tests/tools/` locks, it
runs offline, and every schema that it uses lies in the project.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

from tests.house.package import ROOT

SERVER = ROOT / "tests/tools/node_modules/yaml-language-server/bin/yaml-language-server"
# What VS Code reads from `.vscode/settings.json`, the part that is not about schemas: nothing is fetched.
QUIET = {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}


class Fault(NamedTuple):
    """A fault as the editor underlines it; lines and columns from 1, as `fasti check` counts."""

    line: int
    column: int
    message: str


class Editor:
    """One run of the language server over one project; a file is opened once, as it is then."""

    def __init__(self, project: Path, settings: dict[str, Any] | None = None) -> None:
        self.project = project
        node = shutil.which("node")
        assert node, "node is needed, as for every npm tool of the tests"
        # A proxy that is not there: whatever the server asks of the net fails at once.
        nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
        self.server = subprocess.Popen(
            [node, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | nowhere
        )
        self.settings = {"yaml": QUIET | (settings or {}), "http": {}, "[yaml]": {}, "editor": {}, "files": {}}
        self.found: dict[str, list[Fault]] = {}
        self.opened: set[str] = set()
        self.last = 0
        folder = {"uri": project.as_uri(), "name": "project"}
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=project.as_uri(),
            workspaceFolders=[folder],
            capabilities={
                "textDocument": {"hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
                "workspace": {"configuration": True, "workspaceFolders": True},
            },
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self.settings)

    def faults(self, path: str) -> list[Fault]:
        """Every fault that is underlined in a file, by its place."""
        uri = self.open(path)
        while uri not in self.found:
            self.hear()
        return sorted(self.found[uri])

    def completions(self, path: str, line: int, column: int) -> list[str]:
        """What is offered at a place."""
        answer = self.ask("textDocument/completion", **self.at(path, line, column))
        return [item["label"] for item in answer["items"]]

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown about a place."""
        answer = self.ask("textDocument/hover", **self.at(path, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def open(self, path: str) -> str:
        uri = (self.project / path).as_uri()
        text = (self.project / path).read_text(encoding="utf-8")
        if uri not in self.opened:
            self.opened.add(uri)
            self.tell(
                "textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text}
            )
        return uri

    def at(self, path: str, line: int, column: int) -> dict[str, Any]:
        position = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": self.open(path)}, "position": position}

    def ask(self, method: str, **params: Any) -> Any:
        self.last += 1
        number = self.last
        self.send({"id": number, "method": method, "params": params})
        while True:
            heard = self.hear()
            if heard.get("id") == number and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def tell(self, method: str, **params: Any) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered, and the faults it finds are kept."""
        assert self.server.stdout
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self.server.stdout.read(length))
        params: Any = message.get("params")
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[params["uri"]] = [fault(one) for one in params["diagnostics"]]
        elif message.get("method") == "workspace/configuration":
            wanted = [self.settings.get(item.get("section", ""), {}) for item in params["items"]]
            self.send({"id": message["id"], "result": wanted})
        elif "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def close(self) -> None:
        self.ask("shutdown")
        self.tell("exit")
        assert self.server.stdin and self.server.stdout
        self.server.stdin.close()
        self.server.stdout.close()
        self.server.wait()


def fault(diagnostic: dict[str, Any]) -> Fault:
    start = diagnostic["range"]["start"]
    return Fault(start["line"] + 1, start["character"] + 1, diagnostic["message"])
