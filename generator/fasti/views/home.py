"""The parts of the home page that follow from records; the title and the claim above them are hand-written.

Input: an edition, and the front matter of `index.md`: `turning_points` and `disagreements`, lists of event ids. Where
it lists no disagreements, those with the most voices are shown.
Output: a `Page` for `fragments/home.html`, placed below the hand-written words.
Invariant: a part without entries is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fasti.derive import Disagreement, Edition
from fasti.language import _, commas
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View
from fasti.views._disputes import dispute_of
from fasti.views._ledger import has_map
from fasti.views._links import Value, link
from fasti.views._parts import entry_item

HOME = "index.md"
MOST_FIGURES = 3
MOST_DISAGREEMENTS = 3


def keys(edition: Edition) -> Iterable[str]:
    """One page; sites without a hand-written `index.md` have none."""
    return ("",) if any(page.uri == HOME for page in edition.pages) else ()


def home_page(edition: Edition, key: str) -> Page:
    """The parts of the home page."""
    own = next(page for page in edition.pages if page.uri == HOME)
    desk = Desk(edition, "")
    series = [s for s in edition.figures.ids if edition.figures.series(s).points]
    series.sort(key=lambda s: (-len(edition.figures.series(s).points), s))
    title = edition.settings.title or edition.settings.site_name
    view: View = {
        "period": words.sentence(dates.period_words(edition.span)),
        "documents": words.count(len(edition.corpus.published("source")), "document"),
        "voices": words.count(voices(edition), "voice"),
        "entries": words.count(len(edition.chronology.events) + len(edition.chronology.undated), "entry"),
        "control": desk.chart("control") if edition.control.places else None,
        "turning_points": [turning_point(desk, e) for e in listed_events(edition, own.meta.get("turning_points"))],
        "figures": [
            {"series": link(desk, "series", s), "chart": desk.chart("figures", series=s)} for s in series[:MOST_FIGURES]
        ],
        "map": desk.chart("map", places=",".join(edition.control.places)) if edition.control.places else None,
        "any_day": has_map(edition),
        "disagreements": disagreements(desk, listed_events(edition, own.meta.get("disagreements"))),
        "disagreement_count": words.count(len(edition.disagreements.all), "disagreement"),
    }
    desk.wants(own.body)
    documents = len(edition.corpus.published("source"))
    description = (
        _(
            "%(period)s, from %(documents)s: %(entries)s.",
            period=view["period"],
            documents=words.documents_after(documents),
            entries=view["entries"],
        )
        if view["period"]
        else words.sentence(commas((view["documents"], view["entries"])))
    )
    return Page("home", "", "", title, description, view, desk.charts, own.path, stub=True)


def voices(edition: Edition) -> int:
    """How many voices the documents hold."""
    return len({edition.corpus.bibliography.original(entry.id) for entry in edition.corpus.published("source")})


def listed_events(edition: Edition, value: Any) -> list[str]:
    """The published events that a key of the front matter names, in its order."""
    items = value if isinstance(value, list) else [value] if value else []
    return [str(item) for item in items if edition.chronology.placed(str(item))]


def turning_point(desk: Desk, event_id: str) -> Value:
    """An event as the home page tells it."""
    return entry_item(desk, event_id)


def disagreements(desk: Desk, chosen: list[str]) -> list[Value]:
    """Of each event that the editors chose its foremost disagreement; where they chose none, the foremost of all."""
    found = foremost(desk.edition)
    shown = [found["event", event_id] for event_id in chosen if ("event", event_id) in found]
    shown = shown or list(found.values())[:MOST_DISAGREEMENTS]
    return [{**link(desk, d.kind, d.id), **dispute_of(desk, d)} for d in shown]


def foremost(edition: Edition) -> dict[tuple[str, str], Disagreement]:
    """One disagreement of each record: the most voices first, then the most accounts, then the latest, then by id."""

    def key(found: Disagreement) -> tuple[int, int, int, str, str]:
        voices = {voice for account in found.accounts if account.own for voice in account.voices.ids}
        placed = edition.chronology.placed(found.id) if found.kind == "event" else None
        position = placed.position or 0 if placed else 0
        return (-len(voices), -len(found.accounts), -position, found.kind, found.id)

    by_record: dict[tuple[str, str], Disagreement] = {}
    for found in sorted(edition.disagreements.all, key=key):
        by_record.setdefault((found.kind, found.id), found)
    return by_record


PAGE = PageKind("home", keys, home_page)
