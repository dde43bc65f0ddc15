"""Silences said in words: the months between entries that no document speaks of.

Input: the index of an edition. Output: a sentence and the events that went on. Invariant: "no document speaks of" is
said only of days on which no entry can lie; where something went on, that is said instead.
"""

from __future__ import annotations

from bisect import bisect_right

from fasti import edtf
from fasti.language import _, listed
from fasti.views import _dates as dates
from fasti.views._base import Desk
from fasti.views._index import index
from fasti.views._links import Value, link

Month = tuple[int, int]


def month_of(day: int) -> Month:
    """Year and month of a day."""
    return edtf.civil(day)[:2]


def following(month: Month) -> Month:
    """The month after."""
    return (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)


def gap(desk: Desk, last: Month, coming: Month) -> Value | None:
    """The months between two that have entries, or None if they follow each other."""
    first = following(last)
    if first >= coming:
        return None
    until = (coming[0] - 1, 12) if coming[1] == 1 else (coming[0], coming[1] - 1)
    begin = edtf.day_number(*first, 1)
    end = edtf.day_number(*until, edtf.last_of_month(*until))
    through = [found.id for found in index(desk.edition).going if found.first <= end and found.last >= begin]
    silent = not through and not touched(desk, begin, end)
    when = stretch(first, until)
    said = _("No document speaks of %(when)s.", when=when) if silent else _("Nothing is dated to %(when)s.", when=when)
    return {"words": said, "going": [link(desk, "event", event_id) for event_id in through]}


def touched(desk: Desk, first: int, last: int) -> bool:
    """Whether any entry can lie within these days."""
    extents = index(desk.edition).extents
    return any(end >= first for _, end in extents[: bisect_right(extents, (last, 1 << 60))])


def stretch(first: Month, last: Month) -> str:
    """`August 2016`, `June and July 2016`, `June to September 2016`, `2012 and 2013`, `2012 to 2015`."""
    if first[1] == 1 and last[1] == 12:
        years = dates.year_words(first[0]), dates.year_words(last[0])
        return years[0] if first[0] == last[0] else _joint(*years, near=last[0] == first[0] + 1)
    if first == last:
        return dates.month_words(*first)
    name = dates.month_name(first[1]) if first[0] == last[0] else dates.month_words(*first)
    return _joint(name, dates.month_words(*last), near=following(first) == last)


def _joint(start: str, end: str, *, near: bool) -> str:
    return listed((start, end)) if near else _("%(start)s to %(end)s", start=start, end=end)
