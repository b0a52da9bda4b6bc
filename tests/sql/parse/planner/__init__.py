"""What the planner's own parser says of a text, before anything is validated."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.oracle.planner import classpath

PROGRAM = Path(__file__).parent / "ParseQueries.java"


def trees(queries: Sequence[str]) -> list[str | None]:
    """The tree of each query, None for one that is refused."""
    lines = "".join(base64.b64encode(sql.encode()).decode() + "\n" for sql in queries)
    done = subprocess.run(
        ["java", "-Xss64m", "-XX:+UseSerialGC", "-cp", classpath(), str(PROGRAM)],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    answers = done.stdout.splitlines()
    assert len(answers) == len(queries)
    return [None if answer.startswith("refused: ") else answer for answer in answers]
