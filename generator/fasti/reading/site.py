"""Reads what a site says of itself: the fasti block of `mkdocs.yml`, the vocabulary, the accepted faults.

Input: a project folder. Output: `Settings`, `Vocabulary`, acceptances. `mkdocs.yml` is read with our own reader, tags
opaque, so that `fasti check` needs no MkDocs. Invariant: a fault in a settings file is FST114, and a default stands in.
"""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from fasti.diagnostics import Acceptance, Diagnostic, Report, Span, catalogue, suggest
from fasti.language import LANGUAGES
from fasti.reading.explain import explain
from fasti.reading.text import decode
from fasti.reading.tree import Tree
from fasti.reading.yaml_text import Written, compose
from fasti.records import Loc, Vocabulary
from fasti.settings import HOSTS, TIE_BREAKS, MapSettings, Repository, Settings

OPTIONS = (
    "content", "title", "about", "tie_break", "about_widens", "languages", "repository", "preview_url", "event_pages",
    "map", "search", "workers",
)  # fmt: skip
SHARED = ("site_name", "site_url", "site_dir", "docs_dir", "copyright")
CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
PART = re.compile(r"0(?:\.\d{1,6})?\Z")
TOP = Span(1, 1, 1, 1)


def find_project(start: Path) -> Path | None:
    """The nearest folder upwards that holds an `mkdocs.yml`."""
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    return None


class _Block:
    """One settings file, and the faults found in it."""

    def __init__(self, path: str, written: Written, report: Report) -> None:
        self.path, self.written, self.report = path, written, report

    def fault(self, loc: Loc, message: str, hint: str | None = None, *, key: bool = False) -> None:
        near = self.written.nearest(loc)
        span = (self.written.keys.get(near) if key else None) or self.written.spans.get(near) or TOP
        self.report.add(Diagnostic(catalogue.UNREADABLE_SETTINGS, self.path, span, message, hint))

    def text(self, value: Any, loc: Loc) -> str | None:
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.fault(loc, f"`{loc[-1]}` needs one value", key=True)
        return None

    def texts(self, value: Any, loc: Loc) -> tuple[str, ...]:
        items = value if isinstance(value, list) else [value]
        return tuple(t for i, item in enumerate(items) if (t := self.text(item, (*loc, i))))


def read_plain(tree: Tree, path: str, report: Report, *, opaque: bool = False) -> Written | None:
    """A settings file as plain values, or None; its faults are reported as FST114 or as what they are in YAML."""
    try:
        text, problem = decode(tree.read(path))
    except OSError as fault:
        report.add(Diagnostic(catalogue.UNREADABLE_SETTINGS, path, None, f"this file cannot be read: {fault.strerror}"))
        return None
    if problem:
        span, message, hint = problem
        report.add(Diagnostic(catalogue.NOT_TEXT, path, span, message, hint))
        return None
    written, faults = compose(text, opaque=opaque)
    by_name = {rule.name: rule for rule in catalogue.RULES}
    for found in faults:
        report.add(Diagnostic(by_name[found.rule], path, found.span, found.message, found.hint))
    return written


def settings_for(
    project: Path, report: Report, *, config_file: str = "mkdocs.yml", tree: Tree | None = None
) -> Settings:
    """The settings of a project; what is wrong in them is reported, and its default used."""
    settings = Settings(project=project, config_file=config_file)
    written = read_plain(tree or Tree(project), config_file, report, opaque=True)
    if written is None:
        return settings
    block = _Block(config_file, written, report)
    if not isinstance(written.value, dict):
        block.fault((), "this file holds no settings", "see the README for a first `mkdocs.yml`")
        return settings
    top = written.value
    if "INHERIT" in top:
        block.fault(("INHERIT",), "`INHERIT` is not followed by fasti", "write the settings into this file", key=True)
    values: dict[str, Any] = {}
    for name in SHARED:
        if name in top and (text := block.text(top[name], (name,))):
            values[name] = text.rstrip("/") if name in ("site_dir", "docs_dir") else text
    values |= fasti_options(block, top)
    values.setdefault("title", values.get("site_name", ""))
    theme = top.get("theme")
    if isinstance(theme, dict) and theme.get("language") in LANGUAGES:
        values.setdefault("languages", (theme["language"],))
    return Settings(project=project, config_file=config_file, **values)


def fasti_options(block: _Block, top: dict[str, Any]) -> dict[str, Any]:
    """The options under `plugins: - fasti:`; none if the plugin is listed bare."""
    plugins = top.get("plugins")
    items = (
        list(enumerate(plugins))
        if isinstance(plugins, list)
        else list(plugins.items())
        if isinstance(plugins, dict)
        else []
    )
    for index, item in items:
        if index == "fasti" or (isinstance(item, dict) and "fasti" in item):
            loc: Loc = ("plugins", index) if index == "fasti" else ("plugins", index, "fasti")
            options = item if index == "fasti" else item["fasti"]
            if isinstance(options, dict):
                return read_options(block, options, loc)
            return {}
        if item == "fasti":
            return {}
    block.fault(("plugins",), "`plugins` does not list `fasti`", "add `- fasti` to `plugins`", key=True)
    return {}


def read_options(block: _Block, options: dict[str, Any], loc: Loc) -> dict[str, Any]:
    """Each option with its type; an unknown one is a fault with a suggestion."""
    values: dict[str, Any] = {}
    for name, value in options.items():
        here: Loc = (*loc, name)
        if name not in OPTIONS:
            block.fault(here, f"fasti has no option `{name}`", suggest.hint(name, OPTIONS), key=True)
        elif name in ("content", "title", "about", "preview_url"):
            if text := block.text(value, here):
                if name == "content" and (text.startswith("/") or ".." in PurePosixPath(text).parts):
                    block.fault(
                        here, "`content` names a folder of this project", "write it without `..` or a first `/`"
                    )
                else:
                    values[name] = text
        elif name == "languages":
            if found := read_languages(block, value, here):
                values[name] = found
        elif name == "tie_break":
            words = block.texts(value, here)
            if set(words) <= set(TIE_BREAKS) and words:
                values[name] = words
            else:
                block.fault(here, "`tie_break` takes `earliest`, `latest` and `id`", key=True)
        elif name == "about_widens":
            if isinstance(value, str) and PART.match(value):
                values[name] = Fraction(value)
            else:
                block.fault(here, "`about_widens` is a number from 0 to below 1, such as `0.25`")
        elif name == "search":
            if value in ("true", "false"):
                values[name] = value == "true"
            else:
                block.fault(here, "`search` is `true` or `false`")
        elif name == "workers":
            if isinstance(value, str) and value.isdigit():
                values[name] = int(value)
            else:
                block.fault(here, "`workers` is a whole number, 0 for as many as there are processors")
        elif name == "event_pages":
            if value in ("each", "month"):
                values[name] = value
            else:
                block.fault(here, f"`{value}` is no value of `event_pages`", "use one of `each`, `month`")
        elif name == "repository":
            values |= read_repository(block, value, here)
        elif name == "map":
            values |= read_map(block, value, here)
    return values


def read_languages(block: _Block, value: Any, loc: Loc) -> tuple[str, ...]:
    """The languages of a site's readers, the interface's first; none if there is no interface in that one."""
    codes = block.texts(value, loc)
    for index, code in enumerate(codes):
        place: Loc = (*loc, index) if isinstance(value, list) else loc
        if index == 0 and code not in LANGUAGES:
            shipped = ", ".join(f"`{known}`" for known in LANGUAGES)
            block.fault(place, f"fasti has no interface in `{code}`", f"use one of {shipped}")
            return ()
        if not CODE.fullmatch(code):
            block.fault(place, f"`{code}` is no code of a language", "write a code such as `en` or `ar`")
            return ()
    return tuple(dict.fromkeys(codes))


def read_repository(block: _Block, value: Any, loc: Loc) -> dict[str, Any]:
    """Where the records are kept: an address, or a mapping with `address`, `branch` and `host`."""
    parts = value if isinstance(value, dict) else {"address": value}
    for key in parts:
        if key not in ("address", "branch", "host"):
            known = "use one of `address`, `branch`, `host`"
            block.fault((*loc, key), f"`repository` has no field `{key}`", known, key=True)
    address = parts.get("address")
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        block.fault(loc, "`repository` needs an address that begins with https://", key=True)
        return {}
    host = str(parts.get("host") or "")
    if host and host not in HOSTS:
        known = ", ".join(f"`{name}`" for name in HOSTS)
        block.fault((*loc, "host"), f"`{host}` is no host whose addresses are known", f"use one of {known}")
        host = ""
    return {"repository": Repository(address.rstrip("/"), str(parts.get("branch") or "main"), host)}


def read_map(block: _Block, value: Any, loc: Loc) -> dict[str, Any]:
    """`bounds` (west, south, east, north) and `layers` (files of the maps folder)."""
    if not isinstance(value, dict):
        block.fault(loc, "`map` takes `bounds` and `layers`", key=True)
        return {}
    bounds = None
    for key in value:
        if key not in ("bounds", "layers"):
            block.fault((*loc, key), f"`map` has no field `{key}`", "use one of `bounds`, `layers`", key=True)
    if "bounds" in value:
        try:
            west, south, east, north = (float(part) for part in value["bounds"])
            bounds = (west, south, east, north)
        except (TypeError, ValueError):
            block.fault(
                (*loc, "bounds"), "`bounds` takes four numbers", "write west, south, east, north: `[34, 28, 50, 39]`"
            )
    layers = block.texts(value["layers"], (*loc, "layers")) if "layers" in value else ()
    return {"map": MapSettings(bounds, layers)}


def read_vocabulary(tree: Tree, settings: Settings, report: Report) -> Vocabulary:
    """The vocabulary of the chronology; an empty one if there is none or it has no proper form."""
    path = settings.in_content("vocabulary.yml")
    if not tree.exists(path):
        report.add(
            Diagnostic(
                catalogue.UNREADABLE_SETTINGS,
                path,
                None,
                "this chronology has no vocabulary",
                "add it: it declares event types, kinds and measures",
            )
        )
        return Vocabulary()
    written = read_plain(tree, path, report)
    if written is None:
        return Vocabulary()
    if not isinstance(written.value, dict) or not written.value:
        hint = "declare event types, kinds and measures"
        report.add(Diagnostic(catalogue.UNREADABLE_SETTINGS, path, TOP, "this vocabulary declares nothing", hint))
        return Vocabulary()
    try:
        return Vocabulary.model_validate(written.value)
    except ValidationError as problem:
        explain(problem, Vocabulary, written, path, "vocabulary", report)
        return Vocabulary()


def read_accepted(tree: Tree, settings: Settings, report: Report) -> tuple[Acceptance, ...]:
    """The faults that the maintainers accept; no file, no acceptances."""
    path = settings.in_content("accepted.yml")
    if not tree.exists(path):
        return ()
    written = read_plain(tree, path, report)
    if written is None or not written.value:
        return ()
    block = _Block(path, written, report)
    if not isinstance(written.value, list):
        block.fault((), "this file holds no list of accepted faults", "begin each with `- code: FST…`")
        return ()
    found: list[Acceptance] = []
    for index, item in enumerate(written.value):
        if not isinstance(item, dict) or not {"code", "path"} <= set(item) <= {"code", "path", "reason", "message"}:
            block.fault((index,), "an accepted fault has `code`, `path`, `reason` and, to narrow it, `message`")
            continue
        span = written.spans[(index,)]
        found.append(
            Acceptance(str(item["code"]), str(item["path"]), str(item.get("reason") or ""), span, item.get("message"))
        )
    return tuple(found)
