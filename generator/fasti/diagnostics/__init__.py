"""What we tell people when something is wrong: diagnostics, the report that collects them, and ways to show it."""

from fasti.diagnostics import catalogue, suggest
from fasti.diagnostics.accepted import Acceptance, settle
from fasti.diagnostics.explain import UnknownCode, explain
from fasti.diagnostics.model import Diagnostic, Related, Report, Rule, Severity, Span, summary
from fasti.diagnostics.render_concise import render_concise
from fasti.diagnostics.render_github import render_github
from fasti.diagnostics.render_json import render_json
from fasti.diagnostics.render_markdown import render_markdown
from fasti.diagnostics.render_sarif import render_sarif
from fasti.diagnostics.render_text import render_text

__all__ = [
    "Acceptance",
    "Diagnostic",
    "Related",
    "Report",
    "Rule",
    "Severity",
    "Span",
    "UnknownCode",
    "catalogue",
    "explain",
    "render_concise",
    "render_github",
    "render_json",
    "render_markdown",
    "render_sarif",
    "render_text",
    "settle",
    "suggest",
    "summary",
]
