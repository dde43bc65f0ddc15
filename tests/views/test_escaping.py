"""Every authored string reaches every page escaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from fasti.prose import Html
from fasti.views import view
from tests.prose.hostile import acting_in
from tests.views.small import FILES, content, edition

PAYLOAD = "<script>x</script><img src=x onerror=x>\\\"'"
# Fields of free text, one a line in the small chronology; each gets the payload as its value.
TEXTS = re.compile(
    r"(?<![\w-])(title|what|why|note|as_reported|description|publisher|licence|no_archive|at_source|extent|text|label)"
    r": (?!\[)([^,{}\n\]]+)"
)


class Tags(HTMLParser):
    """The elements and attributes of some HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {' '.join(name for name, _ in attrs)}".strip())


def poisoned() -> dict[str, str]:
    quoted = '"' + PAYLOAD.replace("\\", "\\\\").replace('\\\\"', '\\"') + '"'
    files = {
        path: TEXTS.sub(lambda m: f"{m[1]}: {quoted}", text)
        for path, text in FILES.items()
        if path not in ("mkdocs.yml", "pages/index.md")
    }
    return {
        path: text.replace("names: Harbour", f'names: {quoted[:-1]} harbour"').replace(
            "names: [City", f"names: [{quoted}"
        )
        for path, text in files.items()
    }


def tags(html: str) -> list[str]:
    found = Tags()
    found.feed(html)
    return found.found


def test_a_payload_in_every_field_of_text_changes_no_page():
    clean, dirty = edition(), edition(poisoned())
    pages = dict(zip([p.address for p in view(clean)], view(clean), strict=True))
    seen = 0
    for page in view(dirty):
        if page.kind == "home":
            page = replace(page, view={**page.view, "opening": Html(""), "rest": Html("")})
            pages[page.address] = replace(
                pages[page.address], view={**pages[page.address].view, "opening": Html(""), "rest": Html("")}
            )
        html = content(page)
        assert acting_in(html) == [], page.address
        assert {tag.split()[0] for tag in tags(html)} <= {
            tag.split()[0] for tag in tags(content(pages[page.address]))
        } | {"details", "summary"}
        seen += html.count("&lt;script&gt;")
    assert seen > 100
