"""Lint and compile of generated projects: python -m benchmarks.run [MODELS ...]   (default: 100 1000 5000)

Each command runs in a process of its own, as a user runs it; the median of three of its processor time counts, which a busy
machine disturbs less than the clock's. Beside the seconds stand ratios, which other machines can be held against: to reading
the same YAML with PyYAML's C parser (`yaml.compose`), to parsing the same SQL with sqlglot, and to the size before
(five times the models should take no more than five times as long).
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.projects import write

RUNS = 3
SIZES = (100, 1_000, 5_000)
NOTHING = ("-c", "pass")
HELP = ("-m", "streamt", "--help")
YAML = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.compose(path.read_text(), Loader=yaml.CSafeLoader)
"""
SQL = """
import re, sys, sqlglot, yaml
from pathlib import Path
for path in sorted(Path(sys.argv[1]).rglob("models/**/*.yml")):
    for model in yaml.load(path.read_text(), Loader=yaml.CSafeLoader)["models"]:
        if "sql" in model:
            rendered = re.sub(r"{{ *var.*?}}", "10", re.sub(r"{{ *(?:source|ref)..(.*?).. *}}", r"\\1", model["sql"]))
            sqlglot.parse_one(rendered.replace("TABLE ", ""), dialect="trino", error_level=sqlglot.ErrorLevel.IGNORE)
"""


@dataclass(frozen=True)
class Measured:
    models: int
    compose: float
    sqlglot: float
    lint: float
    compile: float


def seconds(*arguments: str) -> float:
    """Median processor time of a Python process with these arguments."""
    found = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=os.environ | {"SOURCE_DATE_EPOCH": "0"})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(found)


def measured(models: int, folder: Path) -> Measured:
    project = write(folder / str(models), models)
    return Measured(
        models,
        compose=seconds("-c", YAML, str(project)),
        sqlglot=seconds("-c", SQL, str(project)),
        lint=seconds("-m", "streamt", "lint", "--project-dir", str(project)),
        compile=seconds("-m", "streamt", "compile", "--project-dir", str(project), "--output", str(folder / "out" / str(models))),
    )


def main() -> None:
    sizes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes.add_argument("models", nargs="*", type=int, default=SIZES)
    nothing = seconds(*NOTHING)
    print(f"an empty Python {nothing:.2f} s; streamt --help {seconds(*HELP) - nothing:+.2f} s")
    print(f"{'models':>7} {'compose':>9} {'sqlglot':>9} {'lint':>9} {'compile':>9}   lint / compose, / sqlglot, growth   compile growth")
    before: Measured | None = None
    with tempfile.TemporaryDirectory() as folder:
        for models in sizes.parse_args().models:
            now = measured(models, Path(folder))
            growth = f"{now.lint / before.lint:12.1f} {now.compile / before.compile:16.1f}" if before else ""
            print(
                f"{models:>7} {now.compose:>8.2f}s {now.sqlglot:>8.2f}s {now.lint:>8.2f}s {now.compile:>8.2f}s"
                f"   {now.lint / now.compose:14.1f} {now.lint / now.sqlglot:10.1f}{growth}",
                flush=True,
            )
            before = now


if __name__ == "__main__":
    main()
