"""What a change means: the sentences of `fasti diff`, whole, over small repositories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from fasti.cli import cli
from tests.kit.corpus import a_corpus
from tests.kit.git import Repo
from tests.kit.golden import Golden

EVENTS = "content/events/"
BASE = {
    "places/raqqa.yml": "names: Raqqa\nkind: city\nat: [35.95, 39.01]\n",
    "places/mosul.yml": "names: Mosul\nkind: city\nat: [36.34, 43.13]\n",
    "actors/rome.yml": "names: Rome\nkind: state\n",
    "actors/parthia.yml": "names: Parthia\nkind: state\n",
    "actors/livy.yml": "names: Livy\nkind: person\n",
    "sources/annals.yml": "title: Annals\nkind: book\n",
    "sources/letters.yml": "title: Letters, volume two\nkind: book\n",
    "events/siege.yml": "title: The siege\ntype: siege\nwhen: 1453-04\nwhere: mosul\nsources: [annals p1, letters p1]\n",
    "events/capture.yml": (
        "title: The capture\ntype: capture\nwhen: 1453-05-29\nwhere: raqqa\nnow_held_by: rome\nsources: annals p2\n"
    ),
    "events/battle.yml": (
        "title: The battle\ntype: battle\nwhen: 1453-06-10\nwhere: mosul\nsources: annals p3\n"
        "says:\n  - {who: livy, what: Nobody was hurt.}\n"
    ),
    "events/count.yml": (
        "title: The count\ntype: count\nwhen: 1453-07\nsources: annals p4\n"
        "figures:\n  - {measure: defenders, value: about 7000}\n"
    ),
}
URL = "https://example.org/fasti/events"


@pytest.fixture
def repo() -> Repo:
    made = Repo(a_corpus(BASE))
    made.commit("All", {})
    return made


def asked(repo: Repo, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["diff", *arguments, "--project", str(repo.folder)], catch_exceptions=False)
    return result.exit_code, result.output


def edit(repo: Repo, name: str, old: str, new: str) -> None:
    file = repo.folder / EVENTS / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def told(repo: Repo) -> str:
    """The Markdown of the work tree against the last commit, without what stands above every change."""
    code, text = asked(repo, "HEAD")
    assert code == 0, text
    return text.removeprefix("## What this change means\n\n")


def test_a_moved_date_a_flipped_control_and_a_rival_are_three_things(repo: Repo):
    edit(repo, "siege.yml", "1453-04", "1453-03")
    edit(repo, "capture.yml", "now_held_by: rome", "now_held_by: parthia")
    edit(repo, "battle.yml", "sources: annals p3\n", "sources: annals p3\nrivals: [{when: 1453-06-11, who: livy}]\n")
    assert told(repo) == (
        "3 changes in what the records say.\n\n"
        "### Dates\n\n"
        f"- **[The siege]({URL}/siege/)**: the date moves from sometime in April 1453 to sometime in March 1453.\n\n"
        "### Control\n\n"
        f"- **[The capture]({URL}/capture/)**: Raqqa, from 29 May 1453 on: held by Parthia; before: held by Rome.\n\n"
        "### Rival accounts\n\n"
        f"- **[The battle]({URL}/battle/)**: a rival account of `when` is added: 11 June 1453 (Livy).\n\n"
    ).replace("`", "\\`")


ALONE = {
    "a wider date": (
        "capture.yml", "1453-05-29", "[1453-05-28..1453-05-30]",
        "### Dates\n\n- **[The capture](U/capture/)**: the date is wider: now between 28 and 30 May 1453, before 29 May 1453.\n"
        "  - so: Raqqa, on 28 May 1453: perhaps Rome; before: nobody says who held it.\n"
        "  - so: Raqqa, from 29 May 1453 to 30 May 1453: perhaps Rome; before: held by Rome.\n",
    ),
    "a narrower date": (
        "siege.yml", "1453-04", "1453-04-06",
        "### Dates\n\n- **[The siege](U/siege/)**: the date is narrower: now 6 April 1453, before sometime in April 1453.\n",
    ),
    "an event that now comes later": (
        "battle.yml", "1453-06-10", "1453-08-10",
        "### Dates\n\n- **[The battle](U/battle/)**: the date moves from 10 June 1453 to 10 August 1453.\n"
        "  - so: it now comes after “The count”, and no longer after “The capture”.\n",
    ),
    "a statement": (
        "battle.yml", "says:\n", "says:\n  - {who: rome, what: All were hurt., stance: denies}\n",
        "### Who says what\n\n- **[The battle](U/battle/)**: a statement is added: Rome denies: All were hurt.\n",
    ),
    "a number": (
        "count.yml", "about 7000", "nearly 8000",
        "### Figures\n\n- **[The count](U/count/)**: a figure changed: nearly 8000 people (Defenders); before: about 7000 people (Defenders).\n",
    ),
    "a source that goes": (
        "siege.yml", "[annals p1, letters p1]", "annals p1",
        "### Sources\n\n- **[The siege](U/siege/)**: no longer rests on “Letters, volume two”.\n"
        "  - so: now rests on one voice, Annals.\n",
    ),
    "wording": (
        "siege.yml", "The siege", "The long siege",
        "### Wording only\n\n- **[The long siege](U/siege/)**: the title is worded otherwise.\n",
    ),
    "a place": (
        "battle.yml", "where: mosul", "where: raqqa",
        "### Other fields\n\n- **[The battle](U/battle/)**: \\`where\\` is now Raqqa, before Mosul.\n",
    ),
    "a withdrawal": (
        "count.yml", "sources:", "status: withdrawn\nwithdrawn: {on: 2026-01-02, why: Told twice.}\nsources:",
        "### Withdrawn\n\n- **[The count](U/count/)**: is withdrawn: Told twice.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name, old, new, expected", ALONE.values(), ids=ALONE)
def test_one_change_is_one_sentence_with_what_follows(repo: Repo, name: str, old: str, new: str, expected: str):
    edit(repo, name, old, new)
    if name == "siege.yml" and "letters" in old:
        edit(repo, "count.yml", "annals p4", "[annals p4, letters p4]")  # a source that nothing names is a warning
        repo.commit("Letters are cited elsewhere too", {})
        edit(repo, "siege.yml", new, old)
        repo.commit("As before", {})
        edit(repo, "siege.yml", old, new)
    assert told(repo) == f"1 change in what the records say.\n\n{expected.replace('U/', f'{URL}/')}\n"


def test_layout_comments_and_the_order_of_keys_are_nothing(repo: Repo):
    edit(repo, "siege.yml", "title: The siege\ntype: siege\n", "# a note\ntype:   siege\ntitle: 'The siege'\n\n")
    assert told(repo) == "Nothing the records say has changed.\n\n"


def test_a_record_that_is_new_gone_or_renamed_is_told(repo: Repo):
    (repo.folder / EVENTS / "siege.yml").rename(repo.folder / EVENTS / "blockade.yml")
    edit(repo, "blockade.yml", "title", "formerly: siege\ntitle")
    (repo.folder / EVENTS / "count.yml").unlink()
    (repo.folder / EVENTS / "new.yml").write_text(BASE["events/battle.yml"].replace("battle\n", "march\n", 1))
    edit(repo, "new.yml", "1453-06-10", "1453-01")
    assert told(repo) == (
        "3 changes in what the records say.\n\n"
        f"### Added\n\n- **[The march]({URL}/new/)**: an event is added: sometime in January 1453, Mosul.\n\n"
        f"### Removed\n\n- **[The count]({URL}/count/)**: an event is removed: sometime in July 1453.\n\n"
        f"### Renamed\n\n- **[The siege]({URL}/blockade/)**: is now called \\`blockade\\`, before \\`siege\\`.\n\n"
    )


def test_what_does_not_pass_the_check_is_said_and_the_rest_is_told(repo: Repo):
    edit(repo, "siege.yml", "when: 1453-04", "when: April")
    edit(repo, "battle.yml", "1453-06-10", "1453-06-12")
    code, text = asked(repo, "HEAD")
    assert (code, text) == (
        1,
        "## What this change means\n\n"
        "**It does not pass the check: 1 fault.** Records with faults are left out below.\n\n"
        "2 changes in what the records say.\n\n"
        f"### Dates\n\n- **[The battle]({URL}/battle/)**: the date moves from 10 June 1453 to 12 June 1453.\n\n"
        f"### Not compared\n\n- **[The siege]({URL}/siege/)**: its file has faults; what it says cannot be compared.\n\n",
    )


def test_nothing_in_the_repository_is_touched(repo: Repo):
    edit(repo, "siege.yml", "1453-04", "1453-03")

    def seen() -> list[tuple[str, int, bytes]]:
        files = sorted(path for path in repo.folder.rglob("*") if path.is_file())
        return [(str(path), path.stat().st_mtime_ns, path.read_bytes()) for path in files]

    before = seen()
    asked(repo, "HEAD", "HEAD")
    asked(repo, "HEAD")
    assert seen() == before


def test_two_revisions_are_compared_without_the_files(repo: Repo):
    edit(repo, "siege.yml", "1453-04", "1453-03")
    repo.commit("Move it", {})
    edit(repo, "siege.yml", "1453-03", "1453-02")
    code, text = asked(repo, "HEAD~1", "HEAD", "--format", "json")
    assert (code, json.loads(text)) == (
        0,
        {
            "version": 1,
            "faults": {"before": 0, "after": 0},
            "changes": [
                {
                    "change": "date", "kind": "event", "id": "siege", "title": "The siege", "url": f"{URL}/siege/",
                    "item": "", "words": "the date moves from sometime in April 1453 to sometime in March 1453",
                    "before": "sometime in April 1453", "after": "sometime in March 1453", "follows": [],
                }
            ],
        },
    )  # fmt: skip


@pytest.mark.parametrize("revision", ["none-such", "--output=x", "HEAD~9"])
def test_a_revision_that_is_none_is_refused(repo: Repo, revision: str):
    result = CliRunner().invoke(cli, ["diff", "--project", str(repo.folder), "--", revision])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: `{revision}` names no commit of this repository")


def test_text_of_authors_is_neither_markup_nor_a_mention_nor_a_command(repo: Repo):
    hostile = "'[x](http://e.example) <img src=x> @all #12 ::error::x %0A::error `a` *b*'"
    edit(repo, "siege.yml", "The siege", hostile)
    assert told(repo) == (
        "1 change in what the records say.\n\n### Wording only\n\n"
        "- **[\\[x\\](http:\u200b//e.example) \\<img src=x\\> @\u200ball #\u200b12 :\u200b:error:\u200b:x %0A:\u200b:error \\`a\\` \\*b\\*]"
        f"({URL}/siege/)**: the title is worded otherwise.\n\n"
    ).replace("http:\u200b//", "http://")


def test_the_page_shows_both_sides_and_loads_nothing(repo: Repo, tmp_path: Path, golden: Golden):
    edit(repo, "siege.yml", "1453-04", "1453-03")
    edit(repo, "battle.yml", "Nobody was hurt.", "<script>x</script> was hurt.")
    page = tmp_path / "changed.html"
    asked(repo, "HEAD", "--html", str(page))
    text = page.read_text(encoding="utf-8")
    golden.check(Path(__file__).parent / "golden/changed.html", text.partition("</style>")[2].lstrip())
    assert "<script" not in text and "default-src 'none'" in text
    assert asked(repo, "HEAD", "--html", str(page)) and page.read_text(encoding="utf-8") == text
