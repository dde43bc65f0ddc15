"""CSV as spreadsheets and statistics programs read it: RFC 4180, but UTF-8 and line feeds, one row a thing.

Input: columns with what fills them. Output: an `Export`. Invariant: no cell of text begins as a formula would.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from fasti.derive import Edition
from fasti.edtf import Bounds, iso
from fasti.exports._base import FOLDER, Column, Export

Item = TypeVar("Item")
Field = tuple[str, str, Callable[[Edition, Item], Any]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_YEARS_BEFORE_ONE = re.compile(r"-\d{4,}(?:-\d\d){0,2}\Z")


def table(
    name: str,
    summary: str,
    loses: Sequence[str],
    *,
    items: Callable[[Edition], Iterable[Item]],
    fields: Sequence[Field[Item]],
) -> Export:
    """An export of one table; `fields` are name, words for the codebook, and what fills the cell."""

    def write(edition: Edition) -> dict[str, bytes]:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([field[0] for field in fields])
        writer.writerows([cell(fill(edition, item)) for _, _, fill in fields] for item in items(edition))
        return {FOLDER + name: out.getvalue().encode()}

    return Export(
        name, "text/csv", summary, tuple(loses), write, tuple(Column(column, words) for column, words, _ in fields)
    )


def cell(value: Any) -> str | int | float:
    """A value as a cell: numbers plain, truth as `true` and `false`, lists joined by `; `, text on one line.

    Text that begins like a formula gets an apostrophe before it; a date before the year 1 is only a date and gets none.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, str):
        text = " ".join(value.split())
        guarded = value.startswith(_FORMULA) and not _YEARS_BEFORE_ONE.match(text)
        return f"'{text}" if guarded or text.startswith(_FORMULA) and not _YEARS_BEFORE_ONE.match(text) else text
    return cell("; ".join(str(item) for item in value))


def day(number: int | None) -> str:
    """A day as a date; empty where that side is open or unknown."""
    return "" if number is None else iso(number)


def first(bounds: Bounds | None) -> str:
    """The earliest day of bounds."""
    return day(bounds.earliest) if bounds else ""


def last(bounds: Bounds | None) -> str:
    """The latest day of bounds."""
    return day(bounds.latest) if bounds else ""


BLOB = "version of the record: the id that Git gives its file (a blob id)"


def blob(edition: Edition, kind: str, record_id: str) -> str:
    """The version of a record."""
    entry = edition.corpus.entry(kind, record_id)
    return entry.blob if entry else ""


def address(edition: Edition, kind: str, record_id: str) -> str:
    """The full address of a record's page."""
    return f"{edition.settings.site_url.rstrip('/')}/{edition.address(kind, record_id)}"
