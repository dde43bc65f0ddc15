"""A record that nothing published names is told at its name; every way of naming one counts."""

from __future__ import annotations

import pytest

from tests.kit.builders import a_place, a_series, a_source, an_actor, an_event
from tests.kit.reports import checked

HINT = "(name it where it belongs, or delete it; `status: draft` keeps it for later)"
ALONE = {
    "place": ("places/x.yml", a_place(names="Vienna")),
    "actor": ("actors/x.yml", an_actor()),
    "source": ("sources/x.yml", a_source()),
    "series": ("series/x.yml", a_series()),
}


@pytest.mark.parametrize("kind", ALONE)
def test_a_record_that_nothing_names_is_told(kind: str):
    path, text = ALONE[kind]
    assert checked({path: text}).lines == [
        f"content/{path}:1:1: warning FST509 nothing that is published names the {kind} `x` {HINT}"
    ]
    assert checked({path: f"{text}status: draft\n"}).lines == []


def test_what_a_draft_a_withdrawn_record_or_the_record_itself_names_is_not_used():
    files = {
        "sources/x.yml": a_source(sources="x p1", reading_notes="See [it](source:x)."),
        "events/draft.yml": an_event(sources="x", status="draft"),
        "events/gone.yml": an_event(sources="x", status="withdrawn", withdrawn="{on: 2026, why: wrong}"),
    }
    assert [line.split(" names ")[1] for line in checked(files).lines] == [f"the source `x` {HINT}"]


PLACE = {"places/x.yml": a_place(names="Vienna"), "sources/s.yml": a_source(), "events/e.yml": an_event(sources="s")}


@pytest.mark.parametrize(
    "files",
    [
        {"events/e.yml": an_event(where="x", sources="s")},
        {"events/e.yml": an_event(sources="s", rivals="[{where: x}]", where="p"), "places/p.yml": a_place(within="x")},
        {"events/e.yml": an_event(sources="s", body="'In [it](place:x).'")},
        {"events/e.yml": an_event(sources="s", body="'![c](chart:control?places=x)'")},
        {"pages/about.md": "In [Vienna](place:x).\n"},
        {"pages/about.md": "![c](chart:map?place=x)\n"},
        {"series/n.yml": a_series(scope="x", points="[{value: 1, sources: s}]")},
    ],
)
def test_every_way_of_naming_a_record_uses_it(files: dict[str, str]):
    assert checked({**PLACE, **files}).lines == []


def test_a_series_with_numbers_of_its_own_needs_no_one_to_name_it():
    assert (
        checked({"series/x.yml": a_series(points="[{value: 1, sources: s}]"), "sources/s.yml": a_source()}).lines == []
    )


def test_a_misspelt_id_or_a_record_with_faults_raises_no_second_fault():
    misspelt = checked({**PLACE, "places/vienna.yml": a_place(names="Wien"), "places/x.yml": a_place(names="X", within="vienn"),
                        "events/e.yml": an_event(where="x", sources="s")})  # fmt: skip
    assert [line.split()[2] for line in misspelt.lines] == ["FST301"]
    broken = checked({**PLACE, "events/b.yml": "where: x\ntitel: B\n"})
    assert {line.split()[2] for line in broken.lines} == {"FST201", "FST202"}
    unreadable = checked({**PLACE, "events/b.yml": "where: x\n  title: [\n"})
    assert [line.split()[2] for line in unreadable.lines] == ["FST101"]
