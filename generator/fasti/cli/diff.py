"""`fasti diff`: what a change means, for the person who reviews it.

Invariant: both states are read from Git or from the files as they are; nothing in the repository is touched.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from fasti.cli._common import EXIT_FAULTS, cli, give_up, nearest, project_option, read_settings
from fasti.pipeline import compare
from fasti.reading import GitFault

WHY = {
    "git": "Git is not installed, and `fasti diff` reads the states from it",
    "repository": "the project is in no Git repository",
    "foreign": "the repository belongs to somebody else; Git says how to trust it (`safe.directory`)",
}


@cli.command(epilog="Example: fasti diff main --html changed.html")
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(("markdown", "json")), default="markdown", show_default=True)
@click.option(
    "--html", type=click.Path(dir_okay=False, path_type=Path), help="Also write every entry, before and after."
)
@project_option
def diff(base: str, head: str | None, form: str, html: Path | None, project: Path | None) -> None:
    """Say what a change means: what the records say at HEAD that they did not say at BASE.

    BASE and HEAD are revisions of Git; without HEAD the files as they are now. Ends with 1 if HEAD does not pass the
    check: what can be said is said all the same.
    """
    from fasti.diff import as_markdown, as_object, as_page
    from fasti.views import value_words

    folder = nearest(project)
    settings, _report = read_settings(folder)
    try:
        found = compare(folder, base, head)
    except GitFault as fault:
        give_up(WHY.get(fault.reason, f"{fault}; fetch the whole history, or name another revision"))
    root = (settings.preview_url or settings.site_url).rstrip("/")  # the preview, if the settings name one

    def link(record: tuple[str, str]) -> str:
        return f"{root}/{found.after.edition.address(*record)}"

    if form == "json":
        click.echo(json.dumps(as_object(found, link)).replace("##[", r"##\u005b"))
    else:
        click.echo(as_markdown(found, link))
    if html:
        html.write_text(as_page(found, settings.title or settings.site_name, value_words), encoding="utf-8")
    sys.exit(EXIT_FAULTS if found.after.errors else 0)
