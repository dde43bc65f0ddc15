"""What sort of page each kind is, in a word or two, for the pictures that go with links.

Input: the pages of an edition. Output: words by kind. Invariant: every kind that has a page has its entry, kinds that
nobody has thought of included, and `page` stands for those that are hand-written.
"""

from __future__ import annotations

from collections.abc import Iterable

from fasti.language import N_, _
from fasti.views._base import Page

HAND_WRITTEN = "page"
SORTS = {
    "home": "",
    "event": N_("An event"),
    "place": N_("A place"),
    "actor": N_("An actor"),
    "source": N_("A source"),
    "series": N_("Figures"),
    "year": N_("A year"),
    "month": N_("A month"),
    "more": "",
}


def headings(pages: Iterable[Page]) -> dict[str, str]:
    """Words for each kind: of those that have one page, its title."""
    titles: dict[str, set[str]] = {}
    for page in pages:
        titles.setdefault(page.kind, set()).add(page.title)
    found = {HAND_WRITTEN: ""}
    for kind, all_of_it in sorted(titles.items()):
        if kind in SORTS:
            found[kind] = _(SORTS[kind]) if SORTS[kind] else ""
        else:
            found[kind] = all_of_it.pop() if len(all_of_it) == 1 else ""
    return found
