"""Reads the hand-written pages: their front matter and their Markdown, so that links and charts in them are checked.

Input: the folder `content/pages/`. Output: `HandWritten` pages. Invariant: pages hold only Markdown and raster images;
MkDocs publishes them, but nothing else that lies in the folder passes unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from fasti.diagnostics import Diagnostic, Report, Span, catalogue
from fasti.reading.front_matter import split
from fasti.reading.media import RASTER
from fasti.reading.text import decode
from fasti.reading.tree import LARGEST, Tree
from fasti.reading.yaml_text import Written, compose
from fasti.settings import Settings


@dataclass(frozen=True, slots=True)
class HandWritten:
    """One hand-written page. `uri` is its path below the folder of pages; `body_line` is where its Markdown begins."""

    path: str
    uri: str
    written: Written
    body: str
    body_line: int

    @property
    def meta(self) -> dict[str, Any]:
        """Its front matter as plain values."""
        return self.written.value if isinstance(self.written.value, dict) else {}

    def body_span(self, line: int, start: int, end: int) -> Span:
        """A stretch of one line of the Markdown; line and columns count from 0, the end exclusive."""
        return Span(self.body_line + line, start + 1, self.body_line + line, end + 1)


def read_pages(settings: Settings, report: Report, *, tree: Tree | None = None) -> tuple[HandWritten, ...]:
    """Every hand-written page, by path; what else lies there is FST703."""
    tree = tree or Tree(settings.project)
    found: list[HandWritten] = []
    for file in tree.walk(settings.docs_dir):
        path = PurePosixPath(file.path)
        if file.plain and path.suffix == ".md":
            if page := read_page(file.path, settings, tree, report):
                found.append(page)
        elif not file.plain or path.suffix.lower() not in RASTER:
            what = "is neither Markdown nor a raster image" if file.plain else "is a link or a device, not a file"
            report.add(
                Diagnostic(
                    catalogue.PAGE_NOT_ALLOWED,
                    file.path,
                    None,
                    f"`{path.name}` {what}",
                    "keep only `.md` and pictures here",
                )
            )
    return tuple(found)


def read_page(path: str, settings: Settings, tree: Tree, report: Report) -> HandWritten | None:
    """One page; without front matter it is all Markdown."""
    try:
        data = tree.read(path)
    except OSError as fault:
        report.add(Diagnostic(catalogue.NOT_A_PLAIN_FILE, path, None, f"this file cannot be read: {fault.strerror}"))
        return None
    if len(data) > LARGEST:
        report.add(Diagnostic(catalogue.FILE_TOO_LARGE, path, None, "this page is larger than 1 MiB", "split it"))
        return None
    text, problem = decode(data)
    if problem:
        report.add(Diagnostic(catalogue.NOT_TEXT, path, *problem))
        return None
    parts = split(text)
    uri = str(PurePosixPath(path).relative_to(settings.docs_dir))
    if parts.fault == "missing-front-matter":
        return HandWritten(path, uri, Written({}), text, 1)
    if parts.fault:
        report.add(
            Diagnostic(
                catalogue.UNCLOSED_FRONT_MATTER,
                path,
                Span(1, 1, 1, 4),
                "the front matter that begins here is never closed",
                "end it with a line `---`",
            )
        )
        return None
    written, faults = compose(parts.header)
    by_name = {rule.name: rule for rule in catalogue.RULES}
    for found in faults:
        report.add(Diagnostic(by_name[found.rule], path, found.span, found.message, found.hint))
    return HandWritten(path, uri, written, parts.body, parts.body_line)
