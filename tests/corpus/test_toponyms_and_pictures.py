"""Names that the site shows tell places apart; pictures that records show are there."""

from __future__ import annotations

from tests.kit.builders import a_place, an_event
from tests.kit.reports import gathered


def test_two_places_with_one_preferred_name_are_warned_and_a_shared_variant_is_not():
    _, found = gathered(
        {
            "places/a.yml": a_place(names="[Deir ez-Zor, Deir Ezzor]"),
            "places/b.yml": a_place(names="[Deir ez-Zor province, Deir Ezzor]"),
            "places/c.yml": a_place(names="[Other, {text: deir  ez-zor, kind: preferred}]"),
        }
    )
    assert found.text == (
        "warning[FST303]: `a` is called `Deir ez-Zor` too\n"
        " --> content/places/c.yml:1:23\n"
        "  |\n"
        "1 | names: [Other, {text: deir  ez-zor, kind: preferred}]\n"
        "  |                       ^^^^^^^^^^^^\n"
        "  = see content/places/a.yml:1:9: the same name\n"
        "  = hint: give each a preferred name that tells them apart\n"
    )


def test_a_picture_is_a_raster_image_of_the_media_folder():
    media = "[{file: walls.jpg, alt: a}, {file: wals.jpg, alt: a}, {file: ../x.png, alt: a}, {file: plan.svg, alt: a}, {file: gate.png, alt: a}]"
    _, found = gathered({"events/a.yml": an_event(media=media), "media/walls.jpg": b"\xff\xd8\xff"})
    assert found.lines == [
        "content/events/a.yml:3:43: error FST309 there is no picture `wals.jpg` (did you mean `walls.jpg`?)",
        "content/events/a.yml:3:69: error FST309 `../x.png` is no plain file name (write the name alone; pictures lie in `media`)",
        "content/events/a.yml:3:95: error FST309 `plan.svg` is no picture that fasti shows (use one of `.png`, `.jpg`, `.jpeg`, `.webp`, `.gif`)",
        "content/events/a.yml:3:121: error FST309 there is no picture `gate.png` (put it into the folder `media` of the content)",
    ]
