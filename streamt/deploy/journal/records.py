"""The records of the deployments topic as values, and back.

key                           value
lease                         {apply, who, host, pid, expires}                     gone: nobody is at work
["thing", kind, cluster, name] {state, apply, action, node, owned, details, facts}
deployment/<id>               {apply, who, when, result, chunks}
deployment/<id>/<n>           one chunk of the manifest: base64 of zlib
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from streamt.runtimes.base import NOTHING, Key

LEASE = "lease"
_THING = "thing"
_DEPLOYMENT = "deployment"
_CHUNK_BYTES = 500_000


def topic_name(project: str, environment: str) -> str:
    return f"_streamt.{project}.{environment}.deployments"


@dataclass(frozen=True, slots=True)
class Lease:
    apply: str
    who: str
    host: str
    pid: int
    expires: float
    """Seconds since the epoch."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The last word on one thing. `intent` without a later word: an apply died over it."""

    key: Key
    state: Literal["intent", "done", "failed"]
    apply: str
    action: str
    node: str
    owned: bool
    """Whether this project created it."""
    details: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    facts: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Journal:
    entries: Mapping[Key, Entry] = field(default_factory=lambda: MappingProxyType({}))
    lease: Lease | None = None
    deployments: tuple[Mapping[str, Any], ...] = ()
    last_manifest: str | None = None
    """The text of the manifest that was deployed last."""


Record = tuple[str, "str | None"]
"""Key and value; None takes the key away."""


def lease_record(lease: Lease | None) -> Record:
    return LEASE, None if lease is None else _json(asdict(lease))


def entry_record(entry: Entry) -> Record:
    value = {
        "state": entry.state,
        "apply": entry.apply,
        "action": entry.action,
        "node": entry.node,
        "owned": entry.owned,
        "details": dict(entry.details),
        "facts": dict(entry.facts),
    }
    return _entry_key(entry.key), _json(value)


def forgotten(key: Key) -> Record:
    return _entry_key(key), None


def deployment_records(id_: str, about: Mapping[str, Any], manifest: str) -> Iterator[Record]:
    """A deployment with its manifest, compressed and in pieces that fit into messages."""
    packed = base64.b64encode(zlib.compress(manifest.encode(), 9)).decode()
    chunks = [packed[start : start + _CHUNK_BYTES] for start in range(0, len(packed), _CHUNK_BYTES)]
    for number, chunk in enumerate(chunks):
        yield f"{_DEPLOYMENT}/{id_}/{number}", chunk
    yield f"{_DEPLOYMENT}/{id_}", _json({**about, "id": id_, "chunks": len(chunks)})


def journal_of(records: Iterable[Record]) -> Journal:
    """The state after all records, in their order; keys of a later version are passed over."""
    last: dict[str, str] = {}
    for key, value in records:
        last.pop(key, None)
        if value is not None:
            last[key] = value
    entries = {entry.key: entry for key, value in last.items() if (entry := _entry(key, value)) is not None}
    deployments = tuple(
        json.loads(value)
        for key, value in last.items()
        if key.startswith(f"{_DEPLOYMENT}/") and key.count("/") == 1
    )
    lease = Lease(**json.loads(last[LEASE])) if LEASE in last else None
    return Journal(entries, lease, deployments, _manifest(deployments[-1], last) if deployments else None)


def _manifest(about: Mapping[str, Any], last: Mapping[str, str]) -> str | None:
    """A deployment's manifest, put together again; None when a piece of it is gone."""
    chunks = [last.get(f"{_DEPLOYMENT}/{about['id']}/{number}") for number in range(about["chunks"])]
    if not chunks or None in chunks:
        return None
    try:
        return zlib.decompress(base64.b64decode("".join(filter(None, chunks)))).decode()
    except (ValueError, zlib.error):  # cut off, or not ours
        return None


def _entry_key(key: Key) -> str:
    return json.dumps([_THING, key.kind, key.cluster, key.name], separators=(",", ":"))


def _entry(key: str, value: str) -> Entry | None:
    if not key.startswith("["):
        return None
    what, *place = json.loads(key)
    return Entry(key=Key(*place), **json.loads(value)) if what == _THING else None


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
