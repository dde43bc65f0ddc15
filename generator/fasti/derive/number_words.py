"""What is said of numbers wherever they stand, in pages, charts and data: their unit, their measure, what they allow.

Input: numbers and series. Output: words in the language spoken. Invariant: words and bounds say the same, and no
digit is made up.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from fasti.derive.figures import FigurePoint, FigureSeries
from fasti.language import N_, _, commas, spoken
from fasti.language.speaking import SOURCE

UNITS = {"percent": N_("percent"), "times": N_("times"), "km": N_("km"), "km2": N_("km²"), "person": N_("people")}
DIRECTIONS = {"held": N_("held"), "lost": N_("lost")}
MINUS = "\N{MINUS SIGN}"


def units(unit: str) -> str:
    """What numbers of a unit count: `people`, `km²`, `percent`, `towns`."""
    known = UNITS.get(unit)
    return _(known) if known else plural(unit) if unit and spoken() == SOURCE else unit


def plural(noun: str) -> str:
    """The English plural of a unit."""
    if noun == "person":
        return "people"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def measured(series: FigureSeries) -> str:
    """What the numbers of a series are, by which its axis is named: `percent of Syria’s area, lost`, `Area (km²)`."""
    told = units(series.unit)
    label = series.measure_label
    if series.of:
        words = _("%(unit)s of %(whole)s", unit=told, whole=series.of)
    else:
        words = label if told in label.lower() else _("%(measure)s (%(unit)s)", measure=label, unit=told)
    return commas((words, direction_words(series.direction)))


def direction_words(direction: str | None) -> str:
    """Whether numbers tell what is held or what is lost; empty where a series tells neither."""
    return _(DIRECTIONS[direction]) if direction in DIRECTIONS else direction or ""


def read_as(point: FigurePoint) -> str:
    """What the words of a number allow, where they do not say it themselves: `24 to 99`, `less than 96, by how little
    is not said`."""
    low, high = (None if n is None else plainly(n) for n in (point.low, point.high))
    share = "/" in point.words and point.unit == "percent"
    if point.qualifier != "nearly" and not share and point.qualifier not in ("about", "up to", "word"):
        return ""

    def told(number: str) -> str:
        return _("%(number)s percent", number=number) if share else number

    if point.qualifier == "nearly":
        return _("less than %(n)s, by how little is not said", n=told(high or ""))
    if low is not None and high is not None:
        return told(low if low == high else _("%(low)s to %(high)s", low=low, high=high))
    if low is not None:
        return _("more than %(n)s", n=told(low)) if point.low_open else _("at least %(n)s", n=told(low))
    return _("less than %(n)s", n=told(high or "")) if point.high_open else _("at most %(n)s", n=told(high or ""))


def plainly(number: Fraction) -> str:
    """`90,800`, `5.5`, `−40.5`; the first four digits where more than four decimals follow: `66.66…`, `0.7213…`."""
    size, places = abs(number), 4
    if (size * 10**places).denominator > 1:
        places = 1
        while size * 10**places < 1000:
            places += 1
    digits = f"{floor(size * 10**places):0{places + 1}d}"
    rest = digits[-places:] + "…" if (size * 10**places).denominator > 1 else digits[-places:].rstrip("0")
    return f"{MINUS if number < 0 else ''}{int(digits[:-places]):,}{'.' if rest else ''}{rest}"
