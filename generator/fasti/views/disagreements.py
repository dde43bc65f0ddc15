"""/disagreements/: every value in conflict, side by side, by what is in dispute; then what one side alone claims.

Input: an edition. Output: a `Page` for `fragments/disagreements.html`, carried by the platform, and its further parts.
Invariant: each disagreement stands once, under the record whose value is the headline; nothing is merged or moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from fasti.derive import SUBJECTS, Disagreement, Edition
from fasti.edtf import Bounds
from fasti.language import N_, Table, _
from fasti.records import Event
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._base import Desk, Link, Page, PageKind, View
from fasti.views._chip import chip
from fasti.views._disputes import dispute_of, rule_address
from fasti.views._links import Value, link
from fasti.views._parts import standing_words

MOST = 40  # disagreements a page: about as many kilobytes as a hundred entries
CLAIMED = "claimed"
ADDRESS = "disagreements/"
TITLES = Table(
    {
        "happened": N_("Whether it happened"),
        "when": N_("Dates"),
        "where": N_("Places"),
        "control": N_("Who held what"),
        "figures": N_("Numbers"),
        "participants": N_("Who took part"),
        "said": N_("Statements denied or doubted"),
        "other": N_("Names and other particulars"),
        CLAIMED: N_("Claimed by one side only"),
    }
)

KIND = Table({"place": N_("place"), "actor": N_("actor"), "source": N_("source"), "series": N_("series")})


def rows_of(edition: Edition) -> list[tuple[str, Disagreement]]:
    """Everything the page lists, in its order, each under its subject."""
    found = edition.disagreements
    return [*((d.subject, d) for d in found.all), *((CLAIMED, d) for d in found.claimed)]


def disagreements_page(edition: Edition, key: str) -> Page:
    """The page of all disagreements, or a further part of it where they are many."""
    number = int(key or 1)
    desk = Desk(edition, listing.address(ADDRESS, number))
    rows = rows_of(edition)
    view: View = {
        "title": _("Disagreements"),
        "count": count_words(edition),
        "jumps": jumps(rows, number),
        "groups": [
            {
                "id": subject,
                "title": TITLES[subject],
                "claimed": subject == CLAIMED,
                "rows": [item(desk, found, heading=subject not in ("happened", CLAIMED)) for _subject, found in here],
            }
            for subject, here in groupby(listing.part(rows, number, MOST), key=lambda row: row[0])
        ],
        "rule": rule_address(edition),
        "parts": listing.parts(ADDRESS, number, len(rows), MOST),
    }
    last = number * MOST >= len(rows)
    before: Link = {"title": _("Disagreements"), "address": listing.address(ADDRESS, number - 1)}
    after: Link = {"title": _("Disagreements"), "address": listing.address(ADDRESS, number + 1)}
    return Page(
        "disagreements",
        key,
        desk.address,
        view["title"],
        view["count"],
        view,
        desk.charts,
        None,
        before if number > 1 else None,
        after if number > 1 and not last else None,
        stub=number == 1,
    )


def count_words(edition: Edition) -> str:
    """How many there are, and of how many records."""
    found = edition.disagreements
    if not found.all and not found.claimed:
        return _("No record of this chronology holds two values for one thing.")
    records = len({record for d in found.all for record in d.records})
    told = words.sentence(words.count(len(found.all), "disagreement"))
    if records:
        told = _("%(disagreements)s in %(records)s", disagreements=told, records=words.records_after(records))
    if not found.claimed:
        return _("%(told)s.", told=told)
    claims = words.count(len(found.claimed), "claim")
    return _("%(told)s, and %(claims)s of one side that nobody here contradicts.", told=told, claims=claims)


def jumps(rows: Sequence[tuple[str, Disagreement]], here: int) -> list[Value]:
    """The way to each subject, on whichever part it begins, with how many stand under it."""
    subjects = [subject for subject, _found in rows]
    found = []
    for subject in (*SUBJECTS, CLAIMED):
        if total := subjects.count(subject):
            number = subjects.index(subject) // MOST + 1
            page = "" if number == here else listing.address(ADDRESS, number)
            found.append({"title": TITLES[subject], "count": total, "address": f"{page}#{subject}"})
    return found if len(found) > 1 else []


def item(desk: Desk, found: Disagreement, *, heading: bool) -> Value:
    """One disagreement with the record it stands under."""
    edition = desk.edition
    told = dispute_of(desk, found)
    record = edition.record(found.kind, found.id)
    event = record if isinstance(record, Event) else None
    placed = edition.chronology.placed(found.id) if event else None
    derived = Bounds(placed.earliest, placed.latest) if placed else Bounds(None, None)
    return {
        **told,
        "field": told["field"] if heading else "",
        "record": link(desk, found.kind, found.id),
        "kind": "" if event else KIND[found.kind],
        "chip": chip(event.when, derived) if event else None,
        "standing": standing_words(desk, event) if event else "",
        "happened": event.happened if event else "",
    }


def keys(edition: Edition) -> Iterator[str]:
    """The page itself, then its further parts."""
    total = listing.count(len(rows_of(edition)), MOST)
    yield from ("", *(str(number) for number in range(2, total + 1)))


PAGE = PageKind("disagreements", keys, disagreements_page)
