"""Spellings: what sounds like a listed name and is none is told, what two records are called needs a link."""

from __future__ import annotations

import pytest

from fasti.checks._spelling import likeness, runs, skeleton
from tests.kit.builders import a_place, a_source, an_actor, an_event
from tests.kit.reports import checked

AROUND = {
    "sources/s.yml": a_source(reading_notes="Of [it](place:city) and [it](place:land) and [them](actor:army)."),
    "places/city.yml": a_place(names="[Deir ez-Zor, Deir Ezzor, Dayru z-Zawr]"),
    "places/land.yml": a_place(names="[Deir ez-Zor province, Deir Ezzor province, Deir Ezzor]"),
    "places/raqqa.yml": a_place(names="[Raqqa, الرَّقَّة, Qal'at]"),
    "places/iraq.yml": a_place(names="Iraq", kind="country"),
    "actors/army.yml": an_actor(names="[Syrian army, army]"),
    "actors/guard.yml": an_actor(names="[Iraqi forces, Guard]"),
    "events/named.yml": an_event(where="[raqqa, iraq]", participants="{attacker: guard}", sources="s"),
}


def lines_of(prose: str, **fields: str) -> list[str]:
    text = f"---\n{an_event(sources='s', **fields)}---\n{prose}\n"
    found = checked({**AROUND, "events/e.md": text}).lines
    return [line.removeprefix("content/events/e.md:") for line in found]


def unlisted(spelling: str, record: str, name: str) -> str:
    return (
        f"warning FST510 `{spelling}` is not among the names of `{record}` "
        f"(add it there if a document writes it so, else write `{name}`)"
    )


@pytest.mark.parametrize("name", ["Deir el-Zour", "Dayr az Zawr", "Deir al-Zor", "DEIR EZ ZOUR", "Deirezzor"])
def test_another_romanisation_in_prose_is_told_at_its_words(name: str):
    assert lines_of(f"They took\n{name} then.")[0].startswith(
        f"7:1: warning FST510 `{name}` is not among the names of `"
    )


def test_a_name_over_the_end_of_a_line_is_told_at_its_beginning():
    assert lines_of("They left Deir\nel-Zour.") == [f"6:11: {unlisted('Deir el-Zour', 'city', 'Deir ez-Zor')}"]


@pytest.mark.parametrize(
    "prose",
    [
        "They took Deir ez-Zor province on Friday.",
        "Syrian, Iraqi and Iraqis; the Iraqi army. Missile strikes.",
        "`Deir el-Zour` and *Deir el-Zour* and “Deir el-Zour” are cited as words.",
        "[Deir el-Zour](https://example.org/Deir-el-Zour)",
        "deir el-zour and the rock",
        "They saw QAL’AT and Qal'at and raqqa.",
        "Deirezzor begins a sentence. Deirezzor may be any word there.",
    ],
)
def test_listed_names_words_made_from_them_and_cited_words_are_free(prose: str):
    assert lines_of(prose) == []


def test_the_words_of_a_link_are_measured_by_its_target_only():
    assert lines_of("[Raqa](place:raqqa), [Raqqa's](place:raqqa) and [the *city*](place:raqqa)") == [
        f"6:2: {unlisted('Raqa', 'raqqa', 'Raqqa')}"
    ]
    assert lines_of("[Raqa](place:iraq)") == [f"6:2: {unlisted('Raqa', 'iraq', 'Iraq')}"]


def test_what_documents_print_is_looked_at_in_every_claim():
    assert lines_of(
        "",
        when="{date: 2017}",
        figures="[{measure: defenders, value: 9, as_reported: nine in Rakka}]",
        says='[{who: guard, what: x, as_reported: "to Deir el- Zour, they said"}]',
        evidence="{when: {sources: s, as_reported: before Raqa fell}}",
    ) == [
        f"6:63: {unlisted('Rakka', 'raqqa', 'Raqqa')}",
        f"7:47: {unlisted('Deir el- Zour', 'city', 'Deir ez-Zor')}",
        f"8:51: {unlisted('Raqa', 'raqqa', 'Raqqa')}",
    ]


def test_a_name_alone_that_nobody_bears_is_told_where_a_place_or_a_holder_is_named():
    control = "[{held_by: guard, as_reported: Caliphate Army}, {held_by: army, as_reported: on Friday}]"
    assert lines_of("", where="raqqa", control=control) == [
        "6:41: warning FST510 `Caliphate Army` is not among the names of `raqqa` or `guard` "
        "(add it to the names of whom or what it means)"
    ]
    assert lines_of("", where="raqqa", control="[{held_by: guard, as_reported: seized the city}]") == []
    assert lines_of("", where="raqqa", control="[{held_by: guard, as_reported: Great Friday}]") == []


def test_a_name_of_two_places_needs_a_link():
    shared = "warning FST511 `Deir Ezzor` may mean `city` or `land` (link it: `[Deir Ezzor](place:city)`)"
    assert lines_of("They came to Deir\nEzzor and left Deir Ezzor.") == [f"6:14: {shared}"]
    assert lines_of("They came to Deir Ezzor province.") == []
    assert lines_of("They came to [the city](place:city); Deir Ezzor fell.") == []
    assert lines_of("The word *Deir Ezzor* means two places, “Deir Ezzor” too.") == []


def test_a_name_in_quotes_is_told_at_its_first_letter():
    files = {**AROUND, "events/e.yml": an_event(sources="s") + 'body: "Deir Ezzor fell."\n'}
    (line,) = checked(files).lines
    assert line.startswith(f"content/events/e.yml:{files['events/e.yml'].count(chr(10))}:8: warning FST511 ")


def test_on_the_page_of_one_of_the_two_the_name_is_plain():
    city = a_place(names="[Deir ez-Zor, Deir Ezzor]", body="Deir Ezzor lies on a river.")
    assert checked({**AROUND, "places/city.yml": city}).lines == []


def test_the_words_of_a_link_are_not_the_name_of_another_record():
    assert lines_of("[Raqqa](place:iraq) and [the Guard](actor:army)") == [
        "6:2: warning FST512 `Raqqa` is a name of `raqqa`, and the link leads to `iraq` "
        "(link to `place:raqqa`, or add the name to those of `iraq`)",
        "6:26: warning FST512 `the Guard` is a name of `guard`, and the link leads to `army` "
        "(link to `actor:guard`, or add the name to those of `army`)",
    ]
    assert lines_of("[Deir ez-Zor](place:land), [army](actor:guard), [Iraq](actor:guard), [it](place:city)") == []


def test_words_that_look_like_a_name_stand_together_until_something_parts_them():
    text = "In Deir el-Zour's streets, Abu\n  Bakr al Baghdadi met Ali-Reza; al-Qaim and ez-Zor, the SDF"
    assert [run.words(0, len(run.spans) - 1) for run in runs(text)] == [
        "In Deir el-Zour",
        "Abu Bakr al Baghdadi",
        "Ali-Reza",
        "al-Qaim",
        "ez-Zor",
        "SDF",
    ]


@pytest.mark.parametrize(
    "one, other, alike",
    [
        ("Boukamal", "Abu Kamal", True),
        ("Mayadeen", "al-Mayadin", True),
        ("Hawijah", "Hawija", True),
        ("Raqa", "Raqqa", True),
        ("Rawdah", "Rawa", False),
        ("Raqa", "Iraq", True),
        ("Iraqi", "Iraq", False),
        ("Missile", "Mosul", False),
        ("Brigade 17", "Brigade 93", False),
    ],
)
def test_spellings_of_one_name_share_consonants_and_most_letters(one: str, other: str, alike: bool):
    assert (skeleton(one) == skeleton(other) and likeness(one, other) > 0) == alike
