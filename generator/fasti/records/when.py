"""Dates: an EDTF expression with what it means, once within it or throughout it.

Input: text as the author wrote it, or a mapping that says more. Output: `When`.
Invariant: the bounds are those of the text; nothing narrows or widens them here.
"""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from fasti import edtf
from fasti.records.base import AS_LIST, FlowDict, FlowList, Model, described, refuse
from fasti.records.shapes import DATE, Shape, Short, ecma, pattern, some, whole

CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\Z")
OFFSET = re.compile(r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)\Z")
ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}\Z|UTC\Z")
TIME_SHAPE = Shape("time-of-day", pattern(whole(ecma(CLOCK)), "write HH:MM or HH:MM:SS"))
ZONE_SHAPE = Shape(
    "time-zone", pattern(whole(f"{ecma(OFFSET)}|{ecma(ZONE)}"), "write +03:00, Z or a name such as Asia/Baghdad")
)
DATE_LIKE = re.compile(r"[\dXY.~?%-]")
KEYS = frozenset({"date", "from", "to", "mode", "time", "zone", "edges_known"})


def read_date(value: Any) -> edtf.Edtf:
    """An EDTF expression (ISO 8601-2) from the text as written; refused as `unreadable-date` at the very character."""
    if isinstance(value, edtf.Edtf):
        return value
    if isinstance(value, FlowDict):
        raise refuse(
            "unreadable-date",
            f"`{value.written}` is read as a mapping, not as a set of dates",
            hint=f"put it in quotes: `'{value.written}'`",
        )
    text = value.written if isinstance(value, FlowList) else value
    if not isinstance(text, str):
        hint = None
        if isinstance(text, list) and text and all(isinstance(item, str) for item in text):
            several = ", ".join(text)
            hint = f"write `[{several}]` for one of these dates, `'{{{several}}}'` for each of them"
        raise refuse("unreadable-date", f"this holds {described(value)} where a date belongs", hint=hint)
    try:
        return edtf.parse(text)
    except edtf.EdtfError as fault:
        raise refuse("unreadable-date", fault.message, hint=fault.hint, offset=fault.offset) from None


def read_time(value: Any) -> str:
    """A time of day, HH:MM or HH:MM:SS (ISO 8601-1)."""
    if isinstance(value, str) and CLOCK.match(value):
        return value
    raise refuse("value-not-allowed", f"`{value}` is no time of day", hint="write `HH:MM` or `HH:MM:SS`")


def read_zone(value: Any) -> str:
    """A zone: an offset from UTC (`+03:00`, `Z`) or an IANA name (`Asia/Baghdad`)."""
    if isinstance(value, str) and (OFFSET.match(value) or ZONE.match(value)):
        return value
    raise refuse(
        "value-not-allowed", f"`{value}` is no time zone", hint="write an offset (`+03:00`) or a name (`Asia/Baghdad`)"
    )


Date = Annotated[edtf.Edtf, PlainValidator(read_date), DATE]


class Piece(NamedTuple):
    """Days that follow each other: the windows of the first and of the last; a day that is not known has one twice."""

    start: edtf.Bounds
    end: edtf.Bounds


class When(Model):
    """When something was: a date, or a span whose two ends are dates themselves."""

    together = {
        "if": {"required": ["date"]},
        "then": {"properties": dict.fromkeys(("from", "to", "edges_known"), False)},
        "else": {**some("from", "to"), "properties": {"mode": False}},
    }

    date: Date | None = Field(None, description="an EDTF expression", examples=["1453-05-29", "1453-05~"])
    from_: Date | None = Field(None, alias="from", description="when it began", examples=["1453-04-06"])
    to: Date | None = Field(None, description="when it ended", examples=["1453-05-29"])
    mode: Literal["within", "throughout"] | None = Field(
        None, description="once within the date, or on every day of it", examples=["throughout"]
    )
    time: Annotated[str, PlainValidator(read_time), TIME_SHAPE] | None = Field(
        None, description="time of day, HH:MM[:SS]", examples=["07:30"]
    )
    zone: Annotated[str, PlainValidator(read_zone), ZONE_SHAPE] | None = Field(
        None, description="offset or IANA name", examples=["+03:00", "Europe/Istanbul"]
    )
    edges_known: Annotated[tuple[Literal["from", "to"], ...], AS_LIST] = Field(
        ("from", "to"),
        description="which edges are a real beginning or end, not the edge of knowledge",
        examples=["to"],
    )

    @model_validator(mode="after")
    def one_form(self) -> "When":
        if self.date and (self.from_ or self.to):
            raise refuse(
                "fields-conflict", "`date` stands beside `from` or `to`", hint="keep `date`, or `from` and `to`"
            )
        if not (self.date or self.from_ or self.to):
            raise refuse("missing-field", "this gives neither `date` nor `from` and `to`", hint="add `date`")
        if self.mode and not self.date:
            raise refuse("fields-conflict", "`mode` needs `date`: a span with `from` and `to` is always throughout")
        if self.date and "edges_known" in self.model_fields_set:
            hint = "write the ends as `from` and `to`"
            raise refuse("fields-conflict", "`edges_known` needs `from` or `to`", hint=hint)
        if self.time and self.date and "T" in self.date.text:
            raise refuse(
                "fields-conflict", "`time` stands beside a date with a time of its own", hint="keep one of them"
            )
        start, end = self.start.earliest, self.end.latest
        if self.from_ and self.to and start is not None and end is not None and end < start:
            raise refuse("unreadable-date", "`to` ends before `from` begins", hint="exchange the two, or mend one")
        return self

    @property
    def throughout(self) -> bool:
        """Whether it means every day of the range (`a/b`, a span, or said so) rather than one day in it."""
        if self.date is None:
            return True
        if self.mode:
            return self.mode == "throughout"
        return self.date.is_interval or self.date.is_all

    @property
    def whole(self) -> bool:
        """Whether it means every day of each date; `{2017-06,2017-08}` alone means once in each of the two months."""
        return self.throughout and (self.mode is not None or self.date is None or not self.date.is_all)

    @property
    def start(self) -> edtf.Bounds:
        """The days on which it can have begun."""
        if self.date is not None:
            if not self.throughout:
                return self.date.bounds
            if self.date.is_interval:
                return self.date.start_bounds
            return _window(self.date, [_first_days(part, self.whole) for part in self.date.parts], min)
        window = self.from_.bounds if self.from_ else edtf.Bounds(None, None)
        return window if "from" in self.edges_known else edtf.Bounds(None, window.latest)

    @property
    def end(self) -> edtf.Bounds:
        """The days on which it can have ended."""
        if self.date is not None:
            if not self.throughout:
                return self.date.bounds
            if self.date.is_interval:
                return self.date.end_bounds
            return _window(self.date, [_last_days(part, self.whole) for part in self.date.parts], max)
        window = self.to.bounds if self.to else edtf.Bounds(None, None)
        return window if "to" in self.edges_known else edtf.Bounds(window.earliest, None)

    @property
    def bounds(self) -> edtf.Bounds:
        """The earliest and latest day the text can mean, an open or unknown side None."""
        if self.date is not None:
            return self.date.bounds
        return edtf.Bounds(
            self.from_.earliest if self.from_ else None,
            self.to.latest if self.to else None,
        )

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces it is made of: of `{…}` it was on each of them (`is_each`), of anything else on one."""
        if self.date is None or self.date.is_interval:
            return (Piece(self.start, self.end),)
        if not self.throughout:
            return tuple(Piece(days, days) for days in self.date.members)
        if self.is_each and not self.whole:
            return tuple(piece for part in self.date.parts for piece in _pieces(part))
        return tuple(Piece(_first_days(part, self.whole), _last_days(part, self.whole)) for part in self.date.parts)

    @property
    def is_each(self) -> bool:
        """Whether it was on each of several pieces, and not in one of them."""
        return self.date is not None and self.date.is_all and self.throughout

    @property
    def text(self) -> str:
        """The expression as written; a span with two ends as an EDTF-like pair."""
        if self.date is not None:
            return self.date.text
        return f"{self.from_.text if self.from_ else ''}/{self.to.text if self.to else ''}"

    @property
    def written(self) -> str:
        """The date as records write it: the expression alone, or with all that is said beside it."""
        if self.date is not None and self.model_fields_set == {"date"}:
            return self.date.text
        said = [(name.rstrip("_"), part.text) for name in ("date", "from_", "to") if (part := getattr(self, name))]
        said += [(name, value) for name in ("mode", "time", "zone") if (value := getattr(self, name))]
        if "edges_known" in self.model_fields_set:
            said.append(("edges_known", f"[{', '.join(self.edges_known)}]"))
        return f"{{{', '.join(f'{name}: {value}' for name, value in said)}}}"


def _window(date: edtf.Edtf, windows: list[edtf.Bounds], end: Callable[..., int]) -> edtf.Bounds:
    """The window of an end of several members together: of one of them any, of all of them the outermost (`end`)."""
    earliest = [window.earliest for window in windows if window.earliest is not None]
    latest = [window.latest for window in windows if window.latest is not None]
    outermost = (end, end) if date.is_all else (min, max)
    return edtf.Bounds(
        outermost[0](earliest) if len(earliest) == len(windows) else None,
        outermost[1](latest) if len(latest) == len(windows) else None,
    )


def _first_days(part: edtf.Part, whole: bool) -> edtf.Bounds:
    """When a member can have begun: on its first day if every day of it is meant, and no digit of it is missing."""
    if part.first is None:
        return edtf.Bounds(None, None)
    sure = whole and _is_solid(part.first)
    return edtf.Bounds(part.first.earliest, part.first.earliest if sure else part.first.latest)


def _last_days(part: edtf.Part, whole: bool) -> edtf.Bounds:
    """When a member can have ended."""
    if part.last is None:
        return edtf.Bounds(None, None)
    sure = whole and _is_solid(part.last)
    return edtf.Bounds(part.last.latest if sure else part.last.earliest, part.last.latest)


def _is_solid(date: edtf.Date) -> bool:
    """Whether its days are known: "throughout some month of 2004" begins in no month that is known, a decade does."""
    decade = not date.month and date.year.endswith("X") and date.year.count("X") == 1
    return decade or not (date.unspecified or date.estimate is not None)


def _pieces(part: edtf.Part) -> tuple[Piece, ...]:
    """Every day of a day or a range of days; of longer dates some day of the first and some day of the last."""
    if all(date is None or (date.precision == "day" and not date.unspecified) for date in part):
        return (Piece(_first_days(part, True), _last_days(part, True)),)
    return tuple(Piece(date.bounds, date.bounds) for date in dict.fromkeys(part) if date is not None)


def as_when(value: Any) -> Any:
    """Shorthand: anything but a mapping is its `date`; so is a mapping in braces that was meant as a set of dates."""
    if isinstance(value, When):
        return value
    if isinstance(value, Mapping):
        meant = isinstance(value, FlowDict) and not set(value) & KEYS and all(DATE_LIKE.match(key) for key in value)
        return {"date": value} if meant else value
    return {"date": value}


WhenShort = Annotated[When, BeforeValidator(as_when), Short(DATE)]
