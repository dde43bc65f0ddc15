"""Every message of the interface as Babel finds it, in modules and templates, and the catalogues kept in step with them.

Run as a module, it writes `catalogues/*.po` anew: what is new is added empty, what is gone is dropped, what is translated
stays. Input: `generator/fasti` and `theme`. Invariant: same sources, same bytes: no date, no line number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
CATALOGUES = ROOT / "generator/fasti/language/catalogues"
SOURCES: tuple[tuple[Path, str, str, dict[str, str]], ...] = (
    (ROOT / "generator/fasti", "*.py", "python", {}),
    (ROOT / "theme", "*.html", "jinja2.ext:babel_extract", {"trimmed": "true", "newstyle_gettext": "true"}),
)
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "plurals": (1, 2),
    "NN_": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
SLOT = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
HEAD = """\
# The words of fasti's interface in {name}.{more}
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: {code}\\n"
"Plural-Forms: {plurals}\\n"

"""
TEMPLATE = "\n# English is the source: nothing is filled in here. A new language begins as a copy of this file."


def messages(sources: tuple[tuple[Path, str, str, dict[str, str]], ...] = SOURCES) -> Catalog:
    """Every message in the sources, each with the files in which it stands."""
    found = Catalog(charset="utf-8")
    for folder, pattern, method, options in sources:
        for path in sorted(folder.rglob(pattern)):
            name = path.relative_to(folder.parent).as_posix()
            for _line, message, comments, context in extract_from_file(
                method,
                path,
                keywords=KEYWORDS,
                comment_tags=("Translators:",),
                options=options,
                strip_comment_tags=True,
            ):
                found.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return found


def catalogue(code: str, folder: Path = CATALOGUES) -> Catalog:
    """A catalogue as it stands."""
    with (folder / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code.replace("-", "_"))


def text(found: Catalog, code: str) -> str:
    """A catalogue as its file."""
    out = BytesIO()
    write_po(out, found, width=120, omit_header=True, ignore_obsolete=True, include_lineno=False)
    head = HEAD.format(
        name=found.locale.get_display_name("en"),
        more=TEMPLATE if code == "en" else "",
        code=code,
        plurals=found.plural_forms,
    )
    return head + out.getvalue().decode().lstrip("\n")


def updated(code: str, template: Catalog, folder: Path = CATALOGUES) -> str:
    """A catalogue with the messages of the template, as its file."""
    kept = catalogue(code, folder)
    made = Catalog(locale=code.replace("-", "_"))  # with the plurals of its language, whatever the file was copied from
    for message in template:
        if not message.id:
            continue
        old = kept.get(message.id, message.context)
        forms = made.num_plurals if message.pluralizable else 1
        said = _forms(old.string) if old else []
        said = said if len(said) == forms else [""] * forms
        made.add(
            message.id,
            said[0] if not message.pluralizable else tuple(said),
            message.locations,
            auto_comments=message.auto_comments,
            user_comments=old.user_comments if old else (),
            context=message.context,
        )
    return text(made, code)


def faults(found: Catalog) -> list[str]:
    """What a catalogue does not say, and what it fills in that its source does not, or the other way round."""
    told = []
    for message in found:
        if not message.id:
            continue
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        name = f"`{ids[0]}`" + (f" ({message.context})" if message.context else "")
        said = _forms(message.string)
        if not all(said) or (len(ids) > 1 and len(said) != found.num_plurals):
            told.append(f"{name} is not translated" + (" in all its forms" if len(ids) > 1 else ""))
            continue
        asked = {slot for text in ids for slot in SLOT.findall(text)}
        filled = {slot for text in said for slot in SLOT.findall(text)}
        # a form for one number may do without it: "two entries" is one word in Arabic
        if filled != asked if len(ids) == 1 else not filled <= asked:
            told.append(f"{name} fills in {_slots(asked)}, its translation {_slots(filled)}")
    return told


def _forms(string: str | Sequence[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or ())


def _slots(names: set[str]) -> str:
    return ", ".join(sorted("".join(name) for name in names)) or "nothing"


if __name__ == "__main__":
    wanted = messages()
    for path in sorted(CATALOGUES.glob("*.po")):
        path.write_text(updated(path.stem, wanted), encoding="utf-8")
