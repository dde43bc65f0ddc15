"""Files that mean harm, or come from a broken editor: refused at their place, quickly, and nothing else suffers."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fasti.diagnostics import Report, render_concise
from fasti.reading import read, settings_for
from tests.kit.builders import an_event
from tests.kit.corpus import a_corpus
from tests.kit.reports import read_files

GOOD = an_event()
PATH = "content/events/x.yml"

YAML = {
    "an alias bomb": (
        "a: &a [x, x]\nb: [*a, *a]\n",
        "1:4: error FST107 an anchor (`&`) names a part of the file (delete it, or put the text in quotes)",
    ),
    "an alias": ("title: *a\n", "1:8: error FST107 an alias (`*`) repeats what stands elsewhere (write it out, or put the text in quotes)"),
    "a merge key": ("<<: {title: x}\n", "1:1: error FST107 a merge key (`<<`) brings in what stands elsewhere (write it out)"),
    "a tag that runs code": (
        "title: !!python/object/apply:os.system [ls]\n",
        "1:8: error FST107 a tag (`tag:yaml.org,2002:python/object/apply:os.system`) changes what a value is (delete it, or put the text in quotes)",
    ),
    "a second document": (
        GOOD + "---\ntitle: Other\n",
        "3:1: error FST107 a second document begins here (keep one record a file; delete the line `---`)",
    ),
    "a mapping as a key": ("{a: b}: c\n", "1:1: error FST107 a key is one word, not a list or mapping (put text that begins with `{` or `[` in quotes)"),
    "deep nesting": ("title: " + "[" * 100_000 + "\n", "1:39: error FST107 this is nested more than 32 deep (write it flatter)"),
    "deep nesting of blocks": (
        "".join(" " * depth + "a:\n" for depth in range(100)),
        "33:33: error FST107 this is nested more than 32 deep (write it flatter)",
    ),
    "too many parts": ("title: [" + "x," * 60_000 + "]\n", "1:99999: error FST107 this file has more than 50,000 parts (split it)"),
    "a list at the top": ("- a\n- b\n", "1:1: error FST203 this file is not made of `key: value` lines (begin with `title: …`)"),
    "plain text": ("Raqqa fell.\n", "1:1: error FST203 this file is not made of `key: value` lines (begin with `title: …`)"),
    "a comment only": ("# nothing yet\n", "1:1: error FST105 this file says nothing (write the event)"),
    "a NUL": ("title: a\0b\n", "1:1: error FST106 this is not a text file (keep text here; pictures go to content/media/)"),
    "a control character": ("title: a\x1b[31m\n", "1:9: error FST106 an invisible character stands here: control character (U+001B) (delete it)"),
    "a C1 control character": ("title: a\x85b\n", "1:9: error FST106 an invisible character stands here: control character (U+0085) (delete it)"),
    "a bidi override": ("title: a\u202eb\n", "1:9: error FST106 an invisible character stands here: right-to-left override (U+202E) (delete it)"),
    "a bidi isolate": ("title: a\u2066b\n", "1:9: error FST106 an invisible character stands here: left-to-right isolate (U+2066) (delete it)"),
    "a zero-width space": ("title: a\u200bb\n", "1:9: error FST106 an invisible character stands here: zero width space (U+200B) (delete it)"),
    "a byte order mark within": ("title: a\ufeffb\n", "1:9: error FST106 an invisible character stands here: zero width no-break space (U+FEFF) (delete it)"),
    "a lone surrogate": ("title: a\ud800b\n", "1:9: error FST106 byte 0xED is not UTF-8 (save the file as UTF-8)"),
    "a path as an id": (an_event(where="../../etc/passwd"), "3:8: error FST205 `../../etc/passwd` is no id: only a-z, 0-9 and single hyphens between them (write `etc-passwd`)"),
    "an id too long": (an_event(where="a" * 121), "3:8: error FST205 an id has at most 120 letters"),
    "a capital id": (an_event(where="Raqqa"), "3:8: error FST205 `Raqqa` is no id: only a-z, 0-9 and single hyphens between them (write `raqqa`)"),
    "an id with a foreign letter": (an_event(where="r\u0430qqa"), "3:8: error FST205 `r\u0430qqa` is no id: only a-z, 0-9 and single hyphens between them (write `r-qqa`)"),
    "braces around a date": (an_event(when="{2017-09-01, 2017-09-17}"), "3:7: error FST204 `{2017-09-01, 2017-09-17}` is read as a mapping, not as a set of dates (put it in quotes: `'{2017-09-01, 2017-09-17}'`)"),
    "a leading percent": (an_event(when="%2017"), "3:7: error FST101 plain text cannot begin with `%` (put the text in quotes)"),
    "a colon in plain text": ("title: Raqqa: the fall\n", "1:13: error FST101 a colon with a blank after it stands inside plain text (put the whole text in quotes)"),
    "an open quote": ("title: 'Raqqa\ntype: capture\n", "1:8: error FST101 a quote or bracket is never closed (close it)"),
    "an open bracket": ("title: [a, b\ntype: capture\n", "2:5: error FST101 a bracket or brace is not closed, or a comma is missing (close it, or put the text in quotes)"),
    "a wrong indent": ("title: a\n  type: capture\n", "2:3: error FST101 `type` is indented further than `title`, so it reads as part of its text (line it up with `title`; or, if it is text, put the whole text in quotes)"),
    "an empty value": ("title:\ntype: capture\n", "1:1: error FST201 `title` has no value (write a value after the colon, or delete the line)"),
}  # fmt: skip


@pytest.mark.parametrize("text, fault", YAML.values(), ids=YAML)
def test_a_hostile_file_is_refused_at_its_place(text: str, fault: str):
    assert read_files({"events/x.yml": text}).lines == [f"{PATH}:{fault}"]


def test_a_byte_order_mark_in_front_and_windows_lines_are_no_fault():
    found = read_files({"events/x.yml": "\ufeff" + GOOD.replace("\n", "\r\n")})
    assert found.lines == []
    assert [entry.record.label for entry in found.reading.entries] == ["Fall of Raqqa"]


def test_joiners_that_a_script_needs_are_no_fault():
    assert read_files({"places/x.yml": "names: [می\u200cخواهم]\nkind: city\n"}).lines == []


NAMES = {
    "events/CON.yml": "error FST104 `CON` is no id: only a-z, 0-9 and single hyphens between them (choose another name)",
    "events/con.yml": "error FST104 `con` is no id: Windows keeps that name for a device (choose another name)",
    "events/a b.yml": "error FST104 `a b` is no id: only a-z, 0-9 and single hyphens between them (rename the file to `a-b.yml`)",
    "events/a..yml": "error FST104 `a.` is no id: only a-z, 0-9 and single hyphens between them (rename the file to `a.yml`)",
    "events/nobody.yml": "error FST104 `nobody` is a reserved word (choose another name)",
    "events/a.yaml": "error FST113 `a.yaml` is no record (rename it to `a.yml`)",
    "events/a.txt": "error FST113 `a.txt` is no record (records end in `.md` or `.yml`; pictures go to content/media/)",
    "events/deep/a.yml": "error FST113 records lie in `events/` or in a folder named by a year (move it to `events/`)",
    "events/2017/01/a.yml": "error FST113 records lie in `events/` or in a folder named by a year (move it to `events/`)",
    f"events/{'a' * 130}.yml": "error FST104 an id has at most 120 letters (choose another name)",
}


@pytest.mark.parametrize("path, fault", NAMES.items(), ids=[name[:20] for name in NAMES])
def test_a_file_name_that_is_no_id_is_refused(path: str, fault: str):
    assert read_files({path: GOOD}).lines == [f"content/{path}: {fault}"]


def test_a_file_of_more_than_a_megabyte_is_refused():
    found = read_files({"events/x.md": f"---\n{GOOD}---\n" + "x" * (1 << 20)})
    assert found.lines == [
        "content/events/x.md: error FST108 this file is larger than 1 MiB (split it, or keep long text out of records)"
    ]


def linked(project: Path, name: str) -> None:
    """One of the things that are no plain file, in the folder of the events."""
    place, secret = project / "content/events" / name, project / "secret.yml"
    secret.write_text(GOOD)
    place.parent.mkdir(exist_ok=True)
    match name:
        case "file.yml":
            place.symlink_to(secret)
        case "dangling.yml":
            place.symlink_to(project / "nowhere.yml")
        case "loop.yml":
            place.symlink_to(place)
        case "folder":
            place.symlink_to(project)
        case "pipe.yml":
            os.mkfifo(place)


@pytest.mark.parametrize("name", ["file.yml", "dangling.yml", "loop.yml", "folder", "pipe.yml"])
def test_links_and_devices_among_the_records_are_told_and_never_opened(name: str):
    project, report = a_corpus({}), Report()
    linked(project, name)
    reading = read(settings_for(project, report), report)
    assert reading.entries == ()
    assert render_concise(report.diagnostics) == (
        f"content/events/{name}: error FST109 this is a link or a device, not a file (put the file itself here)\n"
    )


def test_a_vocabulary_that_holds_no_mapping_or_nothing_is_told_once():
    for text in ("", "- a\n", "{}\n", "# later\n"):
        assert read_files({"vocabulary.yml": text}).lines == [
            "content/vocabulary.yml:1:1: error FST114 this vocabulary declares nothing (declare event types, kinds and measures)"
        ]
