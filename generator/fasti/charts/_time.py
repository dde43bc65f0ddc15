"""Folded time: the stretches that documents speak of side by side, the silence between them cut out and labelled.

Input: the days at which something is known; output: `Panel`s for a chart to place, and the words of its axis.
Invariant: days keep their order, time is even within a panel, and every cut is said in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from fasti.derive import language_of_dates
from fasti.edtf import civil, day_number
from fasti.language import NN_, _, from_left, ngettext, spoken
from fasti.language.speaking import SOURCE

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SILENCES = {
    "week": NN_("%(n)s week", "%(n)s weeks"),
    "month": NN_("%(n)s month", "%(n)s months"),
    "year": NN_("%(n)s year", "%(n)s years"),
}
_JOIN = 62  # days of silence that are not worth a break
_MOST_MONTHS = 30  # on an axis; of more it names the years
_WHOLE = 400  # a span up to this long, a year said loosely, is drawn whole


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days drawn without a break, first and last included, and how many known days fall into it."""

    first: int
    last: int
    known: int

    @property
    def days(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Panel:
    """A stretch at its place on the axis, in pixels."""

    stretch: Stretch
    x: float
    x2: float

    def at(self, day: float) -> float:
        """Where a day begins; days outside the panel are at its edge."""
        share = (day - self.stretch.first) / self.stretch.days
        return round(self.x + min(1.0, max(0.0, share)) * (self.x2 - self.x), 1)


def stretches(spans: Iterable[tuple[int, int]], *, most: int, end: int | None = None) -> tuple[Stretch, ...]:
    """The stretches that hold all `spans` (first and last day), in whole months, at most `most` of them.

    `end` is the last day of the chronology: the last stretch does not go on to the end of its month.

    A span of more than a year or so speaks of its two ends: between them nothing happens that we know of.
    """
    pieces = set()
    for first, last in spans:
        ends = [(first, last)] if last - first <= _WHOLE else [(first, first), (last, last)]
        pieces |= {(month_of(start)[0], month_of(stop)[1], start, stop) for start, stop in ends}
    found: list[list[int]] = []
    for start, stop, *_month in sorted(pieces):
        if found and start - found[-1][1] <= _JOIN:
            found[-1][1] = max(found[-1][1], stop)
            found[-1][2] += 1
        else:
            found.append([start, stop, 1])
    while len(found) > most:
        gap = min(range(1, len(found)), key=lambda i: (found[i][0] - found[i - 1][1], i))
        found[gap - 1 : gap + 1] = [[found[gap - 1][0], found[gap][1], found[gap - 1][2] + found[gap][2]]]
    if end is not None:
        found[-1][1] = max(found[-1][0], min(found[-1][1], end))
    return tuple(Stretch(*item) for item in found)


def panels(
    parts: tuple[Stretch, ...], x: float, x2: float, *, gap: float, least: float, even: bool = False
) -> tuple[Panel, ...]:
    """The stretches side by side from `x` to `x2`, none narrower than `least`; wider where more is known, or where
    `even`, by their days alone."""
    room = x2 - x - gap * (len(parts) - 1)
    weights = [part.days if even else part.days**0.35 * (1 + part.known) ** 0.65 for part in parts]
    least = min(least, room / len(parts))
    spare = room - least * len(parts)
    placed, here = [], x
    for part, weight in zip(parts, weights, strict=True):
        share = least + spare * weight / sum(weights)
        placed.append(Panel(part, round(here, 1), round(here + share, 1)))
        here += share + gap
    return tuple(placed)


def ticks(panel: Panel, *, days: bool = True) -> Iterator[tuple[int, str]]:
    """Days to mark and what to call them, as many as fit: days of one month (if asked), months, or years."""
    stretch, room = panel.stretch, panel.x2 - panel.x
    first, last = civil(stretch.first), civil(stretch.last)
    many = 12 * (last[0] - first[0]) + last[1] - first[1] + 1
    if many > _MOST_MONTHS or room / many < 7:
        yield from _year_ticks(panel, first[0] + (first[1:] != (1, 1)), last[0])
        return
    months = month_starts(stretch.first, stretch.last)
    if len(months) == 1:
        if days and room >= 90:
            found = ((stretch.first + n, str(n + 1)) for n in (0, 9, 19))
            yield from ((day, text) for day, text in found if panel.at(day) + 18 <= panel.x2)
        return
    every = next((n for n in (1, 2, 3, 4, 6, 12) if room / len(months) * n >= 29), 12)
    for number, day in enumerate(months):
        fits = panel.at(day) + 24 <= panel.x2
        yield day, tick_name(civil(day)[1]) if number % every == 0 and fits else ""


def _year_ticks(panel: Panel, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The years from first to last that there is room for: each, or every second, fifth, tenth and so on."""
    room = panel.x2 - panel.x
    each = room / max(1, last - first + 1)
    long = max(_room(first), _room(last))
    every = next(n for power in count() for n in (10**power, 2 * 10**power, 5 * 10**power) if each * n >= long + 4)
    for year in range(first + (-first) % every, last + 1, every):
        day = day_number(year, 1, 1)
        yield day, year_words(year) if panel.at(day) + _room(year) <= panel.x2 else ""


def _room(year: int) -> int:
    """How wide the words of a year are at most."""
    return 4 + 7 * len(year_words(year))


def month_of(day: int) -> tuple[int, int]:
    """First and last day of the month that `day` is in."""
    year, month, _date = civil(day)
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return day_number(year, month, 1), day_number(*following, 1) - 1


def month_starts(first: int, last: int) -> list[int]:
    """The first days of the months from `first` to `last`."""
    starts, day = [], month_of(first)[0]
    while day <= last:
        if day >= first:
            starts.append(day)
        day = month_of(day)[1] + 1
    return starts


def month_name(month: int) -> str:
    """A month in a label: three letters in English, else as short as the language has it."""
    return _MONTHS[month - 1] if spoken() == SOURCE else language_of_dates().months_short[month - 1]


def tick_name(month: int) -> str:
    """A month at a tick, where there is room for three letters: its number where the language has none so short."""
    return _MONTHS[month - 1] if spoken() == SOURCE else str(month)


def year_words(year: int) -> str:
    """A year in words: years before 1 are counted back from it."""
    return str(year) if year > 0 else _("%(year)s BC", year=1 - year)


def month_words(year: int, month: int) -> str:
    """`Oct 2017`."""
    return f"{month_name(month)} {year_words(year)}"


def scale_words(year: int, month: int) -> str:
    """A month as the name of a short scale: `Oct 2017`, and `10/2017` where months have no short names."""
    return month_words(year, month) if spoken() == SOURCE else from_left(f"{month}/{year_words(year)}")


def day_words(day: int) -> str:
    """`17 Oct 2017`."""
    year, month, date = civil(day)
    return f"{date} {month_words(year, month)}"


def span_words(first: int, last: int) -> str:
    """The shortest true words for some days: `2014`, `Oct 2017`, `Jul – Nov 2017`, `1 – 17 Sep 2017`."""
    if first == last:
        return day_words(first)
    (year, month, date), (year2, month2, date2) = civil(first), civil(last)
    if date != 1 or month_of(last)[1] != last:
        if (year, month) == (year2, month2):
            return f"{date} – {date2} {month_words(year, month)}"
        if year == year2:
            return f"{date} {month_name(month)} – {date2} {month_words(year, month2)}"
        return f"{day_words(first)} – {day_words(last)}"
    if (month, month2) == (1, 12):
        return year_words(year) if year == year2 else f"{year_words(year)} – {year_words(year2)}"
    if year == year2:
        if month == month2:
            return month_words(year, month)
        return f"{month_name(month)} – {month_words(year, month2)}"
    return f"{month_words(year, month)} – {month_words(year2, month2)}"


def span_labels(first: int, last: int) -> list[str]:
    """Names for a panel by its months, the fullest first, for a chart to take the first that fits."""
    first, last = month_of(first)[0], month_of(last)[1]
    (year, month, _day), (year2, month2, _day2) = civil(first), civil(last)
    tight = f"{month_name(month)}–{month_words(year, month2)}" if year == year2 and month != month2 else ""
    years = year_words(year) if year == year2 else from_left(f"{year_words(year)}–{str(year2)[-2:]}")
    return [label for label in (span_words(first, last), tight, years) if label]


def silence_words(days: int) -> str:
    """How long a break is: `3 weeks`, `27 months`, `12 years`."""
    for unit, length, most in (("week", 7, 60), ("month", 30.44, 36 * 30.44), ("year", 365.25, float("inf"))):
        if days < most:
            count = max(1, round(days / length))
            return ngettext(*_SILENCES[unit], count, n=count)
    raise AssertionError("a break has a length")


@dataclass(frozen=True, slots=True)
class Bin:
    """A month, year, decade or century with what surely falls into it."""

    first: int
    last: int
    happened: int
    said: int


_MOST_BINS = 120


def bins(spans: list[tuple[int, int, bool]]) -> tuple[list[Bin], list[tuple[int, int, bool]], str]:
    """Counts per month (per year and so on where months would be too many), the spans that fit into none, the unit.

    A span is first day, last day, and whether it was said.
    """
    for unit, years in (("month", 0), ("year", 1), ("decade", 10), ("century", 100)):
        counts: dict[tuple[int, int], list[int]] = {}
        vague = []
        for first, last, said in spans:
            bounds = bin_of(first, years)
            if bounds[1] < last:
                vague.append((first, last, said))
            else:
                counts.setdefault(bounds, [0, 0])[said] += 1
        if len(counts) <= _MOST_BINS or years == 100:
            found = [Bin(*bounds, *count) for bounds, count in sorted(counts.items())]
            return found, vague, unit
    raise AssertionError("centuries are the last resort")


def bin_of(day: int, years: int) -> tuple[int, int]:
    """First and last day of the month (`years` 0) or of the run of so many years that a day is in."""
    if years == 0:
        return month_of(day)
    start = civil(day)[0] // years * years
    return day_number(start, 1, 1), day_number(start + years, 1, 1) - 1
