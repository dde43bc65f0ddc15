"""Any value of a field in words, as the pages show what somebody else holds: dates, places, numbers, links, codes.

Input: an edition and a value of a record. Output: text.
Invariant: nothing that an author wrote into the value is left out, and no name of our own code reaches a reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fasti.derive import Edition, gap_words, listed
from fasti.edtf import Edtf
from fasti.language import N_, Table, _, commas, pgettext, semicolons
from fasti.records import (
    ControlStatement,
    Figure,
    FigurePoint,
    Gap,
    Model,
    OrderStatement,
    Point,
    Quantity,
    Statement,
    When,
    Whereabouts,
)
from fasti.views import _dates as dates
from fasti.views import _words as words
from fasti.views._links import where_names

LINKED = ("place", "actor", "source", "event")
COVERS = Table({"one": N_("one incident"), "several": N_("several incidents together")})


def value_words(edition: Edition, field: str, value: Any) -> str:
    """A value of a field, in words; `field` is the name of the attribute of the record; `place kind` and so on."""
    if isinstance(value, tuple):
        return _several(edition, field, value)
    if isinstance(value, bool):
        return pgettext("answer", "yes") if value else pgettext("answer", "no")
    if isinstance(value, When):
        return dates.when_words(value)
    if isinstance(value, Edtf):
        return dates.date_words(value)
    if isinstance(value, Whereabouts):
        return where_names(edition, value)
    if isinstance(value, ControlStatement):
        told = commas((control_words(edition, value), dates.when_words(value.when, "short") if value.when else ""))
        return _item(edition.place_label(str(value.place)), told) if value.place else told
    if isinstance(value, Figure | FigurePoint):
        return figure_words(edition, value)
    if isinstance(value, Point):
        return f"{value.lat}, {value.lon}"
    if isinstance(value, Statement):
        who = listed(edition.actor_name(str(a)) for a in value.who)
        stance = words.stance_words(value.stance, len(value.who))
        return _("%(names)s %(stance)s: %(what)s", names=who, stance=stance, what=value.what)
    if isinstance(value, OrderStatement):
        title = edition.title("event", str(value.event))
        if value.end:
            ends = {"start": _("%(event)s (its start)", event=title), "end": _("%(event)s (its end)", event=title)}
            title = ends[value.end]
        return commas((title, gap_words(value.gap.text) if value.gap else ""))
    if isinstance(value, Model):
        return _parts(edition, value)
    if isinstance(value, dict):
        return semicolons(
            _item(words.role_words(role), listed(edition.actor_name(str(a)) for a in ids))
            for role, ids in value.items()
        )
    kind_of = getattr(type(value), "kind", "")
    if isinstance(value, Gap):
        return gap_words(value.text)
    return edition.title(kind_of, value) if kind_of else _code(edition, field, str(getattr(value, "text", value)))


def _item(name: str, value: str) -> str:
    return _("%(field)s: %(item)s", field=name, item=value)


def _several(edition: Edition, field: str, value: tuple[Any, ...]) -> str:
    if field == "now_held_by":
        names = [edition.actor_name(str(a)) for a in value]
        return words.holders_words([str(a) for a in value], "contested", names) if value else _("none")
    return listed(value_words(edition, field, item) for item in value) if value else _("none")


def _parts(edition: Edition, value: Model) -> str:
    """A value of several parts: what it names or says, then when; codes of other datasets by their names."""
    found = {name: getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set}
    lead = [edition.title(name, str(found[name])) for name in LINKED if found.get(name) is not None]
    lead += [str(found[name]) for name in ("text", "url") if found.get(name)]
    when = [dates.date_words(found[name], "short") for name in ("when", "at") if isinstance(found.get(name), Edtf)]
    if lead:
        return commas((*lead, *when))
    return commas(f"{words.DATASET.get(name, name)} {part}" for name, part in found.items() if part is not None)


def _code(edition: Edition, field: str, code: str) -> str:
    """A code of the vocabulary or of the record types, by its label."""
    known = edition.corpus.vocabulary
    labelled: dict[str, Mapping[str, Any]] = {
        "type": known.event_types,
        "place kind": known.place_kinds,
        "actor kind": known.actor_kinds,
        "source kind": known.source_kinds,
        "measure": known.measures,
    }
    if code in labelled.get(field, {}):
        return str(labelled[field][code].label)
    fixed: dict[str, Mapping[str, str]] = {
        "happened": words.HAPPENED,
        "covers": COVERS,
        "precision": words.PRECISION,
    }
    return fixed.get(field, {}).get(code) or code


def control_words(edition: Edition, statement: ControlStatement) -> str:
    """What a control statement says, without its place and its day: `held by the SDF, taken from IS, part of it`."""
    held, lost, besiegers = (
        [str(a) for a in actors] for actors in (statement.held_by, statement.from_, statement.besieged_by)
    )
    told = []
    if held:
        how = statement.how or ("sole" if len(held) == 1 else "contested")
        names = words.holders_words(held, how, [edition.actor_name(a) for a in held])
        silent = held[0] == "not-said"
        told.append(_("changed hands; no document says to whom") if silent else _("held by %(names)s", names=names))
    if lost:
        told.append(_("taken from %(names)s", names=listed(edition.actor_name(a) for a in lost)))
    if besiegers:
        ring = listed(edition.actor_name(a) for a in besiegers)
        told.append(_("no longer besieged") if besiegers[0] == "nobody" else _("besieged by %(names)s", names=ring))
    return commas((*told, words.extent_words(statement.extent)))


def figure_words(edition: Edition, figure: Figure | FigurePoint) -> str:
    """A number as told, with what it counts."""
    vocabulary = edition.corpus.vocabulary
    of_event = figure if isinstance(figure, Figure) else None
    series = edition.corpus.series(str(of_event.series)) if of_event and of_event.series else None
    code = series.measure if series else of_event.measure if of_event else None
    measure = vocabulary.measures.get(code or "")
    quantity: Quantity = figure.value
    told = [series.title if series else measure.label if measure else ""]
    if figure.group:
        told.append(edition.actor_name(str(figure.group)))
    if figure.at:
        told.append(dates.when_words(figure.at, "short"))
    number = words.unit_words(quantity.text, measure.unit if measure else "")
    known = commas(told)
    return _("%(number)s (%(more)s)", number=number, more=known) if known else number
