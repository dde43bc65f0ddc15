"""A site that asks for Material's instant navigation gets its pages as they are: none of its scripts is loaded."""

from __future__ import annotations

from tests.site.conftest import Small
from tests.writing.plain import contents


def test_navigation_instant_in_the_settings_changes_no_byte(small: Small):
    small.build()
    plain = contents(small.site)
    settings = small.folder / "mkdocs.yml"
    features = "theme:\n  features: [navigation.instant, navigation.instant.prefetch, navigation.instant.progress]\n"
    settings.write_text(settings.read_text("utf-8").replace("theme:\n", features, 1), "utf-8")
    small.build()
    assert contents(small.site) == plain
