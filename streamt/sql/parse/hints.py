"""`/*+ STATE_TTL('o' = '1d'), BROADCAST(t) */`"""

from __future__ import annotations

from streamt.sql.ast import Hint, HintArg
from streamt.sql.lexer import NAME_KINDS, NUMBER, STRING
from streamt.sql.parse.cursor import Cursor, unquoted
from streamt.sql.parse.strings import plain_string


def hints(p: Cursor) -> tuple[Hint, ...]:
    """Empty where no hint starts."""
    if p.kinds[p.i] != "/*+":
        return ()
    p.i += 1
    found = [_hint(p)]
    while p.accept(","):
        found.append(_hint(p))
    p.expect("*/", "a comma or */ that ends the hints")
    return tuple(found)


def _hint(p: Cursor) -> Hint:
    start = p.starts[p.i]
    name = p.name("the name of a hint").upper()
    args: list[HintArg] = []
    if p.accept("(") and not p.accept(")"):
        args.append(_argument(p))
        while p.accept(","):
            args.append(_argument(p))
        p.expect(")", "a comma or )")
    return Hint(start, p.end(), name, tuple(args))


def _argument(p: Cursor) -> HintArg:
    """`'key' = 'value'`, `key = 'value'`, or a name, string or number alone."""
    start = p.starts[p.i]
    first = _atom(p)
    if not p.accept("="):
        return HintArg(start, p.end(), None, first)
    value = plain_string(p, "a value in single quotes")
    return HintArg(start, p.end(), first, value)


def _atom(p: Cursor) -> str:
    kind = p.kinds[p.i]
    if kind == STRING:
        return plain_string(p, "a string in single quotes")
    sign = ""
    if kind in {"+", "-"}:
        sign = kind.strip("+")
        p.i += 1
        kind = p.kinds[p.i]
        if kind != NUMBER:
            raise p.unexpected("a number")
    if kind != NUMBER and kind not in NAME_KINDS:
        raise p.unexpected("a name, a string or a number")
    text = p.texts[p.i]
    p.i += 1
    return sign + (unquoted(text) if text[0] == "`" else text)
