"""Every id that a record names is that of a record: unknown ones get a suggestion, drafts a warning (FST301, FST308).

A withdrawn record keeps its page, so that naming one is no fault; but it has no place in the order any more.

Input: the corpus. Output: diagnostics. Invariant: the id of a record that could not be read raises no second fault.
"""

from __future__ import annotations

from fasti.corpus.model import Corpus
from fasti.corpus.provenance import written_at
from fasti.diagnostics import Diagnostic, Related, Report, catalogue, suggest
from fasti.reading import FOLDERS
from fasti.records import RELATIONS, RESERVED, references

MOST_SUGGESTED = 300
FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


def check_references(corpus: Corpus, report: Report) -> None:
    """Check each reference of each record, and the actor that the site's settings name."""
    for entry in corpus.written:
        for loc, reference in references(entry.record):
            record_id = str(reference)
            if record_id in RESERVED:
                continue
            if not corpus.knows(reference.kind, record_id):
                span = written_at(entry, loc, record_id)
                message, hint = unknown(corpus, reference.kind, record_id)
                report.add(Diagnostic(catalogue.UNKNOWN_REFERENCE, entry.path, span, message, hint))
            elif entry.record.status != "draft" and (fault := named_draft(corpus, reference.kind, record_id)):
                span = written_at(entry, loc, record_id)
                report.add(Diagnostic(catalogue.REFERENCE_TO_DRAFT, entry.path, span, *fault))
            elif entry.record.status == "published" and loc[0] in RELATIONS and (fault := no_order(corpus, record_id)):
                span = written_at(entry, loc, record_id)
                report.add(Diagnostic(catalogue.REFERENCE_TO_DRAFT, entry.path, span, *fault))
    about = corpus.settings.about
    if about and not corpus.knows("actor", about):
        message, hint = unknown(corpus, "actor", about)
        report.add(
            Diagnostic(catalogue.UNKNOWN_REFERENCE, corpus.settings.config_file, None, f"`about`: {message}", hint)
        )


def unknown(corpus: Corpus, kind: str, record_id: str) -> tuple[str, str]:
    """Message and hint for an id that no record has: its present id, a record of that name, or the nearest.

    Looking for the nearest compares the word with every id; after `MOST_SUGGESTED` words of one run no more is looked
    for, so that a file full of unknown ids cannot hold the check up.
    """
    known = corpus.suggested.get((kind, record_id))
    if known is None:
        known = f"no {kind} is called `{record_id}`", remedy(corpus, kind, record_id)
        corpus.suggested[kind, record_id] = known
    return known


def remedy(corpus: Corpus, kind: str, record_id: str) -> str:
    """What to do about an id that no record has."""
    for entry in corpus.by_kind.get(kind, ()):
        if record_id in entry.record.formerly:
            return f"it is called `{entry.id}` now"
    named = {"place": corpus.gazetteer.spelt, "actor": corpus.authority.spelt}.get(kind)
    if named and (known := named(record_id)):
        return f"did you mean `{known}`?"
    broken = [other for other_kind, other in corpus.broken if other_kind == kind]
    ids = [*(entry.id for entry in corpus.by_kind.get(kind, ())), *broken]
    near = suggest.hint(record_id, ids) if len(corpus.suggested) < MOST_SUGGESTED else None
    return near or f"add `{FOLDER_OF[kind]}/{record_id}.yml`, or correct the id"


def named_draft(corpus: Corpus, kind: str, record_id: str) -> tuple[str, str, tuple[Related, ...]] | None:
    """Message, hint and the draft's own line, if the record is a draft."""
    entry = corpus.entry(kind, record_id)
    if entry is None or entry.record.status != "draft":
        return None
    related = Related(entry.path, entry.span(("status",)), "a draft")
    return (
        f"the {kind} `{record_id}` is a draft and will not be published",
        "publish it, or make this record a draft too",
        (related,),
    )


def no_order(corpus: Corpus, event_id: str) -> tuple[str, str, tuple[Related, ...]] | None:
    """Message, hint and the line that says so, if an event by which another is placed is withdrawn."""
    entry = corpus.entry("event", event_id)
    if entry is None or entry.record.status != "withdrawn":
        return None
    related = Related(entry.path, entry.span(("status",)), "withdrawn")
    return (
        f"the event `{event_id}` is withdrawn, so that nothing is placed by it",
        "name another event, or delete this statement",
        (related,),
    )
