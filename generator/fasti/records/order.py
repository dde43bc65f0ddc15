"""Order statements: what an author says of an event's place in time against another's.

Input: an event id, `id.start` or `id.end`, a list, or `{event: gap}`. Output: `OrderStatement`.
Invariant: the words mean what `model.md` "Gaps and order" says; nothing is computed here.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from fasti.records.base import Model, described, refuse
from fasti.records.gap import SHAPE as LENGTH
from fasti.records.gap import Duration
from fasti.records.ids import EventId, id_schema, slug_fault
from fasti.records.shapes import Shape, one_or_more

TARGET = re.compile(r"(?P<event>.+?)(?:\.(?P<end>start|end))?\Z", re.DOTALL)
RELATIONS = ("after", "before", "during", "includes", "same_day", "meets")


class OrderStatement(Model):
    """One other event, which end of it is meant (None: the one the word implies), and how far off."""

    event: EventId
    end: Literal["start", "end"] | None = None
    gap: Duration | None = Field(None, description="how long between the two ends")


def as_target(value: Any) -> dict[str, Any]:
    """`id`, `id.start` or `id.end`, taken apart."""
    if not isinstance(value, str):
        raise refuse("wrong-type", f"this holds {described(value)} where the id of one event belongs")
    match = TARGET.match(value.strip())
    if not match:
        return {"event": value}
    event, dot, end = match["event"].rpartition(".")
    if dot and slug_fault(event) is None:
        ends = f"`{event}.start` or `{event}.end`"
        raise refuse("value-not-allowed", f"an event has no end called `{end}`", hint=f"write {ends}, or the id alone")
    return {"event": match["event"], "end": match["end"]}


def as_statements(value: Any) -> Any:
    """Shorthand: one event, a list, a mapping of events to gaps, or a list that mixes them."""
    out: list[Any] = []
    for item in value if isinstance(value, list | tuple) else [value]:
        if isinstance(item, OrderStatement):
            out.append(item)
        elif isinstance(item, Mapping):
            out.extend({**as_target(event), "gap": gap} for event, gap in item.items())
        else:
            out.append(as_target(item))
    return out


def without_gap(value: tuple[OrderStatement, ...]) -> tuple[OrderStatement, ...]:
    """Gaps go with `after` and `before` only."""
    for statement in value:
        if statement.gap:
            raise refuse(
                "fields-conflict",
                f"`{statement.gap.text}` stands where no gap can",
                hint="a gap goes with `after` or `before`",
            )
    return value


END_OF_EVENT = Shape("event-or-end-of-it", id_schema(tail=r"(?:\.(?:start|end))?"))
WITH_GAPS = {
    "type": "object",
    "propertyNames": {"pattern": END_OF_EVENT.schema["pattern"]},
    "additionalProperties": LENGTH,
}
Statements = Annotated[
    tuple[OrderStatement, ...],
    BeforeValidator(as_statements),
    Shape("events-with-gaps", one_or_more({"anyOf": [END_OF_EVENT, WITH_GAPS]})),
]
WithoutGap = Annotated[
    Statements,
    AfterValidator(without_gap),
    Shape("events", one_or_more({"anyOf": [END_OF_EVENT, {"type": "object", "maxProperties": 0}]})),
]
