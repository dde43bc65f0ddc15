"""Sums: numbers that no document prints but that follow from two it does, each with how it was reckoned.

Input: a series. Output: `Sum`s. Invariant: both numbers are of one series and one group, their days surely in that
order; what either leaves open stays open; fractions are exact, and words have no more digits than the numbers bear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from fasti.derive.figures import FigurePoint, FigureSeries
from fasti.derive.number_words import MINUS, plainly
from fasti.derive.told import QUALIFIED, quantity_words
from fasti.language import _, commas, from_left, semicolons

RATIOS = ("percent", "times")  # units of which no ratio is taken: they are ratios already
MOST_DIGITS = 3  # of a ratio
Grain = Callable[[Fraction], Fraction]
"""What the last digit told of a number counts."""


@dataclass(frozen=True, slots=True)
class Span:
    """What a number can be: `low`, `best` and `high` as in a Quantity; `low_open`: nothing limits it, or left out."""

    low: Fraction | None
    best: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """What follows from `first` and `last`: their `difference` (last less first) or `ratio` (last by first).

    `span` is exact; `words` are rounded, bounds outward, and empty where nothing follows; `sum` shows the reckoning.
    `since`: `first` speaks of the day that the series is measured against. Where several give a number for one of the
    two days, `accounts` counts the numbers of both and `spread` says what they allow all together, if they set bounds.
    """

    kind: Literal["difference", "ratio"]
    unit: str
    first: FigurePoint
    last: FigurePoint
    span: Span
    words: str
    sum: str
    since: bool
    accounts: int
    spread: str


def sums(series: FigureSeries) -> tuple[Sum, ...]:
    """What changed from the first to the last number of each group, and since the day that it is measured against."""
    groups = dict.fromkeys(point.group for point in series.points)
    return tuple(found for group in groups for found in _of_group(series, group))


def _of_group(series: FigureSeries, group: str | None) -> Iterator[Sum]:
    mine = [point for point in series.points if point.group == group]
    dated = [p for p in mine if p.headline and p.at.earliest is not None and p.at.latest is not None]
    if not dated:
        return
    # The first that is over and the last to begin: two whose order is sure, if there are any.
    first = min(dated, key=lambda point: point.at.latest or 0)
    last = max(dated, key=lambda point: point.at.earliest or 0)
    based = next((point for point in dated if _is_baseline(point, series)), first)
    for start in (first,) if based is first else (first, based):
        if (start.at.latest or 0) < (last.at.earliest or 0):
            since = _is_baseline(start, series)
            yield _summed("difference", start, last, mine, since)
            times = _summed("ratio", start, last, mine, since)
            if start.unit not in RATIOS and times.words:
                yield times


def _is_baseline(point: FigurePoint, series: FigureSeries) -> bool:
    (first, last), (earliest, latest) = series.baseline.bounds if series.baseline else (None, None), point.at
    if first is None or last is None or earliest is None or latest is None:
        return False
    return first <= earliest and latest <= last


def _summed(
    kind: Literal["difference", "ratio"], first: FigurePoint, last: FigurePoint, mine: list[FigurePoint], since: bool
) -> Sum:
    taken, sign = (_less, MINUS) if kind == "difference" else (_by, "\N{DIVISION SIGN}")
    span = taken(last, first)
    told = [[p for p in mine if p is end or (p.moment == end.moment and not p.set_aside)] for end in (first, last)]
    accounts = [*told[0], *told[1]]
    write: Callable[[Fraction], str] = _signed if kind == "difference" else plainly
    spread = ""
    if len(accounts) > 2:
        every = _all_of(taken(later, earlier) for earlier in told[0] for later in told[1])
        spread = _in_words(every, _grain(kind, accounts), write)
    grain = _grain(kind, (first, last))
    return Sum(
        kind,
        "times" if kind == "ratio" else "percentage point" if first.unit == "percent" else first.unit,
        first,
        last,
        span,
        _in_words(span, grain, write),
        _reckoning(first, last, span, sign, grain),
        since,
        len(accounts),
        spread,
    )


def _less(last: FigurePoint, first: FigurePoint) -> Span:
    low = None if last.low is None or first.high is None else last.low - first.high
    high = None if last.high is None or first.low is None else last.high - first.low
    best = None if last.best is None or first.best is None else last.best - first.best
    return Span(low, best, high, last.low_open or first.high_open, last.high_open or first.low_open)


def _by(last: FigurePoint, first: FigurePoint) -> Span:
    """Nothing printed is below 0, so a bound divides by the other's opposite one; nothing divides by 0."""
    low = None if last.low is None or not first.high else last.low / first.high
    high = None if last.high is None or not first.low else last.high / first.low
    best = None if last.best is None or not first.best else last.best / first.best
    open_ = (low is None or last.low_open or first.high_open, high is None or last.high_open or first.low_open)
    return Span(low, best, high, *open_)


def _all_of(spans: Iterable[Span]) -> Span:
    """Everything that one of several allows: no bound if one has none, and it is left out if all leave it out."""
    found = list(spans)
    lows = [(span.low, span.low_open) for span in found if span.low is not None]
    highs = [(-span.high, span.high_open) for span in found if span.high is not None]
    low, low_open = min(lows) if len(lows) == len(found) else (None, True)
    high, high_open = min(highs) if len(highs) == len(found) else (None, True)
    return Span(low, None, None if high is None else -high, low_open, high_open)


def _grain(kind: str, points: Sequence[FigurePoint]) -> Grain:
    """How finely a result may be told: a difference as its coarsest number is; a ratio in as many digits as the number
    that has the fewest, three at most."""
    if kind == "difference":
        step = max(point.step for point in points)
        return lambda number: step
    digits = min(MOST_DIGITS, *(_digits(point) for point in points))

    def step_of(number: Fraction) -> Fraction:
        place = 0
        while abs(number) >= Fraction(10) ** (place + 1):
            place += 1
        while 0 < abs(number) < Fraction(10) ** place:
            place -= 1
        return Fraction(10) ** (place - digits + 1)

    return step_of


def _digits(point: FigurePoint) -> int:
    """How many digits a number has down to its last that counts; a word has one."""
    if point.qualifier == "word":
        return 1
    size = next(n for n in (point.stated, point.high, point.low) if n is not None)
    return len(str(int(size / point.step)))


def _in_words(span: Span, grain: Grain, write: Callable[[Fraction], str]) -> str:
    """A span in words, rounded, its bounds outward; empty where it has neither bound."""
    low = None if span.low is None else write(floor(span.low / grain(span.low)) * grain(span.low))
    high = None if span.high is None else write(ceil(span.high / grain(span.high)) * grain(span.high))
    best = None if span.best is None else write(_nearest(span.best, grain(span.best)))
    if best is not None and span.low == span.high:
        return best
    if low is not None and high is not None:
        limits = low if low == high else _("between %(low)s and %(high)s", low=low, high=high)
    elif low is not None:
        limits = _("more than %(n)s", n=low) if span.low_open else _("at least %(n)s", n=low)
    elif high is not None:
        limits = _("less than %(n)s", n=high) if span.high_open else _("at most %(n)s", n=high)
    else:
        limits = ""
    return limits if best is None else commas((_("about %(n)s", n=best), limits))


def _reckoning(first: FigurePoint, last: FigurePoint, span: Span, sign: str, grain: Grain) -> str:
    """`96 − 90 = 6`; where the words leave room, the two as told, then the sum of each bound that they leave."""
    rows = [("", last.best, first.best, span.best)]
    if span.best is None or span.low != span.high:
        rows.append(("more than" if span.low_open else "at least", last.low, first.high, span.low))
        rows.append(("less than" if span.high_open else "at most", last.high, first.low, span.high))
    shown = []
    for lead, one, other, result in rows:
        if one is not None and other is not None and result is not None:
            sum_ = from_left(f"{plainly(one)} {sign} {plainly(other)} = {plainly(result)}")
            shown.append(_(QUALIFIED[lead], n=sum_) if lead else sum_)
    rounded = any(result is not None and result % grain(result) for *_sums, result in rows)
    text = semicolons((semicolons(shown) or _("open on both sides"), _("rounded") if rounded else ""))
    plain = all(p.qualifier == "exact" and "/" not in p.words for p in (first, last))
    whole = from_left(f"{_told(last)} {sign} {_told(first)}")
    return text if plain else _("%(sum)s: %(result)s", sum=whole, result=text)


def _told(point: FigurePoint) -> str:
    """A number as told, in brackets where it is more than a number; a fraction stands for so much of a hundred."""
    words = quantity_words(point.words)
    words = _("%(share)s of 100", share=words) if "/" in words and point.unit == "percent" else words
    return f"({words})" if " " in words else words


def _nearest(number: Fraction, step: Fraction) -> Fraction:
    """Rounded to the nearest step, halves away from 0."""
    steps = floor(abs(number) / step + Fraction(1, 2))
    return steps * step * (-1 if number < 0 else 1)


def _signed(number: Fraction) -> str:
    return f"+{plainly(number)}" if number > 0 else plainly(number)
