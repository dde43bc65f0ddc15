"""The diagnostics reference as tests read it: one page, its example's files, and the report it promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "content/pages/reference/diagnostics"

_FENCE = re.compile(
    r'^(?P<marks>`{3,})(?P<language>[\w-]*)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^(?P=marks)$', re.S | re.M
)
_NUMBERED = re.compile(r"<U\+([0-9A-F]{4,6})>")
_NOT_RUN = re.compile(r"^Not run: (.+)$", re.M)


@dataclass(frozen=True)
class ReferencePage:
    """A page of `content/pages/reference/diagnostics/`."""

    path: Path
    text: str

    @property
    def code(self) -> str:
        """`FST301`, from the name of the file."""
        return self.path.stem[:6]

    @property
    def name(self) -> str:
        """`unknown-reference`, from the name of the file."""
        return self.path.stem[7:]

    @property
    def title(self) -> str:
        """The first line."""
        return self.text.split("\n")[0]

    @property
    def severity_line(self) -> str:
        """What stands below the title: severity and summary."""
        return self.text.split("\n")[2]

    @property
    def headings(self) -> list[str]:
        """Every second-level heading outside the examples."""
        return re.findall(r"^## (.+)$", _FENCE.sub("", self.text), re.M)

    @property
    def files(self) -> dict[str, str]:
        """The example's files by path, as an author would have typed them.

        A character that cannot be seen on a page stands there by its number, such as `<U+0009>` for a tab.
        """
        blocks = [(match["title"], match["text"]) for match in _FENCE.finditer(self.text) if match["title"]]
        return {title: _NUMBERED.sub(lambda n: chr(int(n[1], 16)), text) for title, text in blocks}

    @property
    def console(self) -> str | None:
        """What the page says `fasti check` prints about those files."""
        blocks = [match["text"] for match in _FENCE.finditer(self.text) if match["language"] == "console"]
        return blocks[0] if len(blocks) == 1 else None

    @property
    def not_run(self) -> str | None:
        """Why the example is not run, if it is not."""
        match = _NOT_RUN.search(self.text)
        return match[1] if match else None

    def with_console(self, console: str) -> str:
        """The page's text with another report."""

        def replaced(match: re.Match[str]) -> str:
            marks = match["marks"]
            return f"{marks}console\n{console}{marks}" if match["language"] == "console" else match[0]

        return _FENCE.sub(replaced, self.text)


def reference_pages() -> list[ReferencePage]:
    """Every page but the index, by code."""
    pages = sorted(page for page in FOLDER.glob("*.md") if page.name != "index.md")
    return [ReferencePage(page, page.read_text(encoding="utf-8")) for page in pages]
