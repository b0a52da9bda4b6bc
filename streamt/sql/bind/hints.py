"""Hints: `/*+ STATE_TTL('o' = '1d'), LOOKUP(..) */`; the planner refuses one it does not know."""

from __future__ import annotations

import re

from streamt.closest import closest
from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.scope import Scope
from streamt.sql.versions import ordered

JOIN_HINTS = frozenset({"BROADCAST", "SHUFFLE_HASH", "SHUFFLE_MERGE", "NEST_LOOP"})
KNOWN = JOIN_HINTS | {"LOOKUP", "STATE_TTL", "OPTIONS"}
DURATION = re.compile(
    r"\d+\s*(d|day|days|h|hour|hours|min|m|minute|minutes|s|sec|secs|second|seconds|ms|milli|millis|millisecond|milliseconds"
    r"|µs|micro|micros|microsecond|microseconds|ns|nano|nanos|nanosecond|nanoseconds)?\s*\Z|P.+\Z",
    re.IGNORECASE,
)
RETRY = ("retry-predicate", "retry-strategy", "fixed-delay", "max-attempts")
LOOKUP_VALUES = {
    "async": re.compile(r"true|false", re.IGNORECASE),
    "shuffle": re.compile(r"true|false", re.IGNORECASE),
    "capacity": re.compile(r"0*[1-9]\d*"),
    "max-attempts": re.compile(r"0*[1-9]\d*"),
    "fixed-delay": DURATION,
    "time-out": DURATION,
    "timeout": DURATION,
    "retry-predicate": re.compile("lookup_miss", re.IGNORECASE),
    "retry-strategy": re.compile("fixed_delay", re.IGNORECASE),
    "output-mode": re.compile("ordered|allow_unordered", re.IGNORECASE),
}


def check_hints(b: Binding, hints: tuple[ast.Hint, ...], scope: Scope) -> None:
    for hint in hints:
        if hint.name == "MULTI_JOIN" and ordered(b.catalog.version) >= (2, 3):
            continue
        if hint.name not in KNOWN:
            guess = closest(hint.name, sorted(KNOWN))
            b.report("hint", f"there is no hint {hint.name}", hint.start, hint.end, got=hint.name,
                     help=f"did you mean {guess}?" if guess else f"hints: {', '.join(sorted(KNOWN))}")  # fmt: skip
        elif hint.name == "STATE_TTL":
            _state_ttl(b, hint, scope)
        elif hint.name == "LOOKUP":
            _lookup(b, hint, scope)
        elif not hint.args:
            b.report("hint", f"{hint.name} names nothing", hint.start, hint.end, help=f"{hint.name}(alias)")
        elif hint.name in JOIN_HINTS and len(scope.entries) > 1:
            for arg in hint.args:
                _named(b, hint, arg, arg.value, scope)


def check_table_hints(b: Binding, hints: tuple[ast.Hint, ...]) -> None:
    """Those behind the name of a table."""
    for hint in hints:
        if hint.name not in KNOWN:
            b.report("hint", f"there is no hint {hint.name}", hint.start, hint.end, got=hint.name, help="OPTIONS('key' = 'value') stands behind a table")
        elif hint.name == "OPTIONS" and not (hint.args and all(arg.key is not None for arg in hint.args)):
            b.report("hint", "OPTIONS takes 'key' = 'value'", hint.start, hint.end, help="OPTIONS('scan.startup.mode' = 'earliest-offset')")


def _state_ttl(b: Binding, hint: ast.Hint, scope: Scope) -> None:
    if not hint.args:
        b.report("hint", "STATE_TTL names no table", hint.start, hint.end, help="STATE_TTL('alias' = '1d')")
    for arg in hint.args:
        if not arg.key or not DURATION.match(arg.value):
            b.report("hint", "STATE_TTL takes 'table' = 'duration'", arg.start, arg.end, got=arg.value, help="STATE_TTL('o' = '12 h')")
        else:
            _named(b, hint, arg, arg.key, scope)


def _lookup(b: Binding, hint: ast.Hint, scope: Scope) -> None:
    table = next((arg for arg in hint.args if arg.key == "table"), None)
    if table is None:
        b.report("hint", "LOOKUP does not say which table", hint.start, hint.end, help="LOOKUP('table' = 'alias', ..)")
        return
    for arg in hint.args:
        pattern = LOOKUP_VALUES.get(arg.key or "")
        if pattern is not None and not pattern.fullmatch(arg.value):
            b.report("hint", f"LOOKUP cannot read '{arg.value}' as {arg.key}", arg.start, arg.end, got=arg.value)
    given = {arg.key for arg in hint.args}
    missing = [name for name in RETRY if name not in given]
    if missing and len(missing) < len(RETRY):
        b.report("hint", "LOOKUP retries with all of its four options or not at all", hint.start, hint.end, help=f"missing: {', '.join(missing)}")


def _named(b: Binding, hint: ast.Hint, arg: ast.HintArg, name: str, scope: Scope) -> None:
    """A hint about a table that FROM does not have stops the planner."""
    names = [entry.name for entry in scope.entries if entry.name]
    if name not in names:
        b.report("no_stream_plan", f"{hint.name} names `{name}`, which is no table of FROM", arg.start, arg.end, got=name,
                 help=f"tables here: {', '.join(names)}" if names else None)  # fmt: skip
