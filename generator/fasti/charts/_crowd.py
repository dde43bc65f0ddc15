"""The picture of a timeline of many events: columns for what is known to the day, boxes and bars for the rest.

Input: the rows of `timeline.py`; output: a `Layout` 1000 pixels wide, or 360 for a phone. Events of one date share a
mark, with their number; titles stand in the list of the page.
Invariant: every event is in one mark or in a number that says how many more there are; happened and said share their
scale but never a column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from fasti.charts._axis import draw_axis
from fasti.charts._base import Layout
from fasti.charts._marks import box, rule, word
from fasti.charts._text import width
from fasti.charts._time import Panel, bin_of, span_words
from fasti.charts._timemarks import SETS, Data, at, draw, extent, key, used
from fasti.charts._windows import axis_of, form_of
from fasti.derive import DateMark
from fasti.language import N_, _, commas, semicolons

if TYPE_CHECKING:
    from fasti.charts.timeline import Line, TimelineRows

_MOST_COLUMNS = 400
_COLUMN = 64  # the tallest
_LANE = 15
_MOST_LANES = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Events of one date: how it is known, its marks, its words, and how many of them happened and were said."""

    how: str
    marks: tuple[DateMark, ...]
    words: str
    happened: int
    said: int

    @property
    def days(self) -> tuple[float, float]:
        """Where it stands among the others: by its first known day, the shorter first."""
        known = [day for mark in self.marks for day in (mark.first, mark.last) if day is not None]
        return min(known), max(known)


def groups(lines: Iterable[Line]) -> tuple[tuple[Group, ...], str]:
    """Lines of one date together, by their days, and what a column counts: a day, or what keeps columns few enough."""
    lines = tuple(lines)
    tried = ((_grouped(lines, years), unit) for unit, years in _units())
    return next(pair for pair in tried if sum(group.how == "day" for group in pair[0]) <= _MOST_COLUMNS)


def _units() -> Iterator[tuple[str, int]]:
    """What a column may count, and how many years that is: -1 for a day and 0 for a month, as in `_time.py`."""
    yield from (("day", -1), ("month", 0), ("year", 1), ("decade", 10), ("century", 100), ("millennium", 1000))
    yield from ((f"{10**power:,}", 10**power) for power in count(4))  # a run of so many years


KNOWN = {
    "day": N_("known to the day"),
    "month": N_("known to the month"),
    "year": N_("known to the year"),
    "decade": N_("known to the decade"),
    "century": N_("known to the century"),
    "millennium": N_("known to the millennium"),
    "run": N_("known to the run of %(years)s years"),
}
MOST = {
    "day": N_("at most %(n)s in one day"),
    "month": N_("at most %(n)s in one month"),
    "year": N_("at most %(n)s in one year"),
    "decade": N_("at most %(n)s in one decade"),
    "century": N_("at most %(n)s in one century"),
    "millennium": N_("at most %(n)s in one millennium"),
    "run": N_("at most %(n)s in one run of %(years)s years"),
}
COUNTED = {
    "day": N_("Columns count what falls into one day."),
    "month": N_("Columns count what falls into one month."),
    "year": N_("Columns count what falls into one year."),
    "decade": N_("Columns count what falls into one decade."),
    "century": N_("Columns count what falls into one century."),
    "millennium": N_("Columns count what falls into one millennium."),
    "run": N_("Columns count what falls into one run of %(years)s years."),
}


def known_words(unit: str) -> str:
    """How exactly the dates of a column are known: `known to the month`."""
    return _in_unit(KNOWN, unit)


def counted_words(unit: str) -> str:
    """What one column counts."""
    return _in_unit(COUNTED, unit)


def _in_unit(messages: Mapping[str, str], unit: str, **names: object) -> str:
    message = messages.get(unit, messages["run"])
    return _(message, years=unit, **names)


def _grouped(lines: tuple[Line, ...], years: int) -> tuple[Group, ...]:
    found: dict[tuple[str, tuple[DateMark, ...]], list[Line]] = {}
    for line in lines:
        found.setdefault(_shared(line, years), []).append(line)
    made = []
    for (how, marks), members in found.items():
        said = sum(line.said for line in members)
        made.append(Group(how, marks, _words(marks, members), len(members) - said, said))
    return tuple(sorted(made, key=lambda group: (*group.days, group.how, group.words)))


def _shared(line: Line, years: int) -> tuple[str, tuple[DateMark, ...]]:
    """What lines of one group have in common; in months and longer runs also what is sure to be within one."""
    if years >= 0 and line.how in ("day", "within"):
        days = [day for mark in line.marks for day in (mark.first, mark.last)]
        known = [day for day in days if day is not None]
        if len(known) == len(days) and (run := bin_of(min(known), years))[1] >= max(known):
            return "day", (DateMark("day", *run),)
    return line.how, line.marks


def _words(marks: tuple[DateMark, ...], members: list[Line]) -> str:
    """The words of a date that all have; a column of a month or more is named by it."""
    first, last = marks[0].first, marks[0].last
    if marks[0].kind == "day" and first is not None and last is not None and first != last:
        return span_words(first, last)
    return members[0].when


def crowd(chart: TimelineRows, variant: str) -> Layout:
    """Axis, columns of what happened and of what was said, then a part for each other way of knowing."""
    form = form_of(variant)
    found, unit = groups(chart.lines)
    axis = axis_of((mark for group in found for mark in group.marks), chart.span, form)
    data: Data = {name: [] for name in SETS}
    top = draw_axis(axis, 0, data, rows=0) + 4
    columns = [group for group in found if group.how == "day"]
    if columns:
        top = _columns(columns, unit, axis, top, data)
    kinds = (("within", _("once within")), ("throughout", _("over some time")), ("derived", _("placed by the order")))
    for how, name in kinds:
        if part := [group for group in found if group.how == how]:
            top = _lanes(part, name, axis, top, form.width, data)
    names = {name for group in found for name in used(group.marks, axis, derived=group.how == "derived")} - {"day"}
    names |= {"said"} if any(group.said for group in found) else set()
    return Layout(form.width, round(key(names, 0, form.width, top + 6, data)), data)


def _columns(found: list[Group], unit: str, axis: tuple[Panel, ...], top: float, data: Data) -> float:
    """A column a day, or what `unit` says: what happened rises from the line, what was said hangs from it."""
    most = max(max(group.happened, group.said) for group in found)
    scale = min(8.0, _COLUMN / most)
    up, down = (max(getattr(group, kind) for group in found) * scale for kind in ("happened", "said"))
    base = round(top + 26 + up)
    _title(known_words(unit), found, top, data, _in_unit(MOST, unit, n=most) if most > 1 else "")
    for panel in axis:
        data["grid"].append(rule(panel.x, base, panel.x2, base, stroke="muted"))
    for group in found:
        first, last = group.marks[0].first or 0, group.marks[0].last or 0
        if last < axis[0].stretch.first or first > axis[-1].stretch.last:
            continue
        x, x2 = at(axis, first), at(axis, last + 1, ends=True)
        inset = min(0.5, (x2 - x) / 8)
        x, x2 = ((x + x2) / 2 - 1, (x + x2) / 2 + 1) if x2 - x < 2 else (x + inset, x2 - inset)
        if group.happened:
            tip = _("%(days)s: %(n)s %(what)s", days=group.words, n=group.happened, what=_("happened"))
            data["bars"].append(box(x, base - group.happened * scale, x2, base, fill="ink", alpha=1, tip=tip))
        if group.said:
            tip = _("%(days)s: %(n)s %(what)s", days=group.words, n=group.said, what=_("said"))
            data["bars"].append(box(x, base + 1, x2, base + 1 + group.said * scale, fill="muted", alpha=1, tip=tip))
    return base + down + 12


def _lanes(found: list[Group], name: str, axis: tuple[Panel, ...], top: float, wide: float, data: Data) -> float:
    """A mark a date, side by side where there is room, each with the number of its events; gives where they end."""
    _title(name, found, top, data)
    ends: list[float] = []
    left = 0
    for group in found:
        many = group.happened + group.said
        drawn = [(mark, where) for mark in group.marks if (where := extent(mark, axis))]
        if not drawn:
            continue
        x, x2 = min(where.reach[0] for _mark, where in drawn), max(where.reach[1] for _mark, where in drawn)
        number = f"× {many}" if many > 1 else ""
        room = 4 + width(number, 12) if number else 0
        if x2 + room <= wide:
            at_x = x2 + 4
            x2 += room
        else:
            x -= room
            at_x = x
        lane = next((n for n, end in enumerate(ends) if end + 6 <= x), len(ends))
        if lane == _MOST_LANES:
            left += many
            continue
        ends[lane : lane + 1] = [x2]
        y = top + 32 + lane * _LANE
        ink = "ink" if group.happened else "muted"
        counts = commas((_("%(n)s happened", n=group.happened), _("%(n)s said", n=group.said)))
        tip = _("%(days)s: %(told)s", days=group.words, told=counts)
        for mark, where in drawn:
            draw(mark, where, y, data, ink=ink, derived=group.how == "derived", tip=tip)
        if number:
            data["labels"].append(word(at_x, y + 4, number, fill="muted", size=12))
    end = top + 30 + len(ends) * _LANE
    if left:
        end += 14
        data["labels"].append(word(0, end - 6, _("and %(n)s more, in the table", n=left), fill="muted", size=12))
    return end + 6


def _title(name: str, found: list[Group], top: float, data: Data, more: str = "") -> None:
    """What a part is, and how many events are in it."""
    happened, said = sum(group.happened for group in found), sum(group.said for group in found)
    told = _("%(n)s happened", n=happened) if happened else "", _("%(n)s said", n=said) if said else ""
    counts = semicolons((commas(told), more))
    data["labels"].append(word(0, top + 15, name, weight=600))
    data["labels"].append(word(width(name, 13, bold=True) + 8, top + 15, counts, fill="muted", size=12))
