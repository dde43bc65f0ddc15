"""/places/: every place under the country and province it lies in, with the last word on who holds it.

Input: an edition. Output: a `Page` for `fragments/places.html`, carried by the platform.
Invariant: each place stands once.
"""

from __future__ import annotations

from collections import Counter

from fasti.derive import Edition
from fasti.language import _
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View, only
from fasti.views._links import Value
from fasti.views.place import place_row

DEEPEST = 5
JUMPED = 2  # levels that the page leads to
MOST_ON_MAP = 60


def places_page(edition: Edition, key: str) -> Page:
    """The page of all places."""
    desk = Desk(edition, "places/")
    entries = edition.corpus.published("place")
    pointed = [entry.id for entry in entries if getattr(entry.record, "at", None)]
    groups = tree(desk)
    view: View = {
        "title": _("Places"),
        "count": _("%(places)s, under what lies around.", places=words.sentence(words.count(len(entries), "place"))),
        "map": desk.chart("map", places=",".join(pointed[:MOST_ON_MAP])) if pointed else None,
        "groups": groups,
        "jumps": jumps(groups),
    }
    return Page("places", "", desk.address, view["title"], view["count"], view, desk.charts, stub=True)


def jumps(rows: list[Value]) -> list[Value]:
    """The way to the countries, and to what in them holds other places, with how many lie under each."""
    under: Counter[str] = Counter()
    around: list[Value] = []
    for row in rows:
        while around and around[-1]["depth"] >= row["depth"]:
            around.pop()
        under.update(above["id"] for above in around)
        around.append(row)
    found = [
        {"title": row["title"], "href": f"#{row['id']}", "count": under[row["id"]]}
        for row in rows
        if under[row["id"]] and row["depth"] < JUMPED
    ]
    return found if len(found) > 1 else []


def tree(desk: Desk) -> list[Value]:
    """Places as rows with their depth, each under the first place it lies within."""
    edition = desk.edition
    ids = [entry.id for entry in edition.corpus.published("place")]
    known = set(ids)
    under: dict[str, list[str]] = {}
    for place_id in ids:
        above = next((a for a in edition.corpus.gazetteer.ancestors(place_id) if a in known), "")
        under.setdefault(above, []).append(place_id)
    rows: list[Value] = []
    placed: set[str] = set()

    def add(place_id: str) -> None:
        # Depth first without recursion: a chain of places may be as long as there are places.
        stack = [(place_id, 0)]
        while stack:
            inner, depth = stack.pop()
            if inner in placed:
                continue
            placed.add(inner)
            rows.append(place_row(desk, inner) | {"id": inner, "depth": min(depth, DEEPEST)})
            below = sorted(
                under.get(inner, ()), key=lambda p: (bool(under.get(p)), words.fold(edition.place_label(p)), p)
            )
            stack += [(one, depth + 1) for one in reversed(below)]

    for place_id in sorted(under.get("", ()), key=lambda p: (not under.get(p), words.fold(edition.place_label(p)), p)):
        add(place_id)
    for place_id in ids:  # those in a circle of `within`, which the check reports
        add(place_id)
    return rows


PAGE = PageKind("places", only(), places_page)
