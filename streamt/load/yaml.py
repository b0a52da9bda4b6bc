"""YAML text -> a Document with the place of every key and value.

The parser's events are composed here, one after another: no recursion, so depth is a located diagnostic, and aliases are counted
so that a few lines cannot grow into gigabytes. Everything wrong is a Diagnostic with a place; nothing here raises.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import yaml

from streamt.diagnostics.model import Diagnostic
from streamt.load import text as lines
from streamt.load.document import Document
from streamt.load.marks import Bounds, Marks, Node, Scalar, Where, bounds
from streamt.load.scalars import MEANINGFUL, plain
from streamt.load.syntax import MAX_DEPTH, TOO_DEEP, decode, syntax_error

MAX_ALIASED = 100_000  # values that aliases may add to one document

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAG = "tag:yaml.org,2002:"
_TAGGED: dict[str, Any] = {"int": int, "float": (int, float), "bool": bool, "null": type(None)}
_DISCARDED = object()


def read_yaml(path: str, content: bytes, loader: Any = None) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document in `content`, and what is wrong with it. Its data is None when it could not be read, or is empty."""
    text, problem = decode(path, content)
    unread = Document(path, text, None, Marks(path, text, None))
    if problem:
        return unread, (problem,)
    composer = _Composer(path, text)
    try:
        root, data = composer.compose(loader or FAST_LOADER)
    except yaml.YAMLError as error:
        return unread, (*composer.found, syntax_error(path, text, error))
    except _Refused as refused:
        return unread, (*composer.found, refused.diagnostic)
    if data is not None and not isinstance(data, dict):
        message = "a project file is a mapping of keys such as `models:`"
        composer.report("yaml.root", root, message, got=_kind(data))
        data = None
    return Document(path, text, data, Marks(path, text, root)), tuple(composer.found)


class _Refused(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end has not been read yet."""

    node: Node
    data: Any
    flow: bool = False
    anchor: str | None = None
    key: Any = None  # the key whose value comes next
    bounds: Bounds = (0, 0)
    merges: list[tuple[Node, Any]] | None = None
    last_end: int = 0
    broken: bool = False  # a list or mapping stood where a key should


class _Composer:
    """Turns events into values and nodes. State: the open collections, the anchors, what was found wrong."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.found: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Where, Any] | None] = {}
        self.aliased = 0

    def report(self, rule: str, where: Where, message: str, **more: str | None) -> None:
        start, end = bounds(where)
        self.found.append(self._diagnostic(rule, start, end, message, **more))

    def _diagnostic(self, rule: str, start: int, end: int, message: str, **more: str | None) -> Diagnostic:
        return Diagnostic(rule, "error", message, lines.span(self.path, self.text, start, end), **more)  # type: ignore[arg-type]

    def compose(self, loader: Any) -> tuple[Where, Any]:
        """The first document's place and value. The common scalar is dealt with right here: this loop is most of a load."""
        root = _Open(Node(0, 0, items=[]), [])  # the document is the only entry of a list
        self.stack = [root]
        top = root
        next_event = loader(self.text).get_event
        event = next_event()
        while event is not None and len(root.data) < 2:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start, end, value = event.start_mark.index, event.end_mark.index, event.value
                entries = top.node.entries
                if entries is not None and top.key is None:
                    if value and value != "<<" and value not in entries:
                        top.key, top.bounds = value, (start, end)
                    else:
                        self._key(top, (start, end, ""), value, plain_style=not event.style)
                else:
                    style = event.style or ""
                    if event.tag is not None:
                        value = self._tagged(event.tag, value, (start, end, style))
                    elif not style and value[:1] in MEANINGFUL:
                        value = plain(value)
                    if event.anchor is not None:
                        self.anchors[event.anchor] = ((start, end, style), value)
                    if entries is not None and type(top.key) is str:
                        top.data[top.key] = value
                        entries[top.key] = (top.bounds, (start, end, style))
                        top.key = None
                        top.last_end = end
                    else:
                        self._attach(top, (start, end, style), value, end)
            elif kind is not yaml.DocumentStartEvent or not self._second_document(event, root):
                self._structure(kind, event)
                top = self.stack[-1]
            else:
                break
            event = next_event()
        return (root.node.items[0], root.data[0]) if root.data and root.node.items else ((0, 0, ""), None)

    def _structure(self, kind: type, event: Any) -> None:
        """Every event but scalars: the start or end of a collection, an alias."""
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._close(event)
        elif kind is yaml.MappingStartEvent:
            self._start(event, Node(event.start_mark.index, 0, entries={}), {}, "map")
        elif kind is yaml.SequenceStartEvent:
            self._start(event, Node(event.start_mark.index, 0, items=[]), [], "seq")
        elif kind is yaml.AliasEvent:
            self._alias(event)

    def _second_document(self, event: Any, root: _Open) -> bool:
        if not root.data:
            return False
        self.report(
            "yaml.documents",
            (event.start_mark.index, event.end_mark.index, ""),
            "a second YAML document starts here, and only the first would be read",
            help="move it to a file of its own, or delete the `---` line",
        )
        return True

    def _key(self, top: _Open, where: Scalar, text: str, plain_style: bool) -> None:
        if not text:
            self.report("yaml.key", where, "a key is missing before this colon")
            top.key = _DISCARDED
            return
        if text == "<<" and plain_style:
            top.key, top.bounds = _Merge, where[:2]
            return
        earlier = (top.node.entries or {}).get(text)
        if earlier is None:
            top.key, top.bounds = text, where[:2]
            return
        line = lines.line_and_column(self.text, earlier[0][0])[0]
        message = f"key '{text}' is already given on line {line}"
        self.report("yaml.duplicate_key", where, message, help="keep one of the two")
        top.key = _DISCARDED

    def _tagged(self, tag: str, value: str, where: Scalar) -> Any:
        if tag in ("!", _TAG + "str"):
            return value
        wanted = _TAGGED.get(tag.removeprefix(_TAG))
        read = plain(value)
        if wanted is None:
            self._unknown_tag(tag, where)
            return value
        if not isinstance(read, wanted):
            self.report("yaml.tag", where, f"this is no {tag.removeprefix(_TAG)}", got=value)
        return read

    def _unknown_tag(self, tag: str, where: Where) -> None:
        shown = tag.replace(_TAG, "!!")
        self.report(
            "yaml.tag",
            where,
            f"tag '{shown}' means nothing here",
            help="delete the tag; put the value in quotes if it is text",
        )

    def _start(self, event: Any, node: Node, data: Any, tag: str) -> None:
        first = (node.start, event.end_mark.index, "")
        if event.tag not in (None, "!", _TAG + tag):
            self._unknown_tag(event.tag, first)
        if len(self.stack) > MAX_DEPTH:
            raise _Refused(self._diagnostic("yaml.depth", *first[:2], TOO_DEEP))
        if event.anchor is not None:
            self.anchors[event.anchor] = None  # known, but not complete: an alias to it would contain itself
        self.stack.append(_Open(node, data, bool(event.flow_style), event.anchor, last_end=first[1]))

    def _close(self, event: Any) -> None:
        top = self.stack.pop()
        node = top.node
        node.end = event.end_mark.index if top.flow else top.last_end
        node.size += len(top.data)
        if top.broken and not top.data and not top.merges:
            top.data = None  # `{{ x }}`: reported, and no mapping that was meant
        for merged_node, merged in top.merges or ():
            _merge(top, merged_node, merged)
        if top.anchor is not None:
            self.anchors[top.anchor] = (node, top.data)
        self._attach(self.stack[-1], node, top.data, node.end)

    def _alias(self, event: Any) -> None:
        start, end, name = event.start_mark.index, event.end_mark.index, event.anchor
        known = self.anchors.get(name, ())
        if not known:
            problem = (
                f"'*{name}' would contain itself"
                if name in self.anchors
                else f"no anchor '&{name}' stands before this"
            )
            raise _Refused(self._diagnostic("yaml.alias", start, end, problem))
        where, value = known
        top = self.stack[-1]
        if isinstance(where, Node):
            self._count(where, start, end)
        if top.node.entries is not None and top.key is None and isinstance(value, str):
            self._key(top, (start, end, ""), value, plain_style=False)
        else:
            self._attach(top, where, value, end)

    def _count(self, node: Node, start: int, end: int) -> None:
        """Refuse aliases that repeat too much: what they stand for is shared here, but whoever reads it walks it all."""
        self.aliased += node.size
        if self.aliased > MAX_ALIASED or len(self.stack) + node.height > MAX_DEPTH:
            message = (
                f"aliases make this file too large (more than {MAX_ALIASED:,} values, or {MAX_DEPTH} levels)"
            )
            raise _Refused(replace(self._diagnostic("yaml.alias", start, end, message), help="repeat less"))

    def _attach(self, top: _Open, where: Where, value: Any, end: int) -> None:
        """Put a finished value where it belongs: the open sequence or mapping."""
        top.last_end = end
        if isinstance(where, Node):
            top.node.size += where.size
            top.node.height = max(top.node.height, where.height + 1)
        if top.node.items is not None:
            top.data.append(value)
            top.node.items.append(where)
        elif top.key is None:
            self._collection_as_key(top, where)
        else:
            self._entry(top, where, value)

    def _entry(self, top: _Open, where: Where, value: Any) -> None:
        key, top.key = top.key, None
        if key is _Merge:
            self._collect_merges(top, where, value)
        elif key is not _DISCARDED and top.node.entries is not None:
            top.data[key] = value
            top.node.entries[key] = (top.bounds, where)

    def _collect_merges(self, top: _Open, where: Where, value: Any) -> None:
        listed = isinstance(where, Node) and where.items is not None
        parts = list(zip(where.items, value, strict=True)) if listed else [(where, value)]  # type: ignore[union-attr, arg-type]
        for part, merged in parts:
            if isinstance(part, Node) and part.entries is not None:
                top.merges = [*(top.merges or ()), (part, merged)]
            else:
                self.report("yaml.merge", part, "`<<` merges mappings, and this is none", got=_kind(merged))

    def _collection_as_key(self, top: _Open, where: Where) -> None:
        top.key, top.broken = _DISCARDED, True
        start = bounds(where)[0]
        templated = self.text.startswith("{{", max(start - 1, 0))
        self.report(
            "yaml.key",
            where,
            "a list or mapping cannot be a key",
            help="put a value that starts with `{{` in quotes" if templated else None,
        )


def _merge(top: _Open, merged_node: Node, merged: dict[str, Any]) -> None:
    """The merged mapping's keys, where the mapping has none of its own; their places stay where they were written."""
    for key, value in merged.items():
        if key not in top.data and top.node.entries is not None and merged_node.entries is not None:
            top.data[key] = value
            top.node.entries[key] = merged_node.entries[key]


class _Merge:
    """Stands for the key `<<`."""


def _kind(value: object) -> str:
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a single value"
