"""Diagnostics for tools that read SARIF, such as code scanning and editors: one document of SARIF 2.1.0 (OASIS).

Input is the diagnostics, the version of fasti and what each rule means; output is the text, ending in a line break.
Invariant: always one whole document, also when nothing was found; paths are relative to the project, and nothing in it
depends on the machine or the day. Everything beyond ASCII is escaped, as in `render_json.py`, and no text of an author
is a link or a placeholder (3.11.5 and 3.11.6 of the standard).
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from fasti.diagnostics.model import Diagnostic, Rule, Severity, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "PROJECT"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_sarif(diagnostics: Iterable[Diagnostic], *, version: str, meaning: Callable[[str], str]) -> str:
    """One run of the tool `fasti` in `version`: the rules that were broken, and each fault in the order given.

    `meaning` gives what a rule means, by its code, as `explain` words it.

    Columns are code points from 1 with an exclusive end, as SARIF has them under `unicodeCodePoints`. A fault keeps its
    `partialFingerprints` while lines are added above it: they are made of the file, the rule and the words.
    """
    found = tuple(diagnostics)
    rules = sorted({one.rule for one in found}, key=lambda rule: rule.code)
    index = {rule.code: place for place, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "fasti", "version": version, "rules": [_rule(rule, meaning) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that holds mkdocs.yml."}}},
        "results": [_result(one, index[one.rule.code], seen) for one in found],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    # GitHub's runner obeys `##[command]` anywhere in a log; the escape is the same string to JSON.
    return json.dumps(document, indent=1, ensure_ascii=True).replace("##[", r"##\u005b") + "\n"


def _rule(rule: Rule, meaning: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": meaning(rule.code)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(fault: Diagnostic, index: int, seen: Counter[str]) -> dict[str, Any]:
    told = fault.message if fault.hint is None else f"{fault.message}\nhint: {fault.hint}"
    identity = "\0".join((fault.path, fault.rule.code, fault.message)).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(identity).hexdigest()[:32]
    seen[digest] += 1  # the same words twice in one file are two faults
    result: dict[str, Any] = {
        "ruleId": fault.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[fault.rule.severity],
        "message": {"text": _plain(told)},
        "locations": [_location(fault.path, fault.span)],
        "partialFingerprints": {"fasti/v1": f"{digest}:{seen[digest]}"},
    }
    if fault.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.path, other.span), "message": {"text": _plain(other.message)}}
            for number, other in enumerate(fault.related)
        ]
    return result


def _plain(text: str) -> str:
    """A message that is just this text: brackets would make a link of it, braces a placeholder."""
    return text.replace("[", "\\[").replace("]", "\\]").replace("{", "{{").replace("}", "}}")


def _location(path: str, span: Span | None) -> dict[str, Any]:
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": quote(path.encode("utf-8", "surrogatepass")), "uriBaseId": ROOT}
    }
    if span:
        physical["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    return {"physicalLocation": physical}
