"""Who held what: which places, in which order, and that no bar claims more than its interval."""

import json
import re
from dataclasses import asdict
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from fasti.charts.control import CHART, Bar, rows, words
from fasti.records import chart_call
from tests.charts.an_edition import CONTROL, AnEdition, Control, day, intervals
from tests.kit.golden import Golden

GOLDEN = Path(__file__).parent / "golden"


def bars_of(place: str, call: str = "control") -> tuple[Bar, ...]:
    chart = rows(AnEdition(), chart_call(call))
    assert chart is not None
    return next(row.bars for row in chart.rows if row.place == place)


def test_the_specification_is_the_one_we_read(golden: Golden) -> None:
    golden.check(GOLDEN / "control.spec.json", json.dumps(CHART.spec().to_dict(), indent=1) + "\n")


def test_the_rows_are_the_ones_we_read(golden: Golden) -> None:
    chart = rows(AnEdition(), chart_call("control"))
    assert chart is not None
    golden.check(GOLDEN / "control.rows.json", json.dumps(asdict(chart), indent=1, ensure_ascii=False) + "\n")


def test_the_table_says_every_bar_that_somebody_speaks_of(golden: Golden) -> None:
    chart = rows(AnEdition(), chart_call("control"))
    assert chart is not None
    said = words(chart)
    lines = [said.caption, said.description, " | ".join(said.columns), *(" | ".join(row) for row in said.rows)]
    golden.check(GOLDEN / "control.words.txt", "\n".join(lines) + "\n")


def test_places_stand_in_the_order_in_which_they_changed_hands_those_that_never_did_last() -> None:
    chart = rows(AnEdition(), chart_call("control"))
    assert chart is not None
    changed = [row.changed for row in chart.rows]
    known = [when for when in changed if when is not None]
    assert known == sorted(known)
    assert changed == [*known, None]
    assert chart.rows[-1].place == "last-town"


def test_a_place_that_nobody_speaks_of_has_no_row_and_alone_no_chart() -> None:
    chart = rows(AnEdition(), chart_call("control"))
    assert chart is not None
    assert "nowhere-said" not in [row.place for row in chart.rows]
    assert rows(AnEdition(), chart_call("control?places=nowhere-said")) is None


def test_the_days_before_the_ledger_begins_are_unknown() -> None:
    ledger = {"qaim": CONTROL["qaim"][1:]}
    chart = rows(AnEdition(control=Control(ledger)), chart_call("control"))
    assert chart is not None
    assert chart.rows[0].bars == bars_of("qaim")


def test_an_edition_without_a_day_has_no_chart() -> None:
    from fasti.edtf import Bounds

    assert rows(AnEdition(span=Bounds(None, None)), chart_call("control")) is None


def test_from_and_to_clip_the_bars_and_a_clipped_beginning_is_no_change() -> None:
    bars = bars_of("harran", "control?places=harran&from=2017-10-17&to=2017-10")
    assert [(bar.first, bar.last, bar.change) for bar in bars] == [
        (day("2017-10-17"), day("2017-10-17"), "day"),
        (day("2017-10-18"), day("2017-10-31"), None),
    ]
    clipped = bars_of("marash", "control?places=marash&from=2014-06&to=2017")
    assert (clipped[0].first, clipped[0].change) == (day("2014-06-01"), None)


@pytest.mark.parametrize(
    ("place", "at", "words"),
    [
        ("harran", 1, "N and LEA (contested)"),
        ("marash", 0, "RIV or N"),
        ("salt-well", 1, "nobody"),
        ("salt-well", 0, "nobody says"),
        ("old-ferry", 0, "N"),
    ],
)
def test_a_bar_says_who_held_it_in_words(place: str, at: int, words: str) -> None:
    assert bars_of(place)[at].words == words


def test_the_last_word_is_the_newest_that_a_document_says_not_what_is_carried() -> None:
    chart = rows(AnEdition(), chart_call("control"))
    assert chart is not None
    assert {row.place: row.last_word for row in chart.rows} == {
        "marash": "SOU, 10 Jul 2017",
        "harran": "LEA, 17 Oct 2017",
        "port-of-the-two-mouths": "RIV, 3 Nov 2017, claimed",
        "old-ferry": "SOU, Oct 2017",
        "qaim": "SOU, 3 Nov 2017",
        "border-post": "SOU, 3 Nov 2017",
        "salt-well": "nobody, 4 Nov 2017",
        "last-town": "N, 4 Nov 2017",
    }


def test_full_colour_stands_only_where_a_document_speaks() -> None:
    chart = rows(AnEdition(), chart_call("control?places=marash,harran,qaim"))
    assert chart is not None
    for variant in CHART.variants:
        bars = CHART.layout(chart, variant).data["bars"]
        tips = [bar["tip"] for bar in bars if bar.get("alpha") == 1 and "tip" in bar]
        assert tips and all("a document says so" in tip for tip in tips)


@pytest.mark.parametrize("variant", CHART.variants)
def test_a_change_on_a_known_day_leaves_three_pixels_of_paper_and_no_bar_runs_into_another(variant: str) -> None:
    chart = rows(AnEdition(), chart_call("control?places=qaim"))
    assert chart is not None
    before, new, carried = [bar for bar in CHART.layout(chart, variant).data["bars"] if "tip" in bar]
    assert new["x"] - before["x2"] == pytest.approx(3, abs=0.05)
    assert new["x2"] - new["x"] >= 6
    assert carried["x"] >= new["x2"]


def test_forty_places_are_drawn_and_the_rest_is_counted() -> None:
    many = {f"{name}-{n}": runs for n in range(6) for name, runs in CONTROL.items()}

    class Wide(AnEdition):
        def place_label(self, place: str) -> str:
            return place

    chart = rows(Wide(control=Control(many)), chart_call("control"))
    assert chart is not None
    assert (len(chart.rows), chart.left_out) == (40, 8)
    assert "40 places of 48, those that changed hands last" in words(chart).caption


def test_a_siege_that_may_have_been_there_is_told_as_perhaps_and_needs_no_holder() -> None:
    ring = {"held_by": (), "how": "unknown", "basis": "unknown", "besieged_by": ("north",)}
    runs = intervals(
        "qaim",
        ("2016-01-01", "2016-01-31", {**ring, "siege_basis": "between"}),
        ("2016-02-01", None, {**ring, "siege_basis": "carried"}),
    )
    edition = AnEdition(control=Control({"qaim": runs}))
    chart = rows(edition, chart_call("control?places=qaim"))
    assert chart is not None
    assert [(row[1], row[4]) for row in words(chart).rows] == [("1 Jan 2016", "perhaps N"), ("1 Feb 2016", "N")]
    assert [", perhaps besieged by N" in bar.tip for bar in chart.rows[0].bars][-2:] == [True, False]


STATES: dict[str, dict[str, Any]] = {
    "attested": {"held_by": ("north",), "basis": "attested"},
    "carried": {"held_by": ("north",)},
    "contested": {"held_by": ("north", "south"), "how": "contested", "basis": "attested"},
    "shared": {"held_by": ("north", "south"), "how": "shared", "basis": "attested"},
    "besieged": {"held_by": ("north",), "basis": "attested", "besieged_by": ("south",)},
    "perhaps besieged": {
        "held_by": ("north",),
        "basis": "attested",
        "besieged_by": ("south",),
        "siege_basis": "between",
    },
    "contested and besieged": {
        "held_by": ("north", "south"),
        "how": "contested",
        "basis": "attested",
        "besieged_by": ("league",),
    },
    "between": {"basis": "between", "candidates": (("north",), ("south",)), "how": "unknown"},
    "inferred": {"held_by": ("north",), "basis": "inferred"},
    "claimed": {"held_by": ("north",), "basis": "attested", "claimed": True},
    "part": {"held_by": ("north",), "basis": "attested", "extent": "part"},
    "nobody": {"held_by": ("nobody",), "how": "nobody", "basis": "attested"},
    "not said": {"held_by": ("not-said",), "how": "unknown", "basis": "attested"},
    "unknown": {"how": "unknown", "basis": "unknown", "besieged_by": ("league",)},
}


@pytest.mark.parametrize("variant", ["wide", "narrow"])
def test_no_two_states_are_told_apart_by_colour_alone(variant: str) -> None:
    forms = {}
    for state, what in STATES.items():
        ledger = {"qaim": intervals("qaim", ("2017-01-01", "2017-12-31", what))}
        chart = rows(AnEdition(control=Control(ledger)), chart_call("control?places=qaim&from=2017&to=2017"))
        assert chart is not None
        layout = CHART.layout(chart, variant)
        # The bar alone: what stands below the axis and above the key, a few pixels of it in height.
        axis = max(line["y"] for line in layout.data["grid"] if line["stroke"] == "var(--ink)")
        drawn = [
            (layer, {key: value for key, value in mark.items() if key not in ("tip", "text", "x", "x2")})
            for layer in ("bars", "windows", "threads", "sieges")
            for mark in layout.data[layer]
            if axis < mark["y"] < axis + 36
        ]
        forms[state] = re.sub(r"actor-\w+", "an actor", repr(drawn))
    assert [pair for pair in combinations(forms, 2) if forms[pair[0]] == forms[pair[1]]] == []


def test_every_mark_that_a_chart_uses_is_in_its_key() -> None:
    names = {
        "attested": "a document says so",
        "nobody": "nobody holds it",
        "not said": "changed hands, not said to whom",
    }
    names |= {
        "claimed": "claimed by one side",
        "shared": "held together",
        "part": "part of it",
        "unknown": "nobody says",
    }
    names |= {"perhaps besieged": "perhaps besieged", "contested": "contested", "inferred": "inferred from who lost it"}
    for state, said in names.items():
        ledger = {"qaim": intervals("qaim", ("2017-01-01", "2017-12-31", STATES[state]))}
        chart = rows(AnEdition(control=Control(ledger)), chart_call("control?places=qaim&from=2017&to=2017"))
        assert chart is not None
        layout = CHART.layout(chart, "wide")
        assert said in [label["text"] for label in layout.data["labels"] if label["size"] == 12], state


def test_candidates_are_told_side_by_side_and_a_lone_one_is_only_perhaps() -> None:
    def told(*sides: tuple[str, ...]) -> str:
        what = {"basis": "between", "candidates": sides, "how": "unknown"}
        ledger = {"qaim": intervals("qaim", ("2017-01-01", None, what))}
        chart = rows(AnEdition(control=Control(ledger)), chart_call("control?from=2017"))
        assert chart is not None
        return chart.rows[0].bars[0].words

    assert told(("north",), ("south", "league")) == "N or SOU and LEA"
    assert told(("north", "south")) == "perhaps N and SOU"
    assert told(("north",), ("not-said",)) == "N or not said to whom"


def test_what_is_open_to_the_end_is_no_last_word_of_the_last_day() -> None:
    open_to_the_end = {"basis": "between", "candidates": (("north",), ("south",)), "how": "unknown"}
    ledger = {"qaim": intervals("qaim", ("2017-10-10", None, open_to_the_end))}
    chart = rows(AnEdition(control=Control(ledger)), chart_call("control"))
    assert chart is not None
    assert chart.rows[0].last_word == "N or SOU, since 10 Oct 2017"
