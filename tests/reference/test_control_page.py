"""The example on the page about control, run: its records give the answers that stand there."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from fasti.cli import cli
from tests.kit.corpus import a_corpus
from tests.kit.golden import Golden
from tests.kit.reference_page import FOLDER, ReferencePage

PAGE = FOLDER.parent / "control.md"
AROUND = {
    "content/places/buda.yml": "names: Buda\nkind: city\n",
    "content/sources/chronicle.yml": "title: A chronicle\nkind: book\nno_archive: printed\n",
    **{
        f"content/actors/{name}.yml": f"names: {label}\nkind: state\n"
        for name, label in (("ottomans", "Ottoman army"), ("hungarians", "Hungarian army"), ("empire", "Imperial army"))
    },
}
ASKED = re.compile(r"```console\n\$ fasti as-of (\S+)\n.*?```\n", re.S)


def test_the_example_gives_the_answers_that_the_page_shows(golden: Golden) -> None:
    page = ReferencePage(PAGE, PAGE.read_text(encoding="utf-8"))
    project = a_corpus({**AROUND, **page.files})
    assert len(ASKED.findall(page.text)) == 5
    golden.check(
        PAGE,
        ASKED.sub(lambda match: f"```console\n$ fasti as-of {match[1]}\n{told(project, match[1])}```\n", page.text),
    )


def told(project: Path, day: str) -> str:
    """What the real command prints."""
    run = CliRunner().invoke(cli, ["as-of", "--project", str(project), day])
    assert run.exit_code == 0
    return run.stdout
