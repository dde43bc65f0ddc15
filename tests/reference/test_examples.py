"""Every example of the diagnostics reference, run: the files of a page give the report that the page promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from fasti.diagnostics import Report, render_text, summary
from fasti.pipeline import check
from fasti.reading import settings_for
from tests.kit.corpus import a_corpus
from tests.kit.golden import Golden
from tests.kit.reference_page import ReferencePage, reference_pages

RUN = [page for page in reference_pages() if not page.not_run]


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.code)
def test_the_example_gives_the_report_that_its_page_shows(page: ReferencePage, golden: Golden):
    project = a_corpus(page.files)
    shown = page.with_console(f"$ fasti check\n{report_of(project)}")
    assert f"[{page.code}]: " in shown.split("```console\n")[1]
    golden.check(page.path, shown)


def test_the_files_around_the_examples_are_without_fault():
    assert report_of(a_corpus()) == "no faults\n"


def report_of(project: Path) -> str:
    """What `fasti check` prints for a project, without colour."""
    report = Report()
    diagnostics = check(settings_for(project, report), report).diagnostics

    def source(path: str) -> str | None:
        file = project / path
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else None

    text = render_text(diagnostics, source)
    return f"{text}\n{summary(diagnostics)}\n" if text else f"{summary(diagnostics)}\n"
