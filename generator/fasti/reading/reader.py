"""Reads every record of a project: one file, one entry, every fault of every file in one run.

Input: settings. Output: `Reading`. Invariant: a file that cannot be read is reported once, and the id it would have had
is remembered, so that references to it raise no second fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from pydantic import ValidationError

from fasti.diagnostics import Acceptance, Diagnostic, Related, Report, Rule, Span, catalogue
from fasti.reading.entry import Entry
from fasti.reading.explain import BY_NAME, explain
from fasti.reading.front_matter import split
from fasti.reading.kept import Kept
from fasti.reading.media import read_media
from fasti.reading.remains import sound_part
from fasti.reading.site import read_accepted, read_vocabulary
from fasti.reading.text import decode
from fasti.reading.tree import LARGEST, Found, Tree, blob_id
from fasti.reading.yaml_text import Written, compose
from fasti.records import RECORD_TYPES, RESERVED, Vocabulary, slug_fault, slugged
from fasti.settings import Settings

FOLDERS = {"events": "event", "places": "place", "actors": "actor", "sources": "source", "series": "series"}
YEAR_FOLDER = re.compile(r"-?\d{1,6}\Z")
ENDINGS = (".md", ".yml")
FIRST_LINE = Span(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a project holds: entries by kind and path, ids of records that could not be read, and the site's own files.

    `unsound` are the remains of records with faults, for checks alone. `media` are the file names in `content/media/`.
    """

    entries: tuple[Entry, ...]
    unsound: tuple[Entry, ...]
    broken: frozenset[tuple[str, str]]
    vocabulary: Vocabulary
    accepted: tuple[Acceptance, ...]
    media: frozenset[str]


def keep(settings: Settings) -> Kept:
    """Keeps what is read of each record until its file changes."""
    return Kept(settings, FOLDERS, read_entry)


def read(settings: Settings, report: Report, *, tree: Tree | None = None, kept: Kept | None = None) -> Reading:
    """Read the records, the vocabulary and the accepted faults of a project; of `kept`, only what changed."""
    tree = tree or Tree(settings.project)
    entries: list[Entry] = []
    unsound: list[Entry] = []
    broken: set[tuple[str, str]] = set()
    for folder, kind in FOLDERS.items():
        for found in tree.walk(settings.in_content(folder)):
            if kept:
                entry = kept.entry(found, folder, kind, report)
            else:
                entry = read_entry(found, folder, kind, tree, settings, report)
            if entry and entry.sound:
                entries.append(entry)
                continue
            broken.add((kind, PurePosixPath(found.path).stem))
            if entry:
                unsound.append(entry)
    return Reading(
        tuple(entries),
        tuple(unsound),
        frozenset(broken),
        read_vocabulary(tree, settings, report),
        read_accepted(tree, settings, report),
        read_media(settings, report, tree=tree),
    )


def read_entry(found: Found, folder: str, kind: str, tree: Tree, settings: Settings, report: Report) -> Entry | None:
    """One record, or None with its faults reported."""
    if not proper_file(found, folder, settings, report):
        return None
    try:
        data = tree.read(found.path)
    except OSError as fault:
        tell(catalogue.NOT_A_PLAIN_FILE, found.path, None, f"this file cannot be read: {fault.strerror}", None, report)
        return None
    if len(data) > LARGEST:
        tell(
            catalogue.FILE_TOO_LARGE,
            found.path,
            None,
            "this file is larger than 1 MiB",
            "split it, or keep long text out of records",
            report,
        )
        return None
    text, problem = decode(data)
    if problem:
        tell(catalogue.NOT_TEXT, found.path, *problem, report)
        return None
    if not text.strip():
        tell(
            catalogue.EMPTY_FILE,
            found.path,
            FIRST_LINE,
            "this file is empty",
            f"write the {kind}, or delete the file",
            report,
        )
        return None
    entry = parse_entry(text, found.path, kind, settings, report)
    return replace(entry, blob=blob_id(data)) if entry else None


def proper_file(found: Found, folder: str, settings: Settings, report: Report) -> bool:
    """Whether a file of a records folder can be a record, by its kind, name and size."""
    path = PurePosixPath(found.path)
    inner = path.relative_to(settings.in_content(folder)).parts[:-1]
    if not found.plain:
        tell(
            catalogue.NOT_A_PLAIN_FILE,
            found.path,
            None,
            "this is a link or a device, not a file",
            "put the file itself here",
            report,
        )
    elif path.suffix not in ENDINGS:
        hint = (
            f"rename it to `{path.stem}.yml`"
            if path.suffix == ".yaml"
            else "records end in `.md` or `.yml`; pictures go to content/media/"
        )
        tell(catalogue.UNEXPECTED_FILE, found.path, None, f"`{path.name}` is no record", hint, report)
    elif len(inner) > 1 or (inner and not YEAR_FOLDER.match(inner[0])):
        tell(
            catalogue.UNEXPECTED_FILE,
            found.path,
            None,
            f"records lie in `{folder}/` or in a folder named by a year",
            f"move it to `{folder}/`",
            report,
        )
    elif fault := slug_fault(path.stem):
        better = slugged(path.stem)
        tell(
            catalogue.BAD_FILE_NAME,
            found.path,
            None,
            fault,
            "choose another name" if slug_fault(better) else f"rename the file to `{better}{path.suffix}`",
            report,
        )
    elif path.stem in RESERVED:
        tell(
            catalogue.BAD_FILE_NAME,
            found.path,
            None,
            f"`{path.stem}` is a reserved word",
            "choose another name",
            report,
        )
    elif found.size > LARGEST:
        tell(
            catalogue.FILE_TOO_LARGE,
            found.path,
            None,
            "this file is larger than 1 MiB",
            "split it, or keep long text out of records",
            report,
        )
    else:
        return True
    return False


def parse_entry(text: str, path: str, kind: str, settings: Settings, report: Report) -> Entry | None:
    """The entry written in a text, its faults reported; what is left of one with faults is not `sound`."""
    header, body, body_line, markdown = text, "", 1, path.endswith(".md")
    if markdown:
        parts = split(text)
        if parts.fault == "unclosed-front-matter":
            tell(
                BY_NAME[parts.fault],
                path,
                Span(1, 1, 1, 4),
                "the front matter that begins here is never closed",
                "end it with a line `---`",
                report,
            )
            return None
        if parts.fault:
            tell(
                BY_NAME[parts.fault],
                path,
                FIRST_LINE,
                "this file does not begin with front matter",
                "begin it with a line `---`, its fields, and a line `---`",
                report,
            )
            return None
        header, body, body_line = parts.header, parts.body, parts.body_line
    written, faults = compose(header)
    for fault in faults:
        related = (Related(path, *fault.related),) if fault.related else ()
        report.add(Diagnostic(BY_NAME[fault.rule], path, fault.span, fault.message, fault.hint, related))
    if faults and faults[-1].rule != "repeated-key":
        return None
    if not isinstance(written.value, dict):
        if written.value in (None, ""):
            tell(
                catalogue.EMPTY_FILE,
                path,
                FIRST_LINE,
                "the front matter is empty" if markdown else "this file says nothing",
                f"write the {kind}",
                report,
            )
        else:
            tell(
                catalogue.WRONG_TYPE,
                path,
                FIRST_LINE,
                "this file is not made of `key: value` lines",
                "begin with `title: …`",
                report,
            )
        return None
    written.spans.setdefault((), FIRST_LINE)
    indent = 0
    if body.strip():
        if "body" in written.value:
            tell(
                catalogue.BODY_TWICE,
                path,
                written.keys[("body",)],
                "the prose stands under `body` and below the front matter",
                "keep one of the two",
                report,
            )
            return None
    elif isinstance(written.value.get("body"), str):
        body, body_line, indent = from_key(written, text)
    model = RECORD_TYPES[kind]
    try:
        record = model.model_validate(written.value, context={"about_widens": settings.about_widens})
        sound = not faults
    except ValidationError as problem:
        explain(problem, model, written, path, kind, report)
        left = sound_part(model, written, problem, settings)
        if left is None:
            return None
        (record, written), sound = left, False
    return Entry(kind, PurePosixPath(path).stem, record, path, text, written, body, body_line, indent, sound)


def from_key(written: Written, text: str) -> tuple[str, int, int]:
    """The prose under the key `body`, the line where it begins, and how far it is indented."""
    span = written.spans[("body",)]
    body = str(written.value["body"])
    if ("body",) in written.quoted and span.end_line > span.line:
        line = text.split("\n")[span.line]
        return body, span.line + 1, len(line) - len(line.lstrip())
    return body, span.line, span.column - 1 + (("body",) in written.quoted)  # the quote stands before the text


def tell(rule: Rule, path: str, span: Span | None, message: str, hint: str | None, report: Report) -> None:
    """Add a fault of one file."""
    report.add(Diagnostic(rule, path, span, message, hint))
