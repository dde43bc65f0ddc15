"""The search index: what is in it, that it is whole, and that the cheap way to it and the dear one give the same bytes."""

from __future__ import annotations

import gzip
import json
import os
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest

from fasti.diagnostics import Report, Severity
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from fasti.views import view
from fasti.writing import SearchFault, pagefind
from fasti.writing.findable import Findable, address_of, findables
from fasti.writing.search import LARGEST, indexes, search, shards
from fasti.writing.spellings import fold, keys
from tests.kit.corpus import a_corpus

RECORDS = {
    "places/raqqa.yml": "names: [Raqqa, Raqa, {text: الرَّقّة, lang: ar}]\nkind: city\ndescription: A city on the river.\n",
    "places/hidden.yml": "names: [Hidden]\nkind: city\nstatus: draft\n",
    "places/gone.yml": "names: [Vanished]\nkind: city\nstatus: withdrawn\nwithdrawn: {on: 2026-01-01, why: It was no place.}\n",
    "actors/army.yml": "names: [The Army, {text: Tha'ir, lang: ar}]\nlabel: ARM\nkind: state\n",
    "sources/paper.yml": "title: A report\nkind: news\npublisher: The Paper\nno_archive: none\n",
    "events/fall.md": (
        "---\ntitle: The <b>city</b> falls\ntype: capture\nwhen: 2017-10-17\nwhere: [raqqa, gone]\n"
        "participants: {attacker: army}\nsources: paper\nsays: {who: army, what: It is over}\n---\n"
        "Prose with **bold**ness & an <img src=x onerror=alert(1)>.\n"
    ),
    "pages/about.md": "# About *this*\n\nWords of a page.\n",
    "pages/kept/index.md": "---\nsearch: {exclude: true}\n---\n# Kept\n",
    "pages/unpublished.md": "# Unpublished\n",
}
CARRIED = ("", "about/", "kept/")


def documents(folder: Path, **options: object) -> tuple[list[Findable], dict[str, bytes], Path]:
    """The documents of a project, and the files of its search."""
    report = Report()
    settings = replace(settings_for(folder, report), **options)  # type: ignore[arg-type]
    edition, report = examine(settings, report, Clock())
    assert [found.message for found in report.diagnostics if found.rule.severity is Severity.ERROR] == []
    pages = view(edition)
    cache = folder / ".cache"
    return findables(edition, pages, CARRIED), search(edition, pages, CARRIED, cache=cache), cache


def fragments(files: dict[str, bytes]) -> dict[str, str]:
    """What a browser is given of each page, by address."""
    found = [gzip.decompress(content) for path, content in files.items() if "/fragment/" in path]
    texts = [json.loads(content[len(pagefind.SIGNATURE) :]) for content in found]
    return {text["url"]: text["content"] for text in texts}


def some(number: int) -> list[Findable]:
    """Documents of events."""
    html = "<!doctype html><html><body><h1>Number {0}</h1><p>Words {0}</p></body></html>"
    return [Findable("events", f"events/e{at}/", html.format(at)) for at in range(number)]


def test_a_record_is_found_by_every_spelling_and_by_whom_and_where_it_is_about():
    found = {document.address: document.html for document in documents(a_corpus(RECORDS))[0]}
    assert found["places/raqqa/"] == (
        "<!doctype html><html><head>"
        '<meta data-pagefind-meta="keys[content]" content="raqqa raqa الرقه رقه">'
        '<meta data-pagefind-meta="label[content]" content="City">'
        '<meta data-pagefind-meta="langs[content]" content="_ _ _ar">'
        '<meta data-pagefind-meta="names[content]" content="Raqqa ␞ Raqa ␞ الرَّقّة">'
        '</head><body><h1>Raqqa</h1><p data-pagefind-weight="1">A city on the river.</p></body></html>'
    )
    assert found["events/fall/"] == (
        "<!doctype html><html><head>"
        '<meta data-pagefind-meta="about[content]" content="raqqa raqa الرقه رقه the army thearmy tha ir arm">'
        '<meta data-pagefind-meta="label[content]" content="Capture">'
        '<meta data-pagefind-meta="when[content]" content="17 October 2017">'
        "</head><body><h1>The &lt;b&gt;city&lt;/b&gt; falls</h1>"
        '<p data-pagefind-weight="1">Prose with boldness &amp; an &lt;img src=x onerror=alert(1)&gt;. It is over</p>'
        "</body></html>"
    ).replace("tha ir", "thair")


def test_a_result_is_no_surer_than_its_page():
    tail = "type: capture\nwhen: 2017-10-17\nwhere: raqqa\nsources: paper\n"
    otherwise = "rivals: {when: 2017-10-18, who: army}\n"
    told = {
        "agreed": "",
        "denied": "happened: denied\n",
        "disputed": "happened: disputed\n" + otherwise,
        "dated-otherwise": otherwise,
        "claimed": "happened: claimed\nevidence: {happened: {who: army, sources: paper}}\n" + otherwise,
    }
    records = {f"events/{key}.yml": f"title: {key}\n{tail}{more}" for key, more in told.items()}
    found = {document.address: document.html for document in documents(a_corpus({**RECORDS, **records}))[0]}
    standing = {key: re.findall(r'"standing\[content\]" content="([^"]*)"', found[f"events/{key}/"]) for key in told}
    assert standing == {
        "agreed": [],
        "denied": ["denied"],
        "disputed": ["disputed"],
        "dated-otherwise": ["disputed"],
        "claimed": ["claimed by The Army · disputed"],
    }


def test_what_is_not_published_or_was_withdrawn_is_not_in_the_index():
    found, files, _ = documents(a_corpus(RECORDS))
    addresses = [document.address for document in found]
    assert sorted(fragments(files)) == sorted(addresses)
    assert [a for a in addresses if a.startswith(("places/", "about", "kept", "unpublished"))] == [
        "places/raqqa/",
        "about/",
        "places/",
    ]
    assert not [text for text in fragments(files).values() if "Vanished" in text or "Hidden" in text]


def test_what_the_indexes_begin_with_lies_in_one_file_and_the_program_once():
    files = documents(a_corpus(RECORDS))[1]
    folder = "assets/search/"
    begins = {path: b64decode(text) for path, text in json.loads(files[f"{folder}begin.json"]).items()}
    own = {path.removeprefix(folder): content for path, content in files.items()}
    wanted = {path: content for path, content in own.items() if path.endswith("pagefind-entry.json")}
    wanted |= {path: gzip.decompress(content) for path, content in own.items() if path.endswith(".pf_meta")}
    wanted |= {f"{part}-0/wasm.en.pagefind": pagefind.SIGNATURE for part in ("events", "pages")}
    assert begins == wanted
    assert [len(content) > 1_000 for path, content in sorted(own.items()) if "/wasm." in path] == [False, True, False]
    assert [path for path in own if path.endswith("worker.js")] == ["names-0/pagefind-worker.js"]


def test_hostile_text_is_text_in_what_a_browser_is_given():
    files = documents(a_corpus(RECORDS))[1]
    assert fragments(files)["events/fall/"] == (
        "The <b>city</b> falls. Prose with boldness & an <img src=x onerror=alert(1)>. It is over."
    )


def test_search_can_be_switched_off():
    assert documents(a_corpus(RECORDS), search=False)[1] == {}


def test_two_builds_in_two_folders_are_the_same_bytes():
    assert documents(a_corpus(RECORDS))[1] == documents(a_corpus(RECORDS), workers=1)[1]


def test_the_index_of_an_edited_record_is_the_one_a_cold_build_makes():
    folder = a_corpus(RECORDS)
    _, before, cache = documents(folder)
    kept = {file.name for file in (cache / "search").iterdir()}
    place = folder / "content/places/raqqa.yml"
    place.write_text(place.read_text("utf-8").replace("on the river", "by the river"), "utf-8")
    warm = documents(folder)[1]
    left = {file.name for file in (cache / "search").iterdir()}
    assert warm == documents(a_corpus({**RECORDS, "places/raqqa.yml": place.read_text("utf-8")}))[1] != before
    assert (len(kept), len(kept & left), len(left)) == (3, 2, 3)  # pages and events as they were, old names gone


@pytest.mark.parametrize("harm", [b"", b"no archive", None])
def test_a_broken_cache_is_made_anew(tmp_path: Path, harm: bytes | None):
    wanted = shards(some(3))
    first = indexes(wanted, language="en", cache=tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-200] + b"\0" * 200 if harm is None else harm)
    assert indexes(wanted, language="en", cache=tmp_path) == first


def test_documents_are_parted_by_their_address_alone_into_as_few_indexes_as_may_be():
    few = shards([*some(3), Findable("names", "places/a/", ""), Findable("pages", "", "")])
    assert [(shard.name, len(shard.documents)) for shard in few] == [("names-0", 1), ("events-0", 3), ("pages-0", 1)]
    many = some(2 * LARGEST + 1)
    parted = shards(many)
    assert [shard.name for shard in parted] == ["events-0", "events-1", "events-2"]
    assert sorted(address for shard in parted for address, _ in shard.documents) == sorted(d.address for d in many)
    edited = shards([replace(many[0], html="other"), *many[1:]])
    assert [one == other for one, other in zip(parted, edited, strict=True)].count(False) == 1


def test_an_index_that_is_not_whole_is_refused():
    command = pagefind.executable()
    files = pagefind.index(command, [(d.address, d.html) for d in some(2)], "en")
    assert pagefind.whole(files, 2) == files
    fragment = next(path for path in files if path.startswith("fragment/"))
    part = next(path for path in files if path.startswith("index/"))
    without = {path: content for path, content in files.items() if path != fragment}
    for broken, why in (
        (without, "1 of 2 pages"),
        ({**files, part: files[part][:-9]}, f"{part} cannot be read"),
        (
            {path: content for path, content in files.items() if not path.startswith("wasm.")},
            "it has no wasm.en.pagefind",
        ),
        ({**files, "pagefind-entry.json": b"{}"}, "its entry cannot be read"),
    ):
        with pytest.raises(SearchFault, match=re.escape(why)):
            pagefind.whole(broken, 2)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("exit 3", "it answers 'nothing'"),
        ('[ "$1" = --version ] && echo pagefind 1.5.2 || exit 3', "it ended with 3 in the middle of its work"),
        ('[ "$1" = --version ] && echo pagefind 1.5.2 || { echo no,; cat >/dev/null; }', "it says b'no'"),
    ],
)
def test_a_pagefind_that_does_not_work_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str):
    command = tmp_path / "pagefind"
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)
    monkeypatch.setattr(pagefind, "executable", lambda: command)
    with pytest.raises(SearchFault) as told:
        indexes(shards(some(1)), language="en", cache=tmp_path / "cache")
    assert str(told.value) == (
        f"the search index cannot be made: pagefind does not run ({why}); "
        "install `pagefind[bin]`, or set `search: false` in mkdocs.yml"
    )


def test_no_pagefind_at_all_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pagefind, "find_spec", lambda name: None)
    monkeypatch.setitem(os.environ, "PATH", "")
    with pytest.raises(SearchFault, match="pagefind is not installed"):
        pagefind.executable()


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("DEIR EL-ZOUR", "deir el zour"),
        ("Ba‘aj, Tha'ir, Tall ʿAfar", "baaj thair tall afar"),
        ("El País, Łódź, Großmünster", "el pais lodz grossmunster"),
        ("الرَّقَّة", "الرقه"),
        ("أبو كمال", "ابو كمال"),
        ("حلبـــى", "حلبي"),
        ("٢٠١٧", "2017"),
        ("90,000 of 17.3 percent", "90000 of 173 percent"),
        ("<img src=x>", "img src x"),
        ("…", ""),
    ],
)
def test_spellings_fold_to_one(written: str, folded: str):
    assert fold(written) == folded


def test_a_name_is_found_with_and_without_its_article_as_one_word_and_by_its_sound():
    assert keys(["Deir ez-Zor", "Al-Qaim", "الرقة", "رقة"]) == (
        "deir ez zor deirezzor deirzor _drzr ezzor al qaim alqaim الرقه رقه"
    )


def test_addresses_of_hand_written_pages_are_the_platforms():
    class Page:
        def __init__(self, uri: str) -> None:
            self.uri = uri

    told = {uri: address_of(Page(uri)) for uri in ("index.md", "a.md", "a/index.md", "a/README.md", "a/b.c.md")}  # type: ignore[arg-type]
    assert told == {"index.md": "", "a.md": "a/", "a/index.md": "a/", "a/README.md": "a/", "a/b.c.md": "a/b.c/"}
