"""The tutorial, typed: every command of it, in a new environment in which nothing but the wheel was installed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import sysconfig
import time
import venv
from pathlib import Path

from tests.house.package import ROOT
from tests.house.test_wheel import build_wheel

PAGE = ROOT / "content/pages/contribute/tutorial.md"
EVENT = "sputnik-2-carries-dog-into-orbit-1957"


def commands() -> list[str]:
    """What the tutorial says to type, after the environment is made."""
    return [
        line
        for block in re.findall(r"```sh\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
        for line in block.splitlines()
    ]


def test_every_command_of_the_tutorial_does_what_it_says(tmp_path: Path, capsys) -> None:
    where = tmp_path / "environment"
    venv.create(where, symlinks=True)
    library = Path(sysconfig.get_path("purelib", vars={"base": str(where), "platbase": str(where)}))
    # What the wheel needs is taken from the locked set beside these tests, because there is no network; fasti is not.
    needed = [path for path in sys.path if path.endswith("site-packages")]
    (library / "needed.pth").write_text("\n".join(needed) + "\n", "utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(where / "bin/python"), "install", "-q", "--no-index"]
    installed = subprocess.run(
        [*pip, "--no-deps", "--ignore-installed", str(build_wheel(tmp_path))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert installed.returncode == 0, installed.stderr
    # The commands of MkDocs belong to the interpreter beside which they are installed.
    (where / "bin/mkdocs").write_text(f"#!{where}/bin/python\nfrom mkdocs.__main__ import cli\ncli()\n", "utf-8")
    (where / "bin/mkdocs").chmod(0o755)
    around = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    around |= {"PATH": f"{where}/bin{os.pathsep}{os.environ['PATH']}", "NO_MKDOCS_2_WARNING": "1", "PWD": ""}
    told, folder, begun = {}, tmp_path, time.perf_counter()
    for command in commands():
        words = shlex.split(command)
        if words[0] == "cd":
            folder /= words[1]
            continue
        since = time.perf_counter()
        words[0] = str(where / "bin" / words[0])
        done = subprocess.run(words, cwd=folder, env=around, capture_output=True, text=True, check=False)
        told[command] = done.stdout + done.stderr
        assert done.returncode == 0, f"{command}\n{told[command]}"
        with capsys.disabled():
            sys.stdout.write(f"\n{time.perf_counter() - since:6.1f} s  {command}")
    with capsys.disabled():
        sys.stdout.write(f"\n{time.perf_counter() - begun:6.1f} s  the whole tutorial\n")
    assert list(told) == [
        "fasti new site demo",
        "fasti check",
        next(command for command in told if command.startswith("fasti new event")),
        "fasti check --strict",
        "fasti date 1957-11~",
        "mkdocs build --strict",
    ]
    assert told["fasti check"] == told["fasti check --strict"] == "no faults\n"
    assert f"content/events/1957/{EVENT}.yml" in next(text for command, text in told.items() if "new event" in command)
    assert "WARNING" not in told["mkdocs build --strict"]
    where_is = subprocess.run(
        [str(where / "bin/python"), "-c", "import fasti; print(fasti.__file__)"],
        cwd=folder, env=around, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where_is.stdout.startswith(str(where))
    site = folder / "site"
    assert "Sputnik 2 carries a dog into orbit" in (site / f"events/{EVENT}/index.html").read_text("utf-8")
    place = (site / "places/baikonur/index.html").read_text("utf-8")
    assert f"events/{EVENT}/" in place and "<svg" in place
    year = (site / "chronology/1957/index.html").read_text("utf-8")
    assert "<svg" in year and f"events/{EVENT}/" in year


def test_the_mistake_of_the_tutorial_is_answered_as_it_says(tmp_path: Path) -> None:
    from fasti.authoring.site import new_site
    from fasti.diagnostics import Report
    from fasti.pipeline import check
    from fasti.reading import settings_for

    new_site(tmp_path / "demo")
    event = tmp_path / "demo/content/events/1957/sputnik-1-launched-1957.yml"
    event.write_text(event.read_text("utf-8").replace("{from: baikonur}", "baikonurr"), "utf-8")
    found = check(settings_for(tmp_path / "demo", Report())).diagnostics
    assert [(fault.rule.code, fault.hint) for fault in found] == [("FST301", "did you mean `baikonur`?")]
