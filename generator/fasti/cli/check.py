"""`fasti check`: every fault of the content, as people, editors and CI want to be told.

Invariant: needs neither MkDocs nor Altair.
"""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from pathlib import Path

import click

from fasti import __version__, resources
from fasti.cli._common import EXIT_FAULTS, cli, give_up, nearest, project_option, read_settings
from fasti.cli._progress import Waiting
from fasti.diagnostics import (
    Diagnostic,
    Severity,
    render_concise,
    render_github,
    render_json,
    render_markdown,
    render_sarif,
    render_text,
    summary,
)
from fasti.diagnostics import explain as explained
from fasti.diagnostics.render_markdown import MOST
from fasti.pipeline import check as run
from fasti.reading import GitFault, Since, Tree, beyond_records
from fasti.settings import Settings

FORMATS = ("text", "concise", "json", "github", "sarif")
FOR_PROGRAMS = ("json", "sarif")
STEPS = ("read", "gather", "order", "derive", "check")
SUMMARY = "GITHUB_STEP_SUMMARY"
WHY = {
    "git": "Git is not installed",
    "repository": "the project is in no Git repository",
    "foreign": "the repository belongs to somebody else; Git says how to trust it (`safe.directory`)",
}


@cli.command(epilog="Example: fasti check --format concise content/events/2017")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How faults are told."
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--base", metavar="REV", help="What changed since REV is told first [default: since the default branch].")
@click.option("--content-only", is_flag=True, help="Refuse a change that touches anything but records and pictures.")
@click.option("--watch", is_flag=True, help="Stay, and tell the faults anew after each change; Ctrl-C ends it.")
@project_option
def check(
    paths: tuple[str, ...],
    form: str,
    strict: bool,
    base: str | None,
    content_only: bool,
    watch: bool,
    project: Path | None,
) -> None:
    """Tell every fault of every record, in one run.

    With PATHS only faults in those files and folders are told; the whole chronology is read all the same. Faults of
    files that changed come first. Contradictions between events come last, that of the fewest statements first.
    """
    folder = nearest(project)
    if watch:
        from fasti.cli._watch import watch as follow

        if content_only or base is not None or form not in ("text", "concise"):
            raise click.UsageError("--watch is for people: without --content-only, --base, and formats for programs")
        follow(folder, lambda found, of: tell([d for d in found if within(d, paths, of)], form, of, counted=True))
        return
    settings, report = read_settings(folder)
    since = known(settings, base) if content_only or base is not None else None
    waiting = nullcontext() if form in FOR_PROGRAMS else Waiting(STEPS)
    with waiting as progress:
        found = [d for d in run(settings, report, tell=progress).diagnostics if within(d, paths, settings)]
    if content_only and since:
        try:
            found = [*beyond_records(since, settings), *found]
        except GitFault as fault:
            refuse(fault)
    if found and form not in FOR_PROGRAMS:
        since = since or known(settings, base, needed=False)
        found.sort(key=lambda d: since is not None and not is_changed(d, since))
    tell(found, form, settings)
    sys.exit(EXIT_FAULTS if is_bad(found, strict=strict) else 0)


def known(settings: Settings, base: str | None, *, needed: bool = True) -> Since | None:
    """What is known of the base; None if nothing is and nobody asked for it."""
    try:
        return Since(settings.project, base, branch=settings.repository.branch if settings.repository else "main")
    except GitFault as fault:
        if needed:
            refuse(fault)
        return None


def refuse(fault: GitFault) -> None:
    """End: what changed cannot be known, and somebody asked."""
    why = WHY.get(fault.reason, str(fault))
    give_up(
        f"what changed cannot be known: {why}; fetch the whole history (`fetch-depth: 0` in GitHub's checkout, "
        "`git fetch --unshallow` in a clone), or name the base with --base"
    )


def is_changed(diagnostic: Diagnostic, since: Since) -> bool:
    """Whether a fault lies in a changed file, or one of the places that it names does."""
    try:
        return any(since.changed(path) for path in {diagnostic.path, *(other.path for other in diagnostic.related)})
    except GitFault:
        return False  # the base has no such folder


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


def tell(found: list[Diagnostic], form: str, settings: Settings, *, counted: bool = False) -> None:
    """Print faults in the form asked for; people also get a last line that counts them, always if `counted`."""
    if form == "json":
        click.echo(render_json(found), nl=False)
    elif form == "github":
        click.echo(render_github(found), nl=False)
        if place := os.environ.get(SUMMARY):
            add_summary(found, Path(place))
    elif form == "sarif":
        pages = resources.diagnostics_pages()
        click.echo(render_sarif(found, version=__version__, meaning=lambda code: explained(code, pages)), nl=False)
    elif form == "concise":
        click.echo(render_concise(found), nl=False)
        if counted:
            click.echo(summary(found))
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        text = render_text(found, Tree(settings.project).text, colour=colour)
        if text:
            click.echo(text.rstrip("\n") + "\n", color=colour)
        click.echo(summary(found))


def add_summary(found: list[Diagnostic], place: Path) -> None:
    """Add every fault to the summary of a step of GitHub, as far as there is room for it."""
    try:
        room = MOST - (place.stat().st_size if place.exists() else 0)
        text = render_markdown(found, room=room)
        with place.open("a", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except OSError as fault:
        click.echo(f"the summary of this step cannot be written: {fault.strerror}", err=True)
