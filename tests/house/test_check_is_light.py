"""`fasti check` reads, orders and checks without the libraries that draw and publish, so that it answers at once."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.kit.corpus import a_corpus

HEAVY = {"altair", "vl_convert", "mkdocs", "material", "narwhals", "pandas", "jinja2"}
PROBE = """
import json, sys
sys.argv = ["fasti", *json.loads(sys.argv[1])]
from fasti.cli import main
try:
    main()
    status = 0
except SystemExit as stop:
    status = stop.code or 0
print(json.dumps([status, sorted({name.partition(".")[0] for name in sys.modules})]))
"""

MARKED = {
    "events/fall-of-carthage.md": (
        "---\ntitle: Carthage falls\ntype: capture\nwhen: '-0145'\nwhere: carthago\nsources: [polybius p3]\n---\n"
        "Told in [Polybius](source:polybius).\n\n![who held what](chart:control?places=carthage)\n"
    ),
    "places/carthage.yml": "names: Carthage\nkind: city\nat: 36.853, 10.323\n",
    "sources/polybius.yml": "title: Histories\nkind: book\nno_archive: printed\n",
}


def loaded_by(code: str, *arguments: str) -> tuple[list[str], int, set[str]]:
    """What a fresh Python printed, its status, and the libraries it then held."""
    run = subprocess.run(
        [sys.executable, "-c", code, json.dumps(arguments)], capture_output=True, text=True, check=True
    )
    *lines, last = run.stdout.splitlines()
    status, names = json.loads(last)
    return lines, status, set(names)


def test_a_check_that_finds_a_fault_has_loaded_nothing_heavy():
    project = a_corpus(MARKED)
    lines, status, names = loaded_by(PROBE, "check", "--format", "json", "--project", str(project))
    assert status == 1
    assert [(found["code"], found["path"]) for found in map(json.loads, lines)] == [
        ("FST301", "content/events/fall-of-carthage.md")
    ]
    assert names & HEAVY == set()


def test_the_probe_sees_what_a_process_loads():
    probe = "import altair, json, sys; print(json.dumps([0, sorted({n.partition('.')[0] for n in sys.modules})]))"
    assert {"altair", "narwhals"} <= loaded_by(probe)[2]
