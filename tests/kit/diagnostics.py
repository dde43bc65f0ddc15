"""Builders of diagnostics, for tests of what shows and collects them."""

from __future__ import annotations

from fasti.diagnostics import Diagnostic, Related, Rule, Severity, Span, catalogue

NOTE = Rule("FST000", "worth-knowing", Severity.NOTE, "A note that only tests make.")

_MISSPELT = Span(5, 8, 5, 14)


def a_diagnostic(
    rule: Rule = catalogue.UNKNOWN_REFERENCE,
    *,
    path: str = "content/events/fall-of-mosul.md",
    span: Span | None = _MISSPELT,
    message: str = "no place is called `mosull`",
    hint: str | None = "did you mean `mosul`?",
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """The diagnostic of the house style, or one that differs from it as said."""
    return Diagnostic(rule, path, span, message, hint, related)
