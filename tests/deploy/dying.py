"""`streamt apply` that dies at a chosen word of its journal, as by kill -9.

python -m tests.deploy.dying before|after N      N counts the words of this run from 1; the lease is the first
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from streamt.cli.main import main
from streamt.deploy.journal import Writer
from streamt.deploy.journal.records import Record


def die_at(side: str, number: int) -> None:
    write = Writer.write
    words = 0

    def counted(self: Writer, records: Sequence[Record]) -> None:
        nonlocal words
        words += 1
        if words == number and side == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        write(self, records)
        if words == number and side == "after":
            os.kill(os.getpid(), signal.SIGKILL)

    Writer.write = counted  # type: ignore[method-assign]


if __name__ == "__main__":
    die_at(sys.argv[1], int(sys.argv[2]))
    sys.argv = ["streamt", "apply"]
    main()
