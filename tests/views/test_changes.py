"""The page of changes, what became of single records, how they are cited, and the feeds; on the small chronology."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from fasti.derive import Edition
from fasti.language import speaking
from fasti.reading import Change, Commit, History, RecordHistory
from fasti.views import view
from fasti.views._cite import escaped
from tests.kit.golden import Golden
from tests.views.small import GOLDEN, content, edition, page

NOON = 1_767_268_800  # 2026-01-01, 12:00 UTC
DAY = 86_400


def commit(day: int, subject: str = "A change") -> Commit:
    """A commit at noon of a day of January 2026."""
    return Commit(f"{day:02d}" * 20, NOON + (day - 1) * DAY, subject)


CHANGES = (
    Change("event", "fall", "corrected", commit(9, "Date <b>&"), (("sources", ""), ("when", ""), ("control", "city"), ("rivals", "when"))),
    Change("place", "city", "corrected", commit(9, "Date <b>&"), (("description", ""), ("body", ""))),
    Change("event", "gone", "withdrawn", commit(8, "Forged"), (("status", ""), ("withdrawn", ""))),
    Change("event", "omen", "again", commit(5, "Again")),
    Change("event", "later", "corrected", commit(3), None),
    Change("event", "fall", "corrected", commit(2), (("title", ""),)),
    *(Change(kind, one, "added", commit(1, "The beginning")) for kind, one in (
        ("actor", "sultan"), ("event", "fall"), ("event", "gone"), ("event", "later"), ("place", "city"), ("source", "letter"),
    )),
)  # fmt: skip


def past(changes: tuple[Change, ...] = CHANGES, pending: tuple[tuple[str, str], ...] = ()) -> History:
    """A history of these changes; whatever was changed stands as the latest of them left it."""
    records: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        records.setdefault((change.kind, change.id), []).append(change)
    return History(
        "",
        {
            key: RecordHistory(tuple(own), None if key in pending else own[0].commit, f"content/{key[0]}s/{key[1]}.md")
            for key, own in records.items()
        },
        changes,
        pending,
    )


def told(history: History, changes: Mapping[str, str] | None = None) -> Edition:
    """The small chronology with a history."""
    return replace(edition(changes), history=history)


def test_the_page_is_printed_as_its_file_has_it(golden: Golden):
    golden.check(GOLDEN / "changes.html", content(page(told(past(pending=(("event", "lost"),))), "changes")))


def test_what_git_cannot_tell_is_left_out_with_the_reason():
    without = told(History("shallow"))
    html = content(page(without, "changes"))
    assert re.sub(r"\s+", " ", html).strip() == (
        "<h1>Changes</h1> <p>Changes are left out: that needs a full clone, and this site was built from a shallow one.</p>"
    )
    assert [p.feeds for p in view(without) if p.feeds] == []
    assert page(without, "event", "fall").view["history"] is None
    assert len({page(told(History(reason)), "changes").view["left_out"] for reason in (
        "git", "repository", "foreign", "shallow", "commits", "broken", "not-asked",
    )}) == 7  # fmt: skip


def test_one_commit_says_what_it_did_once_and_names_no_more_than_a_page_can_show():
    many = {
        f"events/e{n:03d}.yml": f"title: Event {n}\ntype: battle\nwhen: 1453\nsources: letter\n" for n in range(250)
    }
    ids = [f"e{n:03d}" for n in range(250)]
    added = tuple(Change("event", one, "added", commit(1, "All")) for one in ids)
    corrected = tuple(
        Change("event", one, "corrected", commit(2 + n), None) for n, one in reversed(list(enumerate(ids[:120])))
    )
    pages = [p for p in view(told(past((*corrected, *added)), many)) if p.kind == "changes"]
    assert [(p.address, p.stub, len(p.feeds)) for p in pages] == [("changes/", True, 2), ("changes/2/", False, 0)]
    rows = [(g["what"], len(g["rows"]), g["more"]) for p in pages for d in p.view["days"] for g in d["groups"]]
    assert rows == [("Corrected", 1, "")] * 120 + [("Added", 30, "And 220 more records.")]
    assert [[part["address"] for part in p.view["parts"]] for p in pages] == [[None, "changes/2/"], ["changes/", None]]


@pytest.mark.parametrize(
    ("kind", "record", "words"),
    [
        ("event", "fall", "Added on 1 Jan 2026. Corrected two times, last on 9 Jan 2026."),
        ("place", "city", "Added on 1 Jan 2026. Corrected once, on 9 Jan 2026."),
        ("event", "gone", "Added on 1 Jan 2026. Withdrawn on 8 Jan 2026."),
        ("source", "letter", "Added on 1 Jan 2026."),
    ],
)
def test_a_record_says_when_it_was_added_and_how_often_corrected(kind: str, record: str, words: str):
    assert page(told(past()), kind, record).view["history"]["words"] == words


def test_what_a_correction_changed_is_told_in_words():
    of = told(past())
    assert [row["words"] for row in page(of, "event", "fall").view["history"]["rows"]] == [
        "Corrected: date, control of City, other accounts (date) and sources",
        "Corrected: wording only",
        "Added",
    ]
    assert [row["words"] for row in page(of, "place", "city").view["history"]["rows"]] == [
        "Corrected: wording only",
        "Added",
    ]
    assert [row["words"] for row in page(of, "event", "later").view["history"]["rows"]] == ["Corrected", "Added"]


def test_every_field_of_every_kind_has_words_and_a_control_of_what_is_gone_has_its_id():
    many = tuple(
        (name, "") for name in ("when", "where", "happened", "participants", "lasted", "figures", "says", "sources")
    )
    of = told(past((Change("event", "fall", "corrected", commit(1), many),)))
    assert page(of, "event", "fall").view["history"]["rows"][0]["words"] == (
        "Corrected: date, place, whether it happened, who took part, how long and three more"
    )
    of = told(past((Change("event", "fall", "corrected", commit(1), (("control", "atlantis"),)),)))
    assert page(of, "event", "fall").view["history"]["rows"][0]["words"] == "Corrected: control of atlantis"


def test_what_is_not_committed_is_said_to_be_so_and_cited_without_a_day():
    of = page(told(past(pending=(("event", "fall"),))), "event", "fall").view
    assert of["history"]["words"].endswith(" As it stands here it is not yet committed.")
    assert " of 9 Jan" not in of["cite"]["plain"] and of["cite"]["href"] is None and "year" not in of["cite"]["bibtex"]


def test_a_citation_names_the_version_its_day_and_the_permanent_address():
    made = told(past())
    entry = made.corpus.entry("event", "fall")
    assert entry is not None
    cite = page(made, "event", "fall").view["cite"]
    version = entry.blob[:10]
    assert cite == {
        "plain": f"“Fall of the city” (event fall, claimed by Sultan), version {version} of 9 Jan 2026. A small chronology. "
        "https://example.org/fasti/events/fall/",
        "bibtex": f"@misc{{fall-{version},\n  title = {{{{Fall of the city}}}},\n  howpublished = {{A small chronology}},\n"
        f"  note = {{event fall, claimed by Sultan, version {version}}},\n  year = {{2026}},\n  month = jan,\n"
        "  url = {https://example.org/fasti/events/fall/},\n}",
        "version": version,
        "href": "https://forge.example/fasti/blob/" + "09" * 20 + "/content/events/fall.md",
    }


def test_what_is_not_agreed_to_have_happened_or_was_withdrawn_is_cited_as_such():
    denied = edition({"events/no.yml": "title: No\ntype: battle\nwhen: 1453\nhappened: denied\nsources: letter\n"})
    cite = page(denied, "event", "no").view["cite"]
    version = cite["version"]
    assert cite["plain"] == (
        f"“No” (event no, denied), version {version}. A small chronology. https://example.org/fasti/events/no/"
    )
    assert cite["bibtex"].startswith(f"@misc{{no-{version},\n")
    assert f"  note = {{event no, denied, version {version}}},\n" in cite["bibtex"].splitlines(keepends=True)
    gone = edition(
        {
            "events/gone.yml": "title: Gone\ntype: battle\nwhen: 1453\nstatus: withdrawn\n"
            "withdrawn: {on: 2026-01-01, why: It was no event.}\nsources: letter\n"
        }
    )
    cite = page(gone, "event", "gone").view["cite"]
    assert cite["plain"].startswith("“Gone” (event gone, withdrawn), version ")


HOSTILE = r"""Title with } { \ & % $ # _ ~ ^ " @ ü مدينة \textbf{x}} % \input{/etc/passwd} and }, url = {https://evil.example}"""


def test_a_hostile_title_is_one_field_of_its_entry_and_comes_back_as_it_was():
    bad = FALL_WITH.format(title=HOSTILE.replace("'", "''"))
    found = page(told(past(), {"events/fall.md": bad}), "event", "fall").view
    assert found["title"] == HOSTILE
    entry = bibtex(found["cite"]["bibtex"])
    assert list(entry) == ["title", "howpublished", "note", "year", "month", "url"]
    assert unescaped(entry["title"][1:-1]) == HOSTILE


def test_an_entry_for_reference_managers_holds_no_signs_of_direction():
    with speaking("ar"):
        found = page(told(past()), "event", "fall").view["cite"]
    assert found["plain"].startswith(
        "«\u2068Fall of the city\u2069» (حدث \u2068\u2068fall\u2069، بحسب قول سلطان\u2069)، النسخة "
    )
    assert bibtex(found["bibtex"])["note"].startswith("حدث fall")
    assert not set(found["bibtex"]) & set("\u2066\u2067\u2068\u2069")


FALL_WITH = "---\ntitle: '{title}'\ntype: capture\nwhen: 1453-05-29\nwhere: city\nsources: letter\n---\nIt fell.\n"


def bibtex(text: str) -> dict[str, str]:
    """The fields of one entry, read as BibTeX does: braces are counted, whatever stands before them."""
    head = re.match(r"@misc\{([a-z0-9-]+),\s*", text)
    assert head, text
    fields, at = {}, head.end()
    while text[at] != "}":
        name = re.compile(r"([a-z]+) = ").match(text, at)
        assert name, text[at:]
        at = start = name.end()
        if text[at] == "{":
            depth = 0
            while True:
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
                if depth == 0:
                    break
            fields[name[1]] = text[start + 1 : at - 1]
        else:
            at = text.index(",", at)
            fields[name[1]] = text[start:at]
        assert text[at] == ","
        at = re.compile(r",\s*").match(text, at).end()  # type: ignore[union-attr]
    assert text[at:] == "}"
    return fields


def unescaped(text: str) -> str:
    """What TeX prints of it; anything that is still a command, a comment or mathematics is a fault."""
    words = {
        "textbackslash": "\\",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textasciitilde": "~",
        "textasciicircum": "^",
    }

    def printed(found: re.Match[str]) -> str:
        assert not found[3], f"{found[3]} is not text to TeX"
        return words[found[1]] if found[1] else found[2]

    return re.sub(r"\\(?:([a-z]+)\{\}|([&%$#_]))|([\\{}~^&%$#_])", printed, text)


def test_a_text_that_is_not_escaped_would_be_seen():
    assert unescaped(escaped("a_b {c} 100%")) == "a_b {c} 100%"
    for text in ("a_b", "{", "50%", "\\x", "~"):
        with pytest.raises(AssertionError):
            unescaped(text)


def test_feeds_tell_what_was_added_apart_from_what_was_corrected_or_withdrawn():
    added, corrected = page(told(past()), "changes").feeds
    assert (added.path, added.title, added.updated) == (
        "changes/added.atom",
        "A small chronology: new entries",
        NOON + 4 * DAY,
    )
    assert [(e.title, e.summary, e.time - NOON) for e in corrected.entries] == [
        (
            "Fall of the city (claimed by Sultan)",
            "Corrected: date, control of City, other accounts (date) and sources. 29 May 1453, City.",
            8 * DAY,
        ),
        ("City", "Corrected: wording only. The city.", 8 * DAY),
        ("A forgery (withdrawn)", "Withdrawn. The letter was forged.", 7 * DAY),
        ("Harbour taken", "Corrected. Sometime in August 1461, Harbour.", 2 * DAY),
        ("Fall of the city (claimed by Sultan)", "Corrected: wording only. 29 May 1453, City.", DAY),
    ]
    assert [(e.id, e.address) for e in added.entries][:2] == [
        ("events/omen/#again-0505050505", "events/omen/"),
        ("actors/sultan/#added-0101010101", "actors/sultan/"),
    ]


def test_a_feed_holds_the_latest_fifty_and_an_empty_one_is_dated_by_the_first_change():
    ids = [f"e{n:03d}" for n in range(60)]
    many = {f"events/{one}.yml": "title: An event\ntype: battle\nwhen: 1453\nsources: letter\n" for one in ids}
    added, corrected = page(
        told(past(tuple(Change("event", one, "added", commit(2)) for one in ids)), many), "changes"
    ).feeds
    assert [e.address for e in added.entries] == [f"events/{one}/" for one in ids[:50]]
    assert (corrected.entries, corrected.updated) == ((), NOON + DAY)


def test_pages_of_changes_are_told_in_arabic():
    with speaking("ar"):
        made = page(told(past()), "changes")
    assert (made.feeds[0].language, made.view["title"]) != ("en", "Changes")
