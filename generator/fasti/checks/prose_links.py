"""Every link in prose to a record leads to one that is there (FST305), and on published pages to none that is a draft.

Input: the edition. Output: faults at the link's own address. Invariant: a link to a record that could not be read
raises no second fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.checks._prose import passages
from fasti.corpus import named_draft, unknown
from fasti.derive import Edition
from fasti.diagnostics import catalogue, suggest
from fasti.prose import foreign, links
from fasti.records import KINDS


def prose_links(edition: Edition) -> Iterator[Fault]:
    """The links that lead nowhere."""
    corpus = edition.corpus
    for passage in passages(edition):
        for link in links(passage.text):
            span = passage.span(link.line, link.start, link.end)
            if not corpus.knows(link.kind, link.id):
                message, hint = unknown(corpus, link.kind, link.id)
                yield Fault((), message, hint, span=span, path=passage.path)
            elif passage.published and (fault := named_draft(corpus, link.kind, link.id)):
                rule = catalogue.REFERENCE_TO_DRAFT
                yield Fault((), *fault, span=span, path=passage.path, rule=rule)
        for link in foreign(passage.text):
            # Other schemes are dropped when prose is made safe; only one meant for a record is worth a word.
            if near := suggest.closest(link.kind, (*KINDS, "chart")):
                span = passage.span(link.line, link.start, link.end)
                message, hint = f"there is no kind of link `{link.kind}:`", f"did you mean `{near}:{link.id}`?"
                yield Fault((), message, hint, span=span, path=passage.path)


CHECK = Check(rule=catalogue.BROKEN_RECORD_LINK, over="edition", run=prose_links)
