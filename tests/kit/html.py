"""Judges of built pages that are not ours: axe-core for access, vnu and html-validate for the markup.

Input: a page in the browser, or a folder of HTML. Output: faults in words, sorted; [] from a good page. Invariant:
nothing is filtered out, and a tool that cannot run is an error, never an empty list. `make test` installs the tools.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from tests.kit.browser import serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

TOOLS = Path(__file__).parents[1] / "tools/node_modules"
# WCAG 2.0 to 2.2 A and AA, and what axe calls best practice: the marks we promise.
AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def axe_faults(page: Page) -> list[str]:
    """`rule (impact): element` for every element of the page that breaks a rule of axe-core."""
    page.evaluate(_axe_source())
    violations = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}}).then(result => result.violations)",
        list(AXE_TAGS),
    )
    return sorted(
        f"{violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}"
        for violation in violations
        for node in violation["nodes"]
    )


@cache
def _axe_source() -> str:
    return (TOOLS / "axe-core/axe.min.js").read_text(encoding="utf-8")


def vnu_faults(folder: Path) -> list[str]:
    """`path:line: message` for every error or warning of the Nu checker in the HTML files below the folder.

    The pages are served, because `'self'` in the policy of a page means nothing in a file.
    """
    jar = TOOLS / "vnu-jar/build/dist/vnu.jar"
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    faults = []
    with serve(folder) as site:
        pages = [site.url(quote(path)) for path in found]
        command = ["java", "-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(jar)]
        command += ["--format", "json", "--exit-zero-always", *pages]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        for message in json.loads(run.stderr)["messages"]:
            path = unquote(message["url"].removeprefix(site.address)) if "url" in message else "vnu"
            faults.append(f"{path}:{message.get('lastLine', 0)}: {message['message']}")
    return sorted(faults)


def html_validate_faults(folder: Path, preset: str = "standard") -> list[str]:
    """`path:line: rule: message` for every finding of html-validate in the HTML files below the folder."""
    script = TOOLS / "html-validate/bin/html-validate.mjs"
    command = ["node", str(script), "--preset", preset, "--formatter", "json", "--ext", "html", "."]
    # Into a file: on a pipe node ends before everything is written, and the rest of a long answer is lost.
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answer:
        run = subprocess.run(command, cwd=folder, stdout=answer, stderr=subprocess.PIPE, text=True)
        answer.seek(0)
        told = answer.read()
    if not told.startswith("["):
        raise RuntimeError(f"html-validate stopped: {run.stderr or told}")
    return sorted(
        f"{Path(result['filePath']).resolve().relative_to(folder.resolve()).as_posix()}:{found['line']}: "
        f"{found['ruleId']}: {found['message']}"
        for result in json.loads(told)
        for found in result["messages"]
    )
