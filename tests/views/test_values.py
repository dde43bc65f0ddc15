"""Every value that somebody holds against a record, in words: no name of our own code, and nothing left out."""

from __future__ import annotations

from fasti.views import _words as words
from tests.views.small import edition, page

RIVALS = {
    "place": (
        "places/there.yml",
        "names: There\nkind: city\nwithin: empire-land\n",
        {
            "at: '36.125, 41.5'": ("Coordinates", "36.125, 41.5"),
            "within: {place: city, when: 1450/1453, sources: letter}": (
                "What it lies within",
                "City, from 1450 to 1453",
            ),
            "match: {wikidata: Q9, ucdp: There town}": ("Ids in other datasets", "Wikidata Q9, UCDP There town"),
            "kind: country": ("Kind", "Country"),
            "precision: near": ("Precision", "a point nearby stands for it"),
            "names: [Thither, Yonder]": ("Names", "Thither and Yonder"),
        },
    ),
    "actor": (
        "actors/they.yml",
        "names: They\nkind: state\n",
        {
            "label: TH": ("Label in charts", "TH"),
            "member_of: [sultan, {actor: empire, when: 1440}]": ("Member of", "Sultan and Empire, 1440"),
            "roles: {text: envoy, when: 1453}": ("Roles", "envoy, 1453"),
            "match: {acled: 5}": ("Ids in other datasets", "ACLED 5"),
        },
    ),
    "source": (
        "sources/one.yml",
        "title: One\nkind: news\n",
        {
            "copies: {source: letter}": ("What it copies", "A letter"),
            "archive: {url: 'https://a.example/', at: 2020-01-01}": ("Archive", "https://a.example/, 1 Jan 2020"),
            "tertiary: true": ("Whether it rests on others, as an encyclopaedia does", "yes"),
        },
    ),
    "series": (
        "series/lost.yml",
        "title: Lost\nmeasure: defenders\npoints: {value: 4, at: 1453, group: empire, sources: letter}\n",
        {
            "points: {value: dozens, at: 1453, group: empire, sources: letter}": (
                "Numbers",
                "dozens (Empire, sometime in 1453)",
            ),
            "measure: share-of-empire": ("Measure", "Share of the empire"),
        },
    ),
    "event": (
        "events/one.yml",
        "title: One\ntype: battle\nwhen: 1453\nwhere: city\n",
        {
            "says: {who: [sultan, empire], what: It fell., stance: denies}": (
                "Who said what",
                "Sultan and Empire deny: It fell.",
            ),
            "after: {fall.start: at most 3 days}": ("After", "Fall of the city (its start), at most 3 days"),
            "covers: several": ("How many incidents", "several incidents together"),
            "when: {date: 1453-05, mode: within}": ("Date", "sometime in May 1453"),
            "lasted: nearly 2 weeks": ("How long", "nearly 2 weeks"),
            "type: siege": ("Type", "Siege"),
        },
    ),
}


def test_every_rival_value_is_told_in_words():
    files = {
        path: text + "rivals:\n" + "".join(f"  - {{{rival}, who: empire}}\n" for rival in told)
        for path, text, told in RIVALS.values()
    }
    made = edition(files)
    for kind, (path, _, told) in RIVALS.items():
        view = page(made, kind, path.split("/")[1].removesuffix(".yml")).view
        # numbers of a series stand side by side in its list, not again among its disputes
        shown = sorted((d["field"], d["accounts"][1]["value"]) for d in view["disputes"])
        assert shown == sorted((field, words.sentence(value)) for field, value in told.values() if field != "Numbers")
