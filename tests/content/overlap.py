"""Runs of eight words that the chronology shares with its source documents: `make overlap SOURCES=…`.

Input: a folder with the texts of the documents, which are not in this repository; records and hand-written pages. Output:
one line for each run, `path:line`, and exit code 1 if there is any, 2 without a document to read. Titles of cited sources
are the one thing that may be shared. Invariant: only words count, so neither a line break nor a comma hides a run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
LENGTH = 8
FOLDERS = ("events", "places", "actors", "sources", "series", "pages")
WORD = re.compile(r"[^\W_]+")
LINK = re.compile(r"\]\([^)]*\)")
TITLE = re.compile(r"^title: .*$", re.MULTILINE)


class Run(NamedTuple):
    """Words that a file of the chronology shares with a document, and the line where they begin."""

    path: str
    line: int
    document: str
    words: str


def words(text: str) -> list[tuple[str, int]]:
    """The words of a text without regard to case, each with its line."""
    found, line, at = [], 1, 0
    for match in WORD.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        found.append((match.group().casefold(), line))
    return found


def runs_of(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every run of eight words, with the line where it begins."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        yield tuple(word for word, _ in found[start : start + LENGTH]), found[start][1]


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """A text with what matches put out of sight, its lines kept."""
    return pattern.sub(lambda match: "\n" * match.group().count("\n"), text)


def ours(project: Path) -> Iterator[tuple[str, str]]:
    """Path and text of every record and hand-written page; without the targets of links and the titles of sources."""
    for folder in FOLDERS:
        for path in sorted((project / "content" / folder).rglob("*")):
            if path.suffix not in (".md", ".yml"):
                continue
            text = blanked(LINK, path.read_text(encoding="utf-8"))
            yield path.relative_to(project).as_posix(), blanked(TITLE, text) if folder == "sources" else text


def shared(project: Path, documents: Path) -> Iterator[Run]:
    """Every run that a file shares with a document; of a longer stretch the first run only."""
    known = {
        run: path.name
        for path in sorted(documents.glob("*.txt"))
        for run, _ in runs_of(path.read_text(encoding="utf-8"))
    }
    for path, text in ours(project):
        before = False
        for run, line in runs_of(text):
            if run in known and not before:
                yield Run(path, line, known[run], " ".join(run))
            before = run in known


def main(arguments: list[str]) -> int:
    """Tell every shared run."""
    folder = Path(arguments[0]) if arguments and arguments[0] else None
    if folder is None or not any(folder.glob("*.txt")):
        sys.stderr.write(
            "overlap: name the folder with the documents' texts, as in `make overlap SOURCES=../sources`\n"
        )
        return 2
    found = list(shared(PROJECT, folder))
    lines = [f"{run.path}:{run.line}: shares with {run.document}: {run.words}" for run in found]
    count = f"{len(found) or 'no'} run{'' if len(found) == 1 else 's'} of {LENGTH} words shared with a document"
    sys.stdout.write("\n".join([*lines, f"overlap: {count}\n"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
