"""The one module that knows MkDocs: its hooks hand things on, and its theme dresses our pages.

Input: `mkdocs.yml` and MkDocs' events; output goes through `pipeline`. ProperDocs loads the same plugin.
Invariant: record pages are never MkDocs pages, and a fault ends a build but never a running server.
"""

from __future__ import annotations

import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import get_context
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fasti import pipeline, resources
from fasti.diagnostics import Report, Severity, render_concise, render_text, summary
from fasti.reading import Tree, settings_for
from fasti.writing import BUNDLES, Preview, SearchFault, WritingFault, bundled, cannot, shelter, speak, unshelter

log = get_plugin_logger(__name__)

# What Material and MkDocs ship and no page of ours asks for, and the fonts that only charts are drawn with.
UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/fonts/SourceSans3", "sitemap.xml")
SEARCH = "assets/search"  # its scripts and styles, asked for only by a site that has it


class FastiConfig(Config):
    """The options under `plugins: - fasti:`. Their meaning stands in `settings.py`; `reading` reads the same block."""

    content = option.Type(str, default="content")
    title = option.Optional(option.Type(str))
    about = option.Optional(option.Type(str))
    tie_break = option.Optional(option.Type((str, list)))
    about_widens = option.Optional(option.Type((int, float)))
    languages = option.Optional(option.Type((str, list)))
    repository = option.Optional(option.Type((str, dict)))
    preview_url = option.Optional(option.Type(str))
    event_pages = option.Choice(("each", "month"), default="each")
    map = option.Optional(option.Type(dict))
    search = option.Type(bool, default=True)
    workers = option.Type(int, default=0)


class Refused(Abort):
    """The system would not let a file be written: neither the content's fault nor ours."""

    exit_code = 2

    def show(self, *args: Any, **kwargs: Any) -> None:
        sys.stderr.write(f"error: {self}\n")


class FastiPlugin(BasePlugin[FastiConfig]):
    """Lets fasti build inside MkDocs. Decides nothing."""

    site: Path | None = None
    preview: Preview | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A server that is told to end does it as on Ctrl-C, and removes its temporary site."""
        if command == "serve":
            signal.signal(signal.SIGTERM, signal.default_int_handler)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        refuse_what_we_cannot(config)
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(resources.theme_dir()))
        config.theme.static_templates.discard("sitemap.xml")  # ours holds the record pages too
        self.project = Path(config.config_file_path).resolve().parent
        report = Report()
        settings = settings_for(self.project, report, config_file=Path(config.config_file_path).name)
        built = pipeline.build(replace(settings, site_dir=config.site_dir, site_url=str(config.site_url)), report)
        self.relay(built.report)
        self.built, self.carrier = built, pipeline.carrier(built)
        return config

    def relay(self, report: Report) -> None:
        """Warnings into MkDocs' log, where strict builds count them; errors as a report that ends the build."""
        for found in report.diagnostics:
            if found.rule.severity is Severity.WARNING:
                log.warning(render_concise([found]).strip())
        errors = [found for found in report.diagnostics if found.rule.severity is Severity.ERROR]
        if errors:
            sys.stderr.write(render_text(errors, Tree(self.project).text))
            abort = Abort(f"fasti: {summary(errors)}")
            abort.add_note(render_concise(errors))
            raise abort

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self.site = Path(config.site_dir)
        shelter(self.site)

    def on_build_error(self, *, error: Exception) -> None:
        with suppress(OSError):  # `error` says what is wrong
            unshelter(self.site) if self.site else None
        if isinstance(error, OSError):
            raise Refused(cannot(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        unused = UNUSED if self.config.search else (*UNUSED, SEARCH)
        for file in [file for file in files if file.src_dir != config.docs_dir and file.src_uri.startswith(unused)]:
            files.remove(file)
        for path, others in BUNDLES.items():
            parts = [part for name in (path, *others) if (part := files.get_file_from_path(name))]
            whole = File.generated(config, path, content=bundled(part.content_bytes for part in parts))
            for part in parts:
                files.remove(part)
            files.append(whole)
        for path in self.carrier.paths:
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        self.nav, self.files = nav, files

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        self.env = env
        speak(env, self.built.settings.languages)
        env.globals["search"] = self.built.settings.search

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        path = Path(page.file.abs_src_path or "").resolve()
        source = path.relative_to(self.project).as_posix() if path.is_relative_to(self.project) else None
        carried = self.carrier.page(page.url, html, source if page.file.abs_src_path else None)
        around = {name: getattr(carried, name) for name in ("kind", "title", "head", "digest")}
        page.meta = {**page.meta, "fasti": around}
        page.meta["description"] = carried.description or page.meta.get("description")
        page.edit_url = carried.edit
        return carried.html

    @event_priority(-100)  # after whatever other plugins write
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        theme = MkDocsTheme(self.env, self.nav, self.files, config)
        try:
            done = pipeline.publish(self.built, theme, Path(config.site_dir))
        except SearchFault as fault:
            raise Refused(str(fault)) from fault
        except WritingFault as fault:
            raise Abort(f"fasti: {fault}") from fault
        log.info(f"{done.written} files written, {done.kept} unchanged, {done.removed} removed")

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
        app = server.get_app()
        assert app  # every server of MkDocs has one
        self.preview = Preview(Path(config.site_dir), server.builder, app, tell=told)
        server.builder = self.preview.build
        server.set_app(self.preview.answer)
        content = (self.project / self.config.content).resolve()
        server.watch(str(content))
        if Path(config.docs_dir).resolve().is_relative_to(content):
            server.unwatch(config.docs_dir)  # seen already: twice watched, an edit of a page is built twice
        server.watch(str(resources.theme_dir()))

    def on_shutdown(self) -> None:
        if self.preview:
            self.preview.close()


class MkDocsTheme:
    """Material with our templates over it, as `writing` asks for it."""

    def __init__(self, env: Any, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        self._env, self._nav, self._files, self._config = env, nav, files, config
        self.addresses = frozenset(file.page.url for file in files.documentation_pages() if file.page)
        self.carried = frozenset({file.dest_uri for file in files} | config.theme.static_templates)

    def shell(self, kind: str, depth: int, tokens: Mapping[str, str]) -> str:
        """A page of Material for `kind`, somewhere `depth` folders down; its place alone makes the relative links."""
        page = Page(tokens["title"], File.generated(self._config, "x/" * depth + "index.md", content=""), self._config)
        page.content, page.canonical_url = tokens["content"], tokens["address"]
        around = {name: tokens[name] for name in ("head", "turn", "edit", "digest")}
        page.meta = {"description": tokens["description"], "fasti": {"kind": kind, **around}}
        return self._env.get_template("main.html").render(get_context(self._nav, self._files, self._config, page))


def refuse_what_we_cannot(config: MkDocsConfig) -> None:
    """Settings of MkDocs that fasti's pages cannot do without."""
    if config.theme.name != "material":
        raise ConfigurationError("fasti dresses its pages with Material: set `theme: {name: material}`")
    if not config.use_directory_urls:
        raise ConfigurationError("fasti's addresses end in `/`: leave `use_directory_urls` on")
    if not config.site_url:
        raise ConfigurationError("fasti needs `site_url`, for canonical addresses and the sitemap")


def told(fault: Exception) -> str:
    """What ended a build of a server, said in the terminal and given back for the notice on its pages."""
    words = "\n".join(getattr(fault, "__notes__", ())) or str(fault)
    if not isinstance(fault, MkDocsException):
        traceback.print_exception(fault)
        words = f"{type(fault).__name__}: {words}"
    sys.stderr.write(f"{fault}\nThe site stays as it was before the last edit.\n")
    return words
