"""A payload in every field of text of every record type: published as written, and nowhere obeyed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from fasti.diagnostics import Report
from fasti.exports import export
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from fasti.records import RECORD_TYPES
from tests.hostile.filled import Maker, filled
from tests.kit.browser import PHONE, overflow, visit
from tests.kit.corpus import a_corpus
from tests.kit.reports import read_files
from tests.published.kit import run

PAYLOAD = (
    "\"'></template></svg></title></style><script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
    '{{ 7*7 }}{% raw %}{# --8<-- "mkdocs.yml" [x](javascript:window.pwned=1) [y](//evil.example/)'
    " ![z](https://evil.example/z.png) ${window.pwned=1} `a` %0A::error::x "
) + "W" * 400
REDIRECT = 'http-equiv="refresh"'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every text is a payload, built as a contributor builds it."""
    project = a_corpus(filled(PAYLOAD))
    done = run(project, "fasti.cli", "build", "--strict")
    assert (done.code, done.err) == (0, "")
    return project / "site"


def pages(site: Path) -> list[str]:
    """The addresses of all pages that are not mere redirects."""
    found = sorted(site.rglob("index.html"))
    shown = [path.parent.relative_to(site).as_posix() for path in found if REDIRECT not in path.read_text("utf-8")]
    return ["" if address == "." else f"{address}/" for address in shown]


def test_the_payload_stands_in_every_field_of_text_that_the_record_types_have():
    maker = Maker(PAYLOAD)
    for kind, model in RECORD_TYPES.items():
        maker.record(kind, model)
    assert {"event.title", "event.says.what", "event.media.alt", "event.rivals.why", "place.names.text"} <= maker.texts
    assert {
        "actor.label",
        "source.url",
        "source.archive.url",
        "series.definition",
        "place.match.geonames",
    } <= maker.texts
    assert len(maker.texts) > 70


def test_a_legal_payload_is_no_fault():
    assert read_files(filled(PAYLOAD)).lines == []


def test_no_payload_acts_breaks_the_policy_or_widens_a_page(site: Path, browser, served):
    server = served(site)
    with visit(browser, server, width=PHONE) as seen:
        for address in pages(site):
            seen.page.goto(server.url(address), wait_until="load")
            assert seen.page.evaluate("typeof window.pwned") == "undefined", address
            assert overflow(seen.page) == [], address
            hrefs = seen.page.evaluate("[...document.querySelectorAll('[href]')].map(a => a.getAttribute('href'))")
            assert [href for href in hrefs if href.startswith(("javascript:", "data:", "//"))] == [], address
        assert seen.faults == []


def test_the_browser_would_see_a_payload_that_acts(tmp_path: Path, browser, served):
    (tmp_path / "index.html").write_text(f"<!doctype html><p>{PAYLOAD}</p>", "utf-8")
    server = served(tmp_path)
    with visit(browser, server, width=PHONE) as seen:
        seen.page.goto(server.url(), wait_until="load")
        assert seen.page.evaluate("window.pwned") == 1
        assert overflow(seen.page) != []
        assert seen.foreign == [] and seen.faults != []


def test_no_template_ran_over_a_payload(site: Path):
    shown = (site / "events/e/index.html").read_text("utf-8")
    assert "{{ 7*7 }}{% raw %}{#" in shown
    assert "site_description" not in shown


def test_every_download_reads_back_as_it_was_written(site: Path):
    title = json.loads((site / "data/v1/events.json").read_text("utf-8"))["records"][0]["record"]["title"]
    assert title.startswith(PAYLOAD)
    for path in (site / "data/v1").glob("*.csv"):
        rows = list(csv.reader(path.read_text("utf-8").splitlines()))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name


def test_no_cell_of_a_table_begins_as_a_formula():
    report = Report()
    settings = settings_for(a_corpus(filled("=cmd|' /C calc'!A0")), report)
    edition, report = examine(settings, report, Clock())
    assert report.diagnostics == ()
    tables = [data.decode("utf-8") for path, data in export(edition).items() if path.endswith(".csv")]
    cells = [cell for table in tables for row in csv.reader(table.splitlines()) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))] == []
    assert len([cell for cell in cells if "=cmd|" in cell]) > 20
