"""Dots of towns: told apart by their form, and never fuller than what is known."""

import re
from itertools import combinations

import pytest

from fasti.charts._spots import Look, look, marks, samples
from tests.charts.an_edition import Interval


def an_interval(**state: object) -> Interval:
    return Interval("harran", 1, None, **state)  # type: ignore[arg-type]


def colourless(seen: Look) -> str:
    return re.sub(r"actor-\w+", "an actor", repr(seen))


def test_no_two_marks_of_the_key_differ_in_colour_alone() -> None:
    forms = {mark: colourless(seen) for mark, (seen, _) in samples("north", "south").items()}
    assert [pair for pair in combinations(forms, 2) if forms[pair[0]] == forms[pair[1]]] == []


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ({"held_by": ("north",), "basis": "attested"}, ("attested",)),
        ({"held_by": ("north",)}, ("carried",)),
        ({"held_by": ("north", "south"), "how": "contested"}, ("split",)),
        ({"held_by": ("north", "south"), "how": "shared", "basis": "attested"}, ("together",)),
        ({"held_by": ("north",), "extent": "part", "claimed": True}, ("carried", "part", "claimed")),
        ({"held_by": ("north",), "besieged_by": ("south",)}, ("carried", "besieged")),
        ({"held_by": ("north",), "besieged_by": ("south",), "siege_basis": "between"}, ("carried", "perhaps-besieged")),
        ({"held_by": ("nobody",), "how": "nobody"}, ("nobody",)),
        ({"held_by": ("not-said",), "how": "unknown"}, ("not-said",)),
        ({"held_by": ("north",), "basis": "inferred"}, ("inferred",)),
        ({"basis": "between", "candidates": (("north",), ("south",))}, ("between",)),
        ({"basis": "carried", "candidates": (("north",), ("south",))}, ("between",)),
        ({"basis": "unknown"}, ("unknown",)),
        ({"basis": "unknown", "besieged_by": ("south",)}, ("unknown", "besieged")),
    ],
)
def test_the_key_names_every_mark_of_a_state(state: dict[str, object], told: tuple[str, ...]) -> None:
    assert marks(an_interval(**state)) == told
    assert set(told) <= samples("north", "south").keys()


def test_full_colour_is_only_for_what_a_document_says() -> None:
    filled = {
        basis: [part.alpha for part in look(an_interval(held_by=("north",), basis=basis)) if part.fill == "actor-north"]
        for basis in ("attested", "carried", "inferred")
    }
    assert filled == {"attested": [1], "carried": [0.45], "inferred": []}


def test_candidates_share_a_dot_and_one_that_is_not_said_leaves_its_part_empty() -> None:
    def colours(*sides: tuple[str, ...]) -> list[tuple[str, str]]:
        seen = look(an_interval(basis="between", candidates=sides))
        return [(part.path, part.fill) for part in seen if part.fill.startswith("actor-")]

    (left, north), (right, south) = colours(("north",), ("south",))
    assert (north, south) == ("actor-north", "actor-south")
    assert left != right
    assert colours(("north",), ("not-said",)) == [(left, "actor-north")]
    assert colours(("north", "south")) == [(left, "actor-north"), (right, "actor-south")]


def test_each_besieger_has_a_ring_of_its_own_outside_the_dot() -> None:
    seen = look(an_interval(held_by=("north",), besieged_by=("river", "league"), basis="attested"))
    rings = [(part.path.split(",")[0], part.stroke, part.width) for part in seen if part.stroke]
    assert rings == [("M7.5", "actor-river", 2), ("M10.5", "actor-league", 2)]
