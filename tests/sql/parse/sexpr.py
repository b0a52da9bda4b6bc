"""A tree as one line of text, for the eye: `(select [a] source:(table t) where:(binary = a 1))`.

What is empty and what only places a node is left out; a field that may be absent carries its name.
"""

from __future__ import annotations

from typing import Any

from streamt.sql.ast import Column, HintArg, Literal, Query, SelectItem, Star, Symbol, TypeName
from streamt.sql.lexer import canonical_text

_PLACES = {"start", "end", "at", "using_at", "alias_start", "name_start", "name_end", "written"}
_BARE = {"items", "args", "op", "kind", "names", "name", "left", "right", "ops", "inputs", "rows", "base", "key",
         "test", "value", "unit", "call", "table", "columns", "condition", "variables"}  # fmt: skip


def sexpr(node: Any) -> str:
    """The node, or the value of a field."""
    if isinstance(node, Column):
        return ".".join(map(_name, node.names))
    if isinstance(node, Star):
        return ".".join([*map(_name, node.names), "*"])
    if isinstance(node, Literal):
        return _literal(node)
    if isinstance(node, Symbol):
        return f"'{node.name}"
    if isinstance(node, TypeName):
        return f"<{canonical_text(node.text)}>"
    if isinstance(node, SelectItem) and not node.alias:
        return sexpr(node.value)
    if isinstance(node, HintArg):
        return f"{node.key}={node.value!r}" if node.key else repr(node.value)
    if isinstance(node, Query) and node == Query(node.start, node.end, node.body):
        return sexpr(node.body)
    if hasattr(node, "_fields"):
        return _node(node)
    if isinstance(node, tuple):
        return f"[{' '.join(map(sexpr, node))}]"
    return str(node)


def _node(node: Any) -> str:
    words = [type(node).__name__.lower()]
    for field in node._fields:
        value = getattr(node, field)
        if field == "parens":
            words.extend([] if value else ["bare"])
            continue
        if field in _PLACES or value is None or value is False or value in ("", ()):
            if field == "items" and value == ():
                words.append("[]")
            continue
        if value is True:
            words.append(field)
        elif field == "names":
            words.append(".".join(map(_name, value)))
        else:
            words.append(sexpr(value) if field in _BARE else f"{field}:{sexpr(value)}")
    return f"({' '.join(words)})"


def _name(name: str) -> str:
    return name if name.isidentifier() else f"`{name}`"


def _literal(node: Literal) -> str:
    if node.kind == "STRING":
        return repr(node.value)
    if node.kind in {"INTEGER", "DECIMAL", "DOUBLE", "BOOLEAN"}:
        return node.value
    return f"{node.kind.lower()}'{node.value}'" if node.value else node.kind.lower()
