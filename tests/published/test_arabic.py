"""The same chronology with `languages: [ar]`: right to left, no English of ours, and as sound as the English site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.kit.browser import DESKTOP, PHONE, screenshot, visit
from tests.kit.html import axe_faults, vnu_faults
from tests.kit.messages import messages
from tests.published.kit import a_copy, run
from tests.published.test_quality import OPEN_ALL, kinds

# Text on a page with the language of the nearest element that says one, what is not shown to anybody left out.
TEXTS = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    if (around.closest('template, script, code, pre')) continue;
    if (around.closest('[lang]').lang === 'ar') found.push(walk.currentNode.data);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (element.closest('[lang]').lang === 'ar')
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) || '');
  return found;
}"""
LATIN = re.compile("[A-Za-z]{2,}")
SLOT = re.compile(r"%\(\w+\)s|\{\w+\}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = a_copy(tmp_path_factory.mktemp("arabic"))
    settings = project / "mkdocs.yml"
    written = settings.read_text("utf-8")
    settings.write_text(written.replace("      about: ", "      languages: [ar]\n      about: ", 1), encoding="utf-8")
    done = run(project, "fasti.cli", "build", "--strict")
    assert (done.code, done.err) == (0, "")
    return project / "site"


def english() -> tuple[set[str], list[re.Pattern[str]]]:
    """Our own words: those that stand alone, and those in which something is filled in."""
    alone, around = set(), []
    for message in messages():
        for text in [message.id] if isinstance(message.id, str) else message.id:
            if not LATIN.search(SLOT.sub("", text)):
                continue
            if not SLOT.search(text):
                alone.add(text.strip().casefold())
            elif len(LATIN.findall(SLOT.sub("", text))) > 1:
                around.append(re.compile("(.+?)".join(map(re.escape, SLOT.split(text))), re.IGNORECASE))
    return alone, around


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_every_page_kind_runs_from_right_to_left_in_arabic_alone(site: Path, browser, served, width: int) -> None:
    pages = served(site)
    alone, around = english()
    faults: dict[str, list[str]] = {}
    with visit(browser, pages, width=width) as seen:
        for name, address in kinds(site).items():
            page = seen.go(pages.url(address))
            root = page.evaluate("(({lang, dir}) => [lang, dir])(document.documentElement)")
            screenshot(page, f"arabic-{name}-{width}")
            page.evaluate(OPEN_ALL)
            wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
            told = [" ".join(text.split()) for text in page.evaluate(TEXTS) if LATIN.search(text)]
            left = [t for t in told if t.casefold() in alone or any(form.fullmatch(t) for form in around)]
            found = [*left, *axe_faults(page)]
            found += [] if root == ["ar", "rtl"] else [f"root: {root}"]
            found += ["wider than the screen"] if wide else []
            if found:
                faults[name] = sorted(set(found))
    assert faults == {}


def test_every_page_is_valid_html_in_arabic_too(site: Path) -> None:
    # The checker also guesses the language of a page from its words: on lists and maps here many are the
    # Latin names of records, marked or isolated, in an Arabic page. What it finds in the markup counts.
    guess = "This document appears to be written in English but the “html” start tag has “lang="
    assert [fault for fault in vnu_faults(site) if guess not in fault] == []


def test_a_name_is_shown_in_arabic_where_its_record_has_one_and_marked_where_not(site: Path) -> None:
    def heading(address: str) -> str:
        html = (site / address / "index.html").read_text("utf-8")
        found = re.search(r"<h1.*?</h1>", html, re.DOTALL)
        assert found
        return found[0]

    assert heading("places/deir-ez-zor-city/") == "<h1>دير الزور</h1>"
    assert heading("places/deir-ez-zor-air-base/") == '<h1 lang="und-Latn" dir="ltr">Deir ez-Zor air base</h1>'


def test_dates_and_plurals_are_arabic_and_the_data_stay_as_they_are(site: Path) -> None:
    event = (site / "events/capture-of-raqqa-2017/index.html").read_text("utf-8")
    assert '<time class="chip-words" datetime="2017-10-17">17 تشرين الأول 2017</time>' in event
    year = (site / "chronology/2016/index.html").read_text("utf-8")
    assert re.search(r'<p class="sub">\d+ (?:أحداث|حدثًا) و', year)
    csv = (site / "data/v1/places.csv").read_text("utf-8")
    assert "deir-ez-zor-city,Deir ez-Zor" in csv
