"""The text of a new record: what is known of it already, and behind a `#` what more can be said, each key explained.

Input: the values of some keys, as they are written. Output: text in canonical layout, for `fasti new` and for the pages
that lead into the editor of a host. Invariant: what stands behind a `#` is an example of its key that can be taken up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fasti.reading.yaml_text import compose
from fasti.records import RECORD_TYPES

HEAD = "# Lines that begin with # say nothing yet: take up what the sources say, and delete the rest."
PROSE = "# Prose in Markdown, below `body` and set in. [Words](place:some-id) lead to the page of a record."

# Keys that a new record offers behind a `#`, to be taken up or deleted.
OFFERED: dict[str, tuple[str, ...]] = {
    "event": ("when", "lasted", "where", "participants", "says", "after", "rivals", "sources"),
    "place": ("within", "at", "at_source", "description", "sources"),
    "actor": ("label", "active", "member_of", "description", "sources"),
    "source": ("publisher", "authors", "published", "url", "archive", "no_archive", "lang", "copies"),
    "series": ("direction", "about", "scope", "of", "definition", "points", "sources"),
}


def modeline(path: str, kind: str) -> str:
    """The line that tells an editor which schema a record follows; `path` is the record's in the content folder."""
    return f"# yaml-language-server: $schema={'../' * path.count('/')}schema/{kind}.schema.json"


def skeleton(
    kind: str, values: Mapping[str, str], path: str, *, roles: Sequence[str] = (), body: str = "", offers: bool = True
) -> str:
    """The text of a new record: the values given by key, an empty one with what is to be written there.

    `path` is the record's in the content folder; `roles` are those of an event's type. Without `offers` it is short.
    """
    lines = [modeline(path, kind), *([HEAD] if offers else []), ""]
    for key, field in RECORD_TYPES[kind].written_fields().items():
        if values.get(key):
            lines.append(f"{key}: {values[key]}")
        elif key in values:
            lines.append(f"{key}:  # {field.description}")
        elif offers and key in OFFERED[kind]:
            example = dict.fromkeys(roles, "some-actor") if key == "participants" and roles else None
            lines.append(f"# {key}: {in_brackets(example or (field.examples or [''])[0])}  # {field.description}")
    lines += [PROSE, "body: |", *(f"  {line}".rstrip() for line in body.strip("\n").split("\n") if body.strip())]
    return "\n".join(lines) + "\n"


def in_brackets(value: object) -> str:
    """An example on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_brackets(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(in_brackets(part) for part in value)}]"
    return scalar(str(value), inside=True)


def scalar(text: str, *, inside: bool = False) -> str:
    """A text as YAML, in quotes only where it needs them; `inside` brackets it needs them sooner."""
    around = f"[{text}]" if inside else text
    expected: object = [text] if inside else text
    written, faults = compose(f"k: {around}\n")
    words_of_yaml = text.lower() in ("null", "~", "true", "false")
    if not faults and written.value == {"k": expected} and not written.quoted and not words_of_yaml:
        return text
    return "'" + text.replace("'", "''") + "'"
