"""Every place, actor, source and series is named by something that is published (FST509).

Input: the edition. Output: a fault at the name or title of each that is not. Invariant: drafts and withdrawn records
name nothing, nor does a record that names itself. What a record with faults, or a misspelt id, may mean is not told.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._prose import passages
from fasti.derive import Edition
from fasti.diagnostics import Rule, Severity
from fasti.prose import charts, links
from fasti.reading import Entry
from fasti.records import CHARTS, Actor, Place, Series, chart_call, references

KINDS = ("place", "actor", "source", "series")
HINT = "name it where it belongs, or delete it; `status: draft` keeps it for later"

Named = tuple[str, str]


def unused_records(edition: Edition) -> Iterator[Fault]:
    """The published records that nobody would come to."""
    corpus = edition.corpus
    if corpus.broken - {(entry.kind, entry.id) for entry in corpus.unsound}:
        return  # a record that could not be read at all may name anything
    used = set(_named(edition))
    remains = "\n".join(entry.text for entry in corpus.unsound).lower()  # `where: Raqqa` means `raqqa`
    meant = " ".join(hint for _, hint in corpus.suggested.values())
    for kind in KINDS:
        for entry in corpus.published(kind):
            own_numbers = isinstance(entry.record, Series) and entry.record.points
            spared = own_numbers or entry.id in remains or f"`{entry.id}`" in meant
            if (kind, entry.id) not in used and not spared:
                loc = ("names",) if isinstance(entry.record, Place | Actor) else ("title",)
                message = f"nothing that is published names the {kind} `{entry.id}`"
                yield Fault(loc, message, HINT, entry=entry, key=True)


def _named(edition: Edition) -> Iterator[Named]:
    """Every record that a published record, a hand-written page or the settings name."""
    corpus = edition.corpus
    for entry in corpus.entries:
        if entry.record.published_now:
            own = (entry.kind, entry.id)
            yield from (
                (reference.kind, str(reference))
                for _, reference in references(entry.record)
                if (reference.kind, str(reference)) != own
            )
    for passage in passages(edition):
        source = passage.source
        if isinstance(source, Entry) and not source.record.published_now:
            continue
        own = (source.kind, source.id) if isinstance(source, Entry) else ("", "")
        found = [(link.kind, link.id) for link in links(passage.text)]
        for chart in charts(passage.text):
            call = chart_call(chart.address)
            for key, holds in CHARTS.get(call.name, {}).items():
                found += [(holds.removeprefix("one "), record_id) for record_id in call.ids(key)]
        yield from (named for named in found if named != own)
    if edition.settings.about:
        yield "actor", edition.settings.about


CHECK = Check(
    rule=Rule("FST509", "unused-record", Severity.WARNING, "Nothing that is published names a record."),
    over="edition",
    run=unused_records,
)
