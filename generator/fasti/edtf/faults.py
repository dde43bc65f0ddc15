"""What is wrong with a text that is no date, at which character, and what to write instead.

Input: a text and the part of it that `grammar` refused. Output: the `EdtfError` to raise.
Invariant: a hint offers a date only where no second reading exists; nothing is guessed between day and month.
"""

from __future__ import annotations

import re

from fasti.edtf.days import last_of_month
from fasti.edtf.english import ENGLISH
from fasti.edtf.model import EdtfError

EXAMPLE = "write year-month-day, such as `2017-09-01`, or as much of it as is known"

_word = re.compile(r"[^\W\d_]{2,}").match
_digits = re.compile(r"[0-9]*").match
_run = re.compile(r"[0-9X]*").match
_slashed = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})").fullmatch
_zone = re.compile(r"(?:Z|(?!-00(?::00)?\Z)[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?").fullmatch
_clock = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?").match

_CAPITALS = {"x": "X", "u": "X", "y": "Y", "e": "E", "s": "S", "t": "T", "z": "Z"}
_FORMER = {  # words and signs of the draft of 2012
    "open": "write `..` for an open end",
    "unknown": "leave an unknown end empty",
    "uu": "write `XX` for unspecified digits",
    "uuuu": "write `XXXX` for unspecified digits",
}
LINE_ENDS = "\n\r"
_DASHES = "‐‑‒–—−"


def impossible_month(month: str, offset: int) -> EdtfError:
    """A month that no year has."""
    message = f"there is no month {month}" if month.isdigit() else f"no month is written `{month}`"
    return EdtfError(message, offset, "months are `01` to `12`, seasons `21` to `41`")


def impossible_day(year: str, month: str, day: str, offset: int) -> EdtfError:
    """A day that its month has not; the month is possible, its digits or those of the year may be unspecified."""
    if "X" in day and not re.fullmatch("[012X][0-9X]|3[01X]", day):
        return EdtfError(f"no day is written `{day}`", offset, "days are `01` to `31`")
    if day == "00" or (day.isdigit() and int(day) > 31):
        return EdtfError(f"there is no day {day}", offset, "days are `01` to `31`")
    if "X" in month:
        return EdtfError(f"no month written `{month}` has a day {day}", offset)
    name = ENGLISH.months[int(month) - 1]
    if "X" in year:
        longest = last_of_month(4, int(month))
        if day.isdigit() and int(day) <= longest:
            return EdtfError(f"no year written `{year}` has a {int(day)} {name}", offset)
        return EdtfError(f"{name} has at most {longest} days", offset)
    length = last_of_month(int(year), int(month))
    hint = f"its last day is `{year}-{month}-{length}`; write `{year}-{month}` if the day is not known"
    return EdtfError(f"{name} {year} has {length} days", offset, hint)


def too_far(offset: int) -> EdtfError:
    """A year whose days are too many to count."""
    return EdtfError("years end at 1,000,000,000,000, before and after the year 0", offset)


def short_long_year(year: str, offset: int) -> EdtfError:
    """A year with `Y` that needs none."""
    sign, digits = ("-", year[1:]) if year[0] == "-" else ("", year)
    return EdtfError("only a year of more than four digits starts with `Y`", offset, f"write `{sign}{digits:0>4}`")


def second_slash(text: str, offset: int) -> EdtfError:
    """A text with more than one `/`."""
    match = _slashed(text)
    hint = "write `{}-{}-{}`".format(*match.groups()) if match else EXAMPLE
    return EdtfError("an interval has only one `/`", offset, hint)


def unclosed_set(text: str, closing: str, end: int) -> EdtfError:
    """A set whose closing bracket (`end`, or -1) is not the last character."""
    if end != -1:
        hint = "put it behind each date that it holds for" if text[end + 1] in "?~%" else None
        return EdtfError(f"nothing may follow `{closing}`", end + 1, hint)
    if text[-1] in "]}":
        return EdtfError(f"`{text[0]}` is closed by `{text[-1]}`", len(text) - 1, f"close it with `{closing}`")
    return EdtfError(f"`{text[0]}` is never closed", len(text), f"close it with `{closing}`")


def unreadable(text: str, begin: int, stop: int) -> EdtfError:
    """The first fault in `text[begin:stop]`, which is no date."""
    if begin == stop:
        return EdtfError("a date is missing", begin)
    at = begin + (text[begin] in "?~%")
    if text.startswith("Y", at, stop):
        return _in_long_year(text, at, stop)
    if text.startswith("-", at, stop):
        at += 1
    year = _digits_from(text, at, stop)
    if not year:
        return _stray(text, at, stop)
    end = at + len(year)
    if len(year) != 4:
        return _wrong_year(text, at, end, stop)
    if text.startswith("S", end, stop):
        return _after_number(text, end, stop)
    for name in ("month", "day"):
        end = _after_mark(text, end, stop)
        if end == stop or text[end] != "-":
            return _stray(text, end, stop)
        start = end + 1 + text.startswith(("?", "~", "%"), end + 1, stop)
        number = _digits_from(text, start, stop)
        end = start + len(number)
        if len(number) != 2:
            return _wrong_component(text, start, end, stop, name=name)
    if text.startswith("T", end, stop):
        return _in_time(text, end + 1, stop)
    return _stray(text, _after_mark(text, end, stop), stop)


def _digits_from(text: str, at: int, stop: int) -> str:
    match = _run(text, at, stop)
    return match[0] if match else ""


def _after_mark(text: str, at: int, stop: int) -> int:
    return at + text.startswith(("?", "~", "%"), at, stop)


def _wrong_year(text: str, at: int, end: int, stop: int) -> EdtfError:
    year = text[at:end]
    if len(year) < 4 and text[end:stop] in ("s", "'s", "’s"):
        return EdtfError("a year has four digits", at, "write a decade with its century: `199X`")
    if end < stop and text[end] not in "-?~%" and len(year) < 4:
        return _stray(text, end, stop)
    if len(year) < 4:
        before = text[at - 1 : at] == "-"
        if "X" in year or not (before or len(year) == 3):
            return EdtfError("a year has four digits", at, EXAMPLE)
        hint = f"write `-{year:0>4}`, which is {int(year) + 1} BC" if before else f"write `{year:0>4}`"
        return EdtfError("a year has four digits", at, hint)
    if len(year) == 8 and year.isdigit() and end == stop:
        month, day = int(year[4:6]), int(year[6:])
        real = 1 <= month <= 12 and 1 <= day <= last_of_month(int(year[:4]), month)
        dashed = f"write `{text[:at]}{year[:4]}-{year[4:6]}-{year[6:]}`"
        return EdtfError("a date has hyphens between year, month and day", at + 4, dashed if real else None)
    return EdtfError("a year has four digits", at + 4, "only a year with `Y` before it is longer: `Y17000`")


def _wrong_component(text: str, start: int, end: int, stop: int, *, name: str) -> EdtfError:
    written = text[start:end]
    if len(written) < 2 and end < stop and text[end] not in "-?~%T":
        return _stray(text, end, stop)
    if not written:
        return EdtfError(f"a {name} is missing", start, "leave out the hyphen if it is not known")
    hint = f"write `0{written}`" if len(written) == 1 and written in "123456789" else None
    return EdtfError(f"a {name} has two digits", start if len(written) < 2 else start + 2, hint)


def _in_long_year(text: str, begin: int, stop: int) -> EdtfError:
    at = begin + 1 + text.startswith("-", begin + 1, stop)
    end = _end_of_number(text, at, stop)
    if isinstance(end, EdtfError):
        return end
    if text.startswith("E", end, stop):
        end = _end_of_number(text, end + 1, stop)
        if isinstance(end, EdtfError):
            return end
    if text.startswith("S", end, stop):
        return _after_number(text, end, stop)
    end = _after_mark(text, end, stop)
    if text.startswith("-", end, stop):
        return EdtfError("a year with `Y` has no month", end)
    return _stray(text, end, stop)


def _after_number(text: str, sign: int, stop: int) -> EdtfError:
    """The fault at or after the number of significant digits that begins after `sign`."""
    end = _end_of_number(text, sign + 1, stop)
    if isinstance(end, EdtfError):
        return end
    end = _after_mark(text, end, stop)
    if text.startswith("-", end, stop):
        return EdtfError("a year with significant digits has no month", end)
    return _stray(text, end, stop)


def _end_of_number(text: str, at: int, stop: int) -> int | EdtfError:
    match = _digits(text, at, stop)
    number = match[0] if match else ""
    if not number:
        return EdtfError("a number is missing", at) if at == stop else _stray(text, at, stop)
    if number[0] == "0":
        return EdtfError("this number starts with 0", at, "leave leading zeros out")
    return at + len(number)


def _in_time(text: str, at: int, stop: int) -> EdtfError:
    match = _clock(text, at, stop)
    if match is None:
        return EdtfError("a time is written `HH:MM:SS`", at)
    hour, minute, second = match.groups()
    if int(hour) > 24 or (int(hour) == 24 and (minute, second) != ("00", "00")):
        return EdtfError(f"there is no hour {hour}" if int(hour) > 24 else "a day ends at `24:00:00`", at)
    if int(minute) > 59:
        return EdtfError(f"there is no minute {minute}", at + 3)
    if second is None:
        rest = text[match.end() : stop]
        hint = f"write `{text[: match.end()]}:00{rest}`" if _zone(rest) else None
        return EdtfError("a time needs its seconds", match.end(), hint)
    if int(second) > 59:
        return EdtfError(f"there is no second {second} in this minute", at + 6)
    return EdtfError("a zone is written `Z`, `+03` or `+03:00`", match.end(), "leave the time out, the day is enough")


def _stray(text: str, at: int, stop: int) -> EdtfError:
    """A character that cannot stand where it stands."""
    if at >= stop:
        return EdtfError("the date is not complete", stop, EXAMPLE)
    sign = text[at]
    word = _word(text, at, stop)
    if word is not None:
        return EdtfError(f"`{word[0][:30]}` is not part of a date", at, _FORMER.get(word[0], EXAMPLE))
    if sign == " ":
        in_set = "blanks stand only after the commas of a set"
        return EdtfError("a blank does not belong here", at, in_set if text[0] in "[{" else EXAMPLE)
    if sign in LINE_ENDS:
        return EdtfError("a line break does not belong here", at, "write the date on one line, beside its key")
    if not sign.isprintable():
        return EdtfError(f"the character U+{ord(sign):04X} does not belong here", at)
    hint = None
    if text.startswith("..", at, stop):
        hint = "write a range with `..` in `[…]` or `{…}`"
    elif sign in _DASHES or sign == ".":
        hint = "write `-` within a date and `/` between two"
    elif sign in _CAPITALS:
        hint = f"write `{_CAPITALS[sign]}`"
    elif sign in "?~%" and at and text[at - 1] in "?~%":
        hint = "write `%` for both uncertain and approximate"
    elif sign in "/,":
        hint = (
            "a set has ranges with `..`, and no intervals" if sign == "/" else "put several dates into `[…]` or `{…}`"
        )
    return EdtfError(f"`{sign}` does not belong here", at, hint)
