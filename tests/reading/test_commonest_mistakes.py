"""The mistakes that people make most: each is one fault, where the hand must go, and its remedy mends the file."""

from __future__ import annotations

import pytest

from fasti.diagnostics import Report, render_concise
from fasti.pipeline import check
from fasti.reading import settings_for
from tests.kit.corpus import a_corpus

AROUND = {
    "places/raqqa.yml": "names: Raqqa\nkind: city\nat: [35.95, 39.01]\n",
    "sources/news.yml": "title: News\nkind: news\npublished: 2017-10-20\n",
    "actors/sdf.yml": "names: SDF\nkind: state\n",
}
EVENT = """\
title: Raqqa falls
type: capture
when: 2017-10-17
where: raqqa
participants:
  attacker: sdf
sources:
  - news p2
body: The city was taken.
"""

# What is written in place of what, what the check says, and what its remedy makes of it.
MISTAKES = {
    "a colon in the title": (
        "title: Raqqa falls", "title: Raqqa: it falls",
        "1:13: error FST101 a colon with a blank after it stands inside plain text (put the whole text in quotes)",
        'title: "Raqqa: it falls"',
    ),
    "a tab": (
        "  attacker: sdf", "\tattacker: sdf",
        "6:1: error FST110 this line is indented with a tab (indent with blanks)",
        "  attacker: sdf",
    ),
    "a line too far to the right": (
        "type: capture", " type: capture",
        "2:2: error FST101 `type` is indented further than `title`, so it reads as part of its text "
        "(line it up with `title`; or, if it is text, put the whole text in quotes)",
        "type: capture",
    ),
    "smart quotes round a date": (
        "when: 2017-10-17", "when: “2017-10-17”",
        "3:7: error FST204 `“` does not belong here (write `2017-10-17`)",
        "when: 2017-10-17",
    ),
    "a date in words": (
        "when: 2017-10-17", "when: 17 October 2017",
        "3:9: error FST204 a blank does not belong here (write `2017-10-17`)",
        "when: 2017-10-17",
    ),
    "the day before the month": (
        "when: 2017-10-17", "when: 17/10/2017",
        "3:12: error FST204 an interval has only one `/` (write `2017-10-17`)",
        "when: 2017-10-17",
    ),
    "an id with a capital": (
        "where: raqqa", "where: Raqqa",
        "4:8: error FST205 `Raqqa` is no id: only a-z, 0-9 and single hyphens between them (write `raqqa`)",
        "where: raqqa",
    ),
    "a key with a capital": (
        "where: raqqa", "Where: raqqa",
        "4:1: error FST202 an event has no field `Where` (did you mean `where`?)",
        "where: raqqa",
    ),
    "a key by another name": (
        "when: 2017-10-17", "date: 2017-10-17",
        "3:1: error FST202 an event has no field `date` (the field is called `when`)",
        "when: 2017-10-17",
    ),
    "a misspelt key that must be there": (
        "title: Raqqa falls", "titel: Raqqa falls",
        "1:1: error FST202 an event has no field `titel` (did you mean `title`?)",
        "title: Raqqa falls",
    ),
    "no blank after the colon": (
        "where: raqqa", "where:raqqa",
        "4:6: error FST101 after the colon of a key comes a blank (write `where: r…`)",
        "where: raqqa",
    ),
    "no blank after the dash": (
        "  - news p2", "  -news p2",
        "8:3: error FST205 `-news` is no id: only a-z, 0-9 and single hyphens between them (write `news`)",
        "  news p2",
    ),
    "an apostrophe in single quotes": (
        "title: Raqqa falls", "title: 'Raqqa's fall'",
        "1:15: error FST101 the quoted text ends before this, and more follows on the line "
        "(put the whole text in double quotes)",
        'title: "Raqqa\'s fall"',
    ),
    "text after the quotes": (
        "title: Raqqa falls", 'title: "Raqqa" falls',
        "1:16: error FST101 the quoted text ends before this, and more follows on the line "
        "(put the whole text in single quotes)",
        "title: '\"Raqqa\" falls'",
    ),
    "a bracket at the start": (
        "title: Raqqa falls", "title: [Raqqa] falls",
        "1:16: error FST101 the bracket ends before this, and more follows on the line (put the whole text in quotes)",
        'title: "[Raqqa] falls"',
    ),
    "quotes that are never closed": (
        "title: Raqqa falls", 'title: "Raqqa falls',
        "1:8: error FST101 a quote or bracket is never closed (close it)",
        'title: "Raqqa falls"',
    ),
    "a blank copied from a web page": (
        "where: raqqa", "where:\u00a0raqqa",
        "4:7: error FST101 a no-break space stands here in place of a blank (delete it and type a blank)",
        "where: raqqa",
    ),
    "indented with blanks from a web page": (
        "  attacker: sdf", "\u00a0\u00a0attacker: sdf",
        "6:1: error FST101 a no-break space stands here in place of a blank (delete it and type a blank)",
        "  attacker: sdf",
    ),
    "text that goes on at the margin": (
        "body: The city was taken.", "body: The city was taken.\nIt was over.",
        "10:1: error FST101 this line is neither `key: value` nor part of the value above "
        "(add the colon, or indent it under its key)",
        "body: The city was taken.\n  It was over.",
    ),
    "the same key twice": (
        "body: The city was taken.", "body: The city was taken.\ntype: capture",
        "10:1: error FST102 the key `type` stands here a second time (keep one of the two)",
        "body: The city was taken.",
    ),
    "a source as a key": (
        "  - news p2", "  - news: p2",
        "8:5: error FST202 `sources` has no field `news` (write the id and the place in one text, such as `- news p5`)",
        "  - news p2",
    ),
    "a misspelt place": (
        "where: raqqa", "where: raqa",
        "4:8: error FST301 no place is called `raqa` (did you mean `raqqa`?)",
        "where: raqqa",
    ),
}  # fmt: skip


def checked(event: str) -> str:
    report = Report()
    return render_concise(
        check(settings_for(a_corpus(AROUND | {"events/e.yml": event}), report), report).diagnostics
    ).replace("content/events/e.yml:", "")


@pytest.mark.parametrize("right, wrong, told, mended", MISTAKES.values(), ids=MISTAKES)
def test_a_common_mistake_is_one_fault_whose_remedy_works(right: str, wrong: str, told: str, mended: str):
    assert EVENT.count(f"{right}\n") == 1
    assert checked(EVENT.replace(right, wrong)) == f"{told}\n"
    assert checked(EVENT.replace(right, mended)) == ""
