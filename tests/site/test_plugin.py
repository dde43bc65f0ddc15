from __future__ import annotations

import logging

import pytest
from mkdocs.exceptions import Abort, ConfigurationError

from fasti.diagnostics import Diagnostic, Report, Span, catalogue
from tests.site.conftest import Small, an_event
from tests.writing.plain import contents, stamps

ERROR = next(rule for rule in catalogue.RULES if rule.severity.value == "error")
WARNING = next(rule for rule in catalogue.RULES if rule.severity.value == "warning")


def a_report(rule: object) -> Report:
    return Report([Diagnostic(rule, "mkdocs.yml", Span(1, 1, 1, 10), "no place is called `x`", "did you mean `y`?")])  # type: ignore[arg-type]


def ours(small: Small) -> dict[str, tuple[int, int]]:
    return {
        path: stamp for path, stamp in stamps(small.site).items() if path.startswith(("events/", "sitemap", ".fasti"))
    }


def test_a_second_build_leaves_record_pages_untouched(small):
    small.build()
    before = ours(small)
    small.build()
    assert ours(small) == before


def test_records_come_change_and_go(small):
    small.build()
    small.pages = (*small.pages[:2], an_event("a", title="Changed"), an_event("c"))
    small.build()
    assert [path for path in contents(small.site) if path.startswith("events/")] == [
        "events/a/index.html",
        "events/c/index.html",
    ]
    assert b"<h1>Changed</h1>" in contents(small.site)["events/a/index.html"]


def test_a_fault_aborts_a_build_and_says_where_on_stderr(small, capsys):
    small.report = a_report(ERROR)
    with pytest.raises(Abort) as abort:
        small.build()
    assert (str(abort.value), abort.value.code) == ("fasti: 1 error in 1 file", 1)
    assert capsys.readouterr().err == (
        f"error[{ERROR.code}]: no place is called `x`\n --> mkdocs.yml:1:1\n  |\n"
        "1 | site_name: A & B <chronology>\n  | ^^^^^^^^^\n  = hint: did you mean `y`?\n"
    )


def test_a_fault_leaves_the_published_site_as_it_was(small):
    small.build()
    before = contents(small.site)
    small.report = a_report(ERROR)
    with pytest.raises(Abort):
        small.build()
    assert contents(small.site) == before


def test_a_warning_is_one_line_of_the_log_and_fails_a_strict_build(small, caplog):
    small.report = a_report(WARNING)
    with caplog.at_level(logging.WARNING, "mkdocs"):
        small.build()
    assert [record.getMessage() for record in caplog.records] == [
        f"fasti: mkdocs.yml:1:1: warning {WARNING.code} no place is called `x` (did you mean `y`?)"
    ]
    with pytest.raises(Abort, match="Aborted with 1 warnings in strict mode!"):
        small.build(strict=True)


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        ("name: mkdocs", "name: material", "fasti dresses its pages with Material: set `theme: {name: material}`"),
        ("use_directory_urls: false\ntheme:", "theme:", "fasti's addresses end in `/`: leave `use_directory_urls` on"),
        (
            "",
            "site_url: https://example.org/fasti/\n",
            "fasti needs `site_url`, for canonical addresses and the sitemap",
        ),
    ],
)
def test_settings_that_fasti_cannot_do_without_are_named(small, wrong, right, words):
    config = small.folder / "mkdocs.yml"
    config.write_text(config.read_text().replace(right, wrong, 1))
    with pytest.raises(ConfigurationError) as fault:
        small.build()
    assert str(fault.value) == words


def test_a_theme_that_loses_the_content_publishes_nothing_new(small):
    (small.folder / "overrides").mkdir()
    (small.folder / "overrides/main.html").write_text("<html>nothing of ours</html>")
    config = small.folder / "mkdocs.yml"
    config.write_text(config.read_text().replace("  font: false", "  font: false\n  custom_dir: overrides"))
    with pytest.raises(Abort):
        small.build()
    assert not (small.site / "events").exists()
