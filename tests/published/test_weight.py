"""What the published pages weigh: the heaviest of each kind as a phone gets it, nothing in its cache, nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from tests.kit.weight import CHART_BYTES, MOST_REQUESTS, TEXT_BYTES, heaviest, pages, weigh
from tests.published.test_reader import KINDS


def test_the_heaviest_page_of_each_kind_is_light_and_asks_nobody_else(site: Path, browser, served) -> None:
    found = heaviest(site)
    assert {address for name, address in KINDS.items() if name != "undated"} <= {address for address, *_ in pages(site)}
    with_chart = {kind for kind in found if kind.endswith(" with chart")}
    assert {"home with chart", "place with chart", "year with chart", "explore with chart"} <= with_chart
    server = served(site, packed=True)
    weights = {kind: weigh(browser, server, address) for kind, (address, _) in found.items()}
    assert {kind for kind, weight in weights.items() if weight.chart} == with_chart
    assert [fault for weight in weights.values() for fault in weight.faults] == []
    assert [text for weight in weights.values() for text in weight.refused] == []


def test_a_page_that_is_too_heavy_or_asks_too_much_is_told(tmp_path: Path, browser, served) -> None:
    script = "".join(f'<script src="s{n}.js"></script>' for n in range(MOST_REQUESTS))
    noise = "".join(f"{n * n * 7919 % 1_000_003:x}" for n in range(60_000))
    for name, chart in (("text", ""), ("drawn", '<figure class="chart"><svg></svg></figure>')):
        page = f'<!doctype html><title>x</title><body><article class="sheet" data-kind="{name}">{chart}{noise}{script}'
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(page, encoding="utf-8")
        for n in range(MOST_REQUESTS):
            (tmp_path / name / f"s{n}.js").write_text("0;", encoding="utf-8")
    (tmp_path / "moved").mkdir()
    (tmp_path / "moved/index.html").write_text('<meta http-equiv="refresh" content="0">' + noise * 2, encoding="utf-8")
    assert [(kind, address) for kind, (address, _) in heaviest(tmp_path).items()] == [
        ("drawn with chart", "drawn/"),
        ("text", "text/"),
    ]
    server = served(tmp_path, packed=True)
    for name, limit in (("text/", TEXT_BYTES), ("drawn/", CHART_BYTES)):
        heavy, asks = weigh(browser, server, name).faults
        assert heavy.startswith(f"{name}: ") and f"bytes, {limit} are allowed" in heavy
        assert asks.startswith(f"{name}: ") and f"requests, {MOST_REQUESTS} are allowed" in asks
