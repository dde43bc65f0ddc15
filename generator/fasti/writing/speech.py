"""The words of the interface in templates, ours and the platform's: gettext's functions, bound to a site's languages.

Input: a Jinja environment and the languages of a site. Output: the functions that `fasti.language` describes, in it.
Invariant: what is bound speaks these languages wherever and whenever a template runs, and nothing outside hears it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from markupsafe import Markup, escape

from fasti import language
from fasti.writing.fingerprint import of_folder

_CHARTS = re.compile("\x02[^\x04]*\x04")  # as `prose` leaves them in a text
P = ParamSpec("P")
T = TypeVar("T")


def speak(environment: Any, languages: Sequence[str]) -> str:
    """Give the templates of an environment their words. The digest of all words is given back."""

    def bound(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def says(*args: P.args, **names: P.kwargs) -> T:
            with language.speaking(*languages):
                return function(*args, **names)

        return says

    environment.add_extension("jinja2.ext.i18n")
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_callables(
        bound(language.gettext),
        bound(language.ngettext),
        newstyle=True,
        pgettext=bound(language.pgettext),
        npgettext=bound(language.npgettext),
    )
    environment.globals.update(
        plurals=bound(language.plurals),
        isolated=bound(language.isolated),
        foreign=bound(foreign),
        bdi=bound(bdi),
        apart=bound(apart),
        joined=bound(joined),
        ours=bound(ours),
        prose=bound(prose),
        comma=bound(language.pgettext)("between parts", ", "),
        semicolon=bound(language.pgettext)("between parts", "; "),
        language=languages[0],
        direction=language.direction(languages[0]),
    )
    return of_folder(Path(language.__file__).parent, "**/*.po")


def foreign(text: str, lang: str | None = None) -> Markup:
    """The attributes of an element that holds what a contributor wrote: ` lang="ar" dir="rtl"`, or nothing."""
    said = language.foreign(text, lang).items()
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in said)


def bdi(text: str, lang: str | None = None) -> Markup:
    """What a contributor wrote, set apart from the words around it: `<bdi lang="ar" dir="rtl">…</bdi>`."""
    return Markup("<bdi{}>{}</bdi>").format(foreign(text, lang), text)


def apart(text: str, lang: str | None = None) -> Markup:
    """The same where the words are foreign; the words alone where they are in the language of the page."""
    return bdi(text, lang) if language.foreign(text, lang) else escape(text)


def joined(parts: Iterable[Markup]) -> Markup:
    """`A`, `A and B`, `A, B and C`, of what is HTML already."""
    *first, last = parts
    if not first:
        return last
    lead = Markup(language.pgettext("between parts", ", ")).join(first)
    return Markup(language.gettext("%(first)s and %(last)s")) % {"first": lead, "last": last}


def ours(text: str) -> str:
    """The name of a page of ours where a site's own navigation repeats it in English; any other text as it is."""
    return language.gettext(text)


def prose(html: str) -> Markup:
    """HTML of a text that somebody wrote, in an element that says its language and direction where it needs one."""
    if html.isascii() and language.direction(language.spoken()) == "ltr":
        return Markup(html)
    said = foreign(Markup(_CHARTS.sub("", html)).striptags())
    return Markup("<div{}>{}</div>").format(said, Markup(html)) if said else Markup(html)
