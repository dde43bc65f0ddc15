"""A chart taken away: the picture as a file of its own, the table as data, both from what the page shows."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Literal
from xml.etree import ElementTree

import pytest
import vl_convert
from playwright.sync_api import Locator

from fasti.resources import theme_dir
from tests.kit.browser import DESKTOP, PHONE, visit

SVG = "{http://www.w3.org/2000/svg}"


def taken(figure: Locator, kind: str) -> tuple[str, str]:
    """The name and the text of what a button hands over."""
    with figure.page.expect_download() as download:
        figure.locator(f"[data-chart-save={kind}]").click()
    return download.value.suggested_filename, Path(download.value.path()).read_text("utf-8")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_stands_alone_in_the_colours_of_paper(
    site: Path, browser, served, width: int, scheme: Literal["light", "dark"]
) -> None:
    pages = served(site)
    with visit(browser, pages, width=width, scheme=scheme) as seen:
        figure = seen.go(pages.url("places/deir-ez-zor-city/")).locator("figure.chart").first
        name, svg = taken(figure, "svg")
        assert name == "deir-ez-zor-city-chart-1.svg"
        root = ElementTree.fromstring(svg)
        assert root.tag == f"{SVG}svg"
        assert "var(" not in svg and "aria-" not in svg and "href" not in svg
        assert root.find(f"{SVG}rect").get("fill") == "#fbfaf6"  # type: ignore[union-attr]
        caption = figure.locator(".chart-caption").inner_text()
        assert root.findtext(f"{SVG}title") == caption
        description = root.findtext(f"{SVG}desc") or ""
        assert description.startswith("The last word on each: Deir ez-Zor")
        assert "CC BY 4.0" in description and description.endswith("https://example.org/fasti/places/deir-ez-zor-city/")
        drawn = " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
        assert caption.split()[0] in drawn and "CC BY 4.0" in drawn
        vl_convert.register_font_directory(str(theme_dir() / "assets/fonts"))
        assert len(vl_convert.svg_to_png(svg)) > 10_000
        assert seen.faults == []


def test_every_chart_of_every_kind_can_be_taken_away_with_its_rows(site: Path, browser, served) -> None:
    pages = served(site)
    kinds = set()
    with visit(browser, pages) as seen:
        for address in ("", "chronology/", "chronology/2017/", "places/raqqa/", "map/"):
            page = seen.go(pages.url(address))
            for figure in page.locator("figure.chart").all():
                kinds.add(re.findall(r"chart-(\w+)", figure.get_attribute("class") or "")[0])
                assert ElementTree.fromstring(taken(figure, "svg")[1]).tag == f"{SVG}svg"
                rows = list(csv.reader(io.StringIO(taken(figure, "csv")[1])))
                table = figure.locator("table") if figure.locator("table").count() else page.locator("#table table")
                cells = "t => [...t.rows].map(r => [...r.cells].map(c => c.textContent.replace(/\\s+/g, ' ').trim()))"
                assert rows == table.evaluate(cells), address
                assert len(rows) > 1
        assert seen.faults == []
    assert kinds == {"control", "entries", "figures", "map", "timeline", "towns"}


def test_no_cell_is_a_formula(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages) as seen:
        figure = seen.go(pages.url("places/raqqa/")).locator("figure.chart").first
        texts = ["=1+1", "+1", "-1", "@A1", "-0044-03-15", 'a "b", c', "plain"]
        figure.locator("tbody").evaluate(
            "(body, texts) => body.replaceChildren(...texts.map(text => {"
            " const row = document.createElement('tr'); row.insertCell().textContent = text; return row }))",
            texts,
        )
        _, text = taken(figure, "csv")
        assert text.split("\n")[1:] == ["'=1+1", "'+1", "'-1", "'@A1", "-0044-03-15", '"a ""b"", c"', "plain", ""]


def test_without_scripts_there_are_the_picture_and_the_table_and_no_button(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, javascript=False) as seen:
        figure = seen.go(pages.url("places/raqqa/")).locator("figure.chart").first
        assert figure.get_by_role("button").count() == 0
        figure.locator("summary").click()
        assert figure.locator("tbody tr").first.is_visible()
