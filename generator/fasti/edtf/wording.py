"""A date in words: what an `Edtf` says, in good prose, long or short.

Input: an `Edtf` and a `Language`. Output: text without a capital at its beginning, to stand in a sentence or alone.
Invariant: nothing is named that the text of the date does not name: a month is never worded as its days.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from fasti.edtf.days import last_of_month
from fasti.edtf.english import ENGLISH
from fasti.edtf.grammar import fitting
from fasti.edtf.language import Language
from fasti.edtf.model import Date, Edtf, Part

Style = Literal["long", "short"]
Mode = Literal["within", "throughout"]

_from_the_right = re.compile(r"-?[0-9]*X+").fullmatch
_LISTED = 4  # alternatives up to here are listed, more are given as a range


def wording(edtf: Edtf, style: Style = "long", mode: Mode | None = None, *, language: Language = ENGLISH) -> str:
    """The date in words.

    `style` chooses the names of months: "17 October 2017" or "17 Oct 2017". `mode` says what the author meant by the
    range, once within it or throughout it, and adds words only where they tell the two apart; without it an interval
    is worded as throughout, and everything else as the plain expression.
    """
    speaker = _Speaker(language, short=style == "short")
    if edtf.kind == "interval":
        return speaker.interval(edtf, mode)
    if len(edtf.parts) > 1:
        return speaker.several(edtf, mode)
    return speaker.part(edtf.parts[0], every=edtf.is_all and mode != "within", mode=mode, alone=True)


def span_wording(
    start: Edtf | None,
    end: Edtf | None,
    style: Style = "long",
    *,
    edges_known: Collection[str] = ("from", "to"),
    language: Language = ENGLISH,
) -> str:
    """A span whose beginning and end are dates of their own, in words; None is an end of which nothing is said.

    Either may be any expression: "from about October 2016 to some time between 5 and 9 September 2017". `edges_known`
    names the ends, out of `from` and `to`, that are a real beginning or end and not the edge of what is known.
    """
    return _Speaker(language, short=style == "short").edges(start, end, edges_known)


class _Speaker:
    """One language in one style. Every method answers with a phrase."""

    def __init__(self, language: Language, *, short: bool) -> None:
        self.language = language
        self.months = language.months_short if short else language.months
        self.seasons = language.seasons_short if short else language.seasons
        self.short = short

    def say(self, key: str, **names: str) -> str:
        return self.language.words[key].format(**names)

    # Expressions

    def interval(self, edtf: Edtf, mode: Mode | None) -> str:
        first, last = edtf.parts[0]
        if mode == "within":
            return self.one_of(edtf.parts[0])
        if first is not None and last is not None:
            return self.span(first, last)
        a = "" if first is None else self.date(first)
        b = "" if last is None else self.date(last)
        return self.say(f"{edtf.start} {edtf.end}", a=a, b=b)

    def several(self, edtf: Edtf, mode: Mode | None) -> str:
        every = edtf.is_all and mode != "within"
        conjunction = "and" if every else "or"
        folded = self.folded(edtf.parts)
        phrases = folded or [self.part(part, every=every, mode=mode, alone=False) for part in edtf.parts]
        # "2016 or earlier, or 2018", "about 2016, or 2017": what holds for one member alone needs the comma.
        open_ended = edtf.start == "open" or edtf.end == "open"
        own = any(date is not None and self.leads(date) for date, _ in edtf.parts[:-1])
        told = self.joined(phrases, f"comma {conjunction}" if open_ended or own else conjunction)
        longer = all(first is last and first is not None and first.precision != "day" for first, last in edtf.parts)
        if mode == "throughout" and longer and not (edtf.is_all or own):
            return self.say("throughout", date=told)
        return told

    def leads(self, date: Date) -> bool:
        """Whether a date begins with a word that could hold for the next one too: "about", "some month of"."""
        components = _components(date)
        before = _covers(date.approximate, components) and date.uncertain in ("", components)
        marked = before and bool(date.approximate or date.uncertain)
        return marked or (date.unspecified and not self.is_decade(date))

    def part(self, part: Part, *, every: bool, mode: Mode | None, alone: bool) -> str:
        first, last = part
        if first is not None and first is last:
            return self.single(first, mode) if alone else self.date(first)
        if every:
            return self.each(part)
        if mode == "throughout":
            if first is not None and last is not None:
                return self.span(first, last)
            if first is not None:
                return self.say("known open", a=self.date(first))
            return self.say("open known", b=self.date(last)) if last is not None else ""
        if first is not None and last is not None and not alone:
            a, b = self.pair(first, last)
            return self.say("wide dash" if " " in a else "dash", a=a, b=b)
        return self.one_of(part)

    def single(self, date: Date, mode: Mode | None) -> str:
        if mode == "throughout" and date.uncertain == _components(date):
            return self.say("possibly", date=self.say("throughout", date=self.date(replace(date, uncertain=""))))
        if mode == "throughout":
            return self.say("throughout", date=self.date(date))
        phrase = self.date(date, alone=True)
        plain = not date.approximate and not date.uncertain and date.estimate is None
        if mode == "within" and plain and date.precision != "day" and (not date.unspecified or self.is_decade(date)):
            return self.say("within", date=phrase)
        return phrase

    def span(self, first: Date, last: Date) -> str:
        """Every day from one date to another."""
        if self.date(first) == self.date(last):
            return self.single(first, None if first.precision == "day" else "throughout")
        a, b = self.pair(first, last)
        return self.say("known known", a=a, b=b)

    def one_of(self, part: Part) -> str:
        """Once, somewhere in a range."""
        first, last = part
        if first is not None and last is not None:
            if self.date(first) == self.date(last):
                return self.single(first, "within")
            a, b = self.pair(first, last)
            return self.say("between", a=a, b=b)
        if first is not None:
            return self.say("or later", date=self.date(first))
        if last is not None:
            return self.say("by day" if last.precision == "day" else "or earlier", date=self.date(last))
        return self.say("at some time")

    def each(self, part: Part) -> str:
        """Each day, month, season or year of a range."""
        first, last = part
        if first is not None and last is not None:
            a, b = self.pair(first, last)
            return self.say(f"each {last.precision}", a=a, b=b)
        if first is not None:
            return self.say(f"each {first.precision} since", a=self.date(first))
        return self.say(f"each {last.precision} until", b=self.date(last)) if last is not None else ""

    # Spans with two ends

    def edges(self, start: Edtf | None, end: Edtf | None, known: Collection[str]) -> str:
        """A span from what is said of its beginning and of its end."""
        if start is None and end is None:
            return self.say("at some time")
        if start is not None and end is not None:
            if start.text == end.text and "from" not in known and "to" not in known:
                return self.say("edges unsaid", date=self.edge(start))
            if start.text == end.text and "from" in known and "to" in known and self.is_window(start):
                return self.say("edges alike", date=self.one_of(start.parts[0]))
            first, last = start.parts[0].first, end.parts[0].last
            real = "from" in known and "to" in known and start.kind == end.kind == "date"
            if real and first is not None and last is not None:
                return self.span(first, last)
        a = "" if start is None else self.edge(start, earlier="from" not in known)
        b = "" if end is None else self.edge(end, later="to" not in known)
        return self.say(f"{'known' if start else 'open'} {'known' if end else 'open'}", a=a, b=b)

    def is_window(self, edtf: Edtf) -> bool:
        """Whether it is one range with two ends that differ in words."""
        first, last = edtf.parts[0]
        return len(edtf.parts) == 1 and first is not None and last is not None and self.date(first) != self.date(last)

    def edge(self, edtf: Edtf, *, earlier: bool = False, later: bool = False) -> str:
        """One end of a span, to stand after "from" or "to"; `earlier` and `later`: it may lie farther out."""
        first, last = edtf.parts[0]
        if len(edtf.parts) > 1:
            phrase = self.several(edtf, None)
        elif first is None or last is None:
            # "16 June 2017 or earlier", where the date alone is "by 16 June 2017".
            one = first if first is not None else last
            if one is None:
                return self.say("at some time")
            return self.say("or earlier" if first is None else "or later", date=self.date(one))
        elif first is last or self.date(first) == self.date(last):
            phrase = self.date(first)
        else:
            a, b = self.pair(first, last)
            phrase = self.say("edge between", a=a, b=b)
        if earlier:
            return self.say("or earlier", date=phrase)
        return self.say("or later", date=phrase) if later else phrase

    # Several dates

    def pair(self, first: Date, last: Date) -> tuple[str, str]:
        """Two dates; the first leaves out the year and month that the second gives too."""
        shared = ""
        alike = first.precision == last.precision and first.year == last.year and first.month
        if alike and _foldable(first) and _foldable(last):
            shared = "y" if first.month != last.month else "ym" if first.day else ""
        return self.date(first, without=shared), self.date(last)

    def folded(self, parts: tuple[Part, ...]) -> list[str] | None:
        """Days of one month, or days or months of one year, with what they share said once; None if they differ."""
        dates = [part.first for part in parts if part.first is not None and part.first is part.last]
        marked = any(date.approximate or date.uncertain or not _foldable(date) for date in dates)
        if marked or len(dates) < len(parts) or len({(date.year, date.precision) for date in dates}) > 1:
            return None
        if not dates[0].month:
            return None
        shared = "ym" if dates[0].day and len({date.month for date in dates}) == 1 else "y"
        return [self.date(date, without=shared) for date in dates[:-1]] + [self.date(dates[-1])]

    def joined(self, phrases: list[str], conjunction: str) -> str:
        if len(phrases) == 1:
            return phrases[0]
        between = "between and" if conjunction.endswith("and") else "between or"
        return self.say(between).join(phrases[:-1]) + self.say(conjunction) + phrases[-1]

    # One date

    def date(self, date: Date, *, without: str = "", alone: bool = False) -> str:
        """A date with its marks; `without` leaves out the year (`y`) or year and month (`ym`).

        Unless it stands `alone`, what is "between 10 and 19 June" becomes "some time between", to stand after a word.
        """
        phrase = self.unmarked(date, without, "between" if alone else "edge between")
        if date.time:
            phrase = self.say("at time", date=phrase, time=self.time(date.time))
        components = _components(date)
        if _covers(date.approximate, components) and date.uncertain in ("", components):
            if date.approximate and date.unspecified and not self.is_decade(date):
                phrase = self.say("with note", date=phrase, note=self.say("approximate"))
            elif date.approximate:
                phrase = self.say("about", date=phrase)
            return self.say("possibly", date=phrase) if date.uncertain else phrase
        return self.say("with note", date=phrase, note=self.notes(date, components))

    def notes(self, date: Date, components: str) -> str:
        """Which components of a date are uncertain or approximate."""
        grouped: dict[str, list[str]] = {}
        for component in components:
            uncertain, approximate = component in date.uncertain, component in date.approximate
            if uncertain or approximate:
                key = "is both" if uncertain and approximate else "is uncertain" if uncertain else "is approximate"
                name = "s" if component == "m" and date.precision == "season" else component
                grouped.setdefault(key, []).append(self.language.components[name])
        noted = [self.say(key, parts=self.joined(names, "and")) for key, names in grouped.items()]
        return self.say("comma").join(noted)

    def unmarked(self, date: Date, without: str, between: str) -> str:
        if date.precision == "year":
            return self.year_alone(date)
        if date.precision == "season":
            return self.season(date)
        if date.precision == "month":
            return self.month(date, without, between)
        return self.day(date, without, between)

    def year_alone(self, date: Date) -> str:
        a, b = self.number(date.first_year), self.number(date.last_year)
        if date.estimate is not None and a != b:
            return self.say("estimate", year=self.number(date.estimate), a=a, b=b)
        return self.decade("decade", date) if self.is_decade(date) else self.year(date)

    def season(self, date: Date) -> str:
        season = int(date.month)
        name, year = self.seasons[season], self.year(date)
        if "X" in date.year:
            return self.say("month in year", month=name, year=year)
        if season in (24, 28, 30) and date.first_year > 0:
            year = self.say("dash", a=year, b=str(date.first_year + 1))
        return self.say("share of year" if season > 32 and not self.short else "season", season=name, year=year)

    def month(self, date: Date, without: str, between: str) -> str:
        if date.month == "XX":
            return self.say("any month", year=self.year(date))
        day = int(date.day) if date.day.isdigit() else 0  # no February has a 30th
        year = 4 if "X" in date.year else date.first_year
        names = [self.months[n - 1] for n in fitting(date.month, 12) if day <= last_of_month(year, n)]
        if len(names) > _LISTED:
            return self.say(between, a=names[0], b=self.in_year(date, names[-1]))
        name = self.joined(names, "or")
        return name if without else self.in_year(date, name)

    def day(self, date: Date, without: str, between: str) -> str:
        if date.month == "XX" and date.day == "XX":
            return self.say("any day in year", year=self.year(date))
        if date.day == "XX":
            return self.say("any day", month=self.month(date, "", "edge between"))
        if "X" in date.month:
            if "X" in date.day:
                return self.say("written", text=f"{date.year}-{date.month}-{date.day}")
            return self.say("day of any month", day=str(int(date.day)), month=self.month(date, "", "edge between"))
        month = int(date.month)
        length = last_of_month(4 if "X" in date.year else date.first_year, month)
        days = [str(number) for number in fitting(date.day, 31) if number <= length]
        if without == "ym":
            return days[0]
        if len(days) > _LISTED:
            return self.say(between, a=days[0], b=self.day_in_year(date, days[-1]))
        day = self.joined(days, "or")
        if without == "y":
            return self.say("day of month", day=day, month=self.months[month - 1])
        return self.day_in_year(date, day)

    def day_in_year(self, date: Date, day: str) -> str:
        month = self.months[int(date.month) - 1]
        if "X" in date.year:
            return self.in_year(date, self.say("day of month", day=day, month=month))
        return self.say("day", day=day, month=month, year=self.year(date))

    def in_year(self, date: Date, phrase: str) -> str:
        return self.say("month in year" if "X" in date.year else "month", month=phrase, year=self.year(date))

    def year(self, date: Date) -> str:
        """The year of a date, or what its digits leave open."""
        if "X" not in date.year:
            return self.number(date.first_year)
        if date.year == "XXXX":
            return self.say("any year")
        if self.is_decade(date):
            return self.decade("year in decade", date)
        if _from_the_right(date.year):
            return self.say("year between", a=self.number(date.first_year), b=self.number(date.last_year))
        return self.say("year written", text=date.year)

    def decade(self, key: str, date: Date) -> str:
        return self.say(key, year=str(date.first_year), last=str(date.last_year))

    def is_decade(self, date: Date) -> bool:
        """Whether the year is one of a decade whose name no century shares, as "the 1900s" would be shared."""
        named = date.first_year >= 1000 and date.first_year % 100 != 0
        return named and date.year.count("X") == 1 and date.year.endswith("X")

    def number(self, year: int) -> str:
        """A year as people count: there is no year 0 before AD 1."""
        counted = 1 - year if year <= 0 else year
        if counted > 9999:
            text = f"{counted:,}".replace(",", self.language.thousands)
            return self.say("long year before" if year <= 0 else "long year", year=text)
        if year <= 0:
            return self.say("year before", year=str(counted))
        return self.say("early year", year=str(year)) if year < 1000 else str(year)

    def time(self, time: str) -> str:
        clock, zone = time[:8], time[8:]
        clock = clock.removesuffix(":00")
        if not zone:
            return clock
        return self.say("utc", time=clock) if zone == "Z" else self.say("zone", time=clock, zone=zone)


def _components(date: Date) -> str:
    return "ymd" if date.day else "ym" if date.month else "y"


def _foldable(date: Date) -> bool:
    """Whether a neighbour can say the year or month for it: plain digits, and marks for the whole or none."""
    plain = not date.unspecified and not date.time and date.precision != "season" and not date.year.startswith("Y")
    return plain and _covers(date.approximate, _components(date)) and date.uncertain in ("", _components(date))


def _covers(marked: str, components: str) -> bool:
    """Whether a word before the date says it all: "about 1 June 2004" holds for the day as for the whole."""
    return marked in ("", components, components[-1])
