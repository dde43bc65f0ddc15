"""The browser kit sees what it is there to see: each fault is made on purpose, and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.kit.browser import PHONE, Served, chromium_path, overflow, screenshot, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A</title>'
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; img-src 'self' data: https:\">"


@pytest.fixture
def site(tmp_path: Path, served: Callable[..., Served]) -> Served:
    pages = {
        "index.html": f'{HEAD}<p>home <a href="events/x/">x</a>',
        "events/x/index.html": f"{HEAD}{POLICY}<p>x",
        "foreign/index.html": f'{HEAD}<img alt="" src="https://elsewhere.example/a.png">',
        "lost/index.html": f'{HEAD}<img alt="" src="../no.png">',
        "loud/index.html": f'{HEAD}<script>console.error("oh"); throw new Error("no")</script>',
        "inline/index.html": f"{HEAD}{POLICY}<script>document.title = 'B'</script>",
        "wide/index.html": f'{HEAD}<body style="margin:0"><div id="strip" class="bar" style="width:2000px">x</div>',
        "404.html": f"{HEAD}<p>not here",
        "data.csv": "a,b\n",
    }
    folder = tmp_path / "site"
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    return served(folder)


def faults_of(browser: Browser, site: Served, path: str) -> list[str]:
    with visit(browser, site) as seen:
        seen.go(site.url(path))
        return [fault.replace(site.address, "SITE/") for fault in seen.faults]


def test_a_good_page_has_no_faults_and_its_links_work(browser: Browser, site: Served):
    with visit(browser, site) as seen:
        page = seen.go(site.url())
        page.click("a")
        page.wait_for_url("**/events/x/")
        assert page.inner_text("p") == "x"
        assert seen.faults == []
    assert site.asked == ["/fasti/", "/fasti/events/x/"]


def test_a_request_to_another_origin_is_a_fault(browser: Browser, site: Served):
    assert faults_of(browser, site, "foreign/") == [
        "request to another origin: https://elsewhere.example/a.png",
        "not answered: net::ERR_NAME_NOT_RESOLVED https://elsewhere.example/a.png",
        "console: Failed to load resource: net::ERR_NAME_NOT_RESOLVED",
    ]


def test_a_file_that_is_not_there_is_a_fault(browser: Browser, site: Served):
    assert faults_of(browser, site, "lost/") == [
        "not answered: 404 SITE/no.png",
        "console: Failed to load resource: the server responded with a status of 404 (Not Found)",
    ]


def test_what_the_console_says_is_a_fault(browser: Browser, site: Served):
    assert sorted(faults_of(browser, site, "loud/")) == ["console: no", "console: oh"]


def test_a_script_that_the_policy_blocks_is_a_fault(browser: Browser, site: Served):
    faults = faults_of(browser, site, "inline/")
    assert faults[-1] == "CSP: script-src-elem blocked inline at SITE/inline/:1"


def test_a_page_that_is_too_wide_names_what_is(browser: Browser, site: Served):
    with visit(browser, site, width=PHONE) as seen:
        assert overflow(seen.go(site.url("wide/"))) == ["div#strip.bar reaches 2000 of 390"]
        assert overflow(seen.go(site.url())) == []


def test_without_scripts_none_runs(browser: Browser, site: Served):
    with visit(browser, site, javascript=False) as seen:
        seen.go(site.url("loud/"))
        assert seen.faults == []


def test_a_screenshot_is_a_picture_of_that_width(browser: Browser, site: Served, tmp_path: Path):
    with visit(browser, site, width=PHONE, scheme="dark") as seen:
        picture = screenshot(seen.go(site.url()), "home-390-dark", folder=tmp_path)
    data = picture.read_bytes()
    assert (picture.name, data[:8], int.from_bytes(data[16:20])) == ("home-390-dark.png", b"\x89PNG\r\n\x1a\n", 390)


def test_the_server_says_what_a_file_is(site: Served):
    with urlopen(site.url("data.csv")) as answer:
        assert (answer.headers["Content-Type"], answer.read()) == ("text/csv; charset=utf-8", b"a,b\n")
    with urlopen(site.url("events/x")) as answer:
        assert answer.url == site.url("events/x/")


@pytest.mark.parametrize(
    "path", ["no/", "../secret.txt", "%2e%2e/secret.txt", "/etc/passwd", "data.csv/", "..%2fsecret.txt"]
)
def test_the_server_shows_nothing_outside_the_site(site: Served, path: str):
    with pytest.raises(HTTPError) as refusal:
        urlopen(site.url(path))
    with refusal.value as answer:
        assert (answer.code, answer.read().decode()) == (404, f"{HEAD}<p>not here")


def test_outside_its_sub_path_there_is_no_site(site: Served):
    with pytest.raises(HTTPError) as refusal:
        urlopen(site.address.removesuffix("fasti/"))
    with refusal.value as answer:
        assert answer.code == 404


def test_without_a_chromium_the_test_says_how_to_get_one(tmp_path: Path):
    with pytest.raises(RuntimeError, match="no Chromium on PATH: run `make test`, or install the package chromium"):
        chromium_path({"PATH": str(tmp_path)})
