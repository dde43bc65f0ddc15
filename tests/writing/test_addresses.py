from __future__ import annotations

from fasti.writing.addresses import addresses
from tests.writing.plain import a_page, event


def test_every_page_is_a_line_of_address_title_and_what_it_was_called():
    pages = [event("b", title="B\tand\n<c>"), event("a"), a_page("home", "", address=""), a_page("more", "x")]
    former = {"events/z/": "events/a/", "events/y/": "events/a/"}
    assert addresses(pages, {"method/", "events/a/", ""}, former) == {
        "assets/addresses.txt": b"events/a/\tA title\tevents/y/\tevents/z/\nevents/b/\tB and <c>\nmethod/\t\n"
    }
