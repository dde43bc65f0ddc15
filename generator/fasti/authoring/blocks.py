"""A YAML text as blocks of items, each with the comments that belong to it: what `layout.py` writes out again.

Input: the text of one mapping. Output: its `Block`. A comment above a key belongs to the key, one beside a value to the
value, one below the last item of a block, as far in as the block, to the block. Invariant: every comment has one owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from fasti.authoring.comments import Comment, NotLaidOut, comments_between

HEADER = re.compile(r"(?P<style>[|>])(?P<marks>[-+0-9]*)[ \t]*(?P<comment>#.*)?\Z")


@dataclass(slots=True)
class Leaf:
    """A value that is written as it stands: text, or a list or mapping in brackets (`node`)."""

    source: str
    node: Node
    comment: str = ""

    @property
    def is_block_text(self) -> bool:
        """Whether it is text in the style of `|` or `>`."""
        return isinstance(self.node, ScalarNode) and self.node.style in ("|", ">")

    @property
    def keeps_its_end(self) -> bool:
        """Whether the empty lines below it are part of it."""
        return self.is_block_text and "+" in self.source.split("\n", 1)[0]


@dataclass(slots=True)
class Block:
    """A mapping or a list on lines of its own; `foot` are the comments below its last item."""

    items: list[Item]
    is_list: bool
    foot: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """A key with its value, or an item of a list (no key). `beside` stands behind the colon or the hyphen."""

    key: str
    name: str
    value: Leaf | Block
    lead: list[Comment]
    apart: bool
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Blocks:
    """A whole text: its outermost mapping, and every comment outside of values."""

    root: Block
    comments: tuple[str, ...]


def blocks_of(text: str) -> Blocks:
    """The blocks of a text that holds one mapping. Raises NotLaidOut for what is better left alone."""
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except YAMLError:
        raise NotLaidOut from None
    if not isinstance(root, MappingNode) or root.flow_style:
        raise NotLaidOut
    builder = _Builder(text, root)
    return Blocks(builder.whole(), tuple(comment.text for comment in builder.comments))


class _Builder:
    """Goes through the text in its order and hands every comment to the item it belongs to."""

    def __init__(self, text: str, root: MappingNode) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.root = root
        spans = [(node.start_mark.index, self.end_of(node)) for node in leaves(root) if not is_empty(node)]
        self.comments = comments_between(text, spans)
        self.next = 0
        self.at = 0  # all before is read

    def whole(self) -> Block:
        block = self.block(self.root, below=-1)
        if self.next != len(self.comments):
            raise NotLaidOut
        return block

    def block(self, node: MappingNode | SequenceNode, *, below: int) -> Block:
        """A block whose parent begins in the column `below`."""
        is_list, column = isinstance(node, SequenceNode), node.start_mark.column
        if is_list:
            items = [self.entry(None, value, column) for value in node.value]
        else:
            items = [self.entry(key, value, column) for key, value in node.value]
        foot = []
        while (comment := self.ahead()) and comment.alone and comment.column >= column and comment.column > below:
            if self.text[self.at : comment.offset].strip(" \n"):
                break  # something of an outer block stands before it
            foot.append(self.take())
        return Block(items, is_list, foot)

    def entry(self, key: Node | None, value: Node, column: int) -> Item:
        """One item, from the comments above it to the one beside its end."""
        begin = self.hyphen(column) if key is None else int(key.start_mark.index)
        lead = self.above(begin)
        line = self.text.count("\n", 0, begin)
        item = Item("", "", Leaf("", value), lead, line > 0 and not self.lines[line - 1].strip())
        self.at = begin + 1
        if key is not None:
            if not isinstance(key, ScalarNode) or key.start_mark.line != key.end_mark.line or is_empty(key):
                raise NotLaidOut
            self.at = self.end_of(key)
            item.key, item.name = self.text[begin : self.at], key.value
        comment = self.ahead()
        if comment and not comment.alone and not is_empty(value) and comment.offset < value.start_mark.index:
            item.beside = self.take().text
        if isinstance(value, MappingNode | SequenceNode) and not value.flow_style:
            item.value = self.block(value, below=column)
            return item
        source = ""
        if not is_empty(value):
            lead.extend(self.above(int(value.start_mark.index)))
            begin, self.at = int(value.start_mark.index), self.end_of(value)
            source = self.text[begin : self.at]
        comment = self.ahead()
        near = comment and not comment.alone and comment.line == self.text.count("\n", 0, self.at)
        tail = self.take().text if near else ""
        if item.beside and not tail and "\n" not in source:
            item.beside, tail = "", item.beside
        item.value = Leaf(source, value, tail)
        return item

    def above(self, offset: int) -> list[Comment]:
        """The comments up to an offset; one beside something that has an owner already is no longer among them."""
        found = []
        while (comment := self.ahead()) and comment.offset < offset:
            if not comment.alone:
                raise NotLaidOut
            found.append(self.take())
        return found

    def ahead(self) -> Comment | None:
        return self.comments[self.next] if self.next < len(self.comments) else None

    def take(self) -> Comment:
        self.next += 1
        self.at = max(self.at, self.comments[self.next - 1].offset + len(self.comments[self.next - 1].text))
        return self.comments[self.next - 1]

    def hyphen(self, column: int) -> int:
        """Where the hyphen of the next item of a list stands: the nearest one below in the column of the list."""
        line = self.text.count("\n", 0, self.at)
        start = self.text.rfind("\n", 0, self.at) + 1
        while line < len(self.lines):
            text = self.lines[line]
            if start + column >= self.at and text[column : column + 1] == "-" and not text[:column].strip(" -\t?:"):
                return start + column
            start += len(text) + 1
            line += 1
        raise NotLaidOut

    def end_of(self, node: Node) -> int:
        """Where a value ends; text in block style ends with its last line, as far as its lines are set in."""
        begin, end = node.start_mark.index, node.end_mark.index
        if not isinstance(node, ScalarNode) or node.style not in ("|", ">"):
            return int(end)
        first = node.start_mark.line
        match = HEADER.match(self.lines[first][node.start_mark.column :])
        if not match:
            raise NotLaidOut
        inset = block_inset(self.lines, first, match["marks"])
        last = first
        for number in range(first + 1, len(self.lines)):
            line = self.lines[number]
            if line.strip(" ") and len(line) - len(line.lstrip(" ")) < inset:
                break
            if line.strip() or "+" in match["marks"]:
                last = number
        if last == len(self.lines) - 1 and not self.lines[last] and "+" in match["marks"]:
            last -= 1  # the end of the file is no line of it
        return int(begin + len("\n".join(self.lines[first : last + 1])) - node.start_mark.column)


def block_inset(lines: list[str], first: int, marks: str) -> int:
    """How far text in block style is set in, at least one: by its first line that holds anything."""
    if any(mark.isdigit() for mark in marks):
        raise NotLaidOut  # its own first line begins with blanks; rare, and easily broken
    for line in lines[first + 1 :]:
        if line.strip():
            inset = len(line) - len(line.lstrip(" "))
            return inset if inset else 10**6
    return 10**6


def is_empty(node: Node) -> bool:
    """Whether nothing is written there; then its marks are those of whatever comes next."""
    return isinstance(node, ScalarNode) and node.value == "" and node.style is None


def is_leaf(node: Node) -> bool:
    """Whether a value is written as it stands."""
    return not isinstance(node, MappingNode | SequenceNode) or bool(node.flow_style)


def leaves(node: Node) -> Iterator[Node]:
    """The keys and leaves below a node, in the order of the text."""
    if is_leaf(node):
        yield node
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield from leaves(value)
    else:
        for value in node.value:
            yield from leaves(value)
