from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest

from fasti import resources
from fasti.charts import Drawn, Picture
from fasti.prose import Html
from fasti.records import ChartCall
from fasti.views import Page
from fasti.writing import Fragments
from tests.writing.plain import event

CALL = ChartCall("control", (("from", "2017"), ("places", "a,b")))
DRAWN = Drawn(
    call=CALL,
    kind="control",
    digest="d1",
    wide=None,
    narrow=Picture(100, 50, '<rect width="1"/>'),
    caption="Who held <what>",
    description="Two places.",
    columns=("Place",),
    rows=(("<A>",),),
    credit="",
    spec="{}",
)


def rendered(fragments: Path, page: Page, *, drawn: bool = True) -> str:
    made = Fragments((fragments, resources.theme_dir() / "fragments"), {CALL: DRAWN} if drawn else {})
    return made.content(page)


def test_text_is_escaped_and_only_html_is_not(fragments):
    fragments(event="{{ view.body }}")
    assert rendered(fragments(), event("a", body="<script>")) == "&lt;script&gt;"
    assert rendered(fragments(), event("a", body=Html("<em>a</em>"))) == "<em>a</em>"


def test_a_name_that_no_view_gives_raises(fragments):
    with pytest.raises(jinja2.UndefinedError, match="titel"):
        rendered(fragments(event="{{ view.titel }}"), event("a"))


def test_links_are_relative_to_the_page_in_shared_parts_too(fragments):
    folder = fragments(
        event="""{% from "_parts.html" import place %}{{ place({"title": "<A>", "address": "places/a/"}) }} {{ url("") }}"""
    )
    assert rendered(folder, event("a")) == '<a class="place" href="../../places/a/"><bdi>&lt;A&gt;</bdi></a> ../../'


def tight(html: str) -> str:
    """HTML without the blanks between its tags, which mean nothing there."""
    return re.sub(r">\s+<", "><", html)


FIGURE = """
<figure class="chart chart-{kind}" id="chart-1">
  <figcaption class="chart-caption" id="chart-1-caption">Who held &lt;what&gt;</figcaption>
  <div class="chart-picture">
    <div class="any-width"><svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" role="img" \
aria-labelledby="chart-1-caption" aria-describedby="chart-1-words"><rect width="1"/></svg></div>
  </div>
  <div class="chart-under">
  {above}
  <button class="explore" type="button" data-chart-spec="../../assets/charts/d1.json" aria-describedby="chart-1-caption" \
data-words="{{&#34;back&#34;: &#34;Back to the picture&#34;, &#34;explore&#34;: &#34;Explore this chart&#34;, \
&#34;failed&#34;: &#34;The chart could not be loaded: try again&#34;, &#34;loading&#34;: &#34;Loading\\u2026&#34;}}" \
hidden>Explore this chart</button>
  <span class="chart-save" data-chart-saves hidden>Save: \
<button class="save" type="button" data-chart-save="svg" aria-label="Save the picture as SVG" \
aria-describedby="chart-1-caption">SVG</button><span class="dot"> · </span><button class="save" type="button" \
data-chart-save="csv" aria-label="Save the table as CSV" aria-describedby="chart-1-caption">CSV</button></span>
  <details class="chart-table">
    <summary>{summary}</summary>
    {within}
    <div class="scroll" role="region" aria-labelledby="chart-1-caption" tabindex="0">
      <table class="stack">
        <thead><tr><th scope="col">Place</th></tr></thead>
        <tbody>
          <tr><th scope="row"><bdi>&lt;A&gt;</bdi></th></tr>
        </tbody>
      </table>
    </div>
  </details>
  </div>
</figure>
"""
WORDS = '<p class="chart-words" id="chart-1-words"{}>Two places.</p>'


@pytest.mark.parametrize(
    ("kind", "above", "summary", "within"),
    [
        ("control", WORDS.format(" hidden"), "In words and as a table", '<p class="chart-words">Two places.</p>'),
        ("entries", WORDS.format(""), "The same as a table", ""),
    ],
)
def test_a_chart_is_a_figure_with_words_and_table(fragments, kind, above, summary, within):
    made = Fragments(
        (fragments(event="{{ chart(view.body) }}"), resources.theme_dir() / "fragments"),
        {CALL: replace(DRAWN, kind=kind)},
    )
    html = made.content(event("a", body=CALL))
    assert tight(html) == tight(FIGURE.format(kind=kind, above=above, summary=summary, within=within)).strip()


def test_a_chart_with_nothing_to_show_leaves_nothing(fragments):
    assert rendered(fragments(event="[{{ chart(view.body) }}]"), event("a", body=CALL), drawn=False) == "[]"


def test_a_chart_in_prose_takes_the_place_of_its_paragraph_and_an_own_id(fragments):
    token = "<p>\x02chart:control?from=2017&amp;places=a,b\x03Mine &lt;b&gt;\x04</p>"
    html = rendered(fragments(event="{{ view.body }}"), event("a", body=Html(f"<p>one</p>{token}{token}<p>two</p>")))
    assert "\x02" not in html
    assert html.startswith("<p>one</p><figure") and html.endswith("</figure><p>two</p>")
    assert [part.partition('"')[0] for part in html.split('<figure class="chart chart-control" id="')[1:]] == [
        "chart-1",
        "chart-2",
    ]
    assert html.count('-caption">Mine &lt;b&gt;</figcaption>') == 2


def test_an_unknown_chart_in_prose_leaves_no_token(fragments):
    html = rendered(fragments(event="{{ view.body }}"), event("a", body=Html("<p>\x02chart:map\x03x\x04</p>")))
    assert html == ""


def test_before_and_after_and_the_way_to_correct_stand_around_the_content(fragments):
    made = Fragments((fragments(), resources.theme_dir() / "fragments"), {})
    page = event("a", previous={"title": "<Before>", "address": "events/b/"})
    around = made.furniture(page, "https://example.org/edit?a=1&b=2")
    assert {slot: "".join(str(html).split("\n")).strip() for slot, html in around.items()} == {
        "head": '<link rel="prev" href="../../events/b/">',
        "turn": '<nav class="turn" aria-label="Before and after">  <a class="turn-previous" href="../../events/b/" rel="prev">'
        "<span>Before</span> <bdi>&lt;Before&gt;</bdi></a></nav>",
        "edit": '<p class="foot-edit"><a href="https://example.org/edit?a=1&amp;b=2" rel="nofollow">Correct this page</a></p>',
    }


def a_chip(**mark: object) -> dict[str, object]:
    marks = [{"x": 10, "width": 30, "fade_start": False, "fade_end": False, **mark}]
    return {"words": "<then>", "datetime": None, "ruler": {"marks": marks, "label": "2017"}}


HEAD = (
    '<span class="chip"><span class="chip-words">&lt;then&gt;</span>'
    '<svg class="ruler" width="72" height="10" viewBox="0 0 72 10" aria-hidden="true" focusable="false">'
    '<path class="ruler-line" d="M0 9.5H72M.5 6.5V9.5M71.5 6.5V9.5"/>'
)
TAIL = '</svg><span class="chip-scale" aria-hidden="true">2017</span></span>'


@pytest.mark.parametrize(
    ("mark", "drawn"),
    [
        ({"mark": "day"}, '<rect class="mark-day" x="10" y="0" width="2" height="9"/>'),
        ({"mark": "day", "x": 72}, '<rect class="mark-day" x="70" y="0" width="2" height="9"/>'),
        ({"mark": "within"}, '<path class="mark-within" d="M10.5 1V6.5M10 1H40M10 6.5H40M39.5 1V6.5"/>'),
        ({"mark": "throughout"}, '<rect class="mark-throughout" x="10" y="1" width="30" height="6"/>'),
        (
            {"mark": "throughout", "fade_end": True, "width": 9},
            '<rect class="mark-throughout" x="10" y="1" width="3" height="6"/>'
            '<rect class="mark-fade mark-fade-throughout" x="13" y="1" width="1.4" height="6" opacity="0.7"/>'
            '<rect class="mark-fade mark-fade-throughout" x="15" y="1" width="1.4" height="6" opacity="0.45"/>'
            '<rect class="mark-fade mark-fade-throughout" x="17" y="1" width="1.4" height="6" opacity="0.2"/>',
        ),
        (
            {"mark": "within", "fade_start": True, "width": 9},
            '<path class="mark-within" d="M16 1H19M16 6.5H19M18.5 1V6.5"/>'
            '<rect class="mark-fade mark-fade-within" x="14" y="1" width="1.4" height="6" opacity="0.7"/>'
            '<rect class="mark-fade mark-fade-within" x="12" y="1" width="1.4" height="6" opacity="0.45"/>'
            '<rect class="mark-fade mark-fade-within" x="10" y="1" width="1.4" height="6" opacity="0.2"/>',
        ),
    ],
)
def test_the_ruler_of_a_date_chip_has_four_marks(fragments, mark, drawn):
    folder = fragments(event='{% from "_parts.html" import chip %}{{ chip(view.body) }}')
    assert tight(rendered(folder, event("a", body=a_chip(**mark)))) == HEAD + drawn + TAIL
