"""How long the local stack takes to start and stop, and how much memory it holds.

    python benchmarks/local_stack.py [--runs 3]

Prints, for an empty folder, the seconds until every part answers, the memory of all parts (resident, MB) and the
seconds to stop. The first run on a machine fetches the jars and writes class archives: it is made, and not counted.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from streamt.local.stack import start, stop
from streamt.local.status import status


def measured(project: Path) -> tuple[float, int, float]:
    begun = time.monotonic()
    start(project)
    answered = time.monotonic()
    memory = sum(part.memory_mb or 0 for part in status(project).parts)
    stopping = time.monotonic()
    stop(project, forget=True)
    return answered - begun, memory, time.monotonic() - stopping


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    for run in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            up, memory, down = measured(Path(folder))
        if run:
            print(f"start {up:5.1f} s   memory {memory} MB   stop {down:4.1f} s")


if __name__ == "__main__":
    main()
