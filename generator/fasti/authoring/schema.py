"""JSON Schema of the records as people write them, shorthands included, for editors: one for each kind.

Input: the record types with the shapes beside their readers, and the vocabulary, whose codes are completed. Output:
schemas (2020-12) and the text of their files in `content/schema/`. Invariant: a schema refuses nothing that the check
accepts; what only the check can know stands in `only_check.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from fasti.reading import FOLDERS, Tree
from fasti.records import KINDS, RECORD_TYPES, Model, Record, RecordId, Vocabulary
from fasti.records.shapes import SOME_TEXT, TEXT, Also, Declared, JsonSchema, Shape, Short, one_or_more
from fasti.settings import Settings

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = (*KINDS, "vocabulary")
FOLDER = "schema"
FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}


def file_name(kind: str) -> str:
    """The name of the schema of a kind: `event.schema.json`."""
    return f"{kind}.schema.json"


def schema_text(kind: str, vocabulary: Vocabulary) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema_of(kind, vocabulary), indent=2, ensure_ascii=False) + "\n"


def schema_of(kind: str, vocabulary: Vocabulary) -> JsonSchema:
    """The schema of a kind of record or of the vocabulary; an empty vocabulary leaves its codes open."""
    model: type[Model] = Vocabulary if kind == "vocabulary" else RECORD_TYPES[kind]
    what = (
        "The codes of this chronology, in content/vocabulary.yml."
        if kind == "vocabulary"
        else f"One {kind}, in content/{FOLDER_OF[kind]}/. The name of the file, without its ending, is its id."
    )
    walk = _Walk(vocabulary)
    body = walk.fields(model)
    rules = [*vocabulary_rules(kind, vocabulary), *([model.together] if model.together else [])]
    whole: JsonSchema = {"$schema": DIALECT, "title": kind.capitalize(), "description": what, **body}
    if rules:
        whole["allOf"] = walk.resolved(rules)
    return {**whole, "$defs": dict(sorted(walk.defs.items()))}


class _Walk:
    """Follows the types of one kind and collects what they refer to. `of` and `key` say which field is followed."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.defs: dict[str, Any] = {}

    def fields(self, model: type[Model]) -> JsonSchema:
        """The keys of a mapping, in the order in which they are written."""
        fields = model.written_fields()
        properties = {
            key: {
                "title": key.replace("_", " "),
                "description": field.description,
                **self.value(field.annotation, field.metadata, of=model, key=key),
                "examples": field.examples,
            }
            for key, field in fields.items()
        }
        required = [key for key, field in fields.items() if field.is_required()]
        return {
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def value(self, annotation: Any, marks: Iterable[Any] = (), *, of: type[Model], key: str) -> JsonSchema:
        """What may be written for a type; `marks` are its annotations."""
        while get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = (*more, *marks)
        marks = tuple(marks)
        if get_origin(annotation) in (Union, UnionType):
            (annotation,) = (part for part in get_args(annotation) if part is not NoneType)
            return self.value(annotation, marks, of=of, key=key)
        also = [self.resolved(mark.schema) for mark in marks if isinstance(mark, Also)]
        found = self.plain(annotation, marks, of=of, key=key)
        return {**found, "allOf": also} if also else found

    def plain(self, annotation: Any, marks: tuple[Any, ...], *, of: type[Model], key: str) -> JsonSchema:
        """What may be written for a type, by the shape beside its reader, or by the type itself."""
        filled = any(getattr(mark, "min_length", 0) for mark in marks)
        shapes = [mark for mark in marks if isinstance(mark, Shape)]
        declared = [mark for mark in marks if isinstance(mark, Declared)]
        if declared:
            return self.code(declared[-1])
        if shapes:
            return self.ref(SOME_TEXT if filled and shapes[-1] is TEXT else shapes[-1])
        short = next((mark for mark in marks if isinstance(mark, Short)), None)
        if get_origin(annotation) is tuple:
            item = self.value(get_args(annotation)[0], of=of, key=key)
            if short:
                item = {"anyOf": [self.ref(short.shape), item]}
            return one_or_more(item, **({"minItems": 1} if filled else {}))
        if get_origin(annotation) is dict:
            return self.mapping(*get_args(annotation), of=of, key=key)
        if get_origin(annotation) is Literal:
            return {"enum": list(get_args(annotation))}
        if issubclass(annotation, RecordId):
            return self.ref(annotation.shape())
        reference = self.model(annotation)
        return {"anyOf": [self.ref(short.shape), reference]} if short else reference

    def mapping(self, keys: Any, values: Any, *, of: type[Model], key: str) -> JsonSchema:
        """A mapping whose keys are codes, words of a list, or for `evidence` the fields of the record itself."""
        value = self.value(values, of=of, key=key)
        if get_origin(keys) is Literal:
            return closed(dict.fromkeys(get_args(keys), value))
        if issubclass(of, Record) and key == "evidence":
            return closed(dict.fromkeys(of.written_fields(), value))
        return {"type": "object", "additionalProperties": value}

    def model(self, model: type[Model]) -> JsonSchema:
        """A mapping among the definitions."""
        name = model.__name__
        if name not in self.defs:
            self.defs[name] = {}  # holds its place while its own fields are followed
            self.defs[name] = {**self.fields(model), **self.resolved(model.together)}
        return {"$ref": f"#/$defs/{name}"}

    def ref(self, shape: Shape) -> JsonSchema:
        """A shape among the definitions."""
        if shape.name not in self.defs:
            self.defs[shape.name] = {}
            self.defs[shape.name] = self.resolved(shape.schema)
        return {"$ref": f"#/$defs/{shape.name}"}

    def resolved(self, schema: Any) -> Any:
        """A schema in which references stand for the shapes it names."""
        if isinstance(schema, Shape):
            return self.ref(schema)
        if isinstance(schema, Mapping):
            return {key: self.resolved(part) for key, part in schema.items()}
        return [self.resolved(part) for part in schema] if isinstance(schema, list) else schema

    def code(self, declared: Declared) -> JsonSchema:
        """One of the codes that the vocabulary declares."""
        if self.vocabulary == Vocabulary():
            return self.ref(SOME_TEXT)
        codes = {code: what for code, what in getattr(self.vocabulary, declared.part).items() if declared.where(what)}
        if not codes:
            return {"not": {}}
        return {"enum": list(codes), "enumDescriptions": [what.label for what in codes.values()]}


def closed(properties: Mapping[str, Any]) -> JsonSchema:
    """A mapping with these keys and no others."""
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def vocabulary_rules(kind: str, vocabulary: Vocabulary) -> list[JsonSchema]:
    """What the vocabulary demands: the roles of each type of event, the direction and denominator of each measure."""
    if kind == "event":
        by_roles: dict[tuple[str, ...], list[str]] = {}
        for code, event_type in vocabulary.event_types.items():
            by_roles.setdefault(event_type.roles, []).append(code)
        return [when_one_of("type", codes, roles_of(roles)) for roles, codes in by_roles.items()]
    if kind == "series":
        return [when_one_of("measure", [code], series_of(measure)) for code, measure in vocabulary.measures.items()]
    return []


def when_one_of(field: str, codes: list[str], then: JsonSchema) -> JsonSchema:
    """A rule for records whose field has one of some codes."""
    return {"if": {"required": [field], "properties": {field: {"enum": codes}}}, "then": then}


# A keyword of editors: the key is offered already, by the schema of the record itself.
QUIET = {"doNotSuggest": True}


def roles_of(roles: tuple[str, ...]) -> JsonSchema:
    """Participants have these roles, and so have those of a rival."""
    participants = {"properties": {role: {"title": role} for role in roles}, "additionalProperties": False} | QUIET
    rivals = one_or_more({"properties": {"participants": participants}}) | QUIET
    return {"properties": {"participants": participants, "rivals": rivals}}


def series_of(measure: Any) -> JsonSchema:
    """What a series of a measure must say."""
    needed = [*(["direction"] if measure.directions else []), *(["of"] if measure.share else [])]
    direction = {"enum": list(measure.directions)} if measure.directions else False
    of = {"of": {"not": {"enum": [None, ""]}}} if measure.share else {}
    return {**({"required": needed} if needed else {}), "properties": {"direction": direction, **of}}


def stale_schemas(settings: Settings, vocabulary: Vocabulary) -> dict[str, bytes]:
    """The files of schemas, by their path in the project, that are missing or differ from what they ought to be."""
    wanted = {
        settings.in_content(f"{FOLDER}/{file_name(kind)}"): schema_text(kind, vocabulary).encode("utf-8")
        for kind in SCHEMAS
    }
    tree = Tree(settings.project)
    return {path: data for path, data in wanted.items() if not tree.exists(path) or tree.read(path, most=-1) != data}
