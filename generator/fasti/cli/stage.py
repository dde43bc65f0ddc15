"""`fasti stage`: the site as plain Markdown and assets for another generator."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import click

from fasti.cli._common import EXIT_FAULTS, cli, give_up, nearest, project_option, read_settings
from fasti.cli.build import mkdocs, quietly


@cli.command(epilog="Example: fasti stage ../plain")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@project_option
def stage(folder: Path, project: Path | None) -> None:
    """Write the site as plain Markdown and assets, which any generator that is compatible with MkDocs can publish."""
    from fasti.writing import WritingFault, cannot, may_stage, stage_site

    root = nearest(project)
    settings = read_settings(root)[0]
    try:
        may_stage(folder)
    except WritingFault as fault:
        give_up(str(fault))
    with tempfile.TemporaryDirectory(prefix="fasti-stage-") as spare:
        site = Path(spare) / "site"
        done = subprocess.run(mkdocs("build", root, "-q", "-d", str(site)), cwd=root, env=quietly(), check=False)
        if done.returncode:
            click.echo("nothing was staged", err=True)
            sys.exit(EXIT_FAULTS if done.returncode == EXIT_FAULTS else abs(done.returncode))
        try:
            pages = stage_site(site, folder, settings)
        except WritingFault as fault:
            give_up(str(fault))
        except OSError as fault:
            give_up(cannot(fault))
    click.echo(f"staged {pages} pages in {folder}")
