"""Pictures in `content/media/`: what is one by its first bytes, and what is told and kept out."""

from __future__ import annotations

from pathlib import Path

from fasti.diagnostics import Report, render_concise
from fasti.reading import picture, settings_for
from fasti.reading.media import read_media
from tests.kit.corpus import a_corpus

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


def found_in(files: dict[str, str | bytes]) -> tuple[list[str], str]:
    project = a_corpus(files)
    report = Report()
    settings = settings_for(project, report)
    return sorted(read_media(settings, report)), render_concise(report.diagnostics)


def test_a_raster_image_is_a_picture() -> None:
    assert found_in({"media/a.png": PNG, "media/b.jpg": b"\xff\xd8\xff\xe0" + b"\0" * 16}) == (["a.png", "b.jpg"], "")


def test_what_is_no_picture_is_told_and_left_out() -> None:
    names, report = found_in(
        {
            "media/a.svg": "<svg onload='alert(1)'/>",
            "media/b.png": "<script>alert(1)</script>",
            "media/deep/c.png": PNG,
            "media/d.png": PNG,
        }
    )
    assert names == ["d.png"]
    assert report == (
        "content/media/a.svg: error FST309 `a.svg` is no picture that fasti shows "
        "(use one of `.png`, `.jpg`, `.jpeg`, `.webp`, `.gif`)\n"
        "content/media/b.png: error FST309 `b.png` is not the picture that its name says "
        "(save it anew, or rename it by what it is)\n"
        "content/media/deep/c.png: error FST309 `c.png` lies in a folder of its own (move it to `content/media/`)\n"
    )


def test_a_link_is_no_picture(tmp_path: Path) -> None:
    project = a_corpus({"media/d.png": PNG})
    (project / "content/media/e.png").symlink_to(project / "mkdocs.yml")
    report = Report()
    settings = settings_for(project, report)
    assert read_media(settings, report) == frozenset({"d.png"})
    assert [d.message for d in report.diagnostics] == ["`e.png` is a link or a device, not a file"]
    assert picture(settings, "d.png") == PNG
