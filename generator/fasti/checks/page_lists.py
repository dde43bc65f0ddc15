"""The home page names only events that there are, under `turning_points` and `disagreements` (FST301, FST308).

Input: the edition. Output: faults at the id in the front matter of `index.md`. Invariant: what passes can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from fasti.checks._base import Check, Fault
from fasti.corpus import named_draft, unknown
from fasti.derive import Edition
from fasti.diagnostics import catalogue
from fasti.records import Loc

HOME = "index.md"
LISTS = ("turning_points", "disagreements")


def page_lists(edition: Edition) -> Iterator[Fault]:
    """The ids that no event has, or only a draft."""
    for page in edition.pages:
        if page.uri != HOME:
            continue
        for key in LISTS:
            value = page.meta.get(key)
            items = list(enumerate(value)) if isinstance(value, list) else [(None, value)] if value else []
            for index, item in items:
                loc: Loc = (key,) if index is None else (key, index)
                span = page.written.spans[loc]
                if not isinstance(item, str):
                    yield Fault((), f"`{key}` lists ids of events", "write one id a line", span=span, path=page.path)
                elif not edition.corpus.knows("event", item):
                    yield Fault((), *unknown(edition.corpus, "event", item), span=span, path=page.path)
                elif fault := named_draft(edition.corpus, "event", item):
                    message, hint, related = fault
                    rule = catalogue.REFERENCE_TO_DRAFT
                    yield Fault((), message, hint, related, span=span, path=page.path, rule=rule)


CHECK = Check(rule=catalogue.UNKNOWN_REFERENCE, over="edition", run=page_lists)
