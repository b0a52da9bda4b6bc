"""All checks, fast ones first.

python3 tests/run.py [what ..]     needs Python and Git; installs the rest into .venv/ of this clone.

What needs Java and Maven (the real Kafka, registry, Connect and Flink; Flink's planner) or Chromium is skipped with its reason
where they are missing; with CI=true that is a failure.
"""

from __future__ import annotations

import sys

sys.path.pop(0)  # Python puts tests/ there, whose folders have names of the standard library

import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".ci"))

from environment import python  # noqa: E402

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("style", ("-m", "ruff", "check", ".")),
    ("types", ("-m", "mypy")),
    ("layers", ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")),
    ("tests", ("-m", "pytest", "-q", "-m", "not stack and not browser and not oracle and not network")),
    ("site in a browser, wheel, hooks", ("-m", "pytest", "-q", "-m", "browser or network")),
    ("Flink's planner", ("-m", "pytest", "-q", "-m", "oracle")),
    ("real stack", ("-m", "pytest", "-q", "-p", "no:randomly", "-m", "stack")),
)


def main(wanted: list[str]) -> int:
    interpreter = python(["-e", ".[all]", "--group", "dev"], "the tests")
    failed: list[str] = []
    for name, command in STEPS:
        if wanted and not any(word in name for word in wanted):
            continue
        print(f"\n== {name}", flush=True)
        begin = time.monotonic()
        done = subprocess.run([str(interpreter), *command], cwd=ROOT, check=False)
        if done.returncode:
            failed.append(name)
        print(f"-- {name}: {'FAILED' if done.returncode else 'ok'}, {time.monotonic() - begin:.0f} s", flush=True)
    print(f"\n{'FAILED: ' + ', '.join(failed) if failed else 'All checks passed.'}")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
