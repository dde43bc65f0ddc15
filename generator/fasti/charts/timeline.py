"""The chronology as a drawing: a row an event, in the order of the chronology, with the marks of its date chip.

Rows come from `edition.falling_in`; pages and prose ask with `place`, `actor`, `from` and `to`. The rows are
`TimelineRows`, of one `Line` an event; nothing about pixels is in them, `_windows.py` and `_crowd.py` place them.
Invariant: a mark is never narrower than what is known of its event, and what only the order says is never drawn solid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fasti.charts._base import ChartKind, Layout, Words
from fasti.charts._crowd import counted_words, crowd, groups, known_words
from fasti.charts._timemarks import edges
from fasti.charts._windows import windows
from fasti.derive import DateMark, date_mark, date_marks, date_words, derived_words, listed, when_words
from fasti.edtf import Bounds, Edtf, parse
from fasti.language import N_, Table, _, commas, ngettext, pgettext
from fasti.records import ChartCall

MOST_LINES = 60  # above that events of one date share a mark: about 1,300 pixels, or 2,000 on a phone


@dataclass(frozen=True, slots=True)
class Line:
    """One event. `how` its days are known: day, within, throughout, or derived, where the order alone leaves it some.

    `when` is its date in words, `narrowed` what the order leaves of it, `standing` claimed, disputed or denied.
    """

    event: str
    title: str
    when: str
    how: str
    marks: tuple[DateMark, ...]
    said: bool = False
    narrowed: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRows:
    """The whole chart: `span` are the days asked for, `asked` they in words, `certain` how many surely fall in them.

    `elsewhere` events may fall in them and in any days before and after, so that nothing can be drawn of them.
    """

    lines: tuple[Line, ...]
    span: Bounds = Bounds(None, None)
    asked: str = ""
    certain: int = 0
    elsewhere: int = 0


def rows(edition: Any, call: ChartCall) -> TimelineRows | None:
    """The events of `call`'s place and actor that fall or may fall in the days from `from` to `to`."""
    since, until = (parse(text) if (text := call.get(name)) else None for name in ("from", "to"))
    span = Bounds(since.earliest if since else None, until.latest if until else None)
    place, actor = call.get("place"), call.get("actor")
    falling = edition.falling_in(span)
    surely = frozenset(falling.certain)
    lines, certain, elsewhere = [], 0, 0
    for placed in sorted(map(edition.chronology.placed, (*falling.certain, *falling.possible)), key=_position):
        event = edition.event(placed.id)
        if (place is not None and place not in event.places) or (actor is not None and actor not in event.actors):
            continue
        line = _line(edition, placed, event)
        if placed.id not in surely and not any(edges(mark, span) for mark in line.marks):
            elsewhere += 1
            continue
        certain += placed.id in surely
        lines.append(line)
    return TimelineRows(tuple(lines), span, _asked(since, until), certain, elsewhere) if lines else None


def _position(placed: Any) -> int:
    return int(placed.position)


def _line(edition: Any, placed: Any, event: Any) -> Line:
    days = Bounds(placed.earliest, placed.latest)
    left = derived_words(days, "short")
    when, how, narrowed = left, "derived", ""
    found: tuple[DateMark, ...] = ()
    if event.when is not None:
        found = tuple(mark for mark in date_marks(event.when) if (mark.first, mark.last) != (None, None))
        when = when_words(event.when, "short")
        if days != (event.when.start.earliest, event.when.end.latest):
            narrowed = left
    if found:
        how = "throughout" if event.when.throughout else "day" if [m.kind for m in found] == ["day"] else "within"
    return Line(
        event=placed.id,
        title=event.title,
        when=when,
        how=how,
        marks=found or (date_mark(days)._replace(kind="within"),),
        said=edition.is_said(placed.id),
        narrowed=narrowed,
        standing=STANDING.get(event.happened, ""),
    )


def _asked(since: Edtf | None, until: Edtf | None) -> str:
    first, last = (date_words(date) if date else "" for date in (since, until))
    if first and last:
        return first if first == last else _("%(start)s to %(end)s", start=first, end=last)
    return _("from %(date)s on", date=first) if first else _("to %(date)s", date=last) if last else ""


HOW = Table(
    {
        "day": N_("on a known day"),
        "within": N_("once within some days"),
        "throughout": N_("over some time"),
        "derived": N_("without a date, placed by the order"),
    }
)
STANDING = Table({"claimed": N_("claimed"), "disputed": N_("disputed"), "denied": N_("denied")})


def layout(chart: TimelineRows, variant: str) -> Layout:
    """A row an event; where they are many, a mark a date."""
    return windows(chart, variant) if len(chart.lines) <= MOST_LINES else crowd(chart, variant)


def words(chart: TimelineRows) -> Words:
    """Caption, description and table: a line an event, or a line a date where they are many."""
    count, said = len(chart.lines), sum(line.said for line in chart.lines)
    entries = ngettext("%(n)s entry", "%(n)s entries", count, n=count)
    title = _("Timeline of %(days)s", days=chart.asked) if chart.asked else _("Timeline")
    if said:
        caption = _("%(title)s: %(entries)s, %(n)s of them said or counted.", title=title, entries=entries, n=said)
    else:
        caption = _("%(title)s: %(entries)s.", title=title, entries=entries)
    kinds = [line.how for line in chart.lines]
    counts = [_("%(n)s %(how)s", n=kinds.count(how), how=name) for how, name in HOW.items() if how in kinds]
    told = [_("%(counts)s.", counts=listed(counts).capitalize())]
    if chart.asked and chart.certain < count:
        possible = count - chart.certain
        told.append(_("%(n)s certainly fall within it, %(m)s possibly.", n=chart.certain, m=possible))
    if chart.elsewhere:
        told.append(
            ngettext(
                "%(n)s more is not drawn: known only to be possible then, as well as before and after.",
                "%(n)s more are not drawn: known only to be possible then, as well as before and after.",
                chart.elsewhere,
                n=chart.elsewhere,
            )
        )
    if count > MOST_LINES:
        found, unit = groups(chart.lines)
        told.append(_("Entries of one date share a mark.") if unit == "day" else counted_words(unit))
        told.append(_("Their titles stand in the list."))
        known = {**HOW, "day": HOW["day"] if unit == "day" else known_words(unit)}
        table = [(group.words, str(group.happened), str(group.said), known[group.how]) for group in found]
        columns = (_("When"), pgettext("column", "Happened"), pgettext("column", "Said"), _("How we know"))
        return Words(caption, " ".join(told), columns, tuple(table))
    rows = tuple((line.title, line.when or _("not known"), _how(line)) for line in chart.lines)
    return Words(caption, " ".join(told), (_("Entry"), _("When"), _("How we know")), rows)


def _how(line: Line) -> str:
    parts = [HOW[line.how]]
    if line.narrowed:
        parts.append(_("by the order %(date)s", date=line.narrowed))
    return commas((*parts, _("said") if line.said else "", line.standing))


def spec() -> Any:
    """Grid, paper under the marks, solid marks, hollow ones, arrows, words."""
    from fasti.charts import _grammar as g

    return g.stack(
        g.rules("grid"),
        g.rects("ground"),
        g.rects("bars", tips=True),
        g.rects("windows", tips=True),
        g.rules("lines"),
        g.points("arrows"),
        g.texts("labels"),
    )


CHART = ChartKind(name="timeline", title="Timeline", spec=spec, rows=rows, layout=layout, words=words)
