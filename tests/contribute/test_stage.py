"""`fasti stage`: what it writes is built strictly by another engine, without fasti, and nothing is lost or dead."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from fasti.authoring.site import new_site
from tests.published.kit import run

HOSTILE = """\
title: "A <script>alert(1)</script> {{ 7*7 }}"
type: launch
when: 1958
where: baikonur
sources: nssdca-sputnik-1
body: |
  <script>alert(2)</script> [Baikonur](place:baikonur) <img src=x onerror=alert(3)>

  ```
  first

  <div>last
  ```
"""


def test_another_engine_publishes_the_staged_tree_strictly(tmp_path: Path) -> None:
    project, plain = tmp_path / "demo", tmp_path / "plain"
    new_site(project)
    (project / "content/events/1958").mkdir()
    (project / "content/events/1958/hostile.yml").write_text(HOSTILE, "utf-8")
    staged = run(project, "fasti.cli", "stage", str(plain))
    assert staged.code == 0, staged.err
    assert run(project, "fasti.cli", "stage", str(plain)).out == staged.out  # its own folder is made anew
    assert "fasti" not in re.findall(r"(?m)^plugins: (.*)$", (plain / "mkdocs.yml").read_text("utf-8"))[0]
    built = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "-q", "--strict", "-f", "mkdocs.yml"],
        cwd=plain, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (built.returncode, built.stdout, built.stderr) == (0, "", "")
    site = plain / "site"
    pages = {path.relative_to(plain / "docs").with_suffix(".html") for path in (plain / "docs").rglob("*.md")}
    assert staged.out == f"staged {len(pages)} pages in {plain}\n"
    assert {path for path in pages if not (site / path).is_file()} == set()
    assert Path("events/hostile/index.html") in pages and Path("places/baikonur/index.html") in pages
    dead = set()
    for path in pages:
        page = (site / path).read_text("utf-8")
        for link in re.findall(r'\b(?:href|src)="(?![a-z]+:)([^"#?]+)', page[page.index('<div class="fasti">') :]):
            target = ((site / path).parent / link).resolve()
            if not (target / "index.html" if target.is_dir() else target).is_file():
                dead.add((path.as_posix(), link))
    assert dead == set()
    page = (site / "events/hostile/index.html").read_text("utf-8")
    assert "<script>alert" not in page and "<img src=x" not in page and "{{ 7*7 }}" in page
    assert "<svg" in (site / "places/baikonur/index.html").read_text("utf-8")


def test_a_folder_that_it_did_not_make_is_left_alone(tmp_path: Path) -> None:
    new_site(tmp_path / "demo")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/note.txt").touch()
    told = run(tmp_path / "demo", "fasti.cli", "stage", str(tmp_path / "mine"))
    assert (told.code, told.out) == (2, "")
    assert told.err.endswith("holds something that `fasti stage` did not make; name an empty folder\n")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["note.txt"]
