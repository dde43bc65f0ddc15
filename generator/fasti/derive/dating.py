"""What a date looks like and what it is called, the same on every page and in every chart: four marks, and words.

Input: a `When`, or the bounds that the order derived. Output: `DateMark`s in days, for any scale; phrases.
Invariant: a tick is a known day, hollow once within, solid throughout; where only knowledge ends, an edge fades; no
words name a day that nobody gave.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from fasti import edtf
from fasti.edtf import Bounds
from fasti.language import _, spoken
from fasti.records import When

Style = Literal["long", "short"]
_MOST = 12  # members of a set that are drawn one by one


class DateMark(NamedTuple):
    """One of the marks of a date. `first` and `last` are days, None where that side is open or unknown."""

    kind: Literal["day", "within", "throughout"]
    first: int | None
    last: int | None
    fade_start: bool = False
    fade_end: bool = False


def date_marks(when: When) -> tuple[DateMark, ...]:
    """The marks of a date, from the earliest on; a span with vague ends is a solid core between hollow ones."""
    if not when.throughout:
        members = when.date.members if when.date and when.date.is_set else (when.bounds,)
        if len(members) > 1:  # of `[2017-06-06,2017-06-17]` neither is known to be the day
            return tuple(_mark("within", *bounds) for bounds in members[:_MOST])
        return (date_mark(members[0]),)
    if when.date is not None and when.date.is_all:
        # Of `{2017-06,2017-08..2017-10}` once in June, and in each of the three months after July.
        each = ((part.bounds, when.whole or part.first is not part.last) for part in when.date.parts[:_MOST])
        return tuple(_mark("throughout", *bounds) if whole else date_mark(bounds) for bounds, whole in each)
    start, end = when.start, when.end
    first = start.latest if start.latest is not None else start.earliest  # from here to there it surely went on
    last = end.earliest if end.earliest is not None else end.latest
    found = []
    if start.earliest != start.latest and start.latest is not None:
        found.append(_mark("within", *start))
    if first is not None and last is not None and first <= last:
        found.append(DateMark("throughout", first, last, start == (None, None), end == (None, None)))
    elif first is None or last is None:
        if first is not None or last is not None:
            found.append(_mark("throughout", first, last))
    if end.earliest != end.latest and end.earliest is not None:
        found.append(_mark("within", *end))
    return tuple(found)


def date_mark(bounds: Bounds) -> DateMark:
    """The mark of what was once within some days, or on the one day that they are."""
    known = bounds.earliest is not None and bounds.earliest == bounds.latest
    return _mark("day" if known else "within", *bounds)


def _mark(kind: Literal["day", "within", "throughout"], first: int | None, last: int | None) -> DateMark:
    return DateMark(kind, first, last, first is None, last is None)


def when_words(when: When, style: Style = "long") -> str:
    """When something was, in words, edges of knowledge and time of day included."""
    if when.date is not None:
        words = date_words(when.date, style, "throughout" if when.throughout else "within")
    else:
        words = edtf.span_wording(when.from_, when.to, style, edges_known=when.edges_known, language=language())
    if not when.time:
        return words
    if when.zone:
        return _("%(date)s, %(time)s (%(zone)s)", date=words, time=when.time, zone=when.zone)
    return _("%(date)s, %(time)s", date=words, time=when.time)


def date_words(date: edtf.Edtf, style: Style = "long", mode: Literal["within", "throughout"] | None = None) -> str:
    """A date in words, in the language spoken."""
    return edtf.wording(date, style, mode, language=language())


def language() -> edtf.Language:
    """The words for dates of the language spoken; English where there are none."""
    return edtf.LANGUAGES.get(spoken(), edtf.ENGLISH)


def derived_words(bounds: Bounds, style: Style = "long") -> str:
    """The days that the order leaves to something, in words; empty where it leaves all of them.

    A bound at the edge of a month or a year is named by the month or the year: the day is not what anybody said.
    """
    first, last = bounds
    if first is None and last is None:
        return ""
    years = all(edtf.civil(edge)[1:] == (1, 1) for edge in _edges(bounds))
    known = first == last  # what is left is one day, and that is known
    a = "" if first is None else _named(first, first, years=years, known=known)
    b = "" if last is None else _named(last, last + 1, years=years, known=known)
    if a == b or not (a and b):
        return date_words(edtf.parse(a if a == b else f"[{a}..{b}]"), style, "within")
    begin, end = edtf.parse(a), edtf.parse(b)
    if _precision(begin) == _precision(end):
        return date_words(edtf.parse(f"[{a}..{b}]"), style)
    if a.startswith(f"{b}-"):
        return _("%(date)s or later that month", date=date_words(begin, style))
    if b.startswith(f"{a}-"):
        return _("%(date)s or earlier that month", date=date_words(end, style))
    return _("between %(start)s and %(end)s", start=date_words(begin, style), end=date_words(end, style))


def _precision(date: edtf.Edtf) -> str:
    first = date.parts[0].first
    return first.precision if first is not None else ""


def _edges(bounds: Bounds) -> list[int]:
    """The first day of the days between two bounds, and the first after them."""
    return [edge for edge in (bounds[0], None if bounds[1] is None else bounds[1] + 1) if edge is not None]


def _named(day: int, edge: int, *, years: bool, known: bool) -> str:
    """A bound as EDTF: its year or its month if one has an edge there, else the day, where that can be written."""
    text = edtf.iso(day)
    year = text[:-6]
    if len(year.lstrip("-")) > 4:
        return f"Y{year}"
    if known:
        return text
    return year if years else text[:-3] if edtf.civil(edge)[2] == 1 else text
