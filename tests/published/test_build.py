"""`fasti build` on this repository's chronology: whole, quiet, repeatable, and the same from every door."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from tests.published.kit import ROOT, Done, a_copy, published, run, times

FOLDERS = {"events": "events", "places": "places", "actors": "actors", "sources": "sources", "series": "figures"}
ADDRESS = "https://example.org/fasti/"


def test_a_build_says_how_many_of_each_kind_how_long_and_where(first: Done, site: Path) -> None:
    lines = [re.sub(r"\d+\.\d+", "0", line) for line in first.out.splitlines()]
    count = {kind: len([p for p in (ROOT / "content" / kind).rglob("*") if p.is_file()]) for kind in FOLDERS}
    assert lines[0] == (
        f"records  {count['events']} events, {count['places']} places, {count['actors']} actors, "
        f"{count['sources']} source{'' if count['sources'] == 1 else 's'}, {count['series']} series"
    )
    assert lines[2] == (
        "seconds  copy 0, read 0, history 0, gather 0, order 0, derive 0, check 0, export 0, view 0, draw 0, search 0, write 0, mkdocs 0, swap 0"
    )
    assert lines[3] == "site     site/index.html"


def test_every_record_has_a_page(site: Path) -> None:
    records = {
        f"{folder}/{path.stem}/index.html"
        for kind, folder in FOLDERS.items()
        for path in (ROOT / "content" / kind).rglob("*")
        if path.is_file()
    }
    assert records - set(published(site)) == set()


def test_a_second_build_rewrites_no_page(project: Path, site: Path) -> None:
    before = times(site)
    assert run(project, "fasti.cli", "build", "--strict").code == 0
    assert times(site) == before


def test_an_edit_rewrites_the_pages_that_show_it_and_equals_a_cold_build(tmp_path: Path) -> None:
    project = a_copy(tmp_path / "warm")
    assert run(project, "fasti.cli", "build", "--strict").code == 0
    before = times(project / "site")
    place = project / "content/places/rawa.yml"
    place.write_text(place.read_text("utf-8") + "external: {trial: x1}\n", "utf-8")
    assert run(project, "fasti.cli", "build", "--strict").code == 0
    after = times(project / "site")
    assert {page for page in after if after[page] != before[page]} <= {
        "places/rawa/index.html",
        "data/index.html",
        "changes/index.html",
    }
    cold = a_copy(tmp_path / "cold")
    (cold / "content/places/rawa.yml").write_text(place.read_text("utf-8"), "utf-8")
    assert run(cold, "fasti.cli", "build", "--strict").code == 0
    assert published(project / "site") == published(cold / "site")


def test_builds_in_other_places_times_and_orders_give_the_same_bytes(tmp_path: Path, site: Path) -> None:
    other = a_copy(tmp_path / "a longer name")
    done = run(
        other, "fasti.cli", "build", "--strict", TZ="Asia/Tokyo", PYTHONHASHSEED="7", LC_ALL="C", SOURCE_DATE_EPOCH="1"
    )
    assert done.code == 0
    assert published(other / "site") == published(site)


def test_mkdocs_alone_and_properdocs_give_the_same_pages(tmp_path: Path, site: Path) -> None:
    project = a_copy(tmp_path / "engines")
    mkdocs = run(project, "mkdocs", "build", "--strict", "-q", "-d", str(tmp_path / "mkdocs"))
    assert (mkdocs.code, mkdocs.err) == (0, "")
    properdocs = run(project, "properdocs", "build", "-f", "mkdocs.yml", "--strict", "-q", "-d", str(tmp_path / "pd"))
    assert properdocs.code == 0, properdocs.err
    assert published(tmp_path / "mkdocs") == published(site)
    assert published(tmp_path / "pd") == published(site)


def test_a_fault_keeps_the_published_site_and_is_told_with_its_place(tmp_path: Path) -> None:
    project = a_copy(tmp_path / "faulty")
    assert run(project, "fasti.cli", "build", "--strict").code == 0
    before, written = published(project / "site"), times(project / "site")
    (project / "content/events/broken.yml").write_text(
        "title: Broken\ntype: capture\nwhere: mosull\nsources: ann-2017-11-04 p1\n", "utf-8"
    )
    done = run(project, "fasti.cli", "build", "--strict")
    assert done.code == 1
    assert done.err.startswith(
        "error[FST301]: no place is called `mosull`\n --> content/events/broken.yml:3:8\n  |\n3 | where: mosull\n"
    )
    assert (published(project / "site"), times(project / "site")) == (before, written)


def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path, project: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("dear", "utf-8")
    done = run(project, "fasti.cli", "build", "--output", str(tmp_path / "home"))
    assert done.code == 2
    assert (tmp_path / "home/letter.txt").read_text("utf-8") == "dear"


class _Links(HTMLParser):
    """The addresses and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        self.anchors |= {given["id"] or ""} if "id" in given else set()


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    pages: dict[str, _Links] = {}
    for path in sorted(site.rglob("*.html")):
        pages[path.relative_to(site).as_posix()] = parsed = _Links()
        parsed.feed(path.read_text("utf-8"))
    files, dead = set(published(site)), []
    for name, page in pages.items():
        here = ADDRESS + name.removesuffix("index.html")
        for link in page.links:
            address, anchor = urldefrag(urljoin(here, link))
            if not address.startswith(ADDRESS) or name == "404.html":
                continue
            target = unquote(urlsplit(address).path).removeprefix("/fasti/")
            target += "index.html" if not target or target.endswith("/") else ""
            if target not in files or (anchor and anchor not in pages[target].anchors):
                dead.append(f"{name}: {link}")
    assert dead == []


def test_a_picture_that_a_record_shows_is_published_with_its_words(tmp_path: Path) -> None:
    project = a_copy(tmp_path / "pictured")
    (project / "content/media").mkdir(exist_ok=True)
    png = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
    (project / "content/media/rawa.png").write_bytes(png)
    place = project / "content/places/rawa.yml"
    place.write_text(place.read_text("utf-8") + "media: {file: rawa.png, alt: The bridge at Rawa}\n", "utf-8")
    done = run(project, "fasti.cli", "build", "--strict")
    assert (done.code, done.err) == (0, "")
    assert (project / "site/media/rawa.png").read_bytes() == png
    page = (project / "site/places/rawa/index.html").read_text("utf-8")
    assert re.findall(r'<img[^>]*src="([^"]*)"[^>]*alt="([^"]*)"', page) == [
        ("../../media/rawa.png", "The bridge at Rawa")
    ]
