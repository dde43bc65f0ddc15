"""Hand-written pages keep off the addresses of records and index pages."""

from __future__ import annotations

from fasti.diagnostics import Report, render_concise
from fasti.pipeline import check
from fasti.reading import settings_for
from tests.kit.corpus import a_corpus
from tests.kit.reports import of_the_matter


def test_a_page_at_the_address_of_a_record_or_an_index_page_is_told() -> None:
    report = Report()
    project = a_corpus(
        {
            "places/vienna.yml": "names: Vienna\nkind: city\n",
            "pages/places/Vienna.md": "# Vienna\n",
            "pages/chronology/index.md": "# Ours\n",
            "pages/about.md": "# About\n",
        }
    )
    assert render_concise(of_the_matter(check(settings_for(project, report), report).diagnostics)) == (
        "content/pages/chronology/index.md: error FST701 `chronology/` is an address of the pages that fasti makes "
        "(rename this page)\n"
        "content/pages/places/Vienna.md: error FST701 this page and the place `vienna` would both be `places/Vienna/` "
        "(rename this page)\n"
    )
