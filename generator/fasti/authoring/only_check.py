"""What `fasti check` knows and no schema can, so that an editor does not underline it.

Read by the tests, which hold the lists to the truth, and by people on the page `reference/editor.md`. Invariant: of
every other code the schema refuses what the check refuses.
"""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """One fault of a code that the schema knows otherwise: what it is, and a record of a kind that has it."""

    code: str
    what: str
    kind: str
    example: str


_RECORDS = "looks at other records"
_PROSE = "looks at prose"
_FILE = "is about the file, not about what stands in it"

ONLY_CHECK: dict[str, str] = {
    "FST103": "front matter of Markdown, which editors do not take for YAML",
    "FST104": _FILE,
    "FST105": "an empty file has nothing to be underlined",
    "FST106": "characters that nobody sees",
    "FST107": "anchors, aliases and tags are YAML to an editor",
    "FST111": "front matter of Markdown, which editors do not take for YAML",
    "FST112": "front matter of Markdown, which editors do not take for YAML",
    "FST113": _FILE,
    "FST114": "settings have no schema of ours",
    **dict.fromkeys(("FST301", "FST302", "FST303", "FST308", "FST310"), _RECORDS),
    **dict.fromkeys(("FST305", "FST306"), _PROSE),
    "FST309": "looks at the files of pictures",
    **dict.fromkeys(("FST401", "FST402", "FST403", "FST404"), "looks at the order of all events"),
    **dict.fromkeys(("FST501", "FST502", "FST504", "FST506", "FST507", "FST508", "FST509"), _RECORDS),
    **dict.fromkeys(("FST510", "FST511", "FST512"), _RECORDS),
    **dict.fromkeys(("FST601", "FST602", "FST603", "FST604", "FST610"), _RECORDS),
    **dict.fromkeys(("FST701", "FST703"), "looks at the addresses and pages of the site"),
    **dict.fromkeys(("FST108", "FST109"), _FILE),
    **dict.fromkeys(("FST702", "FST704", "FST705", "FST999"), "is no fault of a record"),
    **dict.fromkeys(("FST901", "FST902"), "looks at the accepted faults"),
    "FST903": "looks at what a change touches",
}

_EVENT = "title: A\ntype: battle\n"

IN_PART: tuple[Part, ...] = (
    Part(
        "FST201",
        "a control statement without a place, where the event has several",
        "event",
        f"{_EVENT}where: [a, b]\ncontrol: {{held_by: c}}\n",
    ),
    Part("FST204", "an interval that ends before it begins", "event", f"{_EVENT}when: 1453-05-29/1453-04-06\n"),
    Part("FST204", "29 February of a year that has none", "event", f"{_EVENT}when: 1453-02-29\n"),
    Part("FST204", "a year of less than four digits, which is a number to YAML", "event", f"{_EVENT}when: 476\n"),
    Part(
        "FST204", "a list of dates on lines of their own", "event", f"{_EVENT}when:\n  - 1453-05-28\n  - 1453-05-29\n"
    ),
    Part(
        "FST205",
        "a truth value in capitals, such as `True`",
        "source",
        "title: A\nkind: book\ntertiary: True\n",
    ),
    Part(
        "FST206",
        "a number in a form of YAML that nobody prints",
        "event",
        f"{_EVENT}figures: {{measure: defenders, value: 1e3}}\n",
    ),
    Part("FST206", "a range that counts down", "event", f"{_EVENT}figures: {{measure: defenders, value: 7 to 5}}\n"),
    Part("FST207", "a length of time that counts down", "event", f"{_EVENT}lasted: 7 to 5 days\n"),
    Part("FST208", "a place in a document that counts down", "event", f"{_EVENT}sources: chronicle p7-5\n"),
    Part(
        "FST209",
        "a time of day beside a date that has one",
        "event",
        f"{_EVENT}when: {{date: '1453-05-29T07:30:00', time: '08:30'}}\n",
    ),
    Part(
        "FST210",
        "a rival to a figure, a holder or a role that the record does not give",
        "event",
        f"{_EVENT}rivals: {{figures: {{measure: defenders, value: 5}}}}\n",
    ),
)
