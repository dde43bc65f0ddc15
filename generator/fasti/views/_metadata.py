"""What a page says to machines: schema.org in JSON-LD, from the same records as its words and never more certain.

Input: an edition, a page of it, what can be downloaded. Output: plain values that `writing/` puts into the page's head.
Invariant: what is claimed, disputed or denied says so in its description, nothing withdrawn is described at all, and a
point is given only where it is the place itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from fasti.derive import Edition
from fasti.language import _, semicolons
from fasti.records import RESERVED, Actor, Citation, Event, Place, Record, Toponym
from fasti.views._base import Download, Page, View
from fasti.views._claims import is_web
from fasti.views._iso import coverage, day_of, times
from fasti.views._names import matches

LANG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
CREATIVE_COMMONS = re.compile(r"\bCC (BY(?:-(?:NC|ND|SA)){0,2}) (\d\.\d)\b")
MOST_PLACES = 12


def described(edition: Edition, page: Page, downloads: Sequence[Download] = ()) -> Page:
    """The page with what it says to machines, if there is something to say of its kind."""
    maker = MAKERS.get(page.kind)
    if maker is None or page.view.get("withdrawn"):
        return page
    told = maker(edition, page, downloads)
    return replace(page, linked={"@context": "https://schema.org", **{k: v for k, v in told.items() if v}})


def _event(edition: Edition, page: Page, _files: Sequence[Download]) -> View:
    event = edition.event(page.key)
    rivals = [rival.value for rival in event.rivals if rival.field == "when" and rival.status == "alternative"]
    return {
        "@type": "Event",
        **_head(edition, page),
        "description": _with_disputes(page),
        "keywords": page.view["type"],
        **times(event.when, rivals, agreed=event.happened == "yes"),
        "location": _where(edition, event),
        "about": [_ref(edition, "actor", str(a)) for a in event.actors if a not in RESERVED],
        **_evidence(edition, event),
    }


def _with_disputes(page: Page) -> str:
    fields = tuple(dict.fromkeys(str(found["field"]) for found in page.view["disputes"]))
    return " ".join(
        filter(None, (page.description, _("Disputed: %(what)s.", what=semicolons(fields)) if fields else ""))
    )


def _where(edition: Edition, event: Event) -> list[View]:
    where = event.where
    if where is None:
        return []
    there = (*where.at, *where.in_, *where.from_, *where.to)
    found = [_ref(edition, "place", str(place)) for place in dict.fromkeys(there)]
    near = dict.fromkeys(edition.place_label(str(place)) for place in where.near)
    return [*found, *({"@type": "Place", "name": _("near %(place)s", place=label)} for label in near)]


def _place(edition: Edition, page: Page, _files: Sequence[Download]) -> View:
    place = edition.place(page.key)
    exact = place.at if place.precision == "exact" else None
    point = exact and {"@type": "GeoCoordinates", "latitude": exact.lat, "longitude": exact.lon}
    return {
        "@type": "Place",
        **_head(edition, page),
        **_names(place.names, place.label),
        "geo": point,
        "containedInPlace": [_ref(edition, "place", str(step.place)) for step in place.within if step.when is None],
        **_evidence(edition, place),
    }


def _actor(edition: Edition, page: Page, _files: Sequence[Download]) -> View:
    actor = edition.actor(page.key)
    return {
        "@type": _type_of(edition, page.key),
        **_head(edition, page),
        **_names(actor.names, actor.label),
        "memberOf": [_ref(edition, "actor", str(link.actor)) for link in actor.member_of if link.when is None],
        **_evidence(edition, actor),
    }


def _source(edition: Edition, page: Page, _files: Sequence[Download]) -> View:
    source = edition.source(page.key)
    copied = [str(source.copies.source)] if source.copies and source.copies.source else []
    return {
        "@type": "CreativeWork",
        **_head(edition, page),
        "author": [{"name": name} for name in source.authors],
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "datePublished": day_of(source.published),
        "inLanguage": source.lang if source.lang and LANG.match(source.lang) else None,
        "archivedAt": source.archive.url if source.archive and is_web(source.archive.url) else None,
        "isBasedOn": [_ref(edition, "source", source_id) for source_id in copied],
        **_external(source, [source.url] if source.url and is_web(source.url) else []),
    }


def _series(edition: Edition, page: Page, _files: Sequence[Download]) -> View:
    series = edition.series(page.key)
    known = edition.figures.series(page.key) if page.key in edition.figures.ids else None
    bounds = [point.at for point in known.points if point.at != (None, None)] if known else []
    first, last = [at.earliest for at in bounds], [at.latest for at in bounds]
    span = coverage(
        None if None in first else min((day for day in first if day is not None), default=None),
        None if None in last else max((day for day in last if day is not None), default=None),
    )
    cited = [*series.sources, *(citation for point in series.points for citation in point.sources)]
    return {
        "@type": "Dataset",
        **_head(edition, page),
        "variableMeasured": page.view["measure"],
        "measurementTechnique": series.of and _("share of %(whole)s", whole=series.of),
        "temporalCoverage": span,
        "spatialCoverage": [_ref(edition, "place", str(place)) for place in series.scope],
        "about": [_ref(edition, "actor", str(series.about))] if series.about and series.about not in RESERVED else [],
        "isPartOf": {"@type": "Dataset", "@id": _dataset(edition), "name": _site_name(edition)},
        "license": _licence(edition),
        "citation": _works(edition, cited),
        "distribution": [_file(edition, f"{page.address}index.json", "application/json")],
        **_external(series),
    }


def _home(edition: Edition, page: Page, _files: Sequence[Download]) -> View:
    return {
        "@type": "WebSite",
        **_head(edition, page),
        **_scope(edition),
        "hasPart": {"@type": "Dataset", "@id": _dataset(edition), "url": _absolute(edition, "data/")},
    }


def _data(edition: Edition, page: Page, files: Sequence[Download]) -> View:
    return {
        "@type": "Dataset",
        "@id": _dataset(edition),
        **_head(edition, page),
        "name": _site_name(edition),
        **_scope(edition),
        "isAccessibleForFree": True,
        "citation": _works(edition, (entry.id for entry in edition.corpus.published("source"))),
        "distribution": [_file(edition, found["path"], found["media_type"], found["name"]) for found in files],
    }


MAKERS: dict[str, Callable[[Edition, Page, Sequence[Download]], View]] = {
    "event": _event,
    "place": _place,
    "actor": _actor,
    "source": _source,
    "series": _series,
    "home": _home,
    "data": _data,
}


def _head(edition: Edition, page: Page) -> View:
    return {"name": page.title, "url": _absolute(edition, page.address), "description": page.description}


def _scope(edition: Edition) -> View:
    """What the whole chronology covers, in which language, and under which terms."""
    outermost = [
        entry.id
        for entry in edition.corpus.published("place")
        if not edition.corpus.gazetteer.ancestors(entry.id) and edition.corpus.gazetteer.children(entry.id)
    ]
    return {
        "inLanguage": edition.settings.languages[0],
        "temporalCoverage": coverage(*edition.span),
        "spatialCoverage": [_ref(edition, "place", place) for place in outermost[:MOST_PLACES]],
        "license": _licence(edition),
    }


def _names(names: Sequence[Toponym], shown: str) -> View:
    """The name shown, and the others in their languages; a misspelling is nobody's name."""
    first, *_rest = [name for name in names if name.text == shown] or names
    others = {name.text: _said(name) for name in names if name.text != shown and name.kind != "misspelling"}
    return {"name": _said(first), "alternateName": list(others.values())}


def _said(name: Toponym) -> str | View:
    return {"@value": name.text, "@language": name.lang} if name.lang and LANG.match(name.lang) else name.text


def _evidence(edition: Edition, record: Event | Place | Actor) -> View:
    same = [found["href"] for found in matches(record) if found["href"]] if not isinstance(record, Event) else []
    return {"subjectOf": _works(edition, record.sources), **_external(record, same)}


def _external(record: Record, same: Sequence[str] = ()) -> View:
    """The same thing elsewhere: addresses, and ids in other datasets."""
    ids = dict(record.external)
    if isinstance(record, Place | Actor):
        ids |= {found["name"]: found["id"] for found in matches(record) if not found["href"]}
    told = [{"@type": "PropertyValue", "propertyID": name, "value": code} for name, code in ids.items()]
    return {
        "sameAs": [*same, *(code for code in ids.values() if is_web(code))],
        "identifier": [entry for entry in told if not is_web(entry["value"])],
    }


def _works(edition: Edition, cited: Iterable[Citation | str]) -> list[View]:
    """The documents that something rests on, each once."""
    ids = dict.fromkeys(found if isinstance(found, str) else str(found.source) for found in cited)
    return [_ref(edition, "source", source_id) for source_id in ids]


def _ref(edition: Edition, kind: str, record_id: str) -> View:
    """A record as others name it: its type, its name and its page, if it has one."""
    types = {"place": "Place", "source": "CreativeWork"}
    page = _absolute(edition, edition.address(kind, record_id)) if edition.is_public(kind, record_id) else None
    found: dict[str, Any] = {
        "@type": types.get(kind) or _type_of(edition, record_id),
        "name": edition.title(kind, record_id),
    }
    return found | ({"url": page} if page else {})


def _type_of(edition: Edition, actor_id: str) -> str:
    return "Person" if edition.actor(actor_id).kind == "person" else "Organization"


def _file(edition: Edition, path: str, media_type: str, name: str = "") -> View:
    told = {"@type": "DataDownload", "contentUrl": _absolute(edition, path), "encodingFormat": media_type}
    return told | ({"name": name} if name else {})


def _licence(edition: Edition) -> str | View | None:
    """The terms as an address, where they are those of Creative Commons, else in the site's own words."""
    terms = re.sub(r"<[^<>]*>", "", edition.settings.copyright).strip()
    if found := CREATIVE_COMMONS.search(terms):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    if re.search(r"\bCC0\b", terms):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return {"@type": "CreativeWork", "name": terms} if terms else None


def _site_name(edition: Edition) -> str:
    return edition.settings.title or edition.settings.site_name


def _dataset(edition: Edition) -> str:
    return _absolute(edition, "data/") + "#dataset"


def _absolute(edition: Edition, address: str) -> str:
    return edition.settings.site_url.rstrip("/") + "/" + quote(address, safe="/-._~")
