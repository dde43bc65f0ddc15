"""No hand-written page takes an address that fasti's own pages need (FST701).

Input: the edition. Output: faults of files of the folder of pages. Invariant: what passes overwrites nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.derive import FOLDER_OF, Edition
from fasti.diagnostics import Related, catalogue
from fasti.records import KINDS

OURS = (*FOLDER_OF.values(), "chronology", "data", "assets")
HINT = "rename this page"


def colliding_addresses(edition: Edition) -> Iterator[Fault]:
    """The hand-written pages that stand where another page will."""
    taken = {edition.address(e.kind, e.id).casefold(): e for kind in KINDS for e in edition.corpus.of(kind)}
    for page in edition.pages:
        stem = page.uri.removesuffix(".md")
        address = f"{stem}/".removesuffix("index/")
        if entry := taken.get(address.casefold()):
            message = f"this page and the {entry.kind} `{entry.id}` would both be `{address}`"
            yield Fault((), message, HINT, (Related(entry.path, None, f"the {entry.kind}"),), path=page.path)
        elif address.casefold().split("/")[0] in OURS:
            yield Fault((), f"`{address}` is an address of the pages that fasti makes", HINT, path=page.path)


CHECK = Check(rule=catalogue.COLLIDING_ADDRESS, over="edition", run=colliding_addresses)
