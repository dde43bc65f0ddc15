"""Every chart that prose asks for is one of ours, with parameters it takes and values it can draw (FST306).

Input: the edition. Output: faults at the very word of the chart's address. Invariant: what passes here can be drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fasti import edtf
from fasti.checks._base import Check, Fault
from fasti.checks._prose import passages
from fasti.corpus import Corpus, named_draft, unknown
from fasti.derive import Edition
from fasti.diagnostics import catalogue, suggest
from fasti.prose import charts
from fasti.records import CHARTS


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with an address, and from where to where in it."""

    start: int
    end: int
    message: str
    hint: str | None = None


def chart_links(edition: Edition) -> Iterator[Fault]:
    """The charts that cannot be drawn."""
    for passage in passages(edition):
        for chart in charts(passage.text):
            for complaint in complaints(chart.address, edition.corpus, published=passage.published):
                start = chart.start + complaint.start
                end = max(chart.start + complaint.end, start + 1)
                span = passage.span(chart.line, start, end)
                yield Fault((), complaint.message, complaint.hint, span=span, path=passage.path)


def complaints(address: str, corpus: Corpus, *, published: bool = True) -> Iterator[Complaint]:
    """What is wrong with an address such as `control?places=raqqa&from=2017-06`, in the order of its words."""
    name, mark, query = address.partition("?")
    if name not in CHARTS:
        yield Complaint(0, len(name), f"there is no chart `{name}`", suggest.hint(name, CHARTS))
        return
    at = len(name) + len(mark)
    seen: set[str] = set()
    for part in query.split("&") if query else ():
        key, equals, value = part.partition("=")
        if key not in CHARTS[name]:
            message = f"the chart `{name}` takes no `{key}`"
            yield Complaint(at, at + len(key), message, suggest.hint(key, CHARTS[name]) or suggest.one_of(CHARTS[name]))
        elif key in seen:
            yield Complaint(at, at + len(key), f"`{key}` stands here a second time", "list its values with commas")
        elif not value.strip():
            yield Complaint(
                at, at + len(part), f"`{key}` has no value", f"write a value after `{key}=`, or leave it out"
            )
        else:
            start = at + len(key) + len(equals)
            for complaint in _values(CHARTS[name][key], key, value, corpus, published=published):
                yield Complaint(start + complaint.start, start + complaint.end, complaint.message, complaint.hint)
        seen.add(key)
        at += len(part) + 1


def _values(holds: str, key: str, value: str, corpus: Corpus, *, published: bool) -> Iterator[Complaint]:
    """What is wrong with the value of one parameter: a date, one id, or ids with commas between."""
    if holds in ("date", "one day"):
        try:
            first, last = edtf.parse(value).bounds
        except edtf.EdtfError as refusal:
            yield Complaint(min(refusal.offset, len(value) - 1), len(value), refusal.message, refusal.hint)
            return
        if holds == "one day" and (first is None or first != last):
            yield Complaint(0, len(value), f"`{key}` takes one day", "write it as year, month and day: `2017-10-17`")
        return
    kind = holds.removeprefix("one ")
    if holds != kind and "," in value:
        yield Complaint(0, len(value), f"`{key}` takes one {kind}", "name one, without a comma")
        return
    at = 0
    for record_id in value.split(","):
        if not corpus.knows(kind, record_id):
            yield Complaint(at, at + len(record_id), *unknown(corpus, kind, record_id))
        elif published and (fault := named_draft(corpus, kind, record_id)):
            yield Complaint(at, at + len(record_id), fault[0], fault[1])
        at += len(record_id) + 1


CHECK = Check(rule=catalogue.BAD_CHART, over="edition", run=chart_links)
