"""The judges of pages find what is wrong with a bad one, and nothing with a good one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.kit.browser import Served, visit
from tests.kit.html import axe_faults, html_validate_faults, vnu_faults

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOOD = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head>
<body><main><h1>A page</h1><p>Text.</p></main></body>
</html>
"""
BAD = GOOD.replace("<p>Text.</p>", '<p><img src="data:,"><blink>x</blink></p>')


def pages(folder: Path) -> Path:
    (folder / "bad").mkdir()
    (folder / "index.html").write_text(GOOD, encoding="utf-8")
    (folder / "bad/index.html").write_text(BAD, encoding="utf-8")
    return folder


def test_axe_finds_a_picture_without_words(browser: Browser, tmp_path: Path, served: Callable[..., Served]):
    site = served(pages(tmp_path))
    with visit(browser, site) as seen:
        assert axe_faults(seen.go(site.url())) == []
        assert axe_faults(seen.go(site.url("bad/"))) == ["blink (serious): blink", "image-alt (critical): img"]


def test_vnu_finds_what_is_not_html(tmp_path: Path):
    assert vnu_faults(pages(tmp_path)) == [
        "bad/index.html:4: An “img” element must have an “alt” attribute, except under certain conditions."
        " For details, consult guidance on providing text alternatives for images.",
        "bad/index.html:4: The “blink” element is a completely-unknown element that is not allowed anywhere in any"
        " HTML content.",
        "bad/index.html:4: The “blink” element is obsolete. Use CSS instead.",
    ]


def test_html_validate_finds_it_too(tmp_path: Path):
    assert html_validate_faults(pages(tmp_path)) == [
        "bad/index.html:4: deprecated: <blink> is deprecated",
        "bad/index.html:4: element-permitted-content: <blink> element is not permitted as content under <p>",
    ]


def test_a_judge_that_cannot_run_is_an_error(tmp_path: Path):
    with pytest.raises(RuntimeError, match="html-validate stopped"):
        html_validate_faults(pages(tmp_path), preset="no-such-preset")
