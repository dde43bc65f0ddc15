"""Two places never have the same preferred name: a reader could not tell them apart in a list (FST303).

Input: the corpus. Output: diagnostics. Invariant: variants may be shared, since documents print one name for a city and
its province; only names that the site itself shows must differ.
"""

from __future__ import annotations

from fasti.corpus.gazetteer import folded
from fasti.corpus.model import Corpus
from fasti.corpus.provenance import written_at
from fasti.diagnostics import Diagnostic, Related, Report, Span, catalogue
from fasti.reading import Entry
from fasti.records import Place


def check_toponyms(corpus: Corpus, report: Report) -> None:
    """Report every place after the first, by id, that has its preferred name."""
    first: dict[str, Entry] = {}
    for entry in corpus.by_kind["place"]:
        if not entry.record.published_now:
            continue
        other = first.setdefault(folded(entry.record.label), entry)
        if other is not entry:
            message = f"`{other.id}` is called `{other.record.label}` too"
            hint = "give each a preferred name that tells them apart"
            related = (Related(other.path, shown_name(other), "the same name"),)
            report.add(Diagnostic(catalogue.AMBIGUOUS_TOPONYM, entry.path, shown_name(entry), message, hint, related))


def shown_name(entry: Entry) -> Span:
    """Where the preferred name of a place is written."""
    assert isinstance(entry.record, Place)
    names = [name.text for name in entry.record.names]
    index = names.index(entry.record.label)
    return written_at(entry, ("names", index, "text"), entry.record.label)
