"""`record`: the planner's answers to our own queries, a file per construct beside them."""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.oracle.corpus import Answer, Case, answers_path, recorded_queries
from tests.oracle.planner import VERSION, asked

KEPT = (
    "status", "columns", "lineage", "influences", "plan", "changelog_kind", "upsert_keys", "stateful", "stage", "pos", "error",
)  # fmt: skip
RUN_NUMBERS = re.compile(r"(\$cor|rel#|#)\d+")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--flink-version", default=VERSION)
    parser.add_argument("--feature", default="", help="only constructs that match; the others keep their answers")


def run(arguments: argparse.Namespace) -> int:
    chosen = [case for case in recorded_queries() if re.search(arguments.feature, case.feature)]
    answers = {name: compact(answer) for name, answer in asked(chosen, arguments.flink_version)}
    for construct in sorted({case.feature for case in chosen}):
        write(answers_path(construct), {case.id: answers[case.id] for case in chosen if case.feature == construct})
    counted = Counter(kind(Case(name, "", "", answer=answer)) for name, answer in answers.items())
    print(", ".join(f"{count} {what}" for what, count in sorted(counted.items())))
    return 0


def kind(case: Case) -> str:
    return "accepted" if case.accepted else "without a stream plan" if case.unplannable else case.answered["status"]


def compact(answer: dict[str, Any]) -> dict[str, Any]:
    """What is judged, and the first line of a message without the numbers that differ from run to run."""
    kept = {key: answer[key] for key in KEPT if key in answer}
    if "error" in kept:
        kept["error"] = _message(kept["error"])
    if "plan" in kept and kept["plan"].get("error"):
        kept["plan"] = {**kept["plan"], "error": _message(kept["plan"]["error"])}
    return kept


def _message(error: str) -> str:
    return RUN_NUMBERS.sub(r"\1", error.strip().split("\n")[0][:300])


def write(path: Path, answers: Mapping[str, Answer]) -> None:
    """Byte for byte the same for the same answers: sorted, and no clock in the gzip header."""
    lines = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(answer, sort_keys=True, separators=(',', ':'), ensure_ascii=False)}"
        for name, answer in sorted(answers.items())
    )
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed:
        packed.write(f"{{\n{lines}\n}}\n".encode())
    path.write_bytes(buffer.getvalue())
