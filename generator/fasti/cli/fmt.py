"""`fasti fmt`: records in canonical layout."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fasti.authoring import write
from fasti.cli._common import EXIT_FAULTS, cli, give_up, nearest, project_option, read_settings
from fasti.diagnostics import render_text, summary
from fasti.diagnostics.display import visible
from fasti.reading import FOLDERS, Tree
from fasti.settings import Settings


@cli.command(epilog="Example: fasti fmt --diff content/events/2017")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; name what would change, and end with 1 if anything would.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change, and end with 1 if anything would.")
@project_option
def fmt(paths: tuple[Path, ...], check: bool, diff: bool, project: Path | None) -> None:
    """Lay records out: keys in their order, two blanks a step, one blank after commas and colons.

    Comments stay with the keys they stand at, texts and dates as they are written, and nothing is said differently.
    Without PATHS every record is laid out. Ends with 1 if a file cannot be read; it is left alone.
    """
    from fasti.authoring.fmt import to_format

    settings, report = read_settings(nearest(project))
    only = [path.absolute() for path in paths]
    for path in only:
        if not holds_records(path, settings):
            raise click.UsageError(f"{path} is no record of this chronology, and holds none")
    changed = list(to_format(settings, report, only=only))
    for one in changed:
        if diff:
            click.echo(one.difference, nl=False)
            continue
        if not check:
            try:
                write(settings.project / one.path, one.after)
            except OSError as fault:
                give_up(f"{one.path} cannot be written: {fault.strerror or fault}")
        click.echo(f"{'would lay out' if check else 'laid out'} {visible(one.path)}")
    if report.diagnostics:
        click.echo(render_text(report.diagnostics, Tree(settings.project).text), err=True)
        click.echo(f"{summary(report.diagnostics)}; left alone", err=True)
    sys.exit(EXIT_FAULTS if report.diagnostics or (changed and (check or diff)) else 0)


def holds_records(path: Path, settings: Settings) -> bool:
    """Whether a path lies in a folder of records, or holds one."""
    folders = [(settings.project / settings.in_content(name)).absolute() for name in FOLDERS]
    return any(folder == path or folder in path.parents or path in folder.parents for folder in folders)
