"""The summary of a step: a table that nothing an author wrote can leave, and no longer than GitHub takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics import Related, Span, render_markdown
from fasti.diagnostics.render_markdown import MOST
from tests.kit.diagnostics import a_diagnostic

ANYTHING = st.text(st.sampled_from("|<>`[]()@#:\\\r\n&") | st.characters(exclude_categories=()), max_size=40)


def test_a_fault_is_a_row_with_its_place_its_remedy_and_other_places():
    fault = a_diagnostic(related=(Related("b.md", Span(4, 2, 4, 3), "there"),))
    assert render_markdown([fault]) == (
        "## fasti check: 1 error in 1 file\n\n"
        "| | Where | What | What to do |\n|---|---|---|---|\n"
        "| error FST301 | content/events/fall-of-mosul.md&#58;5&#58;8 "
        "| no place is called &#96;mosull&#96;<br>see b.md&#58;4&#58;2: there | did you mean &#96;mosul&#96;? |\n\n"
    )


def test_of_no_faults_a_heading_says_so():
    assert render_markdown([]) == "## fasti check: no faults\n\n"


def test_what_there_is_no_room_for_is_counted():
    faults = [a_diagnostic(message=f"{number:04} " + "é" * 500) for number in range(2000)]
    text = render_markdown(faults)
    told = text.count("\n| error FST301 |")
    assert 0 < told < 2000 and len(text.encode()) <= MOST
    assert text.endswith(f"\n\nNot shown here: {2000 - told:,} errors in 1 file; `fasti check` shows them all.\n\n")
    assert render_markdown(faults, room=100) == (
        "## fasti check: 2,000 errors in 1 file\n\n"
        "Not shown here: 2,000 errors in 1 file; `fasti check` shows them all.\n\n"
    )


@given(ANYTHING, ANYTHING, ANYTHING)
def test_any_text_stays_in_its_cell(message: str, path: str, hint: str):
    text = render_markdown([a_diagnostic(message=message, path=path, hint=hint)])
    (row,) = text.split("\n")[4:-2]
    assert row.count("|") == 5 and "<" not in row and "`" not in row and "[" not in row and "@" not in row
