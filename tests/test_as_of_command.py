"""`fasti as-of`, as a person and as a program ask for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from click.testing import CliRunner

from fasti.cli import cli
from tests.derive.kit import PEOPLE, snapshot
from tests.kit.corpus import VOCABULARY, a_corpus

CAPTURE = """\
title: The town is taken
type: capture
when: 2017-09
where: town
control: {held_by: blues, from: reds}
sources: report p5
"""
SOURCE = {"sources/report.yml": "title: A report\nkind: news\npublisher: The Gazette\nno_archive: printed\n"}
BEFORE, WITHIN, AFTER, LATER = "2017-08-31", "2017-09-15", "2017-10-01", "2018-09-15"


def ask(day: str, files: Mapping[str, str], *options: str) -> tuple[int, str, str]:
    """Exit code, output and errors of the real command."""
    project = str(a_corpus({**PEOPLE, **SOURCE, **files}))
    told = CliRunner().invoke(cli, ["as-of", *options, "--project", project, "--", day])
    return told.exit_code, told.stdout, told.stderr


def places(day: str, files: Mapping[str, str]) -> list[dict[str, Any]]:
    """The places of the whole answer, of which everything else is compared here."""
    code, out, err = ask(day, files, "--format", "json")
    answer = json.loads(out)
    assert (code, err, list(answer), answer["version"], answer["day"]) == (0, "", ["version", "day", "places"], 1, day)
    found: list[dict[str, Any]] = answer["places"]
    return found


def entry(place: str, **fields: Any) -> dict[str, Any]:
    """A place of an answer, unknown but for these fields."""
    unknown = {"held_by": [], "how": "unknown", "extent": "whole", "besieged_by": [], "basis": "unknown"}
    return {"place": place, **unknown, "candidates": [], "last_word": None, "because": [], **fields}


def test_before_a_vague_capture_the_loser_is_inferred() -> None:
    assert places(BEFORE, {"events/a.yml": CAPTURE}) == [
        entry("town", held_by=["reds"], how="sole", basis="inferred", candidates=[["reds"]], because=[{"event": "a"}])
    ]


def test_within_the_window_of_a_capture_both_sides_are_candidates() -> None:
    word = {"day": "2017-09", "event": "a"}
    assert places(WITHIN, {"events/a.yml": CAPTURE}) == [
        entry("town", basis="between", candidates=[["reds"], ["blues"]], last_word=word, because=[{"event": "a"}])
    ]


def test_after_it_and_a_year_later_the_captor_is_carried_from_the_last_word() -> None:
    word = {"day": "2017-09", "event": "a"}
    carried = entry("town", held_by=["blues"], how="sole", basis="carried", last_word=word, because=[{"event": "a"}])
    for day in (AFTER, LATER):
        assert places(day, {"events/a.yml": CAPTURE}) == [carried]


def test_a_day_of_which_a_document_speaks_is_attested() -> None:
    files = {"events/a.yml": CAPTURE, "events/b.yml": snapshot(AFTER, "{held_by: blues, who: reds}")}
    word = {"day": AFTER, "event": "b"}
    assert places(AFTER, files) == [
        entry("town", held_by=["blues"], how="sole", basis="attested", last_word=word, because=[{"event": "b"}])
    ]


def test_a_captor_whom_no_document_names_is_not_said() -> None:
    files = {"events/a.yml": CAPTURE.replace("blues", "not-said")}
    word = {"day": "2017-09", "event": "a"}
    assert places(AFTER, files) == [
        entry("town", held_by=["not-said"], basis="carried", last_word=word, because=[{"event": "a"}])
    ]
    assert places(WITHIN, files)[0]["candidates"] == [["reds"], ["not-said"]]


def test_every_place_with_a_statement_is_told_by_id_even_where_none_has_a_date() -> None:
    files = {"events/a.yml": CAPTURE, "events/b.yml": "title: b\ntype: capture\nwhere: port\nnow_held_by: reds\n"}
    found = places(BEFORE, files)
    assert [place["place"] for place in found] == ["port", "town"]
    assert found[0] == entry("port")


def test_a_reason_says_whose_claim_it_is_which_holder_a_rival_names_and_how_a_siege_is_known() -> None:
    claim = (
        CAPTURE.replace("2017-09", "2017-09-10")
        + "happened: claimed\nevidence: {happened: {who: blues}}\nrivals: {control: {held_by: greens}, who: greens}\n"
    )
    files = {"events/a.yml": claim, "events/b.yml": snapshot("2017-09-05", "{held_by: reds, besieged_by: greens}")}
    (town,) = places("2017-09-10", files)
    assert (town["held_by"], town["besieged_by"], town["candidates"]) == (["blues"], ["greens"], [["greens"]])
    assert town["because"] == [
        {"event": "a", "happened": "claimed", "claimed_by": ["blues"], "rivals": [["greens"]]},
        {"event": "b", "siege": "carried"},
    ]


def test_a_disputed_change_is_told_as_such() -> None:
    (town,) = places(LATER, {"events/a.yml": CAPTURE + "happened: disputed\n"})
    assert (town["basis"], town["candidates"]) == ("between", [["reds"], ["blues"]])
    assert town["because"] == [{"event": "a", "happened": "disputed"}]


def test_what_flows_down_names_the_place_it_is_said_of() -> None:
    files = {
        "vocabulary.yml": VOCABULARY.replace(
            "  country: {label: Country}", "  country: {label: Country, flows_down: true}"
        ),
        "places/land.yml": "names: Land\nkind: country\n",
        "places/town.yml": "names: Town\nkind: city\nwithin: land\n",
        "events/a.yml": "title: a\ntype: statement\nwhen: 2017-09-10\ncontrol: {place: land, held_by: reds}\n",
    }
    found = {place["place"]: place["because"] for place in places("2017-09-10", files)}
    assert found == {"land": [{"event": "a"}], "town": [{"event": "a", "place": "land"}]}
    assert "      a: no source given; said of Land, which it lies within\n" in ask("2017-09-10", files)[1]


def test_of_a_part_the_rest_may_still_be_with_the_side_before() -> None:
    files = {
        "events/a.yml": snapshot("2017-08-01", "{held_by: reds}"),
        "events/b.yml": snapshot("2017-09-01", "{held_by: blues, extent: part}"),
    }
    (town,) = places("2017-09-01", files)
    assert (town["held_by"], town["extent"], town["candidates"]) == (["blues"], "part", [["reds"]])


TABLE = """\
Who held what on 17 October 2017

a document speaks of that day
  Castle  REDS and BLUES, contested
            c: one voice (The Gazette), in one document

carried from the last word
  Town    BLUES, nothing said since September 2017
            a: one voice (The Gazette), in one document

one or the other: the documents leave it open
  Port    between 1 and 31 October 2017: REDS or somebody whom no document names
            b: one voice (GREENS), in one document; claimed

inferred from who lost it later
  Ford    GREENS, perhaps besieged by REDS
            d: one voice (The Gazette), in one document; others say BLUES
            e: no source given

unknown: 1 of 5
  Gate
"""


def test_people_read_a_table_by_how_it_is_known_and_on_whose_word() -> None:
    others = {f"places/{name}.yml": f"names: {name.title()}\nkind: city\n" for name in ("castle", "ford", "gate")}
    lost = "title: x\ntype: capture\nsources: report p9\n"
    files = {
        **others,
        "events/a.yml": CAPTURE,
        "events/b.yml": f"{lost}when: 2017-10\nwhere: port\ncontrol: {{held_by: not-said, from: reds}}\n"
        "happened: claimed\nevidence: {happened: {who: greens}}\n",
        "events/c.yml": "title: c\ntype: statement\nwhen: 2017-10-17\nwhere: castle\n"
        "control: {held_by: [reds, blues]}\nsources: report p7\n",
        "events/d.yml": f"{lost}when: 2017-11-05\nwhere: ford\ncontrol: {{held_by: reds, from: greens}}\n"
        "rivals: {control: {held_by: blues}}\n",
        "events/e.yml": "title: e\ntype: statement\nwhen: 2017-10\nwhere: ford\ncontrol: {besieged_by: reds}\n",
        "events/f.yml": "title: f\ntype: statement\nwhen: 2018\nwhere: gate\ncontrol: {held_by: reds}\n",
    }
    assert ask("2017-10-17", files) == (0, TABLE, "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2017-09",
            "as-of takes one day, and this is 30 days\n  hint: write one of them, from `2017-09-01` to `2017-09-30`",
        ),
        ("2017-10-17~", "as-of takes one day, and this is not sure which\n  hint: write `2017-10-17`"),
        ("2017-10-17/..", "as-of takes one day, and this has no end\n  hint: write a day, such as `2017-10-17`"),
    ],
)
def test_anything_but_one_day_is_refused_with_what_to_write(text: str, told: str) -> None:
    assert ask(text, {"events/a.yml": CAPTURE}) == (2, "", f"{text}\n^ {told}\n")


def test_an_ambiguous_date_gets_the_offers_of_fasti_date() -> None:
    code, out, err = ask("03/04/2017", {"events/a.yml": CAPTURE})
    same = CliRunner().invoke(cli, ["date", "03/04/2017"]).stdout
    assert (code, out, err) == (2, "", same)
    assert "`2017-04-03`" in err and "`2017-03-04`" in err


def test_a_day_before_the_year_1_is_a_day() -> None:
    code, out, _ = ask("-0043-03-15", {"events/a.yml": CAPTURE})
    assert (code, out.splitlines()[0]) == (0, "Who held what on 15 March 44 BC")


def test_an_unknown_option_is_no_date() -> None:
    told = CliRunner().invoke(cli, ["as-of", "--formt", "--project", str(a_corpus())])
    assert (told.exit_code, "No such option" in told.stderr) == (2, True)


def test_with_faults_the_answer_is_told_and_ends_with_1() -> None:
    files = {"events/a.yml": CAPTURE, "events/b.yml": "title: b\ntype: capture\nwhen: 2017-13\n"}
    code, out, err = ask(AFTER, files)
    assert (code, out.splitlines()[2]) == (1, "carried from the last word")
    assert err.endswith("`fasti check` tells them\n") and err.startswith("1 error")


def test_the_help_shows_an_example() -> None:
    assert "Example: fasti as-of 2017-10-17" in CliRunner().invoke(cli, ["as-of", "--help"]).stdout


def test_what_the_editors_inferred_is_marked_so() -> None:
    capture = CAPTURE.replace("from: reds}", "from: reds, basis: inferred}")
    (town,) = places(LATER, {"events/a.yml": capture})
    assert town["because"] == [{"event": "a", "basis": "inferred"}]
    _, out, _ = ask(LATER, {"events/a.yml": capture})
    assert "a: one voice (The Gazette), in one document; inferred by the editors\n" in out


def test_what_the_evidence_of_the_field_says_counts_for_its_statements() -> None:
    capture = CAPTURE.replace("control: {held_by: blues, from: reds}", "now_held_by: blues")
    capture += "evidence: {now_held_by: {who: blues, basis: inferred, sources: report p7}}\n"
    _, out, _ = ask(LATER, {"events/a.yml": capture})
    assert "a: one voice (BLUES), in one document; inferred by the editors\n" in out
