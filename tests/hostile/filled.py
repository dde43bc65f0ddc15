"""A project in which every field of every record type is set, and every field of free text holds a payload.

Input: the record types themselves, so that a field that is added tomorrow is filled tomorrow. Output: files for
`a_corpus`, as YAML in its strictest form (JSON). Invariant: the project is legal, so a payload is never just refused.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union

from pydantic import BaseModel

from fasti.edtf import Edtf
from fasti.records import RECORD_TYPES, Gap, Locator, Point, Quantity, RecordId, When
from tests.kit.corpus import SETTINGS

FOLDER = {"event": "events", "place": "places", "actor": "actors", "source": "sources", "series": "series"}
# One value for each type whose text has a grammar of its own.
SAMPLES: dict[Any, Any] = {
    Edtf: "1453-05-29",
    Quantity: "nearly 96",
    Gap: "about 10 days",
    Locator: "p5-7",
    Point: "41.01, 28.96",
    bool: "true",
    When: {"date": "1453-05-29", "time": "10:00", "zone": "+03:00"},
}
# Fields of text that takes only some words, by their path without indexes; None leaves a field out.
WORDS: dict[str, Any] = {
    "event.type": "capture",
    "event.now_held_by": None,  # excludes `control`
    "event.participants": {"attacker": ["a"], "defender": ["b"]},
    "event.figures.series": None,  # excludes `measure`
    "event.figures.measure": "defenders",
    "event.figures.group": "civilians",
    "event.part_of": ["other"],
    "event.where": {"at": ["p"]},
    "event.after": [{"other": "about 10 days"}],
    "event.before": ["later"],
    "event.during": ["long"],
    "event.includes": ["inside"],
    "event.same_day": ["inside"],
    "event.meets": None,  # a capture on one day meets nothing but itself
    "event.lasted": None,
    "place.kind": "city",
    "place.within": [{"place": "country", "when": "1400/1500", "sources": ["s p1"]}],
    "place.names.kind": "variant",
    "actor.kind": "state",
    "actor.names.kind": "variant",
    "actor.colour": ["#AA3D25", "#B93A21"],
    "source.kind": "news",
    "source.no_archive": None,  # excludes `archive`
    "source.copies": {"source": "other"},
    "series.measure": "share-of-empire",
    "series.direction": "held",
    "series.points.group": "unknown",
    "*.status": "withdrawn",
    "*.formerly": ["once"],
    "*.media.file": "picture.png",
}
OTHERS = {"event": "other", "place": "country", "actor": "b", "source": "other", "series": "other"}
TARGETS = {"event": "other", "place": "p", "actor": "a", "source": "s", "series": "r"}
MAIN = {"event": "e", "place": "p", "actor": "a", "source": "s", "series": "r"}


def filled(payload: str) -> dict[str, str | bytes]:
    """The files of a project in which each text is `payload` with a number, so that no two names are the same."""
    maker = Maker(payload)
    files: dict[str, str | bytes] = {"mkdocs.yml": SETTINGS, "media/picture.png": PICTURE}
    records: dict[str, dict[str, Any]] = {}
    for kind, model in RECORD_TYPES.items():
        records[kind] = record = maker.record(kind, model)
        files[f"{FOLDER[kind]}/{MAIN[kind]}.yml"] = as_yaml(record)
        if kind in ("event", "source"):
            gone = {**record, "status": "withdrawn", "withdrawn": {"on": "2026-01-31", "why": maker.text()}}
            gone["formerly"] = f"old-{kind}"
            files[f"{FOLDER[kind]}/gone.yml"] = as_yaml(gone)
    others: dict[str, dict[str, Any]] = {
        "events/other.yml": {"title": maker.text(), "type": "statement", "when": "1453-05-19", "sources": "s"},
        "events/inside.yml": {"title": maker.text(), "type": "battle", "when": "1453-05-29", "sources": "s"},
        # It ends the siege of the record that is filled, which otherwise nobody would.
        "events/later.yml": {"title": maker.text(), "type": "battle", "when": "1454", "sources": "other"}
        | {"control": [{"place": "p", "besieged_by": "nobody"}]},
        "events/long.yml": {"title": maker.text(), "type": "siege", "when": "1453-04/1454-01", "sources": "s"},
        "events/undated.yml": {"title": maker.text(), "type": "battle", "sources": "s"},
        "places/country.yml": {"names": maker.text(), "kind": "country", "at": "41.1, 28.9"},
        "actors/b.yml": {"names": maker.text(), "kind": "state"},
        "sources/other.yml": {"title": maker.text(), "kind": "book", "reading_notes": maker.text()},
        # What is declared comparable has to be.
        "series/other.yml": {"title": maker.text()}
        | {key: records["series"][key] for key in ("measure", "direction", "of")},
    }
    return files | {path: as_yaml(record) for path, record in others.items()}


def as_yaml(record: dict[str, Any]) -> str:
    """A record as JSON, which is YAML with every text in double quotes."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in record.items())


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)  # one pixel


class Maker:
    """Makes a value for every field of a model. `texts` remembers the fields that took the payload."""

    def __init__(self, payload: str) -> None:
        self.payload = payload
        self.texts: set[str] = set()
        self._count = 0

    def text(self) -> str:
        """The payload, told apart from all others."""
        self._count += 1
        return f"{self.payload} {self._count}"

    def record(self, kind: str, model: type[BaseModel]) -> dict[str, Any]:
        """Every field of one kind of record, its rivals one for each field that can have one."""
        record = self.fields(model, kind)
        evidence = typing.get_args(model.model_fields["evidence"].annotation)[1]
        first = next(iter(record))
        record["evidence"] = {first: self.fields(evidence, f"{kind}.evidence")}
        rival = typing.get_args(model.model_fields["rivals"].annotation)[0]
        record["rivals"] = list(self.rivals(rival, f"{kind}.rivals", record))
        return record

    def rivals(self, model: type[BaseModel], path: str, record: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """One rival for each field of a record that can have one and is set."""
        claim = {name for base in model.__mro__[1:2] for name in vars(base)["__pydantic_fields__"]}
        for name, field in model.model_fields.items():
            key = field.alias or name
            if name in claim or key not in record:
                continue
            about = {n: self.value(f.annotation, f"{path}.{n}") for n, f in model.model_fields.items() if n in claim}
            if key == "participants":
                value: Any = {"attacker": ["b"]}
            elif key in ("control", "figures", "points"):
                value = {**record[key][0], "note": self.text()}
            else:
                value = record[key]
            yield {key: value, **about}

    def fields(self, model: type[BaseModel], path: str) -> dict[str, Any]:
        """A mapping of every field of a model."""
        found: dict[str, Any] = {}
        for name, field in model.model_fields.items():
            key = field.alias or name
            at = f"{path}.{key}"
            if key in ("evidence", "rivals") or (key in ("status", "withdrawn") and "." not in path):
                continue
            wild = f"*.{at.partition('.')[2]}"
            given = WORDS.get(at, WORDS.get(wild, ...))
            value = self.value(field.annotation, at) if given is ... else given
            if value is not None:
                found[key] = value
        return found

    def value(self, annotation: Any, path: str) -> Any:
        """A value that a type takes; text is the payload."""
        origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is Annotated:
            return self.value(parts[0], path)
        if origin in (Union, types.UnionType):
            return self.value(next(part for part in parts if part is not type(None)), path)
        if origin is tuple:
            return [self.value(parts[0], path)]
        if origin is dict:
            return {self.text(): self.value(parts[1], path)}
        if origin is Literal:
            return parts[0]
        if annotation in SAMPLES:
            return SAMPLES[annotation]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.fields(annotation, path)
        if isinstance(annotation, type) and issubclass(annotation, RecordId):
            own = path.partition(".")[0] == annotation.kind
            return (OTHERS if own else TARGETS)[annotation.kind]
        assert annotation is str, f"{path}: nobody said what a {annotation} looks like"
        self.texts.add(path)
        return self.text()
