"""The pages on contributing are true: examples are checked, messages are those of the tests, code runs."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
import yaml

from fasti.authoring.site import new_site
from tests.house.package import ROOT
from tests.kit.golden import Golden
from tests.reading.test_commonest_mistakes import MISTAKES

PAGES = ROOT / "content/pages"
MARKER = "<!-- Made from tests/reading/test_commonest_mistakes.py by `make golden`. -->\n"


def complaint(name: str, right: str, wrong: str, told: str, mended: str) -> str:
    at, said = told.split(": error ", 1)
    code, message = said.split(" ", 1)
    line, column = at.split(":")
    (page,) = (PAGES / "reference/diagnostics").glob(f"{code}-*.md")
    shown = wrong.replace("\t", "→").replace("\u00a0", "·")
    return (
        f"\n## {name[0].upper()}{name[1:]}\n\n```text\n{shown}\n```\n\n"
        f"The check says, at column {column}: {message}. ([{code}](../reference/diagnostics/{page.name}))\n\n"
        f"```yaml\n{mended}\n```\n"
    )


def test_the_commonest_mistakes_are_told_with_the_words_of_the_check(golden: Golden):
    page = PAGES / "contribute/complaints.md"
    written = page.read_text(encoding="utf-8").split(MARKER)[0]
    text = "".join(complaint(name, *parts) for name, parts in MISTAKES.items())
    golden.check(page, written + MARKER + "\nA tab is shown as `→`, a blank copied from a web page as `·`.\n" + text)


def test_the_examples_in_python_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    new_site(tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGES / "reference/python.md"), module_relative=False)
    assert (failed, tried) == (0, 12)


@pytest.mark.parametrize("page", sorted((PAGES / "contribute").glob("*.md")), ids=lambda page: page.stem)
def test_every_example_of_a_record_is_yaml(page: Path):
    import re
    import textwrap

    for block in re.findall(r"^ *```yaml\n(.*?)^ *```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        assert yaml.load(textwrap.dedent(block), Loader=yaml.BaseLoader)
