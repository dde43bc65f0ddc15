"""No id is given twice: neither by two files of a kind, nor by a file and the former id of another record (FST302).

Input: entries. Output: the entries that stand, and diagnostics. Invariant: the first by path stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.corpus.model import Corpus
from fasti.corpus.provenance import written_at
from fasti.diagnostics import Diagnostic, Related, Report, Span, catalogue
from fasti.reading import Entry
from fasti.records import article

TOP = Span(1, 1, 1, 1)
"""Where a fault of a whole file is shown: an editor opens it at its first letter."""


def unique(entries: Iterable[Entry], report: Report) -> list[Entry]:
    """The first entry of each kind and id by path; each other is reported at its file."""
    standing: dict[tuple[str, str], Entry] = {}
    for entry in sorted(entries, key=lambda e: e.path):
        first = standing.setdefault((entry.kind, entry.id), entry)
        if first is not entry:
            message = f"another {entry.kind} is called `{entry.id}`"
            related = (Related(first.path, TOP, "the other one"),)
            hint = "rename one of the two files"
            report.add(Diagnostic(catalogue.REPEATED_ID, entry.path, TOP, message, hint, related))
    return list(standing.values())


def check_former_ids(corpus: Corpus, report: Report) -> None:
    """A former id belongs to one record for ever: no other has it now, or had it before."""
    owners: dict[tuple[str, str], Entry] = {}
    for entry in corpus.entries:
        for index, former in enumerate(entry.record.formerly):
            span = written_at(entry, ("formerly", index), former)
            owner = owners.setdefault((entry.kind, former), entry)
            bearer = corpus.entry(entry.kind, former)
            if bearer is entry:
                message, related = f"`{former}` is the id of this record itself", None
                hint = "delete it: only ids that it no longer has belong here"
            elif bearer:
                message, related = (
                    f"another {entry.kind} is called `{former}`",
                    Related(bearer.path, TOP, "the other one"),
                )
                hint = "an id is never given again: rename that file, or delete this former id"
            elif owner is not entry:
                message = f"{article(entry.kind)} called `{owner.id}` was formerly `{former}` too"
                place = written_at(owner, ("formerly", owner.record.formerly.index(former)), former)
                related, hint = Related(owner.path, place, "the other one"), "keep it in one of the two"
            else:
                continue
            report.add(
                Diagnostic(catalogue.REPEATED_ID, entry.path, span, message, hint, (related,) if related else ())
            )
