"""`fasti explain`: the reference page of a fault."""

from __future__ import annotations

import click

from fasti import resources
from fasti.cli._common import cli
from fasti.diagnostics import UnknownCode
from fasti.diagnostics import explain as explained


@cli.command(epilog="Example: fasti explain FST301")
@click.argument("code")
def explain(code: str) -> None:
    """Say what a fault means and what to do about it."""
    try:
        click.echo(explained(code, resources.diagnostics_pages()))
    except UnknownCode as unknown:
        raise click.UsageError(str(unknown.args[0])) from None
