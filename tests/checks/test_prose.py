"""Links and charts in prose: checked like any reference, each fault at its own word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from fasti import pipeline
from fasti.diagnostics import Report
from tests.kit.builders import a_place, a_series, a_source, an_event
from tests.kit.reports import Read, of_the_matter, read_files

PLACES = {"places/raqqa.yml": a_place(), "places/draft.yml": a_place(names="Draft", status="draft")}


def checked(files: Mapping[str, str | bytes]) -> Read:
    found = read_files({**PLACES, **files})
    return replace(found, report=Report(of_the_matter(pipeline.check(found.settings).diagnostics)))


def a_page_of(prose: str) -> str:
    return f"---\n{an_event()}---\n{prose}\n"


def test_a_broken_link_is_reported_at_its_address():
    found = checked({"events/a.md": a_page_of("On that day [the city](place:raqa) and [more](source:x) fell.")})
    assert found.text == (
        "error[FST305]: no place is called `raqa`\n"
        " --> content/events/a.md:5:24\n"
        "  |\n"
        "5 | On that day [the city](place:raqa) and [more](source:x) fell.\n"
        "  |                        ^^^^^^^^^^\n"
        "  = hint: did you mean `raqqa`?\n"
        "\n"
        "error[FST305]: no source is called `x`\n"
        " --> content/events/a.md:5:47\n"
        "  |\n"
        "5 | On that day [the city](place:raqa) and [more](source:x) fell.\n"
        "  |                                               ^^^^^^^^\n"
        "  = hint: add `sources/x.yml`, or correct the id\n"
    )


def test_good_links_and_links_in_code_are_no_faults():
    found = checked(
        {"events/a.md": a_page_of("[Raqqa](place:raqqa), `[x](place:nowhere)`\n\n```\n[x](place:nowhere)\n```")}
    )
    assert found.lines == []


def test_links_are_checked_in_every_markdown_field_and_in_pages():
    found = checked(
        {
            "sources/s.yml": a_source(reading_notes="|\n  First line.\n  Then [a place](place:x)."),
            "series/n.yml": a_series(definition="'see [a place](place:x)'"),
            "events/a.yml": an_event(body="|\n  Prose.\n\n  Then [a place](place:x)."),
            "pages/index.md": "---\ntitle: Home\n---\n# Home\n\nSee [it](place:x).\n",
        }
    )
    assert [line.split(" error ")[0] for line in found.lines] == [
        "content/events/a.yml:6:18:",
        "content/pages/index.md:6:10:",
        "content/series/n.yml:3:28:",
        "content/sources/s.yml:5:18:",
    ]


def test_a_published_record_that_links_to_a_draft_is_warned():
    found = checked(
        {
            "events/a.md": a_page_of("[It](place:draft)"),
            "events/b.md": f"---\n{an_event(status='draft')}---\n[It](place:draft)\n",
        }
    )
    assert found.lines == [
        "content/events/a.md:5:6: warning FST308 the place `draft` is a draft and will not be published (publish it, or make this record a draft too)"
    ]


def test_every_part_of_a_chart_is_checked_at_its_own_word():
    prose = "\n\n".join(
        f"![c](chart:{address})"
        for address in (
            "control?places=raqqa&from=2017-06",
            "contrl?places=raqqa",
            "control?place=raqqa",
            "control?places=raqqa,raqa",
            "control?places=raqqa&from=2017-13",
            "control?places=",
            "figures?series=none",
            "entries?place=raqqa,raqqa",
            "map?places=raqqa&places=raqqa",
            "map?places=raqqa&day=2017-10-17",
            "map?day=2017-10",
            "map?day=2017-02-30",
        )
    )
    found = checked({"events/a.md": a_page_of(prose)})
    assert found.lines == [
        "content/events/a.md:7:12: error FST306 there is no chart `contrl` (did you mean `control`?)",
        "content/events/a.md:9:20: error FST306 the chart `control` takes no `place` (did you mean `places`?)",
        "content/events/a.md:11:33: error FST306 no place is called `raqa` (did you mean `raqqa`?)",
        "content/events/a.md:13:43: error FST306 there is no month 13 (months are `01` to `12`, seasons `21` to `41`)",
        "content/events/a.md:15:20: error FST306 `places` has no value (write a value after `places=`, or leave it out)",
        "content/events/a.md:17:27: error FST306 no series is called `none` (add `series/none.yml`, or correct the id)",
        "content/events/a.md:19:26: error FST306 `place` takes one place (name one, without a comma)",
        "content/events/a.md:21:29: error FST306 `places` stands here a second time (list its values with commas)",
        "content/events/a.md:25:20: error FST306 `day` takes one day (write it as year, month and day: `2017-10-17`)",
        "content/events/a.md:27:28: error FST306 February 2017 has 28 days (its last day is `2017-02-28`; write `2017-02` if the day is not known)",
    ]


def test_a_misspelt_kind_of_link_is_reported_and_other_schemes_are_not():
    found = checked({"events/a.md": a_page_of("[Raqqa](plce:raqqa) [home](https://example.org/) [x](tel:1)")})
    assert found.lines == [
        "content/events/a.md:5:9: error FST305 there is no kind of link `plce:` (did you mean `place:raqqa`?)"
    ]
