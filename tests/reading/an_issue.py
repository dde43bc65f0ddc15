"""The faults that every contributor makes one day, one file each: what the author wrote, by what is wrong with it."""

from __future__ import annotations

GOOD = "title: Fall of Raqqa\ntype: capture\nwhen: 2017-10-17\nwhere: raqqa\n"

FAULTS: dict[str, dict[str, str | bytes]] = {
    "a misspelt key": {"events/misspelt-key.yml": GOOD.replace("where", "wher")},
    "a misspelt place id": {"events/misspelt-place.yml": GOOD.replace("raqqa", "raqa")},
    "a repeated key": {"events/repeated-key.yml": GOOD + "type: siege\n"},
    "tab indentation": {"events/tab.yml": GOOD.replace("where: raqqa", "where:\n\tat: raqqa")},
    "a month that is none": {"events/month.yml": GOOD.replace("2017-10-17", "2017-13-01")},
    "a day that is none": {"events/day.yml": GOOD.replace("2017-10-17", "2017-02-30")},
    "a missing title": {"events/untitled.md": f"---\n{GOOD.split(chr(10), 1)[1]}---\nProse.\n"},
    "two files with one id": {"events/2017/twice.yml": GOOD, "events/twice.yml": GOOD},
    "an event before itself": {
        "events/one.yml": GOOD + "before: other\n",
        "events/other.yml": GOOD + "before: one\n",
    },
    "an empty file": {"events/empty.yml": ""},
    "a binary file": {"events/binary.yml": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"},
    "front matter never closed": {"events/unclosed.md": f"---\n{GOOD}Prose without end.\n"},
}

AROUND = {"places/raqqa.yml": "names: Raqqa\nkind: city\n"}
