"""The command line: one door to the pipeline, for people and for CI. It decides nothing; MkDocs is a subprocess.

Input: arguments. Output: text and an exit code: 0 clean, 1 faults in content, 2 wrong use or something in the way, 70
our own mistake. A module a group of commands; each registers itself with the group in `_common.py`.
Invariant: `fasti check` needs neither MkDocs nor Altair.
"""

from __future__ import annotations

import os
import sys

import click

from fasti.cli import build, check, dates, diff, doctor, explain, fmt, new, schema, stage
from fasti.cli._common import EXIT_OURS, cli
from fasti.diagnostics import catalogue

__all__ = ["build", "check", "cli", "dates", "diff", "doctor", "explain", "fmt", "main", "new", "schema", "stage"]


def main() -> None:
    """Run the command line; a mistake of our own is told as such, with exit code 70."""
    try:
        cli()
    except Exception as fault:  # the last door: nobody should be shown a traceback as an answer
        if os.environ.get("FASTI_TRACEBACK"):
            raise
        rule = catalogue.INTERNAL_ERROR
        click.echo(f"error[{rule.code}]: fasti made a mistake: {type(fault).__name__}: {fault}", err=True)
        click.echo("  = hint: report it with the file that brought it about; FASTI_TRACEBACK=1 shows where", err=True)
        sys.exit(EXIT_OURS)
