"""streamt's facts against the planner's answer, point by point.

A query that validates and has no stream plan is a class of its own: refusing it is right, its columns are not judged.
Columns are compared by position. Lineage origins that are a matter of reading (`may`: the keys of OVER, window_start
from the time column, FILTER conditions, the right side of EXCEPT) are neither required nor wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Any, Literal, NamedTuple

from streamt.sql import OutputColumn, QueryFacts
from tests.oracle.corpus import Answer, Case, tables_and_query

Outcome = Literal["right", "wrong", "unknown"]
Pair = tuple[str, str]


class Mark(NamedTuple):
    """One point on which the two can differ; `unknown` is a miss that claimed nothing."""

    measure: str
    outcome: Outcome
    ours: str = ""
    planners: str = ""


def judge(case: Case, facts: QueryFacts) -> Iterator[Mark]:
    answer = case.answered
    crashed = [problem.message for problem in facts.problems if problem.code == "crash"]
    yield _mark("no_crash", not crashed, "; ".join(crashed), "an answer")
    refusals = [problem for problem in facts.problems if problem.certain and not crashed]
    said = "; ".join(f"{problem.code}: {problem.message}" for problem in refusals)
    if answer["status"] != "ok":
        yield _mark("refused", bool(refusals), "accepted", _first_line(answer.get("error")))
    elif case.unplannable:
        yield _mark("unplannable", bool(refusals), "accepted", _first_line(answer["plan"].get("error")))
    else:
        yield _mark("accepted", not refusals and not crashed, said or "crash", "accepted")
        yield from _columns(answer, facts)
        yield from _stream(case, facts)
        yield from _lineage(answer, facts, "MATCH_RECOGNIZE" in case.query.upper())


def _mark(measure: str, right: bool, ours: object, planners: object) -> Mark:
    return Mark(measure, "right" if right else "wrong", "" if right else str(ours), "" if right else str(planners))


def _first_line(text: str | None) -> str:
    return (text or "").strip().split("\n")[0]


# --- columns


def _columns(answer: Answer, facts: QueryFacts) -> Iterator[Mark]:
    wanted = answer["columns"]
    ours = [column.name for column in facts.columns]
    theirs = [column["name"] for column in wanted]
    if not facts.columns_known:
        yield Mark("names", "unknown", f"{ours} and more", str(theirs))
    else:
        yield _mark("names", ours == theirs, ours, theirs)
    for got, want in zip_longest(facts.columns, wanted):
        if want is not None:
            yield from _column(got, want)


def _column(got: OutputColumn | None, want: Any) -> Iterator[Mark]:
    name = want["name"]
    if got is None:
        yield Mark("types", "unknown", f"{name}: missing", want["type"])
        yield Mark("nullable", "unknown")
        return
    ours = type_text(got)
    if ours == "UNKNOWN":
        yield Mark("types", "unknown", f"{name}: UNKNOWN", want["type"])
    else:
        yield _mark("types", plain_type(ours) == plain_type(want["type"]), f"{name}: {ours}", want["type"])
        yield _mark("types_strict", _spelled(ours) == _spelled(want["type"]), f"{name}: {ours}", want["type"])
    if got.nullable is None:
        yield Mark("nullable", "unknown", f"{name}: unknown", str(want["nullable"]))
    else:
        said = "nullable" if got.nullable else "not null"
        yield _mark("nullable", got.nullable == want["nullable"], f"{name}: {said}", "the opposite")
    yield _mark("time", got.time == want.get("time"), f"{name}: {got.time}", want.get("time"))


def type_text(column: OutputColumn) -> str:
    return "UNKNOWN" if column.type is None or column.type.is_unknown else column.type.sql


SPELLINGS = (
    (r"\bVARCHAR\(2147483647\)", "STRING"),
    (r"\bVARBINARY\(2147483647\)", "BYTES"),
    (r"\bTIMESTAMP\((\d)\) WITH LOCAL TIME ZONE", r"TIMESTAMP_LTZ(\1)"),
    (r"\bINTEGER\b", "INT"),
)


def _spelled(text: str) -> str:
    """One spelling per type; field names are kept as they are but for their backticks."""
    text = text.replace("`", "")
    for pattern, replacement in SPELLINGS:
        text = re.sub(pattern, replacement, text)
    return re.sub(r"\s*([(),<>])\s*", r"\1", text)


def plain_type(text: str) -> str:
    """NOT NULL inside ROW, ARRAY and MAP is left to `types_strict`."""
    return _spelled(text).replace(" NOT NULL", "")


# --- streaming facts


def _stream(case: Case, facts: QueryFacts) -> Iterator[Mark]:
    answer = case.answered
    if answer.get("changelog_kind") and all(table.plain for table in tables_and_query(case)[0]):
        mode = changelog_mode(answer)
        if facts.changelog == "UNKNOWN":
            yield Mark("changelog", "unknown", "UNKNOWN", mode)
        else:
            same = (facts.changelog == "append") == (mode == "append")
            yield _mark("changelog", same, facts.changelog, mode)
            yield _mark("changelog_mode", facts.changelog == mode, facts.changelog, mode)
        yield from _keys(answer, facts)
    ours = sorted({operator_name(state.operator) for state in facts.state})
    theirs = sorted({operator_name(name) for name in answer.get("stateful", ())})
    yield _mark("stateful", ours == theirs, ours, theirs)


def changelog_mode(answer: Answer) -> str:
    if answer["changelog_kind"] == "I":
        return "append"
    return "upsert" if answer.get("upsert_keys") else "retract"


def _keys(answer: Answer, facts: QueryFacts) -> Iterator[Mark]:
    """`upsert_keys`: what we claim identifies a row does; `upsert_keys_all`: and we know every key the planner knows."""
    names = {column["name"] for column in answer["columns"]}
    if answer.get("upsert_keys") is None or not all(names.issuperset(key) for key in answer["upsert_keys"]):
        return  # some corpora have the names from before the query's last renaming
    ours, theirs = _key_sets(facts.upsert_keys), _key_sets(answer["upsert_keys"])
    written = [sorted(map(sorted, keys)) for keys in (ours, theirs)]
    sound = all(any(key <= claim for key in theirs) for claim in ours)
    found = not theirs or bool(ours) or answer["changelog_kind"] == "I"
    yield _mark("upsert_keys", sound and found, *written)
    yield _mark("upsert_keys_all", ours == theirs, *written)


def _key_sets(keys: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    return {frozenset(key) for key in keys}


# The planner's two-phase aggregates and its rewritten joins, as one name each.
PHYSICAL = {
    "LocalGroupAggregate": "GroupAggregate",
    "GlobalGroupAggregate": "GroupAggregate",
    "IncrementalGroupAggregate": "GroupAggregate",
    "LocalWindowAggregate": "WindowAggregate",
    "GlobalWindowAggregate": "WindowAggregate",
}


def operator_name(name: str) -> str:
    return PHYSICAL.get(name, name)


# --- lineage


def _lineage(answer: Answer, facts: QueryFacts, measures: bool = False) -> Iterator[Mark]:
    """`measures`: the query has some of MATCH_RECOGNIZE. The planner wraps each into FINAL(LAST(..)), which makes all of them
    transforms; A.price as it is stays an identity to us, and AVG(A.price) an aggregate."""
    if answer.get("lineage") is None or len(facts.columns) != len(answer["lineage"]):
        return
    for got, origins in zip(facts.columns, answer["lineage"], strict=True):
        known = {(table, column): kind for table, column, kind in origins}
        required = {edge for edge, kind in known.items() if kind != "may"}
        claimed = {(origin.table, origin.column): origin for origin in got.lineage}
        for edge, origin in claimed.items():
            if known and not required and edge not in known:
                continue  # a matter of reading as a whole: window_start of a union has two times, the planner's walk sees one
            measure = "lineage_proven" if origin.certainty == "proven" else "lineage_guessed"
            yield _mark(measure, edge in known, f"{got.name} <- {_dotted(edge)}", "no such origin")
            if edge in required:
                same = origin.kind == known[edge] or (measures and known[edge] == "transform")
                yield _mark("lineage_kind", same, f"{got.name} <- {_dotted(edge)} {origin.kind}", known[edge])
        for edge in sorted(required):
            yield _mark("lineage_recall", edge in claimed, f"{got.name}: no edge", _dotted(edge))
    yield from _influences(answer, facts)


def _influences(answer: Answer, facts: QueryFacts) -> Iterator[Mark]:
    ours = {(edge.table, edge.column) for edge in _all_influences(facts)}
    theirs = {(table, column) for table, column, _ in answer.get("influences", ())}
    for edge in sorted(ours):
        yield _mark("influence_precision", edge in theirs, _dotted(edge), "no influence")
    for edge in sorted(theirs):
        yield _mark("influence_recall", edge in ours, "no influence", _dotted(edge))


def _all_influences(facts: QueryFacts) -> Iterator[Any]:
    yield from facts.influences
    for column in facts.columns:
        yield from column.influenced_by


def _dotted(edge: Pair) -> str:
    return ".".join(edge)
