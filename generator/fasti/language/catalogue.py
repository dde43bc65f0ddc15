"""The catalogues: gettext's own functions over the language of the moment.

Input: `catalogues/*.po`, read once a language. Output: words. Invariant: what no catalogue has is said in English.
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from fasti.language.direction import isolated
from fasti.language.speaking import SOURCE, spoken

_FOLDER = Path(__file__).parent / "catalogues"
LANGUAGES = tuple(sorted(catalogue.stem for catalogue in _FOLDER.glob("*.po")))
"""The languages that are shipped, by their codes."""


def _filled(text: str, names: dict[str, object]) -> str:
    if not names:
        return text
    return text % {name: isolated(value) if isinstance(value, str) else value for name, value in names.items()}


def gettext(message: str, /, **names: object) -> str:
    """A message in the language spoken, its names filled in."""
    return _filled(_catalogue(spoken()).gettext(message), names)


def ngettext(singular: str, plural: str, n: int, /, **names: object) -> str:
    """The form of a message that the number asks for."""
    return _filled(_catalogue(spoken()).ngettext(singular, plural, n), names)


def pgettext(context: str, message: str, /, **names: object) -> str:
    """A message that means something of its own in a context."""
    return _filled(_catalogue(spoken()).pgettext(context, message), names)


def npgettext(context: str, singular: str, plural: str, n: int, /, **names: object) -> str:
    """The form that the number asks for, in a context."""
    return _filled(_catalogue(spoken()).npgettext(context, singular, plural, n), names)


_ = gettext


def N_(message: str) -> str:
    """Mark a message for the catalogues where it is not said yet; extractors know this name."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:
    """Mark both forms of a counted message where it is not said yet."""
    return singular, plural


def plurals(singular: str, plural: str) -> dict[str, str]:
    """A counted message for scripts: its form for each plural category of CLDR that the language has."""
    if spoken() == SOURCE:
        return {"one": singular, "other": plural}
    from babel import Locale

    category = Locale.parse(spoken(), sep="-").plural_form
    numbers = {category(n): n for n in range(200, -1, -1)}
    return {name: ngettext(singular, plural, n) for name, n in sorted(numbers.items())}


def display_name(code: str) -> str:
    """What a language is called in the language spoken; its code, if nobody knows."""
    from babel import Locale

    names = Locale.parse(spoken(), sep="-").languages
    return names.get(code.replace("-", "_")) or names.get(code.partition("-")[0]) or code


def words_digest() -> str:
    """Names the language spoken and what its catalogue says, for whoever keeps something that has words in it."""
    return _digest(spoken())


@cache
def _digest(language: str) -> str:
    catalogue = _FOLDER / f"{language}.po"
    content = catalogue.read_bytes() if language != SOURCE else b""
    return f"{language} {sha256(content).hexdigest()}"


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == SOURCE:
        return NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (_FOLDER / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language.replace("-", "_"))
    compiled = BytesIO()
    write_mo(compiled, catalogue)  # leaves out what is fuzzy or empty
    compiled.seek(0)
    return GNUTranslations(compiled)
