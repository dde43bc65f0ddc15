"""Every word of the interface is in every catalogue, and no catalogue says more or fills in other names (`make messages`)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from fasti.edtf import LANGUAGES as LANGUAGES_OF_DATES
from fasti.language import LANGUAGES
from fasti.views._count import COUNTED
from fasti.views._words import FIELD
from tests.house.package import PACKAGE, modules, parsed
from tests.kit.messages import CATALOGUES, catalogue, faults, messages, updated

SOURCE = "en"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_catalogue_holds_every_message_and_no_other(code: str):
    assert (CATALOGUES / f"{code}.po").read_text("utf-8") == updated(code, messages())


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != SOURCE])
def test_every_message_is_translated_in_all_its_forms_with_the_names_of_its_source(code: str):
    assert faults(catalogue(code)) == []


def test_every_language_of_the_interface_words_dates_too():
    assert sorted(LANGUAGES_OF_DATES) == sorted(LANGUAGES)


def test_a_message_that_is_missing_gone_or_fills_in_another_name_is_reported(tmp_path: Path):
    theme, package = tmp_path / "theme", tmp_path / "fasti"
    theme.mkdir()
    package.mkdir()
    (theme / "a.html").write_text(
        '{{ _("Kept %(day)s") }}{% trans n=rows %}{{ n }} row{% pluralize %}{{ n }} rows{% endtrans %}'
    )
    (package / "a.py").write_text('_("New")\nN_("Marked")\npgettext("a list", "New")\nplurals("%(n)s x", "%(n)s xs")\n')
    (tmp_path / "ar.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Kept %(day)s"\nmsgstr "%(week)s"\n\nmsgid "Gone"\nmsgstr "x"\n'
    )
    found = messages(
        ((package, "*.py", "python", {}), (theme, "*.html", "jinja2.ext:babel_extract", {"newstyle_gettext": "true"}))
    )
    asked = [(m.context, m.id) for m in found if m.id]
    assert asked == [
        (None, "New"), (None, "Marked"), ("a list", "New"), (None, ("%(n)s x", "%(n)s xs")), (None, "Kept %(day)s"),
        (None, ("%(n)s row", "%(n)s rows")),
    ]  # fmt: skip
    text = updated("ar", found, tmp_path)
    assert "Gone" not in text
    (tmp_path / "ar.po").write_text(text)
    assert faults(catalogue("ar", tmp_path)) == [
        "`New` is not translated",
        "`Marked` is not translated",
        "`New` (a list) is not translated",
        "`%(n)s x` is not translated in all its forms",
        "`Kept %(day)s` fills in day, its translation week",
        "`%(n)s row` is not translated in all its forms",
    ]


def test_everything_that_a_page_counts_has_its_plural_in_the_catalogues():
    counted = {
        node.args[1].value
        for module in modules(PACKAGE / "views")
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Call)
        and re.fullmatch(r"(?:words\.)?count", ast.unparse(node.func))
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
        and isinstance(node.args[1].value, str)
    }
    assert counted - set(COUNTED) == set()
    assert len(counted) > 10


def test_what_the_data_page_says_of_its_files_is_in_the_catalogues():
    from fasti.exports import exports

    told = {text for export in exports() if export.listed for text in (export.summary, *export.loses)}
    assert told - {message.id for message in messages()} == set()
    assert len(told) > 30


def test_every_field_of_a_record_has_a_name_for_readers():
    from fasti.records import RECORD_TYPES

    names = {field.alias or name for record in RECORD_TYPES.values() for name, field in record.model_fields.items()}
    assert names - set(FIELD) == set()
