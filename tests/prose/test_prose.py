"""Contributed Markdown as pages show it."""

from __future__ import annotations

from fasti.language import speaking
from fasti.prose import Html, ProseChart, ProseLink, charts, links, opening, render, sanitise_page


def resolve(kind: str, record_id: str) -> str | None:
    return None if record_id == "draft" else f"../../{kind}s/{record_id}/"


def token(call: str, caption: str) -> str:
    return f"<p>\x02chart:{call}\x03{caption}\x04</p>"


def test_html_says_that_it_is_html():
    html = render("*a*", resolve)
    assert isinstance(html, Html)
    assert html.__html__() == "<p><em>a</em></p>"


def test_a_record_link_leads_to_its_page():
    assert render("[R](place:raqqa), [S](SOURCE:s)", resolve) == (
        '<p><a href="../../places/raqqa/">R</a>, <a href="../../sources/s/">S</a></p>'
    )


def test_a_link_to_a_record_without_a_page_keeps_its_words():
    assert render("the [plan](event:draft) of", resolve) == "<p>the plan of</p>"


def test_links_of_the_web_stay_and_others_keep_their_words():
    text = "[a](https://a.example/?q=1&r=2) [b](b.html) [c](/c) [d](//d.example) [e](mailto:e@e.example)"
    assert render(text, resolve) == (
        '<p><a href="https://a.example/?q=1&amp;r=2">a</a> b c d <a href="mailto:e@e.example">e</a></p>'
    )


def test_raw_html_is_shown_as_written():
    assert render("a <b>c</b> & d\n\n<div>e</div>", resolve) == (
        "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>\n<p>&lt;div&gt;e&lt;/div&gt;</p>"
    )


def test_headings_stand_under_those_of_the_page():
    assert render("# A\n\n### B\n\n###### C", resolve) == "<h3>A</h3>\n<h5>B</h5>\n<h6>C</h6>"
    assert render("## A\n\n### B", resolve, under=3) == "<h4>A</h4>\n<h5>B</h5>"


def test_a_table_marks_its_columns_of_numbers():
    assert render("| a | b |\n|:--|--:|\n| x | 1 |", resolve) == (
        '<table class="stack">\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col" class="number">b</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td data-label="a">x</td>\n<td data-label="b" class="number">1</td>\n</tr>\n</tbody>\n</table>'
    )


def test_notes_of_two_texts_on_one_page_are_kept_apart():
    html = render("a[^1]\n\n[^1]: b", resolve, prefix="x-")
    assert html == (
        '<p>a<sup id="x-fnref-1"><a href="#x-fn-1">1</a></sup></p>\n<div class="footnote">\n<hr>\n<ol>\n<li id="x-fn-1">\n'
        '<p>b&nbsp;<a href="#x-fnref-1" title="Back to the text of note 1">↩</a></p>\n</li>\n</ol>\n</div>'
    )
    assert render("a[^1]\n\n[^1]: b", resolve) == html.replace("x-", "")
    with speaking("ar"):
        assert 'title="عودة إلى نص الحاشية 1"' in render("a[^1]\n\n[^1]: b", resolve)


def test_only_pictures_of_the_record_itself_are_shown():
    text = "![one](one.png) ![two](two.png) ![three](https://e.example/three.png)"
    assert render(text, resolve, pictures={"one.png": "../../media/one.png"}) == (
        '<p><img alt="one" src="../../media/one.png"> two three</p>'
    )


def test_a_chart_alone_becomes_a_token_in_one_form():
    assert render("![who held <what>](chart:control?places=b,a&from=2017)", resolve) == token(
        "control?from=2017&amp;places=b,a", "who held &lt;what&gt;"
    )


def test_a_chart_within_a_sentence_stands_after_it():
    assert render("See ![the map](chart:map) here.", resolve) == "<p>See the map here.</p>" + token("map", "the map")


def test_a_chart_in_a_list_and_in_a_heading_keeps_the_html_whole():
    assert render("- ![m](chart:map)", resolve) == f"<ul>\n<li>{token('map', 'm')}</li>\n</ul>"
    assert render("# a ![m](chart:map)", resolve) == f"<h3>a m</h3>{token('map', 'm')}"


def test_one_text_leaves_nothing_for_the_next():
    render("[^1]\n\n[^1]: note\n\n[x]: https://x.example", resolve, prefix="a-")
    assert render("[^1] [x]", resolve) == "<p>[^1] [x]</p>"


def test_the_opening_is_the_first_paragraph_without_notes_and_pictures():
    assert opening("\nA[^1] b\nc ![d](chart:map).\n\nE") == "A b\nc d."
    assert opening("| a |\n|---|") == opening("# A\n\nb") == opening("- a") == opening("") == ""


def test_links_are_found_with_their_places():
    text = "A [b](place:raqqa)\nand [c\nd](event:x).\n\n[r]: actor:sdf"
    assert links(text) == (
        ProseLink("place", "raqqa", 0, 6, 17),
        ProseLink("event", "x", 2, 3, 10),
        ProseLink("actor", "sdf", 4, 5, 14),
    )


def test_links_in_code_are_none():
    assert links("`[a](place:a)` ``[b](place:b) ` `` [c](place:c)\n\n    [d](place:d)\n\n[e](place:e)") == (
        ProseLink("place", "c", 0, 39, 46),
        ProseLink("place", "e", 4, 4, 11),
    )


def test_charts_are_found_with_their_places():
    assert charts("x ![a [b]](chart:map?place=c) `![d](chart:map)`\n![](chart:control)") == (
        ProseChart("map?place=c", 0, 17, 28),
        ProseChart("control", 1, 10, 17),
    )


def test_every_link_that_is_followed_is_found():
    text = "[a](place:a) **[b](event:b)** > [c](actor:c)\n\n> [d](source:d)\n\n- [e](series:e)\n\n| [f](place:f) |\n|---|\n| [g][g] |\n\n[g]: place:g\n"
    asked: list[tuple[str, str]] = []

    def resolve(kind: str, record_id: str) -> str:
        asked.append((kind, record_id))
        return "../x/"

    render(text, resolve)
    assert {(link.kind, link.id) for link in links(text)} == set(asked)


def test_a_hand_written_page_keeps_the_parts_of_the_theme():
    html = (
        '<div class="admonition note"><p class="admonition-title">T</p><p><a href="../x/#y" class="z">L</a></p></div>'
    )
    assert sanitise_page(html) == html


def test_a_hand_written_page_has_its_links_and_charts():
    html = (
        '<p><a href="place:raqqa">R</a> <a href="event:draft">E</a></p>\n<p><img alt="m" src="chart:map?place=a"></p>'
    )
    assert sanitise_page(html, resolve) == (
        f'<p><a href="../../places/raqqa/">R</a> E</p>\n{token("map?place=a", "m")}'
    )


def test_a_hand_written_page_shows_raster_pictures_of_its_own_only():
    html = '<img alt="a" src="../a.png"><img alt="b" src="b.svg"><img alt="c" src="https://e.example/c.png">'
    assert sanitise_page(html) == '<img alt="a" src="../a.png">bc'


def test_a_text_nested_too_deep_leaves_no_trace_in_the_next():
    before = render("One.\n\nTwo.", resolve)
    for deep in ("- " * 3000 + "x", "1. " * 3000 + "x"):
        assert render(deep, resolve) == f"<p>{deep}</p>"
        assert render("One.\n\nTwo.", resolve) == before == "<p>One.</p>\n<p>Two.</p>"
