"""The door to pagefind: its command, spoken to by its service protocol, many messages at a time.

Input: documents as HTML with their addresses; output: the files of one index. `search.py` alone calls it. The protocol
is base64 of JSON, each message ended by a comma, on standard input and output. Invariant: what is given back is whole,
one fragment for each document and every file readable, or `SearchFault` says what is wrong.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import Any

from fasti.writing.faults import SearchFault

NAMES = ("pagefind_extended", "pagefind")
SIGNATURE = b"pagefind_dcd"
AT_ONCE = 500  # messages in one go: answers are read meanwhile, so neither pipe runs full
REMEDY = "install `pagefind[bin]`, or set `search: false` in mkdocs.yml"


def executable() -> Path:
    """The command, from the wheel that carries it (found without importing it) or from PATH."""
    for package in ("pagefind_bin_extended", "pagefind_bin"):
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for name in NAMES:
                for file in (Path(folder) / name, Path(folder) / f"{name}.exe"):
                    if file.is_file():
                        return file
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise SearchFault(f"the search index cannot be made: pagefind is not installed; {REMEDY}")
    return Path(found)


def version(command: Path) -> str:
    """Its version, `1.5.2`."""
    try:
        done = subprocess.run([command, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise _dead(command, str(getattr(fault, "strerror", None) or fault)) from fault
    words = done.stdout.split()
    if done.returncode or len(words) != 2 or words[0] not in NAMES:
        raise _dead(command, f"it answers {done.stdout[:80].strip() or done.stderr[:80].strip() or 'nothing'!r}")
    return words[1]


def index(command: Path, documents: Sequence[tuple[str, str]], language: str) -> dict[str, bytes]:
    """The files of an index of `documents` (address, HTML), by path; the same for the same documents in one order.

    All words are indexed as of one language, so that every script is found whatever the language of a page.
    """
    with _Service(command) as service:
        made = service.ask([{"type": "NewIndex", "config": {"force_language": language, "write_playground": False}}])
        number = made[0].get("index_id")
        asked = [
            {"type": "AddFile", "index_id": number, "url": address, "file_path": None, "file_contents": html}
            for address, html in documents
        ]
        for start in range(0, len(asked), AT_ONCE):
            some = asked[start : start + AT_ONCE]
            for one, answer in zip(some, service.ask(some), strict=True):
                if answer.get("type") != "IndexedFile" or answer.get("page_url") != one["url"]:
                    raise SearchFault(f"pagefind does not index `{one['url']}`: {answer.get('message') or answer}")
        found = service.ask([{"type": "GetFiles", "index_id": number}])[0].get("files", [])
    return whole({file["path"]: b64decode(file["content"]) for file in found}, len(documents))


def whole(files: dict[str, bytes], count: int) -> dict[str, bytes]:
    """What a browser needs of an index, if it is whole: a fragment for each of `count` documents, all readable.

    The rest of what pagefind makes, its own interface and what it knows of other languages, is left out.
    """
    try:
        entry = json.loads(files["pagefind-entry.json"])
        (about,) = entry["languages"].values()
        wasm = f"wasm.{about['wasm'] or 'unknown'}.pagefind"
        needed = {"pagefind-entry.json", "pagefind.js", "pagefind-worker.js", wasm, f"pagefind.{about['hash']}.pf_meta"}
    except (KeyError, TypeError, ValueError) as fault:
        raise SearchFault("the search index is not whole: its entry cannot be read") from fault
    kept = {
        path: content for path, content in files.items() if path in needed or path.startswith(("index/", "fragment/"))
    }
    fragments = sum(path.startswith("fragment/") and path.endswith(".pf_fragment") for path in kept)
    if missing := sorted(needed - kept.keys()):
        raise SearchFault(f"the search index is not whole: it has no {missing[0]}")
    if not about["page_count"] == fragments == count or not any(path.startswith("index/") for path in kept):
        raise SearchFault(f"the search index is not whole: {fragments} of {count} pages")
    for path, content in kept.items():
        if not path.endswith((".js", ".json")) and not _readable(content):
            raise SearchFault(f"the search index is not whole: {path} cannot be read")
    return dict(sorted(kept.items()))


def _readable(content: bytes) -> bool:
    try:
        return gzip.decompress(content).startswith(SIGNATURE)
    except (OSError, EOFError, zlib.error):
        return False


def _dead(command: Path, why: str) -> SearchFault:
    return SearchFault(f"the search index cannot be made: {command.name} does not run ({why}); {REMEDY}")


class _Service:
    """One running pagefind; it ends with the block, whatever happens in it."""

    def __init__(self, command: Path) -> None:
        self._command, self._sent = command, 0

    def __enter__(self) -> _Service:
        try:
            self._process = subprocess.Popen(
                [self._command, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
            )
        except OSError as fault:
            raise _dead(self._command, fault.strerror or str(fault)) from fault
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:
                    pass

    def ask(self, messages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The answers to some messages, in their order."""
        first = self._sent + 1
        self._sent += len(messages)
        numbered = enumerate(messages, first)
        sent = b"".join(
            b64encode(json.dumps({"message_id": at, "payload": message}).encode()) + b"," for at, message in numbered
        )
        writer = Thread(target=self._write, args=(sent,), daemon=True)
        writer.start()
        answers = dict(map(self._answer, self._hear(len(messages))))
        writer.join()
        if missing := [at for at in range(first, first + len(messages)) if at not in answers]:
            raise SearchFault(f"pagefind left {len(missing)} of {len(messages)} messages without an answer")
        return [answers[at] for at in range(first, first + len(messages))]

    def _write(self, content: bytes) -> None:
        assert self._process.stdin
        try:
            self._process.stdin.write(content)
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass  # it has ended: the reader says so

    def _hear(self, count: int) -> list[bytes]:
        """The next `count` answers as they come; nothing follows them before more is asked."""
        assert self._process.stdout
        pieces: list[bytes] = []
        heard = 0
        while heard < count:
            got = os.read(self._process.stdout.fileno(), 1 << 20)
            if not got:
                raise _dead(self._command, f"it ended with {self._process.wait()} in the middle of its work")
            heard += got.count(b",")
            pieces.append(got)
        return b"".join(pieces).split(b",")[:count]

    def _answer(self, message: bytes) -> tuple[int, dict[str, Any]]:
        try:
            answer = json.loads(b64decode(message, validate=True))
            payload = dict(answer["payload"])
        except (NotBase64, ValueError, KeyError, TypeError) as fault:
            raise _dead(self._command, f"it says {message[:60]!r}") from fault
        if payload.get("type") == "Error":
            raise SearchFault(f"pagefind refuses a message: {payload.get('message')}")
        return int(answer["message_id"]), payload
