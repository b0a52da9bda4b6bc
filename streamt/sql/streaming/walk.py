"""The walk over a plan, inputs first: each kind of operator says what comes out of it and what state it keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from streamt.sql.bind.plan import Scan, inputs_of
from streamt.sql.facts import Problem, StateOperator
from streamt.sql.streaming.pushdown import Reach
from streamt.sql.streaming.readers import Readers
from streamt.sql.streaming.traits import Holds, Keys, Traits

if TYPE_CHECKING:
    from streamt.sql.bind.plan import Plan
    from streamt.sql.bind.terms import Conjunct


class Distributed(NamedTuple):
    """What the rows of one side of a join are distributed by, and its keys; an id below zero is what the join computes of a column."""

    by: frozenset[int]
    keys: Keys


class Stream:
    """What the walk gathers. `distributed`: the columns each join's sides are distributed by; `removed`:
    aggregates the planner drops; `dropped`: the side of a join that it drops; `readers`: of each column; `once`: joins whose rows are
    only told apart; `used`: ids of the columns that matter to the result, `kept`: of those that are made, too; `joined`: what ON says of single columns. `state` and `problems` by operator, as one that is never run
    counts for nothing; `starved`: operators that no row reaches; `early`: problems that the planner meets before it finds out what is never run."""

    __slots__ = ("distributed", "dropped", "early", "found", "joined", "kept", "once", "problems", "reach", "readers", "removed", "root", "starved", "state", "ttl", "used")

    def __init__(self, reach: Reach, root: Plan, used: set[int], kept: set[int], ttl: int | None) -> None:
        self.reach = reach
        self.used = used
        self.kept = kept
        self.root = root
        self.ttl = ttl
        self.found: dict[int, Traits] = {}
        self.distributed: dict[int, tuple[Distributed, Distributed]] = {}
        self.removed: set[int] = set()
        self.dropped: dict[int, int] = {}
        self.readers: Readers | None = None
        self.once: set[int] = set()
        self.joined: set[Holds] = set()
        self.state: dict[int, list[StateOperator]] = {}
        self.problems: dict[int, list[Problem]] = {}
        self.early: list[Problem] = []
        self.starved: set[int] = set()

    def of(self, plan: Plan) -> Traits:
        return self.found[id(plan)]

    def terms(self, plan: Plan) -> list[Conjunct]:
        return self.reach.terms.get(id(plan), [])

    def passing(self, plan: Plan) -> list[Conjunct]:
        """The terms that every row which comes out meets: of an outer join not its own."""
        return self.reach.above.get(id(plan), self.terms(plan))

    def keeps(self, plan: Plan, operator: str, bounded_by: str = "") -> None:
        """`bounded_by` "": nothing but the TTL, if there is one."""
        bound = bounded_by or ("ttl" if self.ttl or getattr(plan, "hinted", False) else "nothing")
        self.state.setdefault(id(plan), []).append(StateOperator(operator, bound, plan.start, plan.end))

    def refuse(self, plan: Plan, message: str, help: str | None = None, at: tuple[int, int] | None = None) -> None:
        start, end = at or (plan.start, plan.end)
        self.found_wrong(plan, Problem("no_stream_plan", message, start, end, help=help))

    def found_wrong(self, plan: Plan, problem: Problem) -> None:
        self.problems.setdefault(id(plan), []).append(problem)

    def needs_append(self, plan: Plan, traits: Traits, what: str, help: str) -> None:
        """The operator takes inserts only."""
        if not traits.known or traits.append:
            return
        source = self._changing_source(plan)
        if source is None:
            self.refuse(plan, f"{what} takes rows that are only added, and here rows change or go", help)
        else:
            self.refuse(plan, f"{what} takes rows that are only added, and those of `{source}` change: its source is a changelog",
                        "use GROUP BY or a plain join, which follow changes, or read the events before they were made a changelog")  # fmt: skip

    def _changing_source(self, plan: Plan) -> str | None:
        """The table whose rows change already where it is read; None where an operator above it makes them change."""
        while True:
            changing = [below for below in inputs_of(plan) if (found := self.found.get(id(below))) is not None and not found.append]
            if not changing:
                return plan.table.name if isinstance(plan, Scan) else None
            plan = changing[0]


Visit = Callable[[Stream, Any], Traits]
