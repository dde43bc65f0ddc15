"""`fasti build` and `fasti serve`: MkDocs as a subprocess, the site swapped in whole."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from fasti.cli._common import EXIT_OURS, cli, give_up, nearest, project_option, read_settings
from fasti.cli._progress import Waiting, from_subprocess
from fasti.pipeline import CACHE, DOING, WORD, Clock

STEPS = tuple(DOING)


@cli.command(epilog="Example: fasti build --strict")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site [default: site_dir of mkdocs.yml].")
@project_option
def build(strict: bool, output: Path | None, project: Path | None) -> None:
    """Build the site beside the published one, then swap it in: readers see the old one or the new one, whole."""
    from fasti.writing import Locked, cannot, lock

    folder = nearest(project)
    site = output or Path(read_settings(folder)[0].site_dir)
    try:
        with lock(folder / CACHE) as held:
            build_and_swap(folder, site if output else folder / site, held, strict=strict, name=site)
    except Locked:
        give_up("another build of this chronology is running; wait until it has ended, and build again")
    except OSError as fault:
        give_up(cannot(fault))


def build_and_swap(folder: Path, site: Path, held: int, *, strict: bool, name: Path) -> None:
    """One build by MkDocs, which holds the lock `held` with us, so that it counts as running while either lives."""
    from fasti.writing import FOLDER, mirror, spare_for, swap_in

    live = site.resolve()
    there = next(place for place in (live, *live.parents) if place.exists())
    if not there.is_dir():
        raise click.UsageError(f"{there} is no folder; move it away first")
    if live.is_dir() and any(live.iterdir()) and not (live / FOLDER).is_dir():
        raise click.UsageError(f"{name} holds something that fasti did not build; move it away first")
    spare = spare_for(live, folder / CACHE)
    try:
        clock, word = Clock(), folder / CACHE / WORD
        with clock.step("copy"):
            mirror(live, spare)
        word.unlink(missing_ok=True)
        with clock.step("mkdocs"), Waiting(STEPS) as waiting, from_subprocess(waiting) as (told, around):
            done = subprocess.run(
                mkdocs("build", folder, "-q", "-d", str(spare), *(["--strict"] if strict else [])),
                cwd=folder,
                env=quietly() | around,
                check=False,
                pass_fds=(held, told),
            )
        if done.returncode or not word.is_file():
            click.echo("the site was not built; what was published before stays", err=True)
            sys.exit(done.returncode if done.returncode > 0 else EXIT_OURS)
        with clock.step("swap"):
            swap_in(spare, live)
    finally:
        if spare.parent == live.parent:
            shutil.rmtree(spare, ignore_errors=True)
    for line in said(json.loads(word.read_text(encoding="utf-8")), clock, name):
        click.echo(line)


def mkdocs(verb: str, folder: Path, *more: str) -> list[str]:
    """The command that runs MkDocs; it stays a subprocess, so that nothing here knows it."""
    return [sys.executable, "-m", "mkdocs", verb, "-f", str(folder / "mkdocs.yml"), *more]


def quietly() -> dict[str, str]:
    """The environment for MkDocs, without the theme's notice about its own future."""
    return os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def said(word: dict[str, Any], clock: Clock, site: Path) -> Iterator[str]:
    """What a build tells: how many of each kind, what was written, how long each step took, and where the site is."""
    yield "records  " + ", ".join(f"{number} {plural(kind, number)}" for kind, number in word["records"].items())
    yield f"files    {word['written']} written, {word['kept']} unchanged, {word['removed']} removed"
    if word["left_out"]:
        yield f"changes  left out: {word['left_out']}"
    ours = sum(word["seconds"].values())
    steps = {
        "copy": clock.steps["copy"],
        **word["seconds"],
        "mkdocs": max(clock.steps["mkdocs"] - ours, 0.0),
        "swap": clock.steps["swap"],
    }
    yield "seconds  " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in steps.items())
    yield f"site     {site / 'index.html'}"


def plural(kind: str, number: int) -> str:
    """`1 event`, `2 events`, `2 series`."""
    return kind if number == 1 or kind == "series" else f"{kind}s"


@cli.command(epilog="Example: fasti serve --address 127.0.0.1:8001")
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen.")
@project_option
def serve(address: str, project: Path | None) -> None:
    """Show the site while you write; it follows every change, and keeps the last good page when one is broken."""
    folder = nearest(project)
    # This process becomes MkDocs, so that Ctrl-C and every other signal reach the one that has something to tidy up.
    # `--livereload` is MkDocs' default, which some versions of click lose (8.3.0): then nothing is watched.
    os.chdir(folder)
    os.execve(sys.executable, mkdocs("serve", folder, "-a", address, "--livereload"), quietly())
