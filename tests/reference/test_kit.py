"""The machinery of the reference tests can fail: goldens that differ, pages read as authors would type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.corpus import a_corpus
from tests.kit.golden import Golden
from tests.kit.reference_page import ReferencePage

PAGE = """\
# FST110 tab-indentation

**Error.** A line is indented with a tab.

## Example

```yaml title="content/events/a.yml"
where:
<U+0009>## at: mosul
```

````markdown title="content/pages/b.md"
```yaml
x: 1
```
````

```console
$ fasti check
old \\1
```

## What to do

```yaml
not: a file
```
"""


def a_page(text: str = PAGE) -> ReferencePage:
    return ReferencePage(Path("FST110-tab-indentation.md"), text)


def test_a_golden_that_differs_or_is_missing_fails_and_stays_as_it_is(tmp_path: Path):
    golden = Golden(update=False, rewritten=[])
    path = tmp_path / "golden.txt"
    with pytest.raises(AssertionError, match=r"golden\.txt is missing: run `pytest --golden=update`"):
        golden.check(path, "new")
    path.write_text("old")
    with pytest.raises(AssertionError):
        golden.check(path, "new")
    assert path.read_text() == "old"
    golden.check(path, "old")


def test_an_update_rewrites_what_differs_and_names_only_that(tmp_path: Path):
    rewritten: list[Path] = []
    golden = Golden(update=True, rewritten=rewritten)
    same, other, missing = (tmp_path / name for name in ("same", "other", "deep/missing"))
    same.write_text("text")
    other.write_text("old")
    for path in (same, other, missing):
        golden.check(path, "text")
    assert [path.read_text() for path in (same, other, missing)] == ["text"] * 3
    assert rewritten == [other, missing]


def test_a_page_is_taken_apart():
    page = a_page()
    assert (page.code, page.name, page.title) == ("FST110", "tab-indentation", "# FST110 tab-indentation")
    assert page.severity_line == "**Error.** A line is indented with a tab."
    assert page.headings == ["Example", "What to do"]
    assert page.files == {
        "content/events/a.yml": "where:\n\t## at: mosul\n",
        "content/pages/b.md": "```yaml\nx: 1\n```\n",
    }
    assert page.console == "$ fasti check\nold \\1\n"
    assert page.not_run is None
    assert a_page("Not run: it cannot be.\n").not_run == "it cannot be."


def test_a_page_gets_another_report_and_nothing_else():
    assert a_page().with_console("$ fasti check\nnew \\2\n") == PAGE.replace("old \\1", "new \\2")


def test_two_reports_on_one_page_are_none():
    assert a_page(PAGE + "```console\n```\n").console is None


def test_a_corpus_is_the_files_given_and_what_a_project_needs_around_them():
    project = a_corpus(
        {"events/a.yml": "title: A\n", "content/media/b.png": b"\x89PNG", "mkdocs.yml": "site_name: x\n"}
    )
    files = sorted(path.relative_to(project).as_posix() for path in project.rglob("*") if path.is_file())
    assert files == [
        "content/events/a.yml",
        "content/media/b.png",
        "content/pages/index.md",
        "content/vocabulary.yml",
        "mkdocs.yml",
    ]
    assert (project / "content/media/b.png").read_bytes() == b"\x89PNG"
    assert (project / "mkdocs.yml").read_text() == "site_name: x\n"
