"""`fasti explain`: the page of a rule as text, and the nearest rule for one that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from fasti.diagnostics import UnknownCode, explain
from fasti.resources import diagnostics_pages

PAGE = """\
# FST301 unknown-reference

**Error.** A record names another that does not exist.

## Example

```yaml title="content/events/a.yml"
# a comment, no heading
where: mosull
```

```console
$ fasti check
error[FST301]: **not** [emphasis](there)
```

## What to do

See [the other page](FST302-repeated-id.md).
"""


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Path]:
    page = tmp_path / "FST301-unknown-reference.md"
    page.write_text(PAGE, encoding="utf-8")
    other = tmp_path / "FST302-repeated-id.md"
    other.write_text("# FST302 repeated-id\n", encoding="utf-8")
    return {"FST301": page, "FST302": other}


def test_a_page_is_text_with_headings_underlined_and_examples_set_in(pages: dict[str, Path]):
    assert (
        explain("FST301", pages)
        == """\
FST301 unknown-reference
========================

Error. A record names another that does not exist.

Example
-------

    content/events/a.yml

    # a comment, no heading
    where: mosull

    $ fasti check
    error[FST301]: **not** [emphasis](there)

What to do
----------

See the other page.
"""
    )


@pytest.mark.parametrize("asked", ["FST302", "fst302", "302", " FST302 ", "repeated-id", "Repeated-ID"])
def test_a_rule_is_found_by_code_digits_or_name(pages: dict[str, Path], asked: str):
    assert explain(asked, pages) == "FST302 repeated-id\n==================\n"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("FST3O1", "no fault is called `FST3O1`: did you mean `FST301`?"),
        ("FST330", "no fault is called `FST330`: did you mean `FST301`?"),
        ("repeted-id", "no fault is called `repeted-id`: did you mean `repeated-id`?"),
        ("everything", "no fault is called `everything`: every code is listed under `reference/diagnostics/`"),
        ("", "no fault is called ``: every code is listed under `reference/diagnostics/`"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest(pages: dict[str, Path], asked: str, said: str):
    with pytest.raises(UnknownCode) as refusal:
        explain(asked, pages)
    assert str(refusal.value) == said


def test_every_page_of_the_reference_can_be_explained():
    pages = diagnostics_pages()
    for code in pages:
        first, underline, *rest = explain(code, pages).split("\n")
        assert first.startswith(f"{code} ")
        assert underline == "=" * len(first)
        assert not [line for line in rest if line.startswith(("#", "```"))]
