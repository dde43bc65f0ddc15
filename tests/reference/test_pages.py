"""The diagnostics reference is whole: one page for each rule, each with the same headings, and an index of them all."""

from __future__ import annotations

import re

import pytest

from fasti.diagnostics import Severity, catalogue
from tests.kit.golden import Golden
from tests.kit.reference_page import FOLDER, ReferencePage, reference_pages

PAGES = reference_pages()
OF_THE_CATALOGUE = {rule.code: rule for rule in catalogue.RULES}
HEADINGS = ["What it means", "Why it matters", "Example", "What to do"]

# Each says on its page why. Whoever adds one here says in its test file where the rule is tried instead.
NOT_RUN = ["FST108", "FST109", "FST702", "FST704", "FST705", "FST903", "FST999"]

FAMILIES = {
    "1": "The file",
    "2": "The fields of a record",
    "3": "Records together",
    "4": "The order of events",
    "5": "Evidence",
    "6": "What follows from the records",
    "7": "The site",
    "9": "fasti itself",
}


def page_ids(page: ReferencePage) -> str:
    return page.code


def test_every_rule_of_the_catalogue_has_one_page_named_after_it():
    of_the_catalogue = [page.path.name for page in PAGES if page.code in OF_THE_CATALOGUE]
    assert of_the_catalogue == [f"{rule.code}-{rule.name}.md" for rule in catalogue.RULES]


def test_every_other_page_belongs_to_a_check():
    others = [page.code for page in PAGES if page.code not in OF_THE_CATALOGUE]
    assert [code for code in others if code[3] not in "56"] == []


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_a_page_has_the_fixed_form(page: ReferencePage):
    assert page.title == f"# {page.code} {page.name}"
    assert re.fullmatch(r"\*\*(Error|Warning|Note)\.\*\* .+\.", page.severity_line)
    assert page.headings == HEADINGS


@pytest.mark.parametrize("page", [page for page in PAGES if page.code in OF_THE_CATALOGUE], ids=page_ids)
def test_the_severity_line_is_the_rule_of_the_catalogue(page: ReferencePage):
    rule = OF_THE_CATALOGUE[page.code]
    assert page.severity_line == f"**{rule.severity.value.capitalize()}.** {rule.summary}"


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_an_example_shows_files_and_one_report_that_names_the_rule(page: ReferencePage):
    assert bool(page.files) != bool(page.not_run)
    assert page.console is not None
    severity = page.severity_line[2:].split(".")[0].lower()
    assert f"{severity}[{page.code}]: " in page.console


def test_exactly_these_examples_are_not_run():
    assert [page.code for page in PAGES if page.not_run] == NOT_RUN


def test_the_index_lists_every_page(golden: Golden):
    index = FOLDER / "index.md"
    marker = "## Every fault\n"
    written = index.read_text(encoding="utf-8").split(marker)[0]
    golden.check(index, written + marker + "".join(table(family) for family in FAMILIES))


def table(family: str) -> str:
    """The pages of one family as a section of the index; nothing if there are none."""
    pages = [page for page in PAGES if page.code[3] == family]
    rows = [f"| [{page.code}]({page.path.name}) | {page.name} | {worded(page)} |\n" for page in pages]
    head = f"\n### {FAMILIES[family]}\n\n| Code | Name | What it says |\n|---|---|---|\n"
    return head + "".join(rows) if rows else ""


def worded(page: ReferencePage) -> str:
    """The summary; the severity only where it is not an error."""
    severity, summary = page.severity_line.removeprefix("**").split(".** ", 1)
    return summary if severity.lower() == Severity.ERROR.value else f"{severity}: {summary}"
