"""A fresh reader with a phone: six questions, each answered within three taps of home, by the names of links alone.

Nothing is searched for, nothing is unfolded, no address is known. The words of the answer have to be in sight within the
first screens of the page where the taps end.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kit.browser import PHONE, visit

TAPS = 3
SCREENS = 3
NAV, TEXT = "nav[aria-label=Site]", "#content"
SIEGE = "Government-held parts of Deir ez-Zor city under siege"
# question: (part of the page and name of each link), (what stands there)
WALKS: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "who says Raqqa fell, and when": (
        [(TEXT, "Raqqa")],
        ["17 October 2017", "Told by Agence France-Presse and Associated Press"],
    ),
    "who held Hawija on 17 September 2017": (
        [(NAV, "Places"), (TEXT, "Hawija")],
        ["17 Sept 2017 Islamic State a document speaks of that day"],
    ),
    "was it more or less than 96 percent": (
        [(TEXT, "More than 96")],
        ["more than 96 percent", "nearly 96 percent the day before, which need not contradict it"],
    ),
    "did Russia bomb the SDF": (
        [(NAV, "Disagreements")],
        [
            "US says Russian aircraft bombed the SDF, Russia denies it",
            "Russian aircraft had bombed an area with SDF fighters in it, and several were hurt. United States says",
            "It had not attacked the Kurdish rebels. Russian Defence Ministry denies",
        ],
    ),
    "how long was Deir ez-Zor besieged, and who differs": (
        [(TEXT, SIEGE)],
        ["lasted nearly 3 years", "Agence France-Presse", "to 3 November 2017 Associated Press says"],
    ),
    "what was left in mid-2018": (
        [(TEXT, "two pockets")],
        ["one on the east bank of the Euphrates, from Hajin to Harse, one in the Badia desert to the west"],
    ),
}
# The smallest element in sight that holds some words, the sign that a stylesheet adds left out; its distance from the top.
PLACE_OF = """words => {
  const plain = text => text.replace(/\\s+/g, ' ').trim();
  const found = [...document.querySelectorAll('#content *')].filter(
    e => e.checkVisibility() && plain(e.innerText || '').includes(words));
  const smallest = found.find(e => !found.some(inner => inner !== e && e.contains(inner)));
  return smallest ? Math.round(smallest.getBoundingClientRect().top + scrollY) : null;
}"""


@pytest.mark.parametrize("question", WALKS)
def test_a_question_is_answered_within_three_taps_of_home(site: Path, browser, served, question: str) -> None:
    taps, answer = WALKS[question]
    assert len(taps) <= TAPS
    pages = served(site)
    with visit(browser, pages, width=PHONE) as seen:
        page = seen.go(pages.url())
        for part, name in taps:
            link = page.locator(part).get_by_role("link", name=name, exact=True).first
            with page.expect_navigation():
                link.click()
        found = {words: page.evaluate(PLACE_OF, words) for words in answer}
        height = page.evaluate("innerHeight")
        assert [words for words, top in found.items() if top is None] == []
        assert [words for words, top in found.items() if top > SCREENS * height] == [], found
        assert seen.faults == []
