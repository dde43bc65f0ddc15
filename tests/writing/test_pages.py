from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasti import resources, writing
from fasti.writing import WritingFault, Written, pages, write
from tests.writing.plain import SETTINGS, PlainTheme, contents, event, stamps


def publish(site: Path, *records: Any, **more: Any) -> Written:
    theme = more.pop("theme", None) or PlainTheme()
    files = more.pop("files", {})
    return write(records, {}, files, theme, more.pop("settings", SETTINGS), site, **more)


def test_a_record_page_is_the_shell_with_its_fragment_and_its_furniture(tmp_path, fragments):
    publish(tmp_path / "site", event("a", title="A <b> & c", source="content/events/a.md", body="x"))
    assert (tmp_path / "site/events/a/index.html").read_text() == (
        "event 2\nA &lt;b&gt; &amp; c\nWhat it says\nhttps://example.org/fasti/events/a/\n\n"
        "<h1>A &lt;b&gt; &amp; c</h1>x\n\n"
        '<p class="foot-edit"><a href="https://example.org/repository/edit/main/content/events/a.md" rel="nofollow">'
        "Correct this page</a></p>\n"
    )


def test_stubs_are_the_platforms_but_stand_in_the_sitemap(tmp_path, fragments):
    stub = replace(event("places"), kind="places", address="places/", stub=True)
    done = publish(tmp_path / "site", event("a"), stub, theme=PlainTheme(addresses=frozenset({"method/"})))
    assert set(contents(tmp_path / "site")) == {".fasti/manifest", "events/a/index.html", "sitemap.xml"}
    assert [line for line in (tmp_path / "site/sitemap.xml").read_text().splitlines() if "<loc>" in line] == [
        f"<url><loc>https://example.org/fasti/{address}</loc></url>" for address in ("events/a/", "method/", "places/")
    ]
    assert done == Written(2, 0, 0, {"event": 1, "places": 1})


def test_a_second_round_with_nothing_changed_touches_nothing(tmp_path, fragments):
    records = [event("a"), event("b")]
    publish(tmp_path / "site", *records, files={"data/v1/x.json": b"{}"}, redirects={"events/old/": "events/a/"})
    before = stamps(tmp_path / "site")
    done = publish(tmp_path / "site", *records, files={"data/v1/x.json": b"{}"}, redirects={"events/old/": "events/a/"})
    assert done == Written(0, 5, 0, {"event": 2})
    assert stamps(tmp_path / "site") == before


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Other"},
        {"description": "Other"},
        {"body": "Other"},
        {"source": "content/events/other.md"},
        {"next": {"title": "B", "address": "events/b/"}},
        {"previous": {"title": "B", "address": "events/b/"}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_page_is_written_again_when_anything_of_it_changed(tmp_path, fragments, change):
    publish(tmp_path / "site", event("a"), event("b"))
    assert publish(tmp_path / "site", event("a", **change), event("b")) == Written(1, 2, 0, {"event": 2})


def test_a_change_of_the_theme_reaches_every_page(tmp_path, fragments):
    publish(tmp_path / "site", event("a"))
    publish(tmp_path / "site", event("a"), theme=PlainTheme(layout=PlainTheme.layout + "new foot\n"))
    assert (tmp_path / "site/events/a/index.html").read_text().endswith("new foot\n")


def test_a_change_of_a_fragment_reaches_its_pages(tmp_path, fragments):
    publish(tmp_path / "site", event("a"))
    fragments(event="changed {{ view.body }}")
    publish(tmp_path / "site", event("a"))
    assert "changed words" in (tmp_path / "site/events/a/index.html").read_text().splitlines()


def test_a_page_that_is_gone_is_removed(tmp_path, fragments):
    publish(tmp_path / "site", event("a"), event("b"))
    assert publish(tmp_path / "site", event("b")) == Written(1, 1, 1, {"event": 1})
    assert not (tmp_path / "site/events/a").exists()


def test_a_redirect_never_hides_a_record(tmp_path, fragments):
    with pytest.raises(WritingFault, match="two things want to be published as `events/a/index.html`"):
        publish(tmp_path / "site", event("a"), redirects={"events/a/": "events/b/"})


def test_a_page_without_a_repository_offers_no_edit(tmp_path, fragments):
    publish(tmp_path / "site", event("a", source="content/events/a.md"), settings=replace(SETTINGS, repository=None))
    assert "Correct" not in (tmp_path / "site/events/a/index.html").read_text()


@pytest.mark.parametrize("address", ["events/a", "../a/", "events/../../a/", "/etc/a/"])
def test_an_address_never_leads_out_of_the_site(tmp_path, fragments, address):
    with pytest.raises(WritingFault):
        publish(tmp_path / "site", replace(event("a"), address=address))
    assert [path for path in contents(tmp_path) if path.endswith("index.html")] == []


STATES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["x", "y", "<z>"]), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STATES, min_size=2, max_size=4))
def test_after_any_edits_the_folder_equals_a_cold_build(tmp_path_factory, states):
    folder = tmp_path_factory.mktemp("site")
    (folder / "fragments").mkdir()
    (folder / "fragments/event.html").write_text("{{ view.body }}")
    made = (folder / "fragments", resources.theme_dir() / "fragments")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "fragments_for", lambda settings, drawn: writing.Fragments(made, drawn))
        for state in states:
            publish(folder / "warm", *(event(key, body=body) for key, body in state.items()))
        publish(folder / "cold", *(event(key, body=body) for key, body in reversed(states[-1].items())))
    assert contents(folder / "warm") == contents(folder / "cold")
