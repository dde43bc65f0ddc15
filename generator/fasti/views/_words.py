"""Every word that a page says of standing, stance, basis, place in time and whereabouts, in one module.

Input: codes and values of records and of what is derived. Output: words in the language spoken. Invariant: words
never claim more than the record: what is claimed is called claimed, what is inferred is called inferred.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from fasti.derive import Edition, listed, quantity_words, units, whole
from fasti.language import N_, NN_, Table, _, ngettext
from fasti.records import Event
from fasti.views._count import count as count  # so that pages find every word here
from fasti.views._count import documents_after as documents_after
from fasti.views._count import records_after as records_after
from fasti.views._count import voices_after as voices_after

STANCE = {
    "asserts": NN_("says", "say"),
    "denies": NN_("denies", "deny"),
    "doubts": NN_("doubts", "doubt"),
    "expects": NN_("expects", "expect"),
    "plans": NN_("plans", "plan"),
    "suspects": NN_("suspects", "suspect"),
}
ROLE = Table(
    {
        "about": N_("about"),
        "attacker": N_("attacker"),
        "besieger": N_("besieger"),
        "defender": N_("defender"),
        "holder": N_("holder"),
        "lost it": N_("lost it"),
        "mediator": N_("mediator"),
        "named": N_("named"),
        "speaker": N_("speaker"),
        "supporter": N_("supporter"),
        "target": N_("target"),
    }
)
BASIS = Table(
    {
        "reported": N_("as reported"),
        "inferred": N_("inferred by the editors from what is reported"),
        "calculated": N_("calculated by the editors"),
        "estimated": N_("estimated"),
        "outside": N_("from outside the documents"),
    }
)
STANDING = Table(
    {
        "headline": N_("Headline"),
        "same": N_("The same, told elsewhere"),
        "alternative": N_("Another account"),
        "rejected": N_("Set aside by the editors"),
        "superseded": N_("Superseded"),
    }
)
SAID = Table({"asserts": N_("Statement"), "denies": N_("Denial"), "doubts": N_("Doubt"), "suspects": N_("Suspicion")})
HAPPENED = Table(
    {
        "yes": N_("it happened"),
        "claimed": N_("claimed"),
        "disputed": N_("disputed"),
        "denied": N_("denied"),
    }
)
RELATION = Table(
    {
        "after": N_("after"),
        "before": N_("before"),
        "during": N_("during"),
        "includes": N_("includes"),
        "same_day": N_("on the same day as"),
        "meets": N_("ends with the beginning of"),
    }
)
# what another event's statement says of this one; `met_by` and `time` are the order's own words
CONVERSE = Table(
    {
        "after": N_("before"),
        "before": N_("after"),
        "during": N_("includes"),
        "includes": N_("during"),
        "same_day": N_("on the same day as"),
        "meets": N_("begins with the end of"),
        "met_by": N_("begins with the end of"),
        "time": N_("by the time of day, against"),
    }
)
RELATED = Table({"part_of": N_("part of"), "caused_by": N_("caused by"), "response_to": N_("in response to")})
RELATED_BACK = Table(
    {"part_of": N_("part of this"), "caused_by": N_("caused by this"), "response_to": N_("in response to this")}
)
ORDER_BASIS = Table(
    {
        "dated": N_("by its date"),
        "stated": N_("by what records say of the order"),
        "inferred": N_("by what follows from other events"),
        "tie": N_(
            "by the rule for events that nothing else tells apart: earliest possible day, then latest, then name"
        ),
    }
)
CONTROL_BASIS = Table(
    {
        "attested": N_("a document speaks of that day"),
        "carried": N_("nothing said since"),
        "between": N_("left open by the documents"),
        "inferred": N_("inferred from who lost it"),
        "unknown": N_("no document speaks of it"),
    }
)
PRECISION = Table(
    {
        "exact": "",
        "near": N_("a point nearby stands for it"),
        "district": N_("the point stands for its district"),
        "province": N_("the point stands for its province"),
        "region": N_("the point stands for its region"),
        "country": N_("the point stands for its country"),
    }
)
FIELD = Table(
    {
        "when": N_("date"),
        "where": N_("place"),
        "happened": N_("whether it happened"),
        "participants": N_("who took part"),
        "lasted": N_("how long"),
        "control": N_("who held what"),
        "now_held_by": N_("who holds it"),
        "says": N_("who said what"),
        "said": N_("what it tells"),
        "within": N_("what it lies within"),
        "at": N_("coordinates"),
        "match": N_("ids in other datasets"),
        "of": N_("share of what"),
        "copies": N_("what it copies"),
        "news_day": N_("day of the news"),
        "short": N_("label in charts"),
        "label": N_("label in charts"),
        "tertiary": N_("whether it rests on others, as an encyclopaedia does"),
        "points": N_("numbers"),
        "covers": N_("how many incidents"),
        "type": N_("type"),
        "title": N_("title"),
        "kind": N_("kind"),
        "names": N_("names"),
        "figures": N_("figures"),
        "sources": N_("sources"),
        "evidence": N_("evidence"),
        "rivals": N_("rivals"),
        "media": N_("media"),
        "external": N_("external"),
        "status": N_("status"),
        "withdrawn": N_("withdrawn"),
        "body": N_("body"),
        "description": N_("description"),
        "part_of": N_("part of"),
        "caused_by": N_("caused by"),
        "response_to": N_("response to"),
        "after": N_("after"),
        "before": N_("before"),
        "during": N_("during"),
        "includes": N_("includes"),
        "same_day": N_("same day"),
        "meets": N_("meets"),
        "precision": N_("precision"),
        "at_source": N_("at source"),
        "active": N_("active"),
        "roles": N_("roles"),
        "colour": N_("colour"),
        "member_of": N_("member of"),
        "successor_of": N_("successor of"),
        "ally_of": N_("ally of"),
        "backed_by": N_("backed by"),
        "commands": N_("commands"),
        "measure": N_("measure"),
        "direction": N_("direction"),
        "about": N_("about"),
        "scope": N_("scope"),
        "baseline": N_("baseline"),
        "definition": N_("definition"),
        "comparable_with": N_("comparable with"),
        "publisher": N_("publisher"),
        "authors": N_("authors"),
        "published": N_("published"),
        "url": N_("url"),
        "archive": N_("archive"),
        "no_archive": N_("no archive"),
        "lang": N_("lang"),
        "original_lang": N_("original lang"),
        "cites": N_("cites"),
        "close_to": N_("close to"),
        "licence": N_("licence"),
        "reading_notes": N_("reading notes"),
        "formerly": N_("formerly"),
    }
)
DATASET = {"wikidata": "Wikidata", "geonames": "GeoNames", "ucdp": "UCDP", "acled": "ACLED"}
NAME_KIND = Table(
    {
        "variant": "",
        "former": N_("former name"),
        "misspelling": N_("misspelling"),
        "acronym": N_("short form"),
        "preferred": N_("name used here"),
    }
)


def field_words(name: str) -> str:
    """The name of a field for readers."""
    return FIELD[name] if name in FIELD else name.replace("_", " ")


def sentence(text: str) -> str:
    """Text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def happened_words(event: Event, edition: Edition) -> str:
    """`claimed by the army`, `disputed`, `denied`; empty for what is agreed to have happened."""
    if event.happened == "yes":
        return ""
    evidence = event.evidence.get("happened")
    who = evidence.who if evidence else ()
    if not who or event.happened == "disputed":
        return HAPPENED[event.happened]
    names = listed(edition.actor_name(a) for a in who)
    return _("claimed by %(names)s", names=names) if event.happened == "claimed" else denied_words(names)


def denied_words(names: str) -> str:
    """By whom something is denied."""
    return _("denied by %(names)s", names=names)


def stance_words(stance: str, speakers: int) -> str:
    """How one or several speakers stand to something: `denies`, `deny`."""
    return ngettext(*STANCE[stance], max(speakers, 1))


def order_words(basis: str) -> str:
    """Why an event stands where it stands."""
    return ORDER_BASIS[basis]


def role_words(role: str) -> str:
    """A role for readers."""
    return ROLE[role] if role in ROLE else role.replace("-", " ").replace("_", " ")


def holders_words(actors: Sequence[str], how: str, names: Sequence[str]) -> str:
    """`IS`, `IS and SYR, contested`, `nobody`, `not said to whom`."""
    if not actors:
        return _("unknown")
    if actors[0] == "not-said":
        return _("not said to whom")
    if actors[0] == "nobody":
        return _("nobody")
    if len(actors) == 1:
        return listed(names)
    if how != "shared":
        return _("%(names)s, contested", names=listed(names))
    return _("%(names)s together", names=listed(names))


def extent_words(extent: str) -> str:
    """How much of a place, empty for the whole of it."""
    known = {"whole": "", "most": _("most of it"), "part": _("part of it")}
    return known[extent] if extent in known else _("extent: %(extent)s", extent=extent)


def unit_words(words: str, unit: str) -> str:
    """A number as told, with its unit: `nearly 96 percent`, `about 30 km`, `1 town`, `2 towns`."""
    told = quantity_words(words)
    match unit:
        case "":
            return told
        case "times":
            return _("%(number)s times", number=told)
        case "percent":
            return told if "/" in words else _("%(number)s percent", number=told)
    if words.endswith("s"):  # a word for a number: dozens, tens of thousands
        return _("%(number)s of %(things)s", number=told, things=units(unit))
    if unit in ("km", "km2"):
        return _("%(number)s %(things)s", number=told, things=units(unit))
    if unit == "person":
        one = words == "1"
        return ngettext("%(n)s person", "%(n)s people", 1 if one else max(2, whole(words)), n=told)
    return _("%(number)s %(things)s", number=told, things=unit if words == "1" else units(unit))


def fold(text: str) -> str:
    """What a list is sorted by: letters without their marks and case, so that É stands with E in every locale."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


def km_words(km: float) -> str:
    """A distance, never more exact than two places of a map allow."""
    return _("less than 1 km") if km < 1 else _("%(number)s %(things)s", number=str(round(km)), things=units("km"))


def size_words(size: int) -> str:
    """A size in bytes for readers: `812 bytes`, `14 kB`, `2.3 MB` (units of the SI)."""
    if size < 1_000:
        return ngettext("%(n)s byte", "%(n)s bytes", size, n=str(size))
    return _("%(n)s kB", n=round(size / 1_000)) if size < 1_000_000 else _("%(n)s MB", n=f"{size / 1_000_000:.1f}")
