"""What a schema and the check say of the shape of one record, each by itself.

The schema sees a file as an editor does: read by YAML 1.2, with numbers and truth values, shorthand not expanded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from fasti.authoring import schema_text
from fasti.diagnostics import Report
from fasti.pipeline import check
from fasti.reading import settings_for
from fasti.reading.front_matter import split
from fasti.records import Vocabulary
from tests.kit.corpus import VOCABULARY, a_corpus

KIND_OF = {"events": "event", "places": "place", "actors": "actor", "sources": "source", "series": "series"}


def kind_of(path: str) -> str | None:
    """The kind of schema that an editor applies to a path of the project, or None."""
    parts = path.removeprefix("content/").split("/")
    if parts == ["vocabulary.yml"]:
        return "vocabulary"
    return KIND_OF.get(parts[0]) if path.endswith((".yml", ".md")) else None


def as_an_editor_reads(text: str) -> Any:
    """A document of YAML 1.2; the core schema of YAML knows no dates, so they stay text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))
    return yaml.load(text)


@cache
def validator(kind: str, vocabulary: str) -> Draft202012Validator:
    """The schema of a kind, made from the text of a vocabulary."""
    declared = as_an_editor_reads(vocabulary) or {}
    return Draft202012Validator(json.loads(schema_text(kind, Vocabulary.model_validate(declared))))


def schema_says(kind: str, text: str, vocabulary: str = VOCABULARY) -> list[str]:
    """Why a schema refuses the text of a record, or nothing; what is no YAML is refused for that."""
    try:
        value = as_an_editor_reads(text)
    except YAMLError as fault:
        return [f"no YAML: {type(fault).__name__}"]
    if value is None:
        return []  # nothing to be underlined
    return sorted(f"{fault.json_path}: {fault.message}" for fault in validator(kind, vocabulary).iter_errors(value))


def schemas_say(files: Mapping[str, str]) -> list[str]:
    """The same for every record and the vocabulary of a project; of Markdown for the fields alone."""
    vocabulary = files.get("content/vocabulary.yml", files.get("vocabulary.yml", VOCABULARY))
    found = []
    for path, text in files.items():
        if kind := kind_of(path):
            parts = split(text) if path.endswith(".md") else None
            said = schema_says(kind, parts.header if parts else text, "{}" if kind == "vocabulary" else vocabulary)
            found += [f"{path}: {one}" for one in said]
    return found


def check_says(files: Mapping[str, str]) -> list[str]:
    """The codes of every fault that the check finds in a project of these files."""
    project = a_corpus(files)
    report = Report()
    return [found.rule.code for found in check(settings_for(project, report), report).diagnostics]
