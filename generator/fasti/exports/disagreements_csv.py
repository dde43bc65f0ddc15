"""`data/v1/disagreements.csv`: one row a value in conflict, those of one disagreement below each other.

Input: an edition. Output: bytes. Invariant: the headline comes first, and no value is merged with another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fasti.derive import Account, Disagreement, Edition, FigurePoint
from fasti.exports._csv import address, table
from fasti.exports._json import text_of
from fasti.exports._values import value_of
from fasti.language import N_
from fasti.records import Gap, When


class Row(NamedTuple):
    """One account, its disagreement, and the number of that."""

    number: int
    of: Disagreement
    account: Account


def rows(edition: Edition) -> Iterator[Row]:
    """Every account of every disagreement, then what one side claims and nobody contradicts."""
    found = edition.disagreements
    for number, disagreement in enumerate((*found.all, *found.claimed), 1):
        yield from (Row(number, disagreement, account) for account in disagreement.accounts)


def value_text(account: Account) -> str:
    """The value as its author wrote it; what has several parts as JSON."""
    value = account.value
    if isinstance(value, FigurePoint):
        return value.words
    if isinstance(value, When | Gap):
        return value.text
    plain = value_of(value)
    return plain if isinstance(plain, str) else text_of(plain)


EXPORT = table(
    "disagreements.csv",
    N_("One row a value in conflict, with who holds it; the headline first"),
    (
        N_("dates of statements"),
        N_("what citations say beside the place in the document"),
        N_("bounds of dates and numbers"),
    ),
    items=rows,
    fields=(
        ("disagreement", "number; the values of one disagreement share it", lambda edition, row: row.number),
        ("kind", "kind of the record it stands under", lambda edition, row: row.of.kind),
        ("id", "id of that record", lambda edition, row: row.of.id),
        ("field", "field in dispute", lambda edition, row: row.of.field),
        ("item", "place, role or series, where the field holds several", lambda edition, row: row.of.item),
        (
            "standing",
            "headline, same (told again), alternative, rejected, superseded, or said",
            lambda edition, row: row.account.standing,
        ),
        ("stance", "how the speaker stands to it", lambda edition, row: row.account.stance),
        ("value", "as written; of several parts as JSON", lambda edition, row: value_text(row.account)),
        ("who", "whose assertion it is, where said; of a number see voices", lambda edition, row: row.account.who),
        (
            "voices",
            "kind and id of who really speaks; empty where it only rests on its record's sources",
            lambda edition, row: [f"{kind} {key}" for kind, key in row.account.voices.ids] if row.account.own else (),
        ),
        ("sources", "documents and the places in them", lambda edition, row: [c.text for c in row.account.sources]),
        ("basis", "how the value was reached, if not reported", lambda edition, row: row.account.basis),
        ("as_reported", "key words as printed", lambda edition, row: row.account.as_reported),
        ("why", "why it stands beside the headline", lambda edition, row: row.account.why),
        ("note", "what a reader should know", lambda edition, row: row.account.note),
        ("event", "the event that reports it, where that is another record", lambda edition, row: row.account.event),
        ("address", "page of the record", lambda edition, row: address(edition, row.of.kind, row.of.id)),
    ),
)
