"""What is said of numbers wherever they stand, in pages, charts and data: their unit, their measure, what they allow.

Input: numbers and series. Output: English. Invariant: words and bounds say the same, and no digit is made up.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from fasti.derive.figures import FigurePoint, FigureSeries

MINUS = "\N{MINUS SIGN}"


def units(unit: str) -> str:
    """What numbers of a unit count: `people`, `km²`, `percent`, `towns`."""
    if unit in ("", "percent", "times", "km"):
        return unit
    return "km²" if unit == "km2" else plural(unit)


def plural(noun: str) -> str:
    """The English plural of a unit."""
    if noun == "person":
        return "people"
    return f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def measured(series: FigureSeries) -> str:
    """What the numbers of a series are, by which its axis is named: `percent of Syria’s area, lost`, `Area (km²)`."""
    told = units(series.unit)
    label = series.measure_label
    words = f"{told} of {series.of}" if series.of else label if told in label.lower() else f"{label} ({told})"
    return ", ".join(part for part in (words, series.direction) if part)


def read_as(point: FigurePoint) -> str:
    """What the words of a number allow, where they do not say it themselves: `24 to 99`, `less than 96, by how little
    is not said`."""
    low, high = (None if n is None else plainly(n) for n in (point.low, point.high))
    share = " percent" if "/" in point.words and point.unit == "percent" else ""
    if point.qualifier == "nearly":
        return f"less than {high}{share}, by how little is not said"
    if not share and point.qualifier not in ("about", "up to", "word"):
        return ""
    if low is not None and high is not None:
        return (low if low == high else f"{low} to {high}") + share
    if low is not None:
        return f"{'more than' if point.low_open else 'at least'} {low}{share}"
    return f"{'less than' if point.high_open else 'at most'} {high}{share}"


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
