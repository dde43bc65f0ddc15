"""Figures: one axis a definition, each number in the form of its words, each date in the form of its knowledge."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import pytest

from fasti.charts.figures import CHART, FigureRows, rows, words
from fasti.derive import Edition
from fasti.records import chart_call
from tests.charts.an_edition import AnEdition
from tests.derive.kit import an_edition
from tests.kit.golden import Golden

GOLDEN = Path(__file__).parent / "golden"
SERIES = "title: {id}\nmeasure: defenders\n{more}points:\n{points}"
SHARE = "title: {id}\nmeasure: share-of-empire\ndirection: {held}\nof: {of}\n{more}points: {{value: 50, at: 1453, sources: s}}\n"
START, ROOM = 84, 250  # of the axis of a dated panel on a phone


def planted(*points: str, more: str = "", others: Mapping[str, str] | None = None) -> Edition:
    """A chronology with one series of these points, each `VALUE @ DATE`, then further fields."""
    lines = []
    for point in points:
        value, _, rest = point.partition(" @ ")
        at, _, fields = rest.partition(" & ")
        lines.append(f"  - {{value: '{value}', {f'at: {at!r}, ' if at else ''}sources: s{fields and ', ' + fields}}}\n")
    series = SERIES.format(id="Counted", more=more, points="".join(lines))
    return an_edition({"series/counted.yml": series, "sources/s.yml": "title: S\nkind: news\n", **(others or {})})


def chart_of(edition: Edition, call: str = "figures") -> FigureRows:
    chart = rows(edition, chart_call(call))
    assert chart is not None
    return chart


def forms(chart: FigureRows, *, dates: bool = False) -> list[str]:
    """What stands on each axis of a one-panel chart on a phone, in the numbers of its axis; or on the date rulers."""
    (panel,) = chart.panels
    data = CHART.layout(chart, "narrow").data
    axes = [rule["y"] for rule in data["axes"] if rule["x"] == START and rule["x2"] == START + ROOM]

    def at(x: float) -> str:
        return f"{x:g}" if dates else f"{round((x - START) / ROOM * panel.top, 1):g}"

    told = []
    for mark, y in zip(panel.marks, axes, strict=True):
        on_it = {
            layer: [d for d in data[layer] if d["y"] <= y <= d.get("y2", d["y"]) and (d["x"] < START - 9) == dates]
            for layer in ("ranges", "lines", "dots")
        }
        parts = [
            ("bar" if d.get("fill") == "var(--ink)" else "dashed box" if d.get("dash") else "box")
            + f" {at(d['x'])} to {at(d['x2'])}"
            for d in on_it["ranges"]
        ]
        parts += [
            f"{'dots' if d['dash'] else 'line'} {at(d['x'])} to {at(d['x2'])}"
            for d in on_it["lines"]
            if d["y"] == d["y2"]
        ]
        if dates:
            ends = [d for d in data["ranges"] if abs(d["y"] - y) < 6 and d["alpha"] == 0.14 and d["x"] < START]
            parts += [f"fading to {at(d['x'])}" for d in ends[:1]]
        shapes = {"triangle-left": "arrow to", "triangle-right": "arrow to", "circle": "dot"}
        parts += [
            f"{'ring' if d['fill'] == 'var(--paper)' else shapes[d['shape']]} {at(d['x'])}" for d in on_it["dots"]
        ]
        told.append(f"{mark.when if dates else mark.words}: {', '.join(parts)}")
    return told


def test_the_specification_is_the_one_we_read(golden: Golden) -> None:
    golden.check(GOLDEN / "figures.spec.json", json.dumps(CHART.spec().to_dict(), indent=1) + "\n")


def test_the_rows_are_the_ones_we_read(golden: Golden) -> None:
    chart = rows(AnEdition(), chart_call("figures"))
    assert chart is not None
    golden.check(GOLDEN / "figures.rows.json", json.dumps(asdict(chart), indent=1, ensure_ascii=False) + "\n")


EVERY_FORM = {
    "60": "dot 60",
    "nearly 60": "line 39.6 to 60, ring 60",
    "less than 60": "line 42 to 60, arrow to 42, ring 60",
    "at most 60": "line 42 to 60, arrow to 42, dot 60",
    "more than 60": "line 60 to 78, arrow to 78, ring 60",
    "at least 60": "line 60 to 78, arrow to 78, dot 60",
    "up to 60": "line 0 to 60, dot 60",
    "about 60": "dots 45 to 75, dot 60",
    "60 to 80": "bar 60 to 80",
    "dozens": "dashed box 24.4 to 98.6",  # a little less, for the width of its outline
}


def test_each_form_of_a_number_has_a_form_of_its_own_and_invents_no_end() -> None:
    edition = planted(*(f"{words} @ 1453-05-29" for words in (*EVERY_FORM, "99")))
    told = forms(chart_of(edition))
    assert told[:-1] == [f"{words}: {form}" for words, form in EVERY_FORM.items()]


def test_no_two_forms_differ_by_their_colour_alone() -> None:
    edition = planted(*(f"{words} @ 1453-05-29" for words in (*EVERY_FORM, "99")))
    data = CHART.layout(chart_of(edition), "narrow").data
    colours = {d[key] for layer in data.values() for d in layer for key in ("fill", "stroke") if key in d}
    assert colours == {"var(--ink)", "var(--paper)", "var(--muted)", "var(--rule)"}
    assert len(set(EVERY_FORM.values())) == len(EVERY_FORM)


def test_more_than_96_and_nearly_96_are_neither_merged_nor_moved() -> None:
    edition = planted("more than 96 @ 1453-05-29 & who: reds", "nearly 96 @ 1453-05-29 & who: blues", "99 @ 1453-06")
    assert forms(chart_of(edition)) == [
        "more than 96: line 96 to 114, arrow to 114, ring 96",
        "nearly 96: line 75.6 to 96, ring 96",
        "99: dot 99",
    ]


def test_no_arrow_leaves_the_whole_of_a_share_by_far_and_a_share_above_the_whole_is_not_moved() -> None:
    share = SHARE.format(id="Held", held="held", of="the city", more="baseline: 1400\n")
    whole, beyond = share.replace("value: 50", "value: more than 99"), share.replace("value: 50", "value: 130")
    sources = {"sources/s.yml": "title: S\nkind: news\n"}
    shown = [forms(chart_of(an_edition({"series/held.yml": text, **sources}))) for text in (whole, beyond)]
    assert shown == [["more than 99: line 99 to 103.4, arrow to 103.4, ring 99"], ["130: dot 130"]]


def test_a_vague_day_is_a_hollow_window_a_known_one_a_tick_and_a_span_is_solid() -> None:
    edition = planted(
        "1 @ 1453-05-29",
        "2 @ 1453-05",
        "3 @ [1453-05-10..1453-05-20]",
        "4 @ 1453-06-01/1453-06-30",
        "5 @ 1453-04/1453-06-30",
        "6 @ [..1453-05-20]",
        "7 @ {1453-02-01,1453-03-01}",
        "8",
    )
    assert forms(chart_of(edition), dates=True) == [
        "1 Feb and 1 Mar 1453: bar 5.1 to 7.1, bar 9.7 to 11.7",
        "from Apr 1453 to 30 June 1453: box 15.54 to 18.98, bar 19.56 to 29.75",
        "sometime in May 1453: box 20.48 to 24.07",
        "between 10 and 20 May 1453: box 21.96 to 24.46",
        "by 20 May 1453: box 10.75 to 22.26, fading to 0",
        "29 May 1453: bar 24.33 to 26.33",
        "from 1 to 30 June 1453: bar 24.82 to 29.75",
        ": ",
    ]


def test_numbers_that_nobody_holds_true_are_crossed_out_and_say_why() -> None:
    edition = planted(
        "60 @ 1453-05-29",
        more="rivals:\n"
        "  - {points: {value: 40, at: 1453-05-29, sources: s}, status: rejected, who: reds}\n"
        "  - {points: {value: 30, at: 1453-05-29, sources: s}, status: superseded, who: blues}\n"
        "  - {points: {value: 60, at: 1453-05-29, sources: s}, stance: denies, who: greens}\n"
        "  - {points: {value: 70, at: 1453-05-29, sources: s}, who: greens}\n",
    )
    chart = chart_of(edition)
    data = CHART.layout(chart, "narrow").data
    crossed = [round((d["x"] + 8 - START) / ROOM * 75) for d in data["lines"] if d["y"] < d["y2"]]
    struck = [d for d in data["lines"] if d["y"] == d["y2"] and d["x2"] == 360]
    assert crossed == [40, 30, 60]
    assert len(struck) == 3
    assert [row[2:6] for row in words(chart).rows] == [
        ("60", "", "S", "29 May 1453"),
        ("40", "", "REDS (set aside by the editors)", "29 May 1453"),
        ("30", "", "BLUES (superseded)", "29 May 1453"),
        ("60", "", "GREENS (denies it)", "29 May 1453"),
        ("70", "", "GREENS", "29 May 1453"),
    ]


def test_a_number_that_rests_on_several_voices_of_its_entry_names_none_of_them() -> None:
    edition = an_edition(
        {
            "events/a.yml": "title: A count\ntype: count\nwhen: 1453\nsources: [s, t]\nfigures: {series: dead, value: 5}\n",
            "events/b.yml": "title: A count\ntype: count\nwhen: 1454\nfigures: {series: dead, value: 6, sources: [s, t]}\n",
            "series/dead.yml": "title: Dead\nmeasure: defenders\n",
            "sources/s.yml": "title: S\nkind: news\n",
            "sources/t.yml": "title: T\nkind: news\n",
        }
    )
    assert [mark.speaker for mark in chart_of(edition).panels[0].marks] == ["from its entry’s sources", "S and T"]


def test_a_number_says_whom_it_counts() -> None:
    edition = planted("60 @ 1453-05-29 & group: civilians", "40 @ 1453-05-29 & group: reds")
    chart = chart_of(edition)
    told = [d["text"] for d in CHART.layout(chart, "wide").data["labels"]]
    assert told[1::3][:2] == ["S, of civilians", "S, of REDS"]
    assert [row[2] for row in words(chart).rows] == ["60 (civilians)", "40 (REDS)"]


def test_where_a_day_has_no_room_beside_a_name_all_speakers_go_by_their_short_labels() -> None:
    long = "names: Alliance of the Northern and Southern Towns\nlabel: TOWNS\nkind: state\n"
    edition = planted(
        "60 @ 1453-05-29 & who: towns", "more than 50 @ 1453-05-29 & who: towns", others={"actors/towns.yml": long}
    )
    shown = {
        variant: [d["text"] for d in CHART.layout(chart_of(edition), variant).data["labels"]][1:7]
        for variant in ("wide", "narrow")
    }
    assert shown == {
        "wide": ["Alliance of the Northern and Southern Towns", "29 May 1453", "60"]
        + ["Alliance of the Northern and Southern Towns", "29 May 1453", "more than 50"],
        "narrow": ["TOWNS", "29 May 1453", "60", "TOWNS", "29 May 1453", "more than 50"],
    }


def shares(**series: str) -> Edition:
    """Series of shares: each `held OF` or `lost OF`, then further fields after a semicolon."""
    files = {"sources/s.yml": "title: S\nkind: news\n"}
    for name, told in series.items():
        what, _, more = told.partition("; ")
        held, _, of = what.partition(" ")
        files[f"series/{name}.yml"] = SHARE.format(id=name.title(), held=held, of=of, more=more and more + "\n")
    return an_edition(files)


def panels(edition: Edition, call: str = "figures") -> list[str]:
    return [
        f"{panel.measured}: {', '.join(run.series for run in panel.runs)}" for panel in chart_of(edition, call).panels
    ]


def test_one_word_of_one_series_is_enough_to_share_an_axis_and_no_word_is_none() -> None:
    edition = shares(a="held the city; comparable_with: b", b="held The  city", c="held the city")
    assert panels(edition) == [
        "percent of The city, held: b, a",
        "percent of the city, held: c",
    ]


def test_what_two_have_in_common_with_a_third_joins_them_not() -> None:
    edition = shares(a="held the city; comparable_with: [b, c]", b="held the city", c="held the city")
    assert panels(edition) == ["percent of the city, held: a, b", "percent of the city, held: c"]
    assert panels(edition, "figures?series=c,b,a") == [
        "percent of the city, held: c, a",
        "percent of the city, held: b",
    ]


def test_lost_and_held_and_two_wholes_never_share_an_axis() -> None:
    edition = shares(a="held the city", b="lost the city", c="held the walls")
    assert panels(edition) == [
        "percent of the city, held: a",
        "percent of the city, lost: b",
        "percent of the walls, held: c",
    ]


@pytest.mark.parametrize(
    ("call", "series"),
    [
        ("figures?series=north-lost,fighters-left", ["north-lost", "fighters-left"]),
        ("figures?place=harran", ["north-lost"]),
        ("figures?actor=north&place=harran", ["north-lost"]),
    ],
)
def test_a_call_chooses_series_by_name_actor_or_place(call: str, series: list[str]) -> None:
    chart = rows(AnEdition(), chart_call(call))
    assert chart is not None
    assert [run.series for panel in chart.panels for run in panel.runs] == series


@pytest.mark.parametrize("call", ["figures?actor=south", "figures?place=qaim", "figures?series=not-there"])
def test_nothing_to_show_is_no_chart(call: str) -> None:
    assert rows(AnEdition(), chart_call(call)) is None


def test_a_long_series_shows_its_latest_numbers_and_says_so_without_tearing_a_day_apart() -> None:
    days = [f"{n} @ 1453-03-{n:02d}" for n in range(1, 25)]
    chart = chart_of(planted(*days[:8], "100 @ 1453-03-08", *days[8:]))
    shown = [mark.words for mark in chart.panels[0].marks]
    assert shown == [str(n) for n in range(9, 25)]
    chart = chart_of(planted(*days[:9], "100 @ 1453-03-09", *days[9:]))
    assert [mark.words for mark in chart.panels[0].marks] == [str(n) for n in range(10, 25)]
    assert words(chart).description.endswith("S 24 (24 Mar 1453). 10 earlier are left out.")
    labels = [d["text"] for d in CHART.layout(chart, "narrow").data["labels"]]
    assert "the latest 15 of 25" in labels


def test_more_series_than_there_is_room_for_are_counted() -> None:
    chart = chart_of(shares(**{f"s{n:02d}": f"held city {n}" for n in range(15)}))
    assert len(chart.panels) == 12
    assert words(chart).caption == "12 figures in 12 definitions, which are never joined. 3 more series are left out."


def test_a_number_too_small_for_an_even_scale_is_told() -> None:
    chart = chart_of(planted("5 @ 1453", "tens of thousands @ 1453"))
    labels = [d["text"] for d in CHART.layout(chart, "narrow").data["labels"]]
    assert labels[-1] == "An even scale: the smallest numbers lie close to 0."
    assert words(chart).description.endswith("The scale is even, so that the smallest numbers lie close to 0.")


def test_the_words_name_every_speaker_with_the_number_as_told() -> None:
    chart = rows(AnEdition(), chart_call("figures?series=north-lost"))
    assert chart is not None
    assert words(chart).description == (
        "Land the north has lost, percent of what it once held in both countries, lost: The League’s spokesman at the "
        "ferry more than 90 (17 Oct 2017); The river command nearly 96 (3 Nov 2017); The Gazette 96 (4 Nov 2017)."
    )
