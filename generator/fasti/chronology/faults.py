"""Words a loop that cannot hold: which events, every step of it, and the dates that take part (FST401 to FST404).

Input: a loop and its network. Output: one diagnostic, at the step that stands first by path and line. Invariant: each
step and each date of the loop is a related place, so that an author can follow it without any other tool.
"""

from __future__ import annotations

from dataclasses import replace

from fasti.chronology.constraints import Constraint
from fasti.chronology.contradictions import Loop
from fasti.chronology.network import Network
from fasti.diagnostics import Diagnostic, Related, catalogue
from fasti.edtf import span_wording, wording
from fasti.records import Event, Loc, When

STEPS = {
    "after": "is after",
    "before": "is before",
    "during": "is within",
    "includes": "includes",
    "same_day": "is on one day with",
    "meets": "ends when the next begins:",
    "time": "is later on the same day than",
}
CANNOT = {
    "after": "be after",
    "before": "be before",
    "during": "be within",
    "includes": "include",
    "same_day": "be on one day with",
    "meets": "end when the next begins:",
    "time": "be later on the same day than",
}
BOTH_ENDS = "correct the length of time, or give the dates of both ends: `when: {from: …, to: …}`"


def diagnostic_of(loop: Loop, network: Network, *, more: bool = False) -> Diagnostic:
    """The diagnostic of a loop: a circle of statements, or statements against dates; `more` says it is not the last."""
    found = replace(_diagnostic(loop, network), steps=len(loop.constraints))
    return replace(found, hint=f"{found.hint}; there is more that cannot hold: mend this first") if more else found


def rival_fault(event_id: str, index: int, loop: Loop, network: Network) -> Diagnostic:
    """The diagnostic of a rival that cannot stand beside what the headlines of other events say."""
    entry = network.entries[event_id]
    assert isinstance(entry.record, Event)
    rival = entry.record.rivals[index]
    told = _diagnostic(loop, network, rival=(event_id, index))
    field = rival.field
    message = f"the rival `{field}` of `{event_id}` cannot hold: {told.message}"
    hint = "correct it, or say `status: rejected` and `why` if the source is wrong"
    related = told.related
    if not any(one.path == told.path and one.span == told.span for one in related):
        related = (Related(told.path, told.span, step(_from_the_first(loop.constraints)[0])), *related)
    loc = ("rivals", index, field)
    return Diagnostic(catalogue.RIVAL_CANNOT_HOLD, entry.path, entry.span(loc), message, hint, related)


def _diagnostic(loop: Loop, network: Network, *, rival: tuple[str, int] | None = None) -> Diagnostic:
    constraints = _from_the_first(loop.constraints)
    first = constraints[0]
    steps = tuple(Related(c.path, c.span, step(c)) for c in constraints)
    moments = tuple(
        replace(date, message=f"{date.message}, as one moment within it")
        for date in (dated(network, event_id, rival) for event_id in loop.once)
    )
    if loop.once and len(constraints) == 1 and first.relation == "lasted" and first.gap:
        message = f"by its date `{first.event}` lasted 1 day, not {first.gap.text}"
        return Diagnostic(catalogue.GAP_CONTRADICTS_DATES, first.path, first.gap_span, message, BOTH_ENDS, moments)
    if loop.lower is None or loop.upper is None:
        hint = "delete or correct one of the statements"
        if not any(c.gap for c in constraints):
            message = f"`{first.event}` would have to come before itself"
        elif len(constraints) == 1:
            message = f"{step(first)} contradicts itself"
        else:
            message = f"no order of events fits what {len(constraints)} statements say of the time between them"
        if moments:
            hint = "correct one of the statements, or the date of an event that took longer than its moment"
        timed = dict.fromkeys(name for c in constraints if c.relation == "time" for name in (c.other, c.event))
        if timed:
            hint = "correct one of the statements or one of the times"
        times = (dated(network, name, rival) for name in timed)
        return Diagnostic(catalogue.IMPOSSIBLE_ORDER, first.path, first.span, message, hint, (*steps, *moments, *times))
    if loop.hole:
        dates = tuple(
            dated(network, name, rival)
            for name in dict.fromkeys((loop.hole, loop.lower, loop.upper))
            if has_date(network, name)
        )
        message = f"`{loop.hole}` is left only days that its date does not name"
        if not has_date(network, loop.hole):
            message = f"`{loop.hole}` is left no day, since a date leaves some out"
        hint = "correct one of the statements or one of the dates"
        return Diagnostic(catalogue.ORDER_CONTRADICTS_DATES, first.path, first.span, message, hint, (*steps, *dates))
    ends = (first.event, first.other) if len(constraints) == 1 else (loop.lower, loop.upper)
    named = [name for name in dict.fromkeys(ends) if has_date(network, name) and name not in loop.once]
    dates = (*(dated(network, name, rival) for name in named), *moments)
    lengths = [c for c in constraints if c.gap is not None]
    if len(constraints) == 1 and lengths and loop.edges[0].strict is None:
        hint = "correct the length of time or one of the dates"
        message = apart(loop, network)
        if first.relation == "lasted":
            hint = BOTH_ENDS
        return Diagnostic(catalogue.GAP_CONTRADICTS_DATES, first.path, first.gap_span, message, hint, dates)
    if len(constraints) == 1:
        message = f"`{first.event}` cannot {CANNOT[first.relation]} {other_end(first)}"
        hint = "correct the statement or one of the dates"
        return Diagnostic(catalogue.ORDER_CONTRADICTS_DATES, first.path, first.span, message, hint, dates)
    between = f"`{loop.lower}` and `{loop.upper}`" if loop.lower != loop.upper else f"the dates of `{loop.lower}`"
    rule = catalogue.GAP_CONTRADICTS_DATES if lengths else catalogue.ORDER_CONTRADICTS_DATES
    room = f"between {between}" if loop.lower != loop.upper else f"within {between}"
    message = f"{room} there is no room for what {len(constraints)} statements say"
    hint = "correct one of the statements or one of the dates"
    return Diagnostic(rule, first.path, first.span, message, hint, (*steps, *dates))


def step(constraint: Constraint) -> str:
    """One constraint as a sentence without its stop."""
    if constraint.relation == "lasted" and constraint.gap:
        return f"`{constraint.event}` lasted {constraint.gap.text}"
    if constraint.gap:
        return f"`{constraint.event}` is {constraint.gap.text} {constraint.relation} {other_end(constraint)}"
    return f"`{constraint.event}` {STEPS[constraint.relation]} {other_end(constraint)}"


def other_end(constraint: Constraint) -> str:
    """The other event, or the end of it that the author named."""
    if constraint.end:
        return f"the {constraint.end} of `{constraint.other}`"
    return f"`{constraint.other}`"


def apart(loop: Loop, network: Network) -> str:
    """How far apart two dates are, where a length of time says otherwise."""
    (edge,) = loop.edges
    constraint = edge.constraint
    # No length of nothing pushes forward by itself: a loop of one edge without days is an upper bound gone beyond.
    earlier, later = (edge.tail, edge.head) if edge.days > 0 else (edge.head, edge.tail)
    least = _difference(network.given_low[later], network.given_high[earlier])
    most = _difference(network.given_high[later], network.given_low[earlier])
    assert constraint.gap is not None
    if constraint.relation == "lasted":
        length = _days(_counted(least), _counted(most))
        return f"by its date `{constraint.event}` lasted {length}, not {constraint.gap.text}"
    verb = "lies" if least == most == 1 else "lie"
    pair = f"`{network.owner(earlier)}` and `{network.owner(later)}`"
    return f"{_days(least, most)} {verb} between {pair}, not {constraint.gap.text}"


def _difference(later: int | None, earlier: int | None) -> int | None:
    return None if later is None or earlier is None else later - earlier


def _counted(days: int | None) -> int | None:
    """Days from the first to the last, both counted."""
    return None if days is None else days + 1


def _days(least: int | None, most: int | None) -> str:
    low = max(least or 0, 0)
    if most is None:
        return f"at least {low:,} {_noun(low)}"
    if low == most:
        return f"{most:,} {_noun(most)}"
    return f"at most {most:,} {_noun(most)}" if least is None else f"{low:,} to {most:,} days"


def _noun(number: int) -> str:
    return "day" if number == 1 else "days"


def has_date(network: Network, event_id: str) -> bool:
    """Whether an event has a date of its own."""
    return network.dates[event_id] is not None


def dated(network: Network, event_id: str, rival: tuple[str, int] | None = None) -> Related:
    """The date of an event, in words, where it stands; `rival` names the event and the rival that is tried."""
    entry, when = network.entries[event_id], network.dates[event_id]
    assert isinstance(entry.record, Event) and when is not None
    loc: Loc = ("when",)
    if rival and rival[0] == event_id and entry.record.rivals[rival[1]].field == "when":
        loc = ("rivals", rival[1], "when")
    return Related(entry.path, entry.span(loc), f"`{event_id}` {in_words(when)}")


def in_words(when: When) -> str:
    """`is on 12 September 1683`, `is dated September 2017`, `is dated from 2014 to 2017`, with the time of day."""
    clock = f", {when.time}{f' ({when.zone})' if when.zone else ''}" if when.time else ""
    if when.date is None:
        return f"is dated {span_wording(when.from_, when.to, edges_known=when.edges_known)}{clock}"
    one_day = when.date.kind == "date" and when.date.earliest == when.date.latest and not when.throughout
    plain = one_day and not (when.date.approximate or when.date.uncertain)
    return f"is {'on' if plain else 'dated'} {wording(when.date, mode=when.mode)}{clock}"


def _from_the_first(constraints: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """A loop turned so that it begins with the constraint that stands first by path and line."""
    first = min(range(len(constraints)), key=lambda i: (constraints[i].relation == "time", constraints[i].place))
    return constraints[first:] + constraints[:first]
