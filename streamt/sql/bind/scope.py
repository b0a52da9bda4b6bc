"""Names: which relations and columns an expression can see, and what a path of names means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from streamt.closest import closest
from streamt.coltypes import UNKNOWN
from streamt.sql.bind.context import Binding
from streamt.sql.bind.terms import Column
from streamt.sql.facts import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from streamt.coltypes import DataType
    from streamt.sql.bind.context import Gathered
    from streamt.sql.bind.plan import Plan

DEFAULT_PATH = ("default_catalog", "default_database")


class Entry:
    """One relation of FROM. `open`: it has columns that are not listed; `table`: the open table they belong to.

    `hidden`: columns that USING merged; `variable`: a pattern's, whose columns are named with it only.
    """

    __slots__ = ("_index", "columns", "hidden", "name", "open", "table", "variable")

    def __init__(
        self,
        name: str,
        columns: tuple[Column, ...],
        open: bool = False,
        table: str = "",
        index: dict[str, Column | None] | None = None,
    ) -> None:
        self.name = name
        self.columns = columns
        self.open = open
        self.table = table
        self.hidden: frozenset[str] = frozenset()
        self.variable = False
        self._index = index

    def find(self, name: str) -> Column | bool | None:
        """The column; None: two have this name; False: no such column."""
        index = self._index
        if index is None:
            index = self._index = index_of(self.columns)
        return index.get(name, False)

    def learn(self, column: Column) -> Column:
        if self._index is None:
            self._index = index_of(self.columns)
        self._index[column.name] = column
        return column

    def replaced(self, columns: Iterable[Column]) -> Entry:
        entry = Entry(self.name, tuple(columns), self.open, self.table)
        entry.hidden = self.hidden
        return entry


def index_of(columns: tuple[Column, ...]) -> dict[str, Column | None]:
    """Columns by name; None for a name that two have."""
    index: dict[str, Column | None] = {column.name: column for column in columns}
    if len(index) != len(columns):
        seen: set[str] = set()
        for column in columns:
            if column.name in seen:
                index[column.name] = None
            seen.add(column.name)
    return index


def peek(names_and_types: Iterable[tuple[str, DataType]], name: str) -> tuple[tuple[str, ...], ...]:
    """Paths to fields called `name` inside rows: the planner looks there for what is no column."""
    found: list[tuple[str, ...]] = []
    stack: list[tuple[tuple[str, ...], DataType]] = [((own,), type) for own, type in names_and_types if type.kind == "ROW"]
    while stack and len(found) < 2:
        path, type = stack.pop()
        for own, inner in zip(type.names, type.children, strict=True):
            if own == name:
                found.append((*path, own))
            elif inner.kind == "ROW":
                stack.append(((*path, own), inner))
    return tuple(found)


class Scope:
    """The relations of one FROM. `merged`: columns of USING and NATURAL, in order, named without a table.

    `hinted`: a STATE_TTL hint stands on the SELECT. `lateral`: they are what LATERAL (SELECT ..) may see.
    `aliases`: names that its select list gives.
    """

    __slots__ = ("aliases", "entries", "hinted", "lateral", "merged", "parent")

    def __init__(self, parent: Scope | None, entries: Iterable[Entry] = ()) -> None:
        self.parent = parent
        self.entries = list(entries)
        self.merged: dict[str, Column] = {}
        self.hinted = False
        self.lateral = False
        self.aliases: frozenset[str] = frozenset()

    def columns(self) -> Iterator[Column]:
        for entry in self.entries:
            yield from entry.columns


class CommonTableEntry:
    """A bound common table; `read` after its first reading, as a second one needs columns of its own."""

    __slots__ = ("gathered", "name", "open", "plan", "read")

    def __init__(self, name: str, plan: Plan, gathered: Gathered, open: bool) -> None:
        self.name = name
        self.plan = plan
        self.gathered = gathered
        self.open = open
        self.read = False


class CommonTables:
    """WITH of a query and of those around it; `coming`: the names it will have, first the one that is being defined."""

    __slots__ = ("coming", "names", "parent")

    def __init__(self, parent: CommonTables | None, coming: Iterable[str] = ()) -> None:
        self.names: dict[str, CommonTableEntry] = {}
        self.coming = dict.fromkeys(coming)
        self.parent = parent

    def find(self, name: str) -> CommonTableEntry | None:
        scope: CommonTables | None = self
        while scope is not None:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent
        return None


class Resolved(NamedTuple):
    """`fields`: the rest of the path, names inside a row; `outer`: how many queries around this one it is of."""

    column: Column
    fields: tuple[str, ...]
    outer: int


def resolve_path(b: Binding, scope: Scope, names: tuple[str, ...], start: int, end: int) -> Resolved | None:
    """What the path means; None after a report, or where nothing can be known."""
    if len(names) > 1:
        found = _qualified(b, scope, names, start, end)
        if found is not None:
            return found if found.column.id else None
    return _unqualified(b, scope, names, start, end)


def find_entry(scope: Scope, name: str) -> Entry | None:
    for entry in scope.entries:
        if entry.name == name:
            return entry
    return None


def _qualified(b: Binding, scope: Scope, names: tuple[str, ...], start: int, end: int) -> Resolved | None:
    """A table's name stands first; it hides a column of the same name. A `Resolved` without id: already reported."""
    level: Scope | None = scope
    depth = 0
    while level is not None:
        for size in range(min(len(names) - 1, 3), 0, -1):
            if size > 1 and names[: size - 1] != DEFAULT_PATH[-(size - 1) :]:
                continue
            entry = find_entry(level, names[size - 1])
            if entry is not None:
                return _in_entry(b, entry, names[size], names[size + 1 :], depth, start, end)
        level, depth = level.parent, depth + 1
    return None


NOTHING = Column("", UNKNOWN, 0)


def _in_entry(
    b: Binding, entry: Entry, name: str, fields: tuple[str, ...], outer: int, start: int, end: int
) -> Resolved:
    column = entry.find(name)
    if column is False:
        inside = peek(((c.name, c.type) for c in entry.columns), name)
        if len(inside) == 1:
            column, fields = entry.find(inside[0][0]), inside[0][1:] + fields
    if column is False and entry.open:
        return Resolved(_unlisted(b, entry, name), fields, outer)
    if column is False:
        _report_unknown(b, name, [c.name for c in entry.columns], start, end, f"`{entry.name}` has no column")
    elif column is None:
        b.report("ambiguous_column", f"`{entry.name}` has more than one column `{name}`", start, end,
                 help="give them different names where they are made")  # fmt: skip
    return Resolved(column if isinstance(column, Column) else NOTHING, fields, outer)


def _unlisted(b: Binding, entry: Entry, name: str) -> Column:
    """A column that an open source does not list: one and the same wherever this reading of it is named."""
    origins = (Origin(entry.table, name, "identity", "structural"),) if entry.table else ()
    return entry.learn(Column(name, UNKNOWN, b.new_id(), origins))


def _unqualified(b: Binding, scope: Scope, names: tuple[str, ...], start: int, end: int) -> Resolved | None:
    name, fields = names[0], names[1:]
    level: Scope | None = scope
    depth = 0
    while level is not None:
        merged = level.merged.get(name)
        if merged is not None:
            return Resolved(merged, fields, depth)
        found = [c for entry in level.entries if not entry.variable and (c := entry.find(name)) is not False]
        if len(found) == 1 and isinstance(found[0], Column):
            return Resolved(found[0], fields, depth)
        if found:
            _report_ambiguous(b, level, name, start, end)
            return None
        unlisted = [entry for entry in level.entries if entry.open and not entry.variable]
        if unlisted:
            return Resolved(_unlisted(b, unlisted[0], name), fields, depth) if len(unlisted) == 1 else None
        inside = peek(((c.name, c.type) for c in level.columns()), name)
        if len(inside) == 1:
            return _unqualified(b, level, inside[0] + fields, start, end)
        level, depth = level.parent, depth + 1
    _report_missing(b, scope, names, start, end)
    return None


def _report_ambiguous(b: Binding, scope: Scope, name: str, start: int, end: int) -> None:
    tables = [entry.name for entry in scope.entries if entry.find(name) is not False]
    where = " and ".join(f"`{table}`" for table in tables if table)
    first = next((table for table in tables if table), "")
    b.report(
        "ambiguous_column",
        f"`{name}` could be a column of {where}" if len(tables) > 1 else f"there is more than one column `{name}`",
        start,
        end,
        help=f"say which: `{first}`.`{name}`" if first and len(tables) > 1 else "give them different names",
    )


def _report_missing(b: Binding, scope: Scope, names: tuple[str, ...], start: int, end: int) -> None:
    known: list[str] = []
    level: Scope | None = scope
    while level is not None:
        known.extend(column.name for column in level.columns())
        level = level.parent
    tables = [entry.name for entry in scope.entries]
    if len(names) > 1 and names[0] not in tables:
        guess = closest(names[0], tables)
        help = f"did you mean `{guess}`?" if guess else _visible("tables in FROM", tables)
        if names[0] in b.beside:
            help = f"`{names[0]}` stands beside this query in FROM: write LATERAL before the query, and it can name its columns"
        b.report("unknown_table", f"there is no table or alias `{names[0]}` in FROM", start, end, got=names[0], help=help)
        return
    if names[0] in scope.aliases:
        b.report("unknown_column", f"`{names[0]}` is a name that SELECT gives, and nothing inside this query can use it yet", start, end, got=names[0],
                 help="repeat the expression here, or compute it in a subquery or common table and go on from there")  # fmt: skip
        return
    _report_unknown(b, names[0], known, start, end, "no table in FROM has a column" if tables else "without FROM there is no column")


def _report_unknown(b: Binding, name: str, known: list[str], start: int, end: int, what: str) -> None:
    guess = closest(name, dict.fromkeys(known))
    if guess is not None and guess.lower() == name.lower():
        text = f"did you mean `{guess}`? Names of columns are case-sensitive"
    else:
        text = f"did you mean `{guess}`?" if guess else _visible("columns", known) or ""
    b.report("unknown_column", f"{what} `{name}`", start, end, got=name, help=text or None)


def _visible(what: str, names: list[str]) -> str | None:
    if not names:
        return None
    some = list(dict.fromkeys(names))
    return f"{what}: {', '.join(some[:8])}{', ..' if len(some) > 8 else ''}"


def field_of(type: DataType, name: str) -> DataType | None:
    """The type of a row's field, nullable where the row is; None where there is no such field."""
    if name not in type.names:
        inside = peek([("", type)], name)
        if len(inside) != 1:
            return None
        found = type
        for step in inside[0][1:]:
            found = field_of(found, step) or found
        return found
    found = type.children[type.names.index(name)]
    return found.with_nullable(True) if type.nullable else found
