"""Cells of tables say which column they are of."""

from __future__ import annotations

from fasti.prose.tables import labelled

HEAD = "<thead><tr><th>What</th><th>How <em>sure</em></th></tr></thead>"


def test_each_cell_says_its_column_and_each_heading_its_scope():
    table = f"<p>a</p><table>{HEAD}<tbody><tr><th>x</th><td>1</td></tr><tr><td>y</td><td>2</td><td>3</td></tr></tbody></table>"
    assert labelled(table) == (
        '<p>a</p><table class="stack"><thead><tr><th scope="col">What</th><th scope="col">How <em>sure</em></th></tr></thead>'
        '<tbody><tr><th>x</th><td data-label="How sure">1</td></tr>'
        '<tr><td data-label="What">y</td><td data-label="How sure">2</td><td>3</td></tr></tbody></table>'
    )


def test_a_label_cannot_leave_its_attribute():
    head = '<thead><tr><th scope="col">a" onclick="b &lt;i&gt;</th></tr></thead>'
    assert labelled(f"<table>{head}<tbody><tr><td>1</td></tr></tbody></table>") == (
        f'<table class="stack">{head}<tbody><tr><td data-label="a&quot; onclick=&quot;b &lt;i&gt;">1</td></tr></tbody></table>'
    )


def test_tables_that_do_not_fit_a_phone_so_stay_as_they_are():
    for table in (
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        f'<table>{HEAD}<tbody><tr><td colspan="2">1</td></tr></tbody></table>',
        f'<table class="own">{HEAD}<tbody><tr><td>1</td></tr></tbody></table>',
        "<p>&lt;table&gt;</p>",
    ):
        assert labelled(table) == table
