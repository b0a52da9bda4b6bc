"""`ask`: cases on standard input, the same cases with the planner's answers on standard output."""

from __future__ import annotations

import argparse
from dataclasses import replace

from tests.oracle.corpus import as_json, read_cases
from tests.oracle.planner import VERSION, asked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cases", default="-", help="default: standard input")
    parser.add_argument("--flink-version", default=VERSION)


def run(arguments: argparse.Namespace) -> int:
    cases = list(read_cases(arguments.cases))
    for case, (asked_id, answer) in zip(cases, asked(cases, arguments.flink_version), strict=True):
        assert case.id == asked_id
        print(as_json(replace(case, answer=answer)), flush=True)
    return 0
