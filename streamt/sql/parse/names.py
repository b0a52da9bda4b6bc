"""Identifiers, and what starts like one."""

from __future__ import annotations

from streamt.sql.ast import Column, Star
from streamt.sql.lexer import NAME_KINDS
from streamt.sql.parse.cursor import Cursor, unquoted
from streamt.sql.parse.errors import SqlSyntaxError

_LONGEST = 256


def path(p: Cursor, what: str, star: bool = False) -> tuple[tuple[str, ...], tuple[int, ...], bool]:
    """`a.b.c`: the names, two offsets for each, and whether `.*` follows where `star` allows it."""
    names = []
    at = []
    while True:
        at.append(p.starts[p.i])
        names.append(p.name(what))
        at.append(p.ends[p.i - 1])
        if p.kinds[p.i] != ".":
            break
        if star and p.kinds[p.i + 1] == "*":
            p.i += 2
            return tuple(names), tuple(at), True
        p.i += 1
        what = "a name after the dot"
    return tuple(names), tuple(at), False


def column(p: Cursor) -> Column | Star:
    """A name path in an expression."""
    i = p.i
    if p.kinds[i + 1] != "." and p.kinds[i] in NAME_KINDS:
        text = p.texts[i]
        start, end = p.starts[i], p.ends[i]
        p.i = i + 1
        return Column(start, end, (unquoted(text) if text[0] == "`" else text,), (start, end))
    names, at, starred = path(p, "a column", star=True)
    if starred:
        return Star(at[0], p.end(), names, at)
    return Column(at[0], at[-1], names, at)


def name_list(p: Cursor, what: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """`(a, b)`: the names and two offsets for each."""
    p.expect("(")
    names = []
    at = []
    while True:
        at.append(p.starts[p.i])
        names.append(p.name(what))
        at.append(p.ends[p.i - 1])
        if not p.accept(","):
            break
    p.expect(")", "a comma or )")
    return tuple(names), tuple(at)


def names_in(p: Cursor, what: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """`a` or `(a, b)`."""
    if p.kinds[p.i] == "(":
        return name_list(p, what)
    start = p.starts[p.i]
    name = p.name(what)
    return (name,), (start, p.end())


def check_length(p: Cursor) -> None:
    """Flink's parser bounds names."""
    if max(map(len, p.texts)) <= _LONGEST:
        return
    for i, text in enumerate(p.texts):
        name = unquoted(text) if text[:1] == "`" else text
        if len(name) > _LONGEST and p.kinds[i] in NAME_KINDS:
            raise SqlSyntaxError(f"a name has at most {_LONGEST} characters", p.starts[i], p.ends[i])
