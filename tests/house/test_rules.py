"""Every rule has its own code and name, in a known family, and a page in the diagnostics reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from pkgutil import walk_packages

import fasti
from fasti.diagnostics import Rule, Severity
from fasti.resources import diagnostics_pages

FAMILIES = "1234567"  # reading, records, corpus, chronology, evidence, derived, writing
HOUSE = "9"


def all_rules() -> list[Rule]:
    """Every rule that a module of the package holds, by itself or in its plug; each object once."""
    found: dict[int, Rule] = {}
    for module in walk_packages(fasti.__path__, "fasti."):
        for value in vars(import_module(module.name)).values():
            rule = getattr(value, "rule", value)
            if isinstance(rule, Rule):
                found[id(rule)] = rule
    return sorted(found.values(), key=lambda rule: rule.code)


def rule_faults(rules: Iterable[Rule], pages: Iterable[str]) -> list[str]:
    """What is wrong with these rules, given the stems of the reference pages."""
    rules, stems = list(rules), set(pages)
    faults = []
    for what, values in (("code", [rule.code for rule in rules]), ("name", [rule.name for rule in rules])):
        faults += [
            f"two rules have the {what} {value}" for value, count in sorted(Counter(values).items()) if count > 1
        ]
    for rule in rules:
        if not re.fullmatch(rf"FST[{FAMILIES}{HOUSE}]\d\d", rule.code):
            faults.append(f"{rule.code} belongs to no family")
        if not re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name):
            faults.append(f"{rule.code} has the name {rule.name}: lower-case words and hyphens")
        if not re.fullmatch(r"[A-Z`].*[.]", rule.summary):
            faults.append(f"{rule.code} has no sentence as its summary")
        if f"{rule.code}-{rule.name}" not in stems:
            faults.append(f"{rule.code}-{rule.name} has no reference page")
    known = {f"{rule.code}-{rule.name}" for rule in rules}
    faults += [f"the page {stem} belongs to no rule" for stem in sorted(stems - known)]
    return faults


def test_every_rule_is_documented_and_unique():
    rules = all_rules()
    assert len(rules) > 40  # the catalogue alone: an empty walk would prove nothing
    assert rule_faults(rules, [page.stem for page in diagnostics_pages().values()]) == []


def test_a_rule_without_page_or_with_a_used_code_is_reported():
    rules = [
        Rule("FST301", "unknown-reference", Severity.ERROR, "A record names another that does not exist."),
        Rule("FST301", "lost-record", Severity.ERROR, "A record is lost."),
        Rule("FST801", "Eighth", Severity.NOTE, "no sentence"),
    ]
    assert rule_faults(rules, ["FST301-unknown-reference", "FST999-old"]) == [
        "two rules have the code FST301",
        "FST301-lost-record has no reference page",
        "FST801 belongs to no family",
        "FST801 has the name Eighth: lower-case words and hyphens",
        "FST801 has no sentence as its summary",
        "FST801-Eighth has no reference page",
        "the page FST999-old belongs to no rule",
    ]
