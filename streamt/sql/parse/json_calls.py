"""The JSON functions and their clauses."""

from __future__ import annotations

from collections.abc import Callable

import streamt.sql.parse.calls as calls
import streamt.sql.parse.expressions as expressions
from streamt.sql.ast import Call, CallOption, Expr, SortKey
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.data_types import type_name
from streamt.sql.parse.explain import explain_operand
from streamt.sql.parse.ordering import sort_keys

_DEPTH = 3
_BEHIND_KEY = frozenset({"VALUE", ":", "."})
"""Where one of these follows, KEY is the key itself."""


def _opened(p: Cursor) -> int:
    """The index of the name; steps behind the parenthesis."""
    i = p.i
    if p.kinds[i + 1] != "(":
        raise explain_operand(p.tokens(), i)
    p.i += 2
    p.deeper(_DEPTH)
    return i


def _closed(
    p: Cursor, i: int, args: list[Expr], options: list[CallOption], order_by: tuple[SortKey, ...] = ()
) -> Call:
    p.expect(")", "a comma, a clause of the function or )")
    p.depth -= _DEPTH
    return Call(
        p.starts[i], p.end(), p.kinds[i], (p.texts[i],), p.ends[i], tuple(args), True, "", order_by,
        options=tuple(options),
    )  # fmt: skip


def _exists(p: Cursor) -> Expr:
    i = _opened(p)
    args, options = _document_and_path(p)
    if p.kinds[p.i] in {"TRUE", "FALSE", "UNKNOWN", "ERROR"}:
        options.append(_on(p, p.kinds[p.i], ("ERROR",)))
    return _closed(p, i, args, options)


def _value(p: Cursor) -> Expr:
    i = _opened(p)
    args, options = _document_and_path(p)
    options += _returning(p)
    while p.kinds[p.i] in {"NULL", "ERROR", "DEFAULT"}:
        options.append(_on(p, p.kinds[p.i], ("EMPTY", "ERROR")))
    return _closed(p, i, args, options)


def _query(p: Cursor) -> Expr:
    i = _opened(p)
    args, options = _document_and_path(p)
    options += _returning(p)
    options += _wrapper(p)
    while p.kinds[p.i] in {"NULL", "ERROR", "EMPTY"}:
        options.append(_on(p, _empty_word(p), ("EMPTY", "ERROR")))
    return _closed(p, i, args, options)


def _object(p: Cursor) -> Expr:
    i = _opened(p)
    args: list[Expr] = []
    options: list[CallOption] = []
    if p.kinds[p.i] != ")" and not _at_null_clause(p):
        if p.kinds[p.i] == "KEY" and p.kinds[p.i + 1] in _BEHIND_KEY:
            raise p.unexpected("the key after KEY: a column of that name is written `key`, in backticks")
        _pair(p, args, options)
        while p.accept(","):
            _pair(p, args, options)
    options += _null_clause(p)
    return _closed(p, i, args, options)


def _object_aggregate(p: Cursor) -> Expr:
    i = _opened(p)
    args: list[Expr] = []
    options: list[CallOption] = []
    _pair(p, args, options)
    options += _null_clause(p)
    return _closed(p, i, args, options)


def _array(p: Cursor) -> Expr:
    i = _opened(p)
    args: list[Expr] = []
    options: list[CallOption] = []
    if p.kinds[p.i] != ")":
        args.append(_formatted(p, options))
        while p.accept(","):
            args.append(_formatted(p, options))
    options += _null_clause(p)
    return _closed(p, i, args, options)


def _array_aggregate(p: Cursor) -> Expr:
    i = _opened(p)
    options: list[CallOption] = []
    args = [_formatted(p, options)]
    keys = sort_keys(p)
    options += _null_clause(p)
    made = _closed(p, i, args, options, keys)
    if p.kinds[p.i] == "WITHIN":
        within = calls.within_group(p)
        return made._replace(end=p.end(), within=within)
    return made


def _document_and_path(p: Cursor) -> tuple[list[Expr], list[CallOption]]:
    options: list[CallOption] = []
    args = [_formatted(p, options)]
    p.expect(",", "a comma and the path")
    args.append(expressions.value(p))
    if p.accept("PASSING"):
        options.append(_passed(p))
        while p.accept(","):
            options.append(_passed(p))
    return args, options


def _passed(p: Cursor) -> CallOption:
    start = p.starts[p.i]
    value = expressions.value(p)
    p.expect("AS", "AS and the name in the path")
    name = p.name("the name in the path")
    return CallOption(start, p.end(), "PASSING", name, value)


def _formatted(p: Cursor, options: list[CallOption]) -> Expr:
    """An argument, and FORMAT JSON behind it."""
    value = expressions.value(p)
    start = p.starts[p.i]
    if p.kinds[p.i] == "FORMAT":
        _skip_format(p)
        options.append(CallOption(start, p.end(), "FORMAT", "JSON", value))
    return value


def _skip_format(p: Cursor) -> None:
    p.i += 1
    p.expect("JSON")
    if p.accept("ENCODING"):
        if p.kinds[p.i] not in {"UTF8", "UTF16", "UTF32"}:
            raise p.unexpected("UTF8, UTF16 or UTF32")
        p.i += 1


def _returning(p: Cursor) -> list[CallOption]:
    start = p.starts[p.i]
    if not p.accept("RETURNING"):
        return []
    target = type_name(p)
    return [CallOption(start, p.end(), "RETURNING", "", target)]


def _wrapper(p: Cursor) -> list[CallOption]:
    start = p.starts[p.i]
    if p.accept("WITHOUT"):
        word = "WITHOUT"
    elif p.accept("WITH"):
        word = "UNCONDITIONAL"
        if p.kinds[p.i] in {"CONDITIONAL", "UNCONDITIONAL"}:
            word = p.kinds[p.i]
            p.i += 1
    else:
        return []
    p.accept("ARRAY")
    p.expect("WRAPPER")
    return [CallOption(start, p.end(), "WRAPPER", word)]


def _empty_word(p: Cursor) -> str:
    if p.kinds[p.i] != "EMPTY":
        return p.kinds[p.i]
    p.i += 1
    if p.kinds[p.i] not in {"ARRAY", "OBJECT"}:
        raise p.unexpected("ARRAY or OBJECT after EMPTY")
    return f"EMPTY {p.kinds[p.i]}"


def _on(p: Cursor, word: str, events: tuple[str, ...]) -> CallOption:
    """`NULL ON EMPTY`, `DEFAULT 0 ON ERROR`; the current token is the last one of `word`."""
    start = p.starts[p.i - 1] if word.startswith("EMPTY ") else p.starts[p.i]
    p.i += 1
    value = expressions.expression(p) if word == "DEFAULT" else None
    p.expect("ON", "ON " + " or ON ".join(events))
    event = p.kinds[p.i]
    if event not in events:
        raise p.unexpected(" or ".join(events))
    p.i += 1
    return CallOption(start, p.end(), f"ON {event}", word, value)


def _pair(p: Cursor, args: list[Expr], options: list[CallOption]) -> None:
    """`KEY k VALUE v`, `k VALUE v` or `k : v`."""
    keyed = p.kinds[p.i] == "KEY" and p.kinds[p.i + 1] not in _BEHIND_KEY
    if keyed:
        p.i += 1
    args.append(expressions.value(p))
    if keyed or p.kinds[p.i] != ":":
        p.expect("VALUE", "VALUE and the value of the key")
    else:
        p.i += 1
    args.append(_formatted(p, options))


def _at_null_clause(p: Cursor) -> bool:
    return p.kinds[p.i] in {"NULL", "ABSENT"} and p.kinds[p.i + 1] == "ON"


def _null_clause(p: Cursor) -> list[CallOption]:
    if not _at_null_clause(p):
        return []
    start, word = p.starts[p.i], p.kinds[p.i]
    p.i += 2
    p.expect("NULL")
    return [CallOption(start, p.end(), "NULLS", word)]


SPECIAL: dict[str, Callable[[Cursor], Expr]] = {
    "JSON_EXISTS": _exists,
    "JSON_VALUE": _value,
    "JSON_QUERY": _query,
    "JSON_OBJECT": _object,
    "JSON_OBJECTAGG": _object_aggregate,
    "JSON_ARRAY": _array,
    "JSON_ARRAYAGG": _array_aggregate,
}
