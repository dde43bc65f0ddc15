"""The command line: one door to the pipeline, for people and for CI. It decides nothing; MkDocs is a subprocess.

Input: arguments. Output: text and an exit code: 0 clean, 1 faults in content, 2 wrong use or something in the way, 70
our own mistake.
Invariant: `fasti check` needs neither MkDocs nor Altair.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import click

from fasti import __version__, resources
from fasti.diagnostics import (
    Diagnostic,
    Report,
    Severity,
    UnknownCode,
    catalogue,
    render_concise,
    render_github,
    render_json,
    render_text,
    summary,
)
from fasti.diagnostics import explain as explained
from fasti.diagnostics.display import underlined, visible
from fasti.edtf import EdtfError, answer, refused
from fasti.pipeline import CACHE, WORD, Clock, examine
from fasti.pipeline import check as run
from fasti.reading import Tree, find_project, settings_for
from fasti.settings import Settings

EXIT_FAULTS, EXIT_USE, EXIT_OURS = 1, 2, 70
FORMATS = ("text", "concise", "json", "github")


class Project(click.ParamType):
    """A folder that holds an `mkdocs.yml`."""

    name = "folder"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        folder = Path(str(value)).resolve()
        if not (folder / "mkdocs.yml").is_file():
            self.fail(f"{value} holds no mkdocs.yml", param, ctx)
        return folder


def project_option(command):  # type: ignore[no-untyped-def]
    """`--project DIR`, by default the nearest folder upwards with an `mkdocs.yml`."""
    return click.option(
        "--project",
        type=Project(),
        help="Folder of the chronology [default: the nearest one upwards with an mkdocs.yml].",
    )(command)


def nearest(project: Path | None) -> Path:
    """The project named, or the nearest upwards. Ends with exit code 2 if there is none."""
    found = project or find_project(Path.cwd())
    if found is None:
        raise click.UsageError("there is no mkdocs.yml here or above; name the folder with --project")
    return found


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="fasti")
def cli() -> None:
    """Check and publish a chronology whose dates are vague and whose sources disagree."""


@cli.command(epilog="Example: fasti check --format concise content/events/2017")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How faults are told."
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@project_option
def check(paths: tuple[str, ...], form: str, strict: bool, project: Path | None) -> None:
    """Tell every fault of every record, in one run.

    With PATHS only faults in those files and folders are told; the whole chronology is read all the same.
    Contradictions between events come last, that of the fewest statements first.
    """
    settings, report = read_settings(nearest(project))
    found = [d for d in run(settings, report).diagnostics if within(d, paths, settings)]
    tell(found, form, settings)
    sys.exit(EXIT_FAULTS if is_bad(found, strict=strict) else 0)


def read_settings(project: Path) -> tuple[Settings, Report]:
    """The settings of a project and a report that holds what is wrong with them."""
    report = Report()
    return settings_for(project, report), report


def within(diagnostic: Diagnostic, paths: tuple[str, ...], settings: Settings) -> bool:
    """Whether a fault lies in one of the paths asked for; all do if none is named."""
    if not paths:
        return True
    place = (settings.project / diagnostic.path).resolve()
    asked = [(Path.cwd() / path).resolve() for path in paths]
    return any(place == one or one in place.parents for one in asked)


def is_bad(found: list[Diagnostic], *, strict: bool) -> bool:
    """Whether these faults make the content unfit to publish."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.rule.severity in grave for diagnostic in found)


def tell(found: list[Diagnostic], form: str, settings: Settings) -> None:
    """Print faults in the form asked for; people also get a last line that counts them."""
    if form == "json":
        click.echo(render_json(found), nl=False)
    elif form == "github":
        click.echo(render_github(found), nl=False)
    elif form == "concise":
        click.echo(render_concise(found), nl=False)
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        text = render_text(found, Tree(settings.project).text, colour=colour)
        if text:
            click.echo(text.rstrip("\n") + "\n", color=colour)
        click.echo(summary(found))


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


def give_up(why: str) -> NoReturn:
    """End with what stands in the way, when it is neither the content nor a mistake of ours."""
    click.echo(f"error: {why}", err=True)
    sys.exit(EXIT_USE)


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
        with clock.step("mkdocs"):
            done = subprocess.run(
                mkdocs("build", folder, "-q", "-d", str(spare), *(["--strict"] if strict else [])),
                cwd=folder,
                env=quietly(),
                check=False,
                pass_fds=(held,),
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


@cli.command(
    epilog="Example: fasti date 2017-09~ '[2017-09-05..2017-09-09]' 'late June 2017'",
    context_settings={"ignore_unknown_options": True},  # -0043 is a date
)
@click.argument("expressions", nargs=-1, required=True, metavar="EXPR…|-")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def date(expressions: tuple[str, ...], form: str) -> None:
    """Say what a date means: in words, and its first and last day; or why it is none, and what to write.

    With - dates are read from standard input, one a line; empty lines are passed over. Ends with 1 if any is refused.
    """
    if option := next((text for text in expressions if text.startswith("--")), None):
        raise click.NoSuchOption(option)
    refused = False
    for number, text in enumerate(asked(expressions)):
        told = answer(text)
        refused = refused or not told["valid"]
        if form == "json":
            click.echo(json.dumps(told).replace("##[", r"##\u005b"))  # GitHub's runner obeys `##[command]` in a log
        else:
            click.echo(("\n" if number else "") + "\n".join(date_lines(told)))
    sys.exit(EXIT_FAULTS if refused else 0)


def asked(expressions: tuple[str, ...]) -> Iterator[str]:
    """Each expression, and in the place of `-` each line of standard input that holds anything."""
    for expression in expressions:
        if expression != "-":
            yield expression
            continue
        with click.open_file("-", encoding="utf-8-sig", errors="replace") as lines:
            yield from (text for line in lines if (text := line.rstrip("\r\n")).strip())


def date_lines(told: dict[str, Any]) -> Iterator[str]:
    """What a date means, or where it is no date, for people."""
    error = told["error"]
    if error is None:
        marks = [mark for mark in ("approximate", "uncertain") if told[mark]]
        yield visible(told["text"])
        yield f"  in words  {told['wording']}"
        yield f"  earliest  {told['earliest'] or told['start']}"
        yield f"  latest    {told['latest'] or told['end']}"
        yield f"  EDTF      level {told['level']}{''.join(f', {mark}' for mark in marks)}"
    else:
        line = underlined(told["text"], error["offset"] + 1, error["offset"] + 2)
        yield line.text
        yield f"{' ' * line.indent}^ {visible(error['message'])}"
        if error["hint"]:
            yield f"  hint: {visible(error['hint'])}"


@cli.command(epilog="Example: fasti order --in 2017-06")
@click.option("--in", "within", metavar="DATE", help="Tell only what falls in a date: certainly, and possibly.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@project_option
def order(within: str | None, form: str, project: Path | None) -> None:
    """Tell the chronology: each event's place in the order, its bounds and what narrowed them, and why it stands there.

    With --in it answers which events fall in a date, such as 2017-06 or 2017-06-06/2017-10-17, in two numbers and two
    lists: those that certainly do, and those that possibly do.

    Ends with 1 if the content has faults; what is broken is then left out, and of each contradiction one statement.
    """
    from fasti.chronology import as_lines, as_object, asked_for, falling_as_lines

    settings, report = read_settings(nearest(project))
    try:
        asked = asked_for(within) if within is not None else None
    except EdtfError as fault:
        refuse(refused(within or "", fault))
    edition, report = examine(settings, report, Clock())
    if form == "json":
        click.echo(json.dumps(as_object(edition.chronology, asked)).replace("##[", r"##\u005b"))
    else:
        for line in falling_as_lines(edition.chronology, asked) if asked else as_lines(edition.chronology):
            click.echo(visible(line))
    if report.errors:
        click.echo(f"{summary(report.diagnostics)}: `fasti check` tells them", err=True)
    sys.exit(EXIT_FAULTS if report.errors else 0)


def refuse(told: dict[str, Any]) -> NoReturn:
    """End over a date that is none, told as `fasti date` tells it."""
    for line in date_lines(told):
        click.echo(line, err=True)
    sys.exit(EXIT_USE)


@cli.command(
    epilog="Example: fasti as-of 2017-10-17",
    context_settings={"ignore_unknown_options": True},  # -0043-03-15 is a day
)
@click.argument("day", metavar="DATE")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@project_option
def as_of(day: str, form: str, project: Path | None) -> None:
    """Tell who held what on one day, how that is known, and on whose word.

    Ends with 1 if the content has faults; what is broken is then left out.
    """
    from fasti import derive

    if day.startswith("--"):
        raise click.NoSuchOption(day)
    try:
        asked = derive.one_day(day)
    except EdtfError as fault:
        refuse(refused(day, fault))
    settings, report = read_settings(nearest(project))
    edition, report = examine(settings, report, Clock())
    if form == "json":
        click.echo(json.dumps(derive.as_of(edition, asked)).replace("##[", r"##\u005b"))
    else:
        for line in derive.as_of_lines(edition, asked):
            click.echo(visible(line))
    if report.errors:
        click.echo(f"{summary(report.diagnostics)}: `fasti check` tells them", err=True)
    sys.exit(EXIT_FAULTS if report.errors else 0)


@cli.command(epilog="Example: fasti explain FST301")
@click.argument("code")
def explain(code: str) -> None:
    """Say what a fault means and what to do about it."""
    try:
        click.echo(explained(code, resources.diagnostics_pages()))
    except UnknownCode as unknown:
        raise click.UsageError(str(unknown.args[0])) from None


def main() -> None:
    """Run the command line; a mistake of our own is told as such, with exit code 70."""
    try:
        cli()
    except Exception as fault:  # the last door: nobody should be shown a traceback as an answer
        if os.environ.get("FASTI_TRACEBACK"):
            raise
        rule = catalogue.INTERNAL_ERROR
        click.echo(f"error[{rule.code}]: fasti made a mistake: {type(fault).__name__}: {fault}", err=True)
        click.echo("  = hint: report it with the file that brought it about; FASTI_TRACEBACK=1 shows where", err=True)
        sys.exit(EXIT_OURS)


if __name__ == "__main__":
    main()
