"""Where a job's newest state lies, when the JobManager that knew is gone.

Only its files tell then: beside a checkpoint that was noted once (`.../<job>/chk-7`) lie the later ones. Folders that this
machine cannot see (s3, hdfs) are left to what was noted.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

_PREFIX = "chk-"
_COMPLETE = "_metadata"


def newest(noted: str) -> str:
    """The path of the newest complete checkpoint beside this one; the path itself where there is none to be seen."""
    parts = urlsplit(noted)
    if parts.scheme not in ("", "file") or not Path(parts.path).name.startswith(_PREFIX):
        return noted
    found = [
        (int(folder.name.removeprefix(_PREFIX)), folder)
        for folder in Path(parts.path).parent.glob(f"{_PREFIX}*")
        if folder.name.removeprefix(_PREFIX).isdecimal() and (folder / _COMPLETE).is_file()
    ]
    return f"file:{max(found)[1]}" if found else noted
