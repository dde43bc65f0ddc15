"""Thousands of random networks: bounds, consistency and the length of every loop told equal brute force."""

from __future__ import annotations

import random
from functools import cache

import pytest

from fasti.chronology.constraints import Constraint
from fasti.chronology.contradictions import Loop, first_of
from fasti.chronology.network import Network
from fasti.diagnostics import Report
from fasti.reading import Entry, parse_entry
from fasti.settings import Settings
from tests.chronology import brute
from tests.kit.builders import an_event

WORDS = ("after", "after", "before", "before", "during", "includes", "same_day", "meets")
ENDS = ("", "", "", ".start", ".end")
GAPS = (
    "at most 3 days",
    "at least 2 days",
    "about 4 days",
    "2 days",
    "0 days",
    "within hours",
    "at most 30 hours",
    "more than 1 day",
    "nearly 1 week",
)
DATES = (
    "2017-05-04",
    "2017-05-04",
    "2017-05-06",
    "2017-05",
    "2017",
    "2017-05-02/2017-05-08",
    "2017-05-03/..",
    "../2017-05-07",
    "[2017-05-01..2017-05-05]",
    "{from: 2017-05-01, to: 2017-05-09, edges_known: [from]}",
)
LENGTHS = ("3 days", "at most 2 days", "about 1 week")


@cache
def entry(event_id: str, text: str) -> Entry:
    """One event, read as from a file."""
    report = Report()
    found = parse_entry(text, f"content/events/{event_id}.yml", "event", SITE, report)
    assert found and report.diagnostics == (), text
    return found


SITE = Settings(project=None)  # type: ignore[arg-type]


def a_network(seed: int) -> Network:
    """Up to eight events with dates or none, and up to three statements for every two of them."""
    chance = random.Random(seed)
    ids = "abcdefgh"[: chance.randint(2, 8)]
    plain = chance.random() < 0.4
    texts: dict[str, dict[str, list[str]]] = {name: {} for name in ids}
    for _ in range(chance.randint(1, len(ids) + len(ids) // 2)):
        word = chance.choice(WORDS[:4] if plain else WORDS)
        target = chance.choice(ids) + chance.choice(ENDS)
        length = word in WORDS[:4] and chance.random() < (0.2 if plain else 0.5)
        texts[chance.choice(ids)].setdefault(word, []).append(
            f"{{{target}: {chance.choice(GAPS)}}}" if length else target
        )
    dated = chance.choice((0.0, 0.3, 0.8))
    entries = []
    for name, said in texts.items():
        fields = {word: f"[{', '.join(targets)}]" for word, targets in said.items()}
        if chance.random() < dated:
            fields["when"] = chance.choice(DATES)
        if chance.random() < 0.15:
            fields["lasted"] = chance.choice(LENGTHS)
        entries.append(entry(name, an_event(title=name, **fields)))
    return Network.of(entries, SITE.about_widens)


def length(loop: Loop) -> int:
    """How many statements a loop counts."""
    return len(loop.edges)


@pytest.mark.parametrize("batch", range(10))
def test_bounds_consistency_and_the_length_of_every_loop_equal_brute_force(batch):
    inconsistent = 0
    for seed in range(batch * 300, (batch + 1) * 300):
        network = a_network(seed)
        loops = network.settle()
        assert bool(loops) is not brute.consistent(network), seed
        inconsistent += bool(loops)
        told: set[Constraint] = set()
        for loop in loops:
            assert length(loop) == brute.shortest(network, told), seed
            told.add(first_of(loop))
        assert told == network.dropped, seed
        low, high = brute.bounds(network, network.dropped)
        assert (network.low, network.high) == (low, high), seed
        # Bounds only ever narrow.
        for given, found in zip(network.given_low, network.low, strict=True):
            assert given is None or (found is not None and found >= given), seed
        for given, found in zip(network.given_high, network.high, strict=True):
            assert given is None or (found is not None and found <= given), seed
    assert 30 < inconsistent < 270
