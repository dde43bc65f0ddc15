"""The pages on editors, layout and new records are true: their tables are what the code has."""

from __future__ import annotations

import re

from click.testing import CliRunner

from fasti.authoring import IN_PART, ONLY_CHECK, SCHEMAS
from fasti.authoring.asks import ASKS
from fasti.cli import cli
from tests.house.package import ROOT

PAGES = {
    name: (ROOT / f"content/pages/reference/{name}.md").read_text(encoding="utf-8") for name in ("editor", "fmt", "new")
}


def rows(page: str, head: str) -> list[list[str]]:
    """The rows of the table with this head, without the marks of code."""
    (table,) = re.findall(rf"^{re.escape(head)}\n\|[-|]+\n((?:\|.*\n)+)", PAGES[page], re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]


def test_the_page_on_editors_lists_what_only_the_check_knows():
    listed = {code: why for codes, why in rows("editor", "| Codes | Why |") for code in re.findall(r"FST\d{3}", codes)}
    assert listed == ONLY_CHECK
    assert rows("editor", "| Code | |") == [[f"`{part.code}`", part.what] for part in IN_PART]
    for kind in SCHEMAS:
        assert re.search(rf"\b{kind}\b", PAGES["editor"])


def test_the_page_on_new_records_lists_every_option():
    table = rows("new", "| | Needed | And |")
    assert [row[0] for row in table] == [f"`fasti new {kind}`" for kind in ASKS]
    for (_, needed, more), asks in zip(table, ASKS.values(), strict=True):
        assert re.findall(r"--([\w-]+)", needed) == [ask.option for ask in asks if ask.needed]
        assert re.findall(r"--([\w-]+)", more) == [ask.option for ask in asks if not ask.needed]


def test_the_pages_name_only_options_that_there_are():
    for text in PAGES.values():
        for command, options in re.findall(r"`fasti (schema|fmt)((?: --?[\w-]+)*)", text):
            told = CliRunner().invoke(cli, [command, "--help"]).output
            assert all(option in told for option in options.split()), (command, options)
