"""The language that the interface speaks: messages, their plurals, and which way letters run. The one door of Babel.

Input: English source text, which is the message's id. Output: the same words in the language spoken. English is
the source, Arabic is shipped; a catalogue is `catalogues/<code>.po`, and `make messages` keeps them all in step.
Invariant: a message without a translation is English, never a fault; nothing is spoken but within `speaking`, so that
commands, diagnostics and exports are English whatever the site is.

    from fasti.language import _, ngettext, pgettext

    _("Nothing said since %(day)s.", day=day)                         # whole sentences, named placeholders
    ngettext("%(n)s entry", "%(n)s entries", count, n=number(count))  # real plurals: Arabic has six
    pgettext("chart axis", "held")                                    # one English word that is two words elsewhere

- Give names as keywords: a name that runs against the language is then isolated by itself. A message with names
  writes a percent sign as `%%`. `listed`, `either`, `commas`, `semicolons` put several things one after the other.
- A table at the top of a module is made before anybody speaks: `Table({"key": N_("…")})` translates
  when it is asked for a key; `NN_("…", "…")` marks both forms of what is counted, for `ngettext(*TABLE[key], n)`.
- Fragments have the same: `{{ _("Said on %(day)s", day=d) }}`, `{{ ngettext("%(num)s row", "%(num)s rows", n) }}`,
  `{% trans n=rows %}{{ n }} row{% pluralize %}{{ n }} rows{% endtrans %}`; there a lone `%` is always `%%`. A name of a
  record goes through `{{ bdi(name, lang) }}`, its other words through `{{ apart(words, lang) }}`, or the element that
  holds them takes `<p{{ foreign(words, lang) }}>`; `{{ comma }}` and `{{ semicolon }}` stand between parts.
- Scripts hold no words of their own. The fragment that a script works on gives them in one attribute, as JSON:
  `data-words="{{ {'none': _('No entry'), 'rows': plurals('%(n)s row', '%(n)s rows')} | tojson | forceescape }}"`;
  the script reads `const words = JSON.parse(root.dataset.words)`. Where it counts, `plurals` gives a text for each
  plural category of the language: `words.rows[new Intl.PluralRules(document.documentElement.lang).select(n)]
  .replace("%(n)s", n)`. A mapping made by Python (as the map's `<template>`) may carry its words itself.
- What contributors wrote is not translated. `foreign` says which `lang` and `dir` the element around it needs,
  `isolated` keeps it from turning the text around it where no element can stand (attributes, `<title>`, SVG).
"""

from fasti.language.catalogue import (
    LANGUAGES,
    N_,
    NN_,
    _,
    display_name,
    gettext,
    ngettext,
    npgettext,
    pgettext,
    plurals,
    words_digest,
)
from fasti.language.direction import direction, foreign, from_left, isolated, runs
from fasti.language.lists import commas, either, listed, semicolons
from fasti.language.numbers import number
from fasti.language.speaking import also_read, speaking, spoken
from fasti.language.table import Table

__all__ = [
    "LANGUAGES",
    "NN_",
    "N_",
    "Table",
    "_",
    "also_read",
    "commas",
    "direction",
    "display_name",
    "either",
    "foreign",
    "from_left",
    "gettext",
    "isolated",
    "listed",
    "ngettext",
    "npgettext",
    "number",
    "pgettext",
    "plurals",
    "runs",
    "semicolons",
    "speaking",
    "spoken",
    "words_digest",
]
