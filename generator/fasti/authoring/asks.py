"""What `fasti new` asks about each kind of record: one line a question, which is also an option of the command.

Read by `new.py`, which makes records of the answers, and by the command line. Invariant: every answer is the value of
one key of the record type, whose description is the help of the option.
"""

from __future__ import annotations

from dataclasses import dataclass

from fasti.records import RECORD_TYPES


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. `names` is the kind of record that an answer names, `part` the part of the vocabulary it is in."""

    option: str
    key: str
    needed: bool = False
    many: bool = False
    names: str | None = None
    part: str | None = None
    is_date: bool = False

    def help(self, kind: str) -> str:
        """What the key means, from the record type."""
        return RECORD_TYPES[kind].written_fields()[self.key].description or ""

    def example(self, kind: str) -> str:
        """The first of the key's examples that is one value."""
        examples = RECORD_TYPES[kind].written_fields()[self.key].examples or []
        return next((str(example) for example in examples if isinstance(example, str | int | float)), "")


_SOURCES = Ask("source", "sources", many=True, names="source")

ASKS: dict[str, tuple[Ask, ...]] = {
    "event": (
        Ask("title", "title", needed=True),
        Ask("type", "type", needed=True, part="event_types"),
        Ask("date", "when", is_date=True),
        Ask("where", "where", many=True, names="place"),
        _SOURCES,
    ),
    "place": (
        Ask("name", "names", needed=True, many=True),
        Ask("kind", "kind", needed=True, part="place_kinds"),
        Ask("within", "within", many=True, names="place"),
        Ask("at", "at"),
        _SOURCES,
    ),
    "actor": (
        Ask("name", "names", needed=True, many=True),
        Ask("kind", "kind", needed=True, part="actor_kinds"),
        Ask("label", "label"),
        Ask("member-of", "member_of", many=True, names="actor"),
        _SOURCES,
    ),
    "source": (
        Ask("title", "title", needed=True),
        Ask("kind", "kind", needed=True, part="source_kinds"),
        Ask("publisher", "publisher"),
        Ask("author", "authors", many=True),
        Ask("published", "published", is_date=True),
        Ask("url", "url"),
        Ask("archive", "archive"),
        Ask("no-archive", "no_archive"),
        Ask("lang", "lang"),
    ),
    "series": (
        Ask("title", "title", needed=True),
        Ask("measure", "measure", needed=True, part="measures"),
        Ask("direction", "direction"),
        Ask("about", "about", names="actor"),
        Ask("scope", "scope", many=True, names="place"),
        Ask("of", "of"),
        _SOURCES,
    ),
}
