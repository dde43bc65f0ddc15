"""Canonical layout of records: keys in the order of their types, comments with their keys, nothing said differently.

Input: the text of a record. Output: the text as it ought to be laid out, or what it was. Invariant: what a record says
and every comment in it are the same before and after, or the text is left alone; the second time nothing changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any, get_args, get_origin

from fasti import edtf
from fasti.authoring.blocks import Blocks, blocks_of
from fasti.authoring.comments import NotLaidOut
from fasti.authoring.layout import Layout
from fasti.diagnostics import Report
from fasti.reading import FOLDERS, Tree
from fasti.reading.front_matter import FENCE, split
from fasti.reading.reader import read_entry
from fasti.reading.text import decode
from fasti.reading.yaml_text import Written, compose
from fasti.records import RECORD_TYPES, FlowList, Model, OrderStatement, When
from fasti.settings import Settings


@dataclass(frozen=True, slots=True)
class Formatted:
    """A record that is not laid out as it ought to be: its path in the project, and its bytes before and after."""

    path: str
    before: bytes
    after: bytes

    @property
    def difference(self) -> str:
        """What changes, as a patch."""
        before, after = (data.decode("utf-8").splitlines(keepends=True) for data in (self.before, self.after))
        lines = unified_diff(before, after, f"a/{self.path}", f"b/{self.path}")
        ended = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
        return "".join(ended)


def to_format(settings: Settings, report: Report, *, only: Sequence[Path] = ()) -> Iterator[Formatted]:
    """The records to lay out anew, all or those in some files and folders. One that cannot be read is reported."""
    tree = Tree(settings.project)
    for folder, kind in FOLDERS.items():
        for found in tree.walk(settings.in_content(folder)):
            place = (settings.project / found.path).absolute()
            if only and not any(place == one or one in place.parents for one in only):
                continue
            said = Report()
            read_entry(found, folder, kind, tree, settings, said)
            faults = [fault for fault in said.diagnostics if fault.rule.code.startswith("FST1")]
            if faults:
                report.extend(faults)
                continue
            before = tree.read(found.path)
            after = formatted(decode(before)[0], kind, markdown=found.path.endswith(".md")).encode("utf-8")
            if after != before:
                yield Formatted(found.path, before, after)


LAYOUT_TRIES = 2


def formatted(text: str, kind: str, *, markdown: bool) -> str:
    """A record in canonical layout; `text` is what `reading.decode` gives, and can be read without fault."""
    if not markdown:
        return laid_out(text, kind)
    parts = split(text)
    header = laid_out(parts.header.removeprefix("\n") + "\n", kind)
    body = parts.body if not parts.body or parts.body.endswith("\n") else parts.body + "\n"
    return f"{FENCE}\n{header}{FENCE}\n{body}"


def laid_out(text: str, kind: str) -> str:
    """The fields of a record in canonical layout, or as they were where that could change what they say."""
    plain = "\n".join("" if line.rstrip() == FENCE else line for line in text.split("\n"))
    plain = plain if "\n---" in f"\n{text}" else text
    try:
        old = blocks_of(plain)
        once = written(old, kind)
        new = blocks_of(once)
        same = says_the_same(text, once) and Counter(old.comments) == Counter(new.comments)
        return once if same and written(new, kind) == once else text
    except NotLaidOut:
        return text


def written(blocks: Blocks, kind: str) -> str:
    """The text of some blocks."""
    return "\n".join(LAYOUT.document(blocks.root, RECORD_TYPES[kind])) + "\n"


def says_the_same(before: str, after: str) -> bool:
    """Whether two texts hold the same values, in what is a list in brackets and what is none."""
    (old, faults), (new, more) = compose(before), compose(after)
    return not faults and not more and meaning(old) == meaning(new)


def meaning(written: Written) -> Any:
    """The values of a text; of a list in brackets also whether it is one, as dates ask."""

    def of(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: of(part) for key, part in value.items()}
        if isinstance(value, list):
            return isinstance(value, FlowList), [of(part) for part in value]
        return value

    return of(written.value)


def order(kind: Any, keys: list[str]) -> list[int]:
    """The places of the keys of a mapping in canonical order; a key that nobody knows stays behind its neighbour."""
    if not is_model(kind):
        return list(range(len(keys)))
    rank = {key: place for place, key in enumerate(kind.written_fields())}
    ranks: list[int] = []
    for key in keys:
        ranks.append(rank.get(key, ranks[-1] if ranks else -1))
    return sorted(range(len(keys)), key=lambda index: ranks[index])


def within(kind: Any, key: str) -> Any:
    """What a key of a mapping holds: a record type, or the type of each value of a mapping with free keys."""
    if is_model(kind):
        field = kind.written_fields().get(key)
        return held(field.annotation) if field else None
    return kind[0] if isinstance(kind, tuple) else None


def held(annotation: Any) -> Any:
    """The record type, the date, or as a tuple the free mapping, inside an annotation."""
    if annotation is edtf.Edtf or is_model(annotation):
        return None if annotation is OrderStatement else annotation
    if get_origin(annotation) is dict:
        return (held(get_args(annotation)[1]),)
    return next((found for part in get_args(annotation) if (found := held(part)) is not None), None)


def opaque(kind: Any) -> bool:
    """Whether a list in brackets is a date, of which not even a blank is touched."""
    return kind is edtf.Edtf or kind is When


def is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Model)


LAYOUT = Layout(order, within, opaque)
