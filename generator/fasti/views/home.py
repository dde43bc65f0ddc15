"""The parts of the home page that follow from records; the title and the claim above them are hand-written.

Input: an edition, and the front matter of `index.md`: `turning_points` and `disagreements`, lists of event ids.
Output: a `Page` for `fragments/home.html`, placed below the hand-written words.
Invariant: a part without entries is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fasti.derive import Edition, listed
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View
from fasti.views._claims import figure, rivals
from fasti.views._links import Value, link
from fasti.views._parts import entry_item, type_words

HOME = "index.md"
MOST_FIGURES = 3


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
        "disagreements": [disagreement(desk, e) for e in listed_events(edition, own.meta.get("disagreements"))],
    }
    desk.wants(own.body)
    description = f"{view['period']}, from {view['documents']}: {view['entries']}."
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


def disagreement(desk: Desk, event_id: str) -> Value:
    """An event whose documents disagree: each value side by side, with who holds it."""
    edition = desk.edition
    event = edition.event(event_id)
    rows = [
        {"field": row["field"], "value": row["value"], "who": row["who"], "sources": row["sources"], "why": row["why"]}
        for row in rivals(desk, event)
    ]
    figures = [point for point in edition.figures.of_event(event_id) if not point.rival]
    counted = [
        figure(desk, p)
        for p in figures
        if sum(q.series_id == p.series_id and q.measure == p.measure for q in figures) > 1
    ]
    return {
        **link(desk, "event", event_id),
        "type": type_words(desk, event),
        "rows": rows,
        "figures": counted,
        "summary": summary(rows, counted),
    }


def summary(rows: list[Value], figures: list[Value]) -> str:
    """What is in dispute, in a few words."""
    fields = tuple(dict.fromkeys(row["field"].lower() for row in rows)) + (("figures",) if figures else ())
    return f"On {listed(fields)}" if fields else ""


PAGE = PageKind("home", keys, home_page)
