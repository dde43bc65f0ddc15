"""A small chronology with something of everything that pages show: the last years of a besieged city.

Used by the tests of views and exports. `edition` reads it as a contributor's files are read; `content` prints a page's fragment.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fasti import resources
from fasti.derive import Edition
from fasti.diagnostics import Report, render_concise
from fasti.pipeline import Clock, examine
from fasti.reading import settings_for
from fasti.views import Page, view
from fasti.writing.fragments import Fragments
from tests.kit.corpus import SETTINGS, a_corpus

GOLDEN = Path(__file__).parent / "golden"

FILES: dict[str, str] = {
    "mkdocs.yml": SETTINGS + "      repository: {address: https://forge.example/fasti, branch: main}\n",
    "pages/index.md": "---\ntitle: The fall\nturning_points: [fall]\ndisagreements: fall\n---\nThe [city](place:city) fell.\n\n## How sure\n\nNot very.\n",
    "events/siege.md": """\
---
title: Siege of the city
type: siege
when: {from: [1453-03..1453-04], to: 1453-05-29}
lasted: nearly 2 months
where: city
participants: {attacker: sultan, defender: empire}
control:
  - {held_by: empire, besieged_by: sultan}
meets: fall
sources: [chronicle p3-4]
---
The [sultan](actor:sultan) lay before the [city](place:city).[^1]

[^1]: By the [chronicle](source:chronicle).

![Who held the city](chart:control?places=city)
""",
    "events/fall.md": """\
---
title: Fall of the city
type: capture
happened: claimed
when: 1453-05-29
where: city
participants: {attacker: sultan, defender: empire}
control:
  - {held_by: sultan, from: empire, who: sultan, sources: chronicle p5}
figures:
  - {series: held, value: nearly 2/3, sources: chronicle p9}
  - {measure: defenders, group: empire, value: about 7000, as_reported: seven thousand}
says:
  - {who: envoy, stance: doubts, what: The city had fallen., to: sultan, on: 1453-06, sources: chronicle p7}
rivals:
  - {when: 1453-05-30, who: envoy, sources: letter page 2, why: The envoy counts from sunset.}
  - {figures: {measure: defenders, group: empire, value: at most 5000}, status: rejected, sources: letter}
evidence:
  happened: {who: sultan, sources: chronicle p5}
  when: {sources: chronicle p6, basis: calculated, note: From the day of the week.}
after: omen
sources: [chronicle p5-6, letter page 2]
---
The city [fell](place:city).
""",
    "events/omen.yml": "title: An omen is told of\ntype: statement\nwhere: {in: empire-land, near: city}\nparticipants: {speaker: envoy, about: empire}\nsources: letter\n",
    "events/lost.yml": "title: A battle nobody dates\ntype: battle\nsources: letter\n",
    "events/later.yml": "title: Harbour taken\ntype: capture\nwhen: 1461-08\nwhere: harbour\nparticipants: {attacker: sultan}\nnow_held_by: sultan\nsources: letter page 9\n",
    "events/gone.yml": "title: A forgery\ntype: statement\nwhen: 1454\nstatus: withdrawn\nwithdrawn: {on: 2026-01-31, why: The letter was forged.}\n",
    "events/plan.yml": "title: Not yet\ntype: statement\nwhen: 1455\nstatus: draft\n",
    "places/city.yml": "names: [City, {text: مدينة, lang: ar, script: Arab, used_by: chronicle}]\nkind: city\nwithin: empire-land\nat: 41.01, 28.96\nprecision: near\nat_source: measured\ndescription: The city.\n",
    "places/harbour.yml": "names: Harbour\nkind: city\nwithin: empire-land\nat: 41.02, 28.97\n",
    "places/empire-land.yml": "names: Land\nkind: country\n",
    "actors/sultan.yml": "names: [Sultan, {text: سلطان, lang: ar}]\nlabel: SUL\nkind: person\ncolour: ['#AA3D25', '#B93A21']\nroles: {text: ruler, when: 1451/1481}\n",
    "actors/empire.yml": "names: Empire\nlabel: EMP\nkind: state\n",
    "actors/envoy.yml": "names: Envoy\nkind: person\nmember_of: {actor: empire, when: 1453}\n",
    "sources/chronicle.yml": "title: Chronicle\nkind: book\npublished: 1480~\nlang: la\ncopies: {actor: sultan}\nreading_notes: Read it *slowly*.\nlicence: Old enough.\n",
    "sources/letter.yml": "title: A letter\nkind: news\npublisher: The post\npublished: 1453-07\nurl: https://post.example/1\nno_archive: Lost.\ncites: envoy\n",
    "series/held.yml": "title: Share held\nmeasure: share-of-empire\ndirection: held\nabout: empire\nscope: city\nof: the city\ndefinition: Walls included.\nsources: chronicle\n",
}  # fmt: skip


def edition(changes: Mapping[str, str] | None = None) -> Edition:
    """The small chronology, with other files in place of its own."""
    report = Report()
    settings = settings_for(a_corpus({**FILES, **(changes or {})}), report)
    made, report = examine(settings, report, Clock())
    # Warnings are told and shown all the same: the envoy's day of the fall is not the last of the siege, which met it.
    assert report.errors == 0, render_concise(report.diagnostics)
    return made


def page(of: Edition, kind: str, key: str = "") -> Page:
    """One page of an edition."""
    return next(found for found in view(of) if (found.kind, found.key) == (kind, key))


def content(of: Page) -> str:
    """A page's fragment, without charts."""
    return Fragments((resources.theme_dir() / "fragments",), {}).content(of).strip("\n") + "\n"
