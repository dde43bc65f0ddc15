"""`fasti schema`: JSON Schema of the records, for editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from fasti.authoring import SCHEMAS, schema_text, stale_schemas, write
from fasti.cli._common import EXIT_FAULTS, cli, give_up, nearest, project_option, read_settings
from fasti.diagnostics import render_text
from fasti.reading import Tree
from fasti.reading.site import read_vocabulary


@cli.command(epilog="Example: fasti schema --write")
@click.argument("kind", required=False, type=click.Choice(SCHEMAS))
@click.option("--write", "put", is_flag=True, help="Write all of them to content/schema/, where editors look for them.")
@click.option("--check", is_flag=True, help="Name those in content/schema/ that are old; end with 1 if there are any.")
@project_option
def schema(kind: str | None, put: bool, check: bool, project: Path | None) -> None:
    """Print the schema of one KIND of record, or write the files of all of them.

    The codes of content/vocabulary.yml are part of it: write them anew when it changes.
    """
    if bool(kind) + put + check != 1:
        raise click.UsageError("name one KIND, or give --write or --check")
    settings, report = read_settings(nearest(project))
    vocabulary = read_vocabulary(Tree(settings.project), settings, report)
    if report.errors:
        click.echo(render_text(report.diagnostics, Tree(settings.project).text), err=True)
        sys.exit(EXIT_FAULTS)
    if kind:
        click.echo(schema_text(kind, vocabulary), nl=False)
        return
    stale = stale_schemas(settings, vocabulary)
    for path, data in stale.items():
        if put:
            try:
                write(settings.project / path, data)
            except OSError as fault:
                give_up(f"{path} cannot be written: {fault.strerror or fault}")
        click.echo(f"{'wrote' if put else 'old'} {path}")
    sys.exit(EXIT_FAULTS if check and stale else 0)
