"""`fasti check`: every fault of the content, as people, editors and CI want to be told.

Invariant: needs neither MkDocs nor Altair.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from fasti import __version__
from fasti.cli._common import EXIT_FAULTS, cli, nearest, project_option, read_settings
from fasti.diagnostics import (
    Diagnostic,
    Severity,
    render_concise,
    render_github,
    render_json,
    render_sarif,
    render_text,
    summary,
)
from fasti.pipeline import check as run
from fasti.reading import Tree
from fasti.settings import Settings

FORMATS = ("text", "concise", "json", "github", "sarif")


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
    elif form == "sarif":
        click.echo(render_sarif(found, version=__version__), nl=False)
    elif form == "concise":
        click.echo(render_concise(found), nl=False)
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        text = render_text(found, Tree(settings.project).text, colour=colour)
        if text:
            click.echo(text.rstrip("\n") + "\n", color=colour)
        click.echo(summary(found))
