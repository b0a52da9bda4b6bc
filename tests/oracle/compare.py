"""`compare`: how far streamt agrees with the planner on a corpus."""

from __future__ import annotations

import argparse
import re
import time
from collections import defaultdict
from collections.abc import Iterable

from tests.oracle.corpus import Case, read_cases, recorded_cases
from tests.oracle.judge import judge
from tests.oracle.report import Tally, by_construct, disagreements, summary
from tests.oracle.subject import facts_of, facts_or_crash


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cases", help="a corpus with answers (JSON list or lines, .gz or not, - for stdin); default: the recorded ones")
    parser.add_argument("--show", type=int, default=5, help="disagreements to print per measure")
    parser.add_argument("--feature", help="only constructs matching this pattern")
    parser.add_argument("--id", help="only cases whose id matches this pattern, with the query and both answers in full")
    parser.add_argument("--strict", action="store_true", help="stop at the first crash")


def tally_by_construct(cases: Iterable[Case], strict: bool = True) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for case in cases:
        if case.answered["status"] in ("ok", "refused"):
            facts = facts_of(case) if strict else facts_or_crash(case)
            tallies[case.feature].add(case, judge(case, facts))
    return tallies


def total(tallies: dict[str, Tally]) -> Tally:
    result = Tally()
    for tally in tallies.values():
        result.cases += tally.cases
        result.disagreeing |= tally.disagreeing
        for measure, counts in tally.outcomes.items():
            result.outcomes[measure] += counts
        for measure, missed in tally.misses.items():
            result.misses[measure] += missed
    return result


def run(arguments: argparse.Namespace) -> int:
    cases = read_cases(arguments.cases) if arguments.cases else recorded_cases()
    chosen = [
        case
        for case in cases
        if (not arguments.feature or re.search(arguments.feature, case.feature))
        and (not arguments.id or re.search(arguments.id, case.id))
    ]
    if arguments.id:
        for case in chosen:
            _print_case(case)
        return 0
    started = time.perf_counter()
    tallies = tally_by_construct(chosen, arguments.strict)
    took = time.perf_counter() - started
    everything = total(tallies)
    for part in (by_construct(tallies), disagreements(everything, arguments.show), summary(everything)):
        print("\n".join(part), end="\n\n")
    print(f"{took:.1f} s, judging included")
    return 1 if any(everything.below()) else 0


def _print_case(case: Case) -> None:
    facts = facts_or_crash(case)
    print(f"=== {case.id}", *case.statements, case.query, sep="\n")
    print("--- streamt")
    for problem in facts.problems:
        print(f"  {problem.code} at {problem.start}..{problem.end}: {problem.message}")
    for column in facts.columns:
        written = column.type.sql if column.type is not None else "UNKNOWN"
        print(f"  {column.name} {written} {'' if column.nullable else 'NOT NULL'} {column.time or ''}", *map("{0.table}.{0.column}:{0.kind}".format, column.lineage))
    print(f"  {facts.changelog} keys {facts.upsert_keys} state {[state.operator for state in facts.state]}")
    print("--- planner")
    for key, value in case.answered.items():
        if key not in ("calcite_origins", "operators"):
            print(f"  {key}: {value}")
    for mark in judge(case, facts):
        if mark.outcome != "right":
            print(f"  ! {mark.measure}: {mark.ours} | {mark.planners}")
