"""Subjects read and written. https://docs.confluent.io/platform/current/schema-registry/develop/api.html"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from streamt.runtimes.base import Change, Done, Event, NotDone, Refusal, Unreachable
from streamt.runtimes.http import Answer, HttpSystem, segment
from streamt.runtimes.schema_registry.plan import LiveSchema, Schema, same_text

_CONTENT_TYPE = "application/vnd.schemaregistry.v1+json"
_NOT_FOUND = 404


class SchemaRegistry:
    def __init__(self, url: str, credentials: tuple[str, str] | None = None) -> None:
        self._http = HttpSystem("Schema Registry", url, credentials=credentials, content_type=_CONTENT_TYPE)

    def described(self) -> str:
        """Which registry it is, as far as it tells, and how many subjects it has. Raises Unreachable."""
        count = len(self._expected(self._http.get("subjects")))
        version = self._http.get("v1/metadata/version")
        told = version.body.get("version") if version.ok and isinstance(version.body, dict) else None
        dialect = (
            f"Confluent {told}"
            if told
            else "Apicurio"
            if "/apis/ccompat/" in self._http.url
            else "compatible"
        )
        return f"{dialect}, {count} subject{'' if count == 1 else 's'}"

    def observe(self, wanted: Sequence[Schema]) -> dict[str, LiveSchema]:
        """Those of these subjects that exist: one call for their names, one or two for each that is there."""
        if not wanted:
            return {}
        subjects = set(self._expected(self._http.get("subjects")))
        return {schema.key.name: self._live(schema) for schema in wanted if schema.key.name in subjects}

    def check(self, changes: Sequence[Change], wanted: Sequence[Schema]) -> Iterator[Refusal]:
        """What the registry says of the compatibility of new versions."""
        schemas = {schema.key: schema for schema in wanted}
        for change in changes:
            if change.action == "update":
                yield from self._incompatible(change, schemas[change.key])

    def apply(self, changes: Sequence[Change], wanted: Sequence[Schema]) -> Iterator[Event]:
        schemas = {schema.key: schema for schema in wanted}
        for change in changes:
            if change.action == "delete":
                yield self._delete(change)
            else:
                yield self._write(schemas[change.key])

    def _live(self, schema: Schema) -> LiveSchema:
        subject = segment(schema.key.name)
        latest = self._expected(self._http.get(f"subjects/{subject}/versions/latest"))
        same = same_text(schema.type, schema.definition, latest["schema"]) or self._is_version(
            schema, int(latest["version"])
        )
        level = self._level(subject) if schema.compatibility is not None else None
        return LiveSchema(int(latest["version"]), same, level)

    def _is_version(self, schema: Schema, version: int) -> bool:
        """Whether the registry takes this definition for that version: it knows what only looks different."""
        answer = self._http.post(f"subjects/{segment(schema.key.name)}?normalize=true", _payload(schema))
        return answer.ok and int(answer.body["version"]) == version

    def _level(self, subject: str) -> str | None:
        answer = self._http.get(f"config/{subject}")
        return None if answer.status == _NOT_FOUND else str(self._expected(answer)["compatibilityLevel"])

    def _incompatible(self, change: Change, schema: Schema) -> Iterator[Refusal]:
        path = f"compatibility/subjects/{segment(schema.key.name)}/versions/latest?verbose=true"
        answer = self._http.post(path, _payload(schema))
        if not answer.ok:
            yield Refusal(
                change.key, change.node, f"The registry does not take this schema: {_message(answer)}"
            )
        elif not answer.body.get("is_compatible", True):
            reasons = answer.body.get("messages") or [answer.body.get("reason") or "no reason given"]
            yield Refusal(
                change.key,
                change.node,
                f"The new schema is not compatible with the latest version: {_short(reasons[0])}",
                "Make the change compatible, or give the model a new version (a new topic and subject).",
            )

    def _write(self, schema: Schema) -> Event:
        subject = segment(schema.key.name)
        if schema.compatibility is not None and self._level(subject) != schema.compatibility:
            answer = self._http.put(f"config/{subject}", {"compatibility": schema.compatibility})
            if not answer.ok:
                return NotDone(schema.key, f"compatibility {schema.compatibility}: {_message(answer)}")
        answer = self._http.post(f"subjects/{subject}/versions?normalize=true", _payload(schema))
        if not answer.ok:
            return NotDone(schema.key, _message(answer))
        return Done(schema.key, {"schema_id": int(answer.body["id"])})

    def _delete(self, change: Change) -> Event:
        """Softly first, as the API asks, then for good."""
        subject = segment(change.key.name)
        for path in (f"subjects/{subject}", f"subjects/{subject}?permanent=true"):
            answer = self._http.delete(path)
            if not answer.ok and answer.status != _NOT_FOUND:
                return NotDone(change.key, _message(answer))
        return Done(change.key)

    def _expected(self, answer: Answer) -> Any:
        if not answer.ok or isinstance(answer.body, str):
            raise Unreachable(
                f"{self._http.title} at {self._http.url} answers HTTP {answer.status}: {_message(answer)} "
                "Does the URL end where its API begins?"
            )
        return answer.body


def _payload(schema: Schema) -> Mapping[str, Any]:
    return {"schema": schema.definition, "schemaType": schema.type}


def _message(answer: Answer) -> str:
    body = answer.body
    text = body.get("message") if isinstance(body, dict) else str(body)
    return _short(text or f"HTTP {answer.status}")


def _short(text: object) -> str:
    line = str(text).strip().splitlines()[0] if str(text).strip() else ""
    return line if len(line) <= 300 else line[:299] + "…"
