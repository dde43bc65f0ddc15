"""`fasti new`: records and whole chronologies to begin with."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fasti.authoring import write
from fasti.authoring.asks import ASKS, Ask
from fasti.cli._common import EXIT_USE, cli, give_up, nearest, project_option, read_settings
from fasti.diagnostics.display import visible
from fasti.records import KINDS, article

if TYPE_CHECKING:
    from fasti.corpus import Corpus

EXAMPLES = {
    "event": "fasti new event --title 'Fall of the city' --type capture --date 1453-05-29 --source 'chronicle p5'",
    "place": "fasti new place --name Constantinople --name Istanbul --kind city --at '41.0136, 28.955'",
    "actor": "fasti new actor --name 'Ottoman Empire' --kind state --label Ottomans",
    "source": "fasti new source --title 'A chronicle' --kind book --no-archive printed",
    "series": "fasti new series --title 'Defenders of the city' --measure defenders",
}
OFFER = re.compile(r"`([^`]+)`")


@cli.group()
def new() -> None:
    """Make a record, or a whole chronology, to begin with."""


@new.command(epilog="Example: fasti new site spaceflight")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def site(folder: Path) -> None:
    """Make a chronology in the new or empty folder DIR: three events of early spaceflight, to be replaced by yours."""
    from fasti.authoring.site import new_site

    try:
        made = new_site(folder)
    except FileExistsError as fault:
        give_up(f"{folder}: {fault}; name a new or an empty folder")
    except OSError as fault:
        give_up(f"{folder} cannot be written: {fault.strerror or fault}")
    click.echo(f"made {len(made)} files in {folder}")
    click.echo("next: read its README.md; `fasti build --strict` builds it, `fasti new event` adds to it")


def make(kind: str, given: dict[str, tuple[str, ...]], record_id: str | None, body: str, project: Path | None) -> None:
    """One record: from what was given, or on a terminal and without anything given, from what is asked."""
    from fasti.authoring.new import NotYet, draft
    from fasti.corpus import gather
    from fasti.reading import read

    settings, report = read_settings(nearest(project))
    corpus = gather(read(settings, report), settings, report)
    if not any(given.values()) and record_id is None and sys.stdin.isatty():
        given = {ask.option: asked(ask, kind, corpus) for ask in ASKS[kind]}
        record_id = confirmed_id(kind, given, corpus)
    try:
        made = draft(kind, given, corpus, record_id=record_id, body=body)
    except NotYet as fault:
        for line in fault.faults:
            click.echo(f"error: {visible(line)}", err=True)
        click.echo(
            f"  = hint: `fasti new {kind} --help` has an example; on a terminal `fasti new {kind}` asks", err=True
        )
        sys.exit(EXIT_USE)
    place = settings.project / made.path
    if place.exists():
        give_up(f"{made.path} is there already")
    try:
        write(place, made.text.encode("utf-8"))
    except OSError as fault:
        give_up(f"{made.path} cannot be written: {fault.strerror or fault}")
    click.echo(f"made {made.path}")
    click.echo("next: say more in it, then run `fasti check`")


def asked(ask: Ask, kind: str, corpus: Corpus) -> tuple[str, ...]:
    """The answer to one question, asked until it can stand; an empty one passes over what is not needed."""
    from fasti.authoring.new import answer_fault, words

    example = ask.example(kind)
    click.echo(f"\n{ask.help(kind)}{words(ask, corpus)}{f' (such as: {example})' if example and not ask.part else ''}")
    more = ", several with ; between" if ask.many else ""
    while True:
        text = click.prompt(f"{ask.option}{more}", default="", show_default=False)
        values = tuple(part.strip() for part in (text.split(";") if ask.many else [text]) if part.strip())
        faults = [fault for value in values if (fault := answer_fault(ask, value, corpus))]
        if not faults and (values or not ask.needed):
            return values
        for fault in faults or ["this is needed"]:
            click.echo(visible(fault.removeprefix(f"--{ask.option}: ")))
        offers = OFFER.findall(faults[0].rpartition("; ")[2]) if len(faults) == 1 and ask.is_date else []
        if len(offers) == 1 and click.confirm(f"write {offers[0]}?", default=True):
            return (offers[0],)


def confirmed_id(kind: str, given: dict[str, tuple[str, ...]], corpus: Corpus) -> str:
    """The id: the proposed one, or another that is free."""
    from fasti.authoring.new import id_fault, proposed_id

    click.echo("\nIts id: the name of its file and its address, for good.")
    while True:
        found: str = click.prompt("id", default=proposed_id(kind, given) or None)
        if not (fault := id_fault(kind, found, corpus)):
            return found
        click.echo(visible(fault.removeprefix("--id: ")))


def command_for(kind: str) -> click.Command:
    """The command that makes one kind of record; its options are the questions about it."""

    def run(project: Path | None, record_id: str | None, text: str, **options: Any) -> None:
        given = {ask.option: tuple(options[ask.option.replace("-", "_")] or ()) for ask in ASKS[kind]}
        make(kind, given, record_id, text, project)

    options: list[click.Parameter] = [
        click.Option(
            [f"--{ask.option}"],
            multiple=True,
            metavar="TEXT",
            help=f"{ask.help(kind)}{'; may be repeated' if ask.many else ''}{' [needed]' if ask.needed else ''}",
        )
        for ask in ASKS[kind]
    ]
    options.append(click.Option(["--id", "record_id"], help="its id; without it, one is made from the title or name"))
    options.append(click.Option(["--text"], default="", help="its prose, in Markdown"))
    what = f"Make {article(kind)}. Without options it asks, on a terminal."
    command = click.Command(kind, callback=run, params=options, help=what, epilog=f"Example: {EXAMPLES[kind]}")
    return project_option(command)


for _kind in KINDS:
    new.add_command(command_for(_kind))
