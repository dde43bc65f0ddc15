"""Annotations on pull requests: one command for each, and none that an author could forge."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fasti.diagnostics import Related, Rule, Severity, Span, catalogue, render_github
from tests.kit.diagnostics import NOTE, a_diagnostic

ANYTHING = st.text(
    st.sampled_from("%0AD:,;]=#[ \r\n\x1b\u2028aerror") | st.characters(exclude_categories=()), max_size=40
)


def obeyed(line: str) -> tuple[str, dict[str, str], str]:
    """What GitHub's runner makes of a line: command, properties and text, read as its `ActionCommand.cs` reads them."""
    assert line.startswith("::"), line
    info, text = line[2:].split("::", 1)
    command, _, stated = info.partition(" ")
    pairs = (part.split("=", 1) for part in stated.split(",") if part)
    properties = {
        name: undone(value, [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ",")]) for name, value in pairs
    }
    return command, properties, undone(text, [("%0D", "\r"), ("%0A", "\n")])


def undone(text: str, escapes: list[tuple[str, str]]) -> str:
    for escape, character in [*escapes, ("%25", "%")]:
        text = text.replace(escape, character)
    return text


def test_a_fault_is_one_command_with_its_place_its_title_and_its_remedy():
    assert render_github([a_diagnostic()]) == (
        "::error file=content/events/fall-of-mosul.md,line=5,endLine=5,col=8,endColumn=14,"
        "title=FST301 unknown-reference::no place is called `mosull`%0Ahint: did you mean `mosul`?\n"
    )


def test_columns_are_given_only_where_both_lines_are_one():
    assert render_github([a_diagnostic(span=Span(5, 8, 7, 2), hint=None)]) == (
        "::error file=content/events/fall-of-mosul.md,line=5,endLine=7,"
        "title=FST301 unknown-reference::no place is called `mosull`\n"
    )


def test_a_fault_of_a_whole_file_has_no_line():
    assert render_github([a_diagnostic(span=None, hint=None)]) == (
        "::error file=content/events/fall-of-mosul.md,title=FST301 unknown-reference::no place is called `mosull`\n"
    )


def test_the_steps_of_a_contradiction_are_lines_of_the_text():
    steps = (Related("a.md", Span(4, 8, 4, 9), "`a` is after `b`"), Related("b.md", None, "`b` is after `a`"))
    assert render_github([a_diagnostic(span=None, related=steps)]) == (
        "::error file=content/events/fall-of-mosul.md,title=FST301 unknown-reference::no place is called `mosull`"
        "%0Asee a.md:4:8: `a` is after `b`%0Asee b.md: `b` is after `a`%0Ahint: did you mean `mosul`?\n"
    )


def test_nothing_is_said_of_nothing():
    assert render_github([]) == ""


def test_errors_come_first_and_keep_their_order_then_warnings_then_notes():
    found = [
        a_diagnostic(NOTE, path="n.md", span=None, hint=None, message="n"),
        a_diagnostic(catalogue.AMBIGUOUS_TOPONYM, path="w.md", span=None, hint=None, message="w"),
        a_diagnostic(path="z.md", span=None, hint=None, message="z"),
        a_diagnostic(path="a.md", span=None, hint=None, message="a"),
    ]
    assert (
        render_github(found)
        == """\
::error file=z.md,title=FST301 unknown-reference::z
::error file=a.md,title=FST301 unknown-reference::a
::warning file=w.md,title=FST303 ambiguous-toponym::w
::notice file=n.md,title=FST000 worth-knowing::n
"""
    )


def test_ten_of_each_level_are_shown_and_a_notice_counts_the_rest():
    errors = [a_diagnostic(message=f"e{n}", path=f"{n % 3}.md") for n in range(40)]
    warnings = [a_diagnostic(catalogue.AMBIGUOUS_TOPONYM, message=f"w{n}") for n in range(11)]
    notes = [a_diagnostic(NOTE, message=f"n{n}") for n in range(12)]
    *shown, last = render_github([*notes, *warnings, *errors]).splitlines()
    assert [obeyed(line)[0] for line in shown] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 9
    assert last == (
        "::notice title=fasti check::not shown here: 30 errors, 1 warning, 3 notes in 4 files; "
        "`fasti check` shows them all"
    )


def test_exactly_ten_are_shown_without_a_count():
    lines = render_github([a_diagnostic(message=f"e{n}") for n in range(10)]).splitlines()
    assert [obeyed(line)[0] for line in lines] == ["error"] * 10


def test_a_title_can_forge_no_command():
    evil = "x%0A::error::forged\r\n::error file=y::forged\n##[error]forged::, title=z"
    rule = Rule("FST000", evil, Severity.ERROR, "Evil.")
    fault = a_diagnostic(rule, path=f"content/{evil}.md", message=evil, hint=evil, related=(Related(evil, None, evil),))
    name = (
        "x%250A%3A%3Aerror%3A%3Aforged<U+000D><U+000A>%3A%3Aerror file=y%3A%3Aforged<U+000A>"
        "##<U+005B>error]forged%3A%3A%2C title=z"
    )
    text = "x%250A::error::forged<U+000D><U+000A>::error file=y::forged<U+000A>##<U+005B>error]forged::, title=z"
    assert render_github([fault]) == (
        f"::error file=content/{name}.md,line=5,endLine=5,col=8,endColumn=14,title=FST000 {name}::"
        f"{text}%0Asee {text}: {text}%0Ahint: {text}\n"
    )


def test_the_forgery_would_succeed_without_the_escapes():
    """The runner as this file reads it does obey such a title, so the tests above can fail."""
    naive = "::error title=x::no place\n::error::forged"
    assert [obeyed(line)[0] for line in naive.split("\n")] == ["error", "error"]
    assert obeyed("::error title=a,file=forged.md::b")[1] == {"title": "a", "file": "forged.md"}


@given(ANYTHING, ANYTHING, ANYTHING)
def test_the_runner_reads_one_command_and_the_very_properties_we_meant(path: str, message: str, hint: str):
    report = render_github([a_diagnostic(path=path, message=message, hint=hint)])
    assert len(report.splitlines()) == 1
    assert "##[" not in report
    command, properties, text = obeyed(report.removesuffix("\n"))
    assert command == "error"
    assert list(properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
    assert properties["title"] == "FST301 unknown-reference"
    assert len(text.split("\n")) == (2 if hint else 1)
