"""What falls in a range, certainly and possibly: against every reading of a date, and every way a network can have been."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fasti.chronology import asked_for
from fasti.chronology.network import Network, windows
from fasti.chronology.ranges import falls
from fasti.edtf import Bounds, EdtfError, Part, civil, day_number, iso, parse
from fasti.records import When
from tests.chronology.test_brute_force import SITE, entry
from tests.kit.builders import an_event

FIRST, LAST = day_number(2017, 4, 20), day_number(2017, 8, 10)

MEMBERS = st.sampled_from("2017-06-03 2017-06-30 2017-06 2017-06-1X 2017-06-2X~ 2017-07-01 2017-06-29? 2017-05".split())
RANGES = st.sampled_from(
    "2017-06-05..2017-06-09 2017-06-28..2017-07-02 2017-06..2017-06 2017-05..2017-07 2017-05-30..2017-06-02".split()
)
EDGES = st.one_of(
    MEMBERS,
    st.lists(MEMBERS, min_size=2, max_size=2).map(lambda two: f"[{','.join(two)}]"),
    RANGES.map(lambda r: f"[{r}]"),
)


def sets(brackets: str) -> st.SearchStrategy[str]:
    inside = st.lists(MEMBERS | RANGES, min_size=1, max_size=3).map(",".join)
    return inside.map(lambda members: f"{brackets[0]}{members}{brackets[1]}")


DATES = st.one_of(MEMBERS, sets("[]"), sets("{}"), st.tuples(MEMBERS, MEMBERS).map("/".join))
WHENS = st.one_of(
    st.builds(
        lambda date, mode: {"date": date} | ({"mode": mode} if mode else {}),
        DATES,
        st.sampled_from([None, "within", "throughout"]),
    ),
    st.builds(lambda a, b: {"from": a, "to": b}, EDGES, EDGES),
)
RANGE = st.tuples(st.integers(FIRST, LAST), st.integers(0, 40)).map(lambda drawn: (drawn[0], drawn[0] + drawn[1]))
ASKED = st.lists(RANGE, min_size=1, max_size=3)


def a_when(fields: dict[str, str]) -> When | None:
    """None for one that is refused, such as a span that ends before it begins."""
    try:
        return When.model_validate(fields)
    except ValueError:
        return None


def days(bounds: Bounds) -> range:
    assert bounds.earliest is not None and bounds.latest is not None
    return range(bounds.earliest, bounds.latest + 1)


def units(part: Part) -> Iterator[range]:
    """The days, months or years of a member, each as its days."""
    assert part.first and part.last
    if part.first is part.last:
        yield days(part.bounds)
        return
    first, last = part.bounds
    assert first is not None and last is not None
    size = {"day": 3, "month": 2, "year": 1}[part.first.precision]
    begin = first
    for day in range(first, last + 1):
        if day == last or civil(day)[:size] != civil(day + 1)[:size]:
            yield range(begin, day + 1)
            begin = day + 1


def vague(part: Part) -> bool:
    """Whether a member that is meant throughout has a digit missing: then nobody knows which of its days is the first."""
    return any(date is not None and date.unspecified for date in part)


def readings(when: When) -> list[list[frozenset[int]]]:
    """Every way in which it can have been. Each is a list of days of which at least one is in every set of the list.

    So a run of days that it lasted is a set for each of them; a day in some month is one set.
    """
    if when.date is None or when.date.is_interval and when.throughout:
        spans = [range(s, e + 1) for s in days(when.start) for e in days(when.end) if e >= s]
        return [[frozenset((day,)) for day in span] for span in spans]
    if not when.throughout:
        return [[frozenset((day,))] for member in when.date.members for day in days(member)]
    if when.mode is None:
        return [[frozenset(unit) for part in when.date.parts for unit in units(part)]]
    members = [[frozenset((day,)) for day in days(part.bounds)] for part in when.date.parts]
    return [[day for member in members for day in member]] if when.date.is_all else members


def fall(reading: list[frozenset[int]], asked: frozenset[int]) -> tuple[bool, bool]:
    """Whether it does whatever day is meant, and whether it does for one."""
    return any(unit <= asked for unit in reading), any(unit & asked for unit in reading)


def as_ranges(asked: Sequence[tuple[int, int]]) -> list[Bounds]:
    return [Bounds(*one) for one in asked]


@settings(max_examples=400, deadline=None)
@given(WHENS, ASKED)
def test_what_falls_in_ranges_agrees_with_every_reading_of_a_date(fields: dict[str, str], asked: list[tuple[int, int]]):
    when = a_when(fields)
    if when is None or (when.date and when.mode == "throughout" and any(map(vague, when.date.parts))):
        return
    named = frozenset(day for first, last in asked for day in range(first, last + 1))
    found = [fall(reading, named) for reading in readings(when)]
    expected = (all(sure for sure, _ in found), any(may for _, may in found)) if found else (True, False)
    if found:
        assert falls(when, windows(when)[:2], as_ranges(asked)) == expected


@given(WHENS, ASKED, RANGE)
def test_more_days_never_lose_what_falls_in_them_and_certain_is_possible(
    fields: dict[str, str], asked: list[tuple[int, int]], more: tuple[int, int]
):
    when = a_when(fields)
    if when is None:
        return
    window = windows(when)[:2]
    sure, may = falls(when, window, as_ranges(asked))
    wider = falls(when, window, as_ranges([*asked, more]))
    assert sure <= may and sure <= wider[0] and may <= wider[1]
    assert falls(when, window, [Bounds(None, None)]) == (True, True)


JUNE = (Bounds(day_number(2017, 6, 1), day_number(2017, 6, 30)),)


@pytest.mark.parametrize(
    ("fields", "certain", "possible"),
    [
        ({"date": "2017-06-16"}, True, True),
        ({"date": "2017-06"}, True, True),
        ({"date": "2017"}, False, True),
        ({"date": "2017", "mode": "throughout"}, True, True),
        ({"date": "[2017-05-20..2017-06-01]"}, False, True),
        ({"date": "[2017-05,2017-07]"}, False, False),
        ({"date": "{2017-05,2017-07}"}, False, False),
        ({"date": "{2017-05,2017-07}", "mode": "within"}, False, False),
        ({"date": "{2017-05,2017-07}", "mode": "throughout"}, False, False),
        ({"date": "[2017-05,2017-07]", "mode": "throughout"}, False, False),
        ({"date": "{2017-05,2017-06}"}, True, True),
        ({"date": "{2017-05..2017-07}"}, True, True),
        ({"date": "{2017-05..}"}, True, True),
        ({"date": "{2017..2018}"}, False, True),
        ({"date": "{2017..2018}", "mode": "throughout"}, True, True),
        ({"date": "{2017-05-01..2017-07-31}"}, True, True),
        ({"date": "2014/2017-10"}, True, True),
        ({"date": "2014/2017-10", "mode": "within"}, False, True),
        ({"date": "2017-05/2017-06"}, True, True),
        ({"date": "2017-06/2017-07-01"}, True, True),
        ({"date": "2017-05-01/2017"}, False, True),
        ({"date": "2017-05/.."}, False, True),
        ({"date": "2017-05/"}, False, True),
        ({"from": "[2017-05-20..2017-06-10]", "to": "[2017-06-05..2017-10-31]"}, True, True),
        ({"from": "[2017-05,2017-07]", "to": "2017-12"}, False, True),
        ({"from": "2017-05", "to": "2017-05"}, False, False),
        ({"from": "2017-05", "to": "2017-05", "edges_known": "from"}, False, True),
        ({"date": "[..2017-06-16]"}, False, True),
    ],
    ids=str,
)
def test_what_falls_in_june_2017(fields: dict[str, str], certain: bool, possible: bool):
    when = When.model_validate(fields)
    assert falls(when, windows(when)[:2], JUNE) == (certain, possible)


def test_on_each_of_two_months_is_certain_in_either_and_in_neither_between_them():
    when = When.model_validate({"date": "{2017-05,2017-07}"})
    told = {text: falls(when, windows(when)[:2], asked_for(text)[1]) for text in MONTHS}
    assert told == {
        "2017-04": (False, False),
        "2017-05": (True, True),
        "2017-05-10": (False, True),
        "2017-06": (False, False),
        "2017-07": (True, True),
        "[2017-05, 2017-07]": (True, True),
        "2017-08/..": (False, False),
    }


MONTHS = ("2017-04", "2017-05", "2017-05-10", "2017-06", "2017-07", "[2017-05, 2017-07]", "2017-08/..")


def test_ranges_that_follow_each_other_are_asked_for_as_one():
    when = When.model_validate({"date": "{2017-05..2017-07}"})
    for asked, certain in (("2017-06-01..2017-06-10, 2017-06-11..2017-06-30", True), ("2017-06-01..2017-06-10", False)):
        assert falls(when, windows(when)[:2], asked_for(f"[{asked}]")[1]) == (certain, True)


def test_what_is_asked_for_is_any_date_whose_ends_are_known_or_open():
    assert asked_for("2017-06~")[1] == JUNE
    assert asked_for("2017-06/..")[1] == (Bounds(JUNE[0].earliest, None),)
    assert asked_for("[2017-05, 2017-06]")[1] == (parse("2017-05").bounds, *JUNE)
    for text, offset in (("2017-06/", 8), ("/2017-06", 0)):
        with pytest.raises(EdtfError) as caught:
            asked_for(text)
        assert (str(caught.value), caught.value.offset) == ("an unknown end is no limit to ask about", offset)


# Small networks, every way they can have been

SMALL = (
    *("2017-05-04", "2017-05-06", "[2017-05-01..2017-05-05]", "2017-05-02/2017-05-06", "'{2017-05-02,2017-05-06}'"),
    *("{from: '[2017-05-01..2017-05-03]', to: '[2017-05-04..2017-05-07]'}", "'{2017-05-02..2017-05-04,2017-05-07}'"),
    "{from: '[2017-05-02..2017-05-06]', to: '[2017-05-03..2017-05-07]'}",
)
HOLED = (
    *("[2017-05-01, 2017-05-04]", "[2017-05-01..2017-05-02, 2017-05-06..2017-05-07]"),
    *("{from: '[2017-05-01, 2017-05-04]', to: '[2017-05-03, 2017-05-07]'}", "{date: '{2017-05-02,2017-05-06}', mode: within}"),
)  # fmt: skip
SAYINGS = ("after", "before", "during", "includes", "same_day", "meets")
APART = ("at most 2 days", "at least 2 days", "3 days", "within hours", "more than 30 hours")


def a_small_network(seed: int, dates: Sequence[str]) -> Network:
    """Three dated events and up to three statements."""
    chance = random.Random(seed)
    texts: dict[str, dict[str, list[str]]] = {name: {} for name in "abc"}
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        word, (one, other) = chance.choice(SAYINGS), chance.sample("abc", 2)
        other += chance.choice(("", "", ".start", ".end"))
        if word in ("after", "before") and chance.random() < 0.5:
            other = f"{{{other}: {chance.choice(APART)}}}"
        texts[one].setdefault(word, []).append(other)
    entries = []
    for name, said in texts.items():
        fields = {word: f"[{', '.join(others)}]" for word, others in said.items()}
        lasted = {"lasted": chance.choice(("3 days", "at least 2 days"))} if chance.random() < 0.2 else {}
        entries.append(entry(name, an_event(title=name, when=chance.choice(dates), **fields, **lasted)))
    return Network.of(entries, SITE.about_widens)


def ways(network: Network) -> Iterator[tuple[int, ...]]:
    """Every day that each end can have been on, all at once."""
    may = []
    for node, (low, high) in enumerate(zip(network.given_low, network.given_high, strict=True)):
        assert low is not None and high is not None
        members = network.holes.get(node, (Bounds(low, high),))
        may.append([day for day in range(low, high + 1) if any(day in days(member) for member in members)])
    events = [
        [(s, e) for s in may[i] for e in may[i + 1] if s == e or (s < e and not network.moment[i // 2])]
        for i in range(0, len(may), 2)
    ]
    for chosen in product(*events):
        day = tuple(end for ends in chosen for end in ends)
        if all(day[edge.tail] + edge.days <= day[edge.head] for edge in network.edges):
            yield day


def on_days(when: When, start: int, end: int) -> list[frozenset[int]]:
    """The days of an event that began and ended so; those of `{…}` are the ones it names."""
    assert when.date is None or all(part.first and part.first.precision == "day" for part in when.date.parts)
    if when.date is not None and when.is_each:
        return [frozenset((day,)) for part in when.date.parts for day in days(part.bounds)]
    return [frozenset((day,)) for day in range(start, end + 1)]


@pytest.mark.parametrize("batch", range(4))
@pytest.mark.parametrize("holed", [False, True], ids=["plain", "with holes"])
def test_a_network_allows_all_that_can_have_been_and_without_holes_nothing_else(batch: int, holed: bool):
    narrowed = contradicted = 0
    for seed in range(batch * 150, (batch + 1) * 150):
        network = a_small_network(seed, SMALL + HOLED if holed else SMALL)
        whole = list(ways(network))
        loops = network.settle()
        if loops:
            # Days alone know nothing of what comes first on one of them.
            within_a_day = not any(edge.days > 0 or edge.strict is None for loop in loops for edge in loop.edges)
            assert not whole or within_a_day, seed
            contradicted += 1
            continue
        if not whole:
            assert network.holes, seed
            continue
        for node in range(6):
            low, high = min(day[node] for day in whole), max(day[node] for day in whole)
            mine = network.low[node], network.high[node]
            assert mine[0] is not None and mine[1] is not None and mine[0] <= low and high <= mine[1], seed
            if not network.holes:
                assert mine == (low, high), seed
            narrowed += mine != (network.given_low[node], network.given_high[node])
        for begin, length in product(range(8), (1, 3)):
            asked = frozenset(range(day_number(2017, 5, 1) + begin, day_number(2017, 5, 1) + begin + length))
            for index, name in enumerate(network.ids):
                when = network.dates[name]
                assert when is not None
                falling = [fall(on_days(when, *day[2 * index : 2 * index + 2]), asked) for day in whole]
                truth = all(sure for sure, _ in falling), any(may for _, may in falling)
                told = falls(when, network.window(name), [Bounds(min(asked), max(asked))])
                if network.holes:
                    assert told[0] <= truth[0] and truth[1] <= told[1], (seed, name, iso(min(asked)))
                else:
                    assert told == truth, (seed, name, iso(min(asked)), length)
    assert narrowed > 30 and contradicted > 10
