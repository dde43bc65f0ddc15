"""The ways into the records: addresses of each sort of host, the text they fill in, and none without a repository."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from fasti.diagnostics import Report
from fasti.reading import parse_entry
from fasti.settings import Repository
from tests.kit.corpus import SETTINGS
from tests.views.small import edition, page

FILE = "content/events/a.yml"


def at(address: str, host: str = "") -> dict[str, str]:
    return {"mkdocs.yml": SETTINGS + f"      repository: {{address: '{address}', host: '{host}'}}\n"}


@pytest.mark.parametrize(
    "address, host, new, place, edit",
    [
        ("https://github.com/a/b", "", "/new/main?filename=", "/new/main/content/events", "/edit/main/"),
        ("https://codeberg.org/a/b", "", "/_new/main?filename=", "/_new/main/content/events", "/_edit/main/"),
        ("https://gitlab.com/a/b", "", None, "/-/new/main/content/events?file_name=a.yml", "/-/edit/main/"),
        ("https://forge.example/a/b", "", None, "/tree/main/content/events", "/edit/main/"),
        ("https://forge.example/a/b", "gitlab", None, "/-/new/main/content/events?file_name=a.yml", "/-/edit/main/"),
        ("https://github.com.forge.example/a", "forgejo", "/_new/main?filename=", "/_new/main/content/events", "/_edit/main/"),
    ],
)  # fmt: skip
def test_a_host_is_asked_by_its_own_addresses(address: str, host: str, new: str | None, place: str, edit: str):
    kept = Repository(address, "main", host)
    made = kept.new(FILE, "title: a&b\n")
    assert made == (new and f"{address}{new}{FILE}&value=title%3A%20a%26b%0A")
    assert (kept.place_for(FILE), kept.edit(FILE)) == (address + place, address + edit + FILE)


def test_an_address_that_would_be_refused_for_its_length_is_none():
    kept = Repository("https://github.com/a/b")
    assert kept.new(FILE, "x" * 7000) is not None and kept.new(FILE, "x" * 8000) is None


@pytest.mark.parametrize(
    "kind, key, path, line",
    [
        ("place", "city", "content/events/name-of-the-event.yml", "where: city"),
        ("actor", "sultan", "content/events/name-of-the-event.yml", "participants: {attacker: sultan}"),
        ("year", "1453", "content/events/1453/name-of-the-event.yml", "when: 1453"),
    ],
)
def test_a_page_fills_in_what_it_knows_and_the_check_asks_for_the_rest(kind: str, key: str, path: str, line: str):
    made = edition(at("https://github.com/a/b"))
    add = page(made, kind, key).view["add"]
    asked = parse_qs(urlsplit(add["href"]).query)
    (text,) = asked["value"]
    assert (asked["filename"], add["text"], len(add["href"]) < 8000) == ([path], None, True)
    assert line in text.splitlines()
    report = Report()
    parse_entry(text, path, "event", made.settings, report)
    missing = [found.message for found in report.diagnostics]
    assert missing == ["`title` has no value", "`type` has no value", "`sources` has no value"]


def test_where_a_host_takes_no_text_it_stands_beside_the_link():
    add = page(edition(at("https://gitlab.com/a/b")), "place", "city").view["add"]
    assert add["text"] is not None and "\nwhere: city\n" in add["text"]


def test_without_a_repository_there_is_no_way_and_no_dead_link():
    made = edition({"mkdocs.yml": SETTINGS})
    assert [page(made, *which).view["add"] for which in (("place", "city"), ("actor", "sultan"), ("year", "1453"))] == [
        None
    ] * 3
    assert page(made, "event", "siege").view["files"] == {
        "path": "content/events/siege.md", "file": None, "dispute": None, "rival": None,
    }  # fmt: skip
