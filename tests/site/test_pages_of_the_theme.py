from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from fasti.writing import policy
from tests.site.conftest import Small
from tests.writing.plain import contents


class Inline(HTMLParser):
    """Collects what a strict policy forbids: scripts and styles without a file, handlers, style attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name for name, _ in attrs}
        data = ("type", "application/ld+json") in attrs  # which no browser runs
        if (tag == "script" and "src" not in names and not data) or tag == "style":
            self.found.append(f"<{tag}>")
        self.found += [f"{tag} {name}" for name in sorted(names) if name == "style" or name.startswith("on")]


def pages(site: Path) -> dict[str, str]:
    return {path: content.decode() for path, content in contents(site).items() if path.endswith(".html")}


def test_what_is_forbidden_is_seen():
    html = '<style>a{}</style><script>1</script><script src="a.js"></script><p style="a" onclick="b">x</p>'
    assert Inline(html).found == ["<style>", "<script>", "p onclick", "p style"]


def test_no_page_holds_an_inline_script_or_style(built):
    assert {path: Inline(html).found for path, html in pages(built.site).items()} == {
        path: [] for path in (
            "404.html", "chronology/index.html", "events/a/index.html", "events/b/index.html", "index.html",
            "method/index.html", "places/index.html",
        )
    }  # fmt: skip


def test_every_page_begins_with_the_same_policy(built):
    begins = {re.search(r"<head>\s*(.*?>\s*.*?>)", html)[1] for html in pages(built.site).values()}  # type: ignore[index]
    searched = policy().replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    assert begins == {
        '<meta charset="utf-8">\n      <meta http-equiv="Content-Security-Policy" content="' + searched + '">'
    }
    assert policy() == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"
    )


def test_only_what_pages_ask_for_is_published(built):
    assert [path for path in contents(built.site) if path.startswith("assets/")] == [
        "assets/actors.css",
        "assets/chart-save.js",
        "assets/cite.js",
        "assets/explore.css",
        "assets/explore.js",
        "assets/fasti.css",
        "assets/fasti.js",
        "assets/fasti.svg",
        "assets/fonts/OFL.txt",
        "assets/fonts/source-sans-3-latin-ext.woff2",
        "assets/fonts/source-sans-3-latin.woff2",
        "assets/lost.js",
        "assets/map.css",
        "assets/map.js",
        "assets/scheme.js",
        "assets/search-dialog.css",
        "assets/search-dialog.js",
    ]


def test_titles_are_escaped_wherever_they_stand(built):
    html = pages(built.site)["events/b/index.html"]
    assert re.findall(r"<(title|h1)>(.*?)</\1>", html) == [
        ("title", "B &lt;i&gt; – A &amp; B &lt;chronology&gt;"),
        ("h1", "B &lt;i&gt;"),
    ]
    assert re.findall(r"<title>(.*?)</title>", pages(built.site)["places/index.html"]) == [
        "All &lt;places&gt; – A &amp; B &lt;chronology&gt;"
    ]


def test_a_record_stands_under_its_part_of_the_navigation(built):
    current = {
        path: re.findall(r'<a href="([^"]*)" aria-current="(\w+)"', html) for path, html in pages(built.site).items()
    }
    assert current == {
        "404.html": [],
        "chronology/index.html": [("./", "page")],
        "events/a/index.html": [("../../chronology/", "true")],
        "events/b/index.html": [("../../chronology/", "true")],
        "index.html": [],
        "method/index.html": [("./", "page")],
        "places/index.html": [("./", "page")],
    }


def test_every_page_that_has_a_file_leads_to_it(built):
    found = {
        path: re.findall(r'href="https://example.org/repository/edit/([^"]*)"', html)
        for path, html in pages(built.site).items()
    }
    assert {path: links for path, links in found.items() if links} == {
        "events/a/index.html": ["main/content/events/a.md"],
        "events/b/index.html": ["main/content/events/b.md"],
        "index.html": ["main/content/pages/index.md"],
        "method/index.html": ["main/content/pages/method.md"],
    }


def test_hand_written_pages_are_cleaned(built):
    assert "alert" not in pages(built.site)["method/index.html"]


def test_the_sitemap_holds_the_pages_of_both(built):
    assert re.findall("<loc>(.*?)</loc>", (built.site / "sitemap.xml").read_text()) == [
        f"https://example.org/fasti/{address}"
        for address in ("", "chronology/", "events/a/", "events/b/", "method/", "places/")
    ]
    assert not (built.site / "sitemap.xml.gz").exists()


def test_no_page_names_a_place_on_this_machine(built):
    assert [path for path, content in contents(built.site).items() if str(built.folder).encode() in content] == []


def test_two_builds_in_two_folders_are_the_same_bytes(small: Small, built):
    small.build()
    assert contents(small.site) == contents(built.site)
