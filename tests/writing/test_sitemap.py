from __future__ import annotations

from fasti.writing import sitemap
from fasti.writing.sitemap import sitemaps


def test_the_sitemap_holds_every_address_once_in_order_without_dates():
    assert sitemaps(["places/", "", "events/a&b/", "places/"], "https://example.org/fasti/") == {
        "sitemap.xml": b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        b"<url><loc>https://example.org/fasti/</loc></url>\n"
        b"<url><loc>https://example.org/fasti/events/a%26b/</loc></url>\n"
        b"<url><loc>https://example.org/fasti/places/</loc></url>\n"
        b"</urlset>\n"
    }


def test_more_addresses_than_one_file_may_hold_become_parts(monkeypatch):
    monkeypatch.setattr(sitemap, "LIMIT", 2)
    files = sitemaps(["a/", "b/", "c/"], "https://example.org")
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert files["sitemap.xml"].decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://example.org/sitemap-1.xml</loc></sitemap>\n"
        "<sitemap><loc>https://example.org/sitemap-2.xml</loc></sitemap>\n</sitemapindex>\n"
    )
    assert files["sitemap-2.xml"].count(b"<loc>") == 1
