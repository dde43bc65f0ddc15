"""A first event, merged with nothing installed: from a place's page through the host's editor to its own page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from fasti.authoring.site import new_site
from tests.kit.browser import visit
from tests.kit.git import Repo
from tests.kit.host import host
from tests.published.kit import run

PATH = "content/events/1957/sputnik-2-launched-1957.yml"
STUB = {
    "when:": "when: 1961-04-13",
    "who:": None,
    "sources:": "sources: nssdca-vostok-1 p1",
    "why:": "why: It counts by the clock of another place.",
}


def filled(stub: str) -> str:
    """The lines of a stub, each as its comment says."""
    lines = []
    for line in stub.splitlines():
        head = line.partition("#")[0]
        key = next((key for key in STUB if key in head), "")
        value = STUB.get(key, "")
        if value is None:
            continue
        lines.append(head.replace(key, value).rstrip() if key else line)
    return "\n".join(lines) + "\n"


def test_a_first_event_is_merged_with_nothing_but_a_browser(tmp_path: Path, browser, served) -> None:
    project = tmp_path / "demo"
    new_site(project)
    with host(project) as forge:
        settings = project / "mkdocs.yml"
        block = f"  - fasti:\n      repository: {{address: '{forge.address}', branch: main, host: github}}\n"
        settings.write_text(settings.read_text("utf-8").replace("  - fasti:\n", block), "utf-8")
        repo = Repo(project)
        repo.commit("The beginning", {})
        assert run(project, "fasti.cli", "build", "--strict").code == 0
        pages = served(project / "site")
        with visit(browser, pages) as seen:
            page = seen.go(pages.url("places/baikonur/"))
            page.get_by_role("link", name="Add an event here").click()
            name, text = page.get_by_label("Name"), page.get_by_label("Text")
            assert name.input_value() == "content/events/name-of-the-event.yml"
            given = text.input_value()
            assert "\nwhere: baikonur\n" in given and "\ntitle:  # " in given and "\n# when: 1453-05-29  # " in given
            lines = {line.partition(":")[0].lstrip("# "): line for line in given.splitlines()}
            wrong = given.replace(lines["title"], "title: Sputnik 2: a dog is carried into orbit")
            wrong = wrong.replace(lines["type"], "type: launch").replace(lines["when"], "when: 1957-11-03")
            wrong = wrong.replace(lines["sources"], "sources: nasa-sputnik-history p4")
            name.fill(PATH)
            text.fill(wrong)
            page.get_by_role("button", name="Commit changes").click()
            told = run(project, "fasti.cli", "check", "--strict", "--format", "concise")
            at = wrong.splitlines().index("title: Sputnik 2: a dog is carried into orbit") + 1
            assert (told.code, told.out) == (
                1,
                f"{PATH}:{at}:17: error FST101 a colon with a blank after it stands inside plain text "
                "(put the whole text in quotes)\n",
            )
            page.goto(f"{forge.address}/edit/proposal/{PATH}")
            mended = text.input_value().replace(
                "Sputnik 2: a dog is carried into orbit", '"Sputnik 2: a dog is carried into orbit"'
            )
            text.fill(mended)
            page.get_by_role("button", name="Commit changes").click()
            told = run(project, "fasti.cli", "check", "--strict")
            assert (told.code, told.out) == (0, "no faults\n")
            repo.run("checkout", "-q", "main")
            repo.run("merge", "-q", "proposal")
            assert run(project, "fasti.cli", "build", "--strict").code == 0
            page.goto(pages.url("places/baikonur/"))
            page.get_by_role("link", name="Sputnik 2: a dog is carried into orbit").first.click()
            assert page.locator("h1").inner_text() == "Sputnik 2: a dog is carried into orbit"
            # Somebody disagrees: the file opens, and the lines to paste stand beside the way to it.
            page.goto(pages.url("events/vostok-1-flight-1961/"))
            page.locator("summary", has_text="The lines to paste there").click()
            stub = page.locator("#rival-text").inner_text()
            page.get_by_role("link", name="Dispute this").click()
            record = text.input_value()
            at_body = record.index("body:")
            text.fill(record[:at_body] + filled(stub) + record[at_body:])
            page.get_by_role("button", name="Commit changes").click()
            told = run(project, "fasti.cli", "check", "--strict")
            assert (told.code, told.out) == (0, "no faults\n")
            assert {urlsplit(url).hostname for url in seen.requests} == {"127.0.0.1"}
            assert seen.console == [] and seen.violations == []
