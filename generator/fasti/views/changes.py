"""/changes/: what was added, corrected and withdrawn, day by day, newest first, with what changed in words.

Input: an edition with the history that Git tells. Output: `Page`s for `fragments/changes.html`, the first carried by
the platform, and its feeds. Invariant: without a history the page stands and says why; it never tells of a draft.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from fasti.derive import Edition
from fasti.language import N_, Table, _
from fasti.reading import Change, Commit
from fasti.records import KINDS
from fasti.views import _changes as told
from fasti.views import _listing as listing
from fasti.views import _words as words
from fasti.views._base import Desk, Page, PageKind, View
from fasti.views._dates import day_words
from fasti.views._feeds import feeds
from fasti.views._links import Value, link

ADDRESS = "changes/"
MOST_ROWS = 100  # records named on a page
MOST_ALIKE = 30  # records named of one commit and one kind of change
HEADING = Table(
    {
        "added": N_("Added"),
        "again": N_("Added again"),
        "corrected": N_("Corrected"),
        "withdrawn": N_("Withdrawn"),
        "restored": N_("No longer withdrawn"),
    }
)


class Group(NamedTuple):
    """The records to which one commit did the same thing."""

    commit: Commit
    what: str
    changes: tuple[Change, ...]


def keys(edition: Edition) -> Iterable[str]:
    """One page, and further ones for what it has no room for."""
    return ("", *(str(number) for number in range(2, len(parts(edition)) + 1)))


def parts(edition: Edition) -> list[list[Group]]:
    """What was done, newest first, on as many pages as it needs."""
    kept = vars(edition).get("_changes_of_views")
    if kept is None:
        kept = vars(edition)["_changes_of_views"] = _parts(edition)
    return list(kept)


def _parts(edition: Edition) -> list[list[Group]]:
    found: list[list[Group]] = [[]]
    room = MOST_ROWS
    for commit, changes in groupby(edition.history.changes, key=lambda change: change.commit):
        alike = sorted(changes, key=lambda change: (list(HEADING).index(change.what), KINDS.index(change.kind)))
        for what, members in groupby(alike, key=lambda change: change.what):
            group = Group(commit, what, tuple(members))
            if room <= 0:
                found.append([])
                room = MOST_ROWS
            found[-1].append(group)
            room -= min(len(group.changes), MOST_ALIKE)
    return found


def changes_page(edition: Edition, key: str) -> Page:
    """One page of what was done."""
    number = int(key or 1)
    desk = Desk(edition, listing.address(ADDRESS, number))
    history, pages = edition.history, parts(edition)
    of_page = pages[number - 1]
    view: View = {
        "title": _("Changes"),
        "left_out": told.LEFT_OUT[history.left_out] if history.left_out else "",
        "pending": [record(desk, *key) for key in history.pending[:MOST_ALIKE]] if number == 1 else [],
        "pending_more": more_words(len(history.pending) - MOST_ALIKE),
        "days": [
            {"title": day_words(day), "groups": [group_of(desk, group) for group in groups]}
            for day, groups in groupby(of_page, key=lambda group: group.commit.day)
        ],
        "parts": [
            {"title": str(at), "address": None if at == number else listing.address(ADDRESS, at)}
            for at in range(1, len(pages) + 1)
            if len(pages) > 1
        ],
        "feeds": [{"title": feed.name, "address": feed.path} for feed in feeds(edition)],
    }
    description = _("What was added to the records and corrected in them, and when.")
    return Page(
        "changes",
        key,
        desk.address,
        view["title"],
        description,
        view,
        desk.charts,
        stub=number == 1,
        feeds=feeds(edition) if number == 1 else (),
    )


def group_of(desk: Desk, group: Group) -> Value:
    """One commit's changes of one kind, those beyond what a page can name as a count."""
    return {
        "what": HEADING[group.what],
        "subject": group.commit.subject,
        "commit": group.commit.short,
        "href": told.commit_address(desk.edition, group.commit),
        "rows": [row(desk, change) for change in group.changes[:MOST_ALIKE]],
        "more": more_words(len(group.changes) - MOST_ALIKE),
    }


def row(desk: Desk, change: Change) -> Value:
    """One record of a group: its name, its kind, and what was corrected or why it was withdrawn."""
    shown = record(desk, change.kind, change.id)
    gone = desk.edition.record(change.kind, change.id).withdrawn
    if change.what == "withdrawn":
        return {**shown, "told": gone.why if gone else ""}
    fields = told.fields_words(desk.edition, change.fields) if change.what == "corrected" else ""
    return {**shown, "told": words.sentence(fields)}


def record(desk: Desk, kind: str, record_id: str) -> Value:
    """A record as lists of changes name it."""
    standing = told.standing_now(desk.edition, kind, record_id)
    return {**link(desk, kind, record_id), "kind": told.KIND[kind], "standing": standing}


def more_words(left_out: int) -> str:
    """How many records a group has beyond those that are named."""
    return _("And %(records)s.", records=words.count(left_out, "more record")) if left_out > 0 else ""


PAGE = PageKind("changes", keys, changes_page)
