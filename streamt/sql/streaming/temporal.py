"""Joins FOR SYSTEM_TIME AS OF: a look-up in a table outside, or the version of a row at an event time."""

from __future__ import annotations

from streamt.coltypes import DataType
from streamt.sql.bind.plan import Filter, Plan, Project, Scan, TemporalJoin, first_below
from streamt.sql.bind.terms import Conjunct
from streamt.sql.streaming.equalities import Equality, equalities, plain, sides
from streamt.sql.streaming.held import held_by, with_more
from streamt.sql.streaming.relations import live
from streamt.sql.streaming.traits import NO_KEYS, Held, Traits, joined_keys
from streamt.sql.streaming.walk import Stream


def visit_temporal_join(stream: Stream, plan: TemporalJoin) -> Traits:
    left, right = stream.of(plan.left), stream.of(plan.right)
    equal = list(equalities(stream.terms(plan), plan.left, plan.right))
    time = (live(plan.time, left) or plan.time.shown) if plan.time is not None else None
    scan = _scan_below(plan.right)
    if time == "proctime":
        return _lookup_join(stream, plan, equal, left, right, scan)
    if time is None:
        stream.refuse(plan, "FOR SYSTEM_TIME AS OF takes a time attribute of the left table",
                      "use its event-time column, or a PROCTIME() column to look up the current row")  # fmt: skip
        return left
    return _versioned_join(stream, plan, equal, left, right)


def _scan_below(plan: Plan) -> Scan | None:
    scan = first_below(plan, (Project, Filter))
    return scan if isinstance(scan, Scan) else None


def _lookup_join(
    stream: Stream, plan: TemporalJoin, equal: list[Equality], left: Traits, right: Traits, scan: Scan | None
) -> Traits:
    if scan is None or not scan.table.lookup:
        what = f"`{scan.table.name}`" if scan is not None else "a query"
        stream.refuse(plan, f"Flink does not look up {what} by processing time: it is no lookup table",
                      "join by event time with a versioned table, or declare `lookup` on the source")  # fmt: skip
        return left
    rights = {column.id for column in plan.right.columns}
    if not any(_looks_up(term, rights) for term in stream.terms(plan)):
        stream.refuse(plan, f"the lookup in `{scan.table.name}` needs a column of it equal to something", "add ON left.key = right.key")
    lefts, looked = sides(equal)
    own = frozenset(key for key in right.keys if key <= looked)
    if any(not term.deterministic for term in stream.terms(plan)):
        own = NO_KEYS
    keys = joined_keys(plan.kind, left.keys, own, lefts, looked, shuffled=False)
    return left._replace(keys=keys, held=_held(stream, plan, left))


def _looks_up(term: Conjunct, rights: set[int]) -> bool:
    """A plain column of the table equal to a constant or to something of the left side."""
    if term.op != "=" or term.left is None or term.right is None:
        return False
    for one, other in ((term.left, term.right), (term.right, term.left)):
        column = plain(one)
        if column is not None and column.id in rights and not any(ref.id in rights for ref in other.refs):
            return not _widened(column.type, other.type)
    return False


NUMBERS = ("TINYINT", "SMALLINT", "INT", "BIGINT", "DECIMAL", "FLOAT", "DOUBLE")


def _widened(column: DataType, other: DataType) -> bool:
    """The comparison casts the column of the table, and a cast column cannot be looked up."""
    if column.kind not in NUMBERS or other.kind not in NUMBERS:
        return False
    return NUMBERS.index(other.kind) > NUMBERS.index(column.kind)


def _versioned_join(stream: Stream, plan: TemporalJoin, equal: list[Equality], left: Traits, right: Traits) -> Traits:
    times = [column.type.kind for column in plan.right.columns if live(column, right) == "rowtime"]
    timed = bool(times)
    lefts, rights = sides(equal)
    if not equal:
        stream.refuse(plan, "a temporal join needs a key of the versioned table equal to something", "add ON left.key = right.key")
    elif right.known and not any(key <= rights for key in right.keys):
        stream.refuse(plan, "the versioned table has no primary key among the join's columns",
                      "declare the key of the source (key:), or deduplicate with ROW_NUMBER by key and time")  # fmt: skip
    elif not timed:
        stream.refuse(plan, "the versioned table has no event time", "declare event_time on its source")
    elif plan.time is not None and plan.time.type.kind not in times and not plan.time.type.is_unknown:
        stream.refuse(plan, f"a temporal join compares event times of one type, and here {plan.time.type.display} meets {times[0]}",
                      "declare both event times with one type")  # fmt: skip
    stream.keeps(plan, "TemporalJoin", "time")
    dead = frozenset(column.id for column in plan.right.columns if column.time)
    keys = joined_keys(plan.kind, left.keys, right.keys, lefts, rights)
    return left._replace(keys=keys, dead=left.dead | right.dead | dead, held=_held(stream, plan, left))


def _held(stream: Stream, plan: TemporalJoin, left: Traits) -> Held:
    return with_more(left.held, held_by(stream.terms(plan))) if plan.kind == "INNER" else left.held
