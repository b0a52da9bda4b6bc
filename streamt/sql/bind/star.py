"""`*`, `t.*` and `row_column.*` in a select list."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from streamt.sql import ast
from streamt.sql.bind.context import TRANSFORM, Binding, Env
from streamt.sql.bind.lineage import through
from streamt.sql.bind.scope import DEFAULT_PATH, Entry, field_of, find_entry, resolve_path
from streamt.sql.bind.terms import Column


class Expanded(NamedTuple):
    """`open`: there are more columns than those, and they are not known."""

    columns: tuple[Column, ...]
    open: bool


NOTHING = Expanded((), True)


def expand(b: Binding, env: Env, node: ast.Star) -> Expanded:
    if node.names:
        return _qualified(b, env, node)
    scope = env.scope
    if not scope.entries:
        b.report("syntax", "`*` needs a FROM", node.start, node.end)
        return NOTHING
    for entry in scope.entries:
        if not _unambiguous(b, entry, node):
            return NOTHING
    columns = list(scope.merged.values())
    for entry in scope.entries:
        columns.extend(column for column in entry.columns if column.name not in entry.hidden)
    return Expanded(_visible(b, env, columns, node), any(entry.open for entry in scope.entries))


def renamed_apart(columns: tuple[Column, ...], used: set[str]) -> tuple[Column, ...]:
    """`*` gives a column that comes twice a number, where a column named in SELECT keeps its name: id, id0."""
    names = {column.name for column in columns}
    if len(names) == len(columns) and not names & used:
        used |= names
        return columns
    found = []
    for column in columns:
        name, number = column.name, 0
        while name in used:
            name, number = f"{column.name}{number}", number + 1
        used.add(name)
        found.append(column if name == column.name else column._replace(name=name))
    return tuple(found)


def _qualified(b: Binding, env: Env, node: ast.Star) -> Expanded:
    scope = env.scope
    name = node.names[-1]
    if len(node.names) == 1 or node.names[:-1] == DEFAULT_PATH[-(len(node.names) - 1) :]:
        level = scope
        while level is not None:
            entry = find_entry(level, name)
            if entry is not None:
                columns = entry.columns
                return Expanded(_visible(b, env, list(columns), node), entry.open) if _unambiguous(b, entry, node) else NOTHING
            level = level.parent  # type: ignore[assignment]
    return _fields(b, env, node)


def _unambiguous(b: Binding, entry: Entry, node: ast.Star) -> bool:
    """Two columns of one name in a derived table: the planner cannot expand them."""
    names = [column.name for column in entry.columns]
    if len(set(names)) == len(names):
        return True
    twice = Counter(names).most_common(1)[0][0]
    b.report("ambiguous_column", f"`*` meets two columns `{twice}`", node.start, node.end,
             help="give them different names in the subquery")  # fmt: skip
    return False


def _visible(b: Binding, env: Env, columns: list[Column], node: ast.Star) -> tuple[Column, ...]:
    if env.grouped is None:
        if env.aggregates is not None:
            env.ungrouped.extend((column, node.start, node.end) for column in columns)
        return tuple(columns)
    for column in columns:
        if column.id not in env.grouped:
            b.report("not_grouped", f"`*` includes `{column.name}`, which is neither in GROUP BY nor inside an aggregate",
                     node.start, node.end, got=column.name, help="name the columns that are meant")  # fmt: skip
            return ()
    return tuple(env.grouped[column.id]._replace(name=column.name) for column in columns)


def _fields(b: Binding, env: Env, node: ast.Star) -> Expanded:
    """`row_column.*`: one column for each field."""
    if len(node.names) == 1 and not any(entry.open or entry.find(node.names[0]) is not False for entry in env.scope.entries):
        tables = [entry.name for entry in env.scope.entries if entry.name]
        b.report("unknown_table", f"there is no table or alias `{node.names[0]}` in FROM", node.start, node.end, got=node.names[0],
                 help=f"tables in FROM: {', '.join(tables)}" if tables else None)  # fmt: skip
        return NOTHING
    found = resolve_path(b, env.scope, node.names, node.start, node.end)
    if found is None or found.column.type.is_unknown:
        return NOTHING
    type = found.column.type
    for name in found.fields:
        inner = field_of(type, name)
        if inner is None:
            b.report("unknown_column", f"there is no `{'.'.join(node.names)}` to expand", node.start, node.end, got=name)
            return NOTHING
        type = inner
    if not type.names:
        b.report("unknown_table", f"`{'.'.join(node.names)}` is neither a table in FROM nor a row", node.start, node.end, got=node.names[-1])
        return NOTHING
    origins = through(found.column.origins, TRANSFORM)
    columns = []
    for name in type.names:
        field = field_of(type, name)
        assert field is not None
        columns.append(Column(name, field, b.new_id(), origins))
    return Expanded(tuple(columns), False)
