"""Names of places and actors: the line of variants under a title, and who writes which.

Input: the names of a record. Output: plain values.
Invariant: every name carries its language, so that a browser shapes it right.
"""

from __future__ import annotations

from collections.abc import Sequence

from fasti.language import N_, Table, _, commas, direction, display_name, runs, spoken
from fasti.records import Actor, Place, Toponym
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._base import Desk
from fasti.views._links import Value, link


def names(desk: Desk, record_names: Sequence[Toponym], shown: str) -> Value:
    """`line`: the other names, for below the title; `rows`: every name, what sort it is, and who prints it."""
    others = [_name(desk, name) for name in record_names if name.text != shown]
    rows = [_name(desk, name) for name in record_names]
    telling = any(row["about"] or row["used_by"] for row in rows) or len(rows) > 2
    return {"line": others, "rows": rows if telling else []}


def _name(desk: Desk, name: Toponym) -> Value:
    lang = name.lang or ""
    own = lang.lower().split("-")[0]
    told = name.script if name.script and name.script != USUAL.get(own) else None
    about = [words.NAME_KIND[name.kind or "variant"], lang_words(lang)]
    about += [_("in %(script)s script", script=SCRIPTS[told] if told in SCRIPTS else told)] if told else []
    about += [_("romanised after %(system)s", system=name.romanisation)] if name.romanisation else []
    if name.when:
        about.append(dates.date_words(name.when, "short"))
    return {
        "text": name.text,
        "lang": f"{lang}-{told}" if lang and told in SCRIPTS and lang.lower() == own else lang or None,
        "dir": runs(name.text) if lang or runs(name.text) != direction(spoken()) else None,
        "about": commas(about),
        "used_by": [link(desk, "source", str(source)) for source in name.used_by],
    }


SCRIPTS = Table(
    {
        "Arab": N_("Arabic"),
        "Armn": N_("Armenian"),
        "Cyrl": N_("Cyrillic"),
        "Grek": N_("Greek"),
        "Hebr": N_("Hebrew"),
        "Latn": N_("Latin"),
        "Syrc": N_("Syriac"),
    }
)
USUAL = {
    "ar": "Arab", "ckb": "Arab", "de": "Latn", "el": "Grek", "en": "Latn", "es": "Latn", "fa": "Arab", "fr": "Latn",
    "grc": "Grek", "he": "Hebr", "kmr": "Latn", "la": "Latn", "ru": "Cyrl", "syr": "Syrc", "tr": "Latn", "uk": "Cyrl",
}  # fmt: skip
"""The script in which a language is usually written: only another one is worth a word (IANA Suppress-Script)."""


def lang_words(lang: str) -> str:
    """The name of a language, or its tag."""
    return display_name(lang.partition("-")[0]) if lang else ""


def matches(record: Place | Actor) -> list[Value]:
    """The same place or actor in other datasets."""
    found = record.match
    if found is None:
        return []
    web = {"wikidata": "https://www.wikidata.org/wiki/", "geonames": "https://www.geonames.org/"}
    codes = {name: getattr(found, name) for name in type(found).model_fields}
    return [
        {"name": words.DATASET[n], "id": code, "href": web[n] + code if n in web and code.isalnum() else None}
        for n, code in codes.items()
        if code
    ]
