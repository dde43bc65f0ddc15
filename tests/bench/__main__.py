"""`make bench`: what a check and a build cost, at 100, 1,000 and 10,000 events, as whole processes and step by step.

Input: how many events, if not all three, and which parts. Output: two tables of builds, then that of the reader
(`reader.py`), of the order (`order.py`) and of the HOT modules (`rooms.py`). Figures are medians over the runs; trust the
ratios, which are taken within one call, more than the seconds. No test asserts anything of this.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.synthetic import CROWDED, write_project

SIZES = (100, 1_000, 10_000)
READERS = 10_000
PARTS = ("builds", "reader", "order", "watch", "rooms")
WORD = Path(".cache/fasti/last-build.json")


@dataclass(frozen=True)
class Cost:
    """One run of a command: seconds of wall and of processor, megabytes at its peak, and the steps it told."""

    wall: float
    cpu: float
    memory: float
    steps: dict[str, float]


def run(project: Path, *arguments: str) -> Cost:
    """Run fasti as a process of its own. Ends the bench if it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "fasti.cli", *arguments, "--project", str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert process.stdout
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.stdout.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"fasti {' '.join(arguments)} failed:\n{output.decode()}")
    word = project / WORD
    steps = json.loads(word.read_text())["seconds"] if arguments[0] == "build" and word.is_file() else {}
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, steps)


def edit(project: Path, round_: int) -> None:
    """Change one word of one event's prose."""
    target = project / "content/events/event-00001.md"
    text = target.read_text(encoding="utf-8").rsplit("\nEdit ", 1)[0].rstrip("\n")
    target.write_text(f"{text}\nEdit {round_}.\n", encoding="utf-8")


def forget(project: Path) -> None:
    """Move the site and every cache out of the way, so that nobody pays for deleting them."""
    aside = Path(tempfile.mkdtemp(prefix="aside-", dir=project.parent))
    for name in ("site", ".cache"):
        if (project / name).exists():
            (project / name).rename(aside / name)


def measure(project: Path, runs: int) -> dict[str, list[Cost]]:
    """Check, then cold, unchanged and one-edit builds, in turn."""
    found: dict[str, list[Cost]] = {"check": [], "cold": [], "unchanged": [], "one edit": []}
    for round_ in range(runs):
        found["check"].append(run(project, "check"))
        forget(project)
        found["cold"].append(run(project, "build", "--strict"))
        found["unchanged"].append(run(project, "build", "--strict"))
        edit(project, round_)
        found["one edit"].append(run(project, "build", "--strict"))
    return found


def median(costs: list[Cost], name: str) -> float:
    return statistics.median(getattr(cost, name) for cost in costs)


def main() -> None:
    """Measure and print. Ends with 1 when a limit of the reader's table is broken."""
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog="Example: python -m tests.bench --only builds --sizes 100 --runs 3"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="events of the builds")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=list(PARTS), help="parts to measure [default: all]")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fasti-bench-") as place:
        good = True
        for part in PARTS:  # the rooms last: a process counts as large as the one that started it
            if part not in arguments.only:
                continue
            if part == "builds":
                tell_builds(Path(place), arguments.sizes, arguments.runs)
            elif part == "reader":
                good = tell_reader(Path(place), arguments.runs)
            elif part == "order":
                tell_order()
            elif part == "watch":
                tell_watch(Path(place))
            else:
                tell_rooms()
            print(flush=True)
    sys.exit(0 if good else 1)


def tell_builds(place: Path, sizes: list[int], runs: int) -> None:
    """Checks and builds of every size, then the steps of the builds."""
    results = {}
    for size in sizes:
        project = place / str(size) / "project"
        write_project(project, size)
        print(f"measuring {size:,} events", file=sys.stderr, flush=True)
        results[size] = measure(project, runs)
    print(f"medians of {runs}; whole processes; ratio: to the cold build of the same size\n")
    print(f"{'events':>8}  {'what':<10}{'wall s':>9}{'cpu s':>9}{'MB':>7}{'ratio':>8}")
    for size, found in results.items():
        cold = median(found["cold"], "cpu")
        for what, costs in found.items():
            wall, cpu = median(costs, "wall"), median(costs, "cpu")
            memory = median(costs, "memory")
            print(f"{size:>8,}  {what:<10}{wall:>9.2f}{cpu:>9.2f}{memory:>7.0f}{cpu / cold:>8.2f}")
    print("\nsteps of a build, seconds (the rest is MkDocs, and starting)\n")
    names = list(next(iter(results.values()))["cold"][0].steps)
    print(f"{'events':>8}  {'what':<10}" + "".join(f"{name:>9}" for name in names))
    for size, found in results.items():
        for what in ("cold", "unchanged", "one edit"):
            values = [statistics.median(cost.steps.get(name, 0.0) for cost in found[what]) for name in names]
            print(f"{size:>8,}  {what:<10}" + "".join(f"{value:>9.2f}" for value in values))


def tell_reader(place: Path, runs: int) -> bool:
    """What a reader pays: of this repository's chronology, and of many events in few years. Whether every limit holds."""
    from tests.bench.reader import a_copy, rows, tell

    ours, crowded = a_copy(place / "ours"), place / "crowded"
    write_project(crowded, READERS, years=CROWDED)
    for project in (ours, crowded):
        print(f"building for the reader: {project.name}", file=sys.stderr, flush=True)
        run(project, "build")
    print(f"the reader; ours: this repository's chronology; crowded: {READERS:,} events in {CROWDED} years\n")
    return tell(
        row
        for project in (ours, crowded)
        for row in rows(project.name, project / "site", judged=project is ours, runs=runs)
    )


def tell_order() -> None:
    """The table of the order: how its cost grows. The ratio is to the row of its kind before."""
    from tests.bench.order import rows

    print("the order, seconds of processor time; ratio: to the row before of the same kind\n")
    print(f"{'events':>8}{'statements':>12}  {'what':<26}{'cpu s':>8}{'ratio':>8}{'contradictions':>16}")
    before: dict[str, float] = {}
    for row in rows():
        ratio = f"{row.seconds / before[row.what]:.1f}" if row.what in before else ""
        before[row.what] = row.seconds
        print(
            f"{row.events:>8,}{row.statements:>12,}  {row.what:<26}{row.seconds:>8.2f}{ratio:>8}{row.loops:>16}",
            flush=True,
        )


def tell_watch(place: Path) -> None:
    """How soon `fasti check --watch` answers one saved edit."""
    from tests.bench.watch import watch

    write_project(project := place / "watch", READERS)
    at_once, together = watch(project, 5)
    print(
        f"one edit at {READERS:,} events under --watch, seconds: its record {at_once:.3f}, all together {together:.1f}"
    )


def tell_rooms() -> None:
    """The table of the HOT modules. Last, and loaded last: a process counts as large as the one that started it."""
    from tests.bench.rooms import rooms

    print("HOT modules, things a second of processor time\n")
    for module, what, often in rooms():
        print(f"  {module:<22}{what:<38}{often:>12,.0f}", flush=True)


if __name__ == "__main__":
    main()
