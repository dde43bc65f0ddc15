"""What runs on a pull request has no rights, no secrets, and only actions pinned to a commit we have read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from fasti.authoring.site import new_site
from tests.house.package import ROOT
from tests.kit.git import Repo

# From the actions' own repositories; a new hash comes with the review of what it brings.
PINNED = {
    "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
    "actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",
    "actions/cache@27d5ce7f107fe9357f9df03efb73ab90386fccae",
    "actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b",
    "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
}


def workflow_faults(text: str) -> list[str]:
    workflow: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)  # BaseLoader: `on` stays a word
    faults = []
    if "pull_request_target" in workflow["on"] or "workflow_run" in workflow["on"]:
        faults.append("runs with the rights of this repository on the code of another")
    if workflow.get("permissions") != {}:
        faults.append("permissions do not start from none")
    for name, job in workflow["jobs"].items():
        if "permissions" not in job or "timeout-minutes" not in job:
            faults.append(f"{name}: states no permissions or no time limit")
        for step in job["steps"]:
            uses = step.get("uses", "")
            if uses and uses not in PINNED:
                faults.append(f"{name}: {uses} is not pinned to a commit we know")
            if uses.startswith("actions/checkout@") and step.get("with", {}).get("persist-credentials") != "false":
                faults.append(f"{name}: checkout leaves its credentials behind")
            if "${{" in step.get("run", ""):
                faults.append(f"{name}: a command holds an expression, and so whatever its text is")
    return faults


def _workflows() -> list[Path]:
    return sorted((ROOT / ".github/workflows").glob("*.y*ml"))


def test_every_workflow_is_pinned_and_has_no_rights():
    found = {path.name: workflow_faults(path.read_text(encoding="utf-8")) for path in _workflows()}
    assert found == {path.name: [] for path in _workflows()}
    assert list(found) == ["ci.yml", "links.yml", "pages.yml", "records.yml"]


def test_a_dangerous_workflow_is_reported():
    text = """
on: {pull_request_target: {}}
jobs:
  test:
    steps:
      - uses: actions/checkout@v7
      - run: echo "${{ github.event.pull_request.title }}"
"""
    assert workflow_faults(text) == [
        "runs with the rights of this repository on the code of another",
        "permissions do not start from none",
        "test: states no permissions or no time limit",
        "test: actions/checkout@v7 is not pinned to a commit we know",
        "test: checkout leaves its credentials behind",
        "test: a command holds an expression, and so whatever its text is",
    ]


def test_only_the_job_that_publishes_may_write_anything():
    rights: dict[str, dict[str, str]] = {}
    for path in _workflows():
        jobs = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"]
        rights |= {f"{path.stem} {name}": job["permissions"] for name, job in jobs.items()}
    assert {name: right for name, right in rights.items() if right != {"contents": "read"}} == {
        "pages deploy": {"pages": "write", "id-token": "write"}
    }


def test_what_a_merge_queue_waits_for_runs_on_its_groups():
    waits = {path.name for path in _workflows() if "\n  merge_group:\n" in path.read_text(encoding="utf-8")}
    assert waits == {"ci.yml", "records.yml"}


def linted(*paths: Path) -> tuple[int, str]:
    """What zizmor says in its strictest mood, without the network."""
    command = [tool("zizmor"), "--offline", "--persona", "pedantic", "--no-progress", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def formed(*paths: Path) -> tuple[int, str]:
    """What the schema of workflows says, the copy that its checker carries."""
    command = [tool("check-jsonschema"), "--builtin-schema", "vendor.github-workflows", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def test_every_workflow_is_clean_to_the_linter_and_to_the_schema():
    for asked in (linted, formed):
        code, words = asked(*_workflows())
        assert code == 0, words


def test_a_planted_fault_is_found_by_the_linter_and_by_the_schema(tmp_path: Path):
    workflow = (ROOT / ".github/workflows/records.yml").read_text(encoding="utf-8")
    planted = tmp_path / "workflows.yml"
    planted.write_text(workflow.replace("run: make setup", "run: echo ${{ github.head_ref }}", 1), encoding="utf-8")
    code, words = linted(planted)
    assert code != 0 and "template-injection" in words
    planted.write_text(workflow.replace("runs-on:", "run-on:", 1), encoding="utf-8")
    assert formed(planted)[0] == 1


def steps(workflow: str, job: str) -> dict[str, str]:
    """The commands of a job by the names of their steps."""
    text = (ROOT / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
    job_ = yaml.load(text, Loader=yaml.BaseLoader)["jobs"][job]
    return {step["name"]: step["run"] for step in job_["steps"] if "run" in step}


class Runner:
    """A clone of a new chronology on a branch of a contributor, and fasti where `make setup` puts it."""

    def __init__(self, folder: Path) -> None:
        self.origin, self.folder, self.temp = Repo(folder / "origin"), folder / "clone", folder / "temp"
        (folder / "origin/.git").rename(folder / "aside")
        new_site(folder / "origin")
        (folder / "aside").rename(folder / "origin/.git")
        self.origin.commit("All", {})
        self.origin.run("clone", "-q", str(self.origin.folder), str(self.folder))
        self.repo = Repo(self.folder)
        self.repo.run("checkout", "-q", "-b", "change")
        for place in (self.folder, self.temp / "base"):
            self.installed(place / ".venv/bin")

    def installed(self, place: Path) -> None:
        place.mkdir(parents=True, exist_ok=True)
        for name, words in {"fasti": "-m fasti.cli", "python": ""}.items():
            (place / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
            (place / name).chmod(0o755)

    def step(self, command: str) -> tuple[int, str, str]:
        """Run a step as GitHub does: its code, what it printed, and the summary."""
        summary = self.temp / "summary.md"
        summary.unlink(missing_ok=True)
        around = {
            **os.environ, "BASE": "origin/main", "GITHUB_STEP_SUMMARY": str(summary), "RUNNER_TEMP": str(self.temp),
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "-e", "-c", command], cwd=self.folder, env=around, capture_output=True, text=True
        )
        return done.returncode, done.stdout, summary.read_text(encoding="utf-8") if summary.exists() else done.stderr


EVENT = "content/events/1961/vostok-1-flight-1961.yml"


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def edited(runner: Runner, old: str, new: str) -> None:
    text = (runner.folder / EVENT).read_text(encoding="utf-8")
    assert old in text
    runner.repo.commit("An edit", {EVENT: text.replace(old, new)})


def test_the_steps_of_a_sound_change_tell_what_it_means_and_pass(runner: Runner):
    edited(runner, "when: 1961-04-12", "when: 1961-04")
    fork, own = steps("records", "only-records"), steps("records", "records")
    assert runner.step(fork["Refuse what is no record"])[:2] == (0, "")
    code, _, summary = runner.step(own["Say what the change means"])
    assert code == 0 and "the date is wider: now sometime in April 1961, before 12 April 1961" in summary
    assert "<html" in (runner.folder / "changed.html").read_text(encoding="utf-8")
    assert runner.step(own["Check"]) == (0, "", "## fasti check: no faults\n\n")
    assert runner.step(own["Tell the same to programs"])[0] == 0
    assert '"results": []' in (runner.folder / "fasti.sarif").read_text(encoding="utf-8")


def test_the_steps_of_a_faulty_change_fail_where_they_should(runner: Runner):
    edited(runner, "when: 1961-04-12", "when: April")
    runner.repo.commit("More than records", {"mkdocs.yml": (runner.folder / "mkdocs.yml").read_text() + "# x\n"})
    fork, own = steps("records", "only-records"), steps("records", "records")
    code, out, summary = runner.step(fork["Refuse what is no record"])
    assert code == 1 and out.startswith("::error file=mkdocs.yml,title=FST903 not-only-records::")
    assert "2 errors in 2 files" in summary
    code, _, summary = runner.step(own["Say what the change means"])
    assert code == 0 and "**It does not pass the check: 1 fault.**" in summary
    code, out, _ = runner.step(own["Check"])
    assert code == 1 and out.startswith(f"::error file={EVENT},line=4,")
    assert runner.step(own["Tell the same to programs"])[0] == 0
    assert '"ruleId": "FST204"' in (runner.folder / "fasti.sarif").read_text(encoding="utf-8")
    assert runner.step(own["Say what the change means"].replace('"$BASE"', "none-such"))[0] == 1


def test_pages_are_counted_before_they_are_published(runner: Runner):
    count = steps("pages", "build")["Count the pages"]
    (runner.folder / ".ci").mkdir(exist_ok=True)
    assert runner.step(count)[0] == 1  # nothing is built
    assert runner.step(".venv/bin/fasti build --strict")[0] == 0
    code, out, _ = runner.step(count)
    assert code == 0 and out.endswith(" pages, 0 of them missing\n")
    (runner.folder / "site/events/vostok-1-flight-1961/index.html").unlink()
    code, out, _ = runner.step(count)
    assert code == 1 and out.startswith("/events/vostok-1-flight-1961/ is missing\n")
    assert out.endswith(" pages, 1 of them missing\n")


SERVED = """\
import http.server, json, runpy, sys, threading

class Web(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = {"/there": 200, "/moved": 301, "/get-alone": 200 if self.command == "GET" else 405}.get(self.path, 404)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "https://elsewhere.example/|x")
        self.end_headers()
    do_HEAD = do_GET
    def log_message(self, *words): pass

web = http.server.HTTPServer(("127.0.0.1", 0), Web)
threading.Thread(target=web.serve_forever, daemon=True).start()
answer = runpy.run_path(".ci/links")["answer"]
root = f"http://127.0.0.1:{web.server_port}"
told = {path: answer(root + path, here=True) for path in ("/there", "/get-alone", "/moved", "/gone")}
told |= {"own host": answer(root + "/there"), "file": answer("file:///etc/passwd"), "bad": answer("http://[x")}
web.shutdown()
web.server_close()
told["silent"] = answer(root + "/there", here=True)
print(json.dumps(told))
"""


def test_links_are_asked_for_and_reported_and_never_fail(runner: Runner):
    done = subprocess.run([sys.executable, "-c", SERVED], cwd=ROOT, capture_output=True, text=True)
    assert json.loads(done.stdout) == {
        "/there": "",
        "/get-alone": "",
        "/moved": "has moved to https://elsewhere.example/|x",
        "/gone": "answers 404",
        "own host": "leads to no public host",
        "file": "is no address of the web",
        "bad": "gave no answer: ValueError",
        "silent": "gave no answer: ConnectionRefusedError",
    }
    for path in sorted((runner.folder / "content/sources").iterdir()):
        text = re.sub(r"(?m)^url: .*$", "url: http://127.0.0.1/x", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    code, _, summary = runner.step(steps("links", "links")["Ask"])
    assert (code, summary.splitlines()[:4]) == (
        0,
        [
            "## Documents: 0 of 1 are where they were",
            "",
            "| Source | Address | |",
            "|---|---|---|",
        ],
    )
    assert summary.splitlines()[4].endswith("| http&#58;//127.0.0.1/x | leads to no public host |")
