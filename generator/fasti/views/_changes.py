"""What was done to a record and when, in words: for its own page, the page of all changes, and the feeds.

Input: changes as Git tells them. Output: plain values and words in the language spoken.
Invariant: what was not compared is called corrected and no more; nobody's name or address is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from fasti.derive import Edition, listed
from fasti.language import N_, Table, _, ngettext, number
from fasti.reading import Change, Commit, Entry, Field
from fasti.records import Event
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value

MOST_FIELDS = 6
MOST_ROWS = 50
WHAT = Table(
    {
        "added": N_("added"),
        "again": N_("added again"),
        "corrected": N_("corrected"),
        "withdrawn": N_("withdrawn"),
        "restored": N_("no longer withdrawn"),
    }
)
KIND = Table(
    {
        "event": N_("event"),
        "place": N_("place"),
        "actor": N_("actor"),
        "source": N_("source"),
        "series": N_("series"),
    }
)
FIELD = Table(
    {
        "body": N_("text"),
        "evidence": N_("what single parts rest on"),
        "external": N_("ids in other datasets"),
        "formerly": N_("former address"),
        "media": N_("pictures"),
        "rivals": N_("other accounts"),
        "status": N_("standing"),
    }
)
WORDING = frozenset({"title", "body", "description", "definition", "reading_notes", "note"})
LAST = ("sources", "evidence", "title", "body")
LEFT_OUT = Table(
    {
        "git": N_("Changes are left out: they are read from Git, which was not there when this site was built."),
        "repository": N_("Changes are left out: the records were not in a Git repository when this site was built."),
        "foreign": N_("Changes are left out: Git did not trust the repository when this site was built."),
        "shallow": N_("Changes are left out: that needs a full clone, and this site was built from a shallow one."),
        "commits": N_("Changes are left out: nothing had been committed when this site was built."),
        "broken": N_("Changes are left out: Git could not read the repository when this site was built."),
        "not-asked": N_("Changes are left out: nobody asked Git for them when this site was built."),
    }
)


def day_words(commit: Commit) -> str:
    """The day of a commit, in UTC."""
    return dates.day_words(commit.day, "short")


def commit_address(edition: Edition, commit: Commit) -> str | None:
    """Where the host shows a commit; None if the site names no repository."""
    repository = edition.settings.repository
    return f"{repository.address}/commit/{commit.id}" if repository else None


def quoted(path: str) -> str:
    """A path of the repository for an address; a name that is no text keeps its bytes."""
    return quote(path.encode("utf-8", "surrogateescape"))


def fields_words(edition: Edition, fields: Iterable[Field] | None) -> str:
    """What was corrected: `date, control of Raqqa`, `wording only`; empty where it is not known."""
    found = list(fields or ())
    if found and {name for name, _of in found} <= WORDING:
        return _("wording only")
    found.sort(key=lambda field: LAST.index(field[0]) if field[0] in LAST else -1)
    told = list(dict.fromkeys(field_words(edition, field) for field in found))
    if len(told) > MOST_FIELDS:
        told = [*told[: MOST_FIELDS - 1], words.count(len(told) - MOST_FIELDS + 1, "more")]
    return listed(tuple(told)) if told else ""


def field_words(edition: Edition, field: Field) -> str:
    """One field that was changed."""
    name, of = field
    if name == "control" and of:
        return _("control of %(place)s", place=edition.place_label(of))
    if name == "rivals" and of:
        return _("other accounts (%(field)s)", field=field_words(edition, (of, "")))
    return FIELD[name] if name in FIELD else words.field_words(name)


def change_words(edition: Edition, change: Change) -> str:
    """What was done: `added`, `corrected: date`."""
    told = fields_words(edition, change.fields) if change.what == "corrected" else ""
    what = WHAT[change.what]
    return _("%(what)s: %(fields)s", what=what, fields=told) if told else what


def standing_now(edition: Edition, kind: str, record_id: str) -> str:
    """What to know of a record wherever it is named: `withdrawn`, `claimed by the army`; mostly empty."""
    record = edition.record(kind, record_id)
    if record.withdrawn:
        return WHAT["withdrawn"]
    return words.happened_words(record, edition) if isinstance(record, Event) else ""


def history(desk: Desk, entry: Entry) -> Value | None:
    """What became of one record, newest first; None where nothing is known of it."""
    edition = desk.edition
    known = edition.history.of(entry.kind, entry.id)
    pending = (entry.kind, entry.id) in edition.history.pending
    if edition.history.left_out or not (known.changes or pending):
        return None
    return {
        "words": history_words(known.changes, pending=pending),
        "rows": [
            {
                "day": day_words(change.commit),
                "words": words.sentence(change_words(edition, change)),
                "subject": change.commit.subject,
                "commit": change.commit.short,
                "href": commit_address(edition, change.commit),
            }
            for change in known.changes[:MOST_ROWS]
        ],
    }


def history_words(changes: tuple[Change, ...], *, pending: bool) -> str:
    """`Added on 12 Sept 2026. Corrected twice, last on 1 Oct 2026.`"""
    told = []
    if changes:
        told.append(_("Added on %(day)s.", day=day_words(changes[-1].commit)))
    if times := [change for change in changes if change.what == "corrected"]:
        day = day_words(times[0].commit)
        told.append(
            ngettext(
                "Corrected once, on %(day)s.",
                "Corrected %(n)s times, last on %(day)s.",
                len(times),
                n=number(len(times)),
                day=day,
            )
        )
    if changes and changes[0].what in ("withdrawn", "restored", "again") and len(changes) > 1:
        day = day_words(changes[0].commit)
        last = {
            "withdrawn": _("Withdrawn on %(day)s.", day=day),
            "restored": _("No longer withdrawn since %(day)s.", day=day),
            "again": _("Added again on %(day)s.", day=day),
        }
        told.append(last[changes[0].what])
    if pending:
        told.append(_("As it stands here it is not yet committed."))
    return " ".join(told)
