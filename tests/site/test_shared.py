"""What a page says to whoever passes it on: Open Graph, canonical addresses and linked data, on every sort of page."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

from tests.site.conftest import Small, an_event, stub
from tests.writing.plain import contents

SITE = "https://example.org/fasti/"
HOSTILE = '</script><script>alert("1")</script>&\u2028<b>'
ALT = "The name of this chronology, and how many entries it has over time, as columns."


class Head(HTMLParser):
    """The meta tags that are shared, the canonical addresses, and the data blocks of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.shared: list[tuple[str, str]] = []
        self.canonical: list[str] = []
        self.blocks: list[str] = []
        self.scripts = 0
        self._inside = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        name = said.get("property") or said.get("name", "")
        if tag == "meta" and name.startswith(("og:", "twitter:")):
            self.shared.append((name, said["content"]))
        if tag == "link" and said.get("rel") == "canonical":
            self.canonical.append(said["href"])
        self._inside = tag == "script" and said.get("type") == "application/ld+json"
        self.scripts += tag == "script" and "src" not in said and not self._inside

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.blocks.append(data)
            self._inside = False


def shared(kind: str, title: str, description: str, address: str, sort: str = "article") -> list[tuple[str, str]]:
    """The tags that a page of this site has."""
    told = [("og:description", description)] if description else []
    return [
        ("og:type", sort),
        ("og:site_name", "A & B <chronology>"),
        ("og:title", title),
        *told,
        ("og:url", SITE + address),
        ("og:locale", "en_GB"),
        ("og:image", f"{SITE}assets/preview/{kind}.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", ALT),
        ("twitter:card", "summary_large_image"),
    ]


def test_record_pages_index_pages_and_hand_written_ones_say_what_they_are(built: Small):
    pages = {
        "events/b/": shared("event", "B <i>", "What it says", "events/b/"),
        "places/": shared("places", "All <places>", "What it says", "places/"),
        "method/": shared("page", "Method", "", "method/"),
        "": shared("page", "A & B <chronology>", "", "", "website"),
    }
    for address, told in pages.items():
        head = Head(built.site / address / "index.html")
        assert (head.shared, head.canonical) == (told, [SITE + address]), address


def test_the_page_for_wrong_addresses_is_shared_by_nobody(built: Small):
    head = Head(built.site / "404.html")
    assert (head.shared, head.canonical) == ([], [])
    assert '<meta name="robots" content="noindex">' in (built.site / "404.html").read_text("utf-8")


def test_every_page_has_one_address_of_its_own(built: Small):
    pages = [path for path in contents(built.site) if path.endswith("index.html")]
    found = {path: Head(built.site / path).canonical for path in pages}
    assert found == {path: [SITE + path.removesuffix("index.html")] for path in found}


def test_linked_data_comes_back_as_it_was_given_on_record_pages_and_index_pages(small: Small):
    linked = {"@context": "https://schema.org", "@type": "Event", "name": HOSTILE}
    small.pages = (
        replace(an_event("a", title=HOSTILE), linked=linked),
        replace(stub("places"), linked=linked),
        stub("chronology"),
    )
    small.build()
    for address in ("events/a/", "places/"):
        head = Head(small.site / address / "index.html")
        assert [json.loads(block) for block in head.blocks] == [linked]
        assert head.scripts == 0
    assert Head(small.site / "chronology/index.html").blocks == []
    assert Head(small.site / "events/a/index.html").shared[2] == ("og:title", HOSTILE)
