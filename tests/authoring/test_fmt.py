"""`fasti fmt` changes how records are laid out, never what they say, and loses no comment."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from fasti.authoring.fmt import formatted, meaning
from fasti.cli import cli
from fasti.reading.front_matter import split
from fasti.reading.yaml_text import compose
from fasti.records import RECORD_TYPES
from tests.house.package import ROOT
from tests.kit.corpus import a_corpus

UNTIDY = """\
# yaml-language-server: $schema=../schema/event.schema.json
# About this file.

# the word of the army
sources: [ann p5,  reuters p2]   # two agencies


when:   [2017-09-01..2017-09-17]  # once between
# why not Tuesday
title:    Fall of   the city
participants: {supporter: russia,attacker: [ syrian-army , allies ]}
type: capture
says:
# the first
- what: "It is  taken"
  # who said it
  who: army   # the spokesman
  # at the end of it
-   # the second
    who:
        - mayor
        # one more
        - 'council'
    what: >-
        Folded
        text.

          Set in.
    wen: unknown key
control:   # as told
    held_by: syrian-army
    place: the-city
    # below control
where: the-city
body: |
    Prose.

    - # no comment
      more
# the very end
"""
TIDY = """\
# yaml-language-server: $schema=../schema/event.schema.json
# About this file.

# why not Tuesday
title: Fall of   the city
type: capture

when: [2017-09-01..2017-09-17]  # once between
where: the-city
participants: {supporter: russia, attacker: [syrian-army, allies]}
control:  # as told
  place: the-city
  held_by: syrian-army
  # below control
says:
  # the first
  # who said it
  - who: army  # the spokesman
    what: "It is  taken"
    # at the end of it
  # the second
  - who:
      - mayor
      # one more
      - 'council'
    what: >-
      Folded
      text.

        Set in.
    wen: unknown key
# the word of the army
sources: [ann p5, reuters p2]  # two agencies
body: |
  Prose.

  - # no comment
    more
# the very end
"""


def test_a_record_is_laid_out_as_a_whole():
    assert formatted(UNTIDY, "event", markdown=False) == TIDY
    assert formatted(TIDY, "event", markdown=False) == TIDY


def test_the_prose_of_a_markdown_record_is_not_touched():
    prose = "\n  Prose  with   blanks  \n\n\n```yaml\nwhen:   x\n```\n---\nnot a fence\n"
    text = f"---  \ntype: battle\ntitle: A # b\n---\n{prose}"
    assert formatted(text, "event", markdown=True) == f"---\ntitle: A  # b\ntype: battle\n---\n{prose}"
    assert formatted("---\ntitle: A\n---", "event", markdown=True) == "---\ntitle: A\n---\n"


SAME = {
    "an unquoted year with noughts": "title: A\ntype: battle\nwhen: 0476\n",
    "a year before Christ": "title: A\ntype: battle\nwhen: -0043\n",
    "a set of dates, blanks and all": "title: A\ntype: battle\nwhen: [2017-09-01,  2017-09-17]\n",
    "a set within a mapping": "title: A\ntype: battle\nwhen: {date: [2017-09-01,2017-09-17], mode: within}\n",
    "words that YAML takes for others": "title: null\ntype: battle\nhappened: yes\nlasted: 1 days\nfigures: {measure: m, value: 1e3}\n",
    "an empty value": "title: A\ntype: battle\ndescription:\nwhere: a\n",
    "a set in braces": "title: A\ntype: battle\nwhen: {2017-09-01,2017-09-03}\n",
    "text that keeps its empty lines": "title: A\ntype: battle\nsources: a\nbody: |+\n  Prose.\n\n\n",
    "text without its last line end": "title: A\ntype: battle\nbody: >-\n  Prose.\n",
    "text whose first line is set in": "title: A\ntype: battle\nbody: |2\n    Set in.\n  Prose.\n",
    "two blanks at the end of a line of prose": "title: A\ntype: battle\nbody: |\n  A line.  \n  Another.\n",
    "quotes of both kinds": "title: 'A'\ntype: \"battle\"\n\"where\": a\n",
    "a list in brackets over several lines": "title: A\ntype: battle\nsources: [\n    a p5, # why\n    b p6,\n  ]\nbody: x\n",
    "a quoted text over several lines": "title: \"A\n  b\n\n  c\"\ntype: battle\n",
    "roles in the author's order": "title: A\ntype: battle\nparticipants: {z: a, b: c}\n",
    "gaps after events": "title: A\ntype: battle\nafter: {z: 5 days, event: 3 days}\n",
    "a tab, which stands nowhere else than in text": "type: battle\ntitle:\tA\n",
    "an anchor": "type: battle\ntitle: &a A\n",
    "a hash that is no comment": "title: A#b\ntype: battle\nwhere: 'a # b'\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_what_is_laid_out_already_stays_as_it_is(text: str):
    assert formatted(text, "event", markdown=False) == text


CHANGED = {
    "blanks in brackets": ("names: [ A ,B ]\nkind: city\n", "names: [A, B]\nkind: city\n"),
    "the order within brackets": ("names: [{kind: former,text: A}]\nkind: city\n", "names: [{text: A, kind: former}]\nkind: city\n"),
    "a point": ("names: A\nkind: city\nat: [1,2]\n", "names: A\nkind: city\nat: [1, 2]\n"),
    "a list not set in": ("kind: city\nnames:\n- A\n- B\n", "names:\n  - A\n  - B\nkind: city\n"),
    "a comment at the margin below such a list": (
        "names:\n- A\n# on the kind\nkind: city\n", "names:\n  - A\n# on the kind\nkind: city\n",
    ),
    "steps of four": ("names: A\nkind: city\nmatch:\n    wikidata: Q1\n", "names: A\nkind: city\nmatch:\n  wikidata: Q1\n"),
    "the line for editors, which heads the file": (
        "# yaml-language-server: $schema=x\n# on the kind\nkind: city\nnames: A\n",
        "# yaml-language-server: $schema=x\nnames: A\n# on the kind\nkind: city\n",
    ),
    "no line end at the end": ("names: A\nkind: city", "names: A\nkind: city\n"),
    "empty lines at the end": ("names: A\nkind: city\n\n\n", "names: A\nkind: city\n"),
    "empty lines at the beginning": ("\n\nnames: A\nkind: city\n", "names: A\nkind: city\n"),
    "three empty lines": ("names: A\n\n\n\nkind: city\n", "names: A\n\nkind: city\n"),
    "a line of three dashes": ("---\nnames: A\nkind: city\n", "names: A\nkind: city\n"),
    "the question mark of a key": ("? names\n: A\nkind: city\n", "names: A\nkind: city\n"),
    "a value below its key": ("names:\n  A\nkind: city # b\n", "names: A\nkind: city  # b\n"),
    "a comment between them": ("kind: city\nnames: # b\n  A\n", "names: A  # b\nkind: city\n"),
    "a list in a list": ("kind: city\nnames:\n-   - A\n    -   B\n", "names:\n  - - A\n    - B\nkind: city\n"),
    "a record that is only said in part": ("wen: x\nkind: city\nsources: a\nwith: y\nnames: A\n", "wen: x\nnames: A\nkind: city\nsources: a\nwith: y\n"),
}  # fmt: skip


@pytest.mark.parametrize("before, after", CHANGED.values(), ids=CHANGED)
def test_what_is_not_is_laid_out(before: str, after: str):
    assert formatted(before, "place", markdown=False) == after
    assert formatted(after, "place", markdown=False) == after


def test_the_whole_content_says_the_same_when_it_is_laid_out():
    kinds = {"events": "event", "places": "place", "actors": "actor", "sources": "source", "series": "series"}
    for folder, kind in kinds.items():
        for path in sorted((ROOT / "content" / folder).rglob("*.*")):
            text = path.read_text(encoding="utf-8")
            markdown = path.suffix == ".md"
            once = formatted(text, kind, markdown=markdown)
            assert formatted(once, kind, markdown=markdown) == once, path
            before, after = (split(one).header if markdown else one for one in (text, once))
            assert meaning(compose(before)[0]) == meaning(compose(after)[0]), path
            known = [key for key in RECORD_TYPES[kind].written_fields() if key in compose(after)[0].value]
            assert list(compose(after)[0].value) == known, path
            assert not markdown or split(text).body.rstrip("\n") == split(once).body.rstrip("\n")


# Records of every form, with a comment at every place, each naming the key that it stands at.

WORDS = st.sampled_from(
    [
        "a",
        "0476",
        "-0043",
        "2017-09~",
        "yes",
        "null",
        "~",
        "nearly 96",
        "it's",
        "a#b",
        "1.0",
        "Ж и ق",
        "what: then",
        "- x",
        "# no",
    ]
)
KEYS = st.sampled_from(
    ["note", "wen", "who", "when", "sources", "what", "stance", "place", "held_by", "text", "zzz", "on"]
)
TOP = st.sampled_from(list(RECORD_TYPES["event"].written_fields()) + ["wen", "odd"])
VALUES: Any = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=4),
    max_leaves=6,
)
RECORDS = st.dictionaries(TOP, VALUES, min_size=1, max_size=6)


class Untidy:
    """Writes a value as YAML in some style, a comment wherever one may stand, and keeps what each comment is about."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.lines: list[str] = []
        self.above: dict[str, str] = {}
        self.beside: dict[str, str] = {}

    def chance(self) -> bool:
        return self.data.draw(st.booleans())

    def comment(self, about: dict[str, str], key: str) -> str:
        text = f"# comment {len(self.above) + len(self.beside)}: 'quotes', [brackets] #{key}"
        about[text] = key
        return text

    def lead(self, indent: int, key: str) -> None:
        if self.chance():
            self.lines += [""] * self.data.draw(st.integers(0, 2))
        if self.chance():
            self.lines.append(" " * indent + self.comment(self.above, key))

    def scalar(self, text: str, indent: int) -> str:
        plain = not any(mark in text for mark in (": ", "- ", "# ", "'")) and text
        style = self.data.draw(st.sampled_from(["plain", "single", "double", "block"]))
        if style == "block":
            blanks = " " * (indent + self.data.draw(st.integers(1, 4)))
            return f"{self.data.draw(st.sampled_from(['|', '|-', '>', '>-']))}\n{blanks}{text}\n\n{blanks}{text}  x"
        if style == "plain" and plain:
            return text
        return json.dumps(text, ensure_ascii=False) if style == "double" else "'" + text.replace("'", "''") + "'"

    def flow(self, value: Any) -> str:
        gap = " " * self.data.draw(st.integers(0, 2))
        if isinstance(value, dict):
            return "{" + f",{gap or ' '}".join(f"{key}: {gap}{self.flow(part)}" for key, part in value.items()) + "}"
        if isinstance(value, list):
            return f"[{gap}{f',{gap}'.join(self.flow(part) for part in value)}{gap}]"
        return "'" + value.replace("'", "''") + "'"

    def value(self, value: Any, indent: int, start: str, key: str) -> None:
        """A value behind `start`, which is `key:` or a hyphen."""
        if isinstance(value, str) or self.data.draw(st.integers(0, 3)) == 0:
            text = self.scalar(value, indent) if isinstance(value, str) else self.flow(value)
            first, *more = text.split("\n")
            behind = "  " + self.comment(self.beside, key) if not more and self.chance() else ""
            self.lines += [f"{start} {first}{behind}", *more]
            return
        behind = "  " + self.comment(self.beside, key) if start.endswith(":") and self.chance() else ""
        self.lines.append(start + behind)
        step = self.data.draw(st.sampled_from([2, 3, 4]))
        if isinstance(value, dict):
            self.mapping(value, indent + step)
        else:
            self.listed(value, indent + (step if not start.endswith(":") or self.chance() else 0), key)

    def mapping(self, value: Mapping[str, Any], indent: int) -> None:
        for key, part in value.items():
            self.lead(indent, key)
            self.value(part, indent, f"{' ' * indent}{key}:", key)

    def listed(self, value: list[Any], indent: int, key: str) -> None:
        for part in value:
            if isinstance(part, dict) and self.chance():  # the first key behind the hyphen
                (first, held), rest = next(iter(part.items())), dict(list(part.items())[1:])
                self.value(held, indent + 2, f"{' ' * indent}- {first}:", first)
                self.mapping(rest, indent + 2)
            else:
                self.value(part, indent, f"{' ' * indent}-", key)


KEYED = re.compile(r"(?:- )+\w+:( |$)")


def key_of(line: str) -> str:
    return line.strip().removeprefix("- ").removeprefix("- ").split(":")[0]


@given(st.data())
@settings(max_examples=150, phases=[Phase.generate])
def test_nothing_is_lost_and_nothing_said_differently_whatever_the_style(data: st.DataObject):
    untidy = Untidy(data)
    untidy.mapping(data.draw(RECORDS), 0)
    text = "\n".join(untidy.lines) + "\n"
    before, faults = compose(text)
    assert not faults, text
    once = formatted(text, "event", markdown=False)
    after, faults = compose(once)
    assert not faults and meaning(before) == meaning(after)
    assert formatted(once, "event", markdown=False) == once
    fields = list(RECORD_TYPES["event"].written_fields())
    known = [fields.index(key) for key in after.value if key in fields]
    assert known == sorted(known)  # it was laid out, and not left alone
    lines = once.split("\n")
    for comment, key in {**untidy.above, **untidy.beside}.items():
        assert sum(line.count(comment) for line in lines) == 1, comment
        place = next(number for number, line in enumerate(lines) if comment in line)
        if not lines[place].lstrip().startswith("#"):
            if lines[place].strip().startswith("- ") and not KEYED.match(lines[place].strip()):
                continue  # beside an item of a list, which has no key
            assert key_of(lines[place]) == key, once
        elif comment in untidy.above:
            below = [line for line in lines[place + 1 :] if line.strip() and not line.lstrip().startswith("#")]
            near = below[0] if below else ""
            assert key in (key_of(near), *(key_of(line) for line in below[:1])), once


# Files.


def run(project: Path, *arguments: str) -> tuple[int, str, str]:
    told = CliRunner().invoke(cli, ["fmt", "--project", str(project), *arguments])
    return told.exit_code, told.stdout, told.stderr


BAD = "kind: city\nnames: A\n"
GOOD = "names: A\nkind: city\n"


def test_check_names_diff_shows_and_neither_writes():
    project = a_corpus({"places/a.yml": BAD, "places/b.yml": GOOD})
    assert run(project, "--check") == (1, "would lay out content/places/a.yml\n", "")
    patch = (
        "--- a/content/places/a.yml\n+++ b/content/places/a.yml\n@@ -1,2 +1,2 @@\n+names: A\n kind: city\n-names: A\n"
    )
    assert run(project, "--diff") == (1, patch, "")
    assert (project / "content/places/a.yml").read_text() == BAD
    assert run(project) == (0, "laid out content/places/a.yml\n", "")
    assert (project / "content/places/a.yml").read_text() == GOOD
    assert run(project) == run(project, "--check") == run(project, "--diff") == (0, "", "")


def test_bytes_around_the_text_are_tidied_and_rights_kept():
    project = a_corpus(
        {
            "places/a.yml": b"\xef\xbb\xbfnames: A\r\nkind: city",
            "places/m.md": b"---\r\nnames: A\r\nkind: city\r\n---\r\nProse.\r\n",
        }
    )
    (project / "content/places/a.yml").chmod(0o640)
    assert run(project)[0] == 0
    assert (project / "content/places/a.yml").read_bytes() == GOOD.encode()
    assert (project / "content/places/m.md").read_bytes() == f"---\n{GOOD}---\nProse.\n".encode()
    assert (project / "content/places/a.yml").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (project / "content/places").iterdir()) == ["a.yml", "m.md"]


def test_a_file_that_cannot_be_read_is_told_as_the_check_tells_it_and_left_alone():
    broken = "kind: city\nnames: A: B\n"
    project = a_corpus(
        {"places/a.yml": broken, "places/b.yml": BAD, "places/C.yml": BAD, "places/d.yml": BAD + "kind: x\n"}
    )
    code, out, err = run(project)
    assert (code, out) == (1, "laid out content/places/b.yml\n")
    assert err == (
        "error[FST104]: `C` is no id: only a-z, 0-9 and single hyphens between them\n"
        " --> content/places/C.yml\n"
        "  = hint: rename the file to `c.yml`\n"
        "\n"
        "error[FST101]: a colon with a blank after it stands inside plain text\n"
        " --> content/places/a.yml:2:9\n"
        "  |\n"
        "2 | names: A: B\n"
        "  |         ^\n"
        "  = hint: put the whole text in quotes\n"
        "\n"
        "error[FST102]: the key `kind` stands here a second time\n"
        " --> content/places/d.yml:3:1\n"
        "  |\n"
        "3 | kind: x\n"
        "  | ^^^^\n"
        "  = see content/places/d.yml:1:1: first written here\n"
        "  = hint: keep one of the two\n"
        "\n"
        "3 errors in 3 files; left alone\n"
    )
    assert (project / "content/places/a.yml").read_text() == broken


def test_paths_narrow_it_and_others_are_refused():
    project = a_corpus({"places/a.yml": BAD, "actors/a.yml": "kind: state\nnames: A\n"})
    assert run(project, "--check", str(project / "content/actors")) == (1, "would lay out content/actors/a.yml\n", "")
    assert run(project, "--check", str(project / "content/actors/a.yml"))[1] == "would lay out content/actors/a.yml\n"
    assert run(project, str(project / "mkdocs.yml"))[0] == 2
    assert run(project, str(project / "content/actors/none.yml"))[0] == 2


def test_a_link_is_never_written_through():
    project = a_corpus({"places/a.yml": GOOD})
    outside = project / "outside.yml"
    outside.write_text(BAD)
    (project / "content/places/b.yml").symlink_to(outside)
    code, out, err = run(project)
    assert (code, out) == (1, "") and "FST109" in err
    assert outside.read_text() == BAD
