"""Dates: an EDTF expression with what it means, once within it or throughout it.

Input: text as the author wrote it, or a mapping that says more. Output: `When`.
Invariant: the bounds are those of the text; nothing narrows or widens them here.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from fasti import edtf
from fasti.records.base import AS_LIST, FlowDict, FlowList, Model, described, refuse

CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\Z")
OFFSET = re.compile(r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)\Z")
ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}\Z|UTC\Z")
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
        raise refuse("unreadable-date", f"this holds {described(value)} where a date belongs")
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


Date = Annotated[edtf.Edtf, PlainValidator(read_date)]


class When(Model):
    """When something was: a date, or a span whose two ends are dates themselves."""

    date: Date | None = Field(None, description="an EDTF expression")
    from_: Date | None = Field(None, alias="from", description="when it began")
    to: Date | None = Field(None, description="when it ended")
    mode: Literal["within", "throughout"] | None = Field(
        None, description="once within the date, or on every day of it"
    )
    time: Annotated[str, PlainValidator(read_time)] | None = Field(None, description="time of day, HH:MM[:SS]")
    zone: Annotated[str, PlainValidator(read_zone)] | None = Field(None, description="offset or IANA name")
    edges_known: Annotated[tuple[Literal["from", "to"], ...], AS_LIST] = Field(
        ("from", "to"), description="which edges are a real beginning or end, not the edge of knowledge"
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
    def start(self) -> edtf.Bounds:
        """The days on which it can have begun."""
        if self.date is not None:
            if self.date.is_interval:
                return self.date.start_bounds
            if self.throughout:
                return edtf.Bounds(self.date.earliest, self.date.earliest)
            return self.date.bounds
        window = self.from_.bounds if self.from_ else edtf.Bounds(None, None)
        return window if "from" in self.edges_known else edtf.Bounds(None, window.latest)

    @property
    def end(self) -> edtf.Bounds:
        """The days on which it can have ended."""
        if self.date is not None:
            if self.date.is_interval:
                return self.date.end_bounds
            if self.throughout:
                return edtf.Bounds(self.date.latest, self.date.latest)
            return self.date.bounds
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
    def text(self) -> str:
        """The expression as written; a span with two ends as an EDTF-like pair."""
        if self.date is not None:
            return self.date.text
        return f"{self.from_.text if self.from_ else ''}/{self.to.text if self.to else ''}"


def as_when(value: Any) -> Any:
    """Shorthand: anything but a mapping with the keys of `When` is its `date`."""
    if isinstance(value, When) or (
        isinstance(value, Mapping) and (set(value) & KEYS or not isinstance(value, FlowDict))
    ):
        return value
    return {"date": value}


WhenShort = Annotated[When, BeforeValidator(as_when)]
