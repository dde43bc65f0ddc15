"""What is known only to the month or to the year: which entries those are, and under which title they stand.

Input: an edition and ids of events in order. Output: titles and ids. Invariant: an entry that may have been on any day
of a month stands between no two days of it, and one that may have been in several months stands in none.
"""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from fasti import edtf
from fasti.derive import Edition
from fasti.edtf import Bounds
from fasti.language import _
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._gaps import Month, month_of

LOOSE_MONTHS = 3  # a once-within window over so many months is "known only to the year"


def is_loose(edition: Edition, event_id: str) -> bool:
    """Whether it is known only that it happened once within a stretch of three months or more."""
    when = edition.event(event_id).when
    placed = edition.chronology.placed(event_id)
    if placed is None or (when is not None and when.throughout):
        return False
    if placed.earliest is None or placed.latest is None:
        return True
    (year, month), (year2, month2) = month_of(placed.earliest), month_of(placed.latest)
    return 12 * (year2 - year) + month2 - month + 1 >= LOOSE_MONTHS


def loose_groups(edition: Edition, year: int, events: list[str]) -> dict[str, list[str]]:
    """Events that no month can hold: those that may be of an earlier year, those within it, those of a later year."""
    name = dates.year_words(year, prose=True)
    span = Bounds(edtf.day_number(year, 1, 1), edtf.day_number(year, 12, 31))
    groups: dict[str, list[str]] = {title: [] for title in loose_titles(name)}
    for event_id in events:
        groups[loose_title(edition, event_id, name, span)].append(event_id)
    return {title: members for title, members in groups.items() if members}


def loose_titles(name: str) -> tuple[str, str, str]:
    """What stands over events that a year or a month cannot place further."""
    earlier, later = _("%(date)s or earlier", date=name), _("%(date)s or later", date=name)
    return words.sentence(earlier), _("Some time in %(date)s", date=name), words.sentence(later)


def loose_title(edition: Edition, event_id: str, name: str, span: Bounds) -> str:
    """Under which of the three titles of a year or a month an event belongs."""
    placed = edition.chronology.placed(event_id)
    assert placed is not None and span.earliest is not None and span.latest is not None
    earlier, within, later = loose_titles(name)
    if placed.earliest is None or placed.earliest < span.earliest:
        return earlier
    return later if placed.latest is None or placed.latest > span.latest else within


def runs(edition: Edition, month: Month, events: list[str]) -> list[tuple[str, list[str]]]:
    """A month's entries in their order, those known only to the month set apart under a title, the others under none.

    Nothing is moved: where a statement puts such an entry after a known day, it stands after that day. A month of which
    no day is known needs no title but its own.
    """
    name = dates.month_words(*month)
    span = Bounds(edtf.day_number(*month, 1), edtf.day_number(*month, edtf.last_of_month(*month)))
    titled = (
        (loose_title(edition, event_id, name, span) if fills(edition, event_id, span) else "", event_id)
        for event_id in events
    )
    found = [(title, [event_id for _title, event_id in run]) for title, run in groupby(titled, key=itemgetter(0))]
    return [("", events)] if [title for title, _run in found] == [loose_titles(name)[1]] else found


def fills(edition: Edition, event_id: str, span: Bounds) -> bool:
    """Whether it was once on any day of a month, as far as its own date says, or the order if it has none."""
    when, placed = edition.event(event_id).when, edition.chronology.placed(event_id)
    assert placed is not None and span.earliest is not None and span.latest is not None
    if when is not None and when.throughout:
        return False
    first, last = when.bounds if when is not None else (placed.earliest, placed.latest)
    return (first is None or first <= span.earliest) and (last is None or last >= span.latest)
