"""What was changed, and how to cite it: in the published site of a repository with two commits."""

from __future__ import annotations

import re
from pathlib import Path

import feedparser

from tests.kit.browser import PHONE, visit
from tests.kit.corpus import a_corpus
from tests.kit.git import Repo
from tests.published.kit import a_copy, published, run

EVENT = "events/capture-of-raqqa-2017/"


def test_a_reader_finds_when_a_date_was_corrected_and_copies_the_citation(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, width=PHONE) as seen:
        seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = seen.go(pages.url(EVENT))
        row = page.locator(".colophon div", has=page.locator("dt", has_text="History")).first
        assert row.locator("dd").inner_text().startswith("Added on 1 Jan 2026. Corrected once, on 3 Feb 2026.")
        row.locator("summary").click()
        lines = row.locator("li").all_inner_texts()
        assert [line.partition("\n")[0] for line in lines] == ["3 Feb 2026 · Corrected: date", "1 Jan 2026 · Added"]
        page.locator("details.cite summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator("[role=status]", has_text="Copied").wait_for(state="attached")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#cite-bibtex").inner_text()
        assert re.match(r"@misc\{capture-of-raqqa-2017-[0-9a-f]{10},\n", copied)
        page.locator(".foot a", has_text="What was changed").click()
        page.wait_for_url("**/changes/")
        assert page.locator("h2").all_inner_texts()[:2] == ["3 February 2026", "1 January 2026"]
        assert seen.faults == []


def test_without_scripts_the_citation_can_be_read_and_nothing_offers_to_copy(site: Path, browser, served) -> None:
    pages = served(site)
    with visit(browser, pages, javascript=False) as seen:
        seen.page.goto(pages.url(EVENT))
        assert seen.page.locator("#cite-plain").inner_text().endswith(f" https://example.org/fasti/{EVENT}")
        assert seen.page.locator(".copy:visible").count() == 0


def test_the_feeds_that_pages_name_are_read_by_a_feed_reader(site: Path) -> None:
    for page in ("index.html", "changes/index.html"):
        found = re.findall(
            r'<link rel="alternate" type="application/atom\+xml"[^>]*href="([^"]*)"', (site / page).read_text("utf-8")
        )
        feeds = [feedparser.parse(((site / page).parent / href).read_bytes()) for href in found]
        assert [(feed.bozo, feed.version, feed.feed.updated, len(feed.entries)) for feed in feeds] == [
            (False, "atom10", "2026-01-01T12:00:00Z", 50),
            (False, "atom10", "2026-02-03T12:00:00Z", 1),
        ]
    (entry,) = feeds[1].entries
    assert (entry.link, entry.summary.partition(".")[0]) == (f"https://example.org/fasti/{EVENT}", "Corrected: date")


def test_a_fresh_clone_builds_the_same_site(tmp_path: Path, site: Path) -> None:
    a_repo = Repo(a_copy(tmp_path / "origin"))
    a_repo.run("clone", "-q", ".", str(tmp_path / "fresh"))
    assert run(tmp_path / "fresh", "fasti.cli", "build", "--strict").code == 0
    assert published(tmp_path / "fresh/site") == published(site)


def test_a_shallow_clone_builds_without_changes_and_says_what_is_missing(tmp_path: Path) -> None:
    repo = Repo(a_corpus({"events/fall.yml": "title: The fall\ntype: battle\nwhen: 1453\n"}))
    repo.commit("One", {})
    repo.commit("Two", {"content/events/fall.yml": "title: The fall\ntype: battle\nwhen: 1453-05\n"})
    repo.run("clone", "-q", "--depth=1", repo.folder.as_uri(), str(tmp_path / "shallow"))
    done = run(tmp_path / "shallow", "fasti.cli", "build")
    assert (done.code, done.out.splitlines()[2]) == (
        0,
        "changes  left out: needs a full clone (`git fetch --unshallow`)",
    )
    shown = (tmp_path / "shallow/site/changes/index.html").read_text("utf-8")
    assert "this site was built from a shallow one" in shown and "atom+xml" not in shown
    assert not list((tmp_path / "shallow/site").rglob("*.atom"))
