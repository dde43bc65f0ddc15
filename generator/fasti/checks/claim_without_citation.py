"""Whatever a published record claims rests on a document: the record's, its field's, or its own (FST501).

Input: a record and the edition. Output: one fault for an event that names no document at all, else one for its plain
fields and one for each claim left without. Invariant: what passes can be looked up by a reader, claim by claim.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._claims import Claim, claims
from fasti.derive import Edition
from fasti.diagnostics import Rule, Severity
from fasti.reading import Entry
from fasti.records import Event

FACTS = ("happened", "when", "lasted", "where", "participants", "now_held_by")
"""The plain fields of an event that say something of the world; its title and type are our words for them."""


def claims_cite(entry: Entry, edition: Edition) -> Iterator[Fault]:
    """The claims without a document. What a source says of itself rests on itself."""
    record = entry.record
    if not record.published_now or record.sources or entry.kind == "source":
        return
    backed = {field for field, evidence in record.evidence.items() if evidence.sources}
    found = list(claims(record))
    hanging = [claim for claim in found if not (claim.sources or (claim.field in backed and _shares_evidence(claim)))]
    if isinstance(record, Event):
        if len(hanging) == len(found) and not backed:
            hint = "add `sources`: which document says so, and where in it"
            yield Fault(("title",), f"`{entry.id}` rests on no source", hint, key=True)
            return
        if bare := [field for field in FACTS if field in record.model_fields_set and field not in backed]:
            message = f"{' and '.join(f'`{field}`' for field in bare)} rest{'s' * (len(bare) == 1)} on no source"
            yield Fault((bare[0],), message, "add `sources`, or say under `evidence` what it rests on", key=True)
    for claim in hanging:
        yield Fault(claim.loc, f"this {claim.called} rests on no source", "add `sources` to it, or to the record")


def _shares_evidence(claim: Claim) -> bool:
    """Whether the evidence of its field is its own: that is the headline's, and of rivals only figures take it over."""
    return claim.rival is None or claim.field == "figures"


CHECK = Check(
    rule=Rule("FST501", "claim-without-citation", Severity.WARNING, "A claim rests on no source."),
    over="record",
    run=claims_cite,
)
