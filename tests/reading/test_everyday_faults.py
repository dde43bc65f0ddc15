"""What each everyday fault gives, as the whole report that a contributor reads; and all of them in one run."""

from __future__ import annotations

import pytest

from tests.kit.reports import ordered
from tests.reading.an_issue import AROUND, FAULTS

REPORTS = {
    "a misspelt key": (
        "error[FST202]: an event has no field `wher`\n"
        " --> content/events/misspelt-key.yml:4:1\n"
        "  |\n"
        "4 | wher: raqqa\n"
        "  | ^^^^\n"
        "  = hint: did you mean `where`?\n"
    ),
    "a misspelt place id": (
        "error[FST301]: no place is called `raqa`\n"
        " --> content/events/misspelt-place.yml:4:8\n"
        "  |\n"
        "4 | where: raqa\n"
        "  |        ^^^^\n"
        "  = hint: did you mean `raqqa`?\n"
    ),
    "a repeated key": (
        "error[FST102]: the key `type` stands here a second time\n"
        " --> content/events/repeated-key.yml:5:1\n"
        "  |\n"
        "5 | type: siege\n"
        "  | ^^^^\n"
        "  = see content/events/repeated-key.yml:2:1: first written here\n"
        "  = hint: keep one of the two\n"
    ),
    "tab indentation": (
        "error[FST110]: this line is indented with a tab\n"
        " --> content/events/tab.yml:5:1\n"
        "  |\n"
        "5 |     at: raqqa\n"
        "  | ^^^^\n"
        "  = hint: indent with blanks\n"
    ),
    "a month that is none": (
        "error[FST204]: there is no month 13\n"
        " --> content/events/month.yml:3:12\n"
        "  |\n"
        "3 | when: 2017-13-01\n"
        "  |            ^^^^^\n"
        "  = hint: months are `01` to `12`, seasons `21` to `41`\n"
    ),
    "a day that is none": (
        "error[FST204]: February 2017 has 28 days\n"
        " --> content/events/day.yml:3:15\n"
        "  |\n"
        "3 | when: 2017-02-30\n"
        "  |               ^^\n"
        "  = hint: its last day is `2017-02-28`; write `2017-02` if the day is not known\n"
    ),
    "a missing title": (
        "error[FST201]: an event needs `title`\n"
        " --> content/events/untitled.md:2:1\n"
        "  |\n"
        "2 | type: capture\n"
        "  | ^^^^\n"
        "  = hint: add `title: …`\n"
    ),
    "two files with one id": (
        "error[FST302]: another event is called `twice`\n"
        " --> content/events/twice.yml:1:1\n"
        "  |\n"
        "1 | title: Fall of Raqqa\n"
        "  | ^\n"
        "  = see content/events/2017/twice.yml:1:1: the other one\n"
        "  = hint: rename one of the two files\n"
    ),
    "an event before itself": (
        "error[FST401]: `one` would have to come before itself\n"
        " --> content/events/one.yml:5:9\n"
        "  |\n"
        "5 | before: other\n"
        "  |         ^^^^^\n"
        "  = see content/events/one.yml:5:9: `one` is before `other`\n"
        "  = see content/events/other.yml:5:9: `other` is before `one`\n"
        "  = hint: delete or correct one of the statements\n"
    ),
    "an empty file": (
        "error[FST105]: this file is empty\n"
        " --> content/events/empty.yml:1:1\n"
        "  = hint: write the event, or delete the file\n"
    ),
    "a binary file": (
        "error[FST106]: this is not a text file\n"
        " --> content/events/binary.yml:1:1\n"
        "  |\n"
        "1 | �PNG\n"
        "  | ^\n"
        "  = hint: keep text here; pictures go to content/media/\n"
    ),
    "front matter never closed": (
        "error[FST103]: the front matter that begins here is never closed\n"
        " --> content/events/unclosed.md:1:1\n"
        "  |\n"
        "1 | ---\n"
        "  | ^^^\n"
        "  = hint: end it with a line `---`\n"
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_an_everyday_fault_is_told_at_its_place_with_a_remedy(what: str):
    _, found = ordered({**AROUND, **FAULTS[what]})
    assert found.text == REPORTS[what]
    for diagnostic in found.report.diagnostics:
        assert diagnostic.span and diagnostic.hint and diagnostic.rule.severity.value == "error"


def test_all_of_them_in_one_run_give_all_of_them():
    files = {path: text for files in FAULTS.values() for path, text in files.items()}
    _, found = ordered({**AROUND, **files})
    blocks = [text for report in REPORTS.values() for text in report.split("\n\n")]
    assert sorted(block.strip() for block in found.text.split("\n\n")) == sorted(block.strip() for block in blocks)


def test_the_same_records_without_the_faults_give_none():
    _, found = ordered(
        {**AROUND, "events/good.yml": "title: Fall of Raqqa\ntype: capture\nwhen: 2017-10-17\nwhere: raqqa\n"}
    )
    assert found.text == ""
