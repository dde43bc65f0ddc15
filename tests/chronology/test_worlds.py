"""What really happened is never contradicted: worlds of instants, and records that tell nothing but the truth of them.

Nothing here is shared with the network: a world has hours, and each word of order is looked up in it as `model.md`
means it. Whatever true things records say, no contradiction may be found, every bound must have the true day within
it, and the order must be that of the world wherever it follows from what records say.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest

from fasti.chronology.network import Network
from fasti.chronology.ranges import falls
from fasti.chronology.sequence import sequence
from fasti.edtf import Bounds, civil, day_number, iso, last_of_month
from fasti.records import Event
from tests.chronology import brute
from tests.chronology.test_brute_force import SITE, entry
from tests.kit.builders import an_event

ZERO = day_number(2016, 2, 1)


class Life(NamedTuple):
    """When an event began and ended, in hours; `once`: at one moment."""

    start: int
    end: int
    once: bool

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day of it."""
        return ZERO + self.start // 24, ZERO + self.end // 24


def a_world(chance: random.Random) -> dict[str, Life]:
    """Up to eight events within days, weeks or years of each other."""
    scale = chance.choice((24, 24 * 5, 24 * 60, 24 * 900))
    lives = {}
    for name in "abcdefgh"[: chance.randint(2, 8)]:
        start, once = chance.randrange(scale), chance.random() < 0.6
        lives[name] = Life(start, start if once else start + chance.randrange(scale), once)
    return lives


def true_dates(life: Life, chance: random.Random) -> Iterator[str]:
    """Dates that are true of an event, from the most exact to the vaguest."""
    first, last = life.days
    if life.once:
        day = first
        year, month, _ = civil(day)
        yield f"'{iso(day)}'"
        yield f"{year}-{month:02d}"
        yield str(year)
        yield f"'[{iso(day - chance.randrange(9))}..{iso(day + chance.randrange(9))}]'"
        yield f"'[{iso(day - 40)}, {iso(day - chance.randrange(3))}..{iso(day + chance.randrange(3))}, {iso(day + 50)}]'"
        yield f"'[..{iso(day + chance.randrange(9))}]'"
        yield f"{year}-{month:02d}-XX"
        yield f"{year // 10}X"
        return
    yield f"{iso(first)}/{iso(last)}"
    yield "/".join(f"{civil(day)[0]}-{civil(day)[1]:02d}" for day in (first, last))
    yield f"{iso(first)}/.."
    yield f"/{iso(last)}"
    vague = [f"'[{iso(day - chance.randrange(5))}..{iso(day + chance.randrange(5))}]'" for day in (first, last)]
    yield f"{{from: {vague[0]}, to: {vague[1]}}}"
    yield f"{{from: '[{iso(first)}, {iso(first + 9)}]', to: '[{iso(last - 9)}, {iso(last)}]'}}"
    inner = first + chance.randrange(last - first + 1)
    yield f"{{from: {iso(inner)}, to: {iso(inner)}, edges_known: []}}"
    yield f"'{{{iso(first)}, {iso(last)}}}'" if first < last else f"{iso(first)}/{iso(first)}"


def true_gaps(hours: int, days: int) -> Iterator[str]:
    """Lengths of time that are true of so many hours, which are so many days from the one day to the other."""
    yield f"at most {-(-hours // 24)} days"
    yield f"at least {hours // 24} days"
    yield f"at most {hours} hours"
    yield f"at least {hours} hours"
    yield f"less than {hours + 1} hours"
    yield f"{hours} hours"
    yield f"{hours // 3} to {hours + 5} hours"
    yield f"{days} days"
    yield f"less than {days + 1} days"
    if hours:
        yield f"more than {hours - 1} hours"
        yield f"about {hours} hours"
    if days:
        yield f"more than {days - 1} days"
        yield f"about {max(1, round(days * 0.85))} days"
        yield f"nearly {days} days"
    if days % 7 == 0:
        yield f"{days // 7} weeks"
    if hours <= 24:
        yield "within hours"
    yield f"at most {days // 28 + 1} months"
    yield f"at least {days // 31} months"
    yield f"at least {days // 366} years"
    yield f"{days // 366} to {days // 365 + 1} years"


def calendar_gaps(first: int, last: int) -> Iterator[str]:
    """Whole months and years, where they are that from one day to the other."""
    (year, month, day), (year2, month2, day2) = civil(first), civil(last)
    months = (year2 - year) * 12 + month2 - month
    if day == day2 or day2 == last_of_month(year2, month2) < day:
        yield f"{months} months"
        if months % 12 == 0:
            yield f"{months // 12} years"


def true_statements(name: str, lives: dict[str, Life], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Everything that is true of an event and another: a word, and whom or what it names."""
    this = lives[name]
    for other, that in lives.items():
        if other == name:
            continue
        for end, (first, last) in (("", that[:2]), (".start", (that.start,) * 2), (".end", (that.end,) * 2)):
            if this.start > last:
                yield "after", other + end
                gaps = [*true_gaps(this.start - last, this.days[0] - (ZERO + last // 24))]
                gaps += calendar_gaps(ZERO + last // 24, this.days[0])
                yield "after", f"{{{other}{end}: {chance.choice(gaps)}}}"
            if this.end < first:
                yield "before", other + end
                gaps = [*true_gaps(first - this.end, ZERO + first // 24 - this.days[1])]
                gaps += calendar_gaps(this.days[1], ZERO + first // 24)
                yield "before", f"{{{other}{end}: {chance.choice(gaps)}}}"
            if first <= this.start and this.end <= last:
                yield "during", other + end
            if this.start <= first and last <= this.end:
                yield "includes", other + end
            if this.end == first:
                yield "meets", other + end
            if this.days == (ZERO + first // 24, ZERO + last // 24):
                yield "same_day", other + end
    hours, days = this.end - this.start, this.days[1] - this.days[0]
    # "It lasted three days": so many days were counted, or passed.
    lengths = [*true_gaps(hours, days), f"{days + 1} days", f"at most {days + 1} days", f"at least {days + 1} days"]
    yield "lasted", chance.choice([length for length in lengths if not length.startswith("more than")])


def told(lives: dict[str, Life], chance: random.Random) -> list[str]:
    """The records of a world: of each event a date or none, and a few of the things that are true of it."""
    texts = []
    for name, life in lives.items():
        said: dict[str, list[str]] = {}
        for word, what in true_statements(name, lives, chance):
            if chance.random() < 0.2:
                said.setdefault(word, []).append(what)
        fields = {word: f"[{', '.join(what)}]" for word, what in said.items() if word != "lasted"}
        if "lasted" in said:
            fields["lasted"] = said["lasted"][0]
        when = chance.choice(list(true_dates(life, chance))) if chance.random() < 0.7 else ""
        texts.append(an_event(title=name, when=when, **fields))
    return texts


@pytest.mark.parametrize("batch", range(8))
def test_what_is_true_of_a_world_is_never_contradicted_and_every_bound_has_the_true_day_in_it(batch: int):
    narrowed = ordered = 0
    for seed in range(batch * 150, (batch + 1) * 150):
        chance = random.Random(seed)
        lives = a_world(chance)
        entries = [entry(name, text) for name, text in zip(lives, told(lives, chance), strict=True)]
        network = Network.of(entries, SITE.about_widens)
        assert network.settle() == [], seed
        placed = sequence(network, SITE.tie_break)[0]
        for name, life in lives.items():
            for day, bounds, given in zip(life.days, network.window(name), network.given(name), strict=True):
                assert bounds.earliest is None or bounds.earliest <= day, (seed, name)
                assert bounds.latest is None or day <= bounds.latest, (seed, name)
                narrowed += bounds != given
            asked = Bounds(life.days[0] - chance.randrange(5), life.days[1] + chance.randrange(5))
            assert falls(network.dates[name], network.window(name), [asked])[1], (seed, name)
        at = {name: place for place, name in enumerate(placed)}
        for found in entries:
            assert isinstance(found.record, Event)
            for word, _, statement in found.record.order_statements:
                other = str(statement.event)
                if word in ("after", "before") and not statement.end and found.id in at and other in at:
                    earlier, later = (other, found.id) if word == "after" else (found.id, other)
                    assert at[earlier] < at[later], (seed, earlier, later)
                    ordered += 1
        for one, another in zip(placed, placed[1:], strict=False):
            begun, latest = network.window(another)[0].latest, network.window(one)[0].earliest
            assert begun is None or latest is None or latest <= begun, (seed, one, another)
        # What follows from all statements together: no event stands after one that must begin later.
        table = brute.farthest(2 * len(network.ids) + 1, brute.arcs(network))
        assert table is not None
        for one, another in combinations(placed, 2):
            apart = table[network.start[another]][network.start[one]]
            assert apart is None or apart[0] <= 0 and apart[1] <= 0, (seed, one, another)
    assert narrowed > 60 and ordered > 60
