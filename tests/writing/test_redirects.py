from __future__ import annotations

from fasti.language import speaking
from fasti.writing.redirects import redirect


def test_an_old_address_leads_on_without_a_script_and_is_not_indexed():
    html = redirect("events/old/", "events/new/", site_url="https://example.org/fasti/", policy="default-src 'none'")
    assert html == (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta http-equiv="refresh" content="0; url=../../events/new/">\n'
        '<link rel="canonical" href="https://example.org/fasti/events/new/">\n'
        '<link rel="icon" href="../../assets/fasti.svg" type="image/svg+xml">\n'
        '<link rel="stylesheet" href="../../assets/fasti.css">\n'
        "<title>This page has moved</title>\n</head>\n<body>\n"
        '<main class="sheet"><h1>This page has moved</h1>\n'
        '<p>The record has another address now: <a href="../../events/new/">../../events/new/</a>.</p></main>\n'
        "</body>\n</html>\n"
    )


def test_it_says_so_in_the_language_of_the_site():
    with speaking("ar"):
        html = redirect("events/old/", "events/new/", site_url="https://example.org/", policy="default-src 'none'")
    assert '<html lang="ar" dir="rtl">' in html
    assert html.endswith(
        "<title>نُقلت هذه الصفحة</title>\n</head>\n<body>\n"
        '<main class="sheet"><h1>نُقلت هذه الصفحة</h1>\n'
        '<p>للسجل عنوان آخر الآن: <a href="../../events/new/"><bdi dir="ltr">../../events/new/</bdi></a>.</p></main>\n'
        "</body>\n</html>\n"
    )
