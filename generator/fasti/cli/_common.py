"""What every command shares: the project, its settings, exit codes, and how a command gives up.

Invariant: nothing heavy is imported here.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from fasti import __version__
from fasti.diagnostics import Report
from fasti.reading import find_project, settings_for
from fasti.settings import Settings

EXIT_FAULTS, EXIT_USE, EXIT_OURS = 1, 2, 70


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


def read_settings(project: Path) -> tuple[Settings, Report]:
    """The settings of a project and a report that holds what is wrong with them."""
    report = Report()
    return settings_for(project, report), report


def give_up(why: str) -> NoReturn:
    """End with what stands in the way, when it is neither the content nor a mistake of ours."""
    click.echo(f"error: {why}", err=True)
    sys.exit(EXIT_USE)
