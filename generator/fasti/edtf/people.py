"""What people write for a date, and the EDTF to write instead: never accepted, only offered.

Input: a text that `grammar` refuses. Output: a hint, or None where the text is no such date either.
Invariant: every date offered is one that `grammar` accepts, or a span as records have it, `{from: …, to: …}`. What has
two readings is offered in both, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from fasti.edtf.days import civil
from fasti.edtf.phrases import LONGEST, Token, tokens
from fasti.edtf.stretches import (
    Instead,
    Stretch,
    beside,
    day_said,
    first_day,
    is_one,
    last_day,
    marked,
    stretches,
    with_era,
    written,
    years_or_month,
)

_dashed = re.compile(r"w?(?:n[-/]m[-/]y|y[-/]m[-/]n)").fullmatch
_short_year = re.compile(r"w?(?:nmn|mnn)").fullmatch
_two_years = re.compile(r"sy[-/]y").fullmatch
_far_year = re.compile(
    r"(?P<about>(?:about|around|circa|ca?|~) ?)?(?:the )?(?:year )?(?P<ad>ad )?"
    r"(?:(?P<year>[1-9]\d{0,2}(?:,\d{3}){1,3})|(?P<plain>[1-9]\d{4}))(?: ?(?P<era>bce?|ad|ce))?"
).fullmatch
_dot_behind = re.compile(r"(?<=[a-z])\.")
_thousands = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,X])").search
_five_digits = re.compile(r"\d{5}").search


class Offer(NamedTuple):
    """An expression to write, and its meaning where another is offered beside it."""

    text: str
    meaning: str = ""


def hint(text: str) -> str | None:
    """What to write instead of a text that is no EDTF."""
    if (far := _far(text)) is not None:
        return far
    read = tokens(text)
    if not read:
        return None
    try:
        found = offers(_undashed(read))
    except Instead as instead:
        return str(instead)
    if not found or any(_five_digits(offer.text) for offer in found):
        return None
    if len(found) == 1:
        return f"write `{found[0].text}`"
    return "write " + ", or ".join(f"`{offer.text}` for {offer.meaning}" for offer in found)


def _far(text: str) -> str | None:
    """A hint for years written with a comma, as `12,000 BC` is, and for years of five digits with an era."""
    if len(text) > LONGEST:
        return None
    match = _far_year(_dot_behind.sub("", " ".join(text.lower().split())))
    if match and (match["year"] or match["era"] or match["ad"]):
        year = int((match["year"] or match["plain"]).replace(",", ""))
        year = 1 - year if (match["era"] or "").startswith("b") else year
        digits = f"{'-' * (year < 0)}{abs(year):04d}"
        return f"write `{'Y' * (abs(year) > 9999)}{digits}{'~' * bool(match['about'])}`"
    if _thousands(text):
        return "write years without a comma, one of more than four digits with `Y` before it: `Y-11999` for 12,000 BC"
    return None


def offers(read: Sequence[Token]) -> list[Offer]:
    """The expressions that the words can mean; none if they are not understood."""
    if len(read) == 1 and read[0].kind == "j":
        years_or_month(read[0])
    head, rest = read[0].kind, read[1:]
    kinds = {token.kind for token in read}
    if "m" in kinds and kinds.isdisjoint(_WITH_YEAR) and not is_one(read):
        if _short_year("".join(token.kind for token in read)):
            raise Instead("write the year in four digits, as year-month-day: `2017-09-01`")
        raise Instead("add the year")
    if "t" in kinds:  # a time stands only with a single day
        return [Offer(stretch.text, stretch.meaning) for stretch in stretches(read)]
    if head in "~?" and rest and rest[0].kind in "<[>]}{":
        head, rest = rest[0].kind, [read[0], *rest[1:]]
    if head == "U" and not rest:
        raise Instead("leave the date out: what has none is placed by its order")
    if head == "B":
        return [_within(a, b) for a, b in _pairs(rest, "A-T")]
    if head == "F" and any(token.kind in "T-{" for token in rest):
        return _until_now(rest, "T-{") or [_throughout(a, b) for a, b in _pairs(rest, "T-{")]
    if head in ("F", "}"):
        rest = rest[:-1] if rest and rest[-1].kind == "N" else rest
        return [Offer(_since(stretch), stretch.meaning) for stretch in stretches(rest)]
    if head == "T":
        head = "{"
    if head in _BOUNDED:
        return [Offer(_BOUNDED[head](stretch), stretch.meaning) for stretch in stretches(rest)]
    if head == "W":
        return [offer for stretch in stretches(rest) for offer in _week(stretch, starts=bool(read[0].value[0]))]
    if head == "H":
        return [_throughout(stretch, stretch) for stretch in stretches(rest)]
    if read[-1].kind in _BEHIND:
        return [Offer(_BEHIND[read[-1].kind](stretch), stretch.meaning) for stretch in stretches(read[:-1])]
    for signs in ("O", "A", "/", "-T:"):
        if any(token.kind in signs for token in read):
            return _joined(read, signs)
    return [Offer(stretch.text, stretch.meaning) for stretch in stretches(read)]


def _joined(read: Sequence[Token], sign: str) -> list[Offer]:
    """Two dates with "or", "and", a slash or a dash between them."""
    if sign in "OA":
        closing = "[]" if sign == "O" else "{}"
        return [Offer(f"{closing[0]}{_member(a)},{_member(b)}{closing[1]}") for a, b in _pairs(read, sign)]
    if sign == "/" and not {token.kind for token in read[: _at(read, sign)]}.isdisjoint(_WITH_YEAR):
        return [_throughout(a, b) for a, b in _pairs(read, sign)]
    if open_end := _until_now(read, sign):
        return open_end
    found: list[Offer] = []
    for a, b in _pairs(read, sign):
        b = b if b.marks or not a.marks else marked(b, a.marks)  # "c. 2014–2016": neither is better known
        both = _throughout(a, b)._replace(meaning="all of that time"), _within(a, b)._replace(meaning="once within it")
        found += both[::-1] if any(token.kind == ":" for token in read) else both
    return found


def _at(read: Sequence[Token], signs: str) -> int:
    """Where the first of these signs stands."""
    return next(i for i, token in enumerate(read) if token.kind in signs)


def _until_now(read: Sequence[Token], signs: str) -> list[Offer]:
    """ "2014 to the present": a span without an end."""
    if len(read) > 2 and read[-1].kind == "P" and read[-2].kind in signs:
        return [Offer(_since(stretch), stretch.meaning) for stretch in stretches(read[:-2])]
    return []


# Expressions


def _within(a: Stretch, b: Stretch) -> Offer:
    first, last = a.first, b.last
    if bool(first[1]) != bool(last[1]) or bool(first[2]) != bool(last[2]):
        first, last = civil(first_day(first)), civil(last_day(last))
    return Offer(f"[{written(first, a.marks)}..{written(last, b.marks)}]")


def _week(stretch: Stretch, *, starts: bool) -> list[Offer]:
    """ "The week of 7 June 2017": the seven days from then, or those from the Monday before."""
    if not stretch.first[2]:
        return []
    day = first_day(stretch.first)
    offered = [
        Offer(f"[{written(civil(begin))}..{written(civil(begin + 6))}]", f"{what} {day_said(civil(begin))}")
        for begin, what in ((day, "the seven days from"), (day - (day - 1) % 7, "the week from Monday,"))
    ]
    return offered[:1] if starts or offered[0].text == offered[1].text else offered


def _throughout(a: Stretch, b: Stretch) -> Offer:
    if a == b:
        return Offer(f"{written(a.first, a.marks)}/{written(a.last, a.marks)}", a.meaning)
    if "[" in a.text or "[" in b.text:
        return Offer(f"{{from: {a.text}, to: {b.text}}}")
    return Offer(f"{a.text}/{b.text}")


def _since(stretch: Stretch) -> str:
    """An interval without an end; a set cannot begin one, but a span of a record can begin with it."""
    return f"{{from: {stretch.text}}}" if "[" in stretch.text else f"{stretch.text}/.."


def _until(stretch: Stretch) -> str:
    return f"{{to: {stretch.text}}}" if "[" in stretch.text else f"../{stretch.text}"


def _member(stretch: Stretch) -> str:
    return stretch.text.strip("[]")


_BOUNDED: dict[str, Callable[[Stretch], str]] = {
    "<": lambda stretch: f"[..{written(beside(stretch.first, -1), stretch.marks)}]",
    "[": lambda stretch: f"[..{written(stretch.last, stretch.marks)}]",
    ">": lambda stretch: f"[{written(beside(stretch.last, 1), stretch.marks)}..]",
    "]": lambda stretch: f"[{written(stretch.first, stretch.marks)}..]",
    "{": _until,
}
_BEHIND = {"E": _BOUNDED["["], "L": _BOUNDED["]"], "N": _since}
_WITH_YEAR = frozenset("yzijdvkCba862")


# Two dates, of which one may say year and month for both


def _pairs(read: Sequence[Token], signs: str) -> list[tuple[Stretch, Stretch]]:
    """Both sides of the sign, if there is just one and each side has one meaning, and they are in order."""
    at = [i for i, token in enumerate(read) if token.kind in signs]
    if len(at) != 1:
        return []
    left, right = list(read[: at[0]]), list(read[at[0] + 1 :])
    if not left or not right:
        return []
    a, b = _filled(left, right)
    one, other = stretches(a), stretches(b)
    if len(one) != 1 or len(other) != 1 or first_day(one[0].first) > last_day(other[0].last):
        return []
    return [(one[0], other[0])]


def _filled(left: list[Token], right: list[Token]) -> tuple[list[Token], list[Token]]:
    """Year and month that only one side names, given to the other: "5 and 9 September 2017", "June 5-9, 2017"."""
    if right[-1].kind in "ab" and all(token.kind in "nzy" for token in (*left, *right[:-1])):
        left = [*left, right[-1]]  # "50–44 BC": both are years before 1
    left, right = with_era(left), with_era(right)
    here, there = {token.kind: token for token in left}, {token.kind: token for token in right}
    if not _ready(here) and not _ready(there):
        if "m" in there and "n" in there and "m" not in here and "n" in here:
            left = [*left, there["m"]]
        elif "m" in here and "n" in here and "n" in there and "m" not in there:
            right = [here["m"], *right]
        if "e" in here and not {"m", "s", "y"} & here.keys() and "m" in there:
            left = [*left, there["m"]]
        if "y" not in here and "y" in there:
            left = [*left, there["y"]]
    return left, right


def _ready(kinds: dict[str, Token]) -> bool:
    return not kinds.keys().isdisjoint("ijdvk68C2")


def _undashed(read: Sequence[Token]) -> list[Token]:
    """ "17-Oct-2017", "2017-Oct-17" and "winter 2016/2017" without the signs that join nothing."""
    shape = "".join(token.kind for token in read)
    if _dashed(shape):
        return [token for token in read if token.kind not in "-/"]
    split = _two_years(shape)
    if split and read[0].value == (24,) and read[3].value[0] == read[1].value[0] + 1:
        return [Token("q", (24,)), read[1]]
    return list(read)
