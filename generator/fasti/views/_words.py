"""Every word that a page says of standing, stance, basis, place in time and whereabouts, in one module.

Input: codes and values of records and of what is derived. Output: English. Invariant: words never claim more than the
record: what is claimed is called claimed, what is inferred is called inferred.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from fasti.derive import Edition, listed, plural
from fasti.records import Event

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

STANCE = {
    "asserts": "says",
    "denies": "denies",
    "doubts": "doubts",
    "expects": "expects",
    "plans": "plans",
    "suspects": "suspects",
}
STANCES = {"says": "say", "denies": "deny"}
BASIS = {
    "reported": "as reported",
    "inferred": "inferred by the editors from what is reported",
    "calculated": "calculated by the editors",
    "estimated": "estimated",
    "outside": "from outside the documents",
}
STANDING = {
    "headline": "Headline",
    "same": "The same, told elsewhere",
    "alternative": "Another account",
    "rejected": "Set aside by the editors",
    "superseded": "Superseded",
}
SAID = {"asserts": "Statement", "denies": "Denial", "doubts": "Doubt", "suspects": "Suspicion"}
HAPPENED = {
    "yes": "it happened",
    "claimed": "claimed",
    "disputed": "disputed",
    "denied": "denied",
}
RELATION = {
    "after": "after",
    "before": "before",
    "during": "during",
    "includes": "includes",
    "same_day": "on the same day as",
    "meets": "ends with the beginning of",
}
# what another event's statement says of this one; `met_by` and `time` are the order's own words
CONVERSE = {
    "after": "before",
    "before": "after",
    "during": "includes",
    "includes": "during",
    "same_day": "on the same day as",
    "meets": "begins with the end of",
    "met_by": "begins with the end of",
    "time": "by the time of day, against",
}
RELATED = {"part_of": "part of", "caused_by": "caused by", "response_to": "in response to"}
RELATED_BACK = {"part_of": "part of this", "caused_by": "caused by this", "response_to": "in response to this"}
ORDER_BASIS = {
    "dated": "by its date",
    "stated": "by what records say of the order",
    "inferred": "by what follows from other events",
    "tie": "by the rule for events that nothing else tells apart: earliest possible day, then latest, then name",
}
CONTROL_BASIS = {
    "attested": "a document speaks of that day",
    "carried": "nothing said since",
    "between": "left open by the documents",
    "inferred": "inferred from who lost it",
    "unknown": "no document speaks of it",
}
PRECISION = {
    "exact": "",
    "near": "a point nearby stands for it",
    "district": "the point stands for its district",
    "province": "the point stands for its province",
    "region": "the point stands for its region",
    "country": "the point stands for its country",
}
FIELD = {
    "when": "date",
    "where": "place",
    "happened": "whether it happened",
    "participants": "who took part",
    "lasted": "how long",
    "control": "who held what",
    "now_held_by": "who holds it",
    "says": "who said what",
    "said": "what it tells",
    "within": "what it lies within",
    "at": "coordinates",
    "match": "ids in other datasets",
    "of": "share of what",
    "copies": "what it copies",
    "news_day": "day of the news",
    "short": "label in charts",
    "tertiary": "whether it rests on others, as an encyclopaedia does",
    "points": "numbers",
    "covers": "how many incidents",
}
DATASET = {"wikidata": "Wikidata", "geonames": "GeoNames", "ucdp": "UCDP", "acled": "ACLED"}
NAME_KIND = {
    "variant": "",
    "former": "former name",
    "misspelling": "misspelling",
    "acronym": "short form",
    "preferred": "name used here",
}


def field_words(name: str) -> str:
    """The name of a field for readers."""
    return FIELD.get(name, name.replace("_", " "))


def sentence(text: str) -> str:
    """Text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def happened_words(event: Event, edition: Edition) -> str:
    """`claimed by the army`, `disputed`, `denied`; empty for what is agreed to have happened."""
    if event.happened == "yes":
        return ""
    evidence = event.evidence.get("happened")
    who = evidence.who if evidence else ()
    by = f" by {listed(tuple(edition.actor_name(a) for a in who))}" if who and event.happened != "disputed" else ""
    return f"{event.happened}{by}"


def stance_words(stance: str, speakers: int) -> str:
    """How one or several speakers stand to something: `denies`, `deny`."""
    word = STANCE[stance]
    return word if speakers < 2 else STANCES.get(word, word.removesuffix("s"))


def order_words(basis: str) -> str:
    """Why an event stands where it stands."""
    return ORDER_BASIS[basis]


def role_words(role: str) -> str:
    """A role for readers."""
    return role.replace("-", " ").replace("_", " ")


def holders_words(actors: Sequence[str], how: str, names: Sequence[str]) -> str:
    """`IS`, `IS and SYR, contested`, `nobody`, `not said to whom`."""
    if not actors:
        return "unknown"
    if actors[0] == "not-said":
        return "not said to whom"
    if actors[0] == "nobody":
        return "nobody"
    words = listed(tuple(names))
    return (
        f"{words}, contested"
        if len(actors) > 1 and how != "shared"
        else f"{words} together"
        if len(actors) > 1
        else words
    )


def extent_words(extent: str) -> str:
    """How much of a place, empty for the whole of it."""
    return {"whole": "", "most": "most of it", "part": "part of it"}.get(extent, f"extent: {extent}")


def unit_words(words: str, unit: str) -> str:
    """A number as told, with its unit: `nearly 96 percent`, `about 30 km`, `1 town`, `2 towns`."""
    if unit in ("", "times"):
        return f"{words} times" if unit else words
    if unit == "percent":
        return words if "/" in words else f"{words} percent"
    short = {"km2": "km²"}.get(unit, unit)
    if words.endswith("s"):  # a word for a number: dozens, tens of thousands
        return f"{words} of {short if unit in ('km', 'km2') else plural(short)}"
    if unit in ("km", "km2"):
        return f"{words} {short}"
    return f"{words} {short if words == '1' else plural(short)}"


def count(number: int, noun: str, several: str | None = None) -> str:
    """`one event`, `two entries`, `13 events`."""
    written = NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"
    return f"{written} {noun if number == 1 else several or plural(noun)}"


def fold(text: str) -> str:
    """What a list is sorted by: letters without their marks and case, so that É stands with E in every locale."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def km_words(km: float) -> str:
    """A distance, never more exact than two places of a map allow."""
    return "less than 1 km" if km < 1 else f"{round(km)} km"


def size_words(size: int) -> str:
    """A size in bytes for readers: `812 bytes`, `14 kB`, `2.3 MB` (units of the SI)."""
    if size < 1_000:
        return f"{size} bytes"
    return f"{round(size / 1_000)} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
