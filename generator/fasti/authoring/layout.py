"""Writes the blocks of a YAML text out again: keys in their order, two blanks a step, comments where they belong.

Input: blocks, and for each mapping the order of its keys. Output: lines. Invariant: every text, date and comment is
written as it was; only blanks, empty lines and the order of keys change, so that the second time nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode

from fasti.authoring.blocks import Block, Item, Leaf, is_empty
from fasti.authoring.comments import Comment, NotLaidOut

STEP = "  "
MODELINE = re.compile(r"#\s*yaml-language-server:")

Sort = Callable[[Any, list[str]], list[int]]
Within = Callable[[Any, str], Any]
Opaque = Callable[[Any], bool]


class Layout:
    """How mappings are written: `order` sorts the keys of one, `within` says what a key holds, `opaque` what is left as
    it is where it stands in brackets. All are asked about a `kind`, which only they know."""

    def __init__(self, order: Sort, within: Within, opaque: Opaque) -> None:
        self.order, self.within, self.opaque = order, within, opaque

    def document(self, root: Block, kind: Any) -> list[str]:
        """The lines of a whole text. The comments that head it stay at its head."""
        first = root.items[0]
        head, gap = header(first)
        first.lead = first.lead[len(head) :]
        if head and first.lead:
            first.lead[0] = replace(first.lead[0], apart=False)  # the empty line above it ends the head
        elif head:
            first.apart = False
        lines = [line for comment in head for line in with_gap(comment, comment.text, bool(comment is not head[0]))]
        body = self.mapping(root, kind, "", apart=bool(head and gap))
        return [*lines, *body]

    def mapping(self, block: Block, kind: Any, indent: str, *, apart: bool = False) -> list[str]:
        """The lines of a mapping; `apart` if an empty line stands before it."""
        lines: list[str] = [""] if apart else []
        order = self.order(kind, [item.name for item in block.items])
        for place, index in enumerate(order):
            item = block.items[index]
            lines += above(item, indent, first=place == 0)
            lines += self.pair(item, kind, indent)
        return lines + foot(block, indent)

    def pair(self, item: Item, kind: Any, indent: str) -> list[str]:
        """A key and its value, without what stands above it."""
        inner, key = self.within(kind, item.name), f"{indent}{item.key}:"
        if isinstance(item.value, Leaf):
            return self.leaf(item.value, inner, indent, key)
        start = key + beside(item.beside)
        deeper = indent + STEP
        below = (
            self.listed(item.value, inner, deeper) if item.value.is_list else self.mapping(item.value, inner, deeper)
        )
        return [start, *below]

    def listed(self, block: Block, kind: Any, indent: str) -> list[str]:
        """The lines of a list; what stands above the first key of an item stands above its hyphen."""
        lines: list[str] = []
        for place, item in enumerate(block.items):
            lines += above(item, indent, first=place == 0)
            if isinstance(item.value, Leaf):
                lines += self.leaf(item.value, kind, indent, f"{indent}-")
                continue
            deeper = indent + STEP
            below = (
                self.listed(item.value, kind, deeper) if item.value.is_list else self.mapping(item.value, kind, deeper)
            )
            comments = next(number for number, line in enumerate(below) if not line.lstrip().startswith("#"))
            lines += [line[len(STEP) :] for line in below[:comments]]
            lines.append(f"{indent}- {below[comments][len(deeper) :]}")
            lines += below[comments + 1 :]
        return lines + foot(block, indent)

    def leaf(self, leaf: Leaf, kind: Any, indent: str, start: str) -> list[str]:
        """A value as it was written, behind its key or hyphen, its further lines set in."""
        if not leaf.source:
            return [start + beside(leaf.comment)]
        first, *more = leaf.source.split("\n")
        deeper = indent + STEP
        if leaf.is_block_text:
            inset = min((len(line) - len(line.lstrip(" ")) for line in more if line.strip()), default=0)
            return [f"{start} {first.rstrip()}", *(deeper + line[inset:] if line[inset:] else "" for line in more)]
        if not more:
            return [f"{start} {self.flow(leaf.node, leaf.source, kind)}{beside(leaf.comment)}"]
        if isinstance(leaf.node, ScalarNode):
            rest = [deeper + line.lstrip(" \t") if line.strip() else "" for line in more]
        else:
            inset = min((len(line) - len(line.lstrip(" ")) for line in more if line.strip()), default=0)
            rest = [(deeper + line[inset:]).rstrip() for line in more]
        rest[-1] += beside(leaf.comment)
        return [f"{start} {first.rstrip()}", *rest]

    def flow(self, node: Node, source: str, kind: Any) -> str:
        """A value on one line; lists and mappings in brackets with one blank after each comma and colon."""
        if isinstance(node, ScalarNode):
            return source
        begin = node.start_mark.index
        parts = [part for pair in node.value for part in pair] if isinstance(node, MappingNode) else node.value
        if self.opaque(kind) and not isinstance(node, MappingNode) or any(is_empty(part) for part in parts):
            return source

        def text(part: Node, of: Any) -> str:
            return self.flow(part, source[part.start_mark.index - begin : part.end_mark.index - begin], of)

        if isinstance(node, MappingNode):
            if not source.startswith("{"):
                return source  # one pair in a list, without braces
            pairs = [
                (key.value, text(key, None), text(value, self.within(kind, key.value))) for key, value in node.value
            ]
            order = self.order(kind, [name for name, _, _ in pairs])
            return "{" + ", ".join(f"{pairs[index][1]}: {pairs[index][2]}" for index in order) + "}"
        return "[" + ", ".join(text(part, kind) for part in parts) + "]"


def header(first: Item) -> tuple[list[Comment], bool]:
    """The comments that head a text, and whether an empty line ends them: the modeline, and what stands apart."""
    lead = first.lead
    ends = [index for index in range(len(lead)) if (lead[index + 1].apart if index + 1 < len(lead) else first.apart)]
    lines = [index for index, comment in enumerate(lead) if MODELINE.match(comment.text)]
    count = max([*ends, *lines], default=-1) + 1
    if not count:
        return [], False
    return lead[:count], lead[count].apart if count < len(lead) else first.apart


def above(item: Item, indent: str, *, first: bool) -> list[str]:
    """The comments above an item and the empty lines among them; none before the first of a block."""
    lines: list[str] = []
    for place, comment in enumerate(item.lead):
        lines += with_gap(comment, indent + comment.text, not (first and place == 0))
    if item.apart and not (first and not item.lead):
        lines.append("")
    is_block = isinstance(item.value, Block)
    # Behind a colon a comment may stand; behind a hyphen stands the first key, and behind a text its own comment.
    return [*lines, indent + item.beside] if item.beside and not (is_block and item.key) else lines


def foot(block: Block, indent: str) -> list[str]:
    """The comments below the last item of a block."""
    return [line for comment in block.foot for line in with_gap(comment, indent + comment.text, True)]


def with_gap(comment: Comment, line: str, wanted: bool) -> list[str]:
    return ["", line] if comment.apart and wanted else [line]


def beside(comment: str) -> str:
    """A comment behind something on its line."""
    return f"  {comment}" if comment else ""


__all__ = ["Layout", "NotLaidOut"]
