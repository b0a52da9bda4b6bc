"""What one query's binding gathers while it goes: the only mutable values of this package, never seen outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from streamt.sql.bind.terms import add_made_of
from streamt.sql.facts import ColumnUse, FunctionUse, Influence, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from streamt.coltypes import DataType
    from streamt.sql.ast import Expr, NamedWindow
    from streamt.sql.bind.asked import Test
    from streamt.sql.bind.correlation import OuterUse
    from streamt.sql.bind.grouping import GroupWindows
    from streamt.sql.bind.match_calls import MatchScope
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.scope import CommonTables, Scope
    from streamt.sql.bind.terms import AggregateCall, Column, Conjunct
    from streamt.sql.facts import Catalog
    from streamt.sql.functions import Arg, Function

PlanT = TypeVar("PlanT", bound="Plan")
OF_TABLES = 1 << 50
"""Ids below are those of tables' columns: the n-th table that a query reads has those from n << 32 on."""
IDENTITY, TRANSFORM, AGGREGATE = "identity", "transform", "aggregate"


class Gathered:
    """What the text of one query or common table says; a common table's counts only where it is read.

    needed   ids of the columns that decide on rows
    pending  problems that count only if a column (its id) is used: the planner drops what nobody reads
    folds    the same, but whether it is used or not: the planner computes what is constant before it looks
    """

    __slots__ = ("calls", "columns", "folds", "functions", "influences", "needed", "parts", "pending", "problems", "reads")

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.reads: list[str] = []
        self.functions: list[FunctionUse] = []
        self.columns: list[ColumnUse] = []
        self.calls: list[tuple[str, int, int]] = []
        self.influences: dict[Influence, None] = {}
        self.needed: set[int] = set()
        self.pending: list[tuple[int, Problem]] = []
        self.folds: list[tuple[int, Problem]] = []
        self.parts: list[Gathered] = []

    def all(self) -> Iterable[Gathered]:
        """This and every part read, each once, parts first. A chain of common tables may be long: no recursion."""
        order: list[Gathered] = []
        seen: set[int] = set()
        stack: list[tuple[Gathered, bool]] = [(self, False)]
        while stack:
            item, done = stack.pop()
            if done:
                order.append(item)
            elif id(item) not in seen:
                seen.add(id(item))
                stack.append((item, True))
                stack.extend((part, False) for part in reversed(item.parts))
        return order


Fragile = tuple["tuple[Column, ...]", "Problem"]


class Binding:
    """`plans` has every operator in the order of making: inputs stand before what reads them.

    `correlated`: the terms of the subquery being bound that name columns of the query around it;
    `outward`: all places where it does. `apart`: the joins that subqueries about the row around them were taken apart to.
    `made_of`: the columns that each computed column is made of, by id; `written`: what its deterministic expression is.
    `typed`: by the id of a node of the query, what it yields; `plain`: the column that it is; `owners`: of an aggregate, its SELECT.
    `readings`: how many tables were read so far; `beside`: the names to the left of the query being bound, which it cannot use.
    `windowed`: whether the text may have OVER.
    `moot`: ids of the joins that subqueries become beside a condition that is never met.
    `fragile`: what fails of a computed column where the columns it names turn out to be constant.
    `unkept`: what is wrong with the nullability of a column, which the planner takes for that of the flag.
    """

    __slots__ = (
        "_declared", "_last_id", "apart", "beside", "catalog", "correlated", "fragile", "gathered", "made_of", "moot", "outward", "owners", "plain", "plans", "readings",
        "typed", "unkept", "windowed", "written",
    )  # fmt: skip

    def __init__(self, catalog: Catalog, windowed: bool = True) -> None:
        self.catalog = catalog
        self.windowed = windowed
        self.gathered = Gathered()
        self.plans: list[Plan] = []
        self.correlated: list[Conjunct] = []
        self.outward: list[OuterUse] = []
        self.apart: list[Plan] = []
        self.made_of: dict[int, tuple[int, ...]] = {}
        self.moot: set[int] = set()
        self.fragile: dict[int, list[Fragile]] = {}
        self.written: dict[int, Expr] = {}
        self.beside: tuple[str, ...] = ()
        self.typed: dict[int, Arg] = {}
        self.plain: dict[int, Column] = {}
        self.owners: dict[int, int] = {}
        self.readings = 0
        self.unkept: dict[int, tuple[bool, Problem]] = {}
        self._last_id = OF_TABLES
        self._declared: dict[str, Function] | None = None

    def new_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def set_aside(self, since: int, column: int) -> None:
        """Problems found since, of having no stream plan, count only if the column is used."""
        self.gathered.pending.extend((column, problem) for problem in self.without_plan(since))

    def without_plan(self, since: int) -> tuple[Problem, ...]:
        """Takes out the problems found since of having no stream plan: they count only where an operator is run."""
        found = self.gathered.problems[since:]
        self.gathered.problems[since:] = [problem for problem in found if problem.code != "no_stream_plan"]
        return tuple(problem for problem in found if problem.code == "no_stream_plan")

    def used(self, root: Iterable[Column]) -> set[int]:
        """Ids of the columns that the result is made of, and those that decide on its rows."""
        used: set[int] = set()
        add_made_of(used, (column.id for column in root), self.made_of)
        for part in self.gathered.all():
            add_made_of(used, part.needed, self.made_of)
        return used

    def add(self, plan: PlanT) -> PlanT:
        self.plans.append(plan)
        return plan

    def declared(self, name: str) -> Function | None:
        """A function of the project; names of functions have no case."""
        if self._declared is None:
            self._declared = {key.upper(): value for key, value in self.catalog.functions.items()}
        return self._declared.get(name)

    def report(
        self,
        code: str,
        message: str,
        start: int,
        end: int,
        *,
        expected: str | None = None,
        got: str | None = None,
        help: str | None = None,
        certain: bool = True,
    ) -> None:
        self.gathered.problems.append(Problem(code, message, start, end, expected, got, help, certain))

    def influence(self, columns: Iterable[Column], kind: str) -> None:
        found = self.gathered.influences
        needed = self.gathered.needed
        for column in columns:
            needed.add(column.id)
            for origin in column.origins:
                found[Influence(origin[0], origin[1], kind)] = None
            for own in column.influences:
                found[own] = None


class Env:
    """Where an expression stands: what it may name and what it has named so far.

    refs        columns named, each with what their value goes through: "" directly, else AGGREGATE
    aggregates  calls found, None where none may stand; overs the same
    grouped     the columns GROUP BY leaves, by id, None where the query does not group
    keys        GROUP BY expressions that are no plain column, by shape
    windows     legacy group windows of GROUP BY and their bounds; match: the variables of MATCH_RECOGNIZE
    influences  columns that decide on this value alone: keys of OVER, FILTER, subqueries
    cast        id of the column that the expression `cast_at` is a lossless cast of
    plain       the column that the expression `plain_at` is; tests: subqueries, to be joined to what is below
    shared      computed columns by shape, where a key of OVER is one: what stands twice is computed once; None elsewhere
    outputs     columns of SELECT by name, where ORDER BY or a condition may name them; None: two of it
    named       how many columns were named so far
    item        the value of SELECT that is being bound
    negations   how many NOT and IS FALSE stand around what is being bound
    args        the type of each part bound; columns: the column (and its fields) that it names; within: ids of those that a
                query in it yields; each by the part's id()
    folds       something was bound that the planner may fold away, and columns with it
    select      a number of its own for each SELECT that aggregates
    top         the term of a condition that is being bound: a subquery there is a semi-join
    filled      rows made on the spot without a field that can be NULL, by the id of their node
    fragile     what fails where the columns turn out to be constant, by the id of its node
    filtering   ids of the columns that FILTER reads
    failing     what fails when the planner computes what is constant
    unkept      of the expression `unkept_at`, as in `streamt.sql.bind.unkept`
    dynamic     a call was met that is the same in all rows of a moment only, such as CURRENT_TIMESTAMP
    nulled      GROUP BY columns that grouping sets make NULL in some rows, and nothing else does
    """

    __slots__ = (
        "aggregates", "args", "cast", "cast_at", "clause", "columns", "ctes", "dynamic", "failing", "filled", "filtering", "folds", "fragile", "grouped", "influences",
        "inside", "item", "keys", "match", "named", "named_windows", "negations", "nulled", "outer", "outputs", "overs", "plain", "plain_at", "refs",
        "scope", "select", "shared", "tests",
        "through", "top", "ungrouped", "unkept", "unkept_at", "windows", "within",
    )  # fmt: skip

    def __init__(self, scope: Scope, ctes: CommonTables, clause: str) -> None:
        self.scope = scope
        self.ctes = ctes
        self.clause = clause
        self.refs: list[tuple[Column, str]] = []
        self.through = ""
        self.aggregates: list[AggregateCall] | None = None
        self.outputs: dict[str, Column | None] = {}
        self.shared: dict[object, Column] | None = None
        self.overs: list[Column] | None = None
        self.grouped: dict[int, Column] | None = None
        self.keys: dict[object, Column] | None = None
        self.windows: GroupWindows | None = None
        self.match: MatchScope | None = None
        self.named_windows: tuple[NamedWindow, ...] = ()
        self.inside = False
        self.ungrouped: list[tuple[Column, int, int]] = []
        self.influences: dict[Influence, None] = {}
        self.outer = 0
        self.plain: Column | None = None
        self.plain_at: object = None
        self.cast = 0
        self.cast_at: object = None
        self.tests: list[Test] = []
        self.top: object = None
        self.named = 0
        self.negations = 0
        self.item: Expr | None = None
        self.args: dict[int, Arg] = {}
        self.columns: dict[int, tuple[Column, tuple[str, ...]]] = {}
        self.within: dict[int, frozenset[int]] = {}
        self.folds = False
        self.dynamic = False
        self.filled: set[int] = set()
        self.failing: list[Problem] = []
        self.filtering: list[int] = []
        self.fragile: dict[int, Fragile] = {}
        self.unkept: Problem | None = None
        self.unkept_at: object = None
        self.nulled: frozenset[int] = frozenset()
        self.select = 0

    def names(self, column: Column, node: object, fields: tuple[str, ...] = ()) -> None:
        """The expression is this column or fields of it, whatever it is written as."""
        self.refs.append((column, self.through))
        self.named += 1
        self.columns[id(node)] = (column, fields)
        self.plain, self.plain_at = column, None if fields else node

    def reads(self, columns: tuple[Column, ...], node: object) -> None:
        """A query inside the expression yields these."""
        self.refs.extend((column, self.through) for column in columns)
        self.within[id(node)] = frozenset(column.id for column in columns)


def shown(type: DataType | None) -> str:
    return "an unknown type" if type is None else str(getattr(type, "display", type))
