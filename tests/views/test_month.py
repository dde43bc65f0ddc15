"""The months of a crowded year: pages of their own, that hold each entry once and lead on in the order of time."""

from __future__ import annotations

from fasti.views import Page, view
from fasti.views.year import MOST_TURNS, MOST_WHOLE
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page

IN_MARCH = 105  # more than one page of a month holds
RAIDS = {
    f"events/raid-{n:03d}.yml": f"title: Raid {n}\ntype: battle\nwhen: 1470-{3 if n < IN_MARCH else 5:02d}-{n % 28 + 1:02d}\nwhere: harbour\n"
    for n in range(MOST_WHOLE - 2)
}
MORE = {
    "events/some-day.yml": "title: Some day\ntype: battle\nwhen: 1470\n",
    "events/taken.yml": "title: Taken\ntype: capture\nwhen: 1470-03-30\nwhere: harbour\nnow_held_by: sultan\n",
    "events/whole.yml": "title: All March\ntype: battle\nwhen: 1470-03\n",
}
CROWDED = RAIDS | MORE


def entries(found: Page) -> list[str]:
    return [entry["id"] for run in found.view["runs"] for entry in run["events"]]


def months(made: object) -> list[Page]:
    return [found for found in view(made) if found.kind == "month"]  # type: ignore[arg-type]


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "month.html", content(page(edition(CROWDED), "month", "1470/03/2")))


def test_a_year_that_fits_one_page_has_no_pages_of_months():
    made = edition({path: text for path, text in CROWDED.items() if path != "events/whole.yml"})
    assert len(made.events_in_year(1470)) == MOST_WHOLE
    assert months(made) == []
    shown = page(made, "year", "1470").view
    assert (shown["whole"], [month["all"] for month in shown["months"]]) == (True, [None, None])


def test_every_entry_of_a_crowded_year_stands_once_on_the_pages_of_its_months():
    made = edition(CROWDED)
    pages = months(made)
    assert [(p.key, p.address, len(entries(p))) for p in pages] == [
        ("1470/loose-1", "chronology/1470/loose-1/", 1),
        ("1470/03", "chronology/1470/03/", 100),
        ("1470/03/2", "chronology/1470/03/2/", IN_MARCH + 2 - 100),
        ("1470/05", "chronology/1470/05/", MOST_WHOLE - 2 - IN_MARCH),
    ]
    assert sorted(event for p in pages for event in entries(p)) == sorted(made.events_in_year(1470))


def test_the_page_of_a_crowded_year_leads_to_its_months_and_shows_what_changed_hands():
    shown = page(edition(CROWDED), "year", "1470").view
    assert [(group["title"], group["all"], group["events"]) for group in shown["loose"]] == [
        ("Some time in 1470", {"title": "Some time in 1470", "address": "chronology/1470/loose-1/"}, [])
    ]
    assert [
        (month["all"], [entry["id"] for run in month["runs"] for entry in run["events"]]) for month in shown["months"]
    ] == [
        ({"title": "March 1470: all 107 entries", "address": "chronology/1470/03/"}, ["taken"]),
        ({"title": "May 1470: all 43 entries", "address": "chronology/1470/05/"}, []),
    ]
    assert [stretch["href"] for stretch in shown["strip"] if stretch["href"]] == ["#m03", "#m05"]


def test_a_month_of_a_crowded_year_shows_only_some_that_changed_hands():
    takes = {
        f"events/take-{n:02d}.yml": f"title: Take {n}\ntype: capture\nwhen: 1470-03-{n + 1:02d}\nwhere: harbour\nnow_held_by: {('sultan', 'empire')[n % 2]}\n"
        for n in range(MOST_TURNS + 3)
    }
    (march, _may) = page(edition(CROWDED | takes), "year", "1470").view["months"]
    assert len(march["runs"][0]["events"]) == MOST_TURNS


def test_the_pages_of_a_crowded_year_follow_each_other_and_the_years_around():
    made = edition(CROWDED | {"events/z.yml": "title: Z\ntype: battle\nwhen: 1471\n"})
    told = [(p.previous and p.previous["address"], p.next and p.next["address"]) for p in months(made)]
    assert told == [
        ("chronology/1470/", "chronology/1470/03/"),
        ("chronology/1470/loose-1/", "chronology/1470/03/2/"),
        ("chronology/1470/03/", "chronology/1470/05/"),
        ("chronology/1470/03/2/", "chronology/1471/"),
    ]
