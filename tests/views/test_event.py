"""An event's page, whole on a small chronology, and its rules one by one."""

from __future__ import annotations

from fasti.views import view
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "event.html", content(page(edition(), "event", "fall")))


def test_events_lead_to_their_neighbours_in_the_order():
    turns = {
        p.key: (p.previous and p.previous["title"], p.next and p.next["title"])
        for p in view(edition())
        if p.kind == "event"
    }
    assert turns == {
        "siege": (None, "An omen is told of"),
        "omen": ("Siege of the city", "Fall of the city"),
        "fall": ("An omen is told of", "Harbour taken"),
        "later": ("Fall of the city", None),
        "lost": (None, None),
        "gone": (None, None),
    }


def test_a_withdrawn_event_says_when_and_why_and_stands_in_no_order():
    gone = page(edition(), "event", "gone")
    assert gone.view["withdrawn"] == {"on": "31 January 2026", "why": "The letter was forged."}
    assert (gone.previous, gone.next, gone.view["dates"][1:]) == (
        None,
        None,
        [{"name": "Possible days", "words": "Between 1 January and 31 December 1454", "code": False, "because": []}],
    )


def test_a_bound_that_follows_from_other_events_names_them():
    rows = page(edition(), "event", "omen").view["dates"]
    assert [(row["name"], row["words"], [(b["relation"], b["title"]) for b in row["because"]]) for row in rows] == [
        ("By the order", "By 29 May 1453", [("before", "Fall of the city")]),
        (
            "In the order",
            "Entry 2 of 4, by the rule for events that nothing else tells apart: earliest possible day, then latest, then name",
            [],
        ),
    ]


def test_a_bound_that_follows_through_other_events_is_told_step_by_step():
    sign = "title: A sign\ntype: statement\nsources: letter\n"
    shown = page(edition({"events/sign.yml": sign + "before: omen.end\n"}), "event", "sign").view["dates"]
    assert [(b["relation"], b["title"]) for b in shown[0]["because"]] == [
        ("before", "An omen is told of"),
        ("which is before", "Fall of the city"),
    ]


def test_a_rival_figure_is_told_once():
    found = page(edition(), "event", "fall").view
    assert [f["number"] for f in found["figures"]] == ["nearly 2/3", "about 7000 people"]
    assert [(d["field"], [(a["value"], a["label"]) for a in d["accounts"]]) for d in found["disputes"]] == [
        ("Date", [("29 May 1453", "Headline"), ("30 May 1453", "Another account")]),
        (
            "Defenders (Empire), 29 May 1453",
            [("About 7000 people", "Headline"), ("At most 5000 people", "Set aside by the editors")],
        ),
    ]
    assert [f["disputed"] for f in found["figures"]] == ["", "#disputed-2"]


def test_how_far_accounts_lie_apart_is_said_at_the_top_and_beside_them():
    rivals = (
        "title: Fall of the city\ntype: battle\nwhen: 1453-05-29\nwhere: city\nparticipants: {attacker: sultan}\n"
        "sources: letter\nrivals:\n"
        "  - {when: 1453-05-28, sources: chronicle p1}\n"
        "  - {when: 1453-06, sources: letter page 3}\n"
        "  - {when: 1453-01, sources: letter page 3, status: rejected}\n"
        "  - {where: {near: city}, sources: letter page 3}\n"
        "  - {participants: {attacker: empire}, who: envoy, sources: letter page 3}\n"
    )
    found = page(edition({"events/loss.yml": rivals}), "event", "loss").view["disputes"]
    assert [(d["field"], d["spread"], d["brief"]) for d in found] == [
        (
            "Date",
            "Three dates: 28 May to 30 June 1453; one other set aside",
            "three dates: 28 May to 30 June 1453; one other set aside",
        ),
        ("Place", "Two places: City and near City", "two places: City and near City"),
        ("Who took part: attacker", "Two accounts", "two accounts of who took part: attacker"),
    ]


def test_who_speaks_in_its_own_favour_and_what_was_printed_before_the_fact_is_marked_in_words():
    found = page(edition(), "event", "fall").view
    assert [(row["words"], row["party"]) for row in found["changes"]] == [
        ("held by Sultan, taken from Empire", ["a party to it"])
    ]
    assert [row["party"] for row in found["says"]] == [["Envoy speaks for Empire, a party to it"]]
    later = page(edition(), "event", "later").view
    assert [(s["title"], s["marks"]) for s in later["sources"]] == [("A letter", ["published before the fact"])]


def test_a_citation_says_where_when_read_through_what_and_which_copy():
    cited = (
        "title: A word\ntype: statement\nwhen: 1481\nsources:\n"
        "  - {source: letter, at: page 2-3, accessed: 2020-01-02, archive: 'https://a.example/2', via: chronicle, note: Torn.}\n"
        "  - {source: chronicle, at: p1}\n"
    )
    html = content(page(edition({"events/word.yml": cited}), "event", "word"))
    listed = html[html.index("<h2>Sources</h2>") : html.index("</aside>")]
    assert listed == (
        "<h2>Sources</h2>\n"
        '  <ul class="rows">    <li><a href="../../sources/letter/"><bdi>A letter</bdi></a>\n'
        '      <span class="row-line"><bdi>The post</bdi>, July 1453 · pages 2–3 · through <a href="../../sources/chronicle/">'
        '<bdi lang="la" dir="ltr">Chronicle</bdi></a> · read 2 Jan 2020</span>\n'
        '      <span class="row-line"><a href="https://a.example/2" rel="noopener">archived copy</a></span>'
        '<span class="row-line"><span class="mark">published before the fact</span></span>'
        '<span class="row-line">Torn.</span>    </li>'
        '    <li><a href="../../sources/chronicle/"><bdi lang="la" dir="ltr">Chronicle</bdi></a>\n'
        '      <span class="row-line">about 1480 · paragraph 1</span>\n'
        '      <span class="row-line">no archived copy</span>'
        '<span class="row-line"><span class="mark">published before the fact</span></span>    </li>  </ul>\n'
        "</section>\n  "
    )


def test_a_date_with_two_ends_stands_as_its_author_wrote_it():
    span = "title: A\ntype: siege\nwhen: {from: [2017-06..2017-08], to: 2017-10, edges_known: [to]}\n"
    rows = page(edition({"events/a.yml": span}), "event", "a").view["dates"]
    assert (rows[0]["name"], rows[0]["words"]) == (
        "Written",
        "{from: [2017-06..2017-08], to: 2017-10, edges_known: [to]}",
    )
