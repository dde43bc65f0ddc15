from __future__ import annotations

import pytest

from tests.kit.browser import DESKTOP, PHONE, overflow, visit

PAGES = ("", "chronology/", "places/", "method/", "events/a/", "events/b/")
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(23, 22, 20)"
PAPER = "getComputedStyle(document.body).backgroundColor"
# A browser tells a page of a change of the system when it paints next.
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_its_policy_asks_elsewhere_complains_or_overflows(built, browser, served, width, scheme):
    site = served(built.site)
    with visit(browser, site, width=width, scheme=scheme) as seen:
        for address in PAGES:
            page = seen.go(site.url(address))
            assert (address, overflow(page), page.evaluate(PAPER)) == (
                address,
                [],
                LIGHT if scheme == "light" else DARK,
            )
        assert seen.faults == []


def test_the_policy_blocks_what_it_must(built, browser, served):
    site = served(built.site)
    with visit(browser, site) as seen:
        page = seen.go(site.url())
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
        )
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") is None
        assert [text.split(" at ")[0] for text in seen.violations] == ["script-src-elem blocked inline"]


def test_the_choice_of_colours_is_kept_from_page_to_page(built, browser, served):
    site = served(built.site)
    with visit(browser, site, scheme="light") as seen:
        page = seen.go(site.url())
        page.click("[data-scheme-toggle]")
        assert (page.evaluate(PAPER), page.inner_text("[data-scheme-toggle]").strip()) == (DARK, "Light")
        page = seen.go(site.url("events/a/"))
        assert page.evaluate(PAPER) == DARK
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.click("[data-scheme-toggle]")
        assert (page.evaluate(PAPER), page.evaluate("localStorage.length")) == (LIGHT, 0)
        assert seen.faults == []


def test_a_change_of_the_system_is_followed_until_the_reader_chooses(built, browser, served):
    site = served(built.site)
    with visit(browser, site, scheme="light") as seen:
        page = seen.go(site.url())
        page.emulate_media(color_scheme="dark")
        page.evaluate(PAINTED)
        assert page.evaluate(PAPER) == DARK
        page.click("[data-scheme-toggle]")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate(PAINTED)
        assert page.evaluate(PAPER) == LIGHT


@pytest.mark.parametrize(("scheme", "paper"), [("light", LIGHT), ("dark", DARK)])
def test_without_scripts_the_system_decides_and_no_dead_button_shows(built, browser, served, scheme, paper):
    site = served(built.site)
    with visit(browser, site, scheme=scheme, javascript=False) as seen:
        page = seen.go(site.url("events/a/"))
        assert page.locator("[data-scheme-toggle]").is_visible() is False
        # Scripts are off for the page, so the colour is read from what it looks like.
        pixel = page.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1})
        assert seen.faults == []
    with visit(browser, site, scheme=scheme) as seen:
        page = seen.go(site.url("events/a/"))
        assert page.evaluate(PAPER) == paper
        assert page.screenshot(clip={"x": 2, "y": 300, "width": 1, "height": 1}) == pixel


def test_the_first_tab_stop_leads_to_the_content(built, browser, served):
    site = served(built.site)
    with visit(browser, site) as seen:
        page = seen.go(site.url("events/a/"))
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to content"
        page.keyboard.press("Enter")
        page.wait_for_url("**/events/a/#content")
        assert seen.faults == []


def test_the_bar_fits_a_phone(built, browser, served):
    site = served(built.site)
    with visit(browser, site, width=PHONE) as seen:
        page = seen.go(site.url("events/a/"))
        box = page.locator(".bar").bounding_box()
        assert box and (box["x"], box["width"]) == (0, PHONE)
        assert box["height"] < 110
