"""The look for shared runs of words finds one through line breaks, case and links, and lets titles of sources pass."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

OVERLAP = runpy.run_path(str(Path(__file__).parent / "overlap.py"))
SENTENCE = "The town of Ur was held by nobody for a whole year, people said.\n"


def project(root: Path, files: dict[str, str]) -> Path:
    for path, text in {"documents/a.txt": SENTENCE, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def told(root: Path) -> list[tuple[str, int, str, str]]:
    return [tuple(run) for run in OVERLAP["shared"](root, root / "documents")]


def test_a_run_of_eight_words_is_told_with_its_line_through_breaks_case_and_links(tmp_path: Path) -> None:
    text = "title: Ur\nbody: |\n  Some say that the [Town\n  of Ur](place:ur) was held, by nobody, for long.\n"
    assert told(project(tmp_path, {"content/events/a.yml": text})) == [
        ("content/events/a.yml", 3, "a.txt", "the town of ur was held by nobody")
    ]


def test_seven_words_and_the_title_of_a_source_are_no_overlap(tmp_path: Path) -> None:
    files = {
        "content/events/a.yml": "title: The town of Ur was held by others\n",
        "content/sources/a.yml": f"title: {SENTENCE}kind: news\n",
    }
    assert told(project(tmp_path, files)) == []


def test_a_long_stretch_is_told_once(tmp_path: Path) -> None:
    assert len(told(project(tmp_path, {"content/pages/index.md": SENTENCE}))) == 1


def test_without_documents_it_says_what_to_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert OVERLAP["main"]([str(tmp_path)]) == 2
    assert capsys.readouterr().err == (
        "overlap: name the folder with the documents' texts, as in `make overlap SOURCES=../sources`\n"
    )
