"""A difference as one file that anybody can open: every changed entry, before and after, side by side.

Input: a difference, the name of the site, and how values are worded. Output: HTML with its own style and no script.
Invariant: the file loads nothing, and everything that an author wrote is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

from fasti.derive import Edition
from fasti.diff._model import KINDS, Change, Difference, Key, Wording
from fasti.language import foreign
from fasti.reading import Entry
from fasti.reading.changed import meant

STYLE = Path(__file__).with_name("changed.css")


def as_page(found: Difference, site: str, words: Wording) -> str:
    """The whole file. `site`: what the chronology is called."""
    entries = list(dict.fromkeys(one.record for change in found.changes for one in (change, *change.follows)))
    number = len(found.changes)
    told = (
        f"{number:,} {'change' if number == 1 else 'changes'}"
        if number
        else "Nothing that the records say has changed."
    )
    style = STYLE.read_text(encoding="utf-8")
    body = "".join(_entry(found, record, words) for record in entries)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>What changed – {escape(site)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>What changed in {escape(site)}</h1>\n<p>{told}</p>\n{body}</main>\n</body>\n</html>\n"
    )


def _entry(found: Difference, record: Key, words: Wording) -> str:
    own = [change for change in found.changes if change.record == record]
    caused = [one for change in found.changes for one in change.follows if one.record == record]
    rows = "".join(_row(name, was, now) for name, was, now in _rows(found, record, words))
    label = found.label(record)
    table = (
        f"<table>\n<thead><tr><td></td><th>Before</th><th>After</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        if rows
        else ""
    )
    return (
        f"<section>\n<h2>{escape(label)} <small>{record[0]} {escape(record[1])}</small></h2>\n"
        f"<ul>\n{''.join(_item(change) for change in (*own, *caused))}</ul>\n{table}</section>\n"
    )


def _item(change: Change) -> str:
    inner = "".join(f"<li>so: {escape(one.words)}</li>" for one in change.follows)
    below = f"<ul>{inner}</ul>" if inner else ""
    return f"<li>{KINDS[change.kind]}: {escape(change.words)}{below}</li>\n"


def _rows(found: Difference, record: Key, words: Wording) -> Iterator[tuple[str, str, str]]:
    older = {new: old for old, new in found.renamed.items()}
    was = _told(found.before.edition, found.before.edition.corpus.entry(*older.get(record, record)), words)
    now = _told(found.after.edition, found.after.edition.corpus.entry(*record), words)
    for name in {**now, **was}:
        if name in ("title", "body") or was.get(name, "") != now.get(name, ""):
            yield name, was.get(name, ""), now.get(name, "")


def _told(edition: Edition, entry: Entry | None, words: Wording) -> dict[str, str]:
    """Every field of a record in words."""
    if entry is None:
        return {}
    told: dict[str, str] = {}
    for (name, item), value in meant(entry).items():
        label = f"{name}: {item}" if item else name
        if name == "body":
            told[label] = str(value)
        elif isinstance(value, list):  # rivals and control, several of one field
            told[label] = "; ".join(
                words(edition, getattr(one, "field", name), getattr(one, "value", one)) for one in value
            )
        elif name not in ("evidence", "media", "external"):
            told[label] = words(edition, f"{entry.kind} kind" if name == "kind" else name.rstrip("_"), value)
    return told


def _row(name: str, was: str, now: str) -> str:
    a, b = marked(was, now)
    language = "".join(f' {key}="{escape(value)}"' for key, value in foreign(now or was).items())
    return (
        f'<tr><th scope="row">{escape(name)}</th><td data-side="Before"{language}>{a}</td>'
        f'<td data-side="After"{language}>{b}</td></tr>\n'
    )


def marked(was: str, now: str) -> tuple[str, str]:
    """Two texts as HTML, with the words marked that only one of them has."""
    old, new = re.findall(r"\s+|[^\s]+", was), re.findall(r"\s+|[^\s]+", now)
    if len(old) * len(new) > 4_000_000:  # too long to compare word by word
        return (f"<del>{escape(was)}</del>" if was else ""), (f"<ins>{escape(now)}</ins>" if now else "")
    left, right = [], []
    for step, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, came = escape("".join(old[a:b])), escape("".join(new[c:d]))
        left.append(gone if step == "equal" or not gone.strip() else f"<del>{gone}</del>")
        right.append(came if step == "equal" or not came.strip() else f"<ins>{came}</ins>")
    return "".join(left), "".join(right)
