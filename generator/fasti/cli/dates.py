"""`fasti date`, `fasti order`, `fasti as-of`: what the records say of time, asked at the command line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import click

from fasti.cli._common import EXIT_FAULTS, EXIT_USE, cli, nearest, project_option, read_settings
from fasti.diagnostics import summary
from fasti.diagnostics.display import underlined, visible
from fasti.edtf import EdtfError, answer, refused
from fasti.pipeline import Clock, examine


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
