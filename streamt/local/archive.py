"""Class archives (CDS): the classes a part loads, laid out once by Java, which then starts in half the time.

The first time a part ends, Java writes its archive beside the jars (some 70 MB each, a few seconds); later
starts of the same jars with the same Java use it. An archive that does not fit is ignored by Java.
"""

from __future__ import annotations

import os
from pathlib import Path

from streamt.local.java import Java


def archive_of(jars: Path, java: Java, part: str) -> Path:
    return jars / "classes" / java.version / f"{part}.jsa"


def draft_of(archive: Path) -> Path:
    """Where a Java that ends writes it: a name of its own, so that no start ever reads half an archive."""
    return archive.with_name(f"{archive.name}.{os.getpid()}")


def publish(draft: Path) -> None:
    """Put the archive that an ended process wrote in its place."""
    if draft.exists():
        draft.replace(draft.with_suffix(""))


def discard(draft: Path) -> None:
    draft.unlink(missing_ok=True)
