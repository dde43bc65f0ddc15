"""References: each fault at the very word, with a remedy, and none twice."""

from __future__ import annotations

from tests.kit.builders import a_place, a_source, an_actor, an_event
from tests.kit.reports import gathered


def test_an_unknown_place_is_reported_at_its_value_with_the_nearest_id():
    _, found = gathered({"events/a.yml": an_event(where="mosull"), "places/mosul.yml": a_place(names="Mosul")})
    assert found.text == (
        "error[FST301]: no place is called `mosull`\n"
        " --> content/events/a.yml:3:8\n"
        "  |\n"
        "3 | where: mosull\n"
        "  |        ^^^^^^\n"
        "  = hint: did you mean `mosul`?\n"
    )


def test_a_reference_inside_shorthand_is_reported_at_the_word_itself():
    _, found = gathered(
        {
            "events/a.yml": an_event(
                after="{b: at most 10 days, c: about 4 months}",
                before="[d.start]",
                sources="[doc p5, 'other p6']",
                participants="{attacker: x}",
                rivals="[{where: y, sources: z p1}]",
            )
        }
    )
    assert [line.split(" error ")[0] for line in found.lines] == [
        "content/events/a.yml:3:9:",
        "content/events/a.yml:3:29:",
        "content/events/a.yml:4:10:",
        "content/events/a.yml:5:11:",
        "content/events/a.yml:5:20:",
        "content/events/a.yml:6:26:",
        "content/events/a.yml:7:18:",
        "content/events/a.yml:7:30:",
    ]


def test_a_present_id_or_a_name_is_offered_for_an_id_that_is_none():
    _, found = gathered(
        {
            "events/a.yml": an_event(where="[ar-raqqah, old-city]", participants="{attacker: daesh}"),
            "places/raqqa.yml": a_place(names="[Raqqa, Ar Raqqah]", formerly="old-city"),
            "actors/islamic-state.yml": an_actor(names="[Islamic State, Daesh]"),
        }
    )
    assert found.lines == [
        "content/events/a.yml:3:9: error FST301 no place is called `ar-raqqah` (did you mean `raqqa`?)",
        "content/events/a.yml:3:20: error FST301 no place is called `old-city` (it is called `raqqa` now)",
        "content/events/a.yml:4:26: error FST301 no actor is called `daesh` (did you mean `islamic-state`?)",
    ]


def test_a_reference_to_a_record_that_cannot_be_read_is_no_second_fault():
    _, found = gathered({"events/a.yml": an_event(where="broken"), "places/broken.yml": "names: Broken\n"})
    assert found.lines == ["content/places/broken.yml:1:1: error FST201 a place needs `kind` (add `kind: …`)"]


def test_reserved_words_are_references_to_nobody():
    _, found = gathered(
        {
            "events/a.yml": an_event(
                where="raqqa", now_held_by="nobody", figures="{measure: defenders, value: 5, group: civilians}"
            ),
            "places/raqqa.yml": a_place(),
        }
    )
    assert found.lines == []


def test_a_published_record_that_names_a_draft_is_warned_and_a_draft_is_not():
    files = {
        "places/raqqa.yml": a_place(status="draft"),
        "events/a.yml": an_event(where="raqqa"),
        "events/b.yml": an_event(where="raqqa", status="draft"),
    }
    _, found = gathered(files)
    assert found.text == (
        "warning[FST308]: the place `raqqa` is a draft and will not be published\n"
        " --> content/events/a.yml:3:8\n"
        "  |\n"
        "3 | where: raqqa\n"
        "  |        ^^^^^\n"
        "  = see content/places/raqqa.yml:3:9: a draft\n"
        "  = hint: publish it, or make this record a draft too\n"
    )


def test_a_reference_to_a_withdrawn_record_is_no_fault_since_it_keeps_its_page():
    _, found = gathered(
        {
            "events/a.yml": an_event(where="raqqa"),
            "places/raqqa.yml": a_place(status="withdrawn", withdrawn="{on: 2026-01-31, why: A double}"),
        }
    )
    assert found.lines == []


def test_an_event_placed_by_a_withdrawn_one_is_warned_and_one_that_only_names_it_is_not():
    withdrawn = {"status": "withdrawn", "withdrawn": "{on: 2026-01-31, why: A double}"}
    _, found = gathered(
        {
            "events/a.yml": an_event(after="{gone: 3 days}", part_of="gone"),
            "events/b.yml": an_event(before="[a, gone.start]"),
            "events/c.yml": an_event(after="gone", status="draft"),
            "events/gone.yml": an_event(when="2017", after="old", **withdrawn),
            "events/old.yml": an_event(when="2016", **withdrawn),
        }
    )
    assert found.text == (
        "warning[FST308]: the event `gone` is withdrawn, so that nothing is placed by it\n"
        " --> content/events/a.yml:3:9\n"
        "  |\n"
        "3 | after: {gone: 3 days}\n"
        "  |         ^^^^\n"
        "  = see content/events/gone.yml:5:9: withdrawn\n"
        "  = hint: name another event, or delete this statement\n"
        "\n"
        "warning[FST308]: the event `gone` is withdrawn, so that nothing is placed by it\n"
        " --> content/events/b.yml:3:13\n"
        "  |\n"
        "3 | before: [a, gone.start]\n"
        "  |             ^^^^\n"
        "  = see content/events/gone.yml:5:9: withdrawn\n"
        "  = hint: name another event, or delete this statement\n"
    )


def test_circles_of_within_copies_and_parts_are_reported_once_each_with_every_step():
    _, found = gathered(
        {
            "places/a.yml": a_place(names="A", within="b"),
            "places/b.yml": a_place(names="B", within="{place: a}"),
            "places/c.yml": a_place(names="C", within="a"),
            "sources/x.yml": a_source(copies="{source: x}"),
            "events/e.yml": an_event(part_of="f"),
            "events/f.yml": an_event(part_of="[e]"),
        }
    )
    assert found.text == (
        "error[FST310]: `e` would be part of itself\n"
        " --> content/events/e.yml:3:10\n"
        "  |\n"
        "3 | part_of: f\n"
        "  |          ^\n"
        "  = see content/events/e.yml:3:10: `e` is part of `f`\n"
        "  = see content/events/f.yml:3:11: `f` is part of `e`\n"
        "  = hint: delete or correct one of the steps\n"
        "\n"
        "error[FST310]: `a` would lie within itself\n"
        " --> content/places/a.yml:3:9\n"
        "  |\n"
        "3 | within: b\n"
        "  |         ^\n"
        "  = see content/places/a.yml:3:9: `a` lies within `b`\n"
        "  = see content/places/b.yml:3:17: `b` lies within `a`\n"
        "  = hint: delete or correct one of the steps\n"
        "\n"
        "error[FST310]: `x` would be a copy of itself\n"
        " --> content/sources/x.yml:3:18\n"
        "  |\n"
        "3 | copies: {source: x}\n"
        "  |                  ^\n"
        "  = see content/sources/x.yml:3:18: `x` copies `x`\n"
        "  = hint: delete or correct one of the steps\n"
    )


def test_what_a_place_lay_within_for_a_time_may_go_in_a_circle():
    _, found = gathered(
        {
            "places/a.yml": a_place(names="A", within="{place: b, when: 1900/1920}"),
            "places/b.yml": a_place(names="B", within="a"),
        }
    )
    assert found.lines == []


def test_the_actor_that_the_settings_name_is_checked():
    settings = "site_name: S\nplugins:\n  - fasti:\n      about: islamic-stat\n"
    _, found = gathered({"mkdocs.yml": settings, "actors/islamic-state.yml": an_actor()})
    assert found.lines == [
        "mkdocs.yml: error FST301 `about`: no actor is called `islamic-stat` (did you mean `islamic-state`?)"
    ]
