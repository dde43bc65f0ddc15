"""The reference of commands is what the commands say of themselves: `make golden` writes it, this test finds it old."""

from __future__ import annotations

from collections.abc import Iterator

import click

from fasti.cli import cli
from tests.house.package import ROOT
from tests.kit.golden import Golden

PAGE = ROOT / "content/pages/reference/commands.md"
MARKER = "<!-- Made from the commands by `make golden`. -->\n"


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command under its full name, groups before what is in them."""
    for name, command in sorted(group.commands.items()):
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    text = f"\n## {name}\n\n```\n{name} {usage}\n```\n\n{cell(click.unstyle(command.help or '').strip())}\n"
    rows = []
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and "--help" not in parameter.opts and not parameter.hidden:
            (shown, told) = parameter.get_help_record(context) or ("", "")
            rows.append(f"| `{cell(shown)}` | {cell(' '.join(told.split()))} |\n")
    return text + ("\n| Option | |\n|---|---|\n" + "".join(rows) if rows else "")


def test_the_reference_of_commands_is_what_they_say_of_themselves(golden: Golden):
    written = PAGE.read_text(encoding="utf-8").split(MARKER)[0]
    golden.check(PAGE, written + MARKER + "".join(section(*found) for found in commands(cli, "fasti")))


def test_every_command_says_what_it_does():
    assert [name for name, command in commands(cli, "fasti") if not command.help] == []
