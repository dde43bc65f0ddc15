"""The third table of `make bench`: what the order costs, and how that grows with events and statements.

Input: invented events, each with a date or none, and statements between them: consistent, with some that contradict,
and circles in which every event is after every other. Output: rows. Nothing is asserted.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from typing import NamedTuple

from fasti.chronology.network import Network
from fasti.chronology.sequence import sequence
from fasti.diagnostics import Report
from fasti.edtf import day_number, iso
from fasti.reading import Entry, parse_entry
from fasti.settings import Settings

SIZES = ((1_000, 2_000), (3_000, 6_000), (10_000, 20_000))
CIRCLES = (60, 120, 200)
FIRST = day_number(1990, 1, 1)
SITE = Settings(project=None)  # type: ignore[arg-type]


class Row(NamedTuple):
    """One line of the table; `loops` are the contradictions that were found."""

    events: int
    statements: int
    what: str
    seconds: float
    loops: int


def rows() -> Iterator[Row]:
    """Every size, consistent and with contradictions, then circles in which every event is after every other."""
    for events, statements in SIZES:
        for wrong in (0, 20):
            entries = a_site(events, statements, wrong)
            yield measured(entries, statements + wrong, "consistent" if not wrong else f"with {wrong} turned round")
    for events in CIRCLES:
        entries = a_circle(events)
        yield measured(entries, events * (events - 1), "all after each other")


def measured(entries: list[Entry], statements: int, what: str) -> Row:
    """Make the network, settle it, and put its events in order."""
    began = time.process_time()
    network = Network.of(entries, SITE.about_widens)
    loops = network.settle()
    sequence(network, SITE.tie_break)
    return Row(len(entries), statements, what, time.process_time() - began, len(loops))


def a_site(events: int, statements: int, wrong: int) -> list[Entry]:
    """Events a day apart, a third of them without a date, and statements between any two; wrong ones are turned round."""
    chance = random.Random(events)
    said: dict[int, dict[str, list[str]]] = {}
    for number in range(statements + wrong):
        earlier, later = sorted(chance.sample(range(events), 2))
        apart = later - earlier
        if number >= statements:
            earlier, later = later, earlier
        word = chance.choice(("after", "before"))
        this, other = (later, earlier) if word == "after" else (earlier, later)
        gap = chance.choice(("", "", f"at least {apart - chance.randint(0, 9)} days", f"at most {apart + 40} days"))
        told = f"{{{name(other)}: {gap}}}" if gap and apart > 9 and number < statements else name(other)
        said.setdefault(this, {}).setdefault(word, []).append(told)
    return [an_entry(i, dated(i, chance), said.get(i, {})) for i in range(events)]


def a_circle(events: int) -> list[Entry]:
    """Events without dates, each after every other."""
    return [an_entry(i, "", {"after": [name(j) for j in range(events) if j != i]}) for i in range(events)]


def dated(index: int, chance: random.Random) -> str:
    """A day, a month around it, or nothing."""
    day = iso(FIRST + index)
    return chance.choice(("", f"when: {day}\n", f"when: '[{day}..{iso(FIRST + index + 30)}]'\n"))


def an_entry(index: int, when: str, said: dict[str, list[str]]) -> Entry:
    """An event, read as from its file."""
    lines = "".join(f"{word}: [{', '.join(others)}]\n" for word, others in said.items())
    entry = parse_entry(
        f"title: {index}\ntype: capture\n{when}{lines}", f"content/events/{name(index)}.yml", "event", SITE, Report()
    )
    assert entry is not None
    return entry


def name(index: int) -> str:
    return f"e{index:05d}"
