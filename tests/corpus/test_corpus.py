"""What a corpus answers: records by id, places near and above, names of actors, voices of sources."""

from __future__ import annotations

import pytest

from fasti.corpus.gazetteer import distance_km
from fasti.records import Citation, SourceId
from tests.kit.builders import a_place, a_source, an_actor, an_event
from tests.kit.reports import gathered

WITHDRAWN = {"status": "withdrawn", "withdrawn": "{on: 2026, why: A double}"}


def test_a_withdrawn_record_keeps_its_page_and_a_draft_has_none():
    corpus, _ = gathered(
        {
            "events/a.yml": an_event(),
            "events/b.yml": an_event(**WITHDRAWN),
            "events/c.yml": an_event(status="draft"),
            "events/d.yml": "title: D\n",
        }
    )
    assert [entry.id for entry in corpus.of("event")] == ["a", "b"]
    assert [entry.id for entry in corpus.published("event")] == ["a"]
    assert [entry.id for entry in corpus.entries] == ["a", "b", "c"]
    assert [corpus.knows("event", name) for name in "abcde"] == [True, True, True, True, False]
    assert corpus.event("d") is None and corpus.place("a") is None


def test_places_know_what_they_lie_within_and_what_lies_within_them():
    corpus, _ = gathered(
        {
            "places/syria.yml": a_place(names="Syria", kind="country"),
            "places/province.yml": a_place(names="Province", within="syria"),
            "places/river.yml": a_place(names="River", within="[province, syria]"),
            "places/town.yml": a_place(names="Town", within="province"),
            "places/gone.yml": a_place(names="Gone", within="province", **WITHDRAWN),
        }
    )
    gazetteer = corpus.gazetteer
    assert gazetteer.ancestors("town") == ("province", "syria")
    assert gazetteer.ancestors("river") == ("province", "syria")
    assert gazetteer.children("province") == ("river", "town")
    assert gazetteer.parents("syria") == ()
    assert gazetteer.label("town") == "Town" and gazetteer.label("nowhere") == "nowhere"
    assert gazetteer.named("  TOWN ") == ("town",)


def test_a_circle_of_places_ends():
    corpus, _ = gathered(
        {"places/a.yml": a_place(names="A", within="b"), "places/b.yml": a_place(names="B", within="a")}
    )
    assert corpus.gazetteer.ancestors("a") == ("b",)


def test_near_counts_points_of_places_and_no_middles_of_provinces():
    corpus, _ = gathered(
        {
            "places/raqqa.yml": a_place(names="Raqqa", at="35.95283, 39.00788"),
            "places/close.yml": a_place(names="Close", at="36.0, 39.0"),
            "places/province.yml": a_place(names="Province", at="35.96, 39.0", precision="province"),
            "places/mosul.yml": a_place(names="Mosul", at="36.335, 43.11889"),
        }
    )
    near = [(place, round(km, 1)) for place, km in corpus.gazetteer.near("raqqa", 500)]
    assert near == [("close", 5.3), ("mosul", 371.6)]
    assert corpus.gazetteer.near("raqqa", 100)[0][0] == "close"
    assert corpus.gazetteer.near("province", 500) == ()


@pytest.mark.parametrize(
    "a, b, km", [((0, 0), (0, 1), 111.195), ((0, 179.5), (0, -179.5), 111.195), ((90, 0), (-90, 0), 20015.1)]
)
def test_distances_are_great_circles(a: tuple[float, float], b: tuple[float, float], km: float):
    assert distance_km(*a, *b) == pytest.approx(km, rel=1e-5)


def test_actors_have_names_and_labels_and_reserved_words_are_worded():
    corpus, _ = gathered(
        {"actors/is.yml": an_actor(names="[Islamic State, IS]", label="IS"), "actors/army.yml": an_actor()}
    )
    authority = corpus.authority
    assert [authority.label(a) for a in ("is", "army", "not-said", "who")] == [
        "Islamic State",
        "The army",
        "not said",
        "who",
    ]
    assert [authority.short(a) for a in ("is", "army", "nobody")] == ["IS", "The army", "nobody"]


def test_a_voice_is_who_says_so_else_the_end_of_copies_else_the_source():
    corpus, _ = gathered(
        {
            "actors/afp.yml": an_actor(),
            "sources/own.yml": a_source(),
            "sources/copy.yml": a_source(copies="{actor: afp}"),
            "sources/copy-of-copy.yml": a_source(copies="{source: copy}"),
            "sources/round.yml": a_source(copies="{source: about}"),
            "sources/about.yml": a_source(copies="{source: round}"),
        }
    )
    cited = {name: Citation(source=SourceId(name)) for name in ("own", "copy", "copy-of-copy", "round", "about")}
    voice = corpus.bibliography.voice
    assert {name: voice(citation) for name, citation in cited.items()} == {
        "own": ("source", "own"),
        "copy": ("actor", "afp"),
        "copy-of-copy": ("actor", "afp"),
        "round": ("source", "about"),
        "about": ("source", "about"),
    }
    assert voice(cited["own"], ("afp",)) == ("actor", "afp")
    assert corpus.bibliography.voices([cited["copy"], cited["own"], cited["copy-of-copy"]]) == (
        ("actor", "afp"),
        ("source", "own"),
    )
