"""Manifests as files: canonical JSON, a content hash, and a reader that refuses what it cannot understand."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from streamt.errors import CannotRun
from streamt.manifest.model import MANIFEST_VERSION, Manifest


def canonical(value: Any) -> str:
    """Sorted keys, two blanks of indentation, no escapes but JSON's own, a newline at the end."""
    return json.dumps(value, sort_keys=True, indent=2, ensure_ascii=False) + "\n"


def content_hash(data: dict[str, Any]) -> str:
    """sha256 over all but `content_hash` itself and `compiled_at`."""
    inputs = {key: value for key, value in data.items() if key not in ("content_hash", "compiled_at")}
    text = json.dumps(inputs, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def as_data(manifest: Manifest) -> dict[str, Any]:
    return manifest.model_dump(mode="json", by_alias=True)


def sealed(manifest: Manifest) -> Manifest:
    """The manifest with its content hash."""
    return manifest.model_copy(update={"content_hash": content_hash(as_data(manifest))})


def to_text(manifest: Manifest) -> str:
    return canonical(as_data(manifest))


def timestamp() -> str:
    """Now, or SOURCE_DATE_EPOCH where the environment sets it (reproducible builds)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), timezone.utc) if epoch and epoch.isdigit() else datetime.now(timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def read(path: Path) -> Manifest:
    """The manifest in a file. CannotRun when it is missing, no manifest, or newer than this streamt."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise CannotRun(f"Cannot read the manifest {path}: {reason}.") from error
    return parse(text, str(path))


def parse(text: str, name: str) -> Manifest:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CannotRun(f"{name} is not a manifest: {error}. Write one with `streamt compile`.") from error
    version = data.get("manifest_version") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise CannotRun(f"{name} is not a manifest: it has no manifest_version. Write one with `streamt compile`.")
    if version > MANIFEST_VERSION:
        raise CannotRun(
            f"{name} has manifest_version {version}; this streamt reads up to {MANIFEST_VERSION}. Upgrade streamt."
        )
    try:
        return Manifest.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise CannotRun(f"{name} is not a manifest this streamt reads: {where}: {first['msg']}.") from error
