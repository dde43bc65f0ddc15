from __future__ import annotations

import pytest

from fasti.writing import SLOTS, WritingFault
from fasti.writing.shell import Shells
from tests.writing.plain import PlainTheme

VALUES = {slot: f"<{slot}>" for slot in SLOTS}


def test_a_page_is_the_shell_with_its_slots_filled():
    page = Shells(PlainTheme()).of("event", "events/a/").page(VALUES)
    assert page == "event 2\n<title>\n<description>\n<address>\n<head>\n<content>\n<turn>\n<edit>\n"


def test_the_theme_is_asked_once_for_each_kind_and_depth():
    theme = PlainTheme()
    shells = Shells(theme)
    for kind, address in (("event", "events/a/"), ("event", "events/b/"), ("place", "places/a/"), ("event", "e/")):
        shells.of(kind, address)
    assert theme.asked == [("event", 2), ("place", 2), ("event", 1)]


@pytest.mark.parametrize("slot", sorted(slot for slot, times in SLOTS.items() if times))
def test_a_theme_that_loses_a_slot_is_named(slot):
    theme = PlainTheme(layout=PlainTheme.layout.replace(f"{{{slot}}}", ""))
    with pytest.raises(WritingFault) as fault:
        Shells(theme).of("event", "events/a/")
    assert str(fault.value) == (
        f"the theme shows the {slot} of a page of kind `event` not at all instead of once: "
        "look at main.html and its partials, or at what overrides them"
    )


def test_a_theme_that_shows_a_slot_twice_is_named():
    with pytest.raises(WritingFault, match="shows the content of a page of kind `event` twice instead of once"):
        Shells(PlainTheme(layout=PlainTheme.layout + "{content}")).of("event", "events/a/")


def test_values_that_look_like_tokens_are_not_replaced():
    shells = Shells(PlainTheme())
    shell = shells.of("event", "events/a/")
    from fasti.writing.shell import token

    values = VALUES | {"title": token("event", 2, "content")}
    assert shell.page(values).splitlines()[1] == token("event", 2, "content")
