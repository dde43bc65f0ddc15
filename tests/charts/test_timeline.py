"""The timeline: whose rows it has, what each mark claims, and that it says what it leaves out."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from fasti.charts import draw
from fasti.charts._text import width
from fasti.charts.timeline import CHART, MOST_LINES, TimelineRows, rows, words
from fasti.derive import Edition
from fasti.records import chart_call
from tests.charts.an_edition import day, last_day
from tests.derive.kit import an_edition
from tests.kit.golden import Golden

GOLDEN = Path(__file__).parent / "golden"

EVENTS = {
    "day": "title: Bridge taken\ntype: battle\nwhen: 1470-06-17\nwhere: town\n",
    "within": "title: Gate opened\ntype: battle\nwhen: 1470-07\nwhere: town\nhappened: claimed\n",
    "throughout": "title: Siege\ntype: battle\nwhen: 1470-03-05/1470-05-20\nparticipants: {attacker: reds}\n",
    "vague-ends": "title: Blockade\ntype: battle\nwhen: {from: [1469-11..1470-02], to: 1470-08}\n",
    "edge": "title: Camp still there\ntype: battle\nwhen: {from: 1470-04-02, to: 1470-04-30, edges_known: [from]}\n",
    "said": "title: Truce announced\ntype: statement\nwhen: 1470-09-01\nwhere: town\nparticipants: {speaker: reds}\n",
    "by-then": "title: Envoy sent\ntype: battle\nwhen: [..1470-10-09]\n",
    "undated": "title: Wall mined\ntype: battle\nafter: day\nbefore: said\n",
    "one-of": "title: Raid\ntype: battle\nwhen: [1470-01-05,1470-12-24]\n",
    "each": "title: Fair\ntype: battle\nwhen: '{1470-05,1470-10-03..1470-10-06}'\n",
    "narrowed": "title: Gate found open\ntype: battle\nwhen: 1470-07\nbefore: last\n",
    "last": "title: Parley\ntype: battle\nwhen: 1470-07-09\n",
    "anywhere": "title: Old quarrel\ntype: battle\nwhen: [1460..1480]\n",
    "ides": "title: Ides\ntype: battle\nwhen: -0043-03-15\n",
    "stone": "title: Stones raised\ntype: battle\nwhen: Y-170000\n",
    "ship": "title: Far ship\ntype: battle\nwhen: Y170000000\n",
}


def edition(events: dict[str, str]) -> Edition:
    return an_edition({f"events/{name}.yml": text for name, text in events.items()})


@pytest.fixture(scope="module")
def every_date() -> Edition:
    return edition(EVENTS)


def chart(of: Edition, call: str = "timeline?from=1470&to=1470") -> TimelineRows:
    found = rows(of, chart_call(call))
    assert found is not None
    return found


def one(when: str, more: str = "") -> dict[str, list[dict[str, Any]]]:
    """The picture of one event of 1470 beside a day of January and one of December."""
    frame = {f"z{month}": f"title: Z\ntype: battle\nwhen: 1470-{month}-05\n" for month in ("01", "12")}
    made = chart(edition({"a": f"title: A\ntype: battle\n{when}{more}", **frame}))
    data = CHART.layout(made, "wide").data
    (label,) = [label for label in data["labels"] if label["text"] == "A"]
    row = (label["y"] - 16, label["y"] + 6)
    return {
        name: [mark for mark in marks if row[0] < mark.get("y", 0) < row[1] and not is_grid(mark)]
        for name, marks in data.items()
    }


def is_grid(mark: dict[str, Any]) -> bool:
    """Whether it is a thin rule of the ground and no part of a mark."""
    return bool(mark.get("stroke") == "var(--rule)")


def test_the_specification_is_the_one_we_read(golden: Golden) -> None:
    golden.check(GOLDEN / "timeline.spec.json", json.dumps(CHART.spec().to_dict(), indent=1) + "\n")


def test_the_rows_are_the_ones_we_read(golden: Golden, every_date: Edition) -> None:
    golden.check(GOLDEN / "timeline.rows.json", json.dumps(asdict(chart(every_date)), indent=1) + "\n")


def test_the_words_and_the_table_are_the_ones_we_read(golden: Golden, every_date: Edition) -> None:
    said = words(chart(every_date))
    lines = [said.caption, said.description, " | ".join(said.columns), *(" | ".join(row) for row in said.rows)]
    golden.check(GOLDEN / "timeline.words.txt", "\n".join(lines) + "\n")


def test_a_row_an_event_in_the_order_of_the_chronology(every_date: Edition) -> None:
    order = [placed.id for placed in every_date.chronology.events]
    shown = [line.event for line in chart(every_date, "timeline").lines]
    assert shown == order
    within = [line.event for line in chart(every_date).lines]
    assert within == [event for event in order if event not in ("anywhere", "ides", "stone", "ship")]


def test_what_may_be_at_any_time_is_left_out_and_counted(every_date: Edition) -> None:
    found = chart(every_date)
    assert (found.certain, len(found.lines) - found.certain, found.elsewhere) == (11, 1, 1)


@pytest.mark.parametrize(
    ("call", "events"),
    [
        ("timeline?place=town", ["day", "within", "said"]),
        ("timeline?actor=reds", ["throughout", "said"]),
        ("timeline?place=town&actor=reds", ["said"]),
        ("timeline?from=1470-09&to=1470-09&place=town", ["said"]),
        ("timeline?to=-0043", ["stone", "ides", "by-then"]),
        ("timeline?from=Y170000000", ["ship"]),
    ],
)
def test_a_call_narrows_to_a_place_an_actor_or_a_time(every_date: Edition, call: str, events: list[str]) -> None:
    shown = [line.event for line in chart(every_date, call).lines]
    assert [event for event in shown if event != "by-then"] == [event for event in events if event != "by-then"]


def test_no_event_is_no_chart(every_date: Edition) -> None:
    assert rows(every_date, chart_call("timeline?from=1600&to=1601")) is None


def test_a_known_day_is_a_tick() -> None:
    picture = one("when: 1470-06-17\n")
    (tick,) = picture["bars"]
    assert (tick["x2"] - tick["x"], tick["y2"] - tick["y"], tick["alpha"]) == (3, 12, 1)
    assert picture["windows"] == picture["lines"] == []


def test_once_within_is_a_hollow_box_and_throughout_a_solid_bar_over_the_same_days() -> None:
    hollow, solid = one("when: 1470-06\n"), one("when: {date: 1470-06, mode: throughout}\n")
    (box,), (bar,) = hollow["windows"], solid["bars"]
    assert hollow["bars"] == solid["windows"] == []
    assert (box["x"] - 0.75, box["x2"] + 0.75) == pytest.approx((bar["x"], bar["x2"]))
    assert "fill" not in box and box["dash"] == []


def test_a_span_of_two_vague_ends_is_a_solid_core_between_hollow_ones() -> None:
    picture = one("when: {from: 1470-03, to: 1470-08}\n")
    (bar,) = picture["bars"]
    first, last = picture["windows"]
    assert first["x2"] + 0.75 == pytest.approx(bar["x"], abs=3) and last["x"] - 0.75 == pytest.approx(bar["x2"], abs=3)


def test_an_edge_of_knowledge_fades_in_steps_and_a_known_one_does_not() -> None:
    picture = one("when: {from: 1470-04-02, to: 1470-04-30, edges_known: [from]}\n")
    bar, *steps = picture["bars"]
    assert bar["alpha"] == 1 and steps[0]["x"] > bar["x"] and steps[-1]["x2"] > bar["x2"] + 12
    assert [step["alpha"] for step in steps] == [
        0.75,
        0.75,
        0.5,
        0.5,
        0.3,
        0.3,
        0.14,
        0.14,
    ]  # an upper and a lower line
    assert [mark["alpha"] for mark in one("when: 1470-04-02/1470-04-30\n")["bars"]] == [1]


def test_what_the_order_leaves_to_an_undated_event_is_dotted() -> None:
    (box,) = one("", "after: z01\nbefore: z12\n")["windows"]
    assert box["dash"] == [1.5, 2.5]


def test_what_goes_on_beyond_the_chart_has_an_arrow_and_no_end() -> None:
    picture = one("when: 1469-02/1471-05\n")
    assert [arrow["shape"] for arrow in picture["arrows"]] == ["triangle-left", "triangle-right"]
    assert [bar["alpha"] for bar in picture["bars"]] == [1] and picture["windows"] == []


def test_said_entries_are_quieter() -> None:
    for kind, ink in (("battle", "var(--ink)"), ("statement", "var(--muted)")):
        made = chart(edition({"a": f"title: A\ntype: {kind}\nwhen: 1470-05-06\n"}))
        data = CHART.layout(made, "wide").data
        assert [mark["fill"] for mark in data["bars"] if "tip" in mark] == [ink]
        assert next(label["fill"] for label in data["labels"] if label["text"] == "A") == ink


def many(count: int, when: str = "") -> Edition:
    return edition(
        {
            f"e{n:03}": f"title: E{n}\ntype: {'statement' if n % 3 == 0 else 'battle'}\n"
            f"when: {when or f'1470-{n % 12 + 1:02}-{n % 28 + 1:02}'}\n"
            for n in range(count)
        }
    )


def test_up_to_sixty_events_have_a_row_each_and_more_share_a_mark_a_date() -> None:
    row_each = CHART.layout(chart(many(MOST_LINES)), "wide").data
    assert sum("tip" in mark for mark in row_each["bars"]) == MOST_LINES
    found = chart(many(MOST_LINES + 30))
    crowd = words(found)
    assert sum(int(row[1]) + int(row[2]) for row in crowd.rows) == len(found.lines) == MOST_LINES + 30
    assert crowd.columns == ("When", "Happened", "Said", "How we know")
    assert [label["text"] for label in CHART.layout(found, "narrow").data["labels"]][-2:] == [
        "60 happened, 30 said; at most 2 in one day",
        "said or counted",
    ]


def test_a_crowd_of_one_window_is_one_box_with_its_number() -> None:
    data = CHART.layout(chart(many(70, "1470-05")), "wide").data
    assert len([mark for mark in data["windows"] if "tip" in mark]) == 1
    assert "× 70" in [label["text"] for label in data["labels"]]


def test_a_crowd_without_room_says_how_many_it_does_not_draw() -> None:
    found = chart(
        edition(
            {
                f"e{n:03}": f"title: E\ntype: battle\nwhen: [1470-03-{n % 9 + 1:02}..1470-{n % 4 + 5:02}-20]\n"
                for n in range(72)
            }
        )
    )
    labels = [label["text"] for label in CHART.layout(found, "wide").data["labels"]]
    drawn = sum(int(text[2:]) for text in labels if text.startswith("× "))
    assert f"and {72 - drawn} more, in the table" in labels
    assert sum(int(row[1]) for row in words(found).rows) == 72


def test_days_too_many_for_columns_are_counted_in_months_years_or_longer_runs() -> None:
    found = chart(
        edition({f"e{n:03}": f"title: E\ntype: battle\nwhen: {1000 + n}-05-06\n" for n in range(450)}), "timeline"
    )
    said = words(found)
    assert said.description.endswith("Columns count what falls into one decade. Their titles stand in the list.")
    assert said.rows[0] == ("1000 – 1009", "10", "0", "known to the decade")


def test_no_picture_is_wider_than_its_frame_and_none_heavy(every_date: Edition) -> None:
    crowded = many(300)
    for made in (chart(every_date), chart(every_date, "timeline"), chart(many(MOST_LINES)), chart(crowded)):
        for variant in CHART.variants:
            layout = CHART.layout(made, variant)
            for label in layout.data["labels"]:
                long = width(label["text"], label["size"], bold=label["weight"] == 600)
                left = label["x"] - {"left": 0, "center": long / 2, "right": long}[label["align"]]
                assert left >= -1 and left + long <= layout.width + 1, label["text"]
            boxes = [mark for name in layout.data for mark in layout.data[name] if "x2" in mark]
            assert all(0 <= mark["x"] <= mark["x2"] <= layout.width + 0.01 for mark in boxes)
    drawn = draw(crowded, [chart_call("timeline")])[chart_call("timeline")]
    assert drawn.wide is not None and max(len(drawn.wide.body), len(drawn.narrow.body)) < 60_000


def test_dates_before_our_era_and_far_years_stand_at_their_days(every_date: Edition) -> None:
    found = {line.event: line for line in chart(every_date, "timeline").lines}
    assert found["ides"].marks[0].first == day("-0043-03-15")
    assert (found["ship"].marks[0].first, found["ship"].marks[0].last) == (day("Y170000000"), last_day("Y170000000"))
    assert found["stone"].when == "sometime in the year 170,001 BC"
