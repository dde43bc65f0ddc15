"""The ledger and a slow reading of its rules, day by day, agree on small chronologies made at random."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from fasti import edtf
from fasti.derive import ControlInterval, Edition
from tests.derive.brute_control import Answer, Reading, Spec, besieger, flowing, holder
from tests.derive.kit import an_edition
from tests.kit.corpus import VOCABULARY

ZERO = edtf.parse("2017-01-10").earliest or 0
DAYS = 14
SIDES = [("reds",), ("blues",), ("reds", "blues"), ("greens",), ("nobody",), ("not-said",)]
FLOWS = VOCABULARY.replace("place_kinds:\n", "place_kinds:\n  province: {label: Province, flows_down: true}\n")
PLACES = {
    "vocabulary.yml": FLOWS,
    "places/province.yml": "names: Province\nkind: province\n",
    "places/town.yml": "names: Town\nkind: city\nwithin: province\n",
}


@st.composite
def specs(draw: st.DrawFn) -> list[Spec]:
    """Up to six statements about a town and the province it lies in, within a fortnight."""
    made: list[Spec] = []
    for number in range(draw(st.integers(1, 6))):
        form = draw(st.sampled_from(["once", "once", "once", "span", "fuzzy", "from", "by"]))
        first = draw(st.integers(0, DAYS - 1))
        last = min(DAYS - 1, first + draw(st.sampled_from([0, 0, 1, 3, 6])))
        loose = draw(st.integers(1, 2)) if last - first >= 3 else 1
        held_by = draw(st.sampled_from([*SIDES, ()]))
        besieged_by = draw(st.sampled_from([(), (), ("reds",), ("blues",), ("nobody",)]))
        if not held_by and not besieged_by:
            held_by = ("greens",)
        alike = [s.name for s in made if s.form == form == "once" and s.first == s.last == first == last]
        follows = bool(alike) and draw(st.booleans())
        made.append(
            Spec(
                name=f"e{number}",
                place=draw(st.sampled_from(["town", "town", "town", "province"])),
                form=form,
                first=first,
                last=last,
                loose=loose,
                change=draw(st.booleans()),
                held_by=held_by,
                lost_by=draw(st.sampled_from([(), (), ("reds",), ("blues",)])),
                besieged_by=besieged_by,
                extent=draw(st.sampled_from(["whole", "whole", "whole", "part", "most"])),
                happened=draw(st.sampled_from(["yes", "yes", "yes", "claimed", "disputed", "denied"])),
                shared=draw(st.booleans()),
                after=alike[-1] if follows else None,
            )
        )
    return made


def day(number: int) -> str:
    return edtf.iso(ZERO + number)


def when(spec: Spec) -> str:
    first, last = day(spec.first), day(spec.last)
    match spec.form:
        case "once":
            return first if first == last else f"'[{first}..{last}]'"
        case "span":
            return f"{first}/{last}"
        case "from":
            return f"'[{first}..]'"
        case "by":
            return f"'[..{last}]'"
    begun, ended = day(spec.first + spec.loose - 1), day(spec.last - spec.loose + 1)
    return f"{{from: '[{first}..{begun}]', to: '[{ended}..{last}]'}}"


def record(spec: Spec) -> str:
    fields = [f"place: {spec.place}", f"extent: {spec.extent}"]
    for key, actors in (("held_by", spec.held_by), ("from", spec.lost_by), ("besieged_by", spec.besieged_by)):
        fields += [f"{key}: [{', '.join(actors)}]"] if actors else []
    fields += ["how: shared"] if spec.shared else []
    after = f"after: {spec.after}\n" if spec.after else ""
    kind = "capture" if spec.change else "statement"
    return (
        f"title: {spec.name}\ntype: {kind}\nwhen: {when(spec)}\nhappened: '{spec.happened}'\n{after}"
        f"control: {{{', '.join(fields)}}}\n"
    )


def edition_of(made: list[Spec]) -> Edition:
    return an_edition({**PLACES, **{f"events/{spec.name}.yml": record(spec) for spec in made}})


def told(found: ControlInterval) -> Answer:
    sides = found.candidates if found.basis == "between" else (found.held_by,) if found.held_by else ()
    return Answer(
        found.basis,
        tuple(frozenset(side) for side in sides),
        found.how,
        frozenset(found.because),
        tuple(frozenset(side) for side in found.rest),
    )


@settings(max_examples=150, deadline=None)
@given(specs())
def test_the_ledger_says_of_every_day_what_a_slow_reading_of_the_rules_says(made: list[Spec]) -> None:
    edition = edition_of(made)
    for place in ("town", "province"):
        own = [spec for spec in made if spec.place == place]
        holding = Reading([*own, *(flowing(made) if place == "town" else [])], holder, place)
        siege = Reading(own, besieger, place)
        over: frozenset[str] = frozenset()
        for number in range(-4, DAYS + 5):
            held, ring = holding.on(number), siege.on(number)
            changed = any(s.change and s.surely == {number} for s in made if s.name in held.because)
            ends = [max(s.surely) for s in own if s.name in ring.because and s.surely]
            if ring.basis == "carried" or (ring.basis == "attested" and changed and set(ends) == {number}):
                alone = held.basis in ("attested", "carried") and held.extent == "whole"
                if alone and held.how in ("sole", "shared") and held.sides[0] & ring.sides[0]:
                    over = ring.because
                if over == ring.because:
                    ring = siege_nothing()
            found = edition.control.on(place, ZERO + number).interval
            besiegers = frozenset().union(*ring.sides) - {"nobody"}
            assert frozenset(found.besieged_by) == besiegers, (place, number)
            open_siege = ring.basis == "carried" and held.basis == "between"
            lifted = open_siege and any(side <= ring.sides[0] for side in held.sides)
            basis = "between" if lifted else ring.basis
            assert found.siege_basis == (basis if besiegers else "unknown"), (place, number)
            assert frozenset(found.siege_because) == (ring.because if besiegers else frozenset()), (place, number)
            answer = told(found)
            assert (answer.basis, answer.how) == (held.basis, held.how), (place, number)
            assert (set(answer.sides), set(answer.rest)) == (set(held.sides), set(held.rest)), (place, number)
            assert answer.because == held.because | (ring.because if besiegers else frozenset()), (place, number)
            assert found.extent == held.extent, (place, number)


def siege_nothing() -> Answer:
    return Answer("unknown", (), "unknown", frozenset())


@settings(max_examples=80, deadline=None)
@given(specs())
def test_every_day_of_a_place_has_exactly_one_answer(made: list[Spec]) -> None:
    ledger = edition_of(made).control
    for place in ledger.places:
        intervals = ledger.intervals(place)
        assert intervals[-1].last is None
        assert [i.last for i in intervals[:-1]] == [i.first - 1 for i in intervals[1:]]
        for number in range(intervals[0].first, ZERO + DAYS + 3):
            holds = [i for i in intervals if i.first <= number and (i.last is None or number <= i.last)]
            assert len(holds) == 1
            assert ledger.on(place, number).interval == holds[0]
