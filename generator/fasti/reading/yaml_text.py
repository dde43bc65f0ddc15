"""HOT. YAML text to plain values, each with the place where it was written.

Input: text. Output: `Written`: text, lists and mappings only, with a span for every key and value; faults go to the
caller as `YamlFault`. Values are built from the parser's events, so nesting is refused before anything recurses.
Invariant: every scalar stays text (YAML's own typing would make 0476 the number 318); a key is never read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from fasti.diagnostics import Span
from fasti.reading.text import HIDDEN, named
from fasti.records import FlowDict, FlowList, Loc

DEEPEST = 32
MOST_EVENTS = 50_000
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_PLAIN_TAGS = frozenset({None, "!"})


@dataclass(frozen=True, slots=True)
class YamlFault:
    """What is wrong with a YAML text: the name of a rule, where, what, and a remedy."""

    rule: str
    span: Span
    message: str
    hint: str | None = None
    related: tuple[Span, str] | None = None


@dataclass(slots=True)
class Written:
    """Plain values and where each was written. `quoted` holds the paths of values in quotes or block style."""

    value: Any = None
    spans: dict[Loc, Span] = field(default_factory=dict)
    keys: dict[Loc, Span] = field(default_factory=dict)
    quoted: set[Loc] = field(default_factory=set)

    def at(self, loc: Loc) -> Any:
        """The plain value at a path that was written."""
        value = self.value
        for step in loc:
            value = value[step]
        return value

    def nearest(self, loc: Loc) -> Loc:
        """The path without the steps that the author never wrote (shorthand that was expanded)."""
        written: Loc = ()
        for step in loc:
            if (*written, step) in self.spans:
                written = (*written, step)
        return written


class _Stop(Exception):
    """Reading cannot go on after this fault."""


def compose(text: str, *, opaque: bool = False) -> tuple[Written, list[YamlFault]]:
    """Read one YAML document. With `opaque` (site settings only) tags are ignored and anchors and aliases are followed.

    Faults: FST101, 102, 106, 107, 110. After a fault of syntax the value holds what was read before it.
    """
    composer = _Composer(text, opaque=opaque)
    try:
        composer.run()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as problem:
        composer.faults.append(_syntax_fault(text, problem))
    except yaml.YAMLError as problem:
        composer.faults.append(YamlFault("unreadable-yaml", Span(1, 1, 1, 1), f"this is not YAML: {one_line(problem)}"))
    return composer.written, composer.faults


class _Composer:
    def __init__(self, text: str, *, opaque: bool) -> None:
        self.text = text
        self.opaque = opaque
        self.written = Written()
        self.faults: list[YamlFault] = []
        self.anchors: dict[str, Any] = {}

    def run(self) -> None:
        events: Iterator[Any] = yaml.parse(self.text, Loader=_LOADER)
        count = documents = depth = 0
        # One frame an open collection: [value, path, pending key or None, start mark, is a mapping, style flow, anchor]
        stack: list[list[Any]] = []
        for event in events:
            count += 1
            if count > MOST_EVENTS:
                self.stop("yaml-feature-refused", event, f"this file has more than {MOST_EVENTS:,} parts", "split it")
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self.plain(event)
                self.visible(event)
                value = event.value
                self.remember(event, value)
                if stack and stack[-1][4] and stack[-1][2] is None:
                    self.key(stack[-1], event)
                    continue
                loc = self.place(stack, value, event)
                self.written.spans[loc] = _span(event.start_mark, event.end_mark)
                if event.style:
                    self.written.quoted.add(loc)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.plain(event)
                depth += 1
                if depth > DEEPEST:
                    self.stop(
                        "yaml-feature-refused", event, f"this is nested more than {DEEPEST} deep", "write it flatter"
                    )
                mapping = kind is yaml.MappingStartEvent
                value = (
                    (FlowDict() if event.flow_style else {}) if mapping else (FlowList() if event.flow_style else [])
                )
                self.remember(event, value)
                if stack and stack[-1][4] and stack[-1][2] is None:
                    if not self.opaque:
                        self.stop(
                            "yaml-feature-refused",
                            event,
                            "a key is one word, not a list or mapping",
                            _brace_hint(self.text, event),
                        )
                    stack[-1][2] = "?"
                loc = self.place(stack, value, event)
                self.written.spans[loc] = _first_line(event)
                stack.append([value, loc, None, event.start_mark, mapping, event.flow_style])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                depth -= 1
                value, loc, _, start, mapping, flow = stack.pop()
                if flow:
                    value.written = self.text[start.index : event.end_mark.index]
                    self.written.spans[loc] = _span(start, event.end_mark)
                elif mapping and value:
                    first = self.written.keys[(*loc, next(iter(value)))]
                    self.written.spans[loc] = first
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.stop(
                        "yaml-feature-refused",
                        event,
                        "a second document begins here",
                        "keep one record a file; delete the line `---`",
                    )
            elif kind is yaml.AliasEvent:
                if not self.opaque:
                    self.stop(
                        "yaml-feature-refused",
                        event,
                        "an alias (`*`) repeats what stands elsewhere",
                        "write it out, or put the text in quotes",
                    )
                loc = self.place(stack, self.anchors.get(event.anchor, ""), event)
                self.written.spans[loc] = _span(event.start_mark, event.end_mark)

    def plain(self, event: Any) -> None:
        """Refuse anchors and tags in records; they hide what a line says."""
        if self.opaque:
            return
        if event.anchor is not None:
            self.stop(
                "yaml-feature-refused",
                event,
                "an anchor (`&`) names a part of the file",
                "delete it, or put the text in quotes",
            )
        if event.tag not in _PLAIN_TAGS:
            self.stop(
                "yaml-feature-refused",
                event,
                f"a tag (`{event.tag}`) changes what a value is",
                "delete it, or put the text in quotes",
            )

    def visible(self, event: Any) -> None:
        """Refuse what text may not hold where an escape brings it in; only double quotes know escapes."""
        if event.style == '"' and not self.opaque and (match := HIDDEN.search(event.value)):
            self.stop(
                "not-text", event, f"an escape writes an invisible character here: {named(match[0])}", "delete it"
            )

    def remember(self, event: Any, value: Any) -> None:
        if self.opaque and event.anchor is not None:
            self.anchors[event.anchor] = value

    def key(self, frame: list[Any], event: Any) -> None:
        """Take a key of the open mapping; one that stands there already is a fault and its value is set aside."""
        value, loc, name = frame[0], frame[1], event.value
        span = _span(event.start_mark, event.end_mark)
        if name.startswith("\u00a0") and not self.opaque:
            self.stop("unreadable-yaml", event, *_NO_BREAK)
        if name == "<<" and not self.opaque:
            self.stop(
                "yaml-feature-refused", event, "a merge key (`<<`) brings in what stands elsewhere", "write it out"
            )
        if name in value:
            first = self.written.keys[(*loc, name)]
            self.faults.append(
                YamlFault(
                    "repeated-key",
                    span,
                    f"the key `{name}` stands here a second time",
                    "keep one of the two",
                    (first, "first written here"),
                )
            )
            name = f"\0repeated {len(self.faults)}"
        else:
            self.written.keys[(*loc, name)] = span
        frame[2] = name

    def place(self, stack: list[list[Any]], value: Any, event: Any) -> Loc:
        """Put a value where it belongs and say where that is."""
        if not stack:
            self.written.value = value
            return ()
        frame = stack[-1]
        if not frame[4]:
            frame[0].append(value)
            return (*frame[1], len(frame[0]) - 1)
        name, frame[2] = frame[2], None
        loc = (*frame[1], name)
        if not name.startswith("\0"):
            frame[0][name] = value
        return loc

    def stop(self, rule: str, event: Any, message: str, hint: str | None) -> None:
        self.faults.append(YamlFault(rule, _first_line(event), message, hint))
        raise _Stop


def _span(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _first_line(event: Any) -> Span:
    """The start of something, one letter wide where it runs over lines."""
    start, end = event.start_mark, event.end_mark
    if start.line == end.line and end.column > start.column:
        return _span(start, end)
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)


def _brace_hint(text: str, event: Any) -> str | None:
    return (
        "put text that begins with `{` or `[` in quotes"
        if text[event.start_mark.index : event.start_mark.index + 1] in "{["
        else None
    )


def one_line(problem: object) -> str:
    """The words of a library on one line."""
    return " ".join(str(problem).split())


_QUOTE = "put the text in quotes"
# What the parser says, and what an author should hear. The first pattern that occurs in its words is used.
_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "a colon with a blank after it stands inside plain text",
        "put the whole text in quotes",
    ),
    (
        "could not find expected ':'",
        "this line is neither `key: value` nor part of the value above",
        "add the colon, or indent it under its key",
    ),
    (
        "did not find expected key",
        "this line does not line up with the keys above, or a quote or bracket before it is open",
        "line it up, or close what is open",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not line up with the list above",
        "begin it with `- ` in the same column",
    ),
    (
        "did not find expected ',' or",
        "a bracket or brace is not closed, or a comma is missing",
        f"close it, or {_QUOTE}",
    ),
    (
        "block sequence entries are not allowed",
        "a list begins where a value is written already",
        "begin the list on a line of its own",
    ),
    ("found unexpected end of stream", "a quote or bracket is never closed", "close it"),
    ("found undefined tag handle", "an exclamation mark begins a YAML tag", _QUOTE),
    ("did not find expected alphabetic", "`*` and `&` have a meaning of their own in YAML", _QUOTE),
    ("found unknown escape character", "a backslash in double quotes begins an escape", "use single quotes"),
)


# Faults that the parser notices further down than they stand.
_TOLD_LATE = ("unexpected end of stream", "could not find expected ':'")
_NO_BREAK = ("a no-break space stands here in place of a blank", "delete it and type a blank")
_JOINED = re.compile(r"( *[a-z_]+):([^\s:/])")
_KEY = re.compile(r"( *)(?:- +)?([A-Za-z][\w-]*):(?: |$)")


def _stray(lines: list[str], line: int, column: int, said: str) -> YamlFault | None:
    """What the parser cannot name: a key indented by mistake, a blank of the wrong kind or none, text after its end."""
    source = lines[line]
    if "mapping values are not allowed" in said:
        here = _KEY.match(source)
        above = next((_KEY.match(text) for text in reversed(lines[:line]) if text.strip()), None)
        if here and above and here.end(2) == column and len(here[1]) > len(above[1]):
            return YamlFault(
                "unreadable-yaml",
                Span(line + 1, here.start(2) + 1, line + 1, here.end(2) + 1),
                f"`{here[2]}` is indented further than `{above[2]}`, so it reads as part of its text",
                f"line it up with `{above[2]}`; or, if it is text, put the whole text in quotes",
            )
    if "\u00a0" in source and "could not find expected ':'" in said:
        blank = source.index("\u00a0") + 1
        return YamlFault(
            "unreadable-yaml",
            Span(line + 1, blank, line + 1, blank + 1),
            *_NO_BREAK,
        )
    if "could not find expected ':'" in said and (joined := _JOINED.match(source)):
        return YamlFault(
            "unreadable-yaml",
            Span(line + 1, joined.end(1) + 1, line + 1, joined.end(1) + 2),
            "after the colon of a key comes a blank",
            f"write `{joined[1].strip()}: {joined[2]}…`",
        )
    before = source[:column].rstrip()[-1:]
    if "did not find expected key" in said and before and before in "'\"]}" and source[column:].strip():
        other = {"'": "double quotes", '"': "single quotes"}.get(before, "quotes")
        closed = "quoted text" if before in "'\"" else "bracket"
        return YamlFault(
            "unreadable-yaml",
            Span(line + 1, column + 1, line + 1, len(source) + 1),
            f"the {closed} ends before this, and more follows on the line",
            f"put the whole text in {other}",
        )
    return None


def _syntax_fault(text: str, problem: yaml.MarkedYAMLError) -> YamlFault:
    mark = problem.problem_mark or problem.context_mark
    if problem.context_mark and any(words in (problem.problem or "") for words in _TOLD_LATE):
        mark = problem.context_mark  # where the quote was opened or the line began, not where that was noticed
    lines = text.split("\n")
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    said = one_line(problem.problem or problem)
    source = lines[line]
    indent = source[: len(source) - len(source.lstrip())]
    if "\t" in indent:
        where = indent.index("\t")
        return YamlFault(
            "tab-indentation",
            Span(line + 1, where + 1, line + 1, len(indent) + 1),
            "this line is indented with a tab",
            "indent with blanks",
        )
    span = Span(
        line + 1, column + 1, line + 1, min(column + 2, len(source) + 1) if column < len(source) else column + 1
    )
    if "cannot start any token" in said:
        letter = source[column : column + 1]
        return YamlFault("unreadable-yaml", span, f"plain text cannot begin with `{letter}`", "put the text in quotes")
    if fault := _stray(lines, line, column, said):
        return fault
    for pattern, message, hint in _WORDS:
        if pattern in said:
            return YamlFault("unreadable-yaml", span, message, hint)
    return YamlFault(
        "unreadable-yaml",
        span,
        f"this is not YAML: {said}",
        "put text with `: `, `#`, `[`, `{` or quotes in it in quotes",
    )
